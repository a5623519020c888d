import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case } from "../case/case.ts";
import type { Entry } from "../case/entry.ts";
import type { PersonId } from "../identity.ts";
import type { Roster } from "../roster.ts";
import { choiceOf, findNextHandlers } from "./stageOwners.ts";

/**
 * What follows by itself when a case has come to another stage: it goes to those whose stage it is, where none of them handles it; and who
 * decided the same stage before, being chosen for it, is not chosen any more.
 * @param before the case before the change that brought it there
 * @param parties the people who are parties in the case
 */
export function handOn(
  rulebook: Rulebook,
  roster: Roster,
  before: Case,
  current: Case,
  parties: readonly PersonId[],
): readonly Entry[] {
  const { stage } = current.stage;
  const hasMoved = stage !== before.stage.stage || current.concluded.length > before.concluded.length;
  if (!hasMoved) return [];
  const rule = rulebook.procedures[current.procedure]?.stages[stage];
  const isChosen = current.hands.chosen.some((each) => each.stage === stage);
  const anew: readonly Entry[] =
    rule !== undefined && choiceOf(rule) !== undefined && isChosen ? [{ kind: "choice-ended", stage }] : [];
  const handlers = findNextHandlers(rulebook, roster, current, parties);
  return handlers === undefined ? anew : [...anew, { kind: "handed-on", stage, handlers }];
}
