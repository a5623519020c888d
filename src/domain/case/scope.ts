import type { Procedure, Rulebook } from "../../rulebook/rulebook.ts";
import type { OutcomeId } from "../identity.ts";
import { partiesOf } from "./case.ts";
import type { Case } from "./case.ts";
import { readProcedure, readStage } from "./stages.ts";

/** Which situation that the procedure is for was said to apply; undefined where it was said that none does. */
export interface JudgedScope {
  readonly situation: string | undefined;
}

/**
 * What the procedure of a case is for; undefined where it is for anything, and where the organisation itself is the respondent: the
 * situations speak of what people do.
 */
export function scopeOf(rulebook: Rulebook, current: Case): Procedure["scope"] {
  const isOfOrganisation = partiesOf(current, "respondent").some(({ isOrganisation }) => isOrganisation === true);
  return isOfOrganisation ? undefined : readProcedure(rulebook, current).scope;
}

/** Whether whoever assesses a case is asked for it: at the first stage and wherever it is assessed, until they have said it. */
export function isScopeOpen(rulebook: Rulebook, current: Case): boolean {
  if (scopeOf(rulebook, current) === undefined || current.scope !== undefined) return false;
  const { kind } = readStage(rulebook, current);
  return kind === "assess" || (kind !== "closed" && current.concluded.length === 0);
}

/** The outcomes of the present stage to which it points that no situation applies that the procedure is for. */
export function suggestedByScope(rulebook: Rulebook, current: Case): readonly OutcomeId[] {
  const stage = readStage(rulebook, current);
  const isNone = current.scope !== undefined && current.scope.situation === undefined;
  if (stage.kind === "closed" || !isNone) return [];
  return Object.entries(stage.outcomes).flatMap(([outcome, { suggested_when: rule }]) =>
    rule !== undefined && "scope" in rule ? [outcome] : [],
  );
}
