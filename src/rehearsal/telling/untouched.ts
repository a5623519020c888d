import type { Speech } from "../../locale/speech.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";

/** A clause with the keys of the rulebook whose rules rest on it. */
export interface ClauseOfRules {
  readonly clause: string;
  readonly keys: readonly string[];
}

/** Every clause that a rule of the rulebook rests on, in the order of the document. */
export function clausesOf(rulebook: Rulebook): readonly ClauseOfRules[] {
  const { code: _, ...rules } = rulebook;
  const found = Map.groupBy(walk(rules, []), ({ clause }) => clause);
  return [...found]
    .map(([clause, places]) => ({ clause, keys: places.map(({ key }) => key) }))
    .toSorted((a, b) => compareClauses(a.clause, b.clause));
}

/** "4.10" comes after "4.2". */
export const compareClauses = (a: string, b: string): number => a.localeCompare(b, "en", { numeric: true });

function walk(value: unknown, path: readonly string[]): readonly { readonly clause: string; readonly key: string }[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "clause" && typeof inner === "string"
      ? [{ clause: inner, key: path.join(".") }]
      : walk(inner, [...path, key]),
  );
}

/** What a clause is about: its title where the rulebook says what the document says, otherwise the keys that rest on it. */
export function aboutClause(rulebook: Rulebook, { clause, keys }: ClauseOfRules, { locale }: Speech): string {
  const all = rulebook.code.flatMap((chapter) => [chapter, ...chapter.clauses]);
  const title = all.find((each) => each.clause === clause)?.title;
  return title?.[locale] ?? title?.["en"] ?? keys.join(", ");
}
