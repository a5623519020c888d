import type { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";
import { dayOf, numberOf } from "./dayNumber.ts";
import { dayOff } from "./workingDays.ts";

/**
 * A day so much later (step 1) or earlier (step -1). Weeks, months and years end on the corresponding day, or on the last day of the month
 * where there is none (Dodds v Walker [1981] 1 WLR 1027; lag 1930:173, 1 §). Clear days leave out both ends, so there is one more (CPR
 * 2.8(3)). Of hours each begun 24 are a day.
 */
export function moveBy(rulebook: Rulebook, day: Temporal.PlainDate, span: Span, step: 1 | -1): Temporal.PlainDate {
  return dayOf(moveNumber(rulebook, numberOf(day), span, step));
}

/** The same with the numbers of the days, as numberOf gives them. */
export function moveNumber(rulebook: Rulebook, number: number, span: Span, step: 1 | -1): number {
  const amount = step * span.amount;
  switch (span.unit) {
    case "hours":
      return number + step * Math.ceil(span.amount / 24);
    case "days":
      return number + amount;
    case "clear-days":
      return number + amount + step;
    case "working-days":
      return moveWorkingDays(rulebook, number, span.amount, step);
    case "clear-working-days":
      return moveWorkingDays(rulebook, number, span.amount + 1, step);
    case "weeks":
      return number + 7 * amount;
    case "months":
      return numberOf(dayOf(number).add({ months: amount }));
    case "years":
      return numberOf(dayOf(number).add({ years: amount }));
  }
}

function moveWorkingDays(rulebook: Rulebook, from: number, amount: number, step: 1 | -1): number {
  let number = from;
  for (let left = amount; left > 0;) {
    number += step;
    if (dayOff(rulebook, number) === undefined) left -= 1;
  }
  return number;
}
