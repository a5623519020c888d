import type { Temporal } from "temporal-polyfill";

import type { Rulebook, SanctionRule } from "../../rulebook/rulebook.ts";
import { endOfTerm } from "../deadlines/calendar.ts";

/** The moments a sanction may be counted from. */
export interface Moments {
  readonly made: Temporal.Instant;
  /** When the decision reached the person; undefined while it has not. */
  readonly notified: Temporal.Instant | undefined;
}

export type Term =
  /** Done once the person has been told: nothing runs. */
  | { readonly kind: "instant" }
  /** Decided; its clock has not started because the decision has not reached the person. */
  | { readonly kind: "waiting" }
  | { readonly kind: "running"; readonly from: Temporal.Instant; readonly until: Temporal.Instant };

/** From when until when a sanction is in force: a pure function of its rule and the moments of its decision. */
export function termOf(rulebook: Rulebook, rule: SanctionRule, moments: Moments): Term {
  if (rule.kind === "instant") return { kind: "instant" };
  const from = startOf(rule.from, moments);
  if (from === undefined) return { kind: "waiting" };
  return { kind: "running", from, until: endOfTerm(rulebook, from, rule.lasts) };
}

type Anchors = Extract<SanctionRule, { kind: "dated" }>["from"];

function startOf(anchors: Anchors, moments: Moments): Temporal.Instant | undefined {
  const names = typeof anchors === "string" ? [anchors] : anchors.latest_of;
  const found = names.map((anchor) => {
    if (anchor === "decision.made") return moments.made;
    if (anchor === "decision.notified") return moments.notified;
    throw new Error(`A sanction cannot be counted from ${anchor}.`);
  });
  return found.reduce((latest, moment) =>
    latest === undefined || moment === undefined ? undefined : later(latest, moment),
  );
}

function later(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return a.epochNanoseconds >= b.epochNanoseconds ? a : b;
}
