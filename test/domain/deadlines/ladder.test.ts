import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import type { Case } from "../../../src/domain/case/case.ts";
import type { Entry } from "../../../src/domain/case/entry.ts";
import { dueEntries, wakesOf } from "../../../src/domain/deadlines/due.ts";
import { escalationsDue } from "../../../src/domain/deadlines/ladder.ts";
import type { Roster } from "../../../src/domain/roster.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import { acknowledged, at, caseAt, caseOf, filed, goOn, received, upTo } from "../../fakes/caseFile.ts";
import type { Played } from "../../fakes/caseFile.ts";
import { kth, kthWith, roster } from "../../fakes/kth.ts";

/** "reminder overdue-1 to room of officers", "rung 1 to president". */
function inWords(entries: readonly Entry[]): readonly string[] {
  return entries.flatMap((entry) => {
    if (entry.kind !== "notice-sent") return [];
    const whom = "person" in entry.to ? entry.to.person : entry.to.kind;
    const { subject } = entry;
    if (subject.kind === "escalation") return [`rung ${subject.rung} to ${whom}`];
    return subject.kind === "reminder" ? [`${subject.occasion} to ${whom}`] : [];
  });
}

interface Setting {
  readonly rulebook?: Rulebook;
  readonly roster?: Roster;
  readonly parties?: readonly string[];
}

const ids = (() => {
  let last = 0;
  return () => `id-${(last += 1)}`;
})();

/** What is due in a case at a moment, and the case after it. */
function tick(current: Case, now: Temporal.Instant, setting: Setting = {}) {
  const { rulebook = kth, roster: seated = roster, parties = [] } = setting;
  const entries = [
    ...dueEntries(rulebook, seated, current, now, ids),
    ...escalationsDue(rulebook, seated, current, parties, now, ids),
  ];
  return { entries, current: goOn(current, ...entries.map((entry): Played => ({ at: now, entry }))) };
}

/** Every day at nine from one to another: what is said on which, "03-07 rung 0 to s1". */
function everyDay(start: Case, from: string, days: number, setting: Setting = {}) {
  let current = start;
  const said: string[] = [];
  for (let i = 0; i < days; i += 1) {
    const day = Temporal.PlainDate.from(from).add({ days: i });
    const ticked = tick(current, at(`${day.toString()}T09:00`), setting);
    ({ current } = ticked);
    said.push(...inWords(ticked.entries).map((line) => `${day.toString().slice(5)} ${line}`));
  }
  return { current, said };
}

const rungs = (said: readonly string[]) => said.filter((line) => line.includes("rung"));
const taken = (officer: string): Entry => ({ kind: "taken", officer });
const seen = (current: Case, when: string, person: string): Case =>
  goOn(current, { at: at(when), entry: { kind: "notice-seen", notice: lastNotice(current), person } });
const lastNotice = (current: Case) => current.notices.at(-1)?.id ?? "";

describe("[E-32] what stays late climbs the ladder", () => {
  test("the acknowledgement was due on 3 March: the others of the officers are told on the 6th, the chair on the 10th, the auditors on the 17th and weekly", () => {
    const led = goOn(caseAt("contact"), taken("s1"));
    expect(rungs(everyDay(led, "2026-03-02", 36).said)).toEqual([
      "03-06 rung 0 to s2",
      "03-06 rung 0 to s3",
      "03-10 rung 1 to president",
      "03-10 rung 1 to vice",
      "03-17 rung 2 to a1",
      "03-24 rung 2 to a1",
      "03-31 rung 2 to a1",
    ]);
  });

  test("where nobody leads the case each officer is told by name", () => {
    expect(rungs(everyDay(caseAt("contact"), "2026-03-02", 6).said)).toEqual([
      "03-06 rung 0 to s1",
      "03-06 rung 0 to s2",
      "03-06 rung 0 to s3",
    ]);
  });

  test("a rung that is nobody falls through to the next, at its time", () => {
    const alone = caseOf(received({ handlers: ["s1"] }), taken("s1"));
    expect(rungs(everyDay(alone, "2026-03-02", 20).said)).toEqual([
      "03-06 rung 1 to president",
      "03-06 rung 1 to vice",
      "03-13 rung 2 to a1",
      "03-20 rung 2 to a1",
    ]);
  });

  test("where nobody is left above, those below are told again, each week; where nobody is left at all, the officers", () => {
    const noAuditor = { roster: { ...roster, auditor: [] } };
    const led = goOn(caseAt("contact"), taken("s1"));
    expect(rungs(everyDay(led, "2026-03-10", 30, noAuditor).said).slice(-2)).toEqual([
      "04-06 rung 2 to president",
      "04-06 rung 2 to vice",
    ]);
    const nobody = { roster: { safety_officer: ["s1"] } };
    const alone = caseOf(received({ handlers: ["s1"] }), taken("s1"));
    expect(rungs(everyDay(alone, "2026-03-02", 12, nobody).said)).toEqual(["03-06 rung 2 to s1", "03-13 rung 2 to s1"]);
  });

  test("once it is done nobody is told any more", () => {
    const done = goOn(caseAt("contact"), acknowledged);
    expect(everyDay(done, "2026-03-02", 60).said).toEqual([]);
  });

  test("a rulebook without a ladder tells nobody but the owner", () => {
    const without = kthWith(
      `    ladder:
      - { after: 3d, to: others }
      - { after: 7d, to: chair }
      - { after: 14d, to: "body:auditors" }
`,
      "",
    );
    expect(rungs(everyDay(caseAt("contact"), "2026-03-02", 60, { rulebook: without }).said)).toEqual([]);
  });

  test("[K13] what the board owes is told to the officers of the case, then to its chair", () => {
    expect(rungs(everyDay(caseAt("briefed"), "2026-03-14", 12).said)).toEqual([
      "03-18 rung 0 to s1",
      "03-18 rung 0 to s2",
      "03-18 rung 0 to s3",
      "03-22 rung 1 to president",
      "03-22 rung 1 to vice",
    ]);
  });

  test("[K50] those whose it is are not told of it as of somebody else's: the chair owes the notices, the auditors are next", () => {
    expect(rungs(everyDay(caseAt("inform"), "2026-03-02", 12).said)).toEqual([
      "03-07 rung 0 to s1",
      "03-07 rung 0 to s2",
      "03-07 rung 0 to s3",
      "03-11 rung 2 to a1",
    ]);
  });
});

describe("[E-23] nobody is told who may not know", () => {
  test("[V-03] neither a party nor whoever stepped aside or was passed by, on any rung", () => {
    const current = goOn(caseOf(received({ handlers: ["s1", "s2"], keptOut: ["s3", "a1"] }), taken("s1")), {
      kind: "recused",
      person: "vice",
    });
    const { said } = everyDay(current, "2026-03-02", 60, { parties: ["president", "s2"] });
    expect(new Set(rungs(said).map((line) => line.split(" to ")[1]))).toEqual(new Set(["s1"]));
  });

  test("[K26] where a party sits on the board, its members learn nothing", () => {
    const current = goOn(caseOf(received({ partyInBody: "board" })), taken("s1"));
    const { said } = everyDay(current, "2026-03-02", 20, { parties: ["b3"] });
    expect(rungs(said)).toEqual([
      "03-06 rung 0 to s2",
      "03-06 rung 0 to s3",
      "03-10 rung 2 to a1",
      "03-17 rung 2 to a1",
    ]);
  });
});

describe("somebody says that they have seen it", () => {
  const led = goOn(caseAt("contact"), taken("s1"));

  test("the next rung is told so much later", () => {
    const told = everyDay(led, "2026-03-02", 5).current;
    const after = seen(told, "2026-03-08T15:00", "s3");
    expect(rungs(everyDay(after, "2026-03-09", 12).said)).toEqual([
      "03-12 rung 1 to president",
      "03-12 rung 1 to vice",
      "03-19 rung 2 to a1",
    ]);
  });

  test("the last rung is told again a week after it was seen", () => {
    const told = everyDay(led, "2026-03-02", 16).current;
    const after = seen(told, "2026-03-20T10:00", "a1");
    expect(rungs(everyDay(after, "2026-03-21", 14).said)).toEqual(["03-27 rung 2 to a1", "04-03 rung 2 to a1"]);
  });
});

describe("[E-23] after an outage", () => {
  test("the owner is reminded first, and each rung has its time: nobody is told over somebody's head", () => {
    const led = goOn(caseAt("contact"), taken("s1"));
    expect(everyDay(led, "2026-05-01", 16).said).toEqual([
      "05-01 overdue-8 to room",
      "05-03 rung 0 to s2",
      "05-03 rung 0 to s3",
      "05-07 rung 1 to president",
      "05-07 rung 1 to vice",
      "05-14 rung 2 to a1",
    ]);
  });

  test("[E-32] whom no message reaches keeps nobody waiting: the next rung is told at once", () => {
    const told = everyDay(goOn(caseAt("contact"), taken("s1")), "2026-03-02", 5).current;
    const failed = goOn(
      told,
      ...told.notices
        .filter(({ subject }) => subject.kind === "escalation")
        .map(({ id }): Entry => ({ kind: "notice-failed", notice: id, reason: "no-account" })),
    );
    expect(rungs(everyDay(failed, "2026-03-07", 8).said)).toEqual([
      "03-07 rung 1 to president",
      "03-07 rung 1 to vice",
      "03-14 rung 2 to a1",
    ]);
  });
});

describe("however irregularly the program wakes", () => {
  const points = fc.constantFrom(...(["contact", "briefed", "inform"] as const));
  const hours = fc.array(fc.integer({ min: 1, max: 24 * 9 }), { minLength: 5, maxLength: 40 });
  const parties = fc.subarray(["president", "vice", "a1", "s2", "s3"]);

  test("[E-20][E-23] no rung is told twice at a time, none before its time, none to a party; a second look changes nothing", () => {
    fc.assert(
      fc.property(points, hours, parties, (point, gaps, known) => {
        let current = goOn(caseOf(...upTo[point]), taken("s1"));
        let now = filed;
        for (const gap of gaps) {
          now = now.add({ hours: gap });
          const ticked = tick(current, now, { parties: known });
          ({ current } = ticked);
          expect(inWords(tick(current, now, { parties: known }).entries)).toEqual([]);
          const people = ticked.entries.flatMap((entry) =>
            entry.kind === "notice-sent" && entry.subject.kind === "escalation" && entry.to.kind === "person"
              ? [entry.to.person]
              : [],
          );
          expect(new Set(people).size).toBe(people.length);
          expect(people.filter((person) => known.includes(person) && person !== "s1")).toEqual([]);
        }
        for (const { subject, sent } of current.notices) {
          if (subject.kind !== "escalation") continue;
          const rung = kth.calendar.reminders.ladder?.[Math.min(subject.rung, 0)];
          const first = Temporal.PlainDate.from(subject.day).add({ days: rung?.after.amount ?? 0 });
          expect(Temporal.Instant.compare(sent, at(`${first.toString()}T09:00`))).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 40 },
    );
  });

  test.each(["contact", "briefed", "inform"] as const)(
    "[E-21] whoever looks only when a wake says so tells the same on the same days as whoever looks every day: %s",
    (point) => {
      const start = goOn(caseOf(...upTo[point]), taken("s1"));
      const daily = everyDay(start, "2026-03-01", 60);
      let current = start;
      const said: string[] = [];
      for (;;) {
        const [next] = wakesOf(kth, current).toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
        if (next === undefined || Temporal.Instant.compare(next.at, at("2026-04-29T10:00")) > 0) break;
        const ticked = tick(current, next.at);
        ({ current } = ticked);
        const day = next.at.toZonedDateTimeISO("Europe/Stockholm").toPlainDate().toString().slice(5);
        said.push(...inWords(ticked.entries).map((line) => `${day} ${line}`));
      }
      expect(said).toEqual(daily.said);
    },
  );
});
