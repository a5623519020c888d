import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import { localTime, startOfDay } from "../../../src/domain/deadlines/calendar.ts";
import type { CountRule } from "../../../src/domain/deadlines/countRule.ts";
import { noticeRule, windowRule } from "../../../src/domain/deadlines/countRule.ts";
import { academicTermOn } from "../../../src/domain/deadlines/terms.ts";
import { countWindow, noticeBefore, windowAfter } from "../../../src/domain/deadlines/window.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import { span } from "../../../src/rulebook/schema/vocabulary.ts";
import { kth } from "../../fakes/kth.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const stretch = (from: string, to: string) => ({ from: day(from), to: day(to) });

const { calendar } = kth;

/** The bye-laws of a students' union: working days by the bank holidays of England and Wales, and its own closures. */
const union: Rulebook = {
  ...kth,
  organisation: { ...kth.organisation, timezone: "Europe/London" },
  calendar: { ...calendar, holidays: ["GB-EAW"] },
};
const unionWith = (more: Partial<typeof calendar>): Rulebook => ({
  ...union,
  calendar: { ...union.calendar, ...more },
});
const christmas = unionWith({ closures: [{ name: "Christmas closure", from: "2026-12-24", to: "2026-12-31" }] });

const noon = (rulebook: Rulebook, text: string) => startOfDay(rulebook, day(text)).add({ hours: 12 });
const last = (rulebook: Rulebook, from: string, length: string, more: Partial<CountRule> = {}) =>
  countWindow(rulebook, noon(rulebook, from), { ...windowRule(rulebook, span.parse(length)), ...more });
const count = (rulebook: Rulebook, from: string, length: string, more: Partial<CountRule> = {}) => {
  const window = last(rulebook, from, length, more);
  if (window.count.kind !== "days") throw new Error("This is counted in hours.");
  return window.count;
};

describe("the dates of the bye-laws", () => {
  test.each([
    ["[F254] ten working days over Christmas", union, "2026-12-18", "10wd", "2027-01-06"],
    ["[F254] the same with the union's closure", christmas, "2026-12-18", "10wd", "2027-01-12"],
    ["[F255] twenty working days over Easter", union, "2027-03-08", "20wd", "2027-04-07"],
    ["[F277] ten working days over Easter", union, "2026-04-01", "10wd", "2026-04-17"],
    ["[F122] five working days over Easter", union, "2027-03-24", "5wd", "2027-04-02"],
    ["[F207] two weeks", union, "2026-10-15", "2w", "2026-10-29"],
    ["[F209] six weeks", union, "2026-12-08", "6w", "2027-01-19"],
    ["[F131] fourteen clear days: the earliest day of the meeting", union, "2027-02-01", "14cd", "2027-02-16"],
    ["[K57] thirty days", kth, "2026-03-04", "30d", "2026-04-03"],
    ["[F004] two calendar weeks", union, "2026-11-02", "2w", "2026-11-16"],
  ] as const)("%s", (_, rulebook, from, length, expected) => {
    expect(last(rulebook, from, length).lastDay.toString()).toBe(expected);
  });

  test.each([
    ["[F210] two weeks' notice of a hearing", "2027-01-18", "2w", "2027-01-04"],
    ["[F211] evidence a week before it", "2027-01-18", "1w", "2027-01-11"],
    ["[F217] a month before nominations close", "2027-02-12", "1mo", "2027-01-12"],
    ["[F217] a month before the end of a longer month", "2027-03-31", "1mo", "2027-02-28"],
    ["[F282] ten working days over Easter", "2027-04-14", "10wd", "2027-03-31"],
    ["ten clear working days", "2026-12-14", "10cwd", "2026-11-27"],
  ] as const)("%s", (_, event, length, expected) => {
    const { lastDay, closes } = noticeBefore(union, noon(union, event), span.parse(length));
    expect(lastDay.toString()).toBe(expected);
    expect(localTime(union, closes).toString()).toBe(`${day(expected).add({ days: 1 }).toString()}T00:00:00`);
  });

  test.each([
    ["2027-02-08", "2027-02-12"],
    ["2027-03-25", "2027-04-02"],
  ])(
    "[F124] voting that opens on %s for five working days, that day being the first, closes with %s",
    (open, close) => {
      expect(last(union, open, "5wd", { firstDay: "counted" }).lastDay.toString()).toBe(close);
    },
  );

  test("clear days leave out both ends, also where the rulebook counts the first day", () => {
    expect(last(union, "2027-02-01", "14cd", { firstDay: "counted" }).lastDay.toString()).toBe("2027-02-16");
    expect(last(union, "2027-02-01", "10cwd", { firstDay: "counted" }).lastDay.toString()).toBe("2027-02-16");
  });
});

describe("a last day that is no working day", () => {
  test.each([
    ["none", "2026-06-19", 0],
    ["next", "2026-06-22", 1],
    ["previous", "2026-06-18", 1],
  ] as const)("%s: 30 days from 20 May 2026 in Sweden, where they end on Midsummer Eve", (roll, expected, moved) => {
    const { lastDay, moves } = count(kth, "2026-05-20", "30d", { roll });
    expect(lastDay.toString()).toBe(expected);
    expect(moves).toHaveLength(moved);
    for (const move of moves) expect(move).toMatchObject({ kind: "rolled", why: { id: "midsummer_eve" } });
  });

  test("the rulebook says which; notice before an event stays where it is", () => {
    const rolling = unionWith({ counting: { ...calendar.counting, roll: "next" } });
    expect(windowAfter(rolling, noon(union, "2026-12-11"), span.parse("2w")).lastDay.toString()).toBe("2026-12-29");
    expect(noticeBefore(rolling, noon(union, "2027-01-08"), span.parse("2w")).lastDay.toString()).toBe("2026-12-25");
  });
});

const asked = { pauses: [stretch("2026-10-20", "2026-10-26")] };

function hoursWithRest(hours: string, direction: "after" | "before", event: string): string {
  const rule = { ...noticeRule(span.parse(hours)), ...asked, direction };
  return localTime(union, countWindow(union, noon(union, event), rule).closes).toString();
}

describe("a stretch of days that does not count", () => {
  test("[F168] two weeks, asked on the fifth day and answered a week later, end a week later", () => {
    const { lastDay, paused } = count(union, "2026-10-15", "2w", asked);
    expect(lastDay.toString()).toBe("2026-11-05");
    expect(paused.map((each) => each.toString())).toEqual([
      "2026-10-20",
      "2026-10-21",
      "2026-10-22",
      "2026-10-23",
      "2026-10-24",
      "2026-10-25",
      "2026-10-26",
    ]);
  });

  test.each([
    ["working days", "2026-10-15", "5wd", "2026-10-29"],
    ["a month", "2026-10-15", "1mo", "2026-11-22"],
    ["a rest after the last day", "2026-10-01", "2w", "2026-10-15"],
    ["an event on a day of rest", "2026-10-22", "3d", "2026-10-29"],
  ] as const)("%s", (_, from, length, expected) => {
    expect(count(union, from, length, asked).lastDay.toString()).toBe(expected);
  });

  test("hours do not run on its days, whose midnights are those of the clocks", () => {
    expect(hoursWithRest("24h", "after", "2026-10-19")).toBe("2026-10-27T12:00:00");
    expect(hoursWithRest("12h", "after", "2026-10-19")).toBe("2026-10-20T00:00:00");
    expect(hoursWithRest("11h", "after", "2026-10-19")).toBe("2026-10-19T23:00:00");
    expect(hoursWithRest("6h", "after", "2026-10-22")).toBe("2026-10-27T06:00:00");
    expect(hoursWithRest("24h", "before", "2026-10-27")).toBe("2026-10-19T12:00:00");
    expect(hoursWithRest("6h", "before", "2026-10-22")).toBe("2026-10-19T18:00:00");
  });
});

const closesWith = (extensions: CountRule["extensions"]) =>
  localTime(union, last(union, "2026-10-23", "24h", { extensions }).closes).toString();

const by = (length: string) => ({ kind: "by", span: span.parse(length) }) as const;
const until = (text: string) => ({ extensions: [{ kind: "until", day: day(text) }] }) as const;

describe("more time", () => {
  test("runs on from the last day as it stood", () => {
    const extensions = [by("2w"), by("5wd")];
    const { moves, lastDay } = count(union, "2026-10-15", "2w", { extensions });
    expect(lastDay.toString()).toBe("2026-11-19");
    expect(moves.map(({ kind, from, to }) => `${kind} ${from.toString()} ${to.toString()}`)).toEqual([
      "extended 2026-10-29 2026-11-12",
      "extended 2026-11-12 2026-11-19",
    ]);
  });

  test("until a day never shortens", () => {
    expect(count(union, "2026-10-15", "2w", until("2026-11-03")).lastDay.toString()).toBe("2026-11-03");
    expect(count(union, "2026-10-15", "2w", until("2026-10-20")).lastDay.toString()).toBe("2026-10-29");
  });

  test("of hours, or to the end of a day", () => {
    expect(closesWith([by("48h")])).toBe("2026-10-26T11:00:00");
    expect(closesWith([by("2d")])).toBe("2026-10-26T12:00:00");
    expect(closesWith([{ kind: "until", day: day("2026-10-26") }])).toBe("2026-10-27T00:00:00");
    expect(closesWith([{ kind: "until", day: day("2026-10-22") }])).toBe("2026-10-24T12:00:00");
  });
});

describe("[F214] a window that ends in a vacation", () => {
  const vacation = { name: "Christmas vacation", from: "2026-12-12", to: "2027-01-10" };

  test("is offered the first working day after it, and stays until that is taken", () => {
    const offering = unionWith({ vacations: [{ ...vacation, deadlines: "offer_extension" }] });
    const { lastDay, offer, moves } = count(offering, "2026-12-10", "2w");
    expect([lastDay.toString(), offer?.vacation, offer?.until.toString()]).toEqual([
      "2026-12-24",
      "Christmas vacation",
      "2027-01-11",
    ]);
    expect(moves).toEqual([]);
    expect(count(offering, "2026-11-01", "2w").offer).toBeUndefined();
  });

  test("goes on to that day where the rulebook says so", () => {
    const extending = unionWith({ vacations: [{ ...vacation, deadlines: "extend" }] });
    const { lastDay, moves } = count(extending, "2026-12-10", "2w");
    expect(lastDay.toString()).toBe("2027-01-11");
    expect(moves).toMatchObject([{ kind: "vacation", name: "Christmas vacation" }]);
    expect(noticeBefore(extending, noon(union, "2027-01-05"), span.parse("1w")).lastDay.toString()).toBe("2026-12-29");
  });
});

test("what is left out is told with its name, a public holiday within a closure by its own", () => {
  const off = count(
    unionWith({
      closures: [{ name: "Closure", from: "2026-12-25", to: "2026-12-29" }],
      holidays: ["GB-EAW", "2026-12-30"],
    }),
    "2026-12-24",
    "1wd",
  );
  expect(off.skipped.map(({ day: skipped, why }) => [skipped.toString(), why])).toEqual([
    ["2026-12-25", { kind: "holiday", id: "christmas_day", isSubstitute: false }],
    ["2026-12-28", { kind: "holiday", id: "boxing_day", isSubstitute: true }],
    ["2026-12-29", { kind: "closure", name: "Closure" }],
    ["2026-12-30", { kind: "listed" }],
  ]);
});

describe("[F098] hours are elapsed time", () => {
  test.each([
    ["over the spring change in London", "Europe/London", "2027-03-27T12:00", "48h", "2027-03-29T13:00:00"],
    ["over the autumn change in London", "Europe/London", "2026-10-24T12:00", "48h", "2026-10-26T11:00:00"],
    [
      "in Alberta, where the clocks stay from 2026 on",
      "America/Edmonton",
      "2026-10-31T12:00",
      "24h",
      "2026-11-01T12:00:00",
    ],
    [
      "over a midnight that the clocks of Havana skip",
      "America/Havana",
      "2026-03-07T23:30",
      "1h",
      "2026-03-08T01:30:00",
    ],
    ["over a midnight that comes twice in Havana", "America/Havana", "2026-10-31T23:30", "1h", "2026-11-01T00:30:00"],
  ] as const)("%s", (_, timezone, at, length, ends) => {
    const there: Rulebook = { ...kth, organisation: { ...kth.organisation, timezone } };
    const event = Temporal.PlainDateTime.from(at).toZonedDateTime(timezone).toInstant();
    expect(localTime(there, windowAfter(there, event, span.parse(length)).closes).toString()).toBe(ends);
  });
});

describe("terms of the academic year", () => {
  const taught = unionWith({
    terms: {
      autumn_2026: { from: "2026-09-21", to: "2026-12-11" },
      spring_2027: { from: "2027-01-11", to: "2027-03-19" },
    },
  });

  test.each([
    ["2026-09-21", "autumn_2026"],
    ["2026-12-11", "autumn_2026"],
    ["2026-12-12", undefined],
    ["2027-02-01", "spring_2027"],
    ["2027-06-01", undefined],
  ])("[F053] %s is in %s", (at, term) => {
    expect(academicTermOn(taught, day(at))?.name).toBe(term);
  });
});
