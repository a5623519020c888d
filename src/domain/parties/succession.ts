import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case } from "../case/case.ts";
import { isClosed } from "../case/stages.ts";
import type { PersonId } from "../identity.ts";
import type { Roster } from "../roster.ts";
import { mayLearnOfLateness } from "./escalation.ts";
import { officersOf } from "./receivers.ts";
import { handlersHere, standInsOf } from "./viewer.ts";

/**
 * Whether somebody can take over a case: nobody of those who handled it is in office any more, or all are away, and they hold an office that
 * reads reports, or stand in for whoever is away, are no party, were not passed by, have not stepped aside and have not voted in it.
 * @param parties the people who are parties
 */
export function maySucceed(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  person: PersonId,
  parties: readonly PersonId[],
): boolean {
  if (isClosed(rulebook, current) || handlersHere(rulebook, roster, current).length > 0) return false;
  const hasVoted = current.votes.some(({ electorate }) => electorate.includes(person));
  return (
    !hasVoted &&
    [...officersOf(rulebook, roster), ...standInsOf(rulebook, roster, current)].includes(person) &&
    mayLearnOfLateness(rulebook, roster, current, person, parties)
  );
}
