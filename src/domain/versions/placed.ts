import { formsOf, namedIn, schemaNodeOf } from "../../rulebook/describe/schemaNode.ts";
import type { SchemaNode } from "../../rulebook/describe/schemaNode.ts";
import { rulebookSchema } from "../../rulebook/rulebook.ts";

/** A key on the way to a place of a rulebook: given by its form, or a name of the organisation's own. */
export interface Step {
  readonly key: string;
  readonly isName: boolean;
}

/** A place of a rulebook, and what the schema says of it. */
export interface Place {
  readonly steps: readonly Step[];
  readonly nodes: readonly SchemaNode[];
}

let root: SchemaNode | undefined;

/** The whole rulebook. */
export function wholeRulebook(): Place {
  root ??= schemaNodeOf(rulebookSchema);
  return { steps: [], nodes: [root] };
}

/** A key of a place. */
export function under({ steps, nodes }: Place, key: string): Place {
  const forms = nodes.flatMap(formsOf);
  const given = forms.map(({ properties }) => properties?.[key]).filter((node) => node !== undefined);
  const named = forms.map(namedIn).filter((node) => node !== undefined);
  const isName = given.length === 0 && named.length > 0;
  return { steps: [...steps, { key, isName }], nodes: isName ? named : given };
}

/** One entry of a list that stands at a place, by the name that it has. */
export function entryOf({ steps, nodes }: Place, name: string): Place {
  return {
    steps: [...steps, { key: name, isName: true }],
    nodes: nodes
      .flatMap(formsOf)
      .map((form) => form.items)
      .filter((node) => node !== undefined),
  };
}

/** Where names stand for what people call their own: votes.NAME.quorum. */
export function patternOf(steps: readonly Step[]): string {
  return steps.map(({ key, isName }) => (isName ? "NAME" : key)).join(".");
}

/** The sentence about a word that is one of a choice. */
export function sentenceOf({ nodes }: Place, word: string): string | undefined {
  const forms = nodes.flatMap(formsOf).flatMap((node) => (node.items === undefined ? [node] : formsOf(node.items)));
  for (const { enum: words, enumDescriptions } of forms) {
    const index = words?.indexOf(word) ?? -1;
    if (index >= 0 && enumDescriptions?.[index] !== undefined) return enumDescriptions[index];
  }
  return undefined;
}

/** What the schema says of a place, without "recorded": its first sentence. */
export function descriptionOf({ nodes }: Place): string | undefined {
  return nodes.find((node) => node.description !== undefined)?.description;
}
