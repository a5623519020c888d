import { existsSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { answersOf, documents, mechanisms, placeAt, requirements, writtenRulebook, wrongWith } from "./answers.ts";
import type { Answer } from "./answers.ts";

const letters = ["A", "C", "K", "P", "F"] as const;
const rowsOf = (letter: string) => requirements.filter(({ id }) => id.startsWith(letter));
/** "Breaches" of "Breaches (staff)". */
const sectionOf = (clause: string) => clause.replace(/ \(.*\)$/, "");
const isThere = (answer: Answer) => "key" in answer || mechanisms[answer.mechanism]?.in !== undefined;

test("the catalogue has 483 rows, of which 283 are what Redress is for", () => {
  expect(requirements).toHaveLength(483);
  expect(requirements.filter(({ cat }) => cat === 1)).toHaveLength(283);
});

test("what Redress does for every organisation stands in files that there are", () => {
  const files = Object.values(mechanisms).flatMap((mechanism) => mechanism.in ?? []);
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
});

describe.each(letters)("document %s", (letter) => {
  const answers = answersOf(letter);
  const file = writtenRulebook(documents[letter]);
  const core = rowsOf(letter).filter(({ cat }) => cat === 1);

  test("every rule that Redress is for is answered by a key of the rulebook or by what Redress does", () => {
    expect(core.map(({ id }) => id).filter((id) => answers[id] === undefined)).toEqual([]);
    const known = rowsOf(letter).map(({ id }) => id);
    expect(Object.keys(answers).filter((id) => !known.includes(id))).toEqual([]);
  });

  test.each(Object.entries(answers))("%s stands in the rulebook as the document says it", (_id, given) => {
    expect(given.flatMap((answer) => wrongWith(file, answer))).toEqual([]);
  });

  test("what stands in the rulebook cites the place of the document that the rule comes from", () => {
    const elsewhere = core.flatMap(({ id, ref }) => {
      const clauses = (answers[id] ?? []).flatMap((answer) =>
        "key" in answer ? [placeAt(file, answer.key)?.clause] : [],
      );
      return clauses.length === 0 || clauses.some((clause) => clause !== undefined && ref.includes(sectionOf(clause)))
        ? []
        : [`${id} is of ${ref}, and cites ${clauses.join(", ")}`];
    });
    expect(elsewhere).toEqual([]);
  });

  test("and how many are there is printed", () => {
    const rows = core.map(({ id }) => answers[id] ?? []);
    const byKey = rows.filter((row) => row.some((answer) => "key" in answer)).length;
    const whole = rows.filter((row) => row.every(isThere)).length;
    const toCome = core.map(({ id }) => id).filter((id) => !(answers[id] ?? []).every(isThere));
    process.stdout.write(
      [
        `Document ${letter} (${documents[letter]}): ${core.length} rows; ${byKey} stand in the rulebook; of ${whole} everything is there.`,
        ...(toCome.length === 0 ? [] : [`  Something is to come for ${toCome.join(" ")}`]),
      ]
        .join("\n")
        .concat("\n"),
    );
    expect(byKey).toBeLessThanOrEqual(core.length);
  });
});
