import type { Case } from "../../domain/case/case.ts";
import { tasksByTelling } from "../../domain/case/handle.ts";
import { openGroups } from "../../domain/records/whoseOutside.ts";
import type { Belonging } from "../../domain/records/whoseOutside.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";

/** Of each open task that is done by telling somebody outside who is still to be told: one of each group, by the names of the rulebook. */
export type Tells = Readonly<Record<string, readonly (readonly string[])[]>>;

export function tellsView(rulebook: Rulebook, current: Case, belonging: Belonging = {}): Tells {
  const tasks = tasksByTelling(rulebook, current);
  return Object.fromEntries(tasks.map((task) => [task, openGroups(rulebook, current, task, belonging)]));
}

/** The same, by what those outside are called. */
export function toldByName(rulebook: Rulebook, tells: Tells): Tells {
  const labelOf = (id: string) => rulebook.externals[id]?.label ?? id;
  return Object.fromEntries(
    Object.entries(tells).map(([task, groups]) => [task, groups.map((group) => group.map(labelOf))]),
  );
}
