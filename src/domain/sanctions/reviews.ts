import type { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";
import type { Case } from "../case/case.ts";
import { readProcedure } from "../case/stages.ts";
import type { PersonId } from "../identity.ts";
import { handlersOf } from "../parties/viewer.ts";
import { chairsOf, holdersOf } from "../roster.ts";
import type { Roster } from "../roster.ts";
import { interimRule } from "./interim.ts";
import { endedAt, imposedIn, stands } from "./record.ts";
import type { Imposed } from "./record.ts";

/** A sanction that has to be looked at again. */
export interface Review {
  readonly imposed: Imposed;
  readonly every: Span;
  /** When it began, or was looked at last. */
  readonly from: Temporal.Instant;
}

/** How often a sanction without a last day is looked at again; undefined where the rulebook does not say. */
export function reviewEvery(rulebook: Rulebook, current: Case, { interim, sanction }: Imposed): Span | undefined {
  const rule = rulebook.sanctions[sanction];
  const ofSanction = rule?.kind === "indefinite" || rule?.kind === "interim" ? rule.review_every : undefined;
  return (interim === undefined ? undefined : interimRule(rulebook, current, interim)?.review_every) ?? ofSanction;
}

/** What has to be looked at again as long as nobody ends it; not what rests meanwhile. */
export function reviewsOf(rulebook: Rulebook, current: Case): readonly Review[] {
  return imposedIn(rulebook, current).flatMap((imposed): readonly Review[] => {
    const every = reviewEvery(rulebook, current, imposed);
    const from = imposed.reviewed.at(-1) ?? imposed.from;
    if (every === undefined || from === undefined || endedAt(imposed) !== undefined) return [];
    if (!stands(imposed) || imposed.rests) return [];
    return [{ imposed, every, from }];
  });
}

/**
 * Who looks at a sanction again: the chair of the body that voted on it; otherwise those who may impose it of those who handle the case,
 * or all of these where it was decided, or none of them may any more.
 */
export function reviewersOf(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  { interim, decision }: Pick<Imposed, "interim" | "decision">,
): readonly PersonId[] {
  const handlers = handlersOf(rulebook, roster, current);
  const rule = interim === undefined ? undefined : interimRule(rulebook, current, interim);
  const stage = readProcedure(rulebook, current).stages[decision.stage];
  const body = rule === undefined && stage?.kind === "vote" ? stage.owner : rule?.by;
  if (decision.vote !== undefined && body !== undefined) {
    const out = [...current.recused, ...current.keptOut, ...current.handlers];
    const chairs = chairsOf(rulebook, roster, body, out);
    return chairs.length > 0 ? chairs : handlers;
  }
  const named = rule === undefined ? [] : holdersOf(rulebook, roster, rule.by);
  const both = named.filter((person) => handlers.includes(person));
  return both.length > 0 ? both : handlers;
}
