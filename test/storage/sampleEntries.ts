import { z } from "zod";

import { entryRow } from "../../src/storage/rows.ts";

type Schema = z.core.JSONSchema.BaseSchema;

/** An entry as it is written. */
const writtenEntry = z.looseObject({ kind: z.string() });
type Written = z.infer<typeof writtenEntry>;

/** What stands in an entry under a name. */
const values: Readonly<Record<string, string>> = {
  party: "party-b",
  decision: "vote-1",
  vote: "vote-1",
  notice: "notice-1",
  sanction: "warning",
  stage: "assess",
  next: "assess",
  outcome: "violation",
  rule: "sanction",
  challenge: "1",
  deadline: "target:assess",
  case: "case-2",
  codeName: "quiet-harbour-41",
};
const DAY = "2026-03-15";
const MOMENT = "2026-03-15T11:00:00Z";
/** Under these names a day stands, or a moment. */
const dated = ["on", "until", "was", "day", "lastDay", "from", "by", "answered", "received", "when", "effective", "at"];

/**
 * An entry of each kind that can be stored, as it is written: made from how it is read.
 * @param isWhole with everything that can stand in it; otherwise with nothing that may be left out
 */
export function sampleEntries(isWhole: boolean): readonly Written[] {
  const { anyOf, oneOf } = z.toJSONSchema(entryRow, { io: "input", unrepresentable: "any" });
  const made = (anyOf ?? oneOf ?? []).map((schema) => readable(schema, isWhole));
  return [...new Map(made.toReversed().map((entry) => [entry.kind, entry])).values()].toReversed();
}

/** What of it is a day and what a moment only reading it tells. */
function readable(schema: Schema, isWhole: boolean): Written {
  const names = dated.length;
  for (let moments = 0; moments < 2 ** names; moments += 1) {
    const written = sampleOf(schema, "entry", isWhole, (name) => ((moments >> dated.indexOf(name)) & 1) === 1);
    try {
      if (entryRow.safeParse(written).success) return writtenEntry.parse(written);
    } catch {
      // A day stands where a moment is read.
    }
  }
  throw new Error(`No entry could be made: ${JSON.stringify(schema).slice(0, 200)}.`);
}

function sampleOf(schema: Schema, name: string, isWhole: boolean, isMoment: (name: string) => boolean): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  if (/^(is|has)[A-Z]/.test(name)) return true;
  const [first] = (schema.anyOf ?? schema.oneOf ?? []).filter(({ type }) => type !== "null");
  if (first !== undefined) return sampleOf(first, name, isWhole, isMoment);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  const schemaOf = (each: Schema | boolean | undefined): Schema => (typeof each === "object" ? each : {});
  if (type === "object") {
    const kept = Object.entries(schema.properties ?? {}).filter(
      ([key]) => isWhole || schema.required?.includes(key) === true,
    );
    return Object.fromEntries(kept.map(([key, each]) => [key, sampleOf(schemaOf(each), key, isWhole, isMoment)]));
  }
  if (type === "array") {
    const items = Array.isArray(schema.items) ? schema.items[0] : schema.items;
    return [sampleOf(schemaOf(items), name, isWhole, isMoment)];
  }
  if (type === "boolean") return true;
  if (type === "integer" || type === "number") return 1;
  if (dated.includes(name)) return isMoment(name) ? MOMENT : DAY;
  return values[name] ?? `${name}-1`;
}
