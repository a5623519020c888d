import { z } from "zod";

import { namedIn, schemaNodeOf } from "../describe/schemaNode.ts";
import type { SchemaNode } from "../describe/schemaNode.ts";
import { anchor } from "../schema/vocabulary.ts";
import { fittingForms } from "./findPlaces.ts";
import type { Place } from "./findPlaces.ts";

/** What an external is called, by its name in the rulebook. */
type Labels = ReadonlyMap<string, string>;

/**
 * What a rulebook says at some places, for somebody who reads no YAML: a line for a value, and for a group of keys a line for each. Where
 * there are several places, each line begins with the names that tell them apart.
 */
export function inWords(places: readonly Place[], labels: Labels): readonly string[] {
  const shared = sharedSteps(places.map(({ path }) => path));
  return places.flatMap((place) => {
    const own = place.path.filter((_, i) => !shared.has(i)).map((step) => spaced(String(step)));
    const lines = saidOf(place.schema, place.value, labels);
    return lines.map((line) => [...own, line].join(": "));
  });
}

/** The positions at which all paths are the same. */
function sharedSteps([first = [], ...others]: readonly Place["path"][]): ReadonlySet<number> {
  return new Set([...first.keys()].filter((i) => others.every((path) => path[i] === first[i])));
}

const LEFT_OUT = "not said (left out)";

function saidOf(schema: SchemaNode, value: unknown, labels: Labels): readonly string[] {
  if (value === undefined) return [LEFT_OUT];
  if (Array.isArray(value)) return listed(schema, value, labels);
  if (typeof value !== "object" || value === null) return [scalar(schema, value, labels)];
  return Object.entries(value)
    .filter(([key]) => key !== "clause")
    .flatMap(([key, inside]: [string, unknown]) => {
      const node = nodeUnder(schema, value, key);
      const [only = "", ...more] = saidOf(node, inside, labels);
      const lines = [only, ...more];
      return lines.map((line) => (isSentence(node, inside) ? line : `${spaced(key)}: ${line}`));
    });
}

function listed(schema: SchemaNode, values: readonly unknown[], labels: Labels): readonly string[] {
  if (values.length === 0) return ["none"];
  const items = fittingForms(schema, values).find((form) => form.items !== undefined)?.items ?? nothing;
  const each = values.map((value) => saidOf(items, value, labels).join(", "));
  return [each.join(each.some((words) => /[,;:]/.test(words)) ? "; " : ", ")];
}

const nothing: SchemaNode = schemaNodeOf(z.unknown());

/** What may stand under a key of a group. */
function nodeUnder(schema: SchemaNode, value: unknown, key: string): SchemaNode {
  const [form = nothing] = fittingForms(schema, value);
  return form.properties?.[key] ?? namedIn(form) ?? nothing;
}

function scalar(schema: SchemaNode, value: unknown, labels: Labels): string {
  if (typeof value === "boolean") return meaningOf(schema, value) ?? (value ? "yes" : "no");
  if (typeof value !== "string") return String(value);
  const [form = nothing] = fittingForms(schema, value);
  const sentence = form.enumDescriptions?.[form.enum?.indexOf(value) ?? -1];
  if (sentence !== undefined) return unmarked(sentence);
  return value
    .split(" + ")
    .map((part) => lengthOf(part) ?? peopleOf(part, labels) ?? momentOf(part) ?? (isName(part) ? spaced(part) : part))
    .join(", and ");
}

/** "When the motion was carried" for decision.made. */
function momentOf(text: string): string | undefined {
  const moment = anchorNode.enum?.indexOf(text) ?? -1;
  const sentence = anchorNode.enumDescriptions?.[moment];
  return sentence === undefined ? undefined : unmarked(sentence);
}

const anchorNode = schemaNodeOf(anchor);

const isName = (text: string) => /^[a-z][a-z0-9_]*$/.test(text);

/** Of "true: more is needed. false: as much is enough." the part of the value. */
function meaningOf({ description = "" }: SchemaNode, value: boolean): string | undefined {
  return new RegExp(`\\b${value}: ([^.]+)\\.`).exec(description)?.[1];
}

const isSentence = ({ description = "" }: SchemaNode, value: unknown) =>
  typeof value === "boolean" && description.startsWith("true: ");

const units: Readonly<Record<string, readonly [string, string]>> = {
  h: ["hour", "hours"],
  d: ["day", "days"],
  wd: ["working day", "working days"],
  cd: ["clear day", "clear days"],
  cwd: ["clear working day", "clear working days"],
  w: ["week", "weeks"],
  mo: ["month", "months"],
  y: ["year", "years"],
};

/** "30 days" for 30d. */
function lengthOf(text: string): string | undefined {
  const [, amount = "", unit = ""] = /^(\d{1,4})([a-z]+)$/.exec(text) ?? [];
  const [one, more] = units[unit] ?? [];
  if (one === undefined || more === undefined) return undefined;
  return `${amount} ${Number(amount) === 1 ? one : more}`;
}

/** "board" for body:board, and what an external is called. */
function peopleOf(text: string, labels: Labels): string | undefined {
  const [, kind, id = ""] = /^(office|body|class|party|external|panel):([a-z][a-z0-9_]*)$/.exec(text) ?? [];
  if (kind === undefined) return undefined;
  return kind === "external" ? (labels.get(id) ?? spaced(id)) : `${spaced(id)} (${kind})`;
}

const spaced = (text: string) => text.replaceAll("_", " ");
const unmarked = (sentence: string) => sentence.replace(/\.$/, "").replaceAll("`", "");
