import type { Temporal } from "temporal-polyfill";

import type { Flag } from "../../rulebook/schema/rules.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";
import type { ChallengeEntry, ChallengeSubject } from "../challenges/entry.ts";
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
import type { ReportedTogether } from "../intake/together.ts";
import type { RecordEntry, RecordSubject } from "../records/entry.ts";
import type { CaseResult } from "../voting/inCase.ts";
import type { AgreementEntry, AgreementSubject } from "./agreementEntries.ts";
import type { ApartEntry, ApartSubject } from "./apartEntries.ts";
import type { ChoiceEntry } from "./choiceEntries.ts";
import type { ConsentEntry, ConsentSubject } from "./consentEntries.ts";
import type { EvidenceEntry, EvidenceSubject } from "./evidenceEntries.ts";
import type { HandEntry } from "./handEntries.ts";
import type { QuestionEntry, QuestionSubject } from "./questionEntries.ts";
import type { AttachedCondition, Follows, SanctionEntry, SanctionSubject } from "./sanctionEntries.ts";
import type { TimeEntry, TimeSubject } from "./timeEntries.ts";

export type PartyRole = "complainant" | "respondent" | "affected" | "witness";

/** How whoever filed the report is involved. */
export type Relation = "affected" | "witness" | "on_behalf" | "self";

/** How a report came that an officer entered. */
export type CameBy = "letter" | "email" | "spoken" | "telephone";

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

/**
 * How a notice was delivered; "deemed": it was sent otherwise, and counts as received; "channel": whoever reported without a name has read
 * it where it lies for them.
 */
export type Delivery = "direct" | "room" | "by-hand" | "deemed" | "channel";

/** To whom something is told: a party, everybody in a room of the case, or one person of the organisation. */
export type Addressee =
  | { readonly kind: "party"; readonly party: PartyId; readonly role: PartyRole }
  | { readonly kind: "room"; readonly purpose: RoomPurpose }
  | { readonly kind: "person"; readonly person: PersonId };

/** What an open case lacks: a day by which something is to be done in it, somebody in office who handles it, a room to work in. */
export type Gap = "no-date" | "no-owner" | "no-room";

export type NoticeSubject =
  | { readonly kind: "new-case"; readonly purpose: RoomPurpose }
  /** To somebody who was named as reporting it together with the author. */
  | { readonly kind: "join-asked" }
  /** To an officer: a report that cannot wait, which nobody has taken yet; the first time, or again. */
  | { readonly kind: "urgent"; readonly isAgain: boolean }
  | { readonly kind: "acknowledgement"; readonly statement: StatementId }
  /** To the respondent: what the report says, by the notice of that name in the rulebook. */
  | { readonly kind: "allegations"; readonly rule: string; readonly statement: StatementId }
  /** To the complainant: an officer entered the report that came from them on that day, as 2026-03-15. */
  | { readonly kind: "entered"; readonly how: CameBy; readonly on: string }
  | { readonly kind: "summons"; readonly attempt: number; readonly statement: StatementId; readonly on: string }
  | {
      readonly kind: "stage-outcome";
      readonly stage: StageId;
      readonly outcome: OutcomeId;
      readonly reasons: StatementId | undefined;
      /** Which reasons of the rulebook's list. */
      readonly because?: readonly string[] | undefined;
    }
  /** `vote` is the id of the decision: of the vote by which it was made, where there was one. */
  | { readonly kind: "decision"; readonly vote: DecisionId; readonly outcome: OutcomeId }
  /** The deciding body cannot be quorate: the case went from that stage to the next. */
  | { readonly kind: "referred"; readonly stage: StageId; readonly next: StageId }
  /** To an officer: whether the complainant chose them as support contact, or somebody else in their place. */
  | { readonly kind: "support-contact"; readonly isChosen: boolean }
  /** To whoever reported without a name: what the officers write. */
  | { readonly kind: "question"; readonly statement: StatementId }
  /** Where to get help. */
  | { readonly kind: "support" }
  /** A party ended the case. */
  | { readonly kind: "ended"; readonly outcome: OutcomeId }
  | TimeSubject
  | { readonly kind: "sanction-lapsed"; readonly sanction: SanctionId }
  | ({ readonly kind: "sanction-changed" } & ChangedTo)
  | { readonly kind: "sanction-lifted"; readonly sanction: SanctionId; readonly reasons: StatementId }
  | ({ readonly kind: "disclosure" } & Disclosed)
  | ChallengeSubject
  | SanctionSubject
  | ConsentSubject
  | RecordSubject
  | EvidenceSubject
  | QuestionSubject
  | AgreementSubject
  | ApartSubject
  | ({ readonly kind: "access" } & AccessTrouble)
  | { readonly kind: "room-refused" }
  | { readonly kind: "undelivered"; readonly notice: NoticeId }
  | {
      readonly kind: "reminder";
      readonly deadline: string;
      readonly occasion: string;
      readonly about: string;
      /** The last day on which it is in time, as 2026-03-15. */
      readonly day: string;
    }
  /** What an open case lacks, at which stage, and since which day, as 2026-03-15. */
  | { readonly kind: "gaps"; readonly gaps: readonly Gap[]; readonly about: string; readonly day: string }
  /** Something stays late: told to somebody on a rung of the ladder, by its number from 0. */
  | {
      readonly kind: "escalation";
      readonly deadline: string;
      readonly rung: number;
      readonly about: string;
      readonly day: string;
    };

/** Why a platform did not take something from somebody, or give it back. */
export type AccessProblem =
  /** The bot lacks the permission; its role stands too low; the platform gives and takes the role by itself. */
  | "no-permission"
  | "too-low"
  | "managed"
  /** It is not there any more. */
  | "gone"
  /** The person owns or administers the server: roles keep them from nothing. */
  | "sees-all"
  /** The bot is not in the channel; the channel is public. */
  | "not-inside"
  | "public"
  /** The platform does not let the bot do it, for a reason of its own. */
  | "not-allowed"
  /** Nobody knows an account of the person there. */
  | "no-account";

/** What a sanction keeps a person from on a platform, and what is not as the sanction wants it there: the officers see to it by hand. */
export interface AccessTrouble {
  readonly party: PartyId;
  /** The decision that imposed the sanction. */
  readonly decision: DecisionId;
  readonly platform: string;
  /** The platform's ids of the roles or channels. */
  readonly things: readonly string[];
  /** "undone": somebody has given them back by hand while the sanction holds. */
  readonly what: "not-taken" | "not-restored" | "undone";
  readonly problem: AccessProblem | undefined;
  /** Tells one time from another at which the same was so; empty where it is told once for a decision. */
  readonly since: string;
}

/** What a sanction became because of another decision, as it is told. Days are written as 2026-03-15. */
export interface ChangedTo {
  /** "restored": what had changed it was quashed, or came at another moment than was known. */
  readonly change: SanctionChange["kind"] | "restored";
  readonly was: SanctionId;
  readonly sanction: SanctionId;
  /** The day from which it no longer holds; undefined without a last day. */
  readonly until: string | undefined;
}

/** What somebody is told who sees to it that a sanction is kept. */
export interface Disclosed {
  readonly party: PartyId;
  readonly decision: DecisionId;
  readonly what: "begins" | "changes" | "ends";
  readonly sanction: SanctionId;
  /** The days on which it begins and from which it no longer holds, as 2026-03-15. */
  readonly from: string;
  readonly until: string | undefined;
}

/** What another decision about the same person did to a sanction, once it had been made and had reached the person. */
export interface SanctionChange {
  /** "prolonged": it was not kept. */
  readonly kind: "converted" | "extended" | "prolonged";
  /** The kind of sanction that did it; of one that was not kept its own. */
  readonly by: SanctionId;
  readonly at: Temporal.Instant;
  /** What the sanction is from then on, and until when; undefined without a last day. */
  readonly sanction: SanctionId;
  readonly until: Temporal.Instant | undefined;
}

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
  | QuestionEntry
  | AgreementEntry
  | ApartEntry
  | ChoiceEntry
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
