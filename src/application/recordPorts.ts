import type { Temporal } from "temporal-polyfill";

import type { Recorded } from "../domain/case/entry.ts";
import type { CaseId } from "../domain/identity.ts";
import type { CaseFacts } from "../domain/records/facts.ts";
import type { PublishedTable } from "../domain/records/statistics.ts";
import type { Committed } from "./casePorts.ts";
import type { Identity } from "./person.ts";

/** Something that was decided, in words that name nobody, for those who decide later. */
export interface Precedent {
  readonly text: string;
  readonly rules: readonly string[];
  readonly stage: string;
  readonly outcome: string;
  readonly sanction: string | undefined;
  readonly year: string;
}

/** That something without names was given to somebody outside, or to a body: by whom of the organisation, and which day. */
export interface Given {
  readonly what: "statistics" | "cases";
  readonly to: string;
  readonly period: string;
  readonly by: string;
  readonly on: string;
}

/** What is kept when a case is not there any more: nothing in it says of which case it was. */
export type KeptRecord = { readonly id: string; readonly at: Temporal.Instant } & (
  | { readonly kind: "facts"; readonly value: CaseFacts }
  | { readonly kind: "precedent"; readonly value: Precedent }
  | { readonly kind: "table"; readonly value: PublishedTable }
  | { readonly kind: "given"; readonly value: Given }
);

export type KeptKind = KeptRecord["kind"];
export type KeptOf<Kind extends KeptKind> = Extract<KeptRecord, { kind: Kind }>;

/** One case being anonymised: as a whole or not at all. */
export interface Erasure {
  readonly case: CaseId;
  /** The version that was read. */
  readonly expected: number;
  /** That the words are gone, where something of the case stays; everything goes where there is none. */
  readonly entry: Recorded | undefined;
  /** Those who still have a sanction: of everybody else neither name nor account is kept. */
  readonly stay: readonly Identity[];
  /** The votes elsewhere that confirmed its sanctions: their words go with it. */
  readonly motions: readonly string[];
  /** What is counted; undefined where it was kept before. */
  readonly facts: KeptOf<"facts"> | undefined;
}

/** The records of cases that are over. */
export interface RecordStore {
  /** Cases that are closed and not wholly anonymised. */
  closedCases(): Promise<readonly CaseId[]>;
  /**
   * Destroys the key by which the words and names of a case are sealed, and with it everything that it sealed; what stays is sealed anew.
   * "stale": somebody was faster, read again.
   */
  anonymise(erasure: Erasure): Promise<Exclude<Committed, "seen">>;
  /** Motions in which nothing can happen any more. */
  closedMotions(): Promise<readonly string[]>;
  keepRecord(record: KeptRecord): Promise<void>;
  /** What was kept of a kind, the first first. */
  keptRecords<Kind extends KeptKind>(kind: Kind): Promise<readonly KeptOf<Kind>[]>;
}
