import { Temporal } from "temporal-polyfill";

import type { Case } from "../../domain/case/case.ts";
import type { Deadline } from "../../domain/deadlines/deadline.ts";
import { deadlinesOf } from "../../domain/deadlines/deadline.ts";
import { isWaitedForNoMore } from "../../domain/deadlines/hearings.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";

/** What is still to be done in a case, soonest first; what happens by itself is left out. */
export function dueViews(rulebook: Rulebook, current: Case, now: Temporal.Instant): readonly DueView[] {
  return deadlinesOf(rulebook, current)
    .filter((deadline) => deadline.kind !== "lapse")
    .map((deadline) => ({
      about: deadline.about,
      kind: deadline.kind,
      day: deadline.day.toString(),
      isLate: Temporal.Instant.compare(deadline.due, now) <= 0,
    }))
    .filter((due) => !isWaitedForNoMore(due, due.isLate));
}

/** A moment by which something is to be done, as it is shown. */
export interface DueView {
  readonly about: string;
  readonly kind: Deadline["kind"];
  /** The last day, as 2026-03-15. */
  readonly day: string;
  readonly isLate: boolean;
}
