import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Selector } from "../../rulebook/schema/vocabulary.ts";
import type { PersonId } from "../identity.ts";
import { chairsOf, holdersOf } from "../roster.ts";
import type { Roster } from "../roster.ts";
import type { Motion } from "./motion.ts";
import { ruleOf } from "./rules.ts";

/** Those who chair what is voted on by these rules, the first named first: of the programmes in which they are, otherwise of the body. */
export function namedChairs(rulebook: Rulebook, rules: readonly string[], body: Selector): readonly Selector[] {
  const held = Object.values(rulebook.programmes).filter(({ phases }) =>
    Object.values(phases).some(({ vote }) => vote !== undefined && rules.includes(vote)),
  );
  const ofProgrammes = held.flatMap(({ chair }) => {
    if (chair === undefined || "from" in chair) return [];
    return "first_of" in chair ? chair.first_of : [chair];
  });
  if (ofProgrammes.length > 0) return ofProgrammes;
  const named = body.kind === "body" ? rulebook.bodies[body.id] : undefined;
  const offices = named !== undefined && "chair" in named ? (named.chair ?? []) : [];
  return offices.map((id) => ({ kind: "office", id }));
}

/** Whoever leads what a body votes on by these rules; its members where nobody is named who is one of them, or none of those is left. */
export function leadersOf(
  rulebook: Rulebook,
  roster: Roster,
  rules: readonly string[],
  body: Selector,
  out: readonly PersonId[] = [],
): readonly PersonId[] {
  const members = holdersOf(rulebook, roster, body).filter((person) => !out.includes(person));
  const chairs = namedChairs(rulebook, rules, body).flatMap((selector) => holdersOf(rulebook, roster, selector));
  const left = [...new Set(chairs)].filter((person) => members.includes(person));
  return left.length > 0 ? left : chairsOf(rulebook, roster, body, out);
}

/** The offices whose holders lead it; none where the rulebook names nobody. */
export function leadingOffices(rulebook: Rulebook, rules: readonly string[], body: Selector): readonly string[] {
  const offices = namedChairs(rulebook, rules, body).flatMap((each) => (each.kind === "office" ? [each.id] : []));
  return [...new Set(offices)];
}

/** Whoever opens and closes the vote on a motion. */
export function chairsOfMotion(rulebook: Rulebook, roster: Roster, motion: Motion): readonly PersonId[] {
  // A vote by which a decision is confirmed ends on its day.
  if (motion.about !== undefined) return [];
  return leadersOf(rulebook, roster, [motion.rule], ruleOf(rulebook, motion).electorate, motion.recused);
}

/** The offices whose holders chair a motion. */
export function chairOffices(rulebook: Rulebook, motion: Motion): readonly string[] {
  return leadingOffices(rulebook, [motion.rule], ruleOf(rulebook, motion).electorate);
}
