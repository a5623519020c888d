import fc from "fast-check";
import { expect, test } from "vitest";

import { escapeText, fenceText } from "../../src/discord/render/escape.ts";
import { renderCard } from "../../src/discord/render/renderCard.ts";
import { renderBlocks } from "../../src/slack/render/renderCard.ts";
import type { Card } from "../../src/surface/card.ts";
import { discordTexts } from "./platforms.ts";

/** What a reader sees of an escaped text. */
const read = (text: string) => text.replaceAll("@\u200B", "@").replaceAll(/\\([^\p{L}\p{N}\s])/gu, "$1");

const anything = fc.string({ unit: fc.constantFrom("👩", ..."ab@#<>*_~`|[]()\\-+1. \n&!".split("")) });

test("whatever somebody writes stands there as it was written, and nothing of it is markup", () => {
  fc.assert(
    fc.property(anything, (text) => {
      const escaped = escapeText(text);
      expect(read(escaped)).toBe(text);
      const bare = escaped.replaceAll(/\\[^\p{L}\p{N}\s]/gu, "x");
      expect(bare).not.toMatch(/[<>*_~`|[\]#\\]|@(?!\u200B)/);
      expect(bare).not.toMatch(/^\s*([-+]|\d+\.)\s/m);
    }),
  );
});

test.each([
  ["<@1000000000000000141> <@&123> <#7>", "\\<@\u200B1000000000000000141\\> \\<@\u200B&123\\> \\<\\#7\\>"],
  ["@everyone, @here", "@\u200Beveryone, @\u200Bhere"],
  ["- one\n+ two\n12. three", "\\- one\n\\+ two\n12\\. three"],
  ["[a](https://b.example)", "\\[a\\](https://b.example)"],
  ["# a heading", "\\# a heading"],
  ["3.5 km - far", "3.5 km - far"],
])("%s is escaped", (text, escaped) => {
  expect(escapeText(text)).toBe(escaped);
});

test("nothing breaks out of a block of code", () => {
  fc.assert(
    fc.property(anything, (text) => {
      const fenced = fenceText(text);
      expect(fenced.slice(4, -4).replaceAll("ˋ", "`")).toBe(text);
      expect(fenced.match(/`/g)).toHaveLength(6);
    }),
  );
});

const quoting = (text: string): Card => ({
  tone: "neutral",
  title: "A *title*",
  blocks: [
    { kind: "paragraph", text: "Some <words>" },
    { kind: "quote", text },
    { kind: "facts", facts: [{ label: "Led by", value: "Sara_Lind" }] },
    { kind: "list", items: ["one", "two"] },
    { kind: "small", text: "small\nprint" },
  ],
  rows: [],
});
const shown = (text: string) => discordTexts(renderCard(quoting(text))).join("");

test("a text that escaping makes too long stands in a block of code, as it was written", () => {
  const short = shown("*a*\nb");
  expect(short).toContain("> \\*a\\*\n> b");
  const long = shown("*".repeat(3000));
  expect(long).toContain(`\`\`\`\n${"*".repeat(3000)}\n\`\`\``);
  expect(long).toContain("### A \\*title\\*\nSome \\<words\\>");
  expect(long).toContain("-# small print");
});

test("where even that is too long, everything does, and not a word is left out", () => {
  const names = Array.from({ length: 40 }, () => "*".repeat(75));
  const card: Card = { ...quoting("words"), blocks: [...quoting("words").blocks, { kind: "list", items: names }] };
  const [text = ""] = discordTexts(renderCard(card));
  expect(text.length).toBeLessThanOrEqual(4000);
  for (const part of ["A *title*", "Some <words>", "words", "Led by: Sara_Lind", "- one\n- two", ...names])
    expect(text).toContain(part);
});

test("[V-14] on Slack words stand only where nothing is read as a mention or a link", () => {
  const [, ...blocks] = renderBlocks(quoting("<!channel> <@U1> *b*"));
  expect(blocks.map((block) => block.type)).toEqual(["rich_text", "rich_text", "rich_text", "rich_text", "context"]);
  expect(JSON.stringify(blocks)).toContain('{"type":"text","text":"<!channel> <@U1> *b*"}');
});
