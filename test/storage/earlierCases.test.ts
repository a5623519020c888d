import { readFileSync } from "node:fs";

import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { z } from "zod";

import { foldCase } from "../../src/domain/case/case.ts";
import { actorRow, entryRow } from "../../src/storage/rows.ts";

/** Case files as they have been stored, each with what it meant when it was. */
const files = z
  .array(
    z.object({
      name: z.string(),
      entries: z.array(
        z.object({ version: z.int(), at: z.string(), by: actorRow, entry: z.looseObject({ kind: z.string() }) }),
      ),
      means: z.looseObject({}),
    }),
  )
  .parse(JSON.parse(readFileSync("test/storage/earlierCases.json", "utf8")));

const read = ({ entries }: (typeof files)[number]) =>
  entries.map(({ version, at, by, entry }) => ({
    version,
    at: Temporal.Instant.from(at),
    by,
    entry: entryRow.parse(entry),
  }));

/** As JSON has it: moments are written, and what is undefined is not there. */
const written = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test.each(files)("an earlier case file is read as it was written, and means what it meant: $name", (file) => {
  const entries = read(file);
  expect(written(entries.map(({ entry }) => entry))).toMatchObject(file.entries.map(({ entry }) => entry));
  expect(written(foldCase({ id: "case-1", codeName: "quiet-harbour-41", entries }))).toMatchObject(file.means);
});

/** The kinds that a row can be of. */
function kindsOf(rows: unknown): readonly string[] {
  const schema = z.object({ options: z.array(z.unknown()) }).parse(rows);
  return schema.options.flatMap((option) => {
    const own = z.object({ shape: z.object({ kind: z.object({ value: z.string() }) }) }).safeParse(option);
    return own.success ? [own.data.shape.kind.value] : kindsOf(option);
  });
}

test("every kind of entry that is stored stands in an earlier case file: one that is new is added there, with what it means", () => {
  const stored = new Set(files.flatMap(({ entries }) => entries.map(({ entry }) => entry.kind)));
  expect(kindsOf(entryRow).filter((kind) => !stored.has(kind))).toEqual([]);
});
