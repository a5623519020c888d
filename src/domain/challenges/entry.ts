import type { Span } from "../../rulebook/schema/vocabulary.ts";
import type {
  DecisionId,
  NoticeId,
  OutcomeId,
  PartyId,
  PersonId,
  RuleId,
  SanctionId,
  StageId,
  StatementId,
} from "../identity.ts";

/** Of the challenges of a case the first is "1". */
export type ChallengeId = string;

/** What is challenged: how a stage ended; of a decision which one, and where only its sanction is challenged that. */
export interface Against {
  readonly outcome: OutcomeId;
  readonly decision: DecisionId | undefined;
  readonly sanction?: SanctionId | undefined;
}

/** Whether something is heard: one that came too late, or any before it is. */
export type Question = "lateness" | "admission";

/**
 * How a challenge ended. An appeal: the decision stands, has another sanction, or is void; nobody agreed; or a stage of the case heard it.
 * A request: it was told, or not. A review: those who looked say what they think.
 */
export type Verdict =
  | "confirm"
  | "change_sanction"
  | "annul"
  | "no_agreement"
  | "heard"
  | "told"
  | "not_told"
  | "opinion";

/** What happens to challenges, as it stands in a case file. */
export type ChallengeEntry =
  | {
      readonly kind: "challenge-lodged";
      readonly challenge: ChallengeId;
      /** Its name in the rulebook. */
      readonly rule: string;
      readonly party: PartyId;
      readonly against: Against;
      /** Which of those to whom one can write, by its number from 0. */
      readonly to: number;
      readonly ground: string | undefined;
      readonly words: StatementId;
      readonly evidence: StatementId | undefined;
      readonly isLate: boolean;
    }
  | {
      readonly kind: "challenge-consulted";
      readonly challenge: ChallengeId;
      readonly person: PersonId;
      readonly words: StatementId;
    }
  | {
      readonly kind: "challenge-judged";
      readonly challenge: ChallengeId;
      readonly question: Question;
      readonly isHeard: boolean;
      readonly reasons: StatementId | undefined;
      /** The stage at which it is heard from now on; undefined where it is heard elsewhere, or the case is at it already. */
      readonly next: StageId | undefined;
    }
  /** Those were told who are told before an answer is given. */
  | { readonly kind: "challenge-told-first"; readonly challenge: ChallengeId; readonly notices: readonly NoticeId[] }
  /** Somebody asks to read the real names, or is let or not let read them. */
  | {
      readonly kind: "challenge-names";
      readonly challenge: ChallengeId;
      readonly step: "asked" | "allowed" | "refused";
      readonly person: PersonId;
      readonly reasons: StatementId;
    }
  | {
      readonly kind: "challenge-decided";
      readonly challenge: ChallengeId;
      readonly how: Verdict;
      readonly sanction?: SanctionId | undefined;
      readonly lasts?: Span | undefined;
      /** The text of the letter, where that sanction is one. */
      readonly letter?: StatementId | undefined;
      /** What was broken, where the decision had found nothing to be. */
      readonly findings?: readonly RuleId[] | undefined;
      /** Which seats of those who hear it took part, as the rulebook names them: "external:seo". */
      readonly members: readonly string[];
      readonly reasons: StatementId | undefined;
      /** Where the case goes on, when nothing is decided any more. */
      readonly next?: StageId | undefined;
    };

/** What somebody is told of a challenge. */
export type ChallengeSubject =
  /** To whoever has something to do in it. */
  | { readonly kind: "challenge-task"; readonly challenge: ChallengeId; readonly task: ChallengeTask }
  /** To somebody before an answer is given to another. */
  | { readonly kind: "challenge-first"; readonly challenge: ChallengeId; readonly words: StatementId }
  /** To the parties: whether it is heard, and how it ended. */
  | { readonly kind: "challenge-outcome"; readonly challenge: ChallengeId; readonly about: Question | "verdict" };

/** What is to be done in a challenge. */
export type ChallengeTask = "lateness" | "consult" | "admission" | "decide" | "answer" | "opinion" | "names";
