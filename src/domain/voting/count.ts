import { countConsensus } from "./consensus/countConsensus.ts";
import type { Agreement } from "./consensus/countConsensus.ts";
import { countChoose } from "./countChoose.ts";
import type { Chosen } from "./countChoose.ts";
import type { Ballots, Elector, Question } from "./question.ts";
import { countElection } from "./ranked/countElection.ts";
import type { Elected } from "./ranked/countElection.ts";
import { countMotion } from "./result.ts";
import type { VoteResult } from "./result.ts";

/**
 * What came of a vote.
 * - `inquorate`, `turnout-not-met`: whatever the method, too few were present, or too few voted; nothing is decided
 * - `carried`, `lost`, `tied`: of a motion; `tied` waits for the casting vote of the chair
 * - `chosen`: of a choice: the counts, what is taken, and how ties were broken
 * - `elected`: of a ranked vote: who is elected, how many seats stay vacant, and every stage of the count
 * - `agreed`, `not-reached`: of a consensus, in numbers
 * - `cannot-be-quorate`, `void`: closed without a count; `count` gives neither
 */
export type Result = VoteResult | Chosen | Elected | Agreement;

/**
 * Counts a vote of any method: the one function for a look at a vote that is open, for its closing, and for whoever counts again.
 * The same question, electorate and ballots give the same result, in whatever order they are read.
 * A ballot is a list of what was chosen: of a motion `["in-favour"]`, `["against"]` or `["abstain"]`; of a consensus `["agree"]`,
 * `["stand-aside"]` or `["object"]`; of a choice the options in any order; of a ranked vote the candidates, the most preferred first,
 * among them `RON` (ranked/ron.ts). `[]` is a blank ballot. What a voter hands in is judged before by `findPaperFault` (paper.ts);
 * what comes here all the same is counted as spoilt.
 * @throws where there are more or fewer papers than electors who voted: a ballot would count twice, or not at all
 */
export function count(question: Question, electorate: readonly Elector[], ballots: Ballots): Result {
  const { rule } = question;
  switch (rule.method) {
    case "motion":
      return countMotion({ ...question, rule }, electorate, ballots);
    case "choose":
      return countChoose({ ...question, rule }, electorate, ballots);
    case "ranked":
      return countElection({ ...question, rule }, electorate, ballots);
    case "consensus":
      return countConsensus({ ...question, rule }, electorate, ballots);
  }
}
