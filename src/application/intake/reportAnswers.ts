import type { Relation } from "../../domain/case/party.ts";
import type { PersonId, RuleId, CaseId } from "../../domain/identity.ts";
import type { EnteredAnswers } from "../acts/reportAuthor.ts";
import type { TogetherAnswers } from "../acts/together.ts";
import type { Account } from "../person.ts";

/** What a member answered in the report's form. */
export interface ReportAnswers {
  readonly relation: Relation;
  /** The people it is about who have an account here. */
  readonly about: readonly Account[];
  /** The receiver of reports whom it is about, if it is about one. */
  readonly aboutReceiver: PersonId | undefined;
  /** Somebody it is about who has no account, in the member's words. */
  readonly aboutOthers: string;
  readonly rules: readonly RuleId[];
  /** What the offence is based on, of what the rules name. */
  readonly grounds?: readonly string[];
  /** The answers by field: words as they were written, of a choice the option, a day as 2026-03-15. */
  readonly texts: Readonly<Record<string, string>>;
  /** How and when it came, and from whom, where an officer enters it. */
  readonly entered?: EnteredAnswers | undefined;
  /** Whether it was begun from the menu of a message. */
  readonly isOfMessage?: boolean;
  /** With what the files of that message are handed in: where they are from, and what could not be taken. */
  readonly ofMessage?: { readonly text: string; readonly relevance: string } | undefined;
  /** To whom it happened, where that is not the author: an account, or what they are called. */
  readonly affected?: { readonly account: Account | undefined; readonly name: string } | undefined;
  /** Who reports it together with the author. */
  readonly together?: TogetherAnswers | undefined;
  /** Who speaks in it, where the rules ask that. */
  readonly ownVoice?: { readonly isFromOutside: boolean; readonly companion: Account | undefined } | undefined;
  /** The breach of a sanction that it is about, and the case in which that was recorded. */
  readonly follows?: { readonly case: CaseId; readonly breach: string } | undefined;
}
