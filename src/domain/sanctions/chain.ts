import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";
import { localDay } from "../deadlines/calendar.ts";
import type { SanctionId } from "../identity.ts";
import { holdsAt } from "./record.ts";
import type { Imposed } from "./record.ts";

/** "decided": the decision has not reached the person. "done": nothing of it lasts. */
export type SanctionState = "decided" | "holds" | "lapsed" | "lifted" | "done";

/** One step of why a sanction holds as long as it does. Days are written as 2026-03-04. */
export type Link =
  | {
      readonly kind: "imposed";
      readonly sanction: SanctionId;
      readonly day: string;
      /** How long it was to hold; undefined without a last day. */
      readonly lasts: Span | undefined;
      readonly clause: string;
    }
  | {
      readonly kind: "converted" | "extended";
      /** The kind of sanction by which another decision did it. */
      readonly by: SanctionId;
      readonly sanction: SanctionId;
      readonly day: string;
      readonly until: string | undefined;
      readonly clause: string;
    }
  | {
      readonly kind: "lifted" | "lapsed";
      readonly sanction: SanctionId;
      readonly day: string;
      readonly clause: string;
    };

/** How a sanction came to hold as it does, the decision that imposed it first: nothing names a case. */
export function chainOf(
  rulebook: Rulebook,
  imposed: Imposed,
  at: Temporal.Instant,
): { readonly state: SanctionState; readonly ends: Temporal.Instant | undefined; readonly links: readonly Link[] } {
  const { from, until, lifted, changes, decision, sanction } = imposed;
  const day = (moment: Temporal.Instant) => localDay(rulebook, moment).toString();
  const clauseOf = (id: SanctionId) => rulebook.sanctions[id]?.clause ?? "";
  const ends = lifted?.at ?? until;
  const state = stateOf(rulebook, imposed, at);
  const begun: Link = {
    kind: "imposed",
    sanction: imposed.imposed,
    day: day(from ?? decision.made),
    lasts: lengthOf(rulebook, imposed),
    clause: clauseOf(imposed.imposed),
  };
  const changed = changes.map((change, i): Link => ({
    kind: change.kind,
    by: change.by,
    sanction: change.sanction,
    day: day(change.at),
    until: change.until === undefined ? undefined : day(change.until),
    // What changes a sanction stands in the clause of what it was until then.
    clause: clauseOf(changes[i - 1]?.sanction ?? imposed.imposed),
  }));
  const over: readonly Link[] =
    ends === undefined || (state !== "lapsed" && state !== "lifted")
      ? []
      : [{ kind: state, sanction, day: day(ends), clause: clauseOf(sanction) }];
  return { state, ends, links: [begun, ...changed, ...over] };
}

function stateOf(rulebook: Rulebook, imposed: Imposed, at: Temporal.Instant): SanctionState {
  const rule = rulebook.sanctions[imposed.sanction];
  if (rule === undefined || !("from" in rule)) return "done";
  if (imposed.lifted !== undefined) return "lifted";
  if (imposed.from === undefined) return "decided";
  if (holdsAt(imposed, at)) return "holds";
  return Temporal.Instant.compare(at, imposed.from) < 0 ? "decided" : "lapsed";
}

function lengthOf(rulebook: Rulebook, { imposed, decision }: Imposed): Span | undefined {
  const rule = rulebook.sanctions[imposed];
  if (rule?.kind !== "dated") return undefined;
  return rule.lasts === "chosen" ? decision.lasts : rule.lasts;
}
