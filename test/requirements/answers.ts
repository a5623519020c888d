import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";

import { parse } from "yaml";
import { z } from "zod";

/** A rule of one of the five documents, as one row of the catalogue. */
const requirement = z.object({
  id: z.string(),
  /** The place in the document: "4.1 Five members present". */
  ref: z.string(),
  /** 1 is what Redress is for, 2 goes beyond it, 3 is prose. */
  cat: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  /** The mechanisms of the catalogue that it needs, such as "M14", panels and hearings. */
  mech: z.array(z.string()),
});

const answerSchema = z.union([
  /** A key of the organisation's rulebook, and what stands there. */
  z.strictObject({ key: z.string(), is: z.unknown().optional() }),
  /** Something Redress does for every organisation. */
  z.strictObject({ mechanism: z.string() }),
]);
export type Answer = z.output<typeof answerSchema>;

const mechanism = z.strictObject({ does: z.string().min(10), in: z.array(z.string()).min(1).optional() });

const read = (file: string) => readFileSync(`test/requirements/${file}`, "utf8");
const yaml = (file: string): unknown => parse(read(file));

/** Every row of the catalogue. */
export const requirements = z.array(requirement).parse(JSON.parse(read("requirements.json")));

/** What Redress does for every organisation. */
export const mechanisms = z.record(z.string(), mechanism).parse(yaml("mechanisms.yaml"));

/** The documents, and the rulebook of each. */
export const documents = { A: "asec", C: "civil_connections", K: "kth", P: "cope397", F: "fxsu" } as const;

/** What answers each row of a document. */
export function answersOf(document: keyof typeof documents): Readonly<Record<string, readonly Answer[]>> {
  return z.record(z.string(), z.array(answerSchema).min(1)).parse(yaml(`answers/${document.toLowerCase()}.yaml`));
}

/** A rulebook as it was written. */
export function writtenRulebook(name: string): unknown {
  return parse(readFileSync(`src/rulebooks/${name}.yaml`, "utf8"), { merge: true });
}

export interface Place {
  readonly value: unknown;
  /** The clause of the rule that the place belongs to. */
  readonly clause: string | undefined;
}

/** What stands at a path such as procedures.conduct.stages.contact; an element of a list is named by its id or its number. */
export function placeAt(file: unknown, path: string): Place | undefined {
  let place: Place = { value: file, clause: undefined };
  for (const key of path.split(".")) {
    const next = within(place.value, key);
    if (next === undefined) return undefined;
    place = { value: next, clause: clauseOf(next) ?? place.clause };
  }
  return place;
}

function within(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value.find((each) => isThing(each) && each["id"] === key) ?? value[Number(key)];
  return isThing(value) ? value[key] : undefined;
}

const isThing = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const clauseOf = (value: unknown) =>
  isThing(value) && typeof value["clause"] === "string" ? value["clause"] : undefined;

/** What is not as an answer says: nothing, or one line. */
export function wrongWith(file: unknown, answer: Answer): readonly string[] {
  if ("mechanism" in answer) return answer.mechanism in mechanisms ? [] : [`there is no mechanism ${answer.mechanism}`];
  const place = placeAt(file, answer.key);
  if (place === undefined) return [`there is no ${answer.key}`];
  if (answer.is === undefined || says(place.value, answer.is)) return [];
  return [`${answer.key} is ${JSON.stringify(place.value)}, not ${JSON.stringify(answer.is)}`];
}

/** Of a mapping the given keys count, of anything else all of it. */
function says(value: unknown, wanted: unknown): boolean {
  if (!isThing(wanted)) return isDeepStrictEqual(value, wanted);
  return isThing(value) && Object.entries(wanted).every(([key, each]) => says(value[key], each));
}
