import type { KnownBlock } from "@slack/types";

import { blockFaults } from "./blockFaults.ts";
import { checkBlocksShape, type Checked, type Fault } from "./checkShape.ts";
import { placedElements } from "./elements.ts";
import { countFaults } from "./limits.ts";

/** Where blocks are to be shown. */
export type Surface = "message" | "modal" | "home";

/** The blocks as Slack would take them, or what it would find wrong; `at` is the JSON pointer of the list. */
export function checkBlocks(value: unknown, surface: Surface, at: string): Checked<readonly KnownBlock[]> {
  const shaped = checkBlocksShape(value, at);
  if (!shaped.ok) return shaped;
  const faults = limitFaults(shaped.value, surface, at);
  return faults.length === 0 ? shaped : { ok: false, faults };
}

/** What the types do not say but Slack's documentation does. */
export function limitFaults(blocks: readonly KnownBlock[], surface: Surface, at: string): Fault[] {
  const ids = blocks.flatMap((block) => block.block_id ?? []);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  const focused = placedElements(blocks).filter(({ element }) => "focus_on_load" in element && element.focus_on_load);
  return [
    // An app clears a message's blocks by sending none; a view always shows something.
    ...countFaults(blocks, surface === "message" ? 50 : 100, at, surface === "message" ? 0 : 1),
    ...blocks.flatMap((block, index) => [
      ...blockFaults(block, `${at}/${index}`),
      ...(onlyInMessages.has(block.type) && surface !== "message"
        ? [`unsupported type: ${block.type} [json-pointer:${at}/${index}/type]`]
        : []),
    ]),
    ...twice.map((id) => `duplicate block_id: ${id} [json-pointer:${at}]`),
    ...(focused.length > 1 ? [`only one element can have focus_on_load set to true [json-pointer:${at}]`] : []),
  ];
}

const onlyInMessages: ReadonlySet<string> = new Set(["markdown", "table", "task_card", "plan", "context_actions"]);

/**
 * Whether the texts of a message are together longer than Slack takes. The limit is not documented; messages of 11,341 characters
 * in several blocks were refused, so the local Slack stops at 11,000.
 * @see https://github.com/slackapi/bolt-js/issues/2867
 */
export function areBlocksTooLong(blocks: readonly KnownBlock[]): boolean {
  let length = 0;
  JSON.stringify(blocks, (key, value: unknown) => {
    if (key === "text" && typeof value === "string") length += value.length;
    return value;
  });
  return length > 11_000;
}
