import type { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case } from "../case/case.ts";
import type { AttachedCondition } from "../case/sanctionEntries.ts";
import { localDay } from "../deadlines/calendar.ts";
import type { SanctionId } from "../identity.ts";
import type { Refusal } from "../refusal.ts";
import { endedAt, imposedIn, reachedAt, stands } from "./record.ts";
import type { Imposed } from "./record.ts";
import { dayAfterRests } from "./rests.ts";

/** The conditions that can be attached to a sanction: those that are met once, by a day, and those that are kept as long as it holds. */
export interface OfferedConditions {
  readonly byDay: readonly string[];
  readonly throughout: readonly string[];
}

/** A condition of a sanction that was imposed on somebody, as the file of the case says that it stands. */
export interface ConditionStanding extends AttachedCondition {
  readonly state: "open" | "met" | "missed";
  /** When that was noted. */
  readonly noted: Temporal.Instant | undefined;
}

/** What can be attached to a sanction; nothing where the rulebook does not say so. */
export function offeredConditions(rulebook: Rulebook, sanction: SanctionId | undefined): OfferedConditions {
  const rule = conditionRule(rulebook, sanction);
  return { byDay: rule?.by_day ?? [], throughout: rule?.throughout ?? [] };
}

/** What a rulebook says about the conditions of a sanction. */
export function conditionRule(rulebook: Rulebook, sanction: SanctionId | undefined) {
  const rule = sanction === undefined ? undefined : rulebook.sanctions[sanction];
  return rule !== undefined && "with_conditions" in rule ? rule.with_conditions : undefined;
}

/** What whoever decides has chosen: names of conditions, and the day by which those are met that have one. */
export interface ChosenConditions {
  readonly sanction?: SanctionId | undefined;
  readonly attached?: readonly string[] | undefined;
  /** As 2026-03-15. */
  readonly attachedBy?: string | undefined;
}

/** The conditions that are attached with a decision; undefined where none are. */
export function attachedConditions(
  rulebook: Rulebook,
  { sanction, attached = [], attachedBy }: ChosenConditions,
): readonly AttachedCondition[] | undefined {
  const { byDay, throughout } = offeredConditions(rulebook, sanction);
  const conditions = [
    ...byDay.filter((each) => attached.includes(each)).map((condition) => ({ condition, by: attachedBy })),
    ...throughout.filter((each) => attached.includes(each)).map((condition) => ({ condition, by: undefined })),
  ];
  return conditions.length === 0 ? undefined : conditions;
}

/** Why conditions cannot be attached: one is none of those of the sanction, or is to be met by a day that is missing or past. */
export function findUnfitConditions(
  rulebook: Rulebook,
  { sanction, attached = [], attachedBy }: ChosenConditions,
  clause: string,
  at: Temporal.Instant,
): Refusal | undefined {
  if (attached.length === 0) return undefined;
  const { byDay, throughout } = offeredConditions(rulebook, sanction);
  const offered = [...byDay, ...throughout];
  const cited = conditionRule(rulebook, sanction)?.clause ?? clause;
  if (attached.some((each) => !offered.includes(each)))
    return { refused: "condition-not-offered", conditions: offered, clause: cited };
  const today = localDay(rulebook, at).toString();
  const by = attached.some((each) => byDay.includes(each)) ? (attachedBy ?? "") : undefined;
  if (by === "") return { refused: "no-day", clause: cited };
  return by !== undefined && by < today ? { refused: "not-later", earliest: today, clause: cited } : undefined;
}

/** The conditions of a sanction, each as it was noted last; what rested because of an appeal has its day so much later. */
export function conditionsOf(rulebook: Rulebook, current: Case, imposed: Imposed): readonly ConditionStanding[] {
  const moved = (by: string | undefined) =>
    by === undefined ? undefined : dayAfterRests(rulebook, current, imposed.decision.id, by);
  const attached = (imposed.decision.conditions ?? []).map(({ condition, by }) => ({ condition, by: moved(by) }));
  return attached.map((each) => {
    const noted = current.kept.conditions.findLast(
      ({ decision, party, condition }) =>
        decision === imposed.decision.id && party === imposed.party.party && condition === each.condition,
    );
    if (noted === undefined) return { ...each, state: "open", noted: undefined };
    return { ...each, state: noted.isMet ? "met" : "missed", noted: noted.at };
  });
}

/** A condition that is to be met by a day, of which nobody has noted yet whether it was. */
export interface OpenCondition {
  readonly imposed: Imposed;
  readonly condition: string;
  readonly by: string;
  /** When the person learned of it. */
  readonly from: Temporal.Instant;
}

/** What is still to be met by a day in a case: nothing of what is void, has ended, has not been agreed to, or rests. */
export function openConditions(rulebook: Rulebook, current: Case): readonly OpenCondition[] {
  return imposedIn(rulebook, current).flatMap((imposed) => {
    const from = reachedAt(current, imposed.party.party, imposed.decision);
    if (from === undefined || !stands(imposed) || imposed.rests || endedAt(imposed) !== undefined) return [];
    return conditionsOf(rulebook, current, imposed).flatMap(({ condition, by, state }) =>
      by === undefined || state !== "open" ? [] : [{ imposed, condition, by, from }],
    );
  });
}
