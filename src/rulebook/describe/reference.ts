import type { z } from "zod";

import { sectionsOf } from "./groups.ts";
import type { Group, Key, Section } from "./groups.ts";
import { schemaNodeOf } from "./schemaNode.ts";
import { valuesOf } from "./values.ts";

/** A kind of file whose keys the reference lists. */
export interface Described {
  /** What stands before its keys in headings, such as "Roster"; undefined for the rulebook itself. */
  readonly prefix: string | undefined;
  readonly intro: string;
  readonly schema: z.ZodType;
}

/**
 * The page of all keys, in Markdown as GitHub draws it: a section for each key of the first level, and in it a table for each group.
 * @param command what writes the page
 */
export function reference(files: readonly Described[], command: string): string {
  const parts = files.map((file) => ({ ...file, sections: sectionsOf(schemaNodeOf(file.schema)) }));
  return [
    "# Every key of a rulebook and of a roster",
    "",
    `Written by \`${command}\` from the schema by which the files are checked: change the schema, not this page.`,
    "",
    "`NAME` stands for a name of your own, `[]` for each entry of a list.",
    "",
    "## Contents",
    "",
    ...parts.flatMap((part) => [
      `- ${part.intro}`,
      ...part.sections.map(({ name }) => `  - [\`${name}\`](#${slugOf(headingOf(part, name))})`),
    ]),
    "",
    ...parts.flatMap((part) => part.sections.flatMap((section) => sectionLines(part, section))),
  ].join("\n");
}

function sectionLines(file: Described, { name, node, needed, groups }: Section): readonly string[] {
  const [first, ...others] = groups;
  return [
    `## ${headingOf(file, name)}`,
    "",
    node.description ?? "",
    "",
    `_${sentence(needed)}${first?.path === name ? "" : `: ${valuesOf(node).replaceAll("\n", " ")}`}._`,
    "",
    ...(first === undefined ? [] : [`Keys of \`${first.path}\`:`, "", ...tableOf(file, first)]),
    ...others.flatMap((group) => [
      `### ${headingOf(file, group.path)}`,
      "",
      ...(group.description === undefined ? [] : [group.description, ""]),
      ...tableOf(file, group),
    ]),
  ];
}

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

const headingOf = ({ prefix }: Described, path: string) =>
  prefix === undefined ? `\`${path}\`` : `${prefix}: \`${path}\``;

/** The anchor that GitHub gives a heading. */
const slugOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_ -]/gu, "")
    .replaceAll(" ", "-");

const tableOf = (file: Described, { keys }: Group): readonly string[] => [
  "| Key | Needed | What may stand there | What it decides |",
  "| --- | --- | --- | --- |",
  ...keys.map((key) => row([`\`${key.name}\``, key.needed, valuesFor(file, key), meaningOf(key)])),
  "",
];

const row = (cells: readonly string[]) =>
  `| ${cells.map((cell) => cell.replaceAll("|", String.raw`\|`).replaceAll("\n", "<br>")).join(" | ")} |`;

function valuesFor(file: Described, { nodes, group }: Key): string {
  const values = [...new Set(nodes.map(({ node }) => valuesOf(node)))].join("\n");
  return group === undefined ? values : values.replace(/\bkeys$/m, `[keys](#${slugOf(headingOf(file, group))})`);
}

/** What is said of the key; where the forms of a group say different things, each with its form. */
function meaningOf({ nodes }: Key): string {
  const sentences = new Set(nodes.map(({ node }) => node.description ?? ""));
  if (sentences.size === 1) return [...sentences].join("");
  return nodes.map(({ node, form }) => `${form}: ${node.description ?? ""}`).join("\n");
}
