import { describe, expect, test } from "vitest";

import { renderCard } from "../../../src/discord/render/renderCard.ts";
import { discordMessage } from "../../../src/sandbox/page/draw/discordMessage.ts";
import { discordRuns } from "../../../src/sandbox/page/draw/discordRuns.ts";
import { discordText } from "../../../src/sandbox/page/draw/discordText.ts";
import { drawForm, drawMessage } from "../../../src/sandbox/page/draw/drawScreen.ts";
import type { Names, Piece } from "../../../src/sandbox/page/draw/piece.ts";
import { slackBlocks } from "../../../src/sandbox/page/draw/slackBlocks.ts";
import { slackMessage } from "../../../src/sandbox/page/draw/slackMessage.ts";
import { slackText } from "../../../src/sandbox/page/draw/slackText.ts";
import type { SeenControl, SeenForm, SeenMessage } from "../../../src/sandbox/person.ts";
import { renderBlocks } from "../../../src/slack/render/renderCard.ts";
import type { Card } from "../../../src/surface/card.ts";

const names: Names = {
  person: (id) => (id === "7" || id === "U7" ? "Ada Lovelace" : undefined),
  place: (id) => (id === "8" || id === "C8" ? "general" : undefined),
};

const seen = (raw: unknown, controls: readonly SeenControl[] = []): SeenMessage => ({
  id: "1",
  place: "2",
  author: { id: "3", name: "Redress", isBot: true },
  text: "the flattened text",
  controls,
  ephemeral: false,
  at: 0,
  edited: false,
  raw,
});

const button = (id: string): SeenControl => ({ kind: "button", id, label: id, style: "secondary", disabled: false });

describe("Discord's markup", () => {
  test.each<[string, ReturnType<typeof discordRuns>]>([
    ["plain", [{ text: "plain" }]],
    ["a **b c** d", [{ text: "a " }, { text: "b c", look: "bold" }, { text: " d" }]],
    ["*i* and _j_", [{ text: "i", look: "italic" }, { text: " and " }, { text: "j", look: "italic" }]],
    ["~~no~~", [{ text: "no", look: "struck" }]],
    ["`x **y**`", [{ text: "x **y**", look: "code" }]],
    ["snake_case_name", [{ text: "snake_case_name" }]],
    ["2 * 3 * 4", [{ text: "2 * 3 * 4" }]],
    [String.raw`\*\*not\*\* \<@7\> a\\b`, [{ text: String.raw`**not** <@7> a\b` }]],
    [String.raw`**a \* b**`, [{ text: "a * b", look: "bold" }]],
    [String.raw`\1`, [{ text: String.raw`\1` }]],
    ["**open", [{ text: "**open" }]],
    [
      "<@7> and <@!9>",
      [{ text: "@Ada Lovelace", look: "mention" }, { text: " and " }, { text: "@unknown-user", look: "mention" }],
    ],
    ["<#8>", [{ text: "#general", look: "mention" }]],
    ["</report:55>", [{ text: "/report", look: "mention" }]],
    ["<t:1772355600:F>", [{ text: "2026-03-01 09:00 UTC" }]],
    [
      "see https://example.org/a_b.",
      [{ text: "see " }, { text: "https://example.org/a_b.", link: "https://example.org/a_b." }],
    ],
    ["[here](https://example.org)", [{ text: "here", link: "https://example.org" }]],
    ["[here](javascript:alert)", [{ text: "[here](javascript:alert)" }]],
    ["", []],
  ])("%s", (text, runs) => {
    expect(discordRuns(text, names)).toEqual(runs);
  });

  test("headings, quotes, lists and small print are pieces of their own", () => {
    const text = "### Title\nFirst\nsecond\n\nThird\n> quoted\n> on\n- one\n- two\n1. first\n-# small";
    expect(discordText(text, names)).toEqual<readonly Piece[]>([
      { kind: "heading", runs: [{ text: "Title" }] },
      { kind: "paragraph", runs: [{ text: "First\nsecond" }] },
      { kind: "paragraph", runs: [{ text: "Third" }] },
      { kind: "quote", runs: [{ text: "quoted\non" }] },
      { kind: "list", isOrdered: false, items: [[{ text: "one" }], [{ text: "two" }]] },
      { kind: "list", isOrdered: true, items: [[{ text: "first" }]] },
      { kind: "small", runs: [{ text: "small" }] },
    ]);
  });

  test("in a fence nothing is markup", () => {
    expect(discordText("before\n```\n**a**\n> b\n```\nafter", names)).toEqual<readonly Piece[]>([
      { kind: "paragraph", runs: [{ text: "before" }] },
      { kind: "code", text: "**a**\n> b" },
      { kind: "paragraph", runs: [{ text: "after" }] },
    ]);
  });

  test("an escaped beginning of a line is no list, quote or heading", () => {
    expect(discordText(String.raw`\- a` + "\n" + String.raw`\> b` + "\n" + String.raw`\# c`, names)).toEqual([
      { kind: "paragraph", runs: [{ text: "- a\n> b\n# c" }] },
    ]);
  });
});

describe("Discord's messages", () => {
  test("a container is a box with its colour, its rows of buttons where they stand", () => {
    const raw = {
      type: 0,
      flags: 32_768,
      components: [
        { type: 10, content: "<@7>" },
        {
          type: 17,
          accent_color: 0x0a0b0c,
          components: [
            { type: 10, content: "above" },
            {
              type: 1,
              components: [
                { type: 2, custom_id: "a" },
                { type: 2, url: "https://example.org" },
              ],
            },
            { type: 14 },
            { type: 14, divider: false },
            { type: 10, content: "below" },
          ],
        },
      ],
    };
    const link: SeenControl = {
      ...button("https://example.org"),
      kind: "button",
      label: "Rules",
      style: "link",
      disabled: false,
    };
    expect(discordMessage(seen(raw, [button("a"), link]), names).pieces).toEqual<readonly Piece[]>([
      { kind: "paragraph", runs: [{ text: "@Ada Lovelace", look: "mention" }] },
      {
        kind: "box",
        colour: "#0a0b0c",
        pieces: [
          { kind: "paragraph", runs: [{ text: "above" }] },
          { kind: "controls", controls: [button("a"), { ...link, url: "https://example.org" }] },
          { kind: "rule" },
          { kind: "paragraph", runs: [{ text: "below" }] },
        ],
      },
    ]);
  });

  test("what the platform says itself is a notice", () => {
    expect(discordMessage(seen({ type: 1 }), names)).toEqual({
      pieces: [{ kind: "paragraph", runs: [{ text: "the flattened text" }] }],
      isNotice: true,
    });
    expect(discordMessage(seen({ type: 0, flags: 128 }), names).isNotice).toBe(true);
  });

  test("the answer to a command names the command", () => {
    expect(discordMessage(seen({ type: 20, content: "yes", interaction: { name: "mycase" } }), names)).toMatchObject({
      answers: "mycase",
      pieces: [{ runs: [{ text: "yes" }] }],
    });
  });

  test("what is not understood is shown as its text", () => {
    expect(discordMessage(seen("?"), names).pieces).toEqual([
      { kind: "paragraph", runs: [{ text: "the flattened text" }] },
    ]);
    const embed = { type: 0, content: "x", embeds: [{ title: "y" }] };
    expect(discordMessage(seen(embed), names).pieces).toEqual([
      { kind: "paragraph", runs: [{ text: "the flattened text" }] },
    ]);
  });
});

describe("Slack's markup", () => {
  test.each<[string, readonly Piece[]]>([
    ["a *b* c", [{ kind: "paragraph", runs: [{ text: "a " }, { text: "b", look: "bold" }, { text: " c" }] }]],
    ["2*3*4 _x_", [{ kind: "paragraph", runs: [{ text: "2*3*4 " }, { text: "x", look: "italic" }] }]],
    [
      "&gt; quoted\nafter",
      [
        { kind: "quote", runs: [{ text: "quoted" }] },
        { kind: "paragraph", runs: [{ text: "after" }] },
      ],
    ],
    [
      "<@U7> &amp; <#C8>",
      [
        {
          kind: "paragraph",
          runs: [{ text: "@Ada Lovelace", look: "mention" }, { text: " & " }, { text: "#general", look: "mention" }],
        },
      ],
    ],
    ["<https://example.org|here>", [{ kind: "paragraph", runs: [{ text: "here", link: "https://example.org" }] }]],
    ["<!date^1772355600^{date}|then>", [{ kind: "paragraph", runs: [{ text: "2026-03-01T09:00Z" }] }]],
    ["```\n*a*\n```", [{ kind: "code", text: "*a*" }]],
    ["", []],
  ])("%s", (text, pieces) => {
    expect(slackText(text, names)).toEqual(pieces);
  });
});

describe("Slack's blocks", () => {
  test("rich text keeps bold, quotes, lists and people; plain text is never read as markup", () => {
    const blocks = [
      { type: "header", text: { type: "plain_text", text: "*Title*" } },
      {
        type: "rich_text",
        elements: [
          {
            type: "rich_text_section",
            elements: [
              { type: "text", text: "Stage: ", style: { bold: true } },
              { type: "user", user_id: "U7" },
              { type: "emoji", name: "tada" },
              { type: "link", url: "https://example.org" },
            ],
          },
          { type: "rich_text_quote", elements: [{ type: "text", text: "*no*" }] },
          { type: "rich_text_preformatted", elements: [{ type: "text", text: "code" }] },
          {
            type: "rich_text_list",
            style: "ordered",
            elements: [{ type: "rich_text_section", elements: [{ type: "text", text: "one" }] }],
          },
        ],
      },
      { type: "section", text: { type: "plain_text", text: "*plain*" } },
      { type: "section", text: { type: "mrkdwn", text: "*bold*" } },
      { type: "context", elements: [{ type: "plain_text", text: "small" }] },
      { type: "divider" },
      { type: "unheard_of" },
    ];
    expect(slackBlocks(blocks, [], names)).toEqual<readonly Piece[]>([
      { kind: "heading", runs: [{ text: "*Title*" }] },
      {
        kind: "paragraph",
        runs: [
          { text: "Stage: ", look: "bold" },
          { text: "@Ada Lovelace", look: "mention" },
          { text: ":tada:" },
          { text: "https://example.org", link: "https://example.org" },
        ],
      },
      { kind: "quote", runs: [{ text: "*no*" }] },
      { kind: "code", text: "code" },
      { kind: "list", isOrdered: true, items: [[{ text: "one" }]] },
      { kind: "paragraph", runs: [{ text: "*plain*" }] },
      { kind: "paragraph", runs: [{ text: "bold", look: "bold" }] },
      { kind: "small", runs: [{ text: "small" }] },
      { kind: "rule" },
    ]);
  });

  test("controls stand where their blocks stand, also where two blocks use the same action", () => {
    const blocks = [
      { type: "actions", block_id: "b1", elements: [{ type: "button", action_id: "x" }] },
      {
        type: "section",
        block_id: "b2",
        text: { type: "plain_text", text: "t" },
        accessory: { type: "button", action_id: "x", url: "https://example.org" },
      },
    ];
    const [first, second] = [button("b1/x"), button("b2/x")];
    expect(slackBlocks(blocks, [first, second], names)).toEqual([
      { kind: "controls", controls: [first] },
      { kind: "paragraph", runs: [{ text: "t" }] },
      { kind: "controls", controls: [{ ...second, url: "https://example.org" }] },
    ]);
  });

  test("who joined is told by Slack, not by its author", () => {
    const raw = { subtype: "group_join", text: "<@U7> has joined the channel" };
    expect(slackMessage(seen(raw), names)).toMatchObject({ isNotice: true });
  });
});

describe("forms", () => {
  const field = { id: "what", kind: "text", label: "What", required: true, options: [], value: "" } as const;
  const form: SeenForm = { id: "f", title: "T", submitLabel: "Send", text: "", fields: [field], errors: {}, raw: {} };

  test("fields of a Slack form stand among its texts; a button in it is drawn", () => {
    const raw = {
      close: { text: "Not now" },
      blocks: [
        { type: "section", text: { type: "plain_text", text: "Before" } },
        { type: "input", block_id: "what" },
        { type: "actions", elements: [{ type: "button", action_id: "a" }] },
      ],
    };
    const drawn = drawForm("slack", { ...form, raw, controls: [button("a")] }, names);
    expect(drawn.closeLabel).toBe("Not now");
    expect(drawn.pieces.map(({ kind }) => kind)).toEqual(["paragraph", "field", "controls"]);
  });

  test("fields of a Discord form stand among its texts", () => {
    const raw = {
      components: [
        { type: 10, content: "Before" },
        { type: 18, component: { type: 4, custom_id: "what" } },
      ],
    };
    expect(drawForm("discord", { ...form, raw }, names).pieces).toEqual([
      { kind: "paragraph", runs: [{ text: "Before" }] },
      { kind: "field", id: "what" },
    ]);
  });

  test("a field that stands nowhere is not lost", () => {
    expect(drawForm("discord", form, names).pieces).toEqual([{ kind: "field", id: "what" }]);
  });
});

test.each(["discord", "slack"] as const)("a card of the bot looks on the page as it was meant, on %s", (platform) => {
  const nasty = "1. <@7> **no** *no* _no_ `no`\n> no\n- no # no";
  const card: Card = {
    tone: "good",
    title: "Case calm-hill-23",
    blocks: [
      { kind: "heading", text: "Heading" },
      { kind: "facts", facts: [{ label: "Stage", value: "assessment" }] },
      { kind: "quote", text: nasty },
      { kind: "list", items: ["one", "two"] },
      { kind: "small", text: "Only you" },
    ],
    rows: [],
  };
  const { components } = renderCard(card);
  const raw = platform === "discord" ? { type: 0, components } : { blocks: renderBlocks(card) };
  const { pieces } = drawMessage(platform, seen(raw), names, []);
  const flat = pieces.flatMap((piece) => (piece.kind === "box" ? piece.pieces : [piece]));
  const runs = flat.flatMap((piece) => ("runs" in piece ? [piece] : []));
  expect(runs.find(({ kind }) => kind === "heading")?.runs).toEqual([{ text: "Case calm-hill-23" }]);
  const bold = runs.flatMap((piece) => piece.runs).filter(({ look }) => look === "bold");
  expect(bold.map(({ text }) => text.trim())).toEqual(["Heading", "Stage:"]);
  const quote = runs
    .find(({ kind }) => kind === "quote")
    ?.runs.map(({ text }) => text)
    .join("");
  // Discord shows the backslash before a digit: the one thing a card cannot escape there.
  expect(quote?.replaceAll("\u200B", "").replace("\\1.", "1.")).toBe(nasty);
  expect(flat).toContainEqual({ kind: "list", isOrdered: false, items: [[{ text: "one" }], [{ text: "two" }]] });
  expect(runs.find(({ kind }) => kind === "small")?.runs).toEqual([{ text: "Only you" }]);
});
