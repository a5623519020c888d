import type { Speech } from "./speech.ts";

interface Parts {
  readonly weekday: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string): Intl.DateTimeFormat {
  const known = formats.get(locale);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  formats.set(locale, made);
  return made;
}

/** The parts of a day in a language, without the full stops and commas of an abbreviated date. */
function partsOf(locale: string, day: string): Parts {
  const parts = formatOf(locale).formatToParts(new Date(`${day}T00:00:00Z`));
  const part = (type: keyof Parts) => (parts.find((each) => each.type === type)?.value ?? "").replace(/\.$/, "");
  return { weekday: part("weekday"), day: part("day"), month: part("month"), year: part("year") };
}

/** A day such as 2026-12-17, in short: "Thu 17 Dec 2026". */
export function shortDay(speech: Speech, day: string): string {
  const { weekday, day: date, month, year } = partsOf(speech.locale, day);
  return `${weekday} ${date} ${month} ${year}`;
}

/** Days, earliest first, by their months: "25 and 28 Dec, 1 Jan"; with years where a month comes in more than one. */
export function shortDays(speech: Speech, days: readonly string[]): string {
  const months = Map.groupBy(days, (day) => day.slice(0, 7));
  const isAmbiguous = new Set([...months.keys()].map((month) => month.slice(5))).size < months.size;
  return [...months.values()]
    .map((ofMonth) => {
      const parts = ofMonth.map((day) => partsOf(speech.locale, day));
      const { month = "", year = "" } = parts[0] ?? {};
      const dates = speech.list(runs(parts.map(({ day }) => Number(day))));
      return isAmbiguous ? `${dates} ${month} ${year}` : `${dates} ${month}`;
    })
    .join(", ");
}

/** Numbers with those in a row drawn together: 24, 28 to 31 as "24", "28–31". */
function runs(numbers: readonly number[]): readonly string[] {
  const found: number[][] = [];
  for (const number of numbers) {
    const run = found.at(-1);
    if (run !== undefined && run.at(-1) === number - 1) run.push(number);
    else found.push([number]);
  }
  return found.flatMap((run) => (run.length < 3 ? run.map(String) : [`${run[0] ?? ""}–${run.at(-1) ?? ""}`]));
}
