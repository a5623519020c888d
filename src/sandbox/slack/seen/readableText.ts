import type { KnownBlock, RichTextBlock, RichTextElement, TextObject } from "@slack/types";

import { isoMinutes, type Names, noNames, readableMrkdwn } from "./readableMrkdwn.ts";

/** Everything that can be read in these blocks, in reading order, one line per element. */
export function readableText(blocks: readonly KnownBlock[], names: Names = noNames): string {
  return blocks
    .flatMap((block) => readableBlock(block, names))
    .filter((line) => line !== "")
    .join("\n");
}

/** A text object as a person reads it: only one in markup is read as markup. */
export function readableTextObject(text: TextObject, names: Names = noNames): string {
  return text.type === "mrkdwn" ? readableMrkdwn(text.text, names) : text.text;
}

function readableBlock(block: KnownBlock, names: Names): readonly string[] {
  switch (block.type) {
    case "section":
      return [...(block.text === undefined ? [] : [block.text]), ...(block.fields ?? [])].map((text) =>
        readableTextObject(text, names),
      );
    case "header":
      return [block.text.text];
    case "context":
      return block.elements.map((element) =>
        element.type === "image" ? element.alt_text : readableTextObject(element, names),
      );
    case "markdown":
      return [block.text];
    case "image":
      return [...(block.title === undefined ? [] : [block.title.text]), block.alt_text];
    case "rich_text":
      return readableRichText(block, names);
    case "table":
      return block.rows.map((row) =>
        row
          .map((cell) => (cell.type === "rich_text" ? readableRichText(cell, names).join(" ") : cell.text))
          .join(" | "),
      );
    case "alert":
      return [readableTextObject(block.text, names)];
    case "video":
      return [block.title.text];
    // Of an input the label and the answer are shown as a field, not as text.
    case "input":
    case "actions":
    case "divider":
    case "card":
    case "carousel":
    case "container":
    case "context_actions":
    case "data_table":
    case "file":
    case "plan":
    case "task_card":
      return [];
  }
}

function readableRichText(block: RichTextBlock, names: Names): readonly string[] {
  return block.elements.flatMap((part) =>
    part.type === "rich_text_list"
      ? part.elements.map((item) => item.elements.map((element) => readableElement(element, names)).join(""))
      : [part.elements.map((element) => readableElement(element, names)).join("")],
  );
}

function readableElement(element: RichTextElement, names: Names): string {
  switch (element.type) {
    case "text":
      return element.text;
    case "link":
      return element.text ?? element.url;
    case "user":
      return `@${names.person(element.user_id) ?? element.user_id}`;
    case "channel":
      return `#${names.channel(element.channel_id) ?? "private-channel"}`;
    case "emoji":
      return `:${element.name}:`;
    case "date":
      return isoMinutes(element.timestamp) ?? element.fallback ?? "";
    case "broadcast":
      return `@${element.range}`;
    case "color":
      return element.value;
    case "team":
      return element.team_id;
    case "usergroup":
      return `@${element.usergroup_id}`;
  }
}
