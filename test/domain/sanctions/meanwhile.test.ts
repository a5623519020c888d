import { describe, expect, test } from "vitest";

import type { Act, Standing } from "../../../src/domain/acts/act.ts";
import { decideAct } from "../../../src/domain/acts/decideAct.ts";
import type { Case } from "../../../src/domain/case/case.ts";
import type { Entry } from "../../../src/domain/case/entry.ts";
import { foldCase } from "../../../src/domain/case/foldCase.ts";
import { deadlinesOf } from "../../../src/domain/deadlines/deadline.ts";
import { dueEntries } from "../../../src/domain/deadlines/due.ts";
import { escalationsDue } from "../../../src/domain/deadlines/ladder.ts";
import { viewerOf } from "../../../src/domain/parties/viewer.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { interimEndings } from "../../../src/domain/sanctions/interim.ts";
import { heldAt, ledgerOf } from "../../../src/domain/sanctions/ledger.ts";
import { rulingsOf } from "../../../src/domain/sanctions/record.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import {
  at,
  caseAt,
  complainant,
  concluded,
  decided,
  goOn,
  ids,
  noticeSent,
  received,
  recorded,
  respondent,
  toParty,
} from "../../fakes/caseFile.ts";
import type { Played, Point } from "../../fakes/caseFile.ts";
import { kth, roster } from "../../fakes/kth.ts";

const days = (amount: number) => ({ amount, unit: "days" }) as const;
const leave: Rulebook["sanctions"][string] = {
  clause: "9.20",
  kind: "interim",
  notice: "warning",
  from: "decision.notified",
  bars: [],
  permits: [],
};

/** The chapter's rules, but that a safety officer may put somebody on leave while a case is handled, and the board by a vote. */
const rules = (changed: Partial<Rulebook["procedures"][string]["interim"][number]> = {}): Rulebook => {
  const conduct = kth.procedures["conduct"];
  if (conduct === undefined) throw new Error("The memo has no procedure.");
  const rule = {
    clause: "9.20",
    sanction: "leave",
    by: { kind: "office", id: "safety_officer" } as const,
    grounds: ["serious"],
    review_every: days(14),
    ends: "case.closed" as const,
    ...changed,
  };
  return {
    ...kth,
    sanctions: { ...kth.sanctions, leave },
    procedures: { ...kth.procedures, conduct: { ...conduct, interim: [rule] } },
    non_compliance: { clause: "9.19", any_of: ["extend", "rehear", "new_report"] },
  };
};
const rulebook = rules();

const imposed: Played = {
  at: at("2026-03-02T10:00"),
  entry: {
    kind: "interim-imposed",
    decision: "interim-1",
    party: respondent.party,
    sanction: "leave",
    ground: "serious",
    reasons: "statement-why",
    vote: undefined,
  },
};
const sent = noticeSent("notice-leave", toParty(respondent), {
  kind: "interim",
  decision: "interim-1",
  sanction: "leave",
  ground: "serious",
  reasons: "statement-why",
});
const told: Played = {
  at: at("2026-03-03T10:00"),
  entry: { kind: "notice-delivered", notice: "notice-leave", how: "direct", when: at("2026-03-03T10:00") },
};
const onLeave = (point: Point, ...more: readonly Played[]) => goOn(caseAt(point), imposed, sent, told, ...more);

const decisionReaches: readonly Played[] = [
  noticeSent("notice-decision", toParty(respondent), { kind: "decision", vote: "vote-1", outcome: "upheld" }),
  {
    at: at("2026-03-20T10:00"),
    entry: { kind: "notice-delivered", notice: "notice-decision", how: "direct", when: at("2026-03-20T10:00") },
  },
];

const standing = (current: Case, caller: string, moment = "2026-03-04T10:00", by = rulebook): Standing => ({
  rulebook: by,
  roster,
  current,
  viewer: viewerOf(by, roster, current, caller, undefined),
  caller,
  parties: [],
  names: ["Mona Wik", "Nils Orrby"],
  at: at(moment),
});

const kindsOf = (entries: readonly Entry[]) => entries.map(({ kind }) => kind).join(" ");
const said = (current: Case, caller: string, act: Act, moment?: string, by?: Rulebook) => {
  const result = decideAct(standing(current, caller, moment, by), act, ids());
  return isRefusal(result) ? result.refused : kindsOf(result);
};

const impose: Act = {
  kind: "impose-interim",
  party: respondent.party,
  sanction: "leave",
  ground: "serious",
  reasons: "statement-why",
};

const holds = (current: Case, moment: string) =>
  heldAt(ledgerOf(rulingsOf(rulebook, current, respondent.party)), at(moment)).map(({ sanction }) => sanction);

const dueBy = (current: Case) =>
  deadlinesOf(rulebook, current)
    .filter(({ kind }) => kind === "review")
    .map(({ day }) => day.toString());

const breach = (consequence: "extend" | "rehear" | "new_report" | undefined): Act => ({
  kind: "record-breach",
  decision: "vote-1",
  party: respondent.party,
  consequence,
  statement: "statement-seen",
});

const broken = (consequence: "extend" | "new_report"): Entry => ({
  kind: "sanction-breached",
  breach: "breach-1",
  decision: "vote-1",
  party: respondent.party,
  sanction: "warning",
  consequence,
  statement: "statement-seen",
});

describe("something is imposed while a case is handled", () => {
  test.each<{ rule: string; current: Case; caller?: string; act?: Act; by?: Rulebook; says: string }>([
    {
      rule: "[A29] whoever the rules name imposes it, and the person is told",
      current: caseAt("assess"),
      says: "interim-imposed notice-sent",
    },
    {
      rule: "[F204] somebody else who handles the case does not",
      current: caseAt("assess"),
      by: rules({ by: { kind: "office", id: "president" } }),
      says: "not-your-task",
    },
    {
      rule: "somebody who is nobody to the case is told that there is none",
      current: caseAt("assess"),
      caller: "t1",
      says: "nothing-here",
    },
    {
      rule: "[F205] on a ground of the list only",
      current: caseAt("assess"),
      act: { ...impose, ground: "a feeling" },
      says: "not-this-ground",
    },
    {
      rule: "on nobody but a respondent",
      current: caseAt("assess"),
      act: { ...impose, party: complainant.party },
      says: "nothing-here",
    },
    { rule: "not twice at once", current: onLeave("assess"), says: "already-done" },
    { rule: "not in a case that is over", current: caseAt("closed"), says: "not-at-this-stage" },
    { rule: "not where the rules know of nothing", current: caseAt("assess"), by: kth, says: "no-interim" },
    {
      rule: "not where nobody knows whom the report is about",
      current: foldCase({
        id: "case-1",
        codeName: "quiet-harbour-41",
        entries: recorded([received({ parties: [complainant] })]),
      }),
      says: "nobody-to-impose-on",
    },
    {
      rule: "[A31] not alone where the board votes on it",
      current: caseAt("assess"),
      by: rules({ by: { kind: "body", id: "board" }, vote: "sanction" }),
      says: "no-interim",
    },
  ])("$rule", ({ current, caller = "s1", act = impose, by, says }) => {
    expect(said(current, caller, act, undefined, by)).toBe(says);
  });

  test("[A29] it holds from when the person was told until it is ended, and not before", () => {
    const current = onLeave("assess");
    expect(holds(current, "2026-03-02T12:00")).toEqual([]);
    expect(holds(current, "2026-03-03T10:00")).toEqual(["leave"]);
    const ended = goOn(current, {
      at: at("2026-04-01T10:00"),
      entry: {
        kind: "interim-ended",
        decision: "interim-1",
        party: respondent.party,
        sanction: "leave",
        how: "case-closed",
      },
    });
    expect(holds(ended, "2026-04-01T09:59")).toEqual(["leave"]);
    expect(holds(ended, "2026-04-01T10:00")).toEqual([]);
  });
});

describe("it ends by itself", () => {
  test.each<{ rule: string; current: Case; by?: Rulebook; how: string }>([
    { rule: "not while the case goes on", current: onLeave("board_decision"), how: "" },
    {
      rule: "[A29] when the case is closed",
      current: onLeave("assess", concluded("assess", "no_violation", "closed")),
      how: "case-closed",
    },
    { rule: "not when something is decided that nobody has been told", current: onLeave("voting", decided()), how: "" },
    {
      rule: "when what was decided has reached the person",
      current: onLeave("voting", decided(), ...decisionReaches),
      how: "decided",
    },
    {
      rule: "[F244] when something is decided, where the rules say so",
      current: onLeave("voting", decided()),
      by: rules({ ends: "decision.made" }),
      how: "decided",
    },
    {
      rule: "not because of what was decided before it was imposed",
      current: goOn(caseAt("inform"), ...decisionReaches, {
        at: at("2026-03-21T10:00"),
        entry: "entry" in imposed ? imposed.entry : imposed,
      }),
      how: "",
    },
  ])("$rule", ({ current, by = rulebook, how }) => {
    const entries = interimEndings(by, current, ids());
    expect(entries.map((entry) => (entry.kind === "interim-ended" ? entry.how : entry.kind)).join(" ")).toBe(
      how === "" ? "" : `${how} notice-sent`,
    );
    expect(interimEndings(by, goOn(current, ...entries), ids())).toEqual([]);
  });
});

describe("it is looked at again", () => {
  const review: Act = { kind: "review", decision: "interim-1", party: respondent.party, reasons: "statement-on" };

  test("[F204] so often as the rules say, from when it began or was looked at last", () => {
    const current = onLeave("assess");
    expect(dueBy(current)).toEqual(["2026-03-17"]);
    expect(said(current, "s1", review, "2026-03-16T10:00")).toBe("sanction-reviewed");
    const reviewed = goOn(current, {
      at: at("2026-03-16T10:00"),
      entry: {
        kind: "sanction-reviewed",
        decision: "interim-1",
        party: respondent.party,
        sanction: "leave",
        reasons: "statement-on",
      },
    });
    expect(dueBy(reviewed)).toEqual(["2026-03-30"]);
    expect(
      dueBy(
        goOn(
          reviewed,
          concluded("assess", "no_violation", "closed"),
          ...interimEndings(rulebook, goOn(reviewed, concluded("assess", "no_violation", "closed")), ids()),
        ),
      ),
    ).toEqual([]);
  });

  test("who may impose it is reminded by name before, on and after the day, and then those on the ladder", () => {
    const ladder = [{ after: days(3), to: "others" as const }];
    const strict = {
      ...rulebook,
      calendar: { ...rulebook.calendar, reminders: { ...rulebook.calendar.reminders, ladder } },
    };
    const entries = (current: Case, moment: string) => dueEntries(strict, roster, current, at(moment), ids());
    const current = onLeave("assess");
    const late = entries(current, "2026-03-18T09:00").filter(
      (entry) =>
        entry.kind === "notice-sent" && entry.subject.kind === "reminder" && entry.subject.deadline === "review:leave",
    );
    expect(
      late.map((entry) => (entry.kind === "notice-sent" && entry.to.kind === "person" ? entry.to.person : "")),
    ).toEqual(["s1", "s2", "s3"]);
    const reminded = goOn(current, ...late.map((entry) => ({ at: at("2026-03-18T09:00"), entry })));
    const climbed = escalationsDue(strict, roster, reminded, [], at("2026-03-20T09:00"), ids());
    expect(
      climbed.some(
        (entry) =>
          entry.kind === "notice-sent" &&
          entry.subject.kind === "escalation" &&
          entry.subject.deadline === "review:leave",
      ),
    ).toBe(true);
  });

  test("by nobody else, and not once it is over", () => {
    expect(said(onLeave("assess"), "t1", review)).toBe("nothing-here");
    expect(said(goOn(caseAt("assess"), imposed, sent), "s1", review)).toBe("already-done");
    expect(said(caseAt("inform"), "s1", { ...review, decision: "vote-1" })).toBe("not-reviewed");
  });
});

describe("a sanction that was not kept", () => {
  // Upheld by the board with a warning, on 1 March 2026: it holds from then.
  const warned = caseAt("inform");
  const over = goOn(warned, ...decisionReaches, concluded("inform", "delivered", "closed"));
  const prolong: Act = {
    kind: "prolong",
    decision: "vote-1",
    party: respondent.party,
    by: days(30),
    reasons: "statement-longer",
  };

  test.each<{ rule: string; current: Case; caller?: string; act: Act; moment?: string; by?: Rulebook; says: string }>([
    {
      rule: "[F203] officers choose what follows: a new report, and nothing comes by itself",
      current: over,
      act: breach("new_report"),
      says: "sanction-breached",
    },
    {
      rule: "[F203] a case that is over is heard again, from the stage at which it was decided",
      current: over,
      act: breach("rehear"),
      says: "sanction-breached reheard",
    },
    {
      rule: "[F203] the chairs of the body that imposed it are asked whether it holds longer",
      current: over,
      act: breach("extend"),
      says: "sanction-breached notice-sent notice-sent",
    },
    {
      rule: "a case that goes on is not heard again",
      current: warned,
      act: breach("rehear"),
      says: "not-this-consequence",
    },
    {
      rule: "what has lapsed is made longer no more",
      current: over,
      act: breach("extend"),
      moment: "2027-06-01T10:00",
      says: "not-this-consequence",
    },
    {
      rule: "something has to be chosen where the rules name something",
      current: over,
      act: breach(undefined),
      says: "not-this-consequence",
    },
    {
      rule: "where they name nothing, it is recorded",
      current: over,
      act: breach(undefined),
      by: kth,
      says: "sanction-breached",
    },
    {
      rule: "a member of the board records none",
      current: over,
      caller: "president",
      act: breach("new_report"),
      says: "not-your-task",
    },
    {
      rule: "[F203] the chair makes it longer once it was recorded",
      current: goOn(over, broken("extend")),
      caller: "president",
      act: prolong,
      says: "sanction-prolonged",
    },
    {
      rule: "[F203] the officers, who did not impose it, do not",
      current: goOn(over, broken("extend")),
      act: prolong,
      says: "not-your-task",
    },
    {
      rule: "nobody does for a breach that leads to a report",
      current: goOn(over, broken("new_report")),
      caller: "president",
      act: prolong,
      says: "no-breach",
    },
    {
      rule: "a breach makes it longer once",
      current: goOn(over, broken("extend"), {
        kind: "sanction-prolonged",
        breach: "breach-1",
        decision: "vote-1",
        party: respondent.party,
        sanction: "warning",
        by: days(30),
        reasons: "statement-longer",
      }),
      caller: "president",
      act: prolong,
      says: "no-breach",
    },
  ])("$rule", ({ current, caller = "s1", act, moment = "2026-06-01T10:00", by, says }) => {
    expect(said(current, caller, act, moment, by)).toBe(says);
  });

  test("whoever decides anew says anew that nothing stands in the way", () => {
    expect(over.cleared.length).toBeGreaterThan(0);
    const again = goOn(over, { kind: "reheard", breach: "breach-1", stage: "board_decision" });
    expect([again.stage.stage, again.cleared]).toEqual(["board_decision", []]);
  });
});
