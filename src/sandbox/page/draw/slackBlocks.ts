import { z } from "zod";

import type { SeenControl } from "../../person.ts";
import type { DrawnControl, Names, Piece, Run } from "./piece.ts";
import { slackRichText } from "./slackRichText.ts";
import { slackRuns } from "./slackRuns.ts";
import { slackText } from "./slackText.ts";

const textObject = z.object({ type: z.enum(["plain_text", "mrkdwn"]), text: z.string() });
const element = z.object({ action_id: z.string().optional(), url: z.string().optional() });
const block = z.object({
  type: z.string(),
  block_id: z.string().optional(),
  text: z.union([textObject, z.string()]).optional(),
  title: textObject.optional(),
  alt_text: z.string().optional(),
  fields: z.array(textObject).default([]),
  elements: z.array(z.unknown()).default([]),
  accessory: z.unknown().optional(),
});

type Block = z.infer<typeof block>;
type TextObject = z.infer<typeof textObject>;

/**
 * The blocks of a message, modal or home as pieces, in reading order.
 * @param controls the buttons and selects among them, as the person sees them
 * @see https://docs.slack.dev/reference/block-kit/blocks
 */
export function slackBlocks(
  blocks: readonly unknown[],
  controls: readonly SeenControl[],
  names: Names,
): readonly Piece[] {
  return blocks.flatMap((one) => {
    const read = block.safeParse(one).data;
    return read === undefined ? [] : blockPieces(read, controls, names);
  });
}

function blockPieces(read: Block, controls: readonly SeenControl[], names: Names): readonly Piece[] {
  switch (read.type) {
    case "header":
      return [{ kind: "heading", runs: [{ text: wordsOf(read) }] }];
    case "rich_text":
      return slackRichText(read.elements, names);
    case "section":
      return [
        ...(read.text === undefined ? [] : textPieces(read.text, names)),
        ...read.fields.flatMap((field) => textPieces(field, names)),
        ...controlPieces(read, [read.accessory], controls),
      ];
    case "context":
      return [{ kind: "small", runs: read.elements.flatMap((part) => contextRuns(part, names)) }];
    case "markdown":
    case "alert":
      return read.text === undefined ? [] : textPieces(read.text, names);
    case "divider":
      return [{ kind: "rule" }];
    case "image":
      return [{ kind: "small", runs: [{ text: read.title?.text ?? read.alt_text ?? "" }] }];
    case "actions":
      return controlPieces(read, read.elements, controls);
    case "input":
      return [{ kind: "field", id: read.block_id ?? "" }];
    default:
      return [];
  }
}

const wordsOf = ({ text }: Block) => (typeof text === "object" ? text.text : (text ?? ""));

/** Only a text in markup is read as markup. */
function textPieces(text: TextObject | string, names: Names): readonly Piece[] {
  if (typeof text === "string") return slackText(text, names);
  if (text.type === "mrkdwn") return slackText(text.text, names);
  return [{ kind: "paragraph", runs: [{ text: text.text }] }];
}

function contextRuns(part: unknown, names: Names): readonly Run[] {
  const text = textObject.safeParse(part).data;
  if (text !== undefined) return text.type === "mrkdwn" ? slackRuns(text.text, names) : [{ text: text.text }];
  const image = z.object({ alt_text: z.string() }).safeParse(part).data;
  return image === undefined ? [] : [{ text: image.alt_text }];
}

/** A control goes by its action id, or with the block's id before it where two blocks have the same. */
function controlPieces(
  { block_id: blockId = "" }: Block,
  elements: readonly unknown[],
  controls: readonly SeenControl[],
): readonly Piece[] {
  const drawn = elements.flatMap((one): readonly DrawnControl[] => {
    const read = element.safeParse(one).data;
    const id = read?.action_id ?? "";
    const found = controls.find((control) => control.id === id || control.id === `${blockId}/${id}`);
    if (found === undefined) return [];
    return [read?.url === undefined ? found : { ...found, url: read.url }];
  });
  return drawn.length === 0 ? [] : [{ kind: "controls", controls: drawn }];
}
