import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case } from "../case/case.ts";
import type { Entry } from "../case/entry.ts";
import { readStage } from "../case/stages.ts";
import { readChallengeRule, stateOf } from "./challenge.ts";

/**
 * What follows from how a stage ended: the challenges that were heard at it are decided, and where its outcome changes what was decided
 * before, that is void.
 * @param entries what was decided just now
 */
export function withHeard(rulebook: Rulebook, current: Case, entries: readonly Entry[]): readonly Entry[] {
  const ended = entries.find(
    (entry) => entry.kind === "decided" || entry.kind === "decided-by-officers" || entry.kind === "stage-concluded",
  );
  const { stage: here } = current.stage;
  if (ended === undefined || ended.next === here) return entries;
  const rule = readStage(rulebook, current);
  const outcome = rule.kind === "closed" ? undefined : rule.outcomes[ended.outcome];
  const heard = current.challenges.filter(
    (each) => stateOf(rulebook, each) === "at-stage" && readChallengeRule(rulebook, each).heard_at === here,
  );
  const before = current.decisions.filter(({ quashed }) => quashed === undefined).map(({ id }) => id);
  const isNew = outcome?.changes_earlier !== undefined && before.length > 0;
  return [
    ...entries,
    ...(isNew ? [{ kind: "decisions-replaced", decisions: before } as const] : []),
    ...heard.map(({ id }): Entry => ({
      kind: "challenge-decided",
      challenge: id,
      how: "heard",
      members: [],
      reasons: undefined,
    })),
  ];
}
