import type { Place } from "../../application/acts/rulebooks.ts";

/** A task of the stage at which a case is, as its rulebook has it; undefined where it has none of that name. */
export function taskIn(place: Place | undefined, task: string) {
  const stage = place?.rulebook.procedures[place.procedure]?.stages[place.stage];
  return stage === undefined || stage.kind === "closed" ? undefined : stage.tasks.find(({ id }) => id === task);
}
