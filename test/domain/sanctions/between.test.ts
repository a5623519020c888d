import { describe, expect, test } from "vitest";

import type { Act, Standing } from "../../../src/domain/acts/act.ts";
import { decideAct } from "../../../src/domain/acts/decideAct.ts";
import type { Case } from "../../../src/domain/case/case.ts";
import { deadlinesOf } from "../../../src/domain/deadlines/deadline.ts";
import { dueEntries } from "../../../src/domain/deadlines/due.ts";
import { viewerOf } from "../../../src/domain/parties/viewer.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { chainOf } from "../../../src/domain/sanctions/chain.ts";
import { pendingIn } from "../../../src/domain/sanctions/confirmation.ts";
import { interimEndings } from "../../../src/domain/sanctions/interim.ts";
import { heldAt, ledgerOf } from "../../../src/domain/sanctions/ledger.ts";
import { imposedIn, rulingsOf } from "../../../src/domain/sanctions/record.ts";
import { caseAt, goOn, ids, noticeSent, respondent, toParty } from "../../fakes/caseFile.ts";
import type { Played } from "../../fakes/caseFile.ts";
import { roster } from "../../fakes/kth.ts";
import {
  appealed,
  decided,
  ended,
  evening,
  imposedLeave,
  noon,
  on,
  party,
  rulebook,
  said,
  sent,
  told,
} from "./everyKind.ts";

const zone = rulebook.organisation.timezone;
const played = (...more: readonly Played[]) => goOn(caseAt("board_decision"), ...more);
/** Decided on day 0 and told on day 1. */
const imposed = (sanction: string, ...more: readonly Played[]) =>
  played(on(0, decided("d", sanction)), on(0, sent("d")), told("d", 1), ...more);
const annulled = [on(4, appealed("1", "d")), on(6, ended("1", "annul"))];

const standing = (current: Case, day: number, caller = "s1"): Standing => ({
  rulebook,
  roster,
  current,
  viewer: viewerOf(rulebook, roster, current, caller, undefined),
  caller,
  parties: [],
  names: [],
  at: evening(day),
});
const answer = (current: Case, act: Act, day: number) => {
  const result = decideAct(standing(current, day), act, ids());
  return isRefusal(result) ? result.refused : result.map(({ kind }) => kind).join(" ");
};
const kindsDue = (current: Case) =>
  deadlinesOf(rulebook, current)
    .map(({ kind }) => kind)
    .filter((kind) => kind === "review" || kind === "sanction-task" || kind === "lapse");
const stateOn = (current: Case, day: number) =>
  imposedIn(rulebook, current).map((each) => chainOf(rulebook, each, evening(day)).state);

/** Which decisions keep somebody from something on a day. */
const holding = (current: Case, day: number) =>
  heldAt(ledgerOf(rulingsOf(rulebook, current, party)), evening(day)).map(({ because }) => because[0]?.ruling);

const of = { decision: "d", party };
const breach: Act = { kind: "record-breach", ...of, consequence: "new_report", statement: "words" };
const review: Act = { kind: "review", ...of, reasons: "words" };
const tick: Act = { kind: "confirm-task", ...of, statement: "words" };
const confirmIt: Act = { kind: "confirm", decision: "d", isConfirmed: true, statement: "words" };

describe("an appeal annuls what somebody else has still to agree to", () => {
  const current = imposed("approved", ...annulled);

  test("nobody is asked to agree any more, and whoever says so all the same hears that it is over", () => {
    expect(pendingIn(rulebook, imposed("approved")).map(({ id }) => id)).toEqual(["d"]);
    expect(pendingIn(rulebook, current)).toEqual([]);
    expect(answer(current, confirmIt, 7)).toBe("already-done");
  });

  test("it is shown as void, not as waiting, and never held", () => {
    const [only] = imposedIn(rulebook, current);
    if (only === undefined) throw new Error("Nothing was imposed.");
    const { state, links } = chainOf(rulebook, only, evening(7));
    expect([state, links.map(({ kind }) => kind)]).toEqual(["quashed", ["decided"]]);
  });
});

describe("what has to be done by a sanction", () => {
  test.each<{ rule: string; current: Case; due: readonly string[] }>([
    {
      rule: "is due once somebody else has agreed",
      current: imposed("course", on(9, said("d", true))),
      due: ["2026-03-25"],
    },
    { rule: "is not due before", current: imposed("course"), due: [] },
    { rule: "never, where they refuse", current: imposed("course", on(9, said("d", false))), due: [] },
    { rule: "no more once it is void", current: imposed("course", on(2, said("d", true)), ...annulled), due: [] },
    {
      rule: "not while it rests for an appeal",
      current: imposed("course", on(2, said("d", true)), on(4, appealed("1", "d"))),
      due: [],
    },
    {
      rule: "anew where another was put in its place by an appeal after the first was done",
      current: imposed(
        "course",
        on(2, said("d", true)),
        on(3, { kind: "sanction-task-done", ...of, sanction: "essay", statement: "words" }),
      ),
      due: ["2026-03-18"],
    },
  ])("$rule", ({ current, due }) => {
    const found = deadlinesOf(rulebook, current).filter(({ kind }) => kind === "sanction-task");
    expect(found.map(({ day }) => day.toString())).toEqual(due);
  });

  test("nobody confirms or breaks what is void or was not agreed to", () => {
    for (const current of [imposed("course"), imposed("course", on(2, said("d", true)), ...annulled)])
      expect([answer(current, tick, 7), answer(current, breach, 7)]).toEqual(["not-begun", "not-begun"]);
    expect(answer(imposed("course", on(2, said("d", true))), tick, 7)).toBe("sanction-task-done notice-sent");
  });
});

describe("a breach", () => {
  test.each<{ rule: string; current: Case; says: string }>([
    { rule: "of what waits for somebody else is none", current: imposed("approved"), says: "not-begun" },
    { rule: "of what they refused is none", current: imposed("approved", on(3, said("d", false))), says: "not-begun" },
    {
      rule: "of what is void is none",
      current: imposed("first_degree", ...annulled),
      says: "not-begun",
    },
    {
      rule: "of what held until they refused is one",
      current: imposed("meanwhile", on(3, said("d", false))),
      says: "sanction-breached",
    },
  ])("$rule", ({ current, says }) => {
    expect(answer(current, breach, 7)).toBe(says);
  });
});

test.each<{ rule: string; current: Case; kinds: readonly string[]; says: string }>([
  {
    rule: "what has no last day is looked at again",
    current: imposed("watched"),
    kinds: ["review"],
    says: "sanction-reviewed",
  },
  {
    rule: "not what was refused by whoever had to agree: there is nothing that could go on",
    current: imposed("watched", on(3, said("d", false))),
    kinds: [],
    says: "already-done",
  },
  {
    rule: "not while it rests for an appeal",
    current: imposed("barred", on(4, appealed("1", "d"))),
    kinds: [],
    says: "already-done",
  },
  {
    rule: "again once the appeal has confirmed it",
    current: imposed("barred", on(4, appealed("1", "d")), on(6, ended("1", "confirm"))),
    kinds: ["review"],
    says: "sanction-reviewed",
  },
])("$rule", ({ current, kinds, says }) => {
  expect(kindsDue(current)).toEqual(kinds);
  expect(answer(current, review, 7)).toBe(says);
});

test("what was imposed for the time of the case is not ended by a decision that is void", () => {
  const onLeave = played(
    on(0, imposedLeave),
    on(
      0,
      noticeSent("n-i", toParty(respondent), {
        kind: "interim",
        decision: "i",
        sanction: "leave",
        ground: "serious",
        reasons: "words",
      }),
    ),
    on(1, { kind: "notice-delivered", notice: "n-i", how: "direct", when: noon(1) }),
    on(2, decided("d", "first_degree")),
    on(2, sent("d")),
    on(3, { kind: "decisions-replaced", decisions: ["d"] }),
    told("d", 4),
  );
  expect(interimEndings(rulebook, onLeave, ids())).toEqual([]);
});

test("whoever is suspended stays so when the same is decided again and has not reached them; then it counts from there", () => {
  const again = imposed("first_degree", on(10, decided("e", "first_degree")), on(10, sent("e")));
  expect(holding(again, 12)).toEqual(["d"]);
  expect(holding(goOn(again, told("e", 20)), 20)).toEqual(["e"]);
  expect(stateOn(goOn(again, told("e", 20)), 20)).toEqual(["holds"]);
});

test("what lapsed while it rested for an appeal has lapsed, and is told once", () => {
  const resting = imposed("first_degree", on(4, appealed("1", "d")));
  expect([stateOn(resting, 5), stateOn(resting, 95)]).toEqual([["rests"], ["lapsed"]]);
  const over = dueEntries(rulebook, roster, resting, evening(95), ids());
  expect(over.filter(({ kind }) => kind === "sanction-lapsed")).toHaveLength(1);
  const known = goOn(resting, ...over.map((entry) => on(95, entry)), on(100, ended("1", "confirm")));
  expect(
    dueEntries(rulebook, roster, known, evening(101), ids()).filter(({ kind }) => kind === "sanction-lapsed"),
  ).toEqual([]);
});

test("what was refused is not made longer by what comes after", () => {
  const first = rulingsOf(rulebook, imposed("second_degree"), party).map((each) => ({
    ...each,
    confirmation: { kind: "refused", before: "in_force", at: noon(5) } as const,
  }));
  const warning = played(on(9, decided("w", "warning")), on(9, sent("w")), told("w", 10));
  const { held } = ledgerOf([...first, ...rulingsOf(rulebook, warning, party)]);
  expect(held.map(({ sanction, because }) => `${sanction} ${because.length}`)).toEqual([
    "second_degree 1",
    "warning 1",
  ]);
});

/** On day 10 something else was decided in the place of a suspension. */
const replaced = (sanction: string) =>
  imposed(
    "first_degree",
    on(10, decided("e", sanction)),
    on(10, { kind: "decisions-replaced", decisions: ["d"] }),
    on(10, sent("e")),
  );

describe("where the outcome of a later stage puts something in the place of what was decided before", () => {
  test("the first goes on until the person has been told of a sanction in its place, and is void then", () => {
    const waiting = replaced("second_degree");
    expect([holding(waiting, 12), stateOn(waiting, 12)]).toEqual([["d"], ["holds", "decided"]]);
    const known = goOn(waiting, told("e", 15));
    expect([holding(known, 15), stateOn(known, 15)]).toEqual([["e"], ["quashed", "holds"]]);
  });

  test("at once, where what is in its place does not last, or becomes void itself", () => {
    expect(holding(replaced("admonition"), 12)).toEqual([]);
    const annulledToo = goOn(replaced("second_degree"), on(13, appealed("2", "e")), on(14, ended("2", "annul")));
    expect(holding(annulledToo, 14)).toEqual([]);
  });
});

const warned = (...more: readonly Played[]) =>
  played(on(9, decided("w", "warning")), on(9, sent("w")), told("w", 10), ...more);
const ends = (current: Case) =>
  interimEndings(rulebook, current, ids()).flatMap((entry) => (entry.kind === "interim-ended" ? [entry.how] : []));

describe("what was to be done by a sanction that rested for an appeal has as much time after it as it had before", () => {
  const resting = (sanction: string, ...more: readonly Played[]) =>
    imposed(sanction, on(2, said("d", true)), on(4, appealed("1", "d")), on(24, ended("1", "confirm")), ...more);

  test.each<{ rule: string; current: Case; kind: string; due: readonly string[] }>([
    { rule: "a task", current: resting("course"), kind: "sanction-task", due: ["2026-04-07"] },
    { rule: "looking at it again", current: resting("watched"), kind: "review", due: ["2026-04-06"] },
    {
      rule: "twice, where it rested twice",
      current: resting("course", on(25, appealed("2", "d")), on(30, ended("2", "confirm"))),
      kind: "sanction-task",
      due: ["2026-04-12"],
    },
    {
      rule: "nothing is added by an appeal that was over on the day it was lodged",
      current: imposed("course", on(2, said("d", true)), on(4, appealed("1", "d")), on(4, ended("1", "confirm"))),
      kind: "sanction-task",
      due: ["2026-03-18"],
    },
    {
      rule: "nor by one that came after it was looked at again",
      current: resting("watched", on(30, { kind: "sanction-reviewed", ...of, sanction: "watched", reasons: "words" })),
      kind: "review",
      due: ["2026-04-15"],
    },
  ])("$rule", ({ current, kind, due }) => {
    const found = deadlinesOf(rulebook, current).filter((deadline) => deadline.kind === kind);
    expect(found.map(({ day }) => day.toString())).toEqual(due);
  });
});

describe("what is imposed while a case is handled, and a decision that rests because of an appeal", () => {
  const leaving = [
    on(0, imposedLeave),
    on(
      0,
      noticeSent("n-i", toParty(respondent), {
        kind: "interim",
        decision: "i",
        sanction: "leave",
        ground: "serious",
        reasons: "words",
      }),
    ),
    on(1, { kind: "notice-delivered", notice: "n-i", how: "direct", when: noon(1) }),
  ] as const;
  const closed = on(6, {
    kind: "stage-concluded",
    stage: "board_decision",
    outcome: "upheld",
    next: "closed",
    rules: [],
    reasons: undefined,
  });
  const decidedOn = [on(2, decided("d", "first_degree")), on(2, sent("d"))] as const;

  test.each<{ rule: string; entries: readonly Played[]; ended: readonly string[] }>([
    { rule: "it ends when what was decided holds", entries: [...decidedOn, told("d", 3)], ended: ["decided"] },
    {
      rule: "not where the other side had appealed before the person was told: nothing would be in its place",
      entries: [...decidedOn, on(3, appealed("1", "d")), told("d", 4)],
      ended: [],
    },
    {
      rule: "nor with the end of the case, as long as the decision rests",
      entries: [...decidedOn, on(3, appealed("1", "d")), told("d", 4), closed],
      ended: [],
    },
    {
      rule: "it ends when the appeal has failed",
      entries: [...decidedOn, on(3, appealed("1", "d")), told("d", 4), closed, on(9, ended("1", "confirm"))],
      ended: ["decided"],
    },
    {
      rule: "and when the appeal annulled what was decided, and the case is over",
      entries: [...decidedOn, on(3, appealed("1", "d")), told("d", 4), closed, on(9, ended("1", "annul"))],
      ended: ["case-closed"],
    },
    {
      rule: "it goes on where the appeal annulled what was decided, and the case is not over",
      entries: [...decidedOn, on(3, appealed("1", "d")), told("d", 4), on(9, ended("1", "annul"))],
      ended: [],
    },
  ])("$rule", ({ entries, ended: how }) => {
    expect(ends(played(...leaving, ...entries))).toEqual(how);
  });

  test("while an appeal has what was decided rest, those who may can impose something for that time, and not after it", () => {
    const impose: Act = { kind: "impose-interim", party, sanction: "leave", ground: "serious", reasons: "words" };
    const over = played(...decidedOn, told("d", 3), closed);
    expect(answer(over, impose, 7)).toBe("not-at-this-stage");
    const resting = goOn(over, on(7, appealed("1", "d")));
    expect(answer(resting, impose, 8)).toBe("interim-imposed notice-sent");
    expect(answer(goOn(resting, on(9, ended("1", "confirm"))), impose, 10)).toBe("not-at-this-stage");
  });
});

describe("a warning that rests for an appeal", () => {
  const suspended = imposed("first_degree");
  const heldOn = (warning: Case, day: number) =>
    heldAt(
      ledgerOf([...rulingsOf(rulebook, suspended, party), ...rulingsOf(rulebook, warning, party)]),
      evening(day),
    ).map(({ sanction, until }) => `${sanction} ${until?.toZonedDateTimeISO(zone).toPlainDate().toString() ?? ""}`);

  test.each<{ rule: string; warning: Case; day: number; held: readonly string[] }>([
    {
      rule: "it makes the suspension another one",
      warning: warned(),
      day: 12,
      held: ["second_degree 2027-03-12", "warning 2027-03-11"],
    },
    {
      rule: "while it rests the suspension is what it was",
      warning: warned(on(11, appealed("1", "w"))),
      day: 12,
      held: ["first_degree 2026-06-01"],
    },
    {
      rule: "when the appeal has failed, it has made it another one from the beginning",
      warning: warned(on(11, appealed("1", "w")), on(20, ended("1", "confirm"))),
      day: 21,
      held: ["second_degree 2027-03-12", "warning 2027-03-11"],
    },
    {
      rule: "when it was annulled, it never did",
      warning: warned(on(11, appealed("1", "w")), on(20, ended("1", "annul"))),
      day: 21,
      held: ["first_degree 2026-06-01"],
    },
  ])("$rule", ({ warning, day, held }) => {
    expect(heldOn(warning, day).toSorted()).toEqual(held);
  });
});
