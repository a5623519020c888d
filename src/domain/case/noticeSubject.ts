import type { Temporal } from "temporal-polyfill";

import type { ChallengeSubject } from "../challenges/entry.ts";
import type {
  PartyId,
  PersonId,
  StatementId,
  StageId,
  OutcomeId,
  DecisionId,
  SanctionId,
  NoticeId,
} from "../identity.ts";
import type { RecordSubject } from "../records/entry.ts";
import type { AgreementSubject } from "./agreementEntries.ts";
import type { ApartSubject } from "./apartEntries.ts";
import type { ConsentSubject } from "./consentEntries.ts";
import type { EvidenceSubject } from "./evidenceEntries.ts";
import type { HearingSubject } from "./hearingEntries.ts";
import type { OwnVoiceSubject } from "./ownVoice.ts";
import type { PartyRole, CameBy } from "./party.ts";
import type { QuestionSubject } from "./questionEntries.ts";
import type { SanctionSubject } from "./sanctionEntries.ts";
import type { TimeSubject } from "./timeEntries.ts";

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
  | HearingSubject
  | OwnVoiceSubject
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
