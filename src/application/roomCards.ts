import type { Temporal } from "temporal-polyfill";

import type { Gap } from "../domain/case/noticeSubject.ts";
import type { PartyRole, Relation } from "../domain/case/party.ts";
import type { AttachedCondition } from "../domain/case/sanctionEntries.ts";
import type { JudgedScope } from "../domain/case/scope.ts";
import type { NoQuorum } from "../domain/case/wayOut.ts";
import type { OutcomeId, StageId, NoticeId, CaseId, RuleId, BodyId, SanctionId, VoteId } from "../domain/identity.ts";
import type { FewMembers } from "../domain/people/fewMembers.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { Course } from "../domain/timeline/course.ts";
import type { CaseResult } from "../domain/voting/inCase.ts";
import type { Flag } from "../rulebook/schema/rules.ts";
import type { Span } from "../rulebook/schema/vocabulary.ts";
import type { Recipient } from "./acts/statistics.ts";
import type { ConsensusView } from "./consensusView.ts";
import type { DueView } from "./views/dueViews.ts";
import type { HearingState } from "./views/hearingView.ts";
import type { Tells } from "./views/tellsView.ts";

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
  /** Its stages one after the other; where it is drawn for one officer. */
  readonly course?: Course | undefined;
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
  /** Whether it is one that the procedure is for; undefined where that is for anything. */
  readonly scope?:
    | {
        readonly judged: JudgedScope | undefined;
        /** Whether whoever assesses the case is asked for it. */
        readonly isOpen: boolean;
        /** The outcomes to which it points that no situation applies. */
        readonly suggested: readonly OutcomeId[];
        readonly clause: string;
      }
    | undefined;
  /** Whether it was opened without anybody having reported it. */
  readonly isOpened?: boolean;
  readonly lead: string | undefined;
  /** By which clause nobody decides who has a conflict of interest. */
  readonly conflictClause: string;
  /** What is a conflict of interest, as the rulebook lists it. */
  readonly conflicts: readonly string[];
  readonly due: readonly DueView[];
  /** Whether the report came too late, and nobody has decided yet whether it is taken. */
  readonly isLate?: boolean;
  /** What the case lacks, so that it could be forgotten. */
  readonly gaps?: readonly Gap[];
  readonly openTasks: readonly string[];
  /** Of the tasks that are done by telling somebody outside, who is still to be told: one of each group, by what they are called. */
  readonly tells?: Tells;
  readonly outcomes: readonly OutcomeView[];
  readonly canSummon: boolean;
  /** "unchecked": written, and nobody has looked yet who of those it goes to has a conflict. */
  readonly brief: "none" | "unchecked" | "drafted" | "approved" | "earlier" | "not-needed";
  readonly partyInBody: string | undefined;
  /** Who is told that the case concerns that body, as long as nothing of it was handed to them. */
  readonly mustTell?: { readonly to: Recipient; readonly clause: string } | undefined;
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
  /** The hearing of the stage, or an earlier one of which nothing is written down. */
  readonly hearing?: HearingState | undefined;
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
  /** Where the body has fewer members now than it must have. */
  readonly few?: FewMembers | undefined;
  /** Whether the respondent reported it themselves. */
  readonly isSelfDisclosed?: boolean;
  /** Whether both sides are kept apart. */
  readonly isApart?: boolean;
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
