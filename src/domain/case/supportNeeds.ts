import type { Rulebook } from "../../rulebook/rulebook.ts";
import { partiesOf } from "./case.ts";
import type { Case } from "./case.ts";
import type { PartyEntry } from "./party.ts";
import { readProcedure, readStage } from "./stages.ts";

/**
 * The parties of whom nobody has looked at this stage what support they need: the two sides, and whoever it happened to. Nobody where the
 * procedure does not ask for it, or the stage has no such task.
 */
export function openNeeds(rulebook: Rulebook, current: Case): readonly PartyEntry[] {
  const stage = readStage(rulebook, current);
  const isAsked = stage.kind !== "closed" && stage.tasks.some(({ id }) => id === "support_needs");
  const isDone = current.stage.tasksDone.includes("support_needs");
  if (!isAsked || isDone || readProcedure(rulebook, current).support_needs === undefined) return [];
  const looked = current.hands.needs.filter(({ visit }) => visit === current.concluded.length);
  const parties = (["complainant", "affected", "respondent"] as const).flatMap((role) => partiesOf(current, role));
  return parties.filter(({ party }) => !looked.some((each) => each.party === party));
}

/** Whether it is done by looking at each party. */
export const isDoneByParty = (rulebook: Rulebook, current: Case, task: string): boolean =>
  task === "support_needs" && readProcedure(rulebook, current).support_needs !== undefined;
