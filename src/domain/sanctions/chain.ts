import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";
import { localDay } from "../deadlines/calendar.ts";
import type { SanctionId } from "../identity.ts";
import { consentRule } from "./confirmation.ts";
import { endedAt, holdsAt } from "./record.ts";
import type { Imposed } from "./record.ts";

/**
 * "pending": somebody else has to agree to it, and has not; "unconfirmed": they have said no. "decided": the decision has not reached the
 * person. "ended": an interim one, by itself. "done": nothing of it lasts.
 */
export type SanctionState =
  | "pending"
  | "unconfirmed"
  | "decided"
  | "holds"
  | "lapsed"
  | "lifted"
  | "ended"
  | "quashed"
  | "rests"
  | "done";

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
      readonly kind: "converted" | "extended" | "prolonged";
      /** The kind of sanction by which another decision did it; of one that was not kept its own. */
      readonly by: SanctionId;
      readonly sanction: SanctionId;
      readonly day: string;
      readonly until: string | undefined;
      readonly clause: string;
    }
  | {
      /** "decided": it does not hold before somebody else has agreed, which "confirmed" and "unconfirmed" are about. */
      readonly kind: "decided" | "confirmed" | "unconfirmed" | "reviewed" | "lifted" | "ended" | "lapsed";
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
  const { from, until, changes, decision, sanction } = imposed;
  const day = (moment: Temporal.Instant) => localDay(rulebook, moment).toString();
  const clauseOf = (id: SanctionId) => rulebook.sanctions[id]?.clause ?? "";
  const ends = endedAt(imposed) ?? until;
  const state = stateOf(rulebook, imposed, at);
  const { confirmation } = imposed;
  const isAwaited =
    confirmation?.kind === "refused" || (confirmation?.kind === "pending" && confirmation.before === "no_effect");
  const decided: Link = { kind: "decided", sanction, day: day(decision.made), clause: clauseOf(imposed.imposed) };
  const imposing: Link = {
    kind: "imposed",
    sanction: imposed.imposed,
    day: day(from ?? decision.made),
    lasts: lengthOf(rulebook, imposed),
    clause: clauseOf(imposed.imposed),
  };
  const begun = isAwaited ? decided : imposing;
  const answer: readonly Link[] =
    confirmation === undefined || confirmation.kind === "pending"
      ? []
      : [
          {
            kind: confirmation.kind === "confirmed" ? "confirmed" : "unconfirmed",
            sanction,
            day: day(confirmation.at),
            clause: consentRule(rulebook.sanctions[imposed.imposed])?.clause ?? "",
          },
        ];
  const changed = changes.map((change, i): Link => ({
    kind: change.kind,
    by: change.by,
    sanction: change.sanction,
    day: day(change.at),
    until: change.until === undefined ? undefined : day(change.until),
    // What changes a sanction stands in the clause of what it was until then.
    clause: clauseOf(changes[i - 1]?.sanction ?? imposed.imposed),
  }));
  const reviewed = imposed.reviewed.map((review): Link => ({
    kind: "reviewed",
    sanction,
    day: day(review),
    clause: clauseOf(sanction),
  }));
  const isOver = state === "lapsed" || state === "lifted" || state === "ended";
  const over: readonly Link[] =
    ends === undefined || !isOver ? [] : [{ kind: state, sanction, day: day(ends), clause: clauseOf(sanction) }];
  return { state, ends, links: [begun, ...answer, ...changed, ...reviewed, ...over] };
}

function stateOf(rulebook: Rulebook, imposed: Imposed, at: Temporal.Instant): SanctionState {
  const { confirmation } = imposed;
  if (imposed.decision.quashed !== undefined) return "quashed";
  if (confirmation?.kind === "refused") return "unconfirmed";
  if (confirmation?.kind === "pending" && confirmation.before === "no_effect") return "pending";
  const rule = rulebook.sanctions[imposed.sanction];
  if (rule === undefined || !("from" in rule)) return "done";
  if (imposed.lifted !== undefined) return "lifted";
  if (imposed.interim?.ended !== undefined) return "ended";
  if (imposed.from === undefined) return "decided";
  if (holdsAt({ ...imposed, rests: false }, at)) return imposed.rests ? "rests" : "holds";
  return Temporal.Instant.compare(at, imposed.from) < 0 ? "decided" : "lapsed";
}

function lengthOf(rulebook: Rulebook, { imposed, decision }: Imposed): Span | undefined {
  const rule = rulebook.sanctions[imposed];
  if (rule?.kind !== "dated") return undefined;
  return rule.lasts === "chosen" ? decision.lasts : rule.lasts;
}
