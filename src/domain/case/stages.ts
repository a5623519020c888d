import type { Procedure, Rulebook, Stage, StageOutcome } from "../../rulebook/rulebook.ts";
import type { BodyId, SanctionId, StageId } from "../identity.ts";
import type { CaseRule } from "../voting/inCase.ts";
import type { Case } from "./case.ts";
import { withChosenBodies } from "./chosenBody.ts";
import { withExits } from "./exits.ts";
import type { Hands } from "./handEntries.ts";

/** The procedure a case follows; a stage that was given to a body is one of its vote. Throws when the rulebook has none of that name. */
export function readProcedure(
  rulebook: Rulebook,
  current: { readonly procedure: string; readonly hands?: Hands },
): Procedure {
  const procedure = rulebook.procedures[current.procedure];
  if (procedure === undefined) throw new Error(`The rulebook has no procedure "${current.procedure}".`);
  return withChosenBodies(rulebook, withExits(procedure), current.hands);
}

/** The stage a case is in. Throws when its procedure has none of that name. */
export function readStage(rulebook: Rulebook, current: Case): Stage {
  const stage = readProcedure(rulebook, current).stages[current.stage.stage];
  if (stage === undefined)
    throw new Error(`The procedure "${current.procedure}" has no stage "${current.stage.stage}".`);
  return stage;
}

export function isClosed(rulebook: Rulebook, current: Case): boolean {
  return readStage(rulebook, current).kind === "closed";
}

interface Concerned {
  readonly partyInBody: BodyId | undefined;
  readonly procedure?: string;
}

/** Where an outcome leads: to the stage it names, or elsewhere when a party is a member of a body that may then not decide. */
export function nextStage(rulebook: Rulebook, current: Concerned, outcome: StageOutcome): StageId {
  return unlessBarred(rulebook, current, outcome.then);
}

/**
 * Where a decision leads: past the stage at which somebody else confirms its sanction, where nobody has to agree to that one.
 * @param stage to which its outcome leads
 */
export function stageAfterDecision(
  rulebook: Rulebook,
  current: { readonly procedure: string },
  stage: StageId,
  sanction: SanctionId | undefined,
): StageId {
  const next = readProcedure(rulebook, current).stages[stage];
  const rule = sanction === undefined ? undefined : rulebook.sanctions[sanction];
  if (next === undefined || !isConfirming(next) || rule?.confirm !== undefined) return stage;
  return Object.values(next.outcomes).find(({ confirms }) => confirms === true)?.then ?? stage;
}

/** Whether at a stage somebody else confirms what was decided before. */
export function isConfirming(stage: Stage): stage is Exclude<Stage, { kind: "closed" }> {
  return stage.kind !== "closed" && Object.values(stage.outcomes).some(({ confirms }) => confirms !== undefined);
}

function unlessBarred(rulebook: Rulebook, current: Concerned, stage: StageId): StageId {
  const rule = rulebook.conflicts.party_in_body;
  if (current.partyInBody === undefined || rule === undefined) return stage;
  const stages = current.procedure === undefined ? undefined : rulebook.procedures[current.procedure]?.stages;
  // A rulebook names one exit; another procedure may not have it.
  const hasExit = stages === undefined || rule.exit in stages;
  return hasExit && rule.blocks.includes(stage) ? rule.exit : stage;
}

/** Where a case goes whose vote can never be quorate; undefined where the rulebook names nothing, or no stage of the case's procedure. */
export function findExit(
  rulebook: Rulebook,
  current: { readonly partyInBody: BodyId | undefined; readonly procedure: string },
  rule: CaseRule,
): StageId | undefined {
  const exit = rule.method === "motion" ? rule.unreachable_quorum : undefined;
  const isStage = exit !== undefined && exit in readProcedure(rulebook, current).stages;
  return isStage ? unlessBarred(rulebook, current, exit) : undefined;
}
