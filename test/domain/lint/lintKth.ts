import { lintRulebook } from "../../../src/domain/lint/lintRulebook.ts";
import type { Finding } from "../../../src/domain/lint/lintRulebook.ts";
import type { Roster } from "../../../src/domain/roster.ts";
import { readYaml } from "../../../src/rulebook/yamlFile.ts";
import { kthText, rulebookOf } from "../../fakes/kth.ts";

/** Places of the chapter's rulebook written otherwise. */
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

/** The text of the chapter's rulebook with some places written otherwise. Throws when one is not in it exactly once. */
export function edited(edits: Edits): string {
  return edits.reduce((text, { was, is }) => {
    const found = text.split(was).length - 1;
    if (found !== 1) throw new Error(`"${was}" stands ${found} times in the rulebook; once was expected.`);
    return text.replace(was, () => is);
  }, kthText);
}

/** What the linter finds in the chapter's rulebook with some places written otherwise. */
export function findingsIn(edits: Edits, roster?: Roster): readonly Told[] {
  const text = edited(edits);
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

let known: ReadonlySet<string> | undefined;

/** What the linter finds beyond what it finds in the chapter's rulebook as it is. */
export function newFindingsIn(edits: Edits): readonly Told[] {
  known ??= new Set(findingsIn([]).map((told) => JSON.stringify(told)));
  return findingsIn(edits).filter((told) => known?.has(JSON.stringify(told)) !== true);
}
