import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Selector } from "../../rulebook/schema/vocabulary.ts";
import type { PersonId } from "../identity.ts";
import { chairsOf, holdersOf } from "../roster.ts";
import type { Roster } from "../roster.ts";
import type { Motion } from "./motion.ts";
import type { MotionRefusal } from "./refusal.ts";
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

/** What is led: by which rules a body votes, who takes no part, and who moved or convened it. */
export interface Led {
  readonly rules: readonly string[];
  readonly body: Selector;
  readonly out?: readonly PersonId[];
  readonly broughtBy?: PersonId | undefined;
}

/**
 * Whoever leads what a body votes on. Where nobody is named who is one of its members, or none of those is left, its members do; of a body
 * to which everybody of a class belongs whoever brought it, as long as they are one of them: nobody else ends what many decide.
 */
export function leadersOf(rulebook: Rulebook, roster: Roster, led: Led): readonly PersonId[] {
  const { body, out = [], broughtBy } = led;
  const named = namedLeft(rulebook, roster, led);
  if (named.length > 0) return named;
  const mayLead = broughtBy !== undefined && membersLeft(rulebook, roster, led).includes(broughtBy);
  return mayLead && isOfClass(rulebook, body) ? [broughtBy] : chairsOf(rulebook, roster, body, out);
}

function membersLeft(rulebook: Rulebook, roster: Roster, { body, out = [] }: Led): readonly PersonId[] {
  return holdersOf(rulebook, roster, body).filter((person) => !out.includes(person));
}

/** Whoever is named of those who are left of the body. */
function namedLeft(rulebook: Rulebook, roster: Roster, led: Led): readonly PersonId[] {
  const members = membersLeft(rulebook, roster, led);
  const named = namedChairs(rulebook, led.rules, led.body).flatMap((each) => holdersOf(rulebook, roster, each));
  return [...new Set(named)].filter((person) => members.includes(person));
}

/** Whether everybody of a class belongs to a body. */
function isOfClass({ bodies }: Rulebook, body: Selector): boolean {
  if (body.kind === "class") return true;
  const named = body.kind === "body" ? bodies[body.id] : undefined;
  return named !== undefined && "members" in named && named.members.kind === "class";
}

/** Why somebody who does not lead it may not: it is for these offices, or for whoever brought it because none of these is left. */
export function notLeading(
  rulebook: Rulebook,
  roster: Roster,
  led: Led,
  clause: string,
): Extract<MotionRefusal, { refused: "not-the-chair" | "mover-leads" }> {
  const isByMover = isOfClass(rulebook, led.body) && namedLeft(rulebook, roster, led).length === 0;
  return isByMover
    ? { refused: "mover-leads", clause }
    : { refused: "not-the-chair", offices: leadingOffices(rulebook, led.rules, led.body), clause };
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
  return leadersOf(rulebook, roster, ledIn(rulebook, motion));
}

/** A motion as something that is led. */
export function ledIn(rulebook: Rulebook, motion: Motion): Led {
  const { rule, mover: broughtBy, recused: out } = motion;
  return { rules: [rule], body: ruleOf(rulebook, motion).electorate, out, broughtBy };
}

/** The offices whose holders chair a motion. */
export function chairOffices(rulebook: Rulebook, motion: Motion): readonly string[] {
  return leadingOffices(rulebook, [motion.rule], ruleOf(rulebook, motion).electorate);
}
