/** Random identifiers, each of its own kind; none says anything about whom or what it stands for. */
export type CaseId = string;
export type PersonId = string;
export type PartyId = string;
export type StatementId = string;
export type VoteId = string;
export type NoticeId = string;
export type StepId = string;
/** Of something that was handed in: a statement, or a piece of evidence. */
export type ItemId = string;
/** Of something that the deciding body asks the parties. */
export type QuestionId = string;
export type AgreementId = string;
/** Of what one party says to the other through those who handle the case. */
export type WordsId = string;
/** Of a hearing of the case. */
export type HearingId = string;
/** Of a file that was handed in. */
export type FileId = string;
/** Of a decision by vote the id of that vote; of one that was made without a vote an id of its own. */
export type DecisionId = string;

/** Keys of the rulebook. */
export type StageId = string;
export type OutcomeId = string;
export type RuleId = string;
export type SanctionId = string;
export type BodyId = string;
export type OfficeId = string;
