import type { ReferralQuestion } from "../../application/acts/referCase.ts";
import type { BoardCard } from "../../application/roomCards.ts";
import { paragraph } from "../blocks.ts";
import { fitted, limits } from "../card.ts";
import type { Block, Card, Control } from "../card.ts";
import type { Speech } from "../say.ts";
import { button } from "./controls.ts";
import { cited, quorumNumbers, rulesRow } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

/** What the choice of a button says that refers a case at once, after the question. */
export const CONFIRMED = "yes";

/**
 * A button that asks whether a case is to be referred.
 * @param act of whom it is: `case.refer` of those who handle the case, `vote.refer` of the deciding body
 */
export function referButton(
  stage: string,
  act: "case.refer" | "vote.refer",
  ref: string,
  { say, name }: Speech,
  choice = "",
): Control {
  const label = fitted(say("act.refer", { stage: name("stage", stage) }), limits.buttonLabel);
  return button("primary", label, act, ref, choice);
}

/** What follows when a case is referred, and the press that does it. */
export function referralCard(
  question: ReferralQuestion,
  act: "case.refer" | "vote.refer",
  citation: Citation,
  speech: Speech,
): Card {
  const { say, name } = speech;
  const { case: ref, codeName, body, next, isVoteOpen, clause } = question;
  const values = { stage: name("stage", next), body: name("body", body) };
  return {
    tone: "attention",
    title: say("refer.title", { codeName }),
    blocks: [
      { kind: "paragraph", text: say(isVoteOpen ? "refer.question.open" : "refer.question", values) },
      { kind: "small", text: say("clause.cited", { clauses: cited(citation, clause) }) },
    ],
    rows: [[referButton(next, act, ref, speech, CONFIRMED)], rulesRow([clause], citation, speech, ref)],
  };
}

/** That the deciding body cannot be quorate, with the numbers and the way out; or that the case was referred. */
export function noQuorumBlocks(card: BoardCard, citation: Citation, speech: Speech): readonly Block[] {
  const { say, name } = speech;
  const { noQuorum, referred, vote, body } = card;
  if (referred !== undefined)
    return [paragraph(say("board.referred", { body: name("body", body), stage: name("stage", referred) }))];
  if (noQuorum === undefined) return [];
  const { numbers, canBePutAnew } = noQuorum;
  const why = say(vote === undefined ? "board.no-quorum" : "board.no-quorum.vote", quorumNumbers(numbers, speech));
  return [paragraph(`${why} (${cited(citation, numbers.clause)}) ${outText(numbers.exit, canBePutAnew, speech)}`)];
}

function outText(exit: string | undefined, canBePutAnew: boolean, { say, name }: Speech): string {
  if (exit !== undefined) return say("board.no-quorum.exit", { stage: name("stage", exit) });
  return say(canBePutAnew ? "board.no-quorum.anew" : "board.no-quorum.no-exit");
}
