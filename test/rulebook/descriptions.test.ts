import { readFileSync } from "node:fs";

import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { parse, parseDocument } from "yaml";
import { z } from "zod";

import { command, descriptions } from "../../src/rulebook/describe/descriptions.ts";
import { formsOf, namedIn, schemaNodeOf } from "../../src/rulebook/describe/schemaNode.ts";
import type { SchemaNode } from "../../src/rulebook/describe/schemaNode.ts";
import { rosterSchema } from "../../src/rulebook/loadRoster.ts";
import { rulebookSchema } from "../../src/rulebook/rulebook.ts";
import { kthText, rewritten } from "../fakes/kth.ts";
import { broken } from "./brokenRulebooks.ts";

const read = (name: string) => readFileSync(`src/rulebooks/${name}`, "utf8");
const schemas = { rulebook: schemaNodeOf(rulebookSchema), roster: schemaNodeOf(rosterSchema) };

/** Every place of a schema: the keys, the entries of lists, the things under names. */
function placesIn(node: SchemaNode, path = ""): readonly (readonly [string, SchemaNode])[] {
  return formsOf(node).flatMap((form) => [
    [path, form] as const,
    ...Object.entries(form.properties ?? {}).flatMap(([key, inside]) => placesIn(inside, `${path}.${key}`)),
    ...(form.items === undefined ? [] : placesIn(form.items, `${path}[]`)),
    ...(namedIn(form) === undefined ? [] : placesIn(namedIn(form) ?? form, `${path}.NAME`)),
  ]);
}

const keysIn = (node: SchemaNode) =>
  placesIn(node).flatMap(([path, { properties }]) =>
    Object.entries(properties ?? {}).map(([key, inside]) => [`${path}.${key}`, inside] as const),
  );

describe.each(Object.entries(schemas))("the schema of a %s", (_, schema) => {
  test("says of every key, in whole sentences, what it decides", () => {
    const keys = keysIn(schema);
    expect(keys.length).toBeGreaterThanOrEqual(Object.keys(schema.properties ?? {}).length);
    expect(keys.flatMap(([path, { description }]) => (/^\S.*\.$/.test(description ?? "") ? [] : [path]))).toEqual([]);
  });

  test("says of every word of every choice what it does", () => {
    const unexplained = placesIn(schema).flatMap(([path, { enum: words = [], enumDescriptions = [] }]) =>
      words.flatMap((word, i) => (/^\S.*\.$/.test(enumDescriptions[i] ?? "") ? [] : [`${path}: ${word}`])),
    );
    expect(unexplained).toEqual([]);
  });

  test("[E-34] allows no key that it does not list", () => {
    const open = placesIn(schema).filter(([, node]) => node.properties !== undefined && !isClosed(node));
    expect(open.map(([path]) => path)).toEqual([]);
  });
});

const isClosed = (node: SchemaNode) => node.additionalProperties === false;

test.each(descriptions())("src/rulebooks/$name is what the schema makes of it", ({ name, text }) => {
  expect(read(name) === text, `src/rulebooks/${name} is not up to date. Run: ${command}`).toBe(true);
});

describe("an editor that knows the schema", () => {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  const compiled = (name: string) => ajv.compile(z.record(z.string(), z.unknown()).parse(JSON.parse(read(name))));
  const isRulebook = compiled("rulebook.schema.json");
  const isRoster = compiled("roster.schema.json");

  test("finds nothing wrong with the files we ship, which name their schema in the first line", () => {
    expect([isRulebook(parse(kthText)), isRulebook.errors]).toEqual([true, null]);
    expect([isRoster(parse(read("kth.roster.yaml"))), isRoster.errors]).toEqual([true, null]);
    expect(kthText.split("\n")[0]).toBe("# yaml-language-server: $schema=rulebook.schema.json");
    expect(read("kth.roster.yaml").split("\n")[0]).toBe("# yaml-language-server: $schema=roster.schema.json");
  });

  test("refuses what is misspelt, missing or no choice, before anything is started", () => {
    // A key that stands twice is no value at all: the editor sees that without a schema.
    const readable = broken.filter(({ was, is }) => parseDocument(rewritten(was, is)).errors.length === 0);
    const refused = readable.filter(({ was, is }) => !isRulebook(parse(rewritten(was, is)))).map(({ what }) => what);
    expect(refused).toEqual(
      expect.arrayContaining([
        "[E-34] a misspelt key",
        "[E-34] a stage of a kind there is not",
        "[K21] a missing majority",
        "[K22] a misspelt quorum is no quorum left out",
      ]),
    );
    expect(refused.length).toBeGreaterThanOrEqual(30);
  });

  test("shows the words of a choice beside the key whose list they stand in, and nothing that is for the reference", () => {
    const texts = read("rulebook.schema.json");
    expect(texts).toContain(String.raw`\n\n- `.concat("`mon`: Monday."));
    expect(texts.includes('"written"')).toBe(false);
  });
});

describe("the reference", () => {
  const page = read("REFERENCE.md");

  test("has a heading for every link in it, each once", () => {
    const anchors = page
      .split("\n")
      .filter((line) => line.startsWith("##"))
      .map((line) => slugOf(line.replace(/^#+ /, "")));
    const linked = [...page.matchAll(/\]\(#([^)]+)\)/g)].map((match) => match[1] ?? "");
    expect(linked.filter((anchor) => !anchors.includes(anchor))).toEqual([]);
    expect(anchors.filter((anchor, i) => anchors.indexOf(anchor) !== i)).toEqual([]);
    expect(linked.length).toBeGreaterThan(50);
  });

  test("has a row for every key", () => {
    const rows = new Set([...page.matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1]));
    const keys = Object.values(schemas).flatMap((schema) => keysIn(schema).map(([path]) => path.split(".")));
    // Those of the first level of the files have a section each.
    const missing = keys.filter((path) => path.length > 2 && !rows.has(path.at(-1)));
    expect(missing).toEqual([]);
    for (const key of Object.keys(schemas.rulebook.properties ?? {})) expect(page).toContain(`\n## \`${key}\`\n`);
    expect(page).toContain("\n## Roster: `people`\n");
  });
});

/** As GitHub makes the anchor of a heading. */
const slugOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\w -]/g, "")
    .replaceAll(" ", "-");
