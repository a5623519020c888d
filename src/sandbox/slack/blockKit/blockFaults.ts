import type { KnownBlock } from "@slack/types";

import type { Fault } from "./checkShape.ts";
import { elementFaults } from "./elementFaults.ts";
import { countFaults, lengthFaults, textFaults } from "./limits.ts";

/**
 * What Slack would refuse in a block although its shape is right.
 * @see https://docs.slack.dev/reference/block-kit/blocks
 */
export function blockFaults(block: KnownBlock, at: string): readonly Fault[] {
  return [...lengthFaults(block.block_id, 255, `${at}/block_id`), ...ownFaults(block, at)];
}

function ownFaults(block: KnownBlock, at: string): readonly Fault[] {
  switch (block.type) {
    case "section":
      return [
        ...(block.text === undefined && block.fields === undefined
          ? [`missing required field: text or fields [json-pointer:${at}]`]
          : []),
        ...textFaults(block.text, 3000, `${at}/text`),
        ...countFaults(block.fields, 10, `${at}/fields`),
        ...(block.fields ?? []).flatMap((field, index) => textFaults(field, 2000, `${at}/fields/${index}`)),
        ...(block.accessory === undefined || block.accessory.type === "image"
          ? []
          : elementFaults(block.accessory, `${at}/accessory`)),
      ];
    case "actions":
      return [
        ...countFaults(block.elements, 25, `${at}/elements`),
        ...block.elements.flatMap((element, index) => elementFaults(element, `${at}/elements/${index}`)),
        ...twiceInOneBlock(
          block.elements.flatMap((element) => element.action_id ?? []),
          at,
        ),
      ];
    case "input":
      return [
        ...textFaults(block.label, 2000, `${at}/label`),
        ...textFaults(block.hint, 2000, `${at}/hint`),
        ...elementFaults(block.element, `${at}/element`),
      ];
    case "context":
      return [
        ...countFaults(block.elements, 10, `${at}/elements`),
        ...block.elements.flatMap((element, index) =>
          element.type === "image"
            ? lengthFaults(element.alt_text, 2000, `${at}/elements/${index}/alt_text`)
            : textFaults(element, 3000, `${at}/elements/${index}`),
        ),
      ];
    case "header":
      return textFaults(block.text, 150, `${at}/text`);
    case "markdown":
      return lengthFaults(block.text, 12_000, `${at}/text`);
    case "image":
      return [...lengthFaults(block.alt_text, 2000, `${at}/alt_text`), ...textFaults(block.title, 2000, `${at}/title`)];
    case "table":
      return countFaults(block.rows, 100, `${at}/rows`);
    case "file":
      // Slack makes these itself out of remote files; an app cannot send one.
      return [`unsupported type: file [json-pointer:${at}/type]`];
    case "alert":
    case "card":
    case "carousel":
    case "container":
    case "context_actions":
    case "data_table":
    case "divider":
    case "plan":
    case "rich_text":
    case "task_card":
    case "video":
      return [];
  }
}

function twiceInOneBlock(actionIds: readonly string[], at: string): readonly Fault[] {
  const twice = actionIds.filter((id, index) => actionIds.indexOf(id) !== index);
  return twice.map((id) => `duplicate action_id: ${id} [json-pointer:${at}/elements]`);
}
