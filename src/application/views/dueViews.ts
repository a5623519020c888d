import { Temporal } from "temporal-polyfill";

import type { Case } from "../../domain/case/case.ts";
import { deadlinesOf } from "../../domain/deadlines/deadline.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { DueView } from "../message.ts";

/** What is still to be done in a case, soonest first; what happens by itself is left out. */
export function dueViews(rulebook: Rulebook, current: Case, now: Temporal.Instant): readonly DueView[] {
  return deadlinesOf(rulebook, current)
    .filter((deadline) => deadline.kind !== "lapse")
    .map((deadline) => ({
      about: deadline.about,
      kind: deadline.kind,
      day: deadline.day.toString(),
      isLate: Temporal.Instant.compare(deadline.due, now) <= 0,
    }));
}
