import type { Rulebook, SanctionRule } from "../../rulebook/rulebook.ts";
import type { RuleId, SanctionId } from "../identity.ts";

/** A sanction that the person has now, and what it was for. What has ended is none. */
export interface Prior {
  readonly sanction: SanctionId;
  readonly severity: string | undefined;
  /** How many rules were found to be broken. */
  readonly violations: number;
}

/** What was found, and what is to follow. */
export interface Chosen {
  readonly findings: readonly RuleId[];
  readonly severity: string | undefined;
  readonly sanction: SanctionId;
}

type Condition = Exclude<NonNullable<SanctionRule["for"]>, { any: unknown }>;

/** What the rules say against a sanction that somebody is about to choose. */
export type Advice =
  /** The person has a sanction of these kinds: another one is then proposed, or no lesser one can be chosen. */
  | {
      readonly kind: "repeat";
      readonly active: readonly SanctionId[];
      readonly instead: SanctionId;
      readonly isBinding: boolean;
      readonly clause: string;
    }
  /** It is meant for other cases: for one of these, and none of them is so. */
  | {
      readonly kind: "conditions";
      readonly conditions: readonly Condition[];
      readonly isBinding: boolean;
      readonly clause: string;
    };

/**
 * What the rules say against a sanction, after what was found and what the person has now. Nothing where they leave the choice free.
 * The ladder is the order in which the rulebook lists the sanctions, the severities likewise, the least first.
 */
export function adviceOn(rulebook: Rulebook, priors: readonly Prior[], chosen: Chosen): readonly Advice[] {
  const rule = rulebook.sanctions[chosen.sanction];
  if (rule === undefined || chosen.findings.length === 0) return [];
  return [...repeats(rulebook, priors, chosen.sanction), ...unmet(rulebook, rule, priors, chosen)];
}

function repeats(rulebook: Rulebook, priors: readonly Prior[], chosen: SanctionId): readonly Advice[] {
  const ladder = Object.keys(rulebook.sanctions);
  const isLesser = (than: SanctionId) => ladder.indexOf(chosen) < ladder.indexOf(than);
  const found = Object.values(rulebook.sanctions).flatMap((rule): readonly Extract<Advice, { kind: "repeat" }>[] => {
    const repeat = rule.kind === "dated" ? rule.repeat : undefined;
    if (repeat === undefined || !isLesser(repeat.sanction)) return [];
    const has = priors.map(({ sanction }) => sanction).filter((each) => repeat.when_active.includes(each));
    const active = [...new Set(has)];
    const { sanction: instead, then } = repeat;
    const { clause } = rule;
    return active.length === 0 ? [] : [{ kind: "repeat", active, instead, isBinding: then === "require", clause }];
  });
  return found;
}

function unmet(rulebook: Rulebook, rule: SanctionRule, priors: readonly Prior[], chosen: Chosen): readonly Advice[] {
  if (rule.for === undefined || rule.conditions === undefined) return [];
  const conditions = "any" in rule.for ? rule.for.any : [rule.for];
  if (conditions.some((condition) => isMet(rulebook, condition, priors, chosen))) return [];
  const isBinding = rule.conditions === "enforce";
  return [{ kind: "conditions", conditions, isBinding, clause: rule.clause }];
}

function isMet(
  { severity: scale }: Rulebook,
  condition: Condition,
  priors: readonly Prior[],
  { findings, severity }: Chosen,
): boolean {
  if ("severity" in condition) return severity !== undefined && condition.severity.includes(severity);
  if ("violations_at_least" in condition) {
    const before = priors.reduce((count, prior) => count + prior.violations, 0);
    return findings.length + before >= condition.violations_at_least;
  }
  const wanted = scale.indexOf(condition.repeat_severity);
  const isAsSerious = (each: string | undefined) => each !== undefined && scale.indexOf(each) >= wanted;
  return isAsSerious(severity) && priors.some((prior) => isAsSerious(prior.severity));
}
