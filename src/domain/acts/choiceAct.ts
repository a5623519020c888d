import { after } from "../case/after.ts";
import type { Case } from "../case/case.ts";
import { chosenBy, choosing, isChosenByAll, tellChosen } from "../case/choice.ts";
import { concludeStage } from "../case/conclude.ts";
import type { Entry } from "../case/entry.ts";
import { isExit } from "../case/exits.ts";
import { readProcedure, readStage } from "../case/stages.ts";
import { deadlinesOf } from "../deadlines/deadline.ts";
import type { OutcomeId } from "../identity.ts";
import { isRefusal } from "../refusal.ts";
import type { Refusal } from "../refusal.ts";
import type { Act, Standing } from "./act.ts";

type ChoiceAct = Extract<Act, { kind: "choose-outcome" }>;

/**
 * A respondent chooses how it goes on. The stage ends once everybody who chooses has chosen the same; until then each can choose otherwise.
 * Refused when nothing is to be chosen, by nobody of them or not this, and once its time is over.
 */
export function decideChoice(
  standing: Standing,
  { outcome }: ChoiceAct,
  newId: () => string,
): readonly Entry[] | Refusal {
  const { rulebook, current, viewer, at } = standing;
  const stage = readStage(rulebook, current);
  const here: Refusal = { refused: "not-at-this-stage", stage: current.stage.stage, clause: stage.clause };
  if (viewer.kind !== "party") return { refused: "nothing-here" };
  const { party } = viewer.party;
  if (stage.kind !== "elect" || stage.outcomes[outcome] === undefined) return here;
  if (!choosing(rulebook, current).some((each) => each.party === party) || isOver(standing)) return here;
  if (chosenBy(current, party) === outcome) return { refused: "already-done" };
  const made: Entry = { kind: "choice-made", party, outcome };
  const by = { kind: "person", person: standing.caller } as const;
  const then = after(current, { version: current.version + 1, at, by, entry: made });
  return [made, ...concludeChosen(standing, then, outcome, newId)];
}

/** Whether the time in which something is chosen has passed, though what follows from that has not been entered yet. */
function isOver({ rulebook, current, at }: Standing): boolean {
  const deadline = deadlinesOf(rulebook, current).find(({ key }) => key === `target:${current.stage.stage}`);
  return deadline !== undefined && deadline.due.epochMilliseconds <= at.epochMilliseconds;
}

/** Once all have chosen the same the stage ends with it, unless officers have more to enter with it; they are told in either case. */
function concludeChosen(
  { rulebook, at }: Standing,
  then: Case,
  outcome: OutcomeId,
  newId: () => string,
): readonly Entry[] {
  if (!isChosenByAll(rulebook, then, outcome)) return [];
  const concluded = concludeStage(rulebook, then, { outcome, rules: [], reasons: undefined }, at, newId);
  const isOpen = isRefusal(concluded) || concluded.kind !== "stage-concluded";
  return [...(isOpen ? [] : [concluded]), ...tellChosen(rulebook, then, outcome, isOpen, newId)];
}

/** What officers enter with an outcome of the stage for those who cannot choose themselves; nothing where a case leaves its procedure. */
export function enteredChoices({ rulebook, current }: Standing, outcome: OutcomeId): readonly Entry[] {
  if (isExit(readProcedure(rulebook, current), outcome)) return [];
  return choosing(rulebook, current)
    .filter(({ party }) => chosenBy(current, party) !== outcome)
    .map(({ party }) => ({ kind: "choice-made", party, outcome }));
}
