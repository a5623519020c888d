import { globSync, readFileSync } from "node:fs";
import path from "node:path";

import { describe, expect, test } from "vitest";
import { z } from "zod";

import { visibleStrings } from "./visibleStrings.ts";

const folder = "src/sandbox/page/static";
const scripts = globSync(`${folder}/*.js`).filter((file) => !/texts\w\w\.js$/.test(file));
const dictionary = z.record(z.string(), z.string());

async function load(file: string): Promise<Readonly<Record<string, string>>> {
  const module: unknown = await import(path.resolve(folder, file));
  return dictionary.parse(Object.values(z.looseObject({}).parse(module))[0]);
}

const english = await load("textsEn.js");
const swedish = await load("textsSv.js");
const valuesIn = (text: string | undefined) => (text?.match(/\{\w+\}/g) ?? []).toSorted();
const keysIn = (text: string | undefined) => text?.match(/`[^`]+`/g) ?? [];
const tellsLess = (key: string) =>
  swedish[key]?.trim() === "" ||
  valuesIn(swedish[key]).join() !== valuesIn(english[key]).join() ||
  keysIn(swedish[key]).join() !== keysIn(english[key]).join();

describe("what a visible string is", () => {
  test.each([
    ['el("p", { class: "note" }, "Only you")', ["Only you"]],
    ['el("p", {}, isGone ? "gone" : undefined)', ["gone"]],
    ['el("p", {}, ` (${count} left)`)', [" ( left)"]],
    ['el("p", {}, el("b", { class: "x" }, "inner"))', ["inner"]],
    ['el("button", { "aria-label": "Close", onclick: () => close("x") }, icon("close"))', ["Close"]],
    ['title.textContent = "Hello"', ["Hello"]],
    ['title.textContent = isOpen ? "Hello" : ""', ["Hello"]],
    ['title.textContent = kind === "x" ? "Hello" : text("bye")', ["Hello"]],
    ['input.setAttribute("placeholder", `Search ${name}`)', ["Search "]],
    ['node.append("and")', ["and"]],
  ])("%s shows %j", (code, words) => {
    expect(visibleStrings(code)).toEqual(words);
  });

  test.each([
    'el("p", { class: "note", "aria-hidden": "true" }, text("note.gone"))',
    'el("p", {}, `${count} / ${maximum}`)',
    'el("p", {}, " *")',
    '// title.textContent = "Hello"',
    'el("img", { alt: "", src: "/static/mark.svg" })',
  ])("%s shows none of its own", (code) => {
    expect(visibleStrings(code)).toEqual([]);
  });
});

test.each(scripts)("%s has no words of its own: they stand in both languages", (file) => {
  expect(visibleStrings(readFileSync(file, "utf8"))).toEqual([]);
});

test("the page itself has no words but its name, and what it says to who has no JavaScript", () => {
  const page = readFileSync(`${folder}/index.html`, "utf8").replace(/<noscript>[^]*<\/noscript>/, "");
  const shown = page
    .split(/<[^>]*>/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  expect([...new Set(shown)]).toEqual(["Redress"]);
  expect(page).not.toMatch(/\b(?:aria-label|title|placeholder)="/);
  const keys = [...page.matchAll(/data-(?:text|label)="([^"]*)"/g)].map((found) => found[1] ?? "");
  expect(keys.filter((key) => !(key in english))).toEqual([]);
});

test("both languages have the same texts", () => {
  expect(Object.keys(swedish).toSorted()).toEqual(Object.keys(english).toSorted());
});

test("a text has the same values and keys of the keyboard in both languages", () => {
  expect(Object.keys(english).filter(tellsLess)).toEqual([]);
});

test("every text is used", () => {
  const used = [...scripts, `${folder}/index.html`].map((file) => readFileSync(file, "utf8")).join("\n");
  // Keys that are put together, such as `clock.${by}`, are counted by their beginning.
  const parts = [...used.matchAll(/`([\w.]+\.)\$\{/g)].map((found) => found[1] ?? "");
  const isUsed = (key: string) => used.includes(`"${key}"`) || parts.some((part) => key.startsWith(part));
  expect(Object.keys(english).filter((key) => !isUsed(key))).toEqual([]);
});
