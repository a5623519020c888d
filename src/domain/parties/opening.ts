import type { Procedure, Rulebook } from "../../rulebook/rulebook.ts";
import type { PersonId, StageId } from "../identity.ts";
import { holdersOf } from "../roster.ts";
import type { Roster } from "../roster.ts";
import { ownersNamed } from "./stageOwners.ts";

/** With which stage of which procedure somebody may open a case that nobody has reported. */
export interface Openable {
  readonly procedure: string;
  readonly stage: StageId;
  /** The stages that are left out by it. */
  readonly skipped: readonly StageId[];
  readonly clause: string;
}

/** Every way in which somebody may open such a case, the usual first; none for whoever may not. */
export function openableBy(rulebook: Rulebook, roster: Roster, person: PersonId): readonly Openable[] {
  return Object.entries(rulebook.procedures).flatMap(([id, procedure]) => {
    const rule = procedure.opened_without_report;
    const may = rule?.by.some((selector) => holdersOf(rulebook, roster, selector).includes(person)) === true;
    if (rule === undefined || !may) return [];
    return startsOf(procedure).map((stage) => ({
      procedure: id,
      stage,
      skipped: skippedBefore(procedure, stage),
      clause: rule.clause,
    }));
  });
}

/** Where a case begins that nobody has reported: there is nobody to speak with at a stage that is about whoever reported alone. */
function startsOf(procedure: Procedure): readonly StageId[] {
  const { starts } = procedure;
  const stage = procedure.stages[starts];
  const [next] = stage === undefined || stage.kind === "closed" ? [] : Object.values(stage.outcomes);
  const isContact = stage?.kind === "contact" && stage.with.every((role) => role === "complainant");
  const usual = isContact && next !== undefined ? next.then : starts;
  return [...new Set([usual, ...(procedure.may_start_at?.stages ?? [])])];
}

/** The stages that stand before another in a procedure, from its first on. */
function skippedBefore({ stages, starts }: Procedure, stage: StageId): readonly StageId[] {
  const ids = Object.keys(stages);
  const from = ids.indexOf(starts);
  const to = ids.indexOf(stage);
  return to <= from ? [] : ids.slice(from, to);
}

/**
 * Those whose stage a case begins with: the first group of its owners of whom somebody is left; undefined where it is nobody's in
 * particular.
 * @param out who takes no part in it
 */
export function ownersAtStart(
  rulebook: Rulebook,
  roster: Roster,
  { procedure, stage: id }: Pick<Openable, "procedure" | "stage">,
  out: readonly PersonId[],
): readonly PersonId[] | undefined {
  const stage = rulebook.procedures[procedure]?.stages[id];
  if (stage === undefined || stage.kind === "closed" || stage.kind === "vote") return undefined;
  const groups = ownersNamed(stage.owner).map((selector) =>
    holdersOf(rulebook, roster, selector).filter((person) => !out.includes(person)),
  );
  return groups.find((group) => group.length > 0);
}
