import type { MotionWhy } from "../../application/motions/whyOnMotion.ts";
import { paragraph, small } from "../blocks.ts";
import type { Block, Card } from "../card.ts";
import type { Speech } from "../say.ts";
import { unblockText } from "../unblockText.ts";
import { button } from "./controls.ts";
import { resultText } from "./minuteCards.ts";
import { cited, refusalText, rulesLink } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

/** What somebody can do with a motion now, what not, by which clause, and what would help; and what came of its last vote, in words. */
export function motionWhyCard({ card, answers }: MotionWhy, citation: Citation, speech: Speech): Card {
  const { say } = speech;
  const { codeName, motion, last } = card;
  const possible = answers.filter(({ by }) => by === undefined).map(({ act }) => say(labels[act]));
  const blocked = answers.flatMap(({ act, by }) => {
    if (by === undefined) return [];
    const clause = "clause" in by && by.clause !== undefined ? ` (${cited(citation, by.clause)})` : "";
    const reason = `${refusalText(by, speech)}${clause} ${unblockText(by.unblock, speech)}`;
    return [say("why.blocked.line", { acts: say(labels[act]), reason })];
  });
  return {
    tone: "neutral",
    title: say("why.title", { codeName }),
    blocks: [
      ...(last === undefined
        ? []
        : [paragraph(`${resultText(card, last, speech)} (${cited(citation, card.rule.clause)})`)]),
      ...listed(say("why.possible"), possible),
      ...(possible.length === 0 ? [small(say("why.possible.none"))] : []),
      ...listed(say("why.blocked"), blocked),
      small(say("why.small")),
    ],
    rows: [[button("secondary", say("act.motion.show"), "motion.show", motion), rulesLink(citation, speech)]],
  };
}

const labels = {
  second: "act.motion.second",
  "open-vote": "act.motion.open",
  amend: "act.motion.amend",
  "call-consensus": "act.vote.call",
  cast: "why.act.cast",
  "be-present": "act.vote.present",
  "close-vote": "act.vote.close",
  "decide-tie": "act.vote.tie",
  "count-hands": "act.motion.hands",
  "withdraw-option": "act.motion.gone.choose",
  "ask-mover": "act.motion.ask",
  "answer-question": "act.motion.answer",
  "drop-question": "act.vote.resume",
  withdraw: "act.motion.withdraw",
  recuse: "act.recuse",
} as const satisfies Readonly<Record<MotionWhy["answers"][number]["act"], string>>;

const listed = (heading: string, items: readonly string[]): readonly Block[] =>
  items.length === 0
    ? []
    : [
        { kind: "heading", text: heading },
        { kind: "list", items },
      ];
