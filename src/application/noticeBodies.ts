import type { RoomPurpose, ChangedTo, AccessTrouble, Disclosed, Gap } from "../domain/case/noticeSubject.ts";
import type { PartyRole, CameBy } from "../domain/case/party.ts";
import type { AttachedCondition, InterimEnd } from "../domain/case/sanctionEntries.ts";
import type { NoticeId, StageId, OutcomeId, RuleId, SanctionId } from "../domain/identity.ts";
import type { AuthorNotes } from "../domain/parties/authorIsTold.ts";
import type { RemindedKind } from "../domain/timeline/happening.ts";
import type { Span, Selector } from "../rulebook/schema/vocabulary.ts";
import type { PlatformName } from "./person.ts";
import type { AppealView } from "./views/appealView.ts";
import type { ChoiceView } from "./views/choiceView.ts";
import type { EscalationKnown } from "./views/escalation.ts";
import type { FollowsView } from "./views/followsView.ts";
import type { HelpView } from "./views/helpView.ts";
import type { ReplacedView } from "./views/replacedView.ts";

/** What is told when a report has come, and while it is looked into. */
export type IntakeBody =
  | { readonly kind: "new-case"; readonly purpose: RoomPurpose; readonly clause: string }
  | { readonly kind: "room-refused"; readonly clause: string }
  | { readonly kind: "acknowledgement"; readonly text: string; readonly clause: string }
  | { readonly kind: "question"; readonly text: string; readonly clause: string }
  | {
      readonly kind: "entered";
      /** The day on which the report came, as 2026-03-15. */
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
  | { readonly kind: "join-asked"; readonly clause: string }
  | { readonly kind: "urgent"; readonly isAgain: boolean; readonly clause: string }
  | { readonly kind: "support-contact"; readonly isChosen: boolean; readonly clause: string }
  | { readonly kind: "support"; readonly help: HelpView | undefined; readonly clause: string };

/** A text to which the parties are asked to agree. */
export type AgreementBody =
  | {
      readonly kind: "agreement-asked";
      readonly agreement: string;
      readonly text: string;
      /** Whether it is still what the parties are asked about. */
      readonly isOpen: boolean;
      readonly clause: string;
    }
  | { readonly kind: "agreement-answered"; readonly isAgreed: boolean; readonly clause: string }
  | { readonly kind: "agreement-left"; readonly clause: string };

/** How a stage ended, or the case; and what was decided. */
export type OutcomeBody =
  | {
      readonly kind: "stage-outcome";
      readonly stage: StageId;
      readonly outcome: OutcomeId;
      readonly reasons: string;
      /** Which reasons of the rulebook's list. */
      readonly because?: readonly string[] | undefined;
      /** What of earlier stages does not hold any more because of it. */
      readonly replaces?: readonly ReplacedView[];
      /** Undefined for those who may not appeal. */
      readonly appeal: AppealView | undefined;
      readonly follows?: FollowsView;
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
      /** The rights of a member that the respondent does not have while it holds; told to nobody else. */
      readonly takesAway?: readonly string[];
      /** Whether it does not hold before somebody else has agreed to it. */
      readonly isPending?: boolean;
      /** The procedure by which alone it takes effect, where that is why it does not hold. */
      readonly enactedBy?: string | undefined;
      /** Whether it has no last day. */
      readonly isIndefinite?: boolean;
      /** By when it is to be done, where it is something to do with a day. */
      readonly doneBy?: string | undefined;
      readonly until: string | undefined;
      readonly from: string | undefined;
      /** What it does to sanctions that the respondent has from other decisions; told to the respondent only. */
      readonly changes?: readonly ChangedTo[];
      /** In the place of what it stands that earlier stages decided. */
      readonly replaces?: readonly ReplacedView[];
      readonly permits: readonly string[];
      /** What Redress keeps the respondent from on the platforms meanwhile; told to the respondent only. */
      readonly keptFrom?: readonly string[];
      readonly contains: readonly string[];
      readonly aimLine: boolean;
      readonly reasons: string;
      /** The text of the letter, for whoever it is to; left out or "" for anybody else, and where the sanction is none. */
      readonly letter?: string;
      /** Undefined for those who may not appeal. */
      readonly appeal: AppealView | undefined;
      readonly follows?: FollowsView | undefined;
      /** What the respondent chooses between next. */
      readonly choice?: ChoiceView | undefined;
      readonly clause: string;
    }
  | { readonly kind: "referred"; readonly stage: StageId; readonly next: StageId; readonly clause: string }
  | {
      readonly kind: "ended";
      readonly outcome: OutcomeId;
      readonly appeal: AppealView | undefined;
      readonly clause: string;
    };

/** What becomes of a sanction besides deciding it. */
export type SanctionBody =
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
    };

/** That somebody besides the parties is to learn of a sanction, and what they learn. */
export type DisclosureBody =
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
    };

/** That something is due, late or lacking, so that no case is forgotten. */
export type UpkeepBody =
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

/** What is told of the records of a case, and of handing it to somebody outside. */
export type RecordBody =
  /** To those who keep the records: on that day it is anonymised, unless somebody holds it. */
  | { readonly kind: "anonymising"; readonly on: string; readonly isLast: boolean; readonly clause: string }
  /** To the others who handle the case: a text waits for a second reader. */
  | { readonly kind: "to-approve"; readonly what: "precedent" | "bundle" | "publication"; readonly clause: string }
  /** To those who handle the case: what was published could not be posted where it was to stand. */
  | { readonly kind: "not-posted"; readonly clause: string }
  /** To somebody outside: a case is handed to them, by whom, if nothing stands in the way. */
  | { readonly kind: "escalation-asked"; readonly by: Selector | undefined; readonly clause: string };
