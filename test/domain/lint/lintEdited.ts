import { readFileSync } from "node:fs";

import { lintRulebook } from "../../../src/domain/lint/lintRulebook.ts";
import type { Finding } from "../../../src/domain/lint/lintRulebook.ts";
import type { Roster } from "../../../src/domain/roster.ts";
import { readYaml } from "../../../src/rulebook/yamlFile.ts";
import { kthText, rulebookOf } from "../../fakes/kth.ts";

/** The rulebooks of which places are written otherwise: of the chapter, and of the students' union. */
const texts = {
  kth: kthText,
  fxsu: readFileSync("src/rulebooks/fxsu.yaml", "utf8"),
  cope397: readFileSync("src/rulebooks/cope397.yaml", "utf8"),
};

export type Of = keyof typeof texts;

/** Places of a rulebook written otherwise. */
export type Edits = readonly { readonly was: string; readonly is: string }[];

/** One finding as a test reads it. */
export interface Told {
  readonly level: Finding["level"];
  /** The key, and the word that stands where its line and column point: "votes.sanction.tie (at chair)". */
  readonly at: string;
  readonly clause?: string | undefined;
  readonly says: string;
  readonly example?: string | undefined;
}

/** The text of a rulebook with some places written otherwise. Throws when one is not in it exactly once. */
export function edited(edits: Edits, of: Of = "kth"): string {
  return edits.reduce((text, { was, is }) => {
    const found = text.split(was).length - 1;
    if (found !== 1) throw new Error(`"${was}" stands ${found} times in the rulebook; once was expected.`);
    return text.replace(was, () => is);
  }, texts[of]);
}

/** What the linter finds in a rulebook with some places written otherwise. */
export function findingsIn(edits: Edits, roster?: Roster, of: Of = "kth"): readonly Told[] {
  const text = edited(edits, of);
  const findings = lintRulebook(rulebookOf(text), roster);
  const file = readYaml(text);
  if (file.kind === "broken") throw new Error("The text is no YAML.");
  const lines = text.split("\n");
  const places = file.place(findings).map(({ line, column, path }) => {
    const word = /^["']?([^\s,:{}[\]"']*)/.exec((lines[line - 1] ?? "").slice(column - 1))?.[1];
    return `${path} (at ${word})`;
  });
  return findings.map(({ level, clause, message, example }, i) => ({
    level,
    at: places[i] ?? "",
    ...(clause === undefined ? {} : { clause }),
    says: message,
    ...(example === undefined ? {} : { example }),
  }));
}

const known = new Map<Of, ReadonlySet<string>>();

/** What the linter finds beyond what it finds in the rulebook as it is. */
export function newFindingsIn(edits: Edits, of: Of = "kth"): readonly Told[] {
  const found = known.get(of) ?? new Set(findingsIn([], undefined, of).map((told) => JSON.stringify(told)));
  known.set(of, found);
  return findingsIn(edits, undefined, of).filter((told) => !found.has(JSON.stringify(told)));
}
