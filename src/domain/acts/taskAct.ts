import type { Entry } from "../case/entry.ts";
import type { Refusal } from "../refusal.ts";
import { reachedAt, stands } from "../sanctions/record.ts";
import type { Act, Standing } from "./act.ts";
import { findImposed } from "./breachAct.ts";

type Done = Extract<Act, { kind: "confirm-task" }>;

/**
 * Confirms that what had to be done by a sanction was done; the person is told so. Not of what is void, or does not hold yet.
 * @param newId gives the notice its id
 */
export function decideTaskDone(standing: Standing, act: Done, newId: () => string): readonly Entry[] | Refusal {
  const { rulebook, current } = standing;
  const imposed = findImposed(rulebook, current, act);
  if (imposed === undefined) return { refused: "nothing-here" };
  const { decision, party, statement } = act;
  const { sanction } = imposed;
  const rule = rulebook.sanctions[sanction];
  if (rule?.kind !== "task") return { refused: "nothing-here" };
  if (reachedAt(current, party, imposed.decision) === undefined || !stands(imposed))
    return { refused: "not-begun", sanction, clause: rule.clause };
  if (imposed.done !== undefined) return { refused: "already-done" };
  return [
    { kind: "sanction-task-done", decision, party, sanction, statement },
    {
      kind: "notice-sent",
      notice: newId(),
      to: { kind: "party", party, role: imposed.party.role },
      subject: { kind: "sanction-task-done", sanction },
    },
  ];
}
