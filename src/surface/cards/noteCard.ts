import type { Card } from "../card.ts";

/** A short private answer. */
export function noteCard(tone: Card["tone"], title: string, text: string, rows: Card["rows"] = []): Card {
  return { tone, title, blocks: [{ kind: "paragraph", text }], rows };
}
