import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import { startOfDay } from "../../src/domain/deadlines/calendar.ts";
import { windowRule } from "../../src/domain/deadlines/countRule.ts";
import type { CountRule } from "../../src/domain/deadlines/countRule.ts";
import { holidayIds } from "../../src/domain/deadlines/holidays/holiday.ts";
import { countWindow } from "../../src/domain/deadlines/window.ts";
import { languages, speechOf } from "../../src/locale/speech.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";
import { span } from "../../src/rulebook/schema/vocabulary.ts";
import { sayCount, saySkipped } from "../../src/surface/counting.ts";
import { kth } from "../fakes/kth.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const english = speechOf("en");
const swedish = speechOf("sv");

const union: Rulebook = {
  ...kth,
  organisation: { ...kth.organisation, timezone: "Europe/London" },
  calendar: {
    ...kth.calendar,
    holidays: ["GB-EAW", "2027-01-04"],
    closures: [{ name: "Founders' days", from: "2027-02-01", to: "2027-02-05" }],
    vacations: [{ name: "summer vacation", from: "2027-07-01", to: "2027-08-31", deadlines: "extend" }],
  },
};
const banks: Rulebook = { ...union, calendar: { ...union.calendar, holidays: ["GB-EAW"] } };

function counted(rulebook: Rulebook, from: string, length: string, more: Partial<CountRule> = {}) {
  const rule = { ...windowRule(rulebook, span.parse(length)), ...more };
  return countWindow(rulebook, startOfDay(rulebook, day(from)).add({ hours: 12 }), rule).count;
}

describe("a deadline shows its arithmetic", () => {
  test.each([
    [
      "ten working days over Christmas",
      counted(banks, "2026-12-17", "10wd"),
      "10 working days from Thu 17 Dec 2026: skips 25 and 28 Dec, 1 Jan; last day Tue 5 Jan 2027",
      "10 arbetsdagar från tors 17 dec 2026: hoppar över 25 och 28 dec, 1 jan; sista dagen är tis 5 jan 2027",
    ],
    [
      "nothing to skip",
      counted(banks, "2026-11-02", "2w"),
      "2 weeks from Mon 2 Nov 2026: last day Mon 16 Nov 2026",
      "2 veckor från mån 2 nov 2026: sista dagen är mån 16 nov 2026",
    ],
    [
      "a week of closure",
      counted(banks, "2027-01-29", "1wd"),
      "1 working day from Fri 29 Jan 2027: skips 1–5 Feb; last day Mon 8 Feb 2027",
      "1 arbetsdag från fre 29 jan 2027: hoppar över 1–5 feb; sista dagen är mån 8 feb 2027",
    ],
    [
      "a month that comes twice",
      counted(
        { ...banks, calendar: { ...banks.calendar, holidays: ["2026-03-02", "2027-03-02"] } },
        "2026-02-27",
        "265wd",
      ),
      "265 working days from Fri 27 Feb 2026: skips 2 Mar 2026, 1–5 Feb 2027, 2 Mar 2027; last day Tue 16 Mar 2027",
      "265 arbetsdagar från fre 27 feb 2026: hoppar över 2 mars 2026, 1–5 feb 2027, 2 mars 2027; sista dagen är tis 16 mars 2027",
    ],
    [
      "notice before a meeting",
      counted(banks, "2027-04-09", "10cwd", { direction: "before" }),
      "10 clear working days before Fri 9 Apr 2027: skips 26 and 29 Mar; last day Tue 23 Mar 2027",
      "10 hela mellanliggande arbetsdagar före fre 9 apr 2027: hoppar över 26 och 29 mars; sista dagen är tis 23 mars 2027",
    ],
    [
      "the first day counted",
      counted(banks, "2027-02-08", "5wd", { firstDay: "counted" }),
      "5 working days from Mon 8 Feb 2027, that day included: last day Fri 12 Feb 2027",
      "5 arbetsdagar från och med mån 8 feb 2027: sista dagen är fre 12 feb 2027",
    ],
    [
      "Midsummer Eve",
      counted(kth, "2026-05-20", "30d", { roll: "next" }),
      "30 days from Wed 20 May 2026: Fri 19 Jun 2026 (Midsummer Eve) is no working day, so it ends on Mon 22 Jun 2026; last day Mon 22 Jun 2026",
      "30 dagar från ons 20 maj 2026: fre 19 juni 2026 (midsommarafton) är ingen arbetsdag, så fristen går ut mån 22 juni 2026; sista dagen är mån 22 juni 2026",
    ],
    [
      "a rest and more time",
      counted(banks, "2026-10-15", "2w", {
        pauses: [{ from: day("2026-10-20"), to: day("2026-10-26") }],
        extensions: [
          { kind: "by", span: span.parse("3d") },
          { kind: "until", day: day("2026-11-20") },
        ],
      }),
      "2 weeks from Thu 15 Oct 2026: does not count Tue 20 Oct 2026 to Mon 26 Oct 2026; 3 days more, to Sun 8 Nov 2026; more time, to Fri 20 Nov 2026; last day Fri 20 Nov 2026",
      "2 veckor från tors 15 okt 2026: räknar inte tis 20 okt 2026 till mån 26 okt 2026; 3 dagar till, till sön 8 nov 2026; mer tid, till fre 20 nov 2026; sista dagen är fre 20 nov 2026",
    ],
    [
      "a vacation",
      counted(banks, "2027-06-25", "1mo"),
      "1 month from Fri 25 Jun 2027: Sun 25 Jul 2027 is in the summer vacation, so it ends on Wed 1 Sept 2027; last day Wed 1 Sept 2027",
      "1 månad från fre 25 juni 2027: sön 25 juli 2027 ligger i summer vacation, så fristen går ut ons 1 sep 2027; sista dagen är ons 1 sep 2027",
    ],
    [
      "hours in spring",
      counted(banks, "2027-03-27", "48h"),
      "48 hours from Sat 27 Mar 2027 12:00: the clocks go forward in between; ends Mon 29 Mar 2027 13:00",
      "48 timmar från lör 27 mars 2027 12:00: klockan ställs fram däremellan; går ut mån 29 mars 2027 13:00",
    ],
    [
      "hours in autumn",
      counted(banks, "2026-10-24", "48h", { extensions: [{ kind: "by", span: span.parse("1d") }] }),
      "48 hours from Sat 24 Oct 2026 12:00: the clocks go back in between; 1 day more, to Tue 27 Oct 2026 11:00; ends Tue 27 Oct 2026 11:00",
      "48 timmar från lör 24 okt 2026 12:00: klockan ställs tillbaka däremellan; 1 dag till, till tis 27 okt 2026 11:00; går ut tis 27 okt 2026 11:00",
    ],
  ])("%s", (_, count, inEnglish, inSwedish) => {
    expect(sayCount(english, banks, count)).toBe(inEnglish);
    expect(sayCount(swedish, banks, count)).toBe(inSwedish);
  });

  test("and why each day is skipped", () => {
    const over = counted(union, "2026-12-17", "10wd");
    const closed = counted(union, "2027-02-04", "1wd");
    if (over.kind !== "days" || closed.kind !== "days") throw new Error("These are counted in days.");
    expect(saySkipped(english, over.skipped)).toBe(
      "Fri 25 Dec 2026 (Christmas Day), Mon 28 Dec 2026 (in place of Boxing Day), Fri 1 Jan 2027 (New Year's Day) and Mon 4 Jan 2027 (day off)",
    );
    expect(saySkipped(english, closed.skipped)).toBe("Fri 5 Feb 2027 (closed: Founders' days)");
    expect(saySkipped(swedish, over.skipped.slice(0, 2))).toBe(
      "fre 25 dec 2026 (juldagen) och mån 28 dec 2026 (i stället för annandag jul)",
    );
  });

  test.each([...languages])("every public holiday has a name in %s", (language) => {
    const speech = speechOf(language);
    const nameless = holidayIds.filter((id) => speech.name("holiday", id) === id.replaceAll("_", " "));
    expect(nameless).toEqual([]);
  });
});
