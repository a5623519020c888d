import type { Temporal } from "temporal-polyfill";

import type { PartyId, PersonId, QuestionId, StageId, StatementId, VoteId } from "../identity.ts";

/** What the deciding body asks the parties, through those who handle the case. */
export type QuestionEntry =
  /** A member of the body asks; those who handle the case are told. The vote that was open is void with it. */
  | {
      readonly kind: "body-asked";
      readonly question: QuestionId;
      readonly statement: StatementId;
      readonly vote?: VoteId | undefined;
    }
  /** They put it to a party, in their own words. */
  | {
      readonly kind: "question-put";
      readonly question: QuestionId;
      readonly party: PartyId;
      readonly statement: StatementId;
    }
  /** The party answers them. */
  | {
      readonly kind: "question-answered";
      readonly question: QuestionId;
      readonly party: PartyId;
      readonly statement: StatementId;
    }
  /** They hand the answer to the body, without what the body may not read: it stands with the brief from then on. */
  | { readonly kind: "answer-returned"; readonly question: QuestionId; readonly statement: StatementId }
  /** The body goes on without an answer. */
  | { readonly kind: "question-dropped"; readonly question: QuestionId };

/** What is told of it. */
export type QuestionSubject =
  /** To the officers. */
  | { readonly kind: "body-asked" }
  | { readonly kind: "question-answered" }
  /** To a party. */
  | { readonly kind: "question-put"; readonly question: QuestionId; readonly statement: StatementId }
  /** To the deciding body: that its vote rests, and how it goes on; `isPutAgain`: the motion is put to the vote anew. */
  | { readonly kind: "vote-rests"; readonly isVoid: boolean }
  | { readonly kind: "answer-returned"; readonly isPutAgain?: boolean | undefined }
  | { readonly kind: "question-dropped"; readonly isPutAgain: boolean };

/** A question of the deciding body, and how far it has come. */
export interface BodyQuestion {
  readonly question: QuestionId;
  readonly statement: StatementId;
  readonly by: PersonId | undefined;
  readonly asked: Temporal.Instant;
  /** The stage at which it was asked, and how many stages had been concluded by then. */
  readonly stage: StageId;
  readonly visit: number;
  readonly put: readonly { readonly party: PartyId; readonly statement: StatementId; readonly at: Temporal.Instant }[];
  readonly answers: readonly {
    readonly party: PartyId;
    readonly statement: StatementId;
    readonly at: Temporal.Instant;
  }[];
  /** What the body reads in answer; undefined while it waits. */
  /** The vote that became void with it. */
  readonly vote?: VoteId | undefined;
  /** When the body went on without an answer. */
  readonly dropped?: Temporal.Instant | undefined;
  readonly returned: { readonly statement: StatementId; readonly at: Temporal.Instant } | undefined;
}

const kinds: readonly string[] = [
  "body-asked",
  "question-put",
  "question-answered",
  "answer-returned",
  "question-dropped",
] satisfies readonly QuestionEntry["kind"][];

/** Whether an entry is one of these. */
export const isQuestionEntry = (entry: { readonly kind: string }): entry is QuestionEntry => kinds.includes(entry.kind);

/**
 * The questions after one more entry, the first first.
 * @param here at which stage, and how many had been concluded by then
 */
export function questionsAfter(
  questions: readonly BodyQuestion[],
  entry: QuestionEntry,
  by: PersonId | undefined,
  here: { readonly stage: StageId; readonly visit: number },
  at: Temporal.Instant,
): readonly BodyQuestion[] {
  const { question } = entry;
  const changed = (change: (asked: BodyQuestion) => BodyQuestion) =>
    questions.map((asked) => (asked.question === question ? change(asked) : asked));
  switch (entry.kind) {
    case "body-asked":
      return [
        ...questions,
        {
          question,
          statement: entry.statement,
          by,
          asked: at,
          ...here,
          put: [],
          answers: [],
          vote: entry.vote,
          returned: undefined,
        },
      ];
    case "question-put":
      return changed((asked) => ({
        ...asked,
        put: [...asked.put, { party: entry.party, statement: entry.statement, at }],
      }));
    case "question-answered":
      return changed((asked) => ({
        ...asked,
        answers: [...asked.answers, { party: entry.party, statement: entry.statement, at }],
      }));
    case "answer-returned":
      return changed((asked) => ({ ...asked, returned: { statement: entry.statement, at } }));
    case "question-dropped":
      return changed((asked) => ({ ...asked, dropped: at }));
  }
}
