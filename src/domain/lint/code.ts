import type { Rulebook } from "../../rulebook/rulebook.ts";
import { findChapter, findEntry } from "../code/entries.ts";
import type { Finding } from "./finding.ts";

/** Clauses that a rulebook cites and of which its code says nothing: whoever reads a citation cannot look up there what it says. */
export function lintCode(rulebook: Rulebook): readonly Finding[] {
  const { code, ...rules } = rulebook;
  if (code.length === 0) return [];
  const cited = clausesIn(rules, []);
  const missing = cited.filter(
    ({ clause }) => findEntry(code, clause) === undefined && findChapter(code, clause) === undefined,
  );
  const first = missing.filter(({ clause }, i) => missing.findIndex((each) => each.clause === clause) === i);
  return first.map(({ clause, path }) => ({
    level: "look-again",
    kind: "not-in-the-code",
    path,
    clause,
    message: `the clause "${clause}" does not stand in the code, so that nobody can look up what it says`,
  }));
}

interface Cited {
  readonly clause: string;
  readonly path: readonly string[];
}

/** Every clause that is cited, wherever it stands. */
function clausesIn(value: unknown, path: readonly string[]): readonly Cited[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) =>
    key === "clause" && typeof inside === "string"
      ? [{ clause: inside, path: [...path, key] }]
      : clausesIn(inside, [...path, key]),
  );
}
