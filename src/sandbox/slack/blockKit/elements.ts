import type {
  ActionsBlockElement,
  InputBlock,
  InputBlockElement,
  KnownBlock,
  OptionGroup,
  SectionBlockAccessory,
} from "@slack/types";

/** An element a person can act on. */
export type Interactive = Exclude<ActionsBlockElement | InputBlockElement | SectionBlockAccessory, { type: "image" }>;

/** An element a person can act on, with the block it stands in. */
export interface Placed {
  readonly blockId: string;
  readonly actionId: string;
  readonly element: Interactive;
  /** The block around it when that collects an answer to be submitted. */
  readonly input?: InputBlock;
}

/** Every element of these blocks that a person can act on, in reading order. */
export function placedElements(blocks: readonly KnownBlock[]): readonly Placed[] {
  return blocks.flatMap((block): readonly Placed[] => {
    if (block.type === "actions") return block.elements.map((element) => placed(block, element));
    if (block.type === "input") return [{ ...placed(block, block.element), input: block }];
    if (block.type !== "section" || block.accessory === undefined || block.accessory.type === "image") return [];
    return [placed(block, block.accessory)];
  });
}

function placed(block: KnownBlock, element: Interactive): Placed {
  return { blockId: block.block_id ?? "", actionId: element.action_id ?? "", element };
}

/** The options listed in a select, a group of radio buttons, of checkboxes, or an overflow menu. */
export function optionsOf(element: Interactive): OptionGroup["options"] {
  if (element.type === "static_select" || element.type === "multi_static_select")
    return [...(element.options ?? []), ...(element.option_groups ?? []).flatMap((group) => group.options)];
  return "options" in element && element.options !== undefined ? element.options : [];
}
