import type { ActionsBlockElement, Button, KnownBlock, RichTextBlock, RichTextElement } from "@slack/types";

import { controlId } from "../../surface/card.ts";
import type { Block, Card, Control } from "../../surface/card.ts";

// Texts go into rich text and plain text only, where Slack reads no markup: nothing that somebody typed can mention or link anything.
// https://docs.slack.dev/reference/block-kit/blocks/rich-text-block

/** Draws a card as blocks of a message, a modal or a home page. */
export function renderBlocks(card: Card): KnownBlock[] {
  return [
    { type: "header", text: { type: "plain_text", text: card.title, emoji: false } },
    ...bodyOf(card.blocks),
    ...card.rows
      .filter((row) => row.length > 0)
      .map((row): KnownBlock => ({ type: "actions", elements: row.map(elementOf) })),
  ];
}

/** Members called by name, so that their client tells them. */
export function renderCalls(users: readonly string[]): KnownBlock[] {
  if (users.length === 0) return [];
  const elements = users.flatMap((user, i): RichTextElement[] => [
    ...(i > 0 ? [{ type: "text" as const, text: " " }] : []),
    { type: "user", user_id: user },
  ]);
  return [{ type: "rich_text", elements: [{ type: "rich_text_section", elements }] }];
}

function bodyOf(blocks: readonly Block[]): readonly KnownBlock[] {
  return blocks.map((block): KnownBlock => {
    if (block.kind === "small")
      return { type: "context", elements: [{ type: "plain_text", text: block.text, emoji: false }] };
    return { type: "rich_text", elements: [richTextOf(block)] };
  });
}

type Part = RichTextBlock["elements"][number];

const text = (words: string): RichTextElement => ({ type: "text", text: words });
const bold = (words: string): RichTextElement => ({ type: "text", text: words, style: { bold: true } });

function richTextOf(block: Exclude<Block, { kind: "small" }>): Part {
  switch (block.kind) {
    case "paragraph":
      return { type: "rich_text_section", elements: [text(block.text)] };
    case "heading":
      return { type: "rich_text_section", elements: [bold(block.text)] };
    case "table":
      return { type: "rich_text_preformatted", elements: [{ type: "text", text: block.lines.join("\n") }] };
    case "quote":
      return { type: "rich_text_quote", elements: [text(block.text === "" ? " " : block.text)] };
    case "facts":
      return {
        type: "rich_text_section",
        elements: block.facts.flatMap(({ label, value }, i) => [
          bold(`${i > 0 ? "\n" : ""}${label}: `),
          text(value === "" ? " " : value),
        ]),
      };
    case "list":
      return {
        type: "rich_text_list",
        style: "bullet",
        elements: block.items.map((item) => ({ type: "rich_text_section", elements: [text(item)] })),
      };
  }
}

/** @param place where it stands in its row, in which no two links may be called the same */
function elementOf(control: Control, place: number): ActionsBlockElement {
  switch (control.kind) {
    case "button": {
      const style = styleOf(control.style);
      const button: Button = {
        type: "button",
        text: { type: "plain_text", text: control.label, emoji: false },
        action_id: controlId(control),
      };
      return style === undefined ? button : { ...button, style };
    }
    case "link":
      return {
        type: "button",
        text: { type: "plain_text", text: control.label, emoji: false },
        action_id: `link ${place}`,
        url: control.url,
      };
    case "select":
      return {
        type: "static_select",
        action_id: controlId(control),
        placeholder: { type: "plain_text", text: control.placeholder, emoji: false },
        options: control.options.map(({ value, label }) => ({
          value,
          text: { type: "plain_text", text: label, emoji: false },
        })),
      };
  }
}

function styleOf(style: Extract<Control, { kind: "button" }>["style"]): "primary" | "danger" | undefined {
  if (style === "danger") return "danger";
  return style === "secondary" ? undefined : "primary";
}
