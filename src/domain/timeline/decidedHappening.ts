import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case } from "../case/case.ts";
import type { Happening } from "./happening.ts";

/** That a case was just decided, by whomever: how, with which sanction, and for how long where that was chosen or there is no last day. */
export function decidedHappening(rulebook: Rulebook, { decision, codeName }: Case): Happening {
  if (decision === undefined) throw new Error(`The case ${codeName} was decided without a decision.`);
  const { outcome, sanction, lasts, scope, conditions, because } = decision;
  const isIndefinite = sanction !== undefined && rulebook.sanctions[sanction]?.kind === "indefinite";
  return { kind: "decided", outcome, because, sanction, lasts, scope, conditions, isIndefinite };
}
