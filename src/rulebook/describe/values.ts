import { formsOf, namedIn } from "./schemaNode.ts";
import type { SchemaNode } from "./schemaNode.ts";

/** What may stand at a place, in words and Markdown; the words of a choice each with its sentence. */
export function valuesOf(node: SchemaNode): string {
  const forms = formsOf(node);
  return forms.length > 1 ? [...new Set(forms.map(valuesOf))].join("\nor ") : oneForm(node);
}

function oneForm(node: SchemaNode): string {
  if (node.const !== undefined) return `\`${node.const}\``;
  if (node.enum !== undefined)
    return node.enum.map((word, i) => `\`${word}\`: ${node.enumDescriptions?.[i] ?? ""}`).join("\n");
  if (node.written !== undefined) return node.written;
  if (node.items !== undefined) return listOf(node.items);
  const named = namedIn(node);
  if (named !== undefined) return `names of your own, each with ${isGroup(named) ? "keys" : valuesOf(named)}`;
  if (node.properties !== undefined) return "keys";
  if (node.type === "boolean") return "`true` or `false`";
  return node.type === "integer" ? "a whole number, 1 or more" : textOf(node);
}

const isGroup = (node: SchemaNode) => formsOf(node).every((form) => form.properties !== undefined);

function listOf(items: SchemaNode): string {
  if (isGroup(items)) return "a list, each entry with keys";
  const values = valuesOf(items);
  return values.includes("\n") ? `a list of some of\n${values}` : `a list: each ${values}`;
}

function textOf(node: SchemaNode): string {
  if (node["format"] === "uri") return "a web address";
  const most = node["maxLength"];
  return typeof most === "number" ? `a text of at most ${most} characters` : "a text";
}
