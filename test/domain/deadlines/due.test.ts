import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import type { Case } from "../../../src/domain/case/case.ts";
import type { Entry } from "../../../src/domain/case/entry.ts";
import type { Addressee } from "../../../src/domain/case/noticeSubject.ts";
import { deadlinesOf } from "../../../src/domain/deadlines/deadline.ts";
import { dueEntries, wakesOf } from "../../../src/domain/deadlines/due.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import {
  acknowledged,
  at,
  carried,
  caseAt,
  caseOf,
  complainant,
  concluded,
  decided,
  filed,
  goOn,
  ids,
  noticeSent,
  respondent,
  toParty,
  upTo,
} from "../../fakes/caseFile.ts";
import { kth as shipped, kthWith, roster } from "../../fakes/kth.ts";

/** The rulebook of the chapter in which nobody but the owner is told of what is late. */
const kth: Rulebook = {
  ...shipped,
  calendar: { ...shipped.calendar, reminders: { ...shipped.calendar.reminders, ladder: undefined } },
};

const stockholm = (moment: Temporal.Instant) =>
  moment.toZonedDateTimeISO("Europe/Stockholm").toPlainDateTime().toString({ smallestUnit: "minute" });

/** What falls due by a moment, and the case after it. */
function tick(current: Case, moment: string | Temporal.Instant, rulebook: Rulebook = kth) {
  const now = typeof moment === "string" ? at(moment) : moment;
  const entries = dueEntries(rulebook, roster, current, now, ids());
  return { entries, current: goOn(current, ...entries.map((entry) => ({ at: now, entry }))) };
}

function whom(to: Addressee): string {
  switch (to.kind) {
    case "party":
      return to.role;
    case "room":
      return `room of ${to.purpose}`;
    case "person":
      return to.person;
  }
}

/** "overdue-1 of target:inform to president" for a reminder, "sanction-lapsed to s1" for another notice. */
function inWords(entries: readonly Entry[]): readonly string[] {
  return entries.map((entry) => {
    if (entry.kind === "sanction-lapsed") return `${entry.sanction} lapsed on ${stockholm(entry.effective)}`;
    if (entry.kind !== "notice-sent") return entry.kind;
    const { subject, to } = entry;
    const what = subject.kind === "reminder" ? `${subject.occasion} of ${subject.deadline}` : subject.kind;
    return `${what} to ${whom(to)}`;
  });
}

const deadlineOf = (current: Case, key: string, rulebook: Rulebook = kth) => {
  const found = deadlinesOf(rulebook, current).find((deadline) => deadline.key === key);
  if (found === undefined) throw new Error(`There is no deadline ${key}.`);
  return found;
};

const decidedAt = (moment: string, sanction?: string) =>
  caseOf(...upTo.voting, { at: at(moment), entry: carried }, { at: at(moment), entry: decided(sanction) });

const noticeOfDecision = { kind: "decision", vote: "vote-1", outcome: "upheld" } as const;
const delivered = (notice: string, when: string): Entry => ({
  kind: "notice-delivered",
  notice,
  how: "direct",
  when: at(when),
});
/** A decision of which both parties have been told. */
const informed = (sanction: string, made: string, told: string) =>
  goOn(
    decidedAt(made, sanction),
    { at: at(told), entry: noticeSent("n-a", toParty(complainant), noticeOfDecision) },
    { at: at(told), entry: noticeSent("n-b", toParty(respondent), noticeOfDecision) },
    { at: at(told), entry: delivered("n-a", told) },
    { at: at(told), entry: delivered("n-b", told) },
    {
      at: at(told),
      entry: {
        kind: "stage-concluded",
        stage: "inform",
        outcome: "delivered",
        next: "closed",
        rules: [],
        reasons: undefined,
      },
    },
  );

describe("what a case owes", () => {
  test("[K40] a report of 1 March is to be acknowledged by the end of 3 March", () => {
    const deadline = deadlineOf(caseAt("contact"), "task:contact:acknowledge");
    expect(deadline.day.toString()).toBe("2026-03-03");
    expect(stockholm(deadline.due)).toBe("2026-03-04T00:00");
    expect(
      deadline.reminders.slice(0, 4).map(({ occasion, at: moment }) => `${occasion} ${stockholm(moment)}`),
    ).toEqual([
      "before-1-days 2026-03-02T09:00",
      "on-the-day 2026-03-03T09:00",
      "overdue-1 2026-03-04T09:00",
      "overdue-2 2026-03-11T09:00",
    ]);
  });

  test("[K40] once it is acknowledged nothing is owed", () => {
    expect(deadlinesOf(kth, goOn(caseAt("contact"), acknowledged))).toEqual([]);
  });

  test("[K13] a board that got the case on 1 March is to decide by 15 March", () => {
    expect(deadlineOf(caseAt("briefed"), "target:board_decision").day.toString()).toBe("2026-03-15");
  });

  test("[K50] a decision of 1 March is to be told by 4 March, counted from the decision", () => {
    expect(deadlineOf(decidedAt("2026-03-01T23:30"), "target:inform").day.toString()).toBe("2026-03-04");
  });

  test("[K50] it is owed until every notice has arrived, not until it was sent", () => {
    const sent = goOn(
      decidedAt("2026-03-01T10:00"),
      noticeSent("n-a", toParty(complainant), noticeOfDecision),
      noticeSent("n-b", toParty(respondent), noticeOfDecision),
      delivered("n-a", "2026-03-02T10:00"),
    );
    expect(deadlinesOf(kth, sent).map(({ key }) => key)).toContain("target:inform");
    const arrived = goOn(sent, delivered("n-b", "2026-03-02T10:00"));
    expect(deadlinesOf(kth, arrived).map(({ key }) => key)).not.toContain("target:inform");
  });

  test("a closed case owes nothing", () => {
    expect(deadlinesOf(kth, caseAt("closed"))).toEqual([]);
  });

  test("the soonest comes first", () => {
    const due = deadlinesOf(kth, decidedAt("2026-03-01T10:00")).map(({ due: moment }) => moment.epochMilliseconds);
    expect(due).toEqual(due.toSorted((a, b) => a - b));
    expect(due).toHaveLength(2);
  });
});

describe("reminders", () => {
  test("[K13] the board is reminded in its room when it is time", () => {
    expect(inWords(tick(caseAt("briefed"), "2026-03-15T08:59").entries)).toEqual([
      "before-1-days of target:board_decision to room of board",
    ]);
    const dayBefore = tick(caseAt("briefed"), "2026-03-14T09:00");
    expect(inWords(tick(dayBefore.current, "2026-03-15T09:00").entries)).toEqual([
      "on-the-day of target:board_decision to room of board",
    ]);
  });

  test("[K44] before the brief is approved it is the officers who owe something", () => {
    expect(inWords(tick(caseAt("board_decision"), "2026-03-15T09:00").entries)).toEqual([
      "on-the-day of target:board_decision to room of officers",
    ]);
  });

  test("[K50] president and vice-president are reminded of notices not sent, each once", () => {
    const late = tick(decidedAt("2026-03-01T10:00"), "2026-03-05T09:00");
    expect(inWords(late.entries)).toEqual([
      "overdue-1 of target:inform to president",
      "overdue-1 of target:inform to vice",
    ]);
    expect(tick(late.current, "2026-03-05T09:01").entries).toEqual([]);
  });

  test("[K50][V-03] a president who stepped aside is not reminded", () => {
    const recused = goOn(decidedAt("2026-03-01T10:00"), { kind: "recused", person: "president" });
    expect(inWords(tick(recused, "2026-03-05T09:00").entries)).toEqual(["overdue-1 of target:inform to vice"]);
  });

  test("[E-31] where nobody is left to be reminded the officers are", () => {
    const recused = goOn(
      decidedAt("2026-03-01T10:00"),
      { kind: "recused", person: "president" },
      { kind: "recused", person: "vice" },
    );
    expect(inWords(tick(recused, "2026-03-05T09:00").entries)).toEqual([
      "overdue-1 of target:inform to room of officers",
    ]);
  });

  test("[E-23] after weeks without the program there is one reminder, not one for each that was missed", () => {
    const { entries, current } = tick(caseAt("contact"), "2026-04-20T12:00");
    expect(inWords(entries)).toEqual(["overdue-7 of task:contact:acknowledge to room of officers"]);
    expect(tick(current, "2026-04-20T12:00").entries).toEqual([]);
    expect(inWords(tick(current, "2026-04-22T09:00").entries)).toEqual([
      "overdue-8 of task:contact:acknowledge to room of officers",
    ]);
  });

  test("[E-23] in the end it stays silent", () => {
    const { current } = tick(caseAt("contact"), "2026-04-22T09:00");
    expect(tick(current, "2036-01-01T09:00").entries).toEqual([]);
    expect(wakesOf(kth, current)).toEqual([]);
  });

  test("a reminder so many working days before a deadline falls on a working day", () => {
    const working = kthWith("before: [1d]", "before: [1wd]");
    // Two weeks from a Sunday end on a Sunday; the working day before it is a Friday.
    const current = goOn(caseAt("hear_respondent"), {
      at: at("2026-03-08T10:00"),
      entry: concluded("hear_respondent", "heard", "board_decision"),
    });
    const { day, reminders } = deadlineOf(current, "target:board_decision", working);
    expect(`${day.toString()}, before it ${stockholm(reminders[0]?.at ?? filed)}`).toBe(
      "2026-03-22, before it 2026-03-20T09:00",
    );
  });

  test("a reminder that falls on the day of filing or before it is not given", () => {
    const early = kthWith("before: [1d]", "before: [5d, 2d, 1d]");
    expect(deadlineOf(caseAt("contact"), "task:contact:acknowledge", early).reminders[0]?.occasion).toBe(
      "before-1-days",
    );
  });

  test("[K71] in whatever order the rulebook lists them, the latest that is due is given", () => {
    const swapped = kthWith(
      "remind_before: [14d, 1d]\n    notice: warning",
      "remind_before: [1d, 14d]\n    notice: warning",
    );
    const current = informed("warning", "2026-03-01T10:00", "2026-03-02T10:00");
    const first = tick(current, "2027-02-15T09:00", swapped);
    expect(inWords(first.entries)).toContain("before-14-days of lapse:warning to s1");
    const second = tick(first.current, "2027-02-28T09:00", swapped);
    expect(inWords(second.entries)).toContain("before-1-days of lapse:warning to s1");
  });
});

describe("sanctions lapse by themselves", () => {
  test("[K71] the officers are reminded 14 days and 1 day before a suspension lapses", () => {
    const current = informed("second_degree", "2026-05-08T10:00", "2026-05-10T10:00");
    expect(deadlineOf(current, "lapse:second_degree").day.toString()).toBe("2027-05-10");
    const fortnight = tick(current, "2027-04-26T09:00");
    expect(inWords(fortnight.entries)).toEqual([
      "before-14-days of lapse:second_degree to s1",
      "before-14-days of lapse:second_degree to s2",
      "before-14-days of lapse:second_degree to s3",
    ]);
    expect(tick(current, "2027-04-26T08:59").entries).toEqual([]);
    expect(inWords(tick(fortnight.current, "2027-05-09T09:00").entries)).toContain(
      "before-1-days of lapse:second_degree to s1",
    );
  });

  test("[K63][E-22] a warning of 10 January 2026 holds on 9 January 2027 and lapses at 00:00 of the 10th, once", () => {
    const current = informed("warning", "2026-01-10T10:00", "2026-01-12T10:00");
    const reminded = tick(current, "2027-01-09T23:59").current;
    expect(reminded.lapsed).toEqual([]);
    const lapsed = tick(reminded, "2027-01-10T00:00");
    expect(inWords(lapsed.entries)).toEqual([
      "warning lapsed on 2027-01-10T00:00",
      "sanction-lapsed to respondent",
      "sanction-lapsed to s1",
      "sanction-lapsed to s2",
      "sanction-lapsed to s3",
    ]);
    expect(tick(lapsed.current, "2027-01-10T00:00").entries).toEqual([]);
    expect(tick(lapsed.current, "2030-01-01T00:00").entries).toEqual([]);
    expect(wakesOf(kth, lapsed.current)).toEqual([]);
  });

  test("[K63][E-22] a program that was off from the 8th to the 12th lapses it as of the 10th, without late reminders", () => {
    const current = informed("warning", "2026-01-10T10:00", "2026-01-12T10:00");
    const { entries } = tick(current, "2027-01-12T15:00");
    expect(inWords(entries).slice(0, 2)).toEqual([
      "warning lapsed on 2027-01-10T00:00",
      "sanction-lapsed to respondent",
    ]);
    expect(entries).toHaveLength(5);
  });

  test("[K67][K48] a suspension of which the person has not been told does not run, and does not lapse", () => {
    const current = decidedAt("2026-03-01T10:00", "first_degree");
    expect(deadlinesOf(kth, current).map(({ key }) => key)).toEqual(["target:inform"]);
    expect(inWords(tick(current, "2030-01-01T12:00").entries).join()).not.toContain("lapse");
  });

  test("[K61] an admonition is done when it is told: nothing lapses", () => {
    expect(deadlinesOf(kth, informed("admonition", "2026-03-01T10:00", "2026-03-04T10:00"))).toEqual([]);
  });

  test("[V-03] an officer who stepped aside is not told of the lapse", () => {
    const current = goOn(informed("warning", "2026-01-10T10:00", "2026-01-12T10:00"), {
      kind: "recused",
      person: "s2",
    });
    expect(inWords(tick(current, "2027-01-10T00:00").entries)).not.toContain("sanction-lapsed to s2");
  });
});

/** Everything that is said when the program looks at 00:00 and at 09:00 of each day. */
function twiceADay(start: Case): readonly string[] {
  let current = start;
  const said: string[] = [];
  const days = Array.from({ length: 420 }, (_, i) => Temporal.PlainDate.from("2026-03-01").add({ days: i }));
  for (const now of days.flatMap((day) => [at(`${day.toString()}T00:00`), at(`${day.toString()}T09:00`)])) {
    const round = tick(current, now);
    ({ current } = round);
    said.push(...inWords(round.entries));
  }
  return said;
}

/** Everything that is said when the program looks only at the moments it was told to wake. */
function byWakes(start: Case): readonly string[] {
  let current = start;
  const said: string[] = [];
  for (;;) {
    const [next] = wakesOf(kth, current).toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
    if (next === undefined) return said;
    const round = tick(current, next.at);
    if (round.entries.length === 0) throw new Error(`Nothing was due at the wake of ${next.key}.`);
    ({ current } = round);
    said.push(...inWords(round.entries));
  }
}

describe("laws of what is due", () => {
  const cases = fc.constantFrom(
    caseAt("contact"),
    caseAt("board_decision"),
    caseAt("briefed"),
    decidedAt("2026-03-01T10:00", "warning"),
    informed("first_degree", "2026-03-01T10:00", "2026-03-04T10:00"),
    informed("warning", "2026-03-01T10:00", "2026-03-04T10:00"),
  );
  const from = at("2026-03-01T10:00");
  const moments = fc
    .array(fc.integer({ min: 0, max: 500 * 24 }), { minLength: 1, maxLength: 12 })
    .map((hours) => hours.toSorted((a, b) => a - b).map((each) => from.add({ hours: each })));

  test("[E-20][E-22][E-23] however irregularly the program wakes, nothing is said twice, and a second look changes nothing", () => {
    fc.assert(
      fc.property(cases, moments, (start, wakings) => {
        const said: string[] = [];
        let current = start;
        for (const now of wakings) {
          const round = tick(current, now);
          ({ current } = round);
          said.push(...inWords(round.entries));
          expect(tick(current, now).entries).toEqual([]);
        }
        expect(new Set(said).size).toBe(said.length);
      }),
      { numRuns: 60 },
    );
  });

  test("[E-20][E-21] whoever looks only when a wake says so misses nothing that looking twice a day finds", () => {
    for (const start of [
      caseAt("contact"),
      caseAt("briefed"),
      informed("warning", "2026-03-01T10:00", "2026-03-04T10:00"),
    ])
      expect(byWakes(start)).toEqual(twiceADay(start));
  });
});
