import type { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Selector } from "../../rulebook/schema/vocabulary.ts";
import { after } from "../case/after.ts";
import { findApprovedBrief, findVoteStage, isSameSelector } from "../case/briefs.ts";
import type { CaseFile } from "../case/entry.ts";
import { foldCase } from "../case/foldCase.ts";
import type { PersonId } from "../identity.ts";
import { toBoard } from "./boardLines.ts";
import { clauseOf } from "./clauseOf.ts";
import { comingOf } from "./coming.ts";
import type { Coming } from "./coming.ts";
import type { Happening } from "./happening.ts";
import { toOfficers } from "./officersLines.ts";
import { isTold, toParty } from "./partyLines.ts";
import type { Step, TimelineViewer, Told } from "./step.ts";

/** One thing that happened, as one kind of viewer may know of it. */
interface TimelineLine {
  /** The number of the entry it comes from. */
  readonly version: number;
  readonly at: Temporal.Instant;
  /** Who did it; undefined where nobody of the organisation did, and where this viewer is not told who. */
  readonly by: PersonId | undefined;
  readonly happening: Happening;
  /** What it rests on, where the rulebook names it. */
  readonly clause: string | undefined;
}

export interface Timeline {
  /** Oldest first. */
  readonly lines: readonly TimelineLine[];
  /** What comes next, soonest first. */
  readonly coming: readonly Coming[];
}

/**
 * A case from its first entry to its last, as this viewer may know of it. Whoever may not know of the case gets nothing, and so does a
 * party before the first word to that party, and the deciding body before an approved brief is before it.
 * @param now days up to now are past, and what was due by now is late
 * @throws when the case file does not begin with a receipt
 */
export function timelineOf(
  rulebook: Rulebook,
  file: CaseFile,
  viewer: TimelineViewer,
  now: Temporal.Instant,
): Timeline {
  const body = findVoteStage(rulebook, foldCase(file))?.owner;
  let current = foldCase({ ...file, entries: file.entries.slice(0, 1) });
  const lines: TimelineLine[] = [];
  for (const [index, recorded] of file.entries.entries()) {
    const before = current;
    if (index > 0) current = after(before, recorded);
    const step: Step = { rulebook, recorded, before, current };
    const told = toViewer(viewer, step, body);
    if (told === undefined) continue;
    const { version, at } = recorded;
    const clause = told.clause ?? clauseOf(rulebook, before, recorded.entry);
    lines.push({ version, at, by: told.by, happening: told.happening, clause });
  }
  return { lines, coming: comingOf(rulebook, current, viewer, now) };
}

/** @param body the body that decides now: of what was before another it is told nothing */
function toViewer(viewer: TimelineViewer, step: Step, body: Selector | undefined): Told | undefined {
  switch (viewer.kind) {
    case "handler":
    case "reader":
      return toOfficers(step);
    case "voter":
      return isBefore(body, step) ? toBoard(step) : undefined;
    case "party":
      return isTold(step.current, viewer.party) ? toParty(step, viewer.party) : undefined;
    case "witness":
    case "addressee":
    case "nobody":
      return undefined;
  }
}

function isBefore(body: Selector | undefined, { rulebook, current }: Step): boolean {
  const owner = findVoteStage(rulebook, current)?.owner;
  if (body === undefined || owner === undefined || !isSameSelector(body, owner)) return false;
  return findApprovedBrief(rulebook, current) !== undefined;
}
