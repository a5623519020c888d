import { describe, expect, test } from "vitest";

import { ambiguities, documentsOf, organisationOf, unsettled } from "./ambiguities.ts";
import type { Letter } from "./ambiguities.ts";
import { requirements } from "./answers.ts";

const letters = ["A", "C", "K", "P", "F"] as const;
const all = Object.entries(ambiguities);

test("the catalogue finds 99 ambiguities, about rows that there are", () => {
  const numbers = Array.from({ length: 99 }, (_, i) => `Q${String(i + 1).padStart(2, "0")}`);
  expect(Object.keys(ambiguities)).toEqual(numbers);
  const known = new Set(requirements.map(({ id }) => id));
  expect(all.flatMap(([, { rows }]) => rows).filter((row) => !known.has(row))).toEqual([]);
});

test("each is asked or settled for every document that it is about", () => {
  const forgotten = all.flatMap(([id, each]) =>
    documentsOf(each)
      .filter((letter) => each.answers[letter] === undefined)
      .map((letter) => `${id} of ${letter}`),
  );
  expect(forgotten).toEqual([]);
});

describe.each(letters)("document %s", (letter) => {
  const organisation = organisationOf(letter);
  const about = all.flatMap(([id, { answers, reading }]) => {
    const given = answers[letter];
    return given === undefined ? [] : [{ id, reading, given }];
  });

  test.each(about)("[$id] $reading", ({ given }) => {
    expect(given.flatMap((answer) => unsettled(organisation, answer))).toEqual([]);
  });
});

/** How many ambiguities, of one document or of all, have an answer of a kind. */
function count(kind: string, letter?: Letter): number {
  return all.filter(([, { answers }]) =>
    Object.entries(answers).some(
      ([of, given]) => (letter ?? of) === of && given.some((answer) => Object.hasOwn(answer, kind)),
    ),
  ).length;
}

test("and how many are asked, built in and said is printed", () => {
  const line = (letter?: Letter) =>
    `${count("key", letter)} are asked, ${count("mechanism", letter)} are built in or go with something built in, of ${count("said", letter)} something is said`;
  process.stdout.write(
    [`Of 99 ambiguities ${line()}.`, ...letters.map((letter) => `  Document ${letter}: ${line(letter)}.`)]
      .join("\n")
      .concat("\n"),
  );
  expect(count("key")).toBeLessThanOrEqual(99);
});
