import { formsOf, namedIn } from "./schemaNode.ts";
import type { SchemaNode } from "./schemaNode.ts";

/** Keys that stand beside each other. */
export interface Group {
  /** Where they stand: votes.NAME.quorum. */
  readonly path: string;
  readonly description: string | undefined;
  readonly keys: readonly Key[];
}

export interface Key {
  readonly name: string;
  /** "required", "may be left out", what holds then, or in which form of the group it stands. */
  readonly needed: string;
  /** What it is in each form of the group that has it. */
  readonly nodes: readonly { readonly form: string; readonly node: SchemaNode }[];
  /** The path of the first group under it, if any. */
  readonly group: string | undefined;
}

/** A key of the first level, and the groups under it, outer before inner. */
export interface Section {
  readonly name: string;
  readonly node: SchemaNode;
  readonly needed: string;
  readonly groups: readonly Group[];
}

/** Everything that a file may say, by its keys of the first level. */
export function sectionsOf(file: SchemaNode): readonly Section[] {
  return Object.entries(file.properties ?? {}).map(([name, node]) => ({
    name,
    node,
    needed: file.required?.includes(name) === true ? "required" : leftOut(node),
    groups: groupsUnder(node, name),
  }));
}

/** @param said what is said of it where it stands; of each thing in a list, what is said of the list */
function groupsUnder(node: SchemaNode, path: string, said?: string): readonly Group[] {
  const description = node.description ?? said;
  const groups = formsOf(node).filter((form) => form.properties !== undefined);
  const inside = formsOf(node).flatMap((form) => {
    const named = namedIn(form);
    return [
      ...(form.items === undefined ? [] : groupsUnder(form.items, `${path}[]`, description)),
      ...(named === undefined ? [] : groupsUnder(named, `${path}.NAME`, description)),
    ];
  });
  if (groups.length === 0) return inside;
  const names = [...new Set(groups.flatMap((form) => Object.keys(form.properties ?? {})))];
  const forms = groups.map((group) => formName(groups, group));
  const keys = names.map((name) => keyOf(name, placesOf(groups, name), forms, `${path}.${name}`));
  const deeper = names.flatMap((name) =>
    placesOf(groups, name).flatMap((place) => groupsUnder(place.node, `${path}.${name}`)),
  );
  const paths = deeper.map((group) => group.path);
  const once = deeper.filter((group, i) => paths.indexOf(group.path) === i);
  return [{ path, description, keys }, ...once, ...inside];
}

interface Place {
  readonly form: string;
  readonly node: SchemaNode;
  readonly isRequired: boolean;
}

function placesOf(groups: readonly SchemaNode[], name: string): readonly Place[] {
  return groups.flatMap((group) => {
    const node = group.properties?.[name];
    return node === undefined
      ? []
      : [{ form: formName(groups, group), node, isRequired: group.required?.includes(name) ?? false }];
  });
}

/** By what one knows the form of a group: "kind: vote", or the key that the others do not have. */
function formName(groups: readonly SchemaNode[], group: SchemaNode): string {
  const properties = Object.entries(group.properties ?? {});
  const others = groups.filter((other) => other !== group);
  const telling = properties.find(
    ([name, node]) =>
      node.enum !== undefined &&
      others.every((other) => node.enum?.every((word) => other.properties?.[name]?.enum?.includes(word) === false)),
  );
  if (telling !== undefined) return `\`${telling[0]}: ${telling[1].enum?.join(", ")}\``;
  const own = group.required?.find((name) => others.every((other) => other.properties?.[name] === undefined));
  return own === undefined ? "" : `\`${own}\``;
}

function keyOf(name: string, places: readonly Place[], forms: readonly string[], path: string): Key {
  const [group] = places.flatMap(({ node }) => groupsUnder(node, path));
  return { name, needed: neededOf(name, places, forms), nodes: places, group: group?.path };
}

function neededOf(name: string, places: readonly Place[], forms: readonly string[]): string {
  const [first] = places;
  if (first === undefined) return "";
  const required = places.filter((place) => place.isRequired);
  if (required.length > 0 && required.length < places.length)
    return `required with ${required.map(({ form }) => form).join(" or ")}; elsewhere it may be left out`;
  const how = required.length > 0 ? "required" : leftOut(first.node);
  if (places.length === forms.length) return how;
  const others = forms.filter((form) => places.every((place) => place.form !== form));
  if (first.form === `\`${name}\``) return `this, or ${others.join(", or ")}`;
  const [without, ...more] = others;
  return more.length === 0 && forms.length > 2
    ? `${how}; not with ${without}`
    : `${how}; only with ${places.map(({ form }) => form).join(" or ")}`;
}

function leftOut({ default: given }: SchemaNode): string {
  const isNothing = given === undefined || typeof given === "object";
  return isNothing ? "may be left out" : `may be left out; then \`${JSON.stringify(given).replaceAll('"', "")}\``;
}
