import type { ConsensusView } from "../../application/consensusView.ts";
import type { Block, Control } from "../card.ts";
import { button } from "../cards/controls.ts";
import type { Speech } from "../say.ts";

/** What is asked of the members who look for a consensus, and what prevents it; nothing of what anybody has said. */
export function consensusBlocks(consensus: ConsensusView | undefined, speech: Speech): readonly Block[] {
  if (consensus === undefined) return [];
  return [
    { kind: "paragraph", text: askedText(consensus, speech) },
    ...(consensus.away ?? []).map((away): Block => ({
      kind: "paragraph",
      text: speech.say("board.consensus.away", away),
    })),
    { kind: "small", text: speech.say("board.consensus.small") },
  ];
}

function askedText({ isCalled, until, block }: ConsensusView, { say, day }: Speech): string {
  if (isCalled === undefined) return say("board.consensus.everybody", { block });
  if (!isCalled) return say("board.consensus.views");
  if (until === undefined) return say("board.consensus.called", { block });
  const [last = "", time = ""] = until.split("T");
  return say("board.consensus.called.until", { block, day: day(last), time });
}

/** What a member can press: before it is called that they have said what they think, afterwards where they stand. */
export function consensusRows(
  { case: ref }: { readonly case: string },
  vote: string,
  { isCalled, choices }: ConsensusView,
  { say }: Speech,
): readonly (readonly Control[])[] {
  const brief = button("primary", say("act.vote.brief"), "vote.brief", ref);
  const recuse = button("danger", say("act.recuse"), "vote.recuse", ref);
  const why = button("secondary", say("act.why"), "vote.why", ref);
  const present = button(
    "secondary",
    say(isCalled === false ? "act.vote.views" : "act.vote.present"),
    "vote.present",
    vote,
  );
  const first = [brief, present, recuse];
  if (isCalled === false)
    return [
      first,
      [
        button("primary", say("act.vote.call"), "vote.call", ref),
        button("secondary", say("act.vote.end-without"), "vote.close", ref),
        why,
      ],
    ];
  // No position is coloured: the card takes no side.
  const positions = choices.map((choice) => button("secondary", say(`choice.${choice}`), "vote.cast", vote, choice));
  return [first, positions, [button("secondary", say("act.vote.close"), "vote.close", ref), why]];
}
