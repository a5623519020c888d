import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

import { createGenerator, type Schema } from "ts-json-schema-generator";

/** Where the schema the local Slack checks with is kept. */
export const schemaFile = fileURLToPath(
  new URL("../../../src/sandbox/slack/blockKit/blockKit.generated.json", import.meta.url),
);

/** The JSON schema of what an app sends to Slack, made from the installed @slack/types; run this file to write it anew. */
export function generateBlockKit(): unknown {
  const path = createRequire(import.meta.url)
    .resolve("@slack/types")
    .replace(/\.js$/, ".d.ts");
  const options = { path, skipTypeCheck: true, additionalProperties: false, jsDoc: "none" } as const;
  const generator = createGenerator(options);
  const sent = ["KnownBlock", "HomeView", "ModalView", "MessageMetadata"];
  const definitions = sent.flatMap((name) => Object.entries(generator.createSchema(name).definitions ?? {}));
  return strict(new Map(definitions.flatMap(([name, part]) => (typeof part === "object" ? [[name, part]] : []))));
}

/** What `@slack/types` leaves open is closed: only known blocks, and a union is told apart by its `type`. */
function strict(definitions: Map<string, Schema>): unknown {
  const target = (part: Schema): Schema => {
    const name = part.$ref?.replace("#/definitions/", "");
    const found = name === undefined ? part : definitions.get(name);
    if (found === undefined) throw new Error(`The schema names ${part.$ref ?? "nothing"}, which it does not define.`);
    return found;
  };
  const members = (part: Schema): readonly Schema[] => {
    const union = target(part).anyOf;
    return union === undefined || typeOf(target(part)) !== undefined
      ? [part]
      : union.flatMap((member) => (typeof member === "object" ? members(member) : []));
  };
  const walk = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== "object" || part === null) return part;
    const node = part as Schema;
    if (node.anyOf !== undefined) {
      const flat = members(node);
      const types = flat.map((member) => typeOf(target(member)));
      if (types.every((type) => type !== undefined) && new Set(types).size === types.length)
        return { type: "object", required: ["type"], discriminator: { propertyName: "type" }, oneOf: flat };
    }
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, walk(value)]));
  };

  // A union of one type (an image by address, or by file) becomes one object of which exactly one form must fit.
  for (const [name, definition] of definitions) {
    const union = definition.anyOf?.filter((member) => typeof member === "object");
    if (union === undefined || union.some((member) => member.$ref !== undefined)) continue;
    const types = new Set(union.map(typeOf));
    if (types.size !== 1 || types.has(undefined)) continue;
    const required = union.map((member) => member.required ?? []);
    const everywhere = required.reduce((left, right) => left.filter((key) => right.includes(key)));
    definitions.set(name, {
      type: "object",
      additionalProperties: false,
      properties: Object.assign({}, ...union.map((member) => member.properties)) as NonNullable<Schema["properties"]>,
      required: everywhere,
      oneOf: required.map((keys) => ({ required: keys.filter((key) => !everywhere.includes(key)) })),
    });
  }
  definitions.set("AnyBlock", { $ref: "#/definitions/KnownBlock" });
  definitions.delete("Block");
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    definitions: Object.fromEntries([...definitions].map(([name, definition]) => [name, walk(definition)])),
  };
}

function typeOf(schema: Schema): string | undefined {
  const type = schema.properties?.["type"];
  return typeof type === "object" && typeof type.const === "string" ? type.const : undefined;
}

if (import.meta.main) writeFileSync(schemaFile, `${JSON.stringify(generateBlockKit(), undefined, 1)}\n`);
