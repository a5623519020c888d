import type { Span } from "../rulebook/schema/vocabulary.ts";

/** How people write units of time, in the languages there are, and how a rulebook does. */
const words: Readonly<Record<Span["unit"], readonly string[]>> = {
  hours: ["h", "hour", "hours", "timme", "timmar"],
  days: ["d", "day", "days", "dag", "dagar"],
  "working-days": ["wd", "working day", "working days", "arbetsdag", "arbetsdagar"],
  "clear-days": ["cd", "clear day", "clear days"],
  "clear-working-days": ["cwd", "clear working day", "clear working days"],
  weeks: ["w", "week", "weeks", "vecka", "veckor"],
  months: ["mo", "month", "months", "månad", "månader"],
  years: ["y", "year", "years", "år"],
};

const units = Object.entries(words).flatMap(([unit, each]) => each.map((word) => ({ word, unit })));

const isUnit = (text: string): text is Span["unit"] => text in words;

/** A length of time as people write it: "90 days", "6 months", "1 år", "2w". Undefined when it is none, or none at all. */
export function parseLength(text: string): Span | undefined {
  const written = /^\s*(\d{1,4})\s*(\p{L}[\p{L} ]*?)\s*$/u.exec(text.normalize("NFC").toLowerCase());
  const amount = Number.parseInt(written?.[1] ?? "0", 10);
  const word = written?.[2]?.replaceAll(/\s+/g, " ");
  const unit = units.find((each) => each.word === word)?.unit;
  return unit === undefined || !isUnit(unit) || amount === 0 ? undefined : { amount, unit };
}

/** A length as a rulebook writes it: "90d". */
export const writeLength = ({ amount, unit }: Span): string => `${amount}${words[unit][0]}`;
