import type { Rulebook } from "../../rulebook/rulebook.ts";
import { offeredSanctions } from "../sanctions/fitting.ts";
import type { Case } from "./case.ts";
import { readProcedure, readStage } from "./stages.ts";

/** The finding that was made at the present stage before anything was imposed; undefined before. */
export function findingHere(current: Case): Case["finding"] {
  return current.finding?.visit === current.concluded.length ? current.finding : undefined;
}

/** Whether what was found before about whomever the case is about is closed to those who decide: until it was found that a rule was broken. */
export function arePriorsSealed(rulebook: Rulebook, current: Case): boolean {
  if (readProcedure(rulebook, current).priors_sealed === undefined) return false;
  // Whoever decides anew finds anew.
  if (findsFirst(rulebook, current)) return findingHere(current) === undefined;
  return !current.decisions.some(({ findings, quashed }) => findings.length > 0 && quashed === undefined);
}

/** Whether a stage is one at which the finding is made before anything is imposed. */
export function findsFirst(rulebook: Rulebook, current: Case): boolean {
  const stage = readStage(rulebook, current);
  if (readProcedure(rulebook, current).priors_sealed === undefined) return false;
  if (stage.kind === "closed" || stage.kind === "vote" || stage.kind === "notify") return false;
  return Object.values(stage.outcomes).some((outcome) => offeredSanctions(rulebook, outcome).length > 0);
}
