import type { CaseId } from "../../domain/identity.ts";
import { recordsClause } from "../../domain/records/recordClause.ts";
import { stepLog } from "../../domain/records/stepLog.ts";
import type { LoggedStep } from "../../domain/records/stepLog.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import type { CaseRef } from "../actOnCase.ts";
import type { House } from "../house.ts";
import { keepReading } from "../keepReading.ts";
import type { Account } from "../person.ts";
import { nothingToRead, readFacts } from "./readFacts.ts";

/** The steps of a case, without names and without words. */
export interface StepLogView {
  readonly kind: "step-log";
  readonly case: CaseId;
  readonly codeName: string;
  readonly steps: readonly LoggedStep[];
  readonly clause: string;
}

/** Opens them for those who handle the case, who hand them to somebody outside. */
export async function openStepLog(house: House, caller: Account, ref: CaseRef): Promise<StepLogView | Blocked> {
  const facts = await readFacts(house, ref, caller);
  if (facts?.viewer.kind !== "handler" && facts?.viewer.kind !== "reader") return nothingToRead(house, caller, ref);
  await keepReading(house, facts, "steps");
  const { rulebook, stored, current } = facts;
  return {
    kind: "step-log",
    case: current.id,
    codeName: current.codeName,
    steps: stepLog(rulebook, stored),
    clause: recordsClause(rulebook, current),
  };
}
