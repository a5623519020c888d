import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { PersonId } from "../identity.ts";
import { relationKey, standingAs } from "../roster.ts";
import type { Roster } from "../roster.ts";
import type { Routing } from "./receivers.ts";

/** The relation of the rulebook by which some reports go to whoever is above their author. */
const SUPERVISOR = "supervisor";

/** Those above somebody: the own supervisor first, then the supervisor of that one, and so on. Nobody stands there twice. */
export function supervisorsAbove(roster: Roster, person: PersonId): readonly PersonId[] {
  const above: PersonId[] = [];
  let [next] = roster[relationKey(SUPERVISOR, person)] ?? [];
  while (next !== undefined && next !== person && !above.includes(next)) {
    above.push(next);
    [next] = roster[relationKey(SUPERVISOR, next)] ?? [];
  }
  return above;
}

/** Everybody who can receive a report as a supervisor; nobody where no report goes to one. */
export function supervisorsIn(rulebook: Rulebook, roster: Roster): readonly PersonId[] {
  const areAsked = Object.values(rulebook.rules).some(({ flags = [] }) => flags.includes("to_supervisor"));
  return areAsked ? standingAs(roster, SUPERVISOR) : [];
}

/**
 * A report to the author's supervisor: the first above the author of whom it is not, past those whom it is about.
 * @returns undefined where nobody knows such a supervisor: it goes where any report does
 */
export function toSupervisor(
  rulebook: Rulebook,
  roster: Roster,
  author: PersonId | undefined,
  parties: readonly PersonId[],
): Routing | undefined {
  const above = author === undefined ? [] : supervisorsAbove(roster, author);
  const at = above.findIndex((person) => !parties.includes(person));
  const receiver = above[at];
  if (receiver === undefined) return undefined;
  const clause = rulebook.people.relations?.[SUPERVISOR]?.clause ?? rulebook.intake.report.clause;
  return { receivers: [receiver], keptOut: above.slice(0, at), alternatives: [], clause };
}
