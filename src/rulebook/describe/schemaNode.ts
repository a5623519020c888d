import { z } from "zod";

/** A place of a JSON Schema: what may stand there, and what a person reads about it. */
const schemaNode = z.looseObject({
  $schema: z.string().optional(),
  description: z.string().optional(),
  /** How a text is written that has a form of its own: "a length of time, such as `14d`". For the reference only. */
  written: z.string().optional(),
  type: z.string().optional(),
  const: z.union([z.string(), z.number(), z.boolean()]).optional(),
  enum: z.array(z.string()).optional(),
  /** A sentence for each word of `enum`, in its order. */
  enumDescriptions: z.array(z.string()).optional(),
  default: z.unknown().optional(),
  get properties() {
    return z.record(z.string(), schemaNode).optional();
  },
  required: z.array(z.string()).optional(),
  get additionalProperties() {
    return z.union([z.boolean(), schemaNode]).optional();
  },
  get propertyNames() {
    return schemaNode.optional();
  },
  get items() {
    return schemaNode.optional();
  },
  get anyOf() {
    return z.array(schemaNode).optional();
  },
  get oneOf() {
    return z.array(schemaNode).optional();
  },
});

export type SchemaNode = z.output<typeof schemaNode>;

/** Draft 7: what every yaml-language-server understands; before 1.21 it knew none that is newer. */
const DRAFT = "draft-7";

/** What people write into a file of this shape, as a JSON Schema. */
export function schemaNodeOf(schema: z.ZodType): SchemaNode {
  return schemaNode.parse(
    z.toJSONSchema(schema, {
      io: "input",
      target: DRAFT,
      override({ zodSchema, jsonSchema }) {
        // zod leaves out a default where something is made of what was written; as written it is the same here.
        if (zodSchema instanceof z.ZodDefault) jsonSchema.default = zodSchema.def.defaultValue;
        // Every whole number that counts exactly: nothing to tell anybody.
        if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      },
    }),
  );
}

/** The forms that something may have; one where there is no choice. */
export function formsOf(node: SchemaNode): readonly SchemaNode[] {
  const forms = node.oneOf ?? node.anyOf;
  return forms === undefined ? [node] : forms.flatMap(formsOf);
}

/** What each thing under a name of its own is; undefined where keys are given. */
export function namedIn({ additionalProperties }: SchemaNode): SchemaNode | undefined {
  return typeof additionalProperties === "object" ? additionalProperties : undefined;
}
