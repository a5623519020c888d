import type { Case } from "../../domain/case/case.ts";
import {
  hearingHere,
  hearingTimes,
  hearingToRecord,
  isSide,
  lastHeld,
  mayReadRecord,
} from "../../domain/case/hearing.ts";
import type { Hearing } from "../../domain/case/hearingEntries.ts";
import { localDay } from "../../domain/deadlines/calendar.ts";
import type { CaseId } from "../../domain/identity.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Facts } from "../actOnCase.ts";
import type { House } from "../house.ts";
import { readWords } from "../keepReading.ts";
import { fileView } from "./itemView.ts";
import type { FileView } from "./itemView.ts";

/** What was written down of a hearing, with its words. Days are written as 2026-03-15. */
export interface HearingRecordView {
  /** The day on which the hearing was over, and that on which it was written down. */
  readonly held: string;
  readonly written: string;
  readonly text: string;
  readonly files: readonly FileView[];
  /** Whether another one stands in its place. */
  readonly isEarlier: boolean;
}

/** What was written down of a hearing, for somebody who may read it; that they did is kept. Undefined where nothing was. */
export async function hearingRecordView(
  house: House,
  facts: Facts,
  hearing: Hearing,
  record = hearing.record,
): Promise<HearingRecordView | undefined> {
  if (record === undefined) return undefined;
  return {
    held: hearing.on,
    written: localDay(facts.rulebook, record.at).toString(),
    text: await readWords(house, facts, record.statement),
    files: await Promise.all(record.files.map(({ file, about }) => fileView(house, facts, file, about))),
    isEarlier: record !== hearing.record,
  };
}

/** How far the hearing of a stage is, for those who handle the case. */
export interface HearingState {
  /** The day of it, as 2026-03-20, and the time, as 14:00; undefined before it was called. */
  readonly on: string | undefined;
  readonly time: string | undefined;
  readonly isHeld: boolean;
  readonly isRecorded: boolean;
}

/** Undefined where there is no hearing, and nothing to be written down of an earlier one. */
export function hearingState(rulebook: Rulebook, current: Case): HearingState | undefined {
  const hearing = hearingHere(current) ?? hearingToRecord(current);
  if (hearing === undefined && hearingTimes(rulebook, current) === undefined) return undefined;
  return {
    on: hearing?.on,
    time: hearing?.called?.time,
    isHeld: hearing?.isHeld === true,
    isRecorded: hearing?.record !== undefined,
  };
}

/** What a party can do about the record of a hearing: ask for it, wait for it, or read it. Undefined where none was held. */
export type OwnRecord = "to-ask" | "asked" | "there";

export function ownRecord({ current, viewer }: Facts): OwnRecord | undefined {
  const hearing = lastHeld(current);
  if (!isSide(viewer) || hearing === undefined) return undefined;
  if (!mayReadRecord(viewer, hearing)) return "to-ask";
  return hearing.record === undefined ? "asked" : "there";
}

/** The record of a hearing as a party reads it who asked for it. */
export interface MyRecord {
  readonly kind: "my-record";
  readonly case: CaseId;
  readonly codeName: string;
  /** Undefined while nothing is written down yet. */
  readonly record: HearingRecordView | undefined;
  /** Which of the hearings whose record they asked for, the last being 1. */
  readonly number: number;
  readonly total: number;
}
