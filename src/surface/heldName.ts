import { attributeIn } from "../domain/roster.ts";
import type { Speech } from "./say.ts";

const CLASS = "class:";

/** What somebody holds, is, or what is so of them, by the key under which they stand in the roster. "Institution: University of Exeter". */
export function heldName(key: string, { name }: Speech): string {
  const so = attributeIn(key);
  if (so !== undefined) return `${name("attribute", so.attribute)}: ${name(so.attribute, so.value)}`;
  return key.startsWith(CLASS) ? name("class", key.slice(CLASS.length)) : name("office", key);
}
