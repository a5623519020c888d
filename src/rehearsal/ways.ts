import { nextStage } from "../domain/case/stages.ts";
import type { BodyId, StageId } from "../domain/identity.ts";
import type { Procedure, Rulebook } from "../rulebook/rulebook.ts";
import { stageKinds } from "./stageKinds.ts";
import type { About, Way } from "./way.ts";

/** The procedure that a report starts. @throws Error where the rulebook has none of that name */
export function readReported(rulebook: Rulebook): Procedure {
  const { procedure } = rulebook.intake.report;
  const found = rulebook.procedures[procedure];
  if (found === undefined) throw new Error(`The rulebook has no procedure "${procedure}".`);
  return found;
}

/** The stages with which a case is over. */
export function endsOf(procedure: Procedure): readonly StageId[] {
  return Object.entries(procedure.stages).flatMap(([stage, { kind }]) => (kind === "closed" ? [stage] : []));
}

/** Every step that a case about such a person can go, in the order of the file. */
export function waysOf(rulebook: Rulebook, about: About): readonly Way[] {
  const partyInBody: BodyId | undefined =
    about === "member-of-body" ? rulebook.conflicts.party_in_body?.bodies[0] : undefined;
  return Object.entries(readReported(rulebook).stages).flatMap(([stage, rule]) => {
    if (rule.kind === "closed") return [];
    const { outcomes, play } = stageKinds[rule.kind];
    return outcomes(rule, about).flatMap((outcome): readonly Way[] => {
      const found = rule.outcomes[outcome];
      if (found === undefined) return [];
      const next = rule.kind === "vote" ? found.then : nextStage(rulebook, { partyInBody }, found);
      return [{ stage, outcome, next, sanctions: found.sanctions ?? [], isPlayable: play !== undefined }];
    });
  });
}
