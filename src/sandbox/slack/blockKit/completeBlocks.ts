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

const toldBack = new WeakMap<object, unknown>();

/** The same thing as Slack tells it back: plain texts say that they may hold emoji, the others that they are not verbatim. */
export function asToldBack(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  // What stands in a message is replaced, never changed: it is told back the same way each time somebody presses under it.
  const known = toldBack.get(value);
  if (known !== undefined) return known;
  const told = Array.isArray(value) ? value.map(asToldBack) : objectToldBack(value);
  toldBack.set(value, told);
  return told;
}

function objectToldBack(value: object): object {
  const told = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, asToldBack(part)]));
  if ("type" in value && value.type === "plain_text") return { emoji: true, ...told };
  return "type" in value && value.type === "mrkdwn" ? { verbatim: false, ...told } : told;
}
