import { globSync, readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { requirements } from "./answers.ts";

/** Rows that no test names yet. Whoever shows one takes it out. */
const notYetShown: readonly string[] = [];

/** Panels and hearings. */
const PANELS = "M14";
/** Of the union's rules those about complaints and discipline. */
const ofUnion = /^(9|10)\./;

/** The rows of what Redress is for: of the union those of two bye-laws that need no panel, of the others all. */
const core = requirements
  .filter(({ cat }) => cat === 1)
  .filter(({ id, ref, mech }) => !id.startsWith("F") || (ofUnion.test(ref) && !mech.includes(PANELS)))
  .filter(({ id }) => /^[ACKPF]\d/.test(id))
  .map(({ id }) => id);

/** The ids that stand in square brackets before the sentence of a test, or of a table of tests. */
const named = new Set(
  globSync("test/**/*.{test.ts,yaml}")
    .filter((file) => !file.startsWith("test/requirements/"))
    .flatMap((file) => readFileSync(file, "utf8").match(/\[[A-Z]\d{2,3}\]/g) ?? [])
    .map((id) => id.slice(1, -1)),
);

test("every rule that Redress is for is named by a test, but those that are listed here", () => {
  expect(core.filter((id) => !named.has(id))).toEqual(notYetShown.toSorted(inOrder));
});

test("a test names no rule that there is not", () => {
  const known = new Set(requirements.map(({ id }) => id));
  expect([...named].filter((id) => /^[ACKPF]/.test(id) && !known.has(id))).toEqual([]);
});

/** In the order of the catalogue. */
const inOrder = (a: string, b: string) => core.indexOf(a) - core.indexOf(b);
