import type { Temporal } from "temporal-polyfill";

import type { Rulebook, SanctionRule } from "../../rulebook/rulebook.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";
import type { Case } from "../case/case.ts";
import { latest } from "../deadlines/latest.ts";
import { breachesOf } from "./breaches.ts";
import { effectiveMoments } from "./confirmation.ts";
import { imposedIn, reachedAt, stands } from "./record.ts";
import type { Imposed } from "./record.ts";

type TaskRule = Extract<SanctionRule, { kind: "task" }>;

/** Something that has to be done by a sanction. */
export interface SanctionTask {
  readonly imposed: Imposed;
  readonly rule: TaskRule;
  /** How long there is time; undefined without a day. */
  readonly within: Span | undefined;
  /** The moment from which that is counted: the decision was made and has reached the person. */
  readonly from: Temporal.Instant;
  /** Whether it was found not to be done: what follows from that was chosen, and nobody is reminded of it any more. */
  readonly isBroken: boolean;
}

/**
 * What has to be done by the sanctions of a case and is not recorded as done, once those concerned know of it: nothing by what is void, has
 * not been agreed to, or rests.
 */
export function openTasks(rulebook: Rulebook, current: Case): readonly SanctionTask[] {
  return imposedIn(rulebook, current).flatMap((imposed): readonly SanctionTask[] => {
    const rule = rulebook.sanctions[imposed.sanction];
    const reached = reachedAt(current, imposed.party.party, imposed.decision);
    if (rule?.kind !== "task" || reached === undefined || imposed.done !== undefined) return [];
    if (!stands(imposed) || imposed.rests) return [];
    const within = rule.within === "chosen" ? imposed.decision.lasts : rule.within;
    const known = effectiveMoments({ made: imposed.decision.made, notified: reached }, imposed.confirmation);
    const from = latest([known?.made, known?.notified]) ?? reached;
    return [{ imposed, rule, within, from, isBroken: breachesOf(current, imposed).length > 0 }];
  });
}
