import type { Temporal } from "temporal-polyfill";

import type { Rulebook, SanctionRule } from "../../rulebook/rulebook.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";
import { endOfTerm } from "../deadlines/calendar.ts";
import { latest } from "../deadlines/latest.ts";

/** The moments a sanction may be counted from. */
export interface Moments {
  readonly made: Temporal.Instant;
  /** When the decision reached the person; undefined while it has not. */
  readonly notified: Temporal.Instant | undefined;
  /** How long it holds, where whoever decided chose it. */
  readonly lasts?: Span | undefined;
}

export type Term =
  /** Done once the person has been told: nothing runs. */
  | { readonly kind: "instant" }
  /** It holds until it is ended: there is no last day. */
  | { readonly kind: "standing"; readonly from: Temporal.Instant }
  /** Decided; its clock has not started because the decision has not reached the person. */
  | { readonly kind: "waiting" }
  | { readonly kind: "running"; readonly from: Temporal.Instant; readonly until: Temporal.Instant };

/** From when until when a sanction is in force: a pure function of its rule and the moments of its decision. */
export function termOf(rulebook: Rulebook, rule: SanctionRule, moments: Moments): Term {
  if (!("from" in rule)) return { kind: "instant" };
  const from = startOf(rule.from, moments);
  if (from === undefined) return { kind: "waiting" };
  if (rule.kind !== "dated") return { kind: "standing", from };
  const lasts = rule.lasts === "chosen" ? moments.lasts : rule.lasts;
  if (lasts === undefined) throw new Error("A sanction whose length is chosen was imposed without one.");
  return { kind: "running", from, until: endOfTerm(rulebook, from, lasts) };
}

type Anchors = Extract<SanctionRule, { from: unknown }>["from"];

function startOf(anchors: Anchors, moments: Moments): Temporal.Instant | undefined {
  const names = typeof anchors === "string" ? [anchors] : anchors.latest_of;
  const found = names.map((anchor) => {
    if (anchor === "decision.made") return moments.made;
    if (anchor === "decision.notified") return moments.notified;
    throw new Error(`A sanction cannot be counted from ${anchor}.`);
  });
  return latest(found);
}
