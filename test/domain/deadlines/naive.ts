/**
 * Counts deadlines as a person with a wall calendar would: one day after the other, on JavaScript dates, with nothing of Temporal and
 * nothing of the domain. Slow, and easy to believe.
 */
export interface NaiveRule {
  readonly amount: number;
  readonly unit: "days" | "clear-days" | "working-days" | "clear-working-days" | "weeks" | "months" | "years";
  readonly direction: "after" | "before";
  readonly isFirstDayCounted: boolean;
  readonly roll: "none" | "next" | "previous";
  /** Days on which nobody works though they are no weekend, as 2026-12-25. */
  readonly daysOff: ReadonlySet<string>;
  /** Days that do not count. */
  readonly paused: ReadonlySet<string>;
}

const DAY = 86_400_000;
const text = (time: number) => new Date(time).toISOString().slice(0, 10);
const isWeekend = (time: number) => [0, 6].includes(new Date(time).getUTCDay());

export function naiveLastDay(event: string, rule: NaiveRule): string {
  const { unit, direction, daysOff, paused } = rule;
  const step = direction === "after" ? DAY : -DAY;
  const isWorked = (time: number) => !isWeekend(time) && !daysOff.has(text(time));
  const isClear = unit.startsWith("clear");
  const isOfWorkingDays = unit.endsWith("working-days");
  const start = Date.parse(event);
  let wanted = (isOfWorkingDays ? rule.amount : lengthInDays(start, rule)) + (isClear ? 1 : 0);
  let at = start;
  if (rule.isFirstDayCounted && !isClear && wanted > 0) at -= step;
  while (wanted > 0) {
    at += step;
    if (!paused.has(text(at)) && (!isOfWorkingDays || isWorked(at))) wanted -= 1;
  }
  if (rule.roll === "none") return text(at);
  while (!isWorked(at) || paused.has(text(at))) at += rule.roll === "next" ? DAY : -DAY;
  return text(at);
}

/** How many days a length is: of months and years it is counted to the day of the same number, or to the last of a shorter month. */
function lengthInDays(start: number, { amount, unit, direction }: NaiveRule): number {
  if (unit === "weeks") return 7 * amount;
  if (unit !== "months" && unit !== "years") return amount;
  const from = new Date(start);
  const months = (unit === "years" ? 12 : 1) * amount * (direction === "after" ? 1 : -1);
  const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1));
  let length = 31;
  while (new Date(first.getTime() + (length - 1) * DAY).getUTCMonth() !== first.getUTCMonth()) length -= 1;
  const end = first.getTime() + (Math.min(from.getUTCDate(), length) - 1) * DAY;
  return Math.abs(end - start) / DAY;
}
