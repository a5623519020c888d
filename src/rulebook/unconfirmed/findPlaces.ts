import { formsOf, namedIn } from "../describe/schemaNode.ts";
import type { SchemaNode } from "../describe/schemaNode.ts";
import { probably } from "../faults.ts";

/** A place of a file: what stands there as it was written, or the default where nothing does. */
export interface Place {
  readonly path: readonly (string | number)[];
  /** Undefined when it is left out and there is no default. */
  readonly value: unknown;
  readonly isLeftOut: boolean;
  readonly schema: SchemaNode;
}

export type Places =
  | { readonly kind: "found"; readonly places: readonly Place[] }
  | { readonly kind: "nowhere"; readonly message: string };

/**
 * The places that a key names, such as votes.sanction.majority or challenges.*.window: where something stands, or could stand by the
 * schema though it is left out. A * takes every name, or every entry of a list, for which there is the rest of the key.
 * @param written what stands in the file, not what was made of it
 */
export function findPlaces(schema: SchemaNode, written: unknown, key: string): Places {
  return descend({ path: [], value: written, isLeftOut: false, schema }, key.split("."));
}

function descend(place: Place, steps: readonly string[]): Places {
  const [step, ...rest] = steps;
  if (step === undefined) return { kind: "found", places: [withDefault(place)] };
  const inside = insideOf(place);
  const taken = step === "*" ? inside.filter(({ isNamed }) => isNamed) : inside.filter(({ name }) => name === step);
  const found = taken.map((each) => descend(each.place, rest));
  const places = found.flatMap((each) => (each.kind === "found" ? each.places : []));
  if (places.length > 0) return { kind: "found", places };
  const [failed] = found;
  return failed ?? { kind: "nowhere", message: nothingAt(place, step, rest, inside) };
}

interface Inside {
  readonly name: string;
  /** It stands under a name of the organisation's own, or in a list. */
  readonly isNamed: boolean;
  readonly place: Place;
}

function insideOf({ path, value, schema }: Place): readonly Inside[] {
  const forms = fittingForms(schema, value);
  const given = isGroup(value) ? value : {};
  const known = forms.flatMap((form) => Object.entries(form.properties ?? {}));
  const keys = known.map(([name, node]): Inside => {
    const isLeftOut = !Object.hasOwn(given, name);
    return { name, isNamed: false, place: { path: [...path, name], value: given[name], isLeftOut, schema: node } };
  });
  const named = forms.flatMap((form) => {
    const node = namedIn(form);
    return node === undefined ? [] : Object.entries(given).map(([name, each]) => entry(path, name, name, each, node));
  });
  const listed = forms.flatMap(({ items }) =>
    items === undefined || !Array.isArray(value)
      ? []
      : value.map((each: unknown, i) => entry(path, String(i), i, each, items)),
  );
  return [...keys, ...named, ...listed];
}

const entry = (
  path: readonly (string | number)[],
  name: string,
  step: string | number,
  value: unknown,
  schema: SchemaNode,
): Inside => ({ name, isNamed: true, place: { path: [...path, step], value, isLeftOut: false, schema } });

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Of the forms that something may have, those that what stands there can have; all of them when nothing stands there. */
function fittingForms(schema: SchemaNode, value: unknown): readonly SchemaNode[] {
  const forms = formsOf(schema);
  const fitting = forms.filter((form) => fits(form, value));
  return fitting.length === 0 ? forms : fitting;
}

function fits(form: SchemaNode, value: unknown): boolean {
  if (Array.isArray(value)) return form.items !== undefined;
  if (!isGroup(value)) return form.properties === undefined && form.items === undefined && isOfChoice(form, value);
  if (form.properties === undefined) return namedIn(form) !== undefined;
  const { properties, required = [] } = form;
  return (
    required.every((name) => Object.hasOwn(value, name)) &&
    Object.entries(value).every(([name, each]) => {
      const node = properties[name];
      return node !== undefined && (isGroup(each) || Array.isArray(each) || isOfChoice(node, each));
    })
  );
}

const isOfChoice = (node: SchemaNode, value: unknown) =>
  formsOf(node).some(
    (form) =>
      (form.enum === undefined || form.enum.some((word) => word === value)) &&
      (form.const === undefined || form.const === value),
  );

function withDefault(place: Place): Place {
  if (!place.isLeftOut) return place;
  const given = [place.schema, ...formsOf(place.schema)].find((form) => form.default !== undefined);
  return { ...place, value: given?.default };
}

function nothingAt({ path }: Place, step: string, rest: readonly string[], inside: readonly Inside[]): string {
  const where = path.length === 0 ? "in this file" : `under ${path.join(".")}`;
  const names = [...new Set(inside.map(({ name }) => name))];
  if (names.length === 0) return `there is nothing ${where}`;
  const keyOf = (name: string) => [...path, name, ...rest].join(".");
  const meant = probably(step, names);
  return meant === ""
    ? `there is no "${step}" ${where}; there are: ${names.join(", ")}`
    : `there is no "${step}" ${where}${probably(keyOf(step), names.map(keyOf))}`;
}
