import type { Temporal } from "temporal-polyfill";

import type {
  AccessTrouble,
  ChangedTo,
  Disclosed,
  Gap,
  PartyRole,
  Relation,
  CameBy,
  RoomPurpose,
} from "../domain/case/entry.ts";
import type { AttachedCondition, InterimEnd } from "../domain/case/sanctionEntries.ts";
import type { AwaitedKind } from "../domain/case/timeEntries.ts";
import type { NoQuorum } from "../domain/case/wayOut.ts";
import type { Deadline } from "../domain/deadlines/deadline.ts";
import type { BodyId, CaseId, NoticeId, OutcomeId, RuleId, SanctionId, StageId, VoteId } from "../domain/identity.ts";
import type { Announcement } from "../domain/obligations/standing.ts";
import type { AuthorNotes } from "../domain/parties/authorIsTold.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { RemindedKind } from "../domain/timeline/happening.ts";
import type { CaseResult } from "../domain/voting/inCase.ts";
import type { CaseChoice } from "../domain/voting/result.ts";
import type { Code } from "../rulebook/rulebook.ts";
import type { Flag } from "../rulebook/schema/rules.ts";
import type { Selector, Span } from "../rulebook/schema/vocabulary.ts";
import type { MotionCard, QuestionView } from "./motions/motionCard.ts";
import type { MotionReminder } from "./motions/motionReminder.ts";
import type { PlatformName } from "./ports.ts";
import type { SessionCard } from "./sessions/sessionCard.ts";
import type { ApartBody } from "./views/apartBody.ts";
import type { ChallengeNotice } from "./views/challengeNotice.ts";
import type { EscalationKnown } from "./views/escalation.ts";
import type { EvidenceBody } from "./views/evidenceBody.ts";
import type { HelpView } from "./views/helpView.ts";

/** A moment by which something is to be done, as it is shown. */
export interface DueView {
  readonly about: string;
  readonly kind: Deadline["kind"];
  /** The last day, as 2026-03-15. */
  readonly day: string;
  readonly isLate: boolean;
}

interface OutcomeView {
  readonly outcome: OutcomeId;
  readonly next: StageId;
  /** Whether the officer has something to enter first. */
  readonly asks: boolean;
  /** Whether those who conclude it so say first that nothing stands between them and the case: this officer, where it is for one. */
  readonly asksConflict: boolean;
  readonly blocked: Refusal | undefined;
}

/** How a notice fares, without what stands in it. */
export interface DeliveryView {
  readonly notice: NoticeId;
  readonly to: PartyRole | "officers" | "board" | "person";
  readonly subject: string;
  /** "unread": it lies where whoever reported without a name looks for it. */
  readonly state: "sent" | "delivered" | "failed" | "unread";
  readonly day: string | undefined;
}

/** What stands in the officers' room about a case: procedure, no names, no words. */
export interface OfficersCard {
  readonly case: CaseId;
  readonly codeName: string;
  readonly received: Temporal.Instant;
  readonly stage: StageId;
  readonly stageKind: string;
  readonly clause: string;
  readonly relation: Relation;
  /** How it is handled otherwise than the rest. */
  readonly flags?: readonly Flag[];
  /** How many report it together, and of how many it is not known yet whether they do. */
  readonly together?: { readonly confirmed: number; readonly open: number } | undefined;
  /** What the offence is based on, as it was reported. */
  readonly grounds?: readonly string[];
  readonly rules: readonly RuleId[];
  /** Who decides the stage, where somebody is chosen for it; how many act for others, and how many cases belong to it. */
  readonly hands?: {
    readonly isToBeChosen: boolean;
    readonly decides: { readonly name: string | undefined; readonly body: BodyId | undefined } | undefined;
    readonly acting: number;
    readonly links: number;
    /** Whether a case about whoever reported can be opened, who knew that it was false. */
    readonly canCounter?: boolean;
  };
  /** Whether it was opened without anybody having reported it. */
  readonly isOpened?: boolean;
  readonly lead: string | undefined;
  /** By which clause nobody decides who has a conflict of interest. */
  readonly conflictClause: string;
  readonly due: readonly DueView[];
  /** Whether the report came too late, and nobody has decided yet whether it is taken. */
  readonly isLate?: boolean;
  /** What the case lacks, so that it could be forgotten. */
  readonly gaps?: readonly Gap[];
  readonly openTasks: readonly string[];
  readonly outcomes: readonly OutcomeView[];
  readonly canSummon: boolean;
  readonly brief: "none" | "drafted" | "approved" | "earlier" | "not-needed";
  readonly partyInBody: string | undefined;
  readonly undelivered: readonly DeliveryView[];
  readonly decision:
    | {
        readonly outcome: OutcomeId;
        readonly sanction: SanctionId | undefined;
        readonly lasts?: Span | undefined;
        readonly scope?: readonly string[] | undefined;
        readonly conditions?: readonly AttachedCondition[] | undefined;
        readonly isIndefinite?: boolean;
        readonly until: string | undefined;
        /** The day on which it became void. */
        readonly quashed?: string | undefined;
        /** What it has become of a respondent, where something changed it: the day from which it no longer holds, that of its lifting. */
        readonly now?: readonly {
          readonly sanction: SanctionId;
          readonly until: string | undefined;
          readonly lifted: string | undefined;
        }[];
      }
    | undefined;
  /** What holds, or waits to, while the case is handled. */
  readonly interim?: readonly {
    readonly sanction: SanctionId;
    /** The day from which it holds; undefined while it has not reached the person. */
    readonly from: string | undefined;
  }[];
  /** The sanction that was not kept, of which the report is, and the case that imposed it. */
  readonly follows?: { readonly sanction: SanctionId; readonly codeName: string } | undefined;
  /** Whether it is to be found first which rules were broken. */
  readonly canFind?: boolean;
  /** How many witnesses were asked, how many of them are waited for, and whether it is time to ask them. */
  readonly witnesses?: { readonly asked: number; readonly awaited: number; readonly canAsk: boolean };
  /** What can be imposed while it is handled. */
  readonly imposable?: readonly SanctionId[];
  /** The stage to which those who handle the case can refer it, because the deciding body cannot be quorate. */
  readonly referral: StageId | undefined;
  /** The officer to whom the complainant can turn; undefined where the rulebook knows of none, its name where there is one. */
  readonly support: { readonly name: string | undefined; readonly canTake: boolean } | undefined;
  /** Whether both sides, or one, are asked to agree to something at this stage. */
  readonly asksAgreement?: boolean;
  /** Whether both sides are kept apart, since which day, as 2026-03-15; whether that suggests itself; what they say to each other that waits. */
  readonly apart?:
    | { readonly since: string | undefined; readonly isOffered: boolean; readonly waiting: number }
    | undefined;
  /** Whether the rulebook says where a party gets help. */
  readonly canSupport: boolean;
  /** Whether nobody knows who reported. */
  readonly isAnonymous?: boolean;
  /** Whether those who handle the case send the notices of the decision. */
  readonly canSend: boolean;
}

/** What stands in the deciding body's room: that there is a vote, no names, no standing of the vote. */
export interface BoardCard {
  readonly case: CaseId;
  readonly codeName: string;
  readonly body: string;
  readonly clause: string;
  /** Whether the body is to decide now: the case is at a stage of its own. */
  readonly isDeciding: boolean;
  /** Whether the respondent reported it themselves. */
  readonly isSelfDisclosed?: boolean;
  /** Whether the brief may name the parties. */
  readonly knowsNames: boolean;
  readonly members: number;
  readonly recused: number;
  readonly vote:
    | {
        readonly vote: VoteId;
        readonly motion: string;
        readonly findings: readonly RuleId[];
        readonly severity: string | undefined;
        readonly sanction: SanctionId | undefined;
        /** Which reasons of the rulebook's list. */
        readonly because?: readonly string[] | undefined;
        /** What Redress keeps the person from on the platforms, with that sanction. */
        readonly keptFrom?: readonly string[];
        readonly lasts?: Span | undefined;
        readonly scope?: readonly string[] | undefined;
        readonly conditions?: readonly AttachedCondition[] | undefined;
        readonly present: number;
        readonly quorum: number | undefined;
        readonly including: readonly { readonly body: string; readonly needed: number }[];
        /** Undefined where it is decided by consensus. */
        readonly majority: { readonly fraction: string; readonly of: string; readonly strict: boolean } | undefined;
        readonly consensus: ConsensusView | undefined;
        readonly clause: string;
      }
    | undefined;
  readonly lastResult:
    | {
        readonly motion: string;
        readonly sanction: SanctionId | undefined;
        readonly lasts?: Span | undefined;
        readonly scope?: readonly string[] | undefined;
        readonly conditions?: readonly AttachedCondition[] | undefined;
        readonly result: CaseResult;
      }
    | undefined;
  /** Whether the body waits for an answer of the parties, and how many it has been given: they stand with the brief. */
  readonly questions?: {
    readonly canAsk: boolean;
    /** Since which day it waits for an answer, as 2026-03-15. */
    readonly asked: string | undefined;
    readonly answered: number;
  };
  /** What was tied and waits for the casting vote of the chair. */
  readonly tie?: { readonly clause: string } | undefined;
  /** What the body was asked to impose while the case is handled, as long as it has not voted on it. */
  readonly asked?: { readonly sanction: SanctionId; readonly ground: string } | undefined;
  /** Why the body cannot decide any more, and where the case can be referred. */
  readonly noQuorum: NoQuorum | undefined;
  /** Whether a party ended the case before the body decided. */
  readonly isEnded: boolean;
  /** The stage to which the case was referred because the body could not decide. */
  readonly referred: StageId | undefined;
  readonly due: readonly DueView[];
  readonly decision: { readonly outcome: OutcomeId; readonly sanction: SanctionId | undefined } | undefined;
  /** How the notices of the decision fare: who is told stays unsaid. */
  readonly notices: { readonly total: number; readonly delivered: number } | undefined;
  readonly canSend: boolean;
}

/** How far a body has come that looks for a consensus: nothing of what anybody thinks. */
export interface ConsensusView {
  /** Whether it has been called; undefined where nobody calls it. */
  readonly isCalled: boolean | undefined;
  /** The moment from which nobody can object any more, where the organisation is, as 2026-03-15T11:00. */
  readonly until: string | undefined;
  /** So many objections prevent it. */
  readonly block: number;
  /** What can be chosen now. */
  readonly choices: readonly CaseChoice[];
  /** When Redress was away, where the organisation is, so that one may object for longer. */
  readonly away?: readonly { readonly from: string; readonly until: string }[];
}

/** Somebody to whom an appeal is addressed. */
export type AppealTo =
  | { readonly kind: "office" | "body"; readonly id: string }
  | { readonly kind: "external"; readonly label: string };

/** How somebody may appeal. */
export interface AppealView {
  /** The last day, counted from the day the notice reached the party, or from today; undefined where the rulebook gives none. */
  readonly until: string | undefined;
  /** To whom: several are a choice, each of them one or several together. */
  readonly to: readonly (readonly AppealTo[])[];
  /** Why, by their names in the rulebook; none where any reason will do. */
  readonly grounds: readonly string[];
  readonly clause: string;
  /** Its name in the rulebook. */
  readonly challenge: string;
}

/** What somebody chooses between, until when, and what holds when they say nothing. */
export interface ChoiceView {
  readonly outcomes: readonly OutcomeId[];
  readonly until: string;
  readonly silence: OutcomeId;
  /** Whether they choose themselves; otherwise they tell an officer. */
  readonly isOwn: boolean;
  /** Whether it can be chosen now. */
  readonly isOpen: boolean;
  readonly clause: string;
}

/** What somebody reads of the time that things take. */
export type TimeBody =
  | {
      readonly kind: "extended";
      /** The stage; undefined for the whole case. */
      readonly stage: StageId | undefined;
      /** By which rule, where it is the time to challenge something. */
      readonly challenge?: string | undefined;
      readonly was: string;
      readonly until: string;
      readonly reasons: string;
      readonly vacation: string | undefined;
      readonly clause: string;
    }
  | {
      readonly kind: "takes-longer";
      readonly stage: StageId | undefined;
      readonly day: string;
      readonly text: string;
      readonly clause: string;
    }
  | {
      readonly kind: "vacation-offer";
      /** What is due, as buttons carry it. */
      readonly choice: string;
      readonly what: { readonly kind: RemindedKind; readonly about: string };
      readonly day: string;
      readonly until: string;
      readonly vacation: string;
      readonly clause: string;
    }
  | { readonly kind: "more-asked"; readonly text: string; readonly until: string; readonly clause: string }
  | {
      readonly kind: "lateness";
      readonly isTaken: boolean;
      /** Whether nothing can be done about it. */
      readonly isFinal: boolean;
      readonly reasons: string;
      readonly clause: string;
    }
  | { readonly kind: "unanswered"; readonly until: string; readonly clause: string }
  | {
      readonly kind: "choice-open";
      readonly outcomes: readonly OutcomeId[];
      readonly until: string;
      readonly silence: OutcomeId;
      /** Whether it can still be chosen. */
      readonly isOpen: boolean;
      readonly clause: string;
    }
  | { readonly kind: "not-answered"; readonly what: AwaitedKind; readonly clause: string }
  | { readonly kind: "answered"; readonly clause: string };

/** A written notice with all that the rulebook wants in it. */
export interface NoticeView {
  readonly case: CaseId;
  readonly notice: NoticeId;
  readonly codeName: string;
  readonly to: PartyRole | "officers" | "board" | "person";
  readonly organisation: string;
  readonly document: {
    readonly cite: string;
    readonly title: string;
    readonly link: string;
    readonly code: Code;
  };
  readonly body:
    | { readonly kind: "new-case"; readonly purpose: RoomPurpose; readonly clause: string }
    | { readonly kind: "room-refused"; readonly clause: string }
    | { readonly kind: "acknowledgement"; readonly text: string; readonly clause: string }
    | { readonly kind: "question"; readonly text: string; readonly clause: string }
    | {
        readonly kind: "agreement-asked";
        readonly agreement: string;
        readonly text: string;
        /** Whether it is still what the parties are asked about. */
        readonly isOpen: boolean;
        readonly clause: string;
      }
    | { readonly kind: "agreement-answered"; readonly isAgreed: boolean; readonly clause: string }
    | { readonly kind: "agreement-left"; readonly clause: string }
    | ApartBody
    /** The day on which the report came, as 2026-03-15. */
    | {
        readonly kind: "entered";
        readonly on: string;
        readonly how: CameBy;
        readonly notes: AuthorNotes;
        readonly clause: string;
      }
    | {
        readonly kind: "summons";
        readonly text: string;
        readonly on: string;
        readonly attempt: number;
        readonly clause: string;
      }
    | {
        readonly kind: "stage-outcome";
        readonly stage: StageId;
        readonly outcome: OutcomeId;
        readonly reasons: string;
        /** Which reasons of the rulebook's list. */
        readonly because?: readonly string[] | undefined;
        /** Undefined for those who may not appeal. */
        readonly appeal: AppealView | undefined;
        readonly clause: string;
      }
    | {
        readonly kind: "decision";
        readonly outcome: OutcomeId;
        readonly because?: readonly string[] | undefined;
        readonly findings: readonly RuleId[];
        readonly findingClauses: readonly string[];
        readonly severity: string | undefined;
        readonly sanction: SanctionId | undefined;
        readonly sanctionClause: string | undefined;
        /** How long it holds, where that was chosen. */
        readonly lasts?: Span | undefined;
        readonly scope?: readonly string[] | undefined;
        readonly conditions?: readonly AttachedCondition[] | undefined;
        /** Whether it has no last day. */
        /** The rights of a member that the respondent does not have while it holds; told to nobody else. */
        readonly takesAway?: readonly string[];
        /** Whether it does not hold before somebody else has agreed to it. */
        readonly isPending?: boolean;
        readonly isIndefinite?: boolean;
        /** By when it is to be done, where it is something to do with a day. */
        readonly doneBy?: string | undefined;
        readonly until: string | undefined;
        readonly from: string | undefined;
        /** What it does to sanctions that the respondent has from other decisions; told to the respondent only. */
        readonly changes?: readonly ChangedTo[];
        readonly permits: readonly string[];
        /** What Redress keeps the respondent from on the platforms meanwhile; told to the respondent only. */
        readonly keptFrom?: readonly string[];
        readonly contains: readonly string[];
        readonly aimLine: boolean;
        readonly reasons: string;
        /** Undefined for those who may not appeal. */
        readonly appeal: AppealView | undefined;
        /** What the respondent chooses between next. */
        readonly choice?: ChoiceView | undefined;
        readonly clause: string;
      }
    | { readonly kind: "join-asked"; readonly clause: string }
    | { readonly kind: "urgent"; readonly isAgain: boolean; readonly clause: string }
    | { readonly kind: "referred"; readonly stage: StageId; readonly next: StageId; readonly clause: string }
    | ChallengeNotice
    | EvidenceBody
    | { readonly kind: "support-contact"; readonly isChosen: boolean; readonly clause: string }
    | { readonly kind: "support"; readonly help: HelpView | undefined; readonly clause: string }
    | {
        readonly kind: "ended";
        readonly outcome: OutcomeId;
        readonly appeal: AppealView | undefined;
        readonly clause: string;
      }
    | TimeBody
    /** To the officers: what a sanction keeps somebody from is not so on a platform. */
    | {
        readonly kind: "access";
        readonly what: AccessTrouble["what"];
        readonly problem: AccessTrouble["problem"];
        readonly platform: PlatformName;
        /** What the roles or channels are called. */
        readonly things: readonly string[];
        readonly sanction: SanctionId;
        /** What the person is called in the case. */
        readonly whose: string;
        readonly clause: string;
      }
    | { readonly kind: "sanction-lapsed"; readonly sanction: SanctionId; readonly day: string; readonly clause: string }
    | ({ readonly kind: "sanction-changed"; readonly clause: string } & ChangedTo)
    | {
        readonly kind: "sanction-lifted";
        readonly sanction: SanctionId;
        readonly day: string;
        readonly reasons: string;
        readonly clause: string;
      }
    | {
        readonly kind: "interim";
        readonly sanction: SanctionId;
        readonly ground: string;
        readonly reasons: string;
        /** The day from which it holds, counted from today while the notice has not arrived. */
        readonly from: string;
        /** With what it ends by itself. */
        readonly ends: InterimEnd;
        /** By when it is looked at again at the latest. */
        readonly reviewBy: string | undefined;
        readonly permits: readonly string[];
        /** What Redress keeps the person from on the platforms meanwhile. */
        readonly keptFrom?: readonly string[];
        readonly clause: string;
      }
    | {
        readonly kind: "interim-ended";
        readonly sanction: SanctionId;
        readonly how: InterimEnd;
        readonly day: string;
        readonly clause: string;
      }
    | {
        readonly kind: "sanction-task-done";
        readonly sanction: SanctionId;
        readonly day: string;
        readonly clause: string;
      }
    | {
        readonly kind: "sanction-condition";
        readonly sanction: SanctionId;
        readonly condition: string;
        readonly isMet: boolean;
        readonly clause: string;
      }
    | { readonly kind: "sanction-breached"; readonly sanction: SanctionId; readonly clause: string }
    /** To the officers: how the vote ended by which somebody else agrees to a sanction. */
    | {
        readonly kind: "confirmation-voted";
        readonly sanction: SanctionId;
        readonly isConfirmed: boolean | undefined;
        readonly clause: string;
      }
    | RecordBody
    /** To whoever may approve it: somebody is to learn of a sanction whom the rules do not have told. */
    | {
        readonly kind: "disclosure-asked";
        readonly disclosure: string;
        readonly sanction: SanctionId;
        /** Whose sanction it is, as the parties are called in the case: "B". */
        readonly whose: string;
        /** Who is to learn of it. */
        readonly recipient: string | undefined;
        readonly contents: readonly string[];
        readonly reasons: string;
        readonly clause: string;
      }
    /** To those who see to it that a sanction is kept: nothing that the rulebook does not name is in it. */
    | {
        readonly kind: "disclosure";
        readonly what: Disclosed["what"];
        /** What the person is kept from; events when left out. */
        readonly bars?: readonly string[];
        readonly name: string | undefined;
        readonly from: string | undefined;
        readonly until: string | undefined;
        /** Whether it has a last day, where that may be told. */
        readonly isEndless: boolean;
        readonly permits: readonly string[];
        readonly clause: string;
      }
    | {
        readonly kind: "undelivered";
        readonly notice: NoticeId;
        readonly to: PartyRole | "officers" | "board" | "person";
        readonly clause: string;
      }
    | {
        /** What the case lacks, since when, and at which stage: for those who handle it. */
        readonly kind: "gaps";
        readonly gaps: readonly Gap[];
        readonly about: StageId | undefined;
        readonly day: string;
        readonly clause: string;
      }
    | {
        readonly kind: "escalation";
        /** What it is that is late: for those who handle the case. */
        readonly what: { readonly kind: RemindedKind; readonly about: string } | undefined;
        /** The last day on which it was in time, and how many days ago that was. */
        readonly day: string;
        readonly days: number;
        readonly whose: EscalationKnown["whose"];
        readonly before: EscalationKnown["before"];
        readonly clause: string;
      }
    | {
        readonly kind: "reminder";
        readonly about: string;
        readonly deadlineKind: RemindedKind;
        readonly day: string;
        readonly days: number;
        readonly clause: string;
      };
}

/** What is told of the records of a case, and of handing it to somebody outside. */
export type RecordBody =
  /** To those who keep the records: on that day it is anonymised, unless somebody holds it. */
  | { readonly kind: "anonymising"; readonly on: string; readonly isLast: boolean; readonly clause: string }
  /** To the others who handle the case: a text waits for a second reader. */
  | { readonly kind: "to-approve"; readonly what: "precedent" | "bundle"; readonly clause: string }
  /** To somebody outside: a case is handed to them, by whom, if nothing stands in the way. */
  | { readonly kind: "escalation-asked"; readonly by: Selector | undefined; readonly clause: string };

/** Something that has to be done again and again, as those who owe it are told of it. */
/** The accounts of one person, after some of them were joined. */
export interface JoinedView {
  readonly accounts: readonly { readonly platform: PlatformName; readonly name: string }[];
}

/** That somebody comes to hold an office, or ceases to. */
export interface AppointmentView {
  readonly kind: "begins" | "ends";
  readonly who: string;
  /** Whether whoever reads it is that person. */
  readonly isOwn: boolean;
  readonly office: string;
  /** The first day, as 2026-07-01; undefined for an end. */
  readonly from: string | undefined;
  /** The last day; undefined where none is known. */
  readonly until: string | undefined;
  /** Who entered it; undefined for the roster file. */
  readonly by: string | undefined;
  readonly clause: string | undefined;
}

export interface ObligationView {
  readonly id: string;
  /** What it is, in a sentence of the rulebook. */
  readonly what: string;
  readonly about: Announcement["kind"];
  /** The last day that it is about, and how many days there are until then; fewer than 0 once it is over. */
  readonly dueBy: string;
  readonly days: number;
  readonly done: number;
  readonly atLeast: number | undefined;
  readonly atMost: number | undefined;
  readonly document: NoticeView["document"];
  readonly clause: string;
}

/** What the outbox posts. Drawn by the surface, in the language of the room or of the person. */
export type Message =
  | { readonly kind: "officers-card"; readonly card: OfficersCard }
  | { readonly kind: "board-card"; readonly card: BoardCard }
  | { readonly kind: "notice"; readonly view: NoticeView }
  | { readonly kind: "obligation"; readonly view: ObligationView }
  /** To whoever receives reports: an anonymous one waits to be counted. */
  | { readonly kind: "counted"; readonly report: string }
  /** There is something new in a question that somebody asked in confidence. */
  | {
      readonly kind: "question";
      readonly question: string;
      readonly what: "asked" | "answered" | "proposed" | "reminder";
    }
  | { readonly kind: "appointment"; readonly view: AppointmentView }
  | { readonly kind: "joined"; readonly view: JoinedView }
  | { readonly kind: "motion-card"; readonly card: MotionCard }
  /** What whoever moved it was asked, as it stands; nothing of what is asked later. */
  | { readonly kind: "motion-question"; readonly card: MotionCard; readonly asked: QuestionView }
  | { readonly kind: "session-card"; readonly card: SessionCard }
  | { readonly kind: "motion-minute"; readonly card: MotionCard }
  /** A stage of a ranked count, from 1. */
  | { readonly kind: "motion-stage"; readonly card: MotionCard; readonly stage: number }
  | { readonly kind: "motion-reminder"; readonly view: MotionReminder }
  /** Reminders of several things, those due longest first. */
  | { readonly kind: "digest"; readonly views: readonly NoticeView[]; readonly more?: MoreReminders };

/** Reminders beyond those that are told of in full. */
export interface MoreReminders {
  readonly reminders: number;
  /** The code names of their cases, those due longest first. */
  readonly named: readonly string[];
  /** How many of their cases are not named. */
  readonly unnamed: number;
}
