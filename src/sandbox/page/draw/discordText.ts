import { discordRuns } from "./discordRuns.ts";
import type { Names, Piece, Run } from "./piece.ts";

type Line =
  | { readonly kind: "heading" | "paragraph" | "quote" | "small"; readonly text: string }
  | { readonly kind: "item"; readonly isOrdered: boolean; readonly text: string };

const FENCE = /```(?:[\w+-]*\n)?([^]*?)\n?```/;

/** A text in Discord's markup as pieces: headings, quotes, lists, small print, and paragraphs. */
export function discordText(text: string, names: Names): readonly Piece[] {
  const fence = FENCE.exec(text);
  if (fence === null) return piecesOf(text, names);
  return [
    ...piecesOf(text.slice(0, fence.index), names),
    { kind: "code", text: fence[1] ?? "" },
    ...discordText(text.slice(fence.index + fence[0].length), names),
  ];
}

function piecesOf(text: string, names: Names): readonly Piece[] {
  return groups(text.split("\n").map(lineOf)).flatMap((group) => pieceOf(group, names));
}

function lineOf(text: string): Line {
  const heading = /^#{1,3} (.+)$/.exec(text);
  if (heading) return { kind: "heading", text: heading[1] ?? "" };
  const small = /^-# (.+)$/.exec(text);
  if (small) return { kind: "small", text: small[1] ?? "" };
  const quote = /^> ?(.*)$/.exec(text);
  if (quote) return { kind: "quote", text: quote[1] ?? "" };
  const item = /^\s*(?:[-*]|(\d+)\.) (.+)$/.exec(text);
  if (item) return { kind: "item", isOrdered: item[1] !== undefined, text: item[2] ?? "" };
  return { kind: "paragraph", text };
}

/** Lines of a kind that follow each other belong together; a blank line ends a paragraph, every heading stands alone. */
function groups(lines: readonly Line[]): readonly (readonly [Line, ...Line[]])[] {
  const found: [Line, ...Line[]][] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last !== undefined && goesOn(last[0], line)) last.push(line);
    else found.push([line]);
  }
  return found.filter(([first]) => first.kind !== "paragraph" || first.text.trim() !== "");
}

function goesOn(first: Line, next: Line): boolean {
  if (first.kind !== next.kind || first.kind === "heading") return false;
  if (first.kind === "item" && next.kind === "item") return first.isOrdered === next.isOrdered;
  return first.kind !== "paragraph" || (first.text.trim() === "") === (next.text.trim() === "");
}

function pieceOf(group: readonly [Line, ...Line[]], names: Names): Piece {
  const [first] = group;
  const draw = (line: Line): readonly Run[] => discordRuns(line.text, names);
  if (first.kind === "item") return { kind: "list", isOrdered: first.isOrdered, items: group.map(draw) };
  return { kind: first.kind, runs: discordRuns(group.map(({ text }) => text).join("\n"), names) };
}
