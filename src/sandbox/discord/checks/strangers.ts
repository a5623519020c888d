import type { FormFault } from "../refusal.ts";

/**
 * Members of a body that its schema does not know. Discord drops them without a word, so that a misspelt key looks like one that was
 * never sent; here they are refused.
 * @param read what the schema made of the body: it keeps what it knows
 */
export function strangers(
  sent: unknown,
  read: unknown,
  tolerated: readonly string[] = [],
  path: FormFault["path"] = [],
): readonly FormFault[] {
  if (typeof sent !== "object" || sent === null || typeof read !== "object" || read === null) return [];
  const known = new Map<string, unknown>(Object.entries(read));
  const found: FormFault[] = [];
  for (const [key, value] of Object.entries(sent)) {
    const at = [...path, key];
    if (known.has(key)) found.push(...strangers(value, known.get(key), tolerated, at));
    else if (value !== undefined && !tolerated.includes(key))
      found.push({
        path: at,
        code: "UNKNOWN_FIELD",
        message: "Discord has no such field here and would drop it unseen.",
      });
  }
  return found;
}
