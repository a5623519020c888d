import type { Temporal } from "temporal-polyfill";

import type { Flag } from "../../rulebook/schema/rules.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";
import type { ChallengeEntry } from "../challenges/entry.ts";
import type {
  RuleId,
  SanctionId,
  VoteId,
  StatementId,
  DecisionId,
  StageId,
  OutcomeId,
  PersonId,
  BodyId,
  PartyId,
  NoticeId,
  CaseId,
} from "../identity.ts";
import type { ReportedTogether } from "../intake/reportedTogether.ts";
import type { RecordEntry } from "../records/entry.ts";
import type { CaseResult } from "../voting/inCase.ts";
import type { AgreementEntry } from "./agreementEntries.ts";
import type { ApartEntry } from "./apartEntries.ts";
import type { ChoiceEntry } from "./choiceEntries.ts";
import type { ConsentEntry } from "./consentEntries.ts";
import type { EvidenceEntry } from "./evidenceEntries.ts";
import type { HandEntry } from "./handEntries.ts";
import type { HearingEntry } from "./hearingEntries.ts";
import type { RoomPurpose, Addressee, NoticeSubject, Delivery, SanctionChange } from "./noticeSubject.ts";
import type { OwnVoiceEntry } from "./ownVoice.ts";
import type { Relation, PartyEntry, CameBy, Actor } from "./party.ts";
import type { QuestionEntry } from "./questionEntries.ts";
import type { AttachedCondition, Follows, SanctionEntry } from "./sanctionEntries.ts";
import type { TimeEntry } from "./timeEntries.ts";

/** What was found to be broken, and what follows from it. */
interface Finding {
  readonly findings: readonly RuleId[];
  readonly severity: string | undefined;
  readonly sanction: SanctionId | undefined;
  /** How long the sanction holds, where that was chosen with it. */
  readonly lasts?: Span | undefined;
  /** What of everything that it can be about it is, where that was chosen: all of it otherwise. */
  readonly scope?: readonly string[] | undefined;
  /** The conditions that are attached to it. */
  readonly conditions?: readonly AttachedCondition[] | undefined;
  /** Which reasons of the rulebook's list, where the outcome has one. */
  readonly because?: readonly string[] | undefined;
}

/** What the board found and decides on, as it was put. */
export interface Motion extends Finding {
  readonly vote: VoteId;
  readonly motion: string;
  readonly rule: string;
  readonly reasons: StatementId;
  /** The text of the letter, where the sanction is one. */
  readonly letter?: StatementId | undefined;
  /** The question that it answers, where those who handle the case asked whether something is imposed meanwhile. */
  readonly interim?: string | undefined;
}

/** A decision that was made without a vote: by those who handle the case, or by somebody outside and entered by them. */
interface OfficersDecision extends Finding {
  readonly decision: DecisionId;
  readonly stage: StageId;
  readonly outcome: OutcomeId;
  readonly next: StageId;
  readonly reasons: StatementId | undefined;
  /** The text of the letter, where the sanction is one. */
  readonly letter?: StatementId | undefined;
}

/** One thing that happened in a case. Entries refer to people and words by random ids; neither stands in them. */
export type Entry =
  | ChallengeEntry
  /** What was decided before is void: another decision takes its place. */
  | { readonly kind: "decisions-replaced"; readonly decisions: readonly DecisionId[] }
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
      /** How it came, where an officer entered it, and as of when it counts as received. */
      readonly entered?: { readonly how: CameBy; readonly received: Temporal.Instant } | undefined;
      /** Whether it was filed later than it may be: whoever decides on that has to take it first. */
      readonly isLate?: boolean | undefined;
      /** The breach of a sanction that it is about, and the case in which that was recorded. */
      readonly follows?: Follows | undefined;
      /** Why it was opened that nobody has reported, and the stages before the one with which it begins. */
      readonly opened?: { readonly statement: StatementId; readonly skipped: readonly StageId[] } | undefined;
      /** Whether nobody knows who filed it: whoever holds its code is the complainant. */
      readonly isAnonymous?: boolean | undefined;
      /** How it is handled otherwise than the rest. */
      readonly flags?: readonly Flag[] | undefined;
      /** What the offence is based on, as whoever reported it said. */
      readonly grounds?: readonly string[] | undefined;
      /** Who reports it together with the author. */
      readonly together?: ReportedTogether | undefined;
    }
  /** One of those who were named as reporting it together does, or does not. */
  | { readonly kind: "joining-answered"; readonly party: PartyId; readonly isJoining: boolean }
  | { readonly kind: "announced"; readonly by: "room" | "direct"; readonly to: readonly PersonId[] }
  | { readonly kind: "room-refused"; readonly purpose: RoomPurpose; readonly reason: string }
  | { readonly kind: "taken"; readonly officer: PersonId }
  /** To whom the complainant can turn from then on. */
  | { readonly kind: "support-named"; readonly officer: PersonId }
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
      readonly because?: readonly string[] | undefined;
    }
  | TimeEntry
  | { readonly kind: "brief-drafted"; readonly statement: StatementId; readonly officer: PersonId }
  | { readonly kind: "brief-approved"; readonly officer: PersonId }
  | { readonly kind: "cleared"; readonly person: PersonId }
  | { readonly kind: "recused"; readonly person: PersonId }
  | ({
      readonly kind: "motion-put";
      readonly electorate: readonly PersonId[];
      /** How many held a seat then, those who had stepped aside among them: of it shares are taken. */
      readonly seats?: number | undefined;
    } & Motion)
  /** There is agreement on what was put, it is said; `until` is the first moment at which nobody can object any more. */
  | {
      readonly kind: "consensus-called";
      readonly vote: VoteId;
      readonly until: Temporal.Instant | undefined;
      /** Set where it had been called and Redress was away meanwhile: one may object for as much longer. */
      readonly away?: { readonly from: Temporal.Instant; readonly until: Temporal.Instant } | undefined;
    }
  | { readonly kind: "vote-closed"; readonly vote: VoteId; readonly result: CaseResult }
  /** The chair gave a casting vote on what was tied. */
  | { readonly kind: "tie-decided"; readonly vote: VoteId; readonly casting: "in-favour" | "against" }
  | {
      readonly kind: "decided";
      readonly vote: VoteId;
      readonly outcome: OutcomeId;
      readonly sanction: SanctionId | undefined;
      readonly next: StageId;
    }
  | ({ readonly kind: "decided-by-officers" } & OfficersDecision)
  /** No vote could be quorate any more: the case went to the stage that the rule of the vote names for that. */
  | { readonly kind: "referred"; readonly stage: StageId; readonly next: StageId; readonly rule: string }
  | { readonly kind: "notice-sent"; readonly notice: NoticeId; readonly to: Addressee; readonly subject: NoticeSubject }
  | {
      readonly kind: "notice-delivered";
      readonly notice: NoticeId;
      readonly how: Delivery;
      /**
       * When it reached the addressee; for one delivered by hand the day that was entered, for one that was only sent when it counts as
       * received, which may be later than this entry.
       */
      readonly when: Temporal.Instant;
    }
  | { readonly kind: "notice-failed"; readonly notice: NoticeId; readonly reason: string }
  /** Somebody says that they have seen what they were told. */
  | { readonly kind: "notice-seen"; readonly notice: NoticeId; readonly person: PersonId }
  | {
      readonly kind: "sanction-lapsed";
      readonly sanction: SanctionId;
      readonly effective: Temporal.Instant;
      /** Whose, where several people are respondents. */
      readonly party?: PartyId | undefined;
    }
  | {
      /** Other decisions about the same person changed a sanction of this case: everything that they did to it, the first of them first. */
      readonly kind: "sanction-changed";
      readonly decision: DecisionId;
      readonly party: PartyId;
      readonly changes: readonly SanctionChange[];
    }
  | ConsentEntry
  | HandEntry
  | RecordEntry
  | EvidenceEntry
  | HearingEntry
  | OwnVoiceEntry
  | QuestionEntry
  | AgreementEntry
  | ApartEntry
  | ChoiceEntry
  /** Whoever assesses a case says which situation applies that its procedure is for; undefined where none does. `statement` says why. */
  | {
      readonly kind: "scope-judged";
      readonly situation: string | undefined;
      readonly statement: StatementId | undefined;
    }
  /** It was found which rules were broken, before anything was imposed and before anything earlier was known. */
  | {
      readonly kind: "finding-made";
      readonly stage: StageId;
      readonly rules: readonly RuleId[];
      readonly reasons: StatementId;
    }
  | {
      readonly kind: "sanction-lifted";
      readonly decision: DecisionId;
      readonly party: PartyId;
      /** What it was then. */
      readonly sanction: SanctionId;
      readonly reasons: StatementId;
    }
  | SanctionEntry;

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
