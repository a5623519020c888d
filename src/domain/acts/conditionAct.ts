import type { Entry } from "../case/entry.ts";
import { localDay } from "../deadlines/calendar.ts";
import type { Refusal } from "../refusal.ts";
import { conditionRule, conditionsOf } from "../sanctions/conditions.ts";
import { reachedAt, stands } from "../sanctions/record.ts";
import type { Act, Standing } from "./act.ts";
import { findImposed, imposersOf } from "./breachAct.ts";

type Note = Extract<Act, { kind: "note-condition" }>;

/**
 * Notes that a condition of a sanction was met, or was not: the person is told, and that it was not whoever imposed the sanction as well.
 * Nothing follows by itself: what the rulebook lets follow is chosen when it is recorded that the sanction was not kept. What has a day can
 * be missed once that day is over, and be met after it; what lasts as long as the sanction can only be missed.
 * @param newId gives an id for each notice
 */
export function decideCondition(standing: Standing, act: Note, newId: () => string): readonly Entry[] | Refusal {
  const { rulebook, current, at } = standing;
  const imposed = findImposed(rulebook, current, act);
  const found =
    imposed && conditionsOf(rulebook, current, imposed).find(({ condition }) => condition === act.condition);
  if (imposed === undefined || found === undefined) return { refused: "nothing-here" };
  const { decision, party, condition, isMet, statement } = act;
  const { sanction } = imposed;
  const clause = conditionRule(rulebook, imposed.imposed)?.clause ?? rulebook.sanctions[sanction]?.clause ?? "";
  if (reachedAt(current, party, imposed.decision) === undefined || !stands(imposed))
    return { refused: "not-begun", sanction, clause };
  if (found.state === "met" || (found.by !== undefined && !isMet && found.state === "missed"))
    return { refused: "already-done" };
  const isOpen = isMet
    ? found.by === undefined
    : found.by !== undefined && localDay(rulebook, at).toString() <= found.by;
  if (isOpen) return { refused: "condition-open", condition, by: found.by, clause };
  const subject = { kind: "sanction-condition", decision, sanction, condition, isMet } as const;
  const told = isMet ? [] : imposersOf(standing, imposed);
  return [
    { kind: "sanction-condition", decision, party, sanction, condition, isMet, statement },
    { kind: "notice-sent", notice: newId(), to: { kind: "party", party, role: imposed.party.role }, subject },
    ...told.map((person): Entry => ({ kind: "notice-sent", notice: newId(), to: { kind: "person", person }, subject })),
  ];
}
