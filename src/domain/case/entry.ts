import type { Temporal } from "temporal-polyfill";

import type { Span } from "../../rulebook/schema/vocabulary.ts";
import type {
  BodyId,
  CaseId,
  DecisionId,
  NoticeId,
  OutcomeId,
  PartyId,
  PersonId,
  RuleId,
  SanctionId,
  StageId,
  StatementId,
  VoteId,
} from "../identity.ts";
import type { VoteResult } from "../voting/result.ts";

export type PartyRole = "complainant" | "respondent" | "affected" | "witness";

/** How whoever filed the report is involved. */
export type Relation = "affected" | "witness" | "on_behalf";

/** Who did it: somebody of the organisation, a party (known by name to the identity table only), or the clock. */
export type Actor =
  | { readonly kind: "person"; readonly person: PersonId }
  | { readonly kind: "party"; readonly party: PartyId }
  | { readonly kind: "clock" }
  | { readonly kind: "platform" };

export interface PartyEntry {
  readonly party: PartyId;
  readonly role: PartyRole;
  /** Whether this party can be reached through the bot. */
  readonly hasAccount: boolean;
}

/** A room of the case on the platforms: the officers' or the deciding body's. */
export type RoomPurpose = "officers" | "board";

/** To whom something is told: a party, everybody in a room of the case, or one person of the organisation. */
export type Addressee =
  | { readonly kind: "party"; readonly party: PartyId; readonly role: PartyRole }
  | { readonly kind: "room"; readonly purpose: RoomPurpose }
  | { readonly kind: "person"; readonly person: PersonId };

export type NoticeSubject =
  | { readonly kind: "new-case"; readonly purpose: RoomPurpose }
  | { readonly kind: "acknowledgement"; readonly statement: StatementId }
  | { readonly kind: "summons"; readonly attempt: number; readonly statement: StatementId; readonly on: string }
  | {
      readonly kind: "stage-outcome";
      readonly stage: StageId;
      readonly outcome: OutcomeId;
      readonly reasons: StatementId | undefined;
    }
  /** `vote` is the id of the decision: of the vote by which it was made, where there was one. */
  | { readonly kind: "decision"; readonly vote: DecisionId; readonly outcome: OutcomeId }
  | { readonly kind: "sanction-lapsed"; readonly sanction: SanctionId }
  | { readonly kind: "room-refused" }
  | { readonly kind: "undelivered"; readonly notice: NoticeId }
  | {
      readonly kind: "reminder";
      readonly deadline: string;
      readonly occasion: string;
      readonly about: string;
      /** The last day on which it is in time, as 2026-03-15. */
      readonly day: string;
    };

/** What was found to be broken, and what follows from it. */
interface Finding {
  readonly findings: readonly RuleId[];
  readonly severity: string | undefined;
  readonly sanction: SanctionId | undefined;
  /** How long the sanction holds, where that was chosen with it. */
  readonly lasts?: Span | undefined;
}

/** What the board found and decides on, as it was put. */
export interface Motion extends Finding {
  readonly vote: VoteId;
  readonly motion: string;
  readonly rule: string;
  readonly reasons: StatementId;
}

/** A decision that was made without a vote: by those who handle the case, or by somebody outside and entered by them. */
export interface OfficersDecision extends Finding {
  readonly decision: DecisionId;
  readonly stage: StageId;
  readonly outcome: OutcomeId;
  readonly next: StageId;
  readonly reasons: StatementId | undefined;
}

/** One thing that happened in a case. Entries refer to people and words by random ids; neither stands in them. */
export type Entry =
  | {
      readonly kind: "received";
      /** Where it was filed: the name of a platform. */
      readonly origin: string;
      readonly procedure: string;
      readonly startsAt: StageId;
      readonly relation: Relation;
      readonly rules: readonly RuleId[];
      readonly statement: StatementId;
      readonly parties: readonly PartyEntry[];
      readonly handlers: readonly PersonId[];
      /** The officers whom the report passed by because it is about them, or because the filer chose others. */
      readonly keptOut: readonly PersonId[];
      /** The body of which a party is a member, where the rulebook then refers the case elsewhere. */
      readonly partyInBody: BodyId | undefined;
    }
  | { readonly kind: "announced"; readonly by: "room" | "direct"; readonly to: readonly PersonId[] }
  | { readonly kind: "room-refused"; readonly purpose: RoomPurpose; readonly reason: string }
  | { readonly kind: "taken"; readonly officer: PersonId }
  | { readonly kind: "task-done"; readonly stage: StageId; readonly task: string }
  | { readonly kind: "noted"; readonly statement: StatementId }
  | {
      readonly kind: "summoned";
      readonly party: PartyId;
      readonly attempt: number;
      readonly on: string;
      readonly statement: StatementId;
    }
  | {
      readonly kind: "stage-concluded";
      readonly stage: StageId;
      readonly outcome: OutcomeId;
      readonly next: StageId;
      readonly rules: readonly RuleId[];
      readonly reasons: StatementId | undefined;
    }
  | { readonly kind: "brief-drafted"; readonly statement: StatementId; readonly officer: PersonId }
  | { readonly kind: "brief-approved"; readonly officer: PersonId }
  | { readonly kind: "cleared"; readonly person: PersonId }
  | { readonly kind: "recused"; readonly person: PersonId }
  | ({ readonly kind: "motion-put"; readonly electorate: readonly PersonId[] } & Motion)
  | { readonly kind: "vote-closed"; readonly vote: VoteId; readonly result: VoteResult }
  | {
      readonly kind: "decided";
      readonly vote: VoteId;
      readonly outcome: OutcomeId;
      readonly sanction: SanctionId | undefined;
      readonly next: StageId;
    }
  | ({ readonly kind: "decided-by-officers" } & OfficersDecision)
  | { readonly kind: "notice-sent"; readonly notice: NoticeId; readonly to: Addressee; readonly subject: NoticeSubject }
  | {
      readonly kind: "notice-delivered";
      readonly notice: NoticeId;
      readonly how: "direct" | "room" | "by-hand";
      /** When it reached the addressee; for one delivered by hand the day that was entered. */
      readonly when: Temporal.Instant;
    }
  | { readonly kind: "notice-failed"; readonly notice: NoticeId; readonly reason: string }
  | { readonly kind: "sanction-lapsed"; readonly sanction: SanctionId; readonly effective: Temporal.Instant };

/** An entry as it stands in the case file: numbered from 1 without gaps. */
export interface Recorded {
  readonly version: number;
  readonly at: Temporal.Instant;
  readonly by: Actor;
  readonly entry: Entry;
}

/** A case file: its entries in order, and who it is about as far as entries say. */
export interface CaseFile {
  readonly id: CaseId;
  readonly codeName: string;
  readonly entries: readonly Recorded[];
}
