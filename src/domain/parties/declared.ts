import type { Rulebook } from "../../rulebook/rulebook.ts";

/** What somebody is asked of who is asked about a conflict of interest: being close to somebody, where the rulebook lists nothing. */
export function declaredIn({ conflicts }: Rulebook): readonly string[] {
  return conflicts.declared.length > 0 ? conflicts.declared : ["close_relationship"];
}
