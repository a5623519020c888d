import { createHash } from "node:crypto";

import { schemaNodeOf } from "../describe/schemaNode.ts";
import type { SchemaNode } from "../describe/schemaNode.ts";
import type { Fault } from "../faults.ts";
import { rulebookSchema } from "../rulebook.ts";
import type { Rulebook } from "../rulebook.ts";
import { findPlaces } from "./findPlaces.ts";
import type { Place } from "./findPlaces.ts";

/** A value that the source document does not give, with the question that somebody has to answer. */
export interface Question {
  /** votes.sanction.majority */
  readonly key: string;
  readonly clause: string | undefined;
  readonly question: string;
  readonly reading: string | undefined;
  /** Where the value stands, or would stand; several where * stands for names. */
  readonly places: readonly Pick<Place, "path" | "isLeftOut">[];
  /** What stands in the file, as JSON with its keys in order. */
  readonly value: string;
  /** The SHA-256 of the value: another value is another question. */
  readonly hash: string;
  /** Names the question about this value, as a UUID: about another value it has another name, so that no old button confirms a new value. */
  readonly ref: string;
  /** The line of the file at which it stands, from 1; where it would stand when it is left out. */
  readonly line: number;
}

export type ReadQuestions =
  | { readonly kind: "read"; readonly questions: readonly Question[] }
  | { readonly kind: "faulty"; readonly faults: readonly Fault[] };

/**
 * The questions behind the values that a rulebook lists as unconfirmed; or the keys that name no place in it, or stand in the list twice.
 * @param written what stands in the file, not what was made of it
 * @param lineOf the line of a place of the file
 */
export function readQuestions(
  written: unknown,
  { document: { unconfirmed } }: Rulebook,
  lineOf: (path: Place["path"]) => number,
): ReadQuestions {
  const keys = unconfirmed.map(({ key }) => key);
  const read = unconfirmed.map((each, i): Question | Fault => {
    const path = ["document", "unconfirmed", i, "key"];
    if (keys.indexOf(each.key) !== i) return { path, message: `"${each.key}" stands here twice` };
    const places = findPlaces(schemaOfRulebooks(), written, each.key);
    if (places.kind === "nowhere") return { path, message: places.message };
    const value = canonical(places.places.map((place) => [place.path.join("."), place.value ?? null]));
    return {
      key: each.key,
      clause: each.clause,
      question: each.question,
      reading: each.reading,
      places: places.places.map(({ path: at, isLeftOut }) => ({ path: at, isLeftOut })),
      value,
      hash: digestOf(value),
      ref: digestOf(`${each.key} ${value}`).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5"),
      line: lineOf(places.places[0]?.path ?? []),
    };
  });
  const faults = read.filter((each) => "message" in each);
  if (faults.length > 0) return { kind: "faulty", faults };
  return { kind: "read", questions: read.filter((each) => "hash" in each) };
}

const digestOf = (text: string) => createHash("sha256").update(text).digest("hex");

let known: SchemaNode | undefined;

/** Made once: it takes longer than reading a file. */
function schemaOfRulebooks(): SchemaNode {
  known ??= schemaNodeOf(rulebookSchema);
  return known;
}

/** The same text for the same value, in whatever order its keys stand. */
const canonical = (value: unknown) =>
  JSON.stringify(value, (_key, inside: unknown) =>
    typeof inside === "object" && inside !== null && !Array.isArray(inside)
      ? Object.fromEntries(Object.entries(inside).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inside,
  );
