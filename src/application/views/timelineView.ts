import type { Temporal } from "temporal-polyfill";

import { localTime } from "../../domain/deadlines/calendar.ts";
import type { CaseId, PersonId } from "../../domain/identity.ts";
import type { Coming } from "../../domain/timeline/coming.ts";
import type { Happening } from "../../domain/timeline/happening.ts";
import type { TimelineViewer } from "../../domain/timeline/step.ts";
import { timelineOf } from "../../domain/timeline/timeline.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { StoredCase } from "../casePorts.ts";
import type { ShownVersion } from "./shownVersion.ts";

/** One thing that happened, as it is shown. */
export interface ShownLine {
  /** The day where the organisation is, as 2026-03-15. */
  readonly day: string;
  /** The time of day there, as 09:00. */
  readonly time: string;
  /** The name of whoever of the organisation did it, where this viewer may know. */
  readonly by: string | undefined;
  readonly happening: Happening;
  readonly clause: string | undefined;
}

/** A case from its first entry to its last, and what comes next, for one kind of viewer. */
export interface TimelineView {
  readonly case: CaseId;
  readonly codeName: string;
  readonly lines: readonly ShownLine[];
  readonly coming: readonly Coming[];
  /** The version of the rulebook by which the case goes, where that is not the one in force. */
  readonly version: ShownVersion | undefined;
}

/**
 * The timeline of a case as somebody who stands so to it may see it.
 * @param nameOf what somebody of the organisation is called
 */
export function timelineView(
  rulebook: Rulebook,
  nameOf: (person: PersonId) => string,
  stored: StoredCase,
  viewer: TimelineViewer,
  now: Temporal.Instant,
  version: ShownVersion | undefined,
): TimelineView {
  const { lines, coming } = timelineOf(rulebook, stored, viewer, now);
  return {
    case: stored.id,
    codeName: stored.codeName,
    lines: lines.map(({ at, by, happening, clause }) => {
      const local = localTime(rulebook, at);
      return {
        day: local.toPlainDate().toString(),
        time: local.toPlainTime().toString({ smallestUnit: "minute" }),
        by: by === undefined ? undefined : nameOf(by),
        happening,
        clause,
      };
    }),
    coming,
    version,
  };
}
