import type { Temporal } from "temporal-polyfill";

import type { PersonId, StatementId } from "../identity.ts";
import { isPublicationEntry, publicationsAfter } from "./publication.ts";
import type { Publication, PublicationEntry } from "./publication.ts";

/** What becomes of the records of a case, and what of it goes to others outside. Days are written as 2026-03-15. */
export type RecordEntry =
  | PublicationEntry
  /** Those who keep the records were told on which day names, accounts and words are made unreadable; the second time is the last. */
  | { readonly kind: "anonymising-told"; readonly on: string; readonly isLast: boolean }
  /** Nothing is made unreadable for the time being; `statement` says why. */
  | { readonly kind: "anonymising-held"; readonly statement: StatementId }
  | { readonly kind: "anonymising-released" }
  /** Words, names and accounts are gone; whoever still has a sanction is known by it. */
  | { readonly kind: "words-erased" }
  /** What later decisions can look back to, without names; a second person has to read it. */
  | { readonly kind: "precedent-written"; readonly precedent: string; readonly statement: StatementId }
  | { readonly kind: "precedent-approved"; readonly precedent: string }
  /** Handed to somebody outside; `person` is whom Redress asks, and nobody where an officer tells them. */
  | {
      readonly kind: "escalated";
      readonly escalation: string;
      readonly to: string;
      readonly person: PersonId | undefined;
      readonly statement: StatementId;
    }
  /** Whether that person reads it: nothing stands between them and the case; or not. */
  | { readonly kind: "escalation-answered"; readonly escalation: string; readonly isTaken: boolean }
  /** What somebody outside is given, with nothing in it that they need not know; a second person has to read it. */
  | { readonly kind: "bundle-written"; readonly bundle: string; readonly statement: StatementId }
  | { readonly kind: "bundle-approved"; readonly bundle: string }
  /** Handed over by an officer, on a day; `waitsUntil` where the procedure waits for an answer meanwhile. */
  | {
      readonly kind: "handed-outside";
      readonly referral: string;
      readonly to: string;
      readonly ground: string | undefined;
      readonly bundle: string | undefined;
      readonly on: string;
      readonly waitsUntil: string | undefined;
      readonly statement: StatementId;
    }
  /** What came of it. */
  | {
      readonly kind: "outside-answered";
      readonly referral: string;
      readonly on: string;
      readonly statement: StatementId;
    };

/** What is told of it. */
export type RecordSubject =
  /** To those who keep the records: on that day the case is anonymised, unless somebody holds it. */
  | { readonly kind: "anonymising"; readonly on: string; readonly isLast: boolean }
  /** To the others who handle the case: a text waits for a second reader. */
  | { readonly kind: "to-approve"; readonly what: "precedent" | "bundle" | "publication"; readonly id: string }
  /** To those who handle the case: what was to be published could not be posted where it was to stand. */
  | { readonly kind: "not-posted"; readonly publication: string }
  /** To somebody outside: a case is handed to them, if nothing stands in the way. */
  | { readonly kind: "escalation-asked"; readonly escalation: string };

type Of<Kind extends RecordEntry["kind"]> = Omit<Extract<RecordEntry, { kind: Kind }>, "kind">;

interface Written {
  readonly id: string;
  readonly statement: StatementId;
  readonly by: PersonId | undefined;
  readonly isApproved: boolean;
}

interface Escalation extends Of<"escalated"> {
  readonly by: PersonId | undefined;
  /** Whether the person reads it; undefined while they have not answered. */
  readonly isTaken: boolean | undefined;
}

interface OutsideReferral extends Of<"handed-outside"> {
  /** When it was recorded. */
  readonly at: Temporal.Instant;
  readonly answered: Of<"outside-answered"> | undefined;
}

/** The records of a case as they stand, each the first first. */
export interface Records {
  readonly told: readonly (Of<"anonymising-told"> & { readonly at: Temporal.Instant })[];
  readonly held: { readonly statement: StatementId; readonly by: PersonId | undefined } | undefined;
  readonly isErased: boolean;
  readonly precedents: readonly Written[];
  readonly bundles: readonly Written[];
  readonly publications: readonly Publication[];
  readonly escalations: readonly Escalation[];
  readonly referrals: readonly OutsideReferral[];
}

export const noRecords: Records = {
  told: [],
  held: undefined,
  isErased: false,
  precedents: [],
  bundles: [],
  publications: [],
  escalations: [],
  referrals: [],
};

const kinds: readonly string[] = [
  "anonymising-told",
  "anonymising-held",
  "anonymising-released",
  "words-erased",
  "precedent-written",
  "precedent-approved",
  "escalated",
  "escalation-answered",
  "bundle-written",
  "bundle-approved",
  "handed-outside",
  "outside-answered",
] satisfies readonly Exclude<RecordEntry, PublicationEntry>["kind"][];

/** Whether an entry is one of these. */
export const isRecordEntry = (entry: { readonly kind: string }): entry is RecordEntry =>
  kinds.includes(entry.kind) || isPublicationEntry(entry);

/** The same after one more entry. */
export function recordsAfter(
  records: Records,
  entry: RecordEntry,
  by: PersonId | undefined,
  at: Temporal.Instant,
): Records {
  if (isPublicationEntry(entry))
    return { ...records, publications: publicationsAfter(records.publications, entry, by, at) };
  switch (entry.kind) {
    case "anonymising-told":
      return { ...records, told: [...records.told, { ...entry, at }] };
    case "anonymising-held":
      // What was announced is announced anew once nobody holds it any more.
      return { ...records, told: [], held: { statement: entry.statement, by } };
    case "anonymising-released":
      return { ...records, told: [], held: undefined };
    case "words-erased":
      return { ...records, told: [], isErased: true };
    case "precedent-written":
      return { ...records, precedents: [...records.precedents, written(entry.precedent, entry.statement, by)] };
    case "precedent-approved":
      return { ...records, precedents: approved(records.precedents, entry.precedent) };
    case "bundle-written":
      return { ...records, bundles: [...records.bundles, written(entry.bundle, entry.statement, by)] };
    case "bundle-approved":
      return { ...records, bundles: approved(records.bundles, entry.bundle) };
    case "escalated":
      return { ...records, escalations: [...records.escalations, { ...entry, by, isTaken: undefined }] };
    case "escalation-answered": {
      const { escalation, isTaken } = entry;
      const escalations = records.escalations.map((each) =>
        each.escalation === escalation ? { ...each, isTaken } : each,
      );
      return { ...records, escalations };
    }
    case "handed-outside":
      return { ...records, referrals: [...records.referrals, { ...entry, at, answered: undefined }] };
    case "outside-answered": {
      const referrals = records.referrals.map((each) =>
        each.referral === entry.referral ? { ...each, answered: entry } : each,
      );
      return { ...records, referrals };
    }
  }
}

const written = (id: string, statement: StatementId, by: PersonId | undefined): Written => ({
  id,
  statement,
  by,
  isApproved: false,
});

const approved = (texts: readonly Written[], id: string): readonly Written[] =>
  texts.map((each) => (each.id === id ? { ...each, isApproved: true } : each));
