import { createHash } from "node:crypto";

import { ButtonStyle, ComponentType, MessageFlags, SeparatorSpacingSize } from "discord.js";
import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIComponentInContainer,
  APIComponentInMessageActionRow,
  APIMessageTopLevelComponent,
} from "discord.js";

import { controlId, fitted } from "../../surface/card.ts";
import type { Block, Card, Control } from "../../surface/card.ts";
import { MENU, menuId, menusOf } from "../../surface/longLists.ts";
import { escapeText, fenceText } from "./escape.ts";

/** A message with components, as Discord's API takes it. https://discord.com/developers/docs/components/reference */
export interface RenderedMessage {
  readonly flags: number;
  readonly components: APIMessageTopLevelComponent[];
  readonly allowed_mentions: { readonly parse: never[]; readonly users?: string[] };
}

/** The text of all components of a message together may have so many characters. */
const TEXT_LIMIT = 4000;

const colours = { neutral: 0x5b_6b_7b, attention: 0xd9_8e_04, good: 0x2e_8b_57, bad: 0xb0_3a_2e } as const;
const styles = {
  primary: ButtonStyle.Primary,
  secondary: ButtonStyle.Secondary,
  success: ButtonStyle.Success,
  danger: ButtonStyle.Danger,
} as const;

/** A number that names a message by its key: Discord keeps it with the component and gives it back when messages are listed. */
export function markerOf(key: string): number {
  return (createHash("sha256").update(key).digest().readUInt32BE() % 0x7f_ff_ff_fe) + 1;
}

/**
 * Draws a card.
 * @param key names a message of the outbox, so that it can be found again
 * @param calls users whose attention it asks for, and who join a thread by that
 */
export function renderCard(
  card: Card,
  options: { readonly key?: string; readonly calls?: readonly string[]; readonly isPrivate?: boolean } = {},
): RenderedMessage {
  const calls = [...new Set(options.calls)];
  const call = calls.map((user) => `<@${user}>`).join(" ");
  const container: APIMessageTopLevelComponent = {
    type: ComponentType.Container,
    accent_color: colours[card.tone],
    ...(options.key === undefined ? {} : { id: markerOf(options.key) }),
    components: [
      { type: ComponentType.TextDisplay, content: textOf(card, TEXT_LIMIT - call.length) },
      ...rowsOf(card.rows),
    ],
  };
  const called: APIMessageTopLevelComponent[] = call === "" ? [] : [{ type: ComponentType.TextDisplay, content: call }];
  return {
    flags: MessageFlags.IsComponentsV2 | (options.isPrivate === true ? MessageFlags.Ephemeral : 0),
    components: [...called, container],
    allowed_mentions: calls.length === 0 ? { parse: [] } : { parse: [], users: calls },
  };
}

/** Escaped; where that makes it too long, what others wrote stands in a block of code, and where it still is, everything does. */
function textOf({ title, blocks }: Card, limit: number): string {
  const drawn = (quote: (text: string) => string) =>
    [
      `### ${escapeText(title)}`,
      ...blocks.map((block, i) => gapBefore(block, blocks[i - 1]) + blockText(block, quote)),
    ].join("\n");
  const escaped = drawn(quoted);
  if (escaped.length <= limit) return escaped;
  const fenced = drawn(fenceText);
  return fenced.length <= limit ? fenced : fenceText([title, ...blocks.map(plainText)].join("\n"));
}

/** Lines that follow each other on Discord read as one paragraph. */
function gapBefore({ kind }: Block, last: Block | undefined): string {
  if (last?.kind !== "paragraph" && last?.kind !== "facts") return "";
  return kind === "paragraph" || kind === "heading" ? "\n" : "";
}

const quoted = (text: string) =>
  escapeText(text)
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");

function blockText(block: Block, quote: (text: string) => string): string {
  switch (block.kind) {
    case "paragraph":
      return escapeText(block.text);
    case "heading":
      return `**${escapeText(block.text)}**`;
    case "facts":
      return block.facts.map(({ label, value }) => `**${escapeText(label)}:** ${escapeText(value)}`).join("\n");
    case "quote":
      return quote(block.text);
    case "list":
      return block.items.map((item) => `- ${escapeText(item)}`).join("\n");
    case "table":
      return fenceText(block.lines.join("\n"));
    case "small":
      return `-# ${escapeText(block.text.replaceAll("\n", " "))}`;
  }
}

function plainText(block: Block): string {
  switch (block.kind) {
    case "paragraph":
    case "heading":
    case "quote":
    case "small":
      return block.text;
    case "facts":
      return block.facts.map(({ label, value }) => `${label}: ${value}`).join("\n");
    case "list":
      return block.items.map((item) => `- ${item}`).join("\n");
    case "table":
      return block.lines.join("\n");
  }
}

function rowsOf(rows: Card["rows"]): readonly APIComponentInContainer[] {
  if (rows.length === 0) return [];
  const drawn = rows.flatMap(menuRows).map((row): APIActionRowComponent<APIComponentInMessageActionRow> => ({
    type: ComponentType.ActionRow,
    components: row,
  }));
  return [{ type: ComponentType.Separator, divider: false, spacing: SeparatorSpacingSize.Small }, ...drawn];
}

/** A list that is too long for a menu is several, each in a row of its own. */
function menuRows(row: readonly Control[]): readonly APIComponentInMessageActionRow[][] {
  const [select] = row;
  if (select?.kind !== "select" || select.options.length <= MENU) return [row.map(controlOf)];
  const menus = menusOf(select.options);
  return menus.map((options, i) => [
    {
      type: ComponentType.StringSelect,
      custom_id: menuId(controlId(select), i),
      placeholder: `${fitted(select.placeholder, PLACEHOLDER)} ${i + 1}/${menus.length}`,
      options: options.map(({ value, label }) => ({ value, label })),
    },
  ]);
}

/** Of the 150 characters that a menu has room for, with which of several it is. */
const PLACEHOLDER = 140;

function controlOf(control: Control): APIComponentInMessageActionRow {
  switch (control.kind) {
    case "button": {
      const button: APIButtonComponent = {
        type: ComponentType.Button,
        style: styles[control.style],
        label: control.label,
        custom_id: controlId(control),
      };
      return button;
    }
    case "link":
      return { type: ComponentType.Button, style: ButtonStyle.Link, label: control.label, url: control.url };
    case "select":
      return {
        type: ComponentType.StringSelect,
        custom_id: controlId(control),
        placeholder: control.placeholder,
        options: control.options.map(({ value, label }) => ({ value, label })),
      };
  }
}
