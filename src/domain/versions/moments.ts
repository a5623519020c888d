import type { HolidayCalendar } from "../../rulebook/schema/holidays.ts";
import { spanWords, wordsOf } from "../lint/words.ts";

const moments: Readonly<Record<string, string>> = {
  "report.received": "the report",
  "incident.date": "the incident",
  "stage.opened": "the beginning of the stage",
  "decision.made": "the decision",
  "decision.notified": "the notice of the decision",
  "case.closed": "the end of the case",
  "new.effective": "the day on which the other sanction has been decided and has reached the person",
  "sanction.lapsed": "the end of the sanction",
  "challenges.decided": "the decision on every appeal",
};

const units = { h: "hours", d: "days", wd: "working-days", w: "weeks", mo: "months", y: "years" } as const;

/** A moment as a board reads it: "the notice of the decision", "30 days after the end of the case", "the end of “voting” in “election”". */
export function momentWords(text: string): string | undefined {
  const [, moment = text, amount, unit] = /^([a-z_.]+) \+ (\d+)(h|d|wd|w|mo|y)$/.exec(text) ?? [];
  const known = moments[moment] ?? programmeWords(moment);
  const length = Object.entries(units).find(([short]) => short === unit)?.[1];
  if (known === undefined || length === undefined) return known;
  return `${spanWords({ amount: Number(amount), unit: length })} after ${known}`;
}

function programmeWords(text: string): string | undefined {
  const [, programme, phase, end] = /^programme:([a-z0-9_]+)\.([a-z0-9_]+)\.(opens|closes)$/.exec(text) ?? [];
  if (programme === undefined || phase === undefined) return undefined;
  return `the ${end === "opens" ? "beginning" : "end"} of “${wordsOf(phase)}” in “${wordsOf(programme)}”`;
}

const months = "January February March April May June July August September October November December".split(" ");

/** A day of every year, 06-15 as "15 June". */
export function dayOfYear(text: string): string | undefined {
  const [, month, day] = /^(\d\d)-(\d\d)$/.exec(text) ?? [];
  const name = months[Number(month) - 1];
  return name === undefined ? undefined : `${Number(day)} ${name}`;
}

const countries: Readonly<Record<HolidayCalendar, string>> = {
  "GB-EAW": "England and Wales",
  SE: "Sweden",
  DK: "Denmark",
  "CA-AB": "Alberta",
  "CA-SK": "Saskatchewan",
};

/** The holidays that have a name: "the public holidays of Sweden". */
export function holidayWords(text: string): string | undefined {
  const country = Object.entries(countries).find(([calendar]) => calendar === text)?.[1];
  return country === undefined ? undefined : `the public holidays of ${country}`;
}
