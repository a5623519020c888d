import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";
import { startOfDay } from "../deadlines/calendar.ts";
import { noticeBefore } from "../deadlines/window.ts";
import type { CountedWindow } from "../deadlines/window.ts";
import type { Viewer } from "../parties/viewer.ts";
import type { Refusal } from "../refusal.ts";
import type { Case } from "./case.ts";
import type { Hearing, HearingRecord } from "./hearingEntries.ts";
import { readStage } from "./stages.ts";

/** The times of a hearing, and the clause that gives them. */
interface HearingTimes {
  readonly notice: Span;
  readonly evidence: Span;
  readonly outcome: Span;
  readonly clause: string;
}

/** By which times a hearing is held at the present stage; undefined where none is. */
export function hearingTimes(rulebook: Rulebook, current: Case): HearingTimes | undefined {
  const stage = readStage(rulebook, current);
  if (stage.kind !== "panel" || stage.hearing === undefined) return undefined;
  return rulebook.hearings?.profiles[stage.hearing.profile];
}

/** The clause by which what happens at a hearing is written down. */
export const hearingRecordClause = (rulebook: Rulebook, current: Case): string =>
  rulebook.hearings?.summary?.clause ?? readStage(rulebook, current).clause;

/** The hearing of the present stage, held or not; undefined before a day for it is known. */
export function hearingHere({ hearings, stage }: Case): Hearing | undefined {
  return hearings.findLast(({ since }) => Temporal.Instant.compare(since, stage.opened) >= 0);
}

/** The hearing of which something can be written down now: that of the present stage, or an earlier one of which nothing was. */
export function hearingToRecord(current: Case): Hearing | undefined {
  const here = hearingHere(current);
  return here?.isHeld === true
    ? here
    : current.hearings.findLast(({ isHeld, record }) => isHeld && record === undefined);
}

/** Until which day the parties have to be told of it, and until which they hand in what they want to show there. */
export function lastDaysBefore(
  rulebook: Rulebook,
  { notice, evidence }: HearingTimes,
  on: string,
): { readonly notice: CountedWindow; readonly evidence: CountedWindow } {
  const begins = startOfDay(rulebook, Temporal.PlainDate.from(on));
  return { notice: noticeBefore(rulebook, begins, notice), evidence: noticeBefore(rulebook, begins, evidence) };
}

/** Why a stage at which a hearing is held cannot end yet: it was not held, or nothing was written down of it. */
export function findNoRecord(rulebook: Rulebook, current: Case): Refusal | undefined {
  if (hearingTimes(rulebook, current) === undefined) return undefined;
  const here = hearingHere(current);
  const isHeld = here?.isHeld === true;
  if (isHeld && here.record !== undefined) return undefined;
  return { refused: "no-hearing-record", isHeld, clause: hearingRecordClause(rulebook, current) };
}

/** What was written down of hearings, the first first: what those read, too, who hear an appeal. */
export const recordedHearings = ({ hearings }: Case): readonly Hearing[] =>
  hearings.filter(({ record }) => record !== undefined);

/** Everything that was written down of hearings, what was replaced later before what stands in its place. */
export const writtenDown = ({
  hearings,
}: Case): readonly { readonly hearing: Hearing; readonly record: HearingRecord }[] =>
  hearings.flatMap((hearing) =>
    [...hearing.earlier, ...(hearing.record === undefined ? [] : [hearing.record])].map((record) => ({
      hearing,
      record,
    })),
  );

/** The last hearing that was held: the one whose record a party asks for. */
export const lastHeld = ({ hearings }: Case): Hearing | undefined => hearings.findLast(({ isHeld }) => isHeld);

/**
 * Whether somebody may read what was written down of a hearing: those who handle the case, and of the parties both sides, once they asked
 * for it.
 */
export function mayReadRecord(viewer: Viewer, { asked }: Hearing): boolean {
  switch (viewer.kind) {
    case "handler":
      return true;
    case "party":
      return asked.includes(viewer.party.party);
    case "voter":
    case "witness":
    case "reader":
    case "addressee":
    case "nobody":
      return false;
  }
}

/** Whether somebody is a side who can ask for the record: not a witness, nor whoever is affected and is neither side. */
export const isSide = (viewer: Viewer): viewer is Extract<Viewer, { kind: "party" }> =>
  viewer.kind === "party" && (viewer.party.role === "complainant" || viewer.party.role === "respondent");
