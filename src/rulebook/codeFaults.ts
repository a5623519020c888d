import { probably } from "./faults.ts";
import type { Fault } from "./faults.ts";
import type { Rulebook } from "./rulebook.ts";

/** Clauses that stand twice in the code, and texts in languages that the organisation does not have. */
export function codeFaults({ code, organisation }: Rulebook): readonly Fault[] {
  const entries = code.flatMap((chapter, i) => [
    { entry: chapter, path: ["code", i] },
    ...chapter.clauses.map((entry, j) => ({ entry, path: ["code", i, "clauses", j] })),
  ]);
  const clauses = entries.map(({ entry }) => entry.clause);
  return entries.flatMap(({ entry, path }, i): readonly Fault[] => [
    ...(clauses.indexOf(entry.clause) === i
      ? []
      : [{ path: [...path, "clause"], message: `the clause "${entry.clause}" stands here twice` }]),
    ...languageFaults(entry.title, organisation.locales, [...path, "title"]),
    ...languageFaults(entry.says ?? {}, organisation.locales, [...path, "says"]),
    ...languageFaults(entry.found_by ?? {}, organisation.locales, [...path, "found_by"]),
  ]);
}

function languageFaults(
  texts: Readonly<Record<string, string>>,
  locales: readonly string[],
  path: Fault["path"],
): readonly Fault[] {
  const known = ["en", ...locales.filter((locale) => locale !== "en")];
  return Object.keys(texts)
    .filter((language) => !known.includes(language))
    .map((language) => ({
      path: [...path, language],
      isOfKey: true,
      message: `the organisation has no language "${language}"; it has: ${known.join(", ")}${probably(language, known)}`,
    }));
}
