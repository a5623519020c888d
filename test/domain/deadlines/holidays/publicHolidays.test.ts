import Holidays from "date-holidays";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import { easterSunday } from "../../../../src/domain/deadlines/holidays/easter.ts";
import { publicHolidays } from "../../../../src/domain/deadlines/holidays/publicHolidays.ts";
import type { HolidayCalendar } from "../../../../src/rulebook/schema/holidays.ts";

const inWords = (calendar: HolidayCalendar, year: number) =>
  publicHolidays(calendar, year)
    .toSorted((a, b) => Temporal.PlainDate.compare(a.day, b.day))
    .map(({ day, id, isSubstitute }) => `${day.toString().slice(5)} ${id}${isSubstitute ? " (substitute)" : ""}`);

describe("the holidays of a year as its government published them", () => {
  test("England and Wales 2022 (gov.uk/bank-holidays): both days of Christmas move past each other, the jubilee moves May", () => {
    expect(inWords("GB-EAW", 2022)).toEqual([
      "01-01 new_years_day",
      "01-03 new_years_day (substitute)",
      "04-15 good_friday",
      "04-18 easter_monday",
      "05-02 early_may_bank_holiday",
      "06-02 spring_bank_holiday",
      "06-03 platinum_jubilee",
      "08-29 summer_bank_holiday",
      "09-19 state_funeral",
      "12-25 christmas_day",
      "12-26 boxing_day",
      "12-27 christmas_day (substitute)",
    ]);
  });

  test("England and Wales 2021: Christmas Day on a Saturday is kept on Monday, Boxing Day on Tuesday", () => {
    expect(inWords("GB-EAW", 2021).slice(-4)).toEqual([
      "12-25 christmas_day",
      "12-26 boxing_day",
      "12-27 christmas_day (substitute)",
      "12-28 boxing_day (substitute)",
    ]);
  });

  test("[F254] England and Wales over Christmas 2026 and to August 2027, as the bye-laws of FXSU are checked with", () => {
    const days = [...inWords("GB-EAW", 2026), ...inWords("GB-EAW", 2027)];
    expect(days).toEqual(
      expect.arrayContaining([
        "12-25 christmas_day",
        "12-28 boxing_day (substitute)",
        "01-01 new_years_day",
        "03-26 good_friday",
        "03-29 easter_monday",
        "05-03 early_may_bank_holiday",
        "05-31 spring_bank_holiday",
        "08-30 summer_bank_holiday",
      ]),
    );
  });

  test("Sweden 2026: the eve of midsummer is the Friday between 19 and 25 June", () => {
    expect(inWords("SE", 2026)).toEqual([
      "01-01 new_years_day",
      "01-06 epiphany",
      "04-03 good_friday",
      "04-05 easter_sunday",
      "04-06 easter_monday",
      "05-01 may_day",
      "05-14 ascension_day",
      "05-24 whit_sunday",
      "06-06 swedish_national_day",
      "06-19 midsummer_eve",
      "06-20 midsummer_day",
      "10-31 all_saints_day",
      "12-24 christmas_eve",
      "12-25 christmas_day",
      "12-26 boxing_day",
      "12-31 new_years_eve",
    ]);
  });

  test.each([
    [2023, ["05-05 great_prayer_day"]],
    [2024, []],
  ] as const)("Denmark keeps Great Prayer Day until 2023: %i", (year, kept) => {
    expect(inWords("DK", year).filter((line) => line.includes("prayer"))).toEqual(kept);
  });

  test("Denmark 2026: the days that lukkeloven § 2 names", () => {
    expect(inWords("DK", 2026)).toEqual([
      "01-01 new_years_day",
      "04-02 maundy_thursday",
      "04-03 good_friday",
      "04-05 easter_sunday",
      "04-06 easter_monday",
      "05-14 ascension_day",
      "05-24 whit_sunday",
      "05-25 whit_monday",
      "12-25 christmas_day",
      "12-26 boxing_day",
    ]);
  });

  test("Alberta 2026 (alberta.ca/alberta-general-holidays): nine days", () => {
    expect(inWords("CA-AB", 2026)).toEqual([
      "01-01 new_years_day",
      "02-16 family_day",
      "04-03 good_friday",
      "05-18 victoria_day",
      "07-01 canada_day",
      "09-07 labour_day",
      "10-12 thanksgiving",
      "11-11 remembrance_day",
      "12-25 christmas_day",
    ]);
  });

  test("Saskatchewan 2018: Canada Day and Remembrance Day on a Sunday are kept on the Monday, Saskatchewan Day in August", () => {
    expect(inWords("CA-SK", 2018)).toEqual([
      "01-01 new_years_day",
      "02-19 family_day",
      "03-30 good_friday",
      "05-21 victoria_day",
      "07-01 canada_day",
      "07-02 canada_day (substitute)",
      "08-06 saskatchewan_day",
      "09-03 labour_day",
      "10-08 thanksgiving",
      "11-11 remembrance_day",
      "11-12 remembrance_day (substitute)",
      "12-25 christmas_day",
    ]);
  });

  test.each([
    ["the earliest there is", 1818, "03-22"],
    ["the latest there is", 2038, "04-25"],
    ["one that an exception of the moon keeps from 26 April", 1981, "04-19"],
    ["the other exception", 2049, "04-18"],
    ["this year", 2026, "04-05"],
  ] as const)("Easter: %s, %i", (_, year, day) => {
    expect(easterSunday(year).toString().slice(5)).toBe(day);
  });
});

const FIRST = 2000;
const LAST = 2060;

const places: Readonly<Record<HolidayCalendar, readonly [string, string?]>> = {
  "GB-EAW": ["GB", "ENG"],
  SE: ["SE"],
  DK: ["DK"],
  "CA-AB": ["CA", "AB"],
  "CA-SK": ["CA", "SK"],
};

/** Days on which the library and the law differ, and why the law has it so. */
interface Difference {
  readonly why: string;
  readonly lawOnly?: readonly string[];
  readonly libraryOnly?: readonly string[];
}

const canadaDay: Difference = {
  why: "The library leaves Canada Day on a Sunday; the Holidays Act, section 2, puts it on 2 July.",
  lawOnly: [2001, 2007, 2012, 2018, 2029, 2035, 2040, 2046, 2057].map((year) => `${year}-07-02`),
};

const differences: Readonly<Record<HolidayCalendar, readonly Difference[]>> = {
  "GB-EAW": [
    {
      why: "The library leaves the spring bank holiday in May; proclamations moved it to both golden and diamond jubilee.",
      lawOnly: ["2002-06-04", "2012-06-04"],
      libraryOnly: ["2002-05-27", "2012-05-28"],
    },
    {
      why: "The library does not have the day of the golden jubilee and of the royal wedding.",
      lawOnly: ["2002-06-03", "2011-04-29"],
    },
  ],
  SE: [
    {
      why: "The library has Whit Monday as no holiday in any year; it was one until SFS 2004:1320.",
      lawOnly: ["2000-06-12", "2001-06-04", "2002-05-20", "2003-06-09", "2004-05-31"],
    },
  ],
  DK: [],
  "CA-AB": [canadaDay],
  "CA-SK": [
    canadaDay,
    {
      why: "The library has Family Day in every year; Saskatchewan keeps it since 2007.",
      libraryOnly: ["2000-02-21", "2001-02-19", "2002-02-18", "2003-02-17", "2004-02-16", "2005-02-21", "2006-02-20"],
    },
    {
      why: "The library moves nothing from a Sunday; section 2-30 keeps Remembrance Day on the Monday.",
      lawOnly: [2001, 2007, 2012, 2018, 2029, 2035, 2040, 2046, 2057].map((year) => `${year}-11-12`),
    },
    {
      why: "The same for New Year's Day.",
      lawOnly: [2006, 2012, 2017, 2023, 2034, 2040, 2045, 2051].map((year) => `${year}-01-02`),
    },
    {
      why: "The same for Christmas Day.",
      lawOnly: [2005, 2011, 2016, 2022, 2033, 2039, 2044, 2050].map((year) => `${year}-12-26`),
    },
  ],
};

/** The days off of a year by the library: public ones, and the three eves of Sweden, which it calls holidays of the banks. */
function byLibrary(calendar: HolidayCalendar, year: number): readonly string[] {
  const [country, state] = places[calendar];
  const library = state === undefined ? new Holidays(country) : new Holidays(country, state);
  return library
    .getHolidays(year)
    .filter(({ type }) => type === "public" || (calendar === "SE" && type === "bank"))
    .map(({ date }) => date.slice(0, 10));
}

describe("the rules agree with date-holidays", () => {
  test.each(Object.keys(places) as readonly HolidayCalendar[])(
    `%s from ${FIRST} to ${LAST}, but for the days on which the law is otherwise`,
    (calendar) => {
      const years = Array.from({ length: LAST - FIRST + 1 }, (_, i) => FIRST + i);
      const law = new Set(years.flatMap((year) => publicHolidays(calendar, year).map(({ day }) => day.toString())));
      const library = new Set(years.flatMap((year) => byLibrary(calendar, year)));
      const known = differences[calendar];
      expect([...law].filter((day) => !library.has(day)).toSorted()).toEqual(
        known.flatMap(({ lawOnly = [] }) => lawOnly).toSorted(),
      );
      expect([...library].filter((day) => !law.has(day)).toSorted()).toEqual(
        known.flatMap(({ libraryOnly = [] }) => libraryOnly).toSorted(),
      );
      expect(library.size).toBeGreaterThan(500);
    },
  );
});
