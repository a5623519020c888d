import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { PartyEntry } from "../case/party.ts";
import type { PartyId, PersonId } from "../identity.ts";
import { holdersOf } from "../roster.ts";
import type { Roster } from "../roster.ts";
import type { Route } from "./routes.ts";
import { SUBJECT } from "./routes.ts";

/** What of a report says whether the organisation itself is a party of its case. */
interface Reported {
  readonly answers: Readonly<Record<string, string>>;
  readonly route: Pick<Route, "treated_as"> | undefined;
}

/** Whether the organisation itself is the respondent: the report says that it is about it, or counts as that. */
export function isAboutOrganisation({ intake }: Rulebook, { answers, route }: Reported): boolean {
  if (intake.report.organisation_as_party === undefined) return false;
  return answers[SUBJECT] === "organisation" || route?.treated_as === "organisation";
}

/**
 * Those who may represent the organisation in a case, the first of whom does; none where the rulebook names nobody or all of them are in it.
 * @param out who has another part in the case
 */
export function mayRepresent(rulebook: Rulebook, roster: Roster, out: readonly PersonId[]): readonly PersonId[] {
  const rule = rulebook.intake.report.organisation_as_party;
  if (rule === undefined) return [];
  return holdersOf(rulebook, roster, rule.represented_by).filter((person) => !out.includes(person));
}

/** The party that is the organisation itself; undefined where it is none. */
export function organisationIn(parties: readonly PartyEntry[]): PartyId | undefined {
  return parties.find(({ isOrganisation }) => isOrganisation === true)?.party;
}
