import type { Span } from "../../rulebook/schema/vocabulary.ts";
import type { BreachConsequence } from "../case/sanctionEntries.ts";
import type { BodyId, CaseId, OutcomeId, PersonId, RuleId, SanctionId, StageId } from "../identity.ts";
import type { Refusal } from "../refusal.ts";
import type { CaseChoice } from "../voting/result.ts";

/** Somebody who can do what is missing, as far as whoever asks may know. */
export type Who =
  /** Those who handle the case. */
  | { readonly kind: "officers" }
  | { readonly kind: "offices"; readonly offices: readonly string[] }
  | { readonly kind: "body"; readonly body: BodyId }
  /** People by their ids in the domain, by their names in what is shown. */
  | { readonly kind: "people"; readonly people: readonly PersonId[] };

/** Something to be entered otherwise than it was. */
export type Entering =
  | {
      readonly what:
        | "ground"
        | "somebody"
        | "somebody-else"
        | "relevance"
        | "how-checked"
        | "another-companion"
        | "own-words"
        | "another-file"
        | "evidence"
        | "members"
        | "panel-decision"
        | "second-reader"
        | "rule"
        | "reasons"
        | "finding"
        | "one-sanction"
        | "no-sanction"
        | "length"
        | "letter"
        | "day"
        | "pseudonyms"
        | "mitigation"
        | "shorter-notice";
    }
  | { readonly what: "shorter-length"; readonly longest: Span }
  | { readonly what: "choice"; readonly choices: readonly CaseChoice[] }
  | { readonly what: "consequence"; readonly consequences: readonly BreachConsequence[] }
  | { readonly what: "listed-reason"; readonly reasons: readonly string[] }
  | { readonly what: "interim-ground"; readonly grounds: readonly string[] }
  | { readonly what: "offered-condition"; readonly conditions: readonly string[] }
  | { readonly what: "offered-sanction"; readonly sanctions: readonly SanctionId[] }
  | { readonly what: "sanctionable-rule"; readonly rules: readonly RuleId[] };

/** One thing that would make an act possible that is not. Days are written as 2026-03-20. */
export type Unblock =
  /** The witness promises confidentiality. */
  | { readonly kind: "promise" }
  /** It is found which rules were broken. */
  | { readonly kind: "find" }
  /** Those are asked who are to be, before it is decided whether a challenge is heard. */
  | { readonly kind: "consult" }
  /** Those are told who are told before an answer is given. */
  | { readonly kind: "tell-first" }
  /** Somebody else is chosen. */
  | { readonly kind: "choose-another" }
  /** What the body asked is answered by those; or those go on without an answer. */
  | { readonly kind: "answer-body"; readonly who: Who }
  | { readonly kind: "go-on"; readonly who: Who }
  /** What whoever moved a motion was asked is answered by them. */
  | { readonly kind: "answer-mover"; readonly who: Who }
  /** Whoever leads a vote counts the hands in the room once more. */
  | { readonly kind: "count-again"; readonly who: Who }
  /** Another name: there is no such case, or none that somebody may know of. */
  | { readonly kind: "other-name" }
  /** A list of what there is for whoever asks. */
  | { readonly kind: "what-there-is" }
  /** Somebody is asked in confidence first. */
  | { readonly kind: "ask-first" }
  /** The code as it was kept. */
  | { readonly kind: "other-code" }
  /** Nothing is missing: it is done, it is over, or it need not be. */
  | {
      readonly kind: "nothing";
      readonly as:
        | "done"
        | "not-yet"
        | "over"
        | "vote-over"
        | "final"
        | "not-needed"
        | "of-a-party"
        | "by-itself"
        | "once-chosen"
        | "by-rules";
    }
  | { readonly kind: "own-cases" }
  /** Whoever has something to report files it. */
  | { readonly kind: "file-it" }
  /** Somebody else does it. */
  | { readonly kind: "ask"; readonly who: Who }
  /** Whoever leads steps aside. */
  | { readonly kind: "steps-aside"; readonly who: Who }
  /** Offices outside the organisation, by the labels that the rulebook gives them. */
  | { readonly kind: "outside"; readonly labels: readonly string[] }
  | ({ readonly kind: "enter" } & Entering)
  | { readonly kind: "choose-day"; readonly from: string | undefined; readonly until: string | undefined }
  /** It is possible from that day on. */
  | { readonly kind: "wait"; readonly from: string }
  | { readonly kind: "tasks"; readonly tasks: readonly string[] }
  /** The respondent is called so often; who is called today can be met from that day on. */
  | { readonly kind: "summon"; readonly times: number; readonly earliest: string | undefined }
  | { readonly kind: "conclude-with"; readonly outcomes: readonly OutcomeId[] }
  /** It is possible at these stages, and the case can still come to them. */
  | { readonly kind: "reach"; readonly stages: readonly StageId[] }
  /** The hearing of the stage is held; what happened there is written down. */
  | { readonly kind: "hearing"; readonly step: "hold" | "record" }
  | { readonly kind: "brief"; readonly step: "write" | "approve"; readonly who: Who }
  /** Somebody who knows the names says who of a body has a conflict of interest. */
  | { readonly kind: "check-conflicts"; readonly body: BodyId; readonly who: Who }
  /** Somebody says that nothing stands between them and the case: before they read the brief, or before they decide themselves. */
  | { readonly kind: "declare"; readonly before: "brief" | "decision" }
  | { readonly kind: "put-motion"; readonly who: Who }
  /** Somebody else of the body seconds the motion. */
  | { readonly kind: "second"; readonly who: Who }
  | { readonly kind: "open-vote"; readonly who: Who }
  | { readonly kind: "open-session"; readonly who: Who }
  /** What is not on the agenda of a session in camera waits for another session. */
  | { readonly kind: "another-session" }
  | { readonly kind: "close-vote"; readonly who: Who }
  /** So many more members come: of a body, of all who may vote where none is named, by name where whoever asks may know them. */
  | {
      readonly kind: "come";
      readonly count: number;
      readonly body: BodyId | undefined;
      readonly people: readonly PersonId[];
    }
  /** Offices of a body that stand empty are filled. */
  | { readonly kind: "fill-seats"; readonly body: BodyId; readonly seats: number }
  /** The way out that the rulebook gives where there can be no quorum. */
  | {
      readonly kind: "exit";
      readonly stage: StageId;
      /** Whether there can be no quorum now. */
      readonly isOpen: boolean;
      /** The case, where whoever asks can refer it now. */
      readonly of: CaseId | undefined;
    }
  /** The rulebook names no way out. */
  | { readonly kind: "no-exit" };

/** A refusal with everything that would make the act possible, one step after the other; an exit is there in case that cannot be. */
export type Blocked = Refusal & { readonly unblock: readonly Unblock[] };

/** What is told to somebody who may not know of a case, and where there is none. */
export const nothingHere = { refused: "nothing-here", unblock: [{ kind: "other-name" }] } as const satisfies Blocked;

/** What is told to somebody for whom there is no such thing, and where there is none for anybody: where nothing is asked for by a name. */
export const notForYou = { refused: "not-for-you", unblock: [{ kind: "what-there-is" }] } as const satisfies Blocked;
