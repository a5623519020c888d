import type { Rulebook, StageOutcome } from "../../rulebook/rulebook.ts";
import type { Refusal } from "../refusal.ts";

/** The reasons of which an outcome takes at least one; none where the rulebook gives it no list. */
function listedReasons(rulebook: Rulebook, rule: StageOutcome | undefined): readonly string[] {
  return rule?.reasons === undefined ? [] : (rulebook.reasons[rule.reasons]?.any_of ?? []);
}

/** The reasons among which somebody chooses: where there is one alone, it is given with the outcome. */
export function reasonsToChoose(rulebook: Rulebook, rule: StageOutcome | undefined): readonly string[] {
  const listed = listedReasons(rulebook, rule);
  return listed.length > 1 ? listed : [];
}

/** Why what was given cannot be the reasons of an outcome: there is none, or one that does not stand in its list. */
export function findNotListed(
  rulebook: Rulebook,
  rule: StageOutcome | undefined,
  because: readonly string[],
): Extract<Refusal, { refused: "reason-not-listed" }> | undefined {
  const list = rule?.reasons === undefined ? undefined : rulebook.reasons[rule.reasons];
  if (list === undefined) return undefined;
  const { any_of: reasons, clause } = list;
  if (reasons.length === 1) return undefined;
  const isFine = because.length > 0 && because.every((reason) => reasons.includes(reason));
  return isFine ? undefined : { refused: "reason-not-listed", reasons, clause };
}

/** What is kept of given reasons with an outcome: each once, and none where it has no list. */
export function keptReasons(
  rulebook: Rulebook,
  rule: StageOutcome | undefined,
  because: readonly string[] = [],
): readonly string[] | undefined {
  const list = listedReasons(rulebook, rule);
  return list.length === 0 ? undefined : list.filter((reason) => list.length === 1 || because.includes(reason));
}
