import { readFileSync, writeFileSync } from "node:fs";

import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { z } from "zod";

import { foldCase } from "../../src/domain/case/foldCase.ts";
import { actorRow, entryRow } from "../../src/storage/rows.ts";
import { sampleEntries } from "./sampleEntries.ts";

const KEPT = "test/storage/earlierCases.json";

/** Case files as they have been stored, each with what it meant when it was. */
const files = z
  .array(
    z.object({
      name: z.string(),
      isWhole: z.boolean(),
      entries: z.array(
        z.object({ version: z.int(), at: z.string(), by: actorRow, entry: z.looseObject({ kind: z.string() }) }),
      ),
      means: z.looseObject({}),
    }),
  )
  .parse(JSON.parse(readFileSync(KEPT, "utf8")));
type File = (typeof files)[number];

const read = ({ entries }: Pick<File, "entries">) =>
  entries.map(({ version, at, by, entry }) => ({
    version,
    at: Temporal.Instant.from(at),
    by,
    entry: entryRow.parse(entry),
  }));

/** As JSON has it: moments are written, and what is undefined is not there. */
const written = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const meaningOf = (file: Pick<File, "entries">) =>
  written(foldCase({ id: "case-1", codeName: "quiet-harbour-41", entries: read(file) }));

/** The kinds of entries that can be stored and stand in no file yet. */
const missing = (file: Pick<File, "entries" | "isWhole">) =>
  sampleEntries(file.isWhole).filter(({ kind }) => !file.entries.some(({ entry }) => entry.kind === kind));

test.each(files)("an earlier case file is read as it was written, and means what it meant: $name", (file) => {
  expect(written(read(file).map(({ entry }) => entry))).toMatchObject(file.entries.map(({ entry }) => entry));
  expect(meaningOf(file)).toMatchObject(file.means);
});

/** The files with the kinds that are missing at their end, and what they mean then. */
const withMissing = () =>
  files.map((file) => {
    const last = Temporal.Instant.from(file.entries.at(-1)?.at ?? "2026-03-01T10:00:00Z");
    const more = file.name.includes("notice") ? [] : missing(file);
    const entries = [
      ...file.entries,
      ...more.map((entry, i) => ({
        version: file.entries.length + 1 + i,
        at: last.add({ hours: i + 1 }).toString(),
        by: { kind: "person", person: "person-1" } as const,
        entry,
      })),
    ];
    return { ...file, entries, means: meaningOf({ entries }) };
  });

test("every kind of entry stands in an earlier case file (run this with REDRESS_KEEP_CASES=1 to add what is new)", () => {
  const isAdding = process.env["REDRESS_KEEP_CASES"] !== undefined;
  const whole = (isAdding ? withMissing() : files).filter(({ name }) => !name.includes("notice"));
  expect(whole.flatMap((file) => missing(file).map(({ kind }) => kind))).toEqual([]);
  if (isAdding) writeFileSync(KEPT, `${JSON.stringify(withMissing(), undefined, 2)}\n`);
});
