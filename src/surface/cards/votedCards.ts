import type { Voted, Present, ClosedVote } from "../../application/acts/decideCase.ts";
import { isAdopted } from "../../domain/voting/inCase.ts";
import { paragraph, small } from "../blocks.ts";
import type { Card } from "../card.ts";
import type { Speech } from "../say.ts";
import { motionText } from "./boardCardView.ts";
import { noteCard } from "./noteCard.ts";
import type { Citation } from "./refusalCard.ts";
import { cited, rulesLink, rulesRow, missingText } from "./refusalCard.ts";

export function votedCard(voted: Voted, citation: Citation, speech: Speech): Card {
  const { say } = speech;
  if (voted.isPosition) return positionCard(voted, citation, speech);
  const text = say(voted.replaced ? "voted.replaced" : "voted", {
    choice: say(`choice.${voted.choice}`),
    clause: cited(citation, voted.clause),
  });
  return {
    tone: "good",
    title: say("voted.title"),
    blocks: [paragraph(text), small(say("voted.small"))],
    rows: [[rulesLink(citation, speech)]],
  };
}

/** To a member who took a position on what was called: what it was, whether it can still be changed, and that nobody reads it. */
function positionCard({ choice, clause, hasEnded }: Voted, citation: Citation, speech: Speech): Card {
  const { say } = speech;
  const text = say("position", { position: say(`choice.${choice}`), clause: cited(citation, clause) });
  const ended = choice === "object" ? "position.ended.object" : "position.ended.agree";
  const next = hasEnded ? say(ended) : say("position.small");
  return {
    tone: "good",
    title: say("voted.title"),
    blocks: [paragraph(text), hasEnded ? paragraph(next) : small(next)],
    rows: [[rulesLink(citation, speech)]],
  };
}

export function presentCard({ result, clause }: Present, citation: Citation, speech: Speech): Card {
  const { say } = speech;
  return noteCard("good", say("present.title"), presentText(), [rulesRow([clause], citation, speech)]);

  function presentText(): string {
    if (result.kind === "void") return say("refusal.vote-closed");
    const values = { present: result.present, clause: cited(citation, clause) };
    if (result.kind !== "inquorate") return say("present.quorate", values);
    return `${say("present.inquorate", { ...values, needed: result.needed })} ${missingText(result, speech)}`;
  }
}

export function closedVoteCard(closed: ClosedVote, citation: Citation, speech: Speech): Card {
  const { vote, result, clause } = closed;
  const { say } = speech;
  const motion = motionText(vote, speech);
  const text = say(`board.result.${result.kind}`, { motion });
  const next = isAdopted(result) ? afterCarried(closed, speech) : say("vote.closed.not-carried");
  return {
    tone: "neutral",
    title: say("silent" in result ? "vote.closed.title.consensus" : "vote.closed.title"),
    blocks: [paragraph(text), paragraph(next), small(say("clause.cited", { clauses: cited(citation, clause) }))],
    rows: [rulesRow([clause], citation, speech)],
  };
}

const afterCarried = ({ stage, isToInform }: ClosedVote, { say, name }: Speech): string =>
  isToInform ? say("vote.closed.carried") : say("vote.closed.on", { stage: name("stage", stage) });
