import type { Names, Piece } from "./piece.ts";
import { QUOTED, slackRuns } from "./slackRuns.ts";

const FENCE = /```\n?([^]*?)\n?```/;

/** A text in Slack's markup as pieces: quotes, code, and paragraphs. */
export function slackText(text: string, names: Names): readonly Piece[] {
  const fence = FENCE.exec(text);
  if (fence === null) return piecesOf(text, names);
  return [
    ...piecesOf(text.slice(0, fence.index), names),
    { kind: "code", text: fence[1] ?? "" },
    ...slackText(text.slice(fence.index + fence[0].length), names),
  ];
}

function piecesOf(text: string, names: Names): readonly Piece[] {
  const groups: { readonly isQuote: boolean; readonly lines: string[] }[] = [];
  for (const line of text.split("\n")) {
    const isQuote = QUOTED.test(line);
    const last = groups.at(-1);
    const words = line.replace(QUOTED, "");
    if (last?.isQuote === isQuote) last.lines.push(words);
    else groups.push({ isQuote, lines: [words] });
  }
  return groups.flatMap(({ isQuote, lines }): readonly Piece[] => {
    const words = lines.join("\n");
    if (words.trim() === "") return [];
    return [{ kind: isQuote ? "quote" : "paragraph", runs: slackRuns(words, names) }];
  });
}
