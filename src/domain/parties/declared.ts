import type { Rulebook } from "../../rulebook/rulebook.ts";

/**
 * What somebody is asked of who is asked about a conflict of interest: what the rulebook lists, or being close to somebody where it lists
 * nothing; and whether they are a witness, where that is a conflict of whoever nobody has asked yet.
 */
export function declaredIn({ conflicts: { automatic, declared } }: Rulebook): readonly string[] {
  const listed = declared.length > 0 ? declared : ["close_relationship"];
  return automatic.includes("witness") ? [...listed, "witness"] : listed;
}
