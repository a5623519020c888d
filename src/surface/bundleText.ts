import type { ChallengeView } from "../application/views/challengeView.ts";
import type { Block } from "./card.ts";
import { challengeCard, challengePages } from "./cards/challengeCards.ts";
import type { Citation } from "./cards/refusalCard.ts";
import type { Speech } from "./say.ts";

/** The lines of everything that those read who hear a challenge: what was lodged, why it was decided as it was, and what is new. */
export function bundleLines(view: ChallengeView, citation: Citation, speech: Speech): readonly string[] {
  const card = challengeCard({ ...view, tasks: [], verdicts: [], canAskNames: false }, citation, speech);
  const parts = (["evidence", "reasons", "brief", "hearing", "new"] as const).flatMap((part) =>
    challengePages(view, part, speech).flat(),
  );
  const small = view.file?.isMasked === true ? [speech.say("appeal.masked")] : [];
  return [
    card.title,
    "",
    ...[...card.blocks.filter(({ kind }) => kind !== "small"), ...parts].flatMap(plain),
    ...small,
  ];
}

/** A block as lines of plain text. */
function plain(block: Block): readonly string[] {
  switch (block.kind) {
    case "facts":
      return [...block.facts.map(({ label, value }) => `${label}: ${value}`), ""];
    case "list":
      return [...block.items.map((item) => `- ${item}`), ""];
    case "table":
      return [...block.lines, ""];
    case "heading":
      return [block.text];
    case "paragraph":
    case "quote":
    case "small":
      return [block.text, ""];
  }
}
