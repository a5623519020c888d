import type { KnownBlock } from "@slack/types";

import type { Mint } from "../world/mint.ts";

/** The blocks with the ids Slack gives to blocks and elements that came without. */
export function completeBlocks(blocks: readonly KnownBlock[], mint: Mint): readonly KnownBlock[] {
  return blocks.map((block): KnownBlock => {
    const block_id = block.block_id ?? mint.short();
    const named = <T extends { action_id?: string }>(element: T): T => ({
      ...element,
      action_id: element.action_id ?? mint.short(),
    });
    if (block.type === "actions") return { ...block, block_id, elements: block.elements.map(named) };
    if (block.type === "input") return { ...block, block_id, element: named(block.element) };
    if (block.type === "section" && block.accessory !== undefined && block.accessory.type !== "image")
      return { ...block, block_id, accessory: named(block.accessory) };
    return { ...block, block_id };
  });
}

/** The same thing as Slack tells it back: plain texts say that they may hold emoji, the others that they are not verbatim. */
export function asToldBack(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asToldBack);
  if (typeof value !== "object" || value === null) return value;
  const told = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, asToldBack(part)]));
  if ("type" in value && value.type === "plain_text") return { emoji: true, ...told };
  return "type" in value && value.type === "mrkdwn" ? { verbatim: false, ...told } : told;
}
