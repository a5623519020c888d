import type { Temporal } from "temporal-polyfill";

import type { HearingId, PartyId, PersonId, StatementId } from "../identity.ts";
import type { FileNote } from "./evidenceEntries.ts";

/** What happens with the hearing of a stage, and with what is written down of it. Days are written as 2026-03-20. */
export type HearingEntry =
  /** It is on that day, at that time of day, as 14:00; called again it is moved. `shorter` says why with less notice than the rules give. */
  | {
      readonly kind: "hearing-called";
      readonly hearing: HearingId;
      readonly on: string;
      readonly time: string;
      readonly statement: StatementId;
      readonly shorter?: StatementId | undefined;
    }
  /** It was held, and was over on that day. */
  | { readonly kind: "hearing-held"; readonly hearing: HearingId; readonly on: string }
  /** What was written down of it; a later one takes the place of the first, which stays in the file. */
  | {
      readonly kind: "hearing-recorded";
      readonly hearing: HearingId;
      readonly statement: StatementId;
      readonly files?: readonly FileNote[] | undefined;
    }
  /** A party asked for what was written down of it. */
  | { readonly kind: "record-asked"; readonly hearing: HearingId; readonly party: PartyId };

/** What is told of it. */
export type HearingSubject =
  /** To a party: when it is, what they have to know, and until which day they can hand something in. */
  | {
      readonly kind: "hearing-called";
      readonly hearing: HearingId;
      readonly on: string;
      readonly time: string;
      readonly statement: StatementId;
      readonly evidence: string;
    }
  /** To those who handle the case: a party wants to have the record. */
  | { readonly kind: "record-asked" }
  /** To a party who asked for it: it is there. */
  | { readonly kind: "record-ready"; readonly hearing: HearingId };

/** What was written down of a hearing, by whom and when. */
export interface HearingRecord {
  readonly statement: StatementId;
  readonly files: readonly FileNote[];
  readonly by: PersonId | undefined;
  readonly at: Temporal.Instant;
}

/** A hearing as it stands. */
export interface Hearing {
  readonly hearing: HearingId;
  /** When it was first called, or entered that it was held: it is of the stage at which the case was then. */
  readonly since: Temporal.Instant;
  /** The day on which it is, or was over, as 2026-03-20. */
  readonly on: string;
  /** Undefined where it was entered only after it had been held. */
  readonly called:
    | { readonly at: Temporal.Instant; readonly time: string; readonly statement: StatementId }
    | undefined;
  readonly isHeld: boolean;
  readonly record: HearingRecord | undefined;
  /** What stood in its place before. */
  readonly earlier: readonly HearingRecord[];
  /** The parties who asked for the record. */
  readonly asked: readonly PartyId[];
}

const kinds: readonly string[] = [
  "hearing-called",
  "hearing-held",
  "hearing-recorded",
  "record-asked",
] satisfies readonly HearingEntry["kind"][];

/** Whether an entry is one of these. */
export const isHearingEntry = (entry: { readonly kind: string }): entry is HearingEntry => kinds.includes(entry.kind);

/** The hearings of a case after one more entry. */
export function hearingsAfter(
  hearings: readonly Hearing[],
  entry: HearingEntry,
  by: PersonId | undefined,
  at: Temporal.Instant,
): readonly Hearing[] {
  const known = hearings.find(({ hearing }) => hearing === entry.hearing);
  const before: Hearing = known ?? {
    hearing: entry.hearing,
    since: at,
    on: "",
    called: undefined,
    isHeld: false,
    record: undefined,
    earlier: [],
    asked: [],
  };
  const then = after(before, entry, by, at);
  return known === undefined ? [...hearings, then] : hearings.map((each) => (each === known ? then : each));
}

function after(hearing: Hearing, entry: HearingEntry, by: PersonId | undefined, at: Temporal.Instant): Hearing {
  switch (entry.kind) {
    case "hearing-called": {
      const { on, time, statement } = entry;
      return { ...hearing, on, called: { at, time, statement }, isHeld: false };
    }
    case "hearing-held":
      return { ...hearing, on: entry.on, isHeld: true };
    case "hearing-recorded": {
      const { statement, files = [] } = entry;
      const earlier = hearing.record === undefined ? hearing.earlier : [...hearing.earlier, hearing.record];
      return { ...hearing, record: { statement, files, by, at }, earlier };
    }
    case "record-asked":
      return { ...hearing, asked: [...hearing.asked, entry.party] };
  }
}

/** What was written with an entry that is no record. */
export function wordsOf(entry: HearingEntry): readonly StatementId[] {
  if (entry.kind !== "hearing-called") return [];
  return entry.shorter === undefined ? [entry.statement] : [entry.statement, entry.shorter];
}
