import type { KnownBlock, MessageMetadata } from "@slack/types";

import { readableText } from "../seen/readableText.ts";
import type { Content } from "../world/storedMessage.ts";
import type { World } from "../world/world.ts";
import { type CallArguments, readText, type Refusal, refuse, refuseWith } from "./webMethod.ts";

/** What the arguments of a call say a message should hold; a part that was not given is left out. */
export interface GivenContent {
  readonly text?: string;
  readonly blocks?: readonly KnownBlock[];
  readonly attachments?: readonly unknown[];
  readonly metadata?: MessageMetadata | "remove";
}

/** Reads and checks text, blocks, attachments and metadata of a message. */
export function readContent(args: CallArguments, world: World, mostText: number): GivenContent | Refusal {
  const text = readText(args, "markdown_text") ?? readText(args, "text");
  if (args["markdown_text"] !== undefined && (args["text"] !== undefined || args["blocks"] !== undefined))
    return refuse("markdown_text_conflict");
  if (text !== undefined && text.length > mostText) return refuse("msg_too_long");
  const blocks = readBlocks(args, world);
  if (blocks !== undefined && "error" in blocks) return blocks;
  const attachments = args["attachments"];
  if (attachments !== undefined && !Array.isArray(attachments)) return refuse("invalid_attachments");
  if (attachments !== undefined && attachments.length > 100) return refuse("too_many_attachments");
  const metadata = readMetadata(args, world);
  if (typeof metadata === "object" && "error" in metadata) return metadata;
  return {
    ...(text === undefined ? {} : { text }),
    ...(blocks === undefined ? {} : { blocks }),
    ...(attachments === undefined ? {} : { attachments }),
    ...(metadata === undefined ? {} : { metadata }),
  };
}

/** What a new message holds; refused when it holds nothing that can be shown. */
export function newContent(given: GivenContent): Content | Refusal {
  const blocks = given.blocks ?? [];
  const attachments = given.attachments ?? [];
  const isEmpty = (given.text ?? "").trim() === "" && blocks.length === 0 && attachments.length === 0;
  if (isEmpty) return refuse("no_text");
  return {
    // Slack itself makes the text of a message that came with blocks only.
    text: given.text ?? readableText(blocks),
    blocks,
    attachments,
    ...(given.metadata === undefined || given.metadata === "remove" ? {} : { metadata: given.metadata }),
  };
}

function readBlocks(args: CallArguments, world: World): readonly KnownBlock[] | Refusal | undefined {
  const value = args["blocks"];
  if (value === undefined || value === null || value === "") return undefined;
  if (!Array.isArray(value)) return refuse("invalid_blocks_format");
  const checked = world.checks.blocks(value, "message", "/blocks");
  if (!checked.ok) return refuseWith("invalid_blocks", checked.faults);
  return world.checks.areBlocksTooLong(checked.value) ? refuse("msg_blocks_too_long") : checked.value;
}

function readMetadata(args: CallArguments, world: World): MessageMetadata | "remove" | Refusal | undefined {
  const value = args["metadata"];
  if (value === undefined || value === null || value === "") return undefined;
  if (typeof value !== "object") return refuse("invalid_metadata_format");
  if (Object.keys(value).length === 0) return "remove";
  if (JSON.stringify(value).length > 16_000) return refuse("metadata_too_large");
  const checked = world.checks.metadata(value, "/metadata");
  return checked.ok ? checked.value : refuseWith("invalid_metadata_schema", checked.faults);
}
