import type { IntakeField, Rulebook } from "../../rulebook/rulebook.ts";
import type { RuleId } from "../identity.ts";

/** What has been said of a report so far, as far as it decides what else is asked. */
export interface SaidSoFar {
  /** How whoever reports is involved, where that has been said. */
  readonly relation?: string | undefined;
  readonly rules: readonly RuleId[];
}

/** The field that asks whether somebody tried to settle the matter. */
const OWN_ATTEMPT = "tried_first";

/** Whether a question is about somebody else than whoever reports: it is not asked of those who report what they did themselves. */
export const isAboutOthers = ({ id, type }: Pick<IntakeField, "id" | "type">): boolean =>
  type === "people" || id === "who_else" || id === "their_group";

/** The fields that ask to whom it happened: by a name, or by an account. */
export const AFFECTED = { name: "whom_it_happened_to", account: "to_whom" } as const;

const isAboutAffected = ({ id }: Pick<IntakeField, "id">) => id === AFFECTED.name || id === AFFECTED.account;

/** The questions that everybody is asked, in their order. */
export function askedOfEverybody(rulebook: Rulebook): readonly IntakeField[] {
  const further = furtherIds(rulebook);
  return rulebook.intake.report.fields.filter(({ id }) => !further.has(id));
}

/**
 * The questions that are asked because of what has been said, in their order. Whoever saw it or reports for somebody is asked to whom it
 * happened. What one of the rules needs is required; whether somebody
 * tried to settle the matter never is, and is not asked where one of the rules says so.
 */
export function askedBesides(rulebook: Rulebook, { relation, rules }: SaidSoFar): readonly IntakeField[] {
  const further = furtherIds(rulebook);
  const named = rules.flatMap((id) => rulebook.rules[id] ?? []);
  const needed = new Set(named.flatMap(({ needs = [] }) => needs));
  const isSpared = relation === "self" || named.some(({ flags = [] }) => flags.includes("no_own_attempt"));
  return rulebook.intake.report.fields.flatMap((field): readonly IntakeField[] => {
    if (!further.has(field.id)) return [];
    if (isAboutAffected(field)) return relation === "witness" || relation === "on_behalf" ? [field] : [];
    if (needed.has(field.id)) return [{ ...field, required: true }];
    return isOwnAttempt(rulebook, field) && !isSpared ? [{ ...field, required: false }] : [];
  });
}

/** What an offence under one of the rules can be based on, each once: whoever reports it may say so. */
export function groundsAsked(rulebook: Rulebook, { rules }: SaidSoFar): readonly string[] {
  return [...new Set(rules.flatMap((id) => rulebook.rules[id]?.grounds ?? []))];
}

const isOwnAttempt = ({ intake }: Rulebook, { id }: IntakeField) =>
  intake.report.own_attempt !== undefined && id === OWN_ATTEMPT;

/** What some rule needs and nobody has to say otherwise, to whom it happened, and whether somebody tried to settle the matter. */
function furtherIds(rulebook: Rulebook): ReadonlySet<string> {
  const needed = new Set(Object.values(rulebook.rules).flatMap(({ needs = [] }) => needs));
  const further = rulebook.intake.report.fields.filter(
    (field) => (needed.has(field.id) && !field.required) || isOwnAttempt(rulebook, field) || isAboutAffected(field),
  );
  return new Set(further.map(({ id }) => id));
}
