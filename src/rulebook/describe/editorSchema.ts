import type { z } from "zod";

import { formsOf, schemaNodeOf } from "./schemaNode.ts";
import type { SchemaNode } from "./schemaNode.ts";

/**
 * The JSON Schema with which an editor completes and explains the keys of a file, as text. It has no title: editors would put it over the
 * explanation of every key.
 * @param description what the file is
 */
export function editorSchema(schema: z.ZodType, description: string): string {
  const { $schema, ...node } = schemaNodeOf(schema);
  return `${JSON.stringify({ $schema, description, ...forEditor(node) }, null, 2)}\n`;
}

function forEditor(place: SchemaNode): SchemaNode {
  const { written: _, ...node } = place;
  const { properties, propertyNames, additionalProperties, items, anyOf, oneOf } = node;
  return {
    ...node,
    ...withChoices(node),
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(Object.entries(properties).map(([key, inside]) => [key, forEditor(inside)])),
        }),
    ...(typeof additionalProperties === "object" ? { additionalProperties: forEditor(additionalProperties) } : {}),
    ...(propertyNames === undefined ? {} : { propertyNames: forEditor(propertyNames) }),
    ...(items === undefined ? {} : { items: forEditor(items) }),
    ...(anyOf === undefined ? {} : { anyOf: anyOf.map(forEditor) }),
    ...(oneOf === undefined ? {} : { oneOf: oneOf.map(forEditor) }),
  };
}

/** Editors list the words of a choice by themselves where it is the value of the key, but not where it stands in a list. */
function withChoices({ description, items }: SchemaNode): { readonly markdownDescription?: string } {
  if (description === undefined || items === undefined) return {};
  const choices = formsOf(items).flatMap((form) =>
    (form.enum ?? []).map((word, i) => `- \`${word}\`: ${form.enumDescriptions?.[i] ?? ""}`),
  );
  return choices.length === 0 ? {} : { markdownDescription: [description, "", ...choices].join("\n") };
}
