import { Temporal } from "temporal-polyfill";

import type { Coming } from "./coming.ts";

/** How soon something is due. */
export type Urgency = "late" | "soon" | "later" | "no-date";

/** So many days ahead are soon. */
const SOON_DAYS = 7;

/** What has a day, by how near it is: late, within seven days, or later. */
export function urgencyOf({ day, isLate }: Pick<Coming, "day" | "isLate">, today: Temporal.PlainDate): Urgency {
  if (isLate) return "late";
  return today.until(Temporal.PlainDate.from(day)).days <= SOON_DAYS ? "soon" : "later";
}
