import { Temporal } from "temporal-polyfill";

import type { Rulebook, StageOutcome } from "../../rulebook/rulebook.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";
import { endOfTerm } from "../deadlines/calendar.ts";
import type { RuleId, SanctionId, StatementId } from "../identity.ts";
import type { Refusal } from "../refusal.ts";
import { findUnfitConditions } from "./conditions.ts";

/** What is to follow from a breach, as somebody who decides or puts a motion entered it. */
export interface Consequence {
  readonly findings: readonly RuleId[];
  readonly sanction: SanctionId | undefined;
  readonly lasts?: Span | undefined;
  /** What of everything that it can be about it is about; all of it when left out. */
  readonly scope?: readonly string[] | undefined;
  /** Which conditions are attached to it, and the day by which those are met that have one, as 2026-03-15. */
  readonly attached?: readonly string[] | undefined;
  readonly attachedBy?: string | undefined;
}

/** The sanctions that can be imposed with an outcome: not those that hold only while a case is handled. */
export function offeredSanctions(rulebook: Rulebook, outcome: StageOutcome): readonly SanctionId[] {
  return (outcome.sanctions ?? []).filter((id) => rulebook.sanctions[id]?.kind !== "interim");
}

/** Whether whoever decides on this sanction says how long it holds. */
export function isLengthChosen(rulebook: Rulebook, sanction: SanctionId | undefined): boolean {
  const rule = sanction === undefined ? undefined : rulebook.sanctions[sanction];
  return (rule?.kind === "dated" && rule.lasts === "chosen") || (rule?.kind === "task" && rule.within === "chosen");
}

/** Whether a sanction is a letter, of which whoever decides on it writes the text. */
export function isLetter(rulebook: Rulebook, sanction: SanctionId | undefined): boolean {
  const rule = sanction === undefined ? undefined : rulebook.sanctions[sanction];
  return rule?.kind === "instant" && rule.letter === true;
}

/** Why a sanction that is a letter cannot follow: nothing was written. */
export function findNoLetter(
  rulebook: Rulebook,
  sanction: SanctionId | undefined,
  letter: StatementId | undefined,
): Refusal | undefined {
  if (sanction === undefined || letter !== undefined || !isLetter(rulebook, sanction)) return undefined;
  return { refused: "no-letter", sanction, clause: rulebook.sanctions[sanction]?.clause ?? "" };
}

/** The things of which whoever decides on this sanction may choose some; none where there is no choice. */
export function scopesOf(rulebook: Rulebook, sanction: SanctionId | undefined): readonly string[] {
  const scope = sanction === undefined ? undefined : rulebook.sanctions[sanction]?.scope;
  return scope === undefined || scope.length < 2 ? [] : scope;
}

/** What was chosen of them; undefined where nothing was, or everything: then it is about all of them. */
export function chosenScope(
  rulebook: Rulebook,
  { sanction, scope }: Partial<Pick<Consequence, "sanction" | "scope">>,
): readonly string[] | undefined {
  const offered = scopesOf(rulebook, sanction);
  const chosen = offered.filter((thing) => scope?.includes(thing) === true);
  return chosen.length === 0 || chosen.length === offered.length ? undefined : chosen;
}

/** The longest that can be chosen for a sanction; undefined where any length can. */
export function longestOf(rulebook: Rulebook, sanction: SanctionId): Span | undefined {
  const rule = rulebook.sanctions[sanction];
  return rule?.kind === "dated" ? rule.at_most : undefined;
}

/**
 * Why a sanction cannot follow: it is none of those for this outcome, nothing follows from what was broken, or its length is missing or
 * more than the rulebook allows, counted from now.
 * @param clause of the stage at which it is decided
 */
export function findUnfitSanction(
  rulebook: Rulebook,
  outcome: StageOutcome,
  { findings, sanction, lasts, attached, attachedBy }: Consequence,
  clause: string,
  at: Temporal.Instant,
): Refusal | undefined {
  if (sanction === undefined) return undefined;
  const offered = offeredSanctions(rulebook, outcome);
  if (!offered.includes(sanction)) return { refused: "sanction-not-offered", sanctions: offered, clause };
  if (findings.length === 0) return { refused: "no-finding", clause };
  if (!findings.some((rule) => rulebook.rules[rule]?.sanctionable === true))
    return {
      refused: "not-sanctionable",
      rules: findings,
      clause: rulebook.rules[findings[0] ?? ""]?.clause ?? clause,
    };
  const unfit = isLengthChosen(rulebook, sanction) ? findUnfitLength(rulebook, sanction, lasts, clause, at) : undefined;
  return unfit ?? findUnfitConditions(rulebook, { sanction, attached, attachedBy }, clause, at);
}

function findUnfitLength(
  rulebook: Rulebook,
  sanction: SanctionId,
  lasts: Span | undefined,
  stageClause: string,
  at: Temporal.Instant,
): Refusal | undefined {
  const clause = rulebook.sanctions[sanction]?.clause ?? stageClause;
  if (lasts === undefined || lasts.amount === 0) return { refused: "no-length", sanction, clause };
  const longest = longestOf(rulebook, sanction);
  if (longest === undefined) return undefined;
  const isLonger = Temporal.Instant.compare(endOfTerm(rulebook, at, lasts), endOfTerm(rulebook, at, longest)) > 0;
  return isLonger ? { refused: "too-long", sanction, longest, clause } : undefined;
}
