import type { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";
import { isWorkingDay } from "./workingDays.ts";

/**
 * A day so much later (step 1) or earlier (step -1). Weeks, months and years end on the corresponding day, or on the last day of the month
 * where there is none (Dodds v Walker [1981] 1 WLR 1027; lag 1930:173, 1 §). Clear days leave out both ends, so there is one more (CPR
 * 2.8(3)). Of hours each begun 24 are a day.
 */
export function moveBy(rulebook: Rulebook, day: Temporal.PlainDate, span: Span, step: 1 | -1): Temporal.PlainDate {
  const amount = step * span.amount;
  switch (span.unit) {
    case "hours":
      return day.add({ days: step * Math.ceil(span.amount / 24) });
    case "days":
      return day.add({ days: amount });
    case "clear-days":
      return day.add({ days: amount + step });
    case "working-days":
      return moveWorkingDays(rulebook, day, span.amount, step);
    case "clear-working-days":
      return moveWorkingDays(rulebook, day, span.amount + 1, step);
    case "weeks":
      return day.add({ weeks: amount });
    case "months":
      return day.add({ months: amount });
    case "years":
      return day.add({ years: amount });
  }
}

function moveWorkingDays(
  rulebook: Rulebook,
  day: Temporal.PlainDate,
  amount: number,
  step: 1 | -1,
): Temporal.PlainDate {
  let reached = day;
  for (let left = amount; left > 0;) {
    reached = reached.add({ days: step });
    if (isWorkingDay(rulebook, reached)) left -= 1;
  }
  return reached;
}
