import type { Temporal } from "temporal-polyfill";

import type { DecisionId, PartyId, PersonId, SanctionId, StatementId } from "../identity.ts";

/** What others than those who decide a case say about its sanctions, and about whom it is. */
export type ConsentEntry =
  /** Whoever else has to agree to a sanction said yes or no elsewhere; `statement` says where and when. */
  | {
      readonly kind: "sanction-confirmed";
      readonly decision: DecisionId;
      readonly isConfirmed: boolean;
      readonly statement: StatementId;
    }
  /** Whoever else has to agree to a sanction votes on it; `statement` is what they read, and `lastDay` as 2026-03-20. */
  | {
      readonly kind: "confirmation-put";
      readonly decision: DecisionId;
      readonly motion: string;
      readonly rule: string;
      readonly lastDay: string;
      readonly mover: PersonId;
      readonly statement: StatementId;
    }
  /** The vote is over; undefined where nothing came of it, such as too few who voted. */
  | { readonly kind: "confirmation-voted"; readonly motion: string; readonly isConfirmed: boolean | undefined }
  /** Somebody who is not told by the rules is to learn of a sanction; `reasons` say why. */
  | {
      readonly kind: "disclosure-asked";
      readonly disclosure: string;
      readonly decision: DecisionId;
      readonly party: PartyId;
      readonly to: PersonId;
      readonly reasons: StatementId;
    }
  | { readonly kind: "disclosure-answered"; readonly disclosure: string; readonly isApproved: boolean }
  /** A respondent is a group of so many, of whom so many were involved. */
  | { readonly kind: "group-named"; readonly party: PartyId; readonly size: number; readonly involved: number }
  /** Of which class of people a respondent is. */
  | { readonly kind: "class-named"; readonly party: PartyId; readonly class: string };

/** What is told of it. */
export type ConsentSubject =
  /** To the officers: how the vote ended by which somebody else agrees to a sanction. */
  | {
      readonly kind: "confirmation-voted";
      readonly decision: DecisionId;
      /** Undefined where nothing came of it. */
      readonly isConfirmed: boolean | undefined;
    }
  /** To those who may approve it: somebody is to learn of a sanction. */
  | { readonly kind: "disclosure-asked"; readonly disclosure: string }
  /** To somebody whom the rules do not have told: that somebody has a sanction, and until when. Days are written as 2026-03-15. */
  | {
      readonly kind: "wider-disclosure";
      readonly disclosure: string;
      readonly what: "begins" | "changes" | "ends";
      readonly decision: DecisionId;
      readonly party: PartyId;
      readonly sanction: SanctionId;
      readonly from: string;
      readonly until: string | undefined;
    };

type Of<Kind extends ConsentEntry["kind"]> = Omit<Extract<ConsentEntry, { kind: Kind }>, "kind">;

export interface AskedDisclosure extends Of<"disclosure-asked"> {
  readonly by: PersonId | undefined;
  /** Whether it was approved; undefined while nobody has answered. */
  readonly isApproved: boolean | undefined;
}

/** What others have said in a case, each the first first. */
export interface Consents {
  readonly confirmations: readonly {
    readonly decision: DecisionId;
    readonly isConfirmed: boolean;
    readonly at: Temporal.Instant;
  }[];
  /** The votes by which others agree or do not. */
  readonly votes: readonly (Of<"confirmation-put"> & { readonly isOver: boolean })[];
  readonly disclosures: readonly AskedDisclosure[];
  /** For each respondent that is a group the numbers that were entered last. */
  readonly groups: readonly Of<"group-named">[];
  /** For each respondent the class that was entered last. */
  readonly classes: readonly Of<"class-named">[];
}

export const noConsents: Consents = { confirmations: [], votes: [], disclosures: [], groups: [], classes: [] };

const kinds: readonly string[] = [
  "sanction-confirmed",
  "confirmation-put",
  "confirmation-voted",
  "disclosure-asked",
  "disclosure-answered",
  "group-named",
  "class-named",
] satisfies readonly ConsentEntry["kind"][];

/** Whether an entry is one of these. */
export const isConsentEntry = (entry: { readonly kind: string }): entry is ConsentEntry => kinds.includes(entry.kind);

/** The same after one more entry. */
export function consentsAfter(
  consents: Consents,
  entry: ConsentEntry,
  by: PersonId | undefined,
  at: Temporal.Instant,
): Consents {
  switch (entry.kind) {
    case "sanction-confirmed":
      return { ...consents, confirmations: [...consents.confirmations, { ...entry, at }] };
    case "confirmation-put":
      return { ...consents, votes: [...consents.votes, { ...entry, isOver: false }] };
    case "confirmation-voted": {
      const { motion, isConfirmed } = entry;
      const votes = consents.votes.map((each) => (each.motion === motion ? { ...each, isOver: true } : each));
      const decision = consents.votes.find((each) => each.motion === motion)?.decision;
      if (decision === undefined || isConfirmed === undefined) return { ...consents, votes };
      return { ...consents, votes, confirmations: [...consents.confirmations, { decision, isConfirmed, at }] };
    }
    case "disclosure-asked":
      return { ...consents, disclosures: [...consents.disclosures, { ...entry, by, isApproved: undefined }] };
    case "disclosure-answered": {
      const { disclosure, isApproved } = entry;
      const disclosures = consents.disclosures.map((each) =>
        each.disclosure === disclosure ? { ...each, isApproved } : each,
      );
      return { ...consents, disclosures };
    }
    case "group-named":
      return { ...consents, groups: [...consents.groups.filter(({ party }) => party !== entry.party), entry] };
    case "class-named":
      return { ...consents, classes: [...consents.classes.filter(({ party }) => party !== entry.party), entry] };
  }
}
