import type { House } from "../../application/house.ts";
import { readKnownVote } from "../../application/knownVotes.ts";
import type { PlatformName } from "../../application/person.ts";
import type { Case } from "../../domain/case/case.ts";
import { foldCase } from "../../domain/case/foldCase.ts";
import type { CaseId, PersonId } from "../../domain/identity.ts";
import type { TourFacts, VoteFacts } from "./tourFacts.ts";
import type { Watched } from "./watchClosings.ts";

/** Every case of which some officer in the roster knows, newest first. */
export async function knownCases(house: House): Promise<readonly CaseId[]> {
  const people = [...new Set(Object.values(house.roster).flat())];
  const lists = await Promise.all(people.map((person) => house.store.casesHandledBy(person)));
  return [...new Set(lists.flat().map(({ id }) => id))];
}

/**
 * Reads what the tour looks at.
 * @param earlier cases that were there when the tour began
 */
export async function readTourFacts(
  house: House,
  platform: PlatformName,
  earlier: ReadonlySet<CaseId>,
  { wasRefused }: Watched,
): Promise<TourFacts> {
  const fresh = (await knownCases(house)).filter((id) => !earlier.has(id));
  const stored = await Promise.all(fresh.map((id) => house.store.caseById(id)));
  const here = stored
    .flatMap((file) => (file === undefined ? [] : [foldCase(file)]))
    .filter((one) => one.origin === platform);
  const [current] = here.toSorted((a, b) => b.received.epochMilliseconds - a.received.epochMilliseconds);
  const accounts = (people: readonly PersonId[]) => accountsOf(house, platform, people);
  return {
    rulebook: house.rulebook,
    now: house.clock.now(),
    current,
    vote: current === undefined ? undefined : await readVote(house, platform, current, wasRefused),
    cleared: await accounts(current?.cleared ?? []),
    aside: await accounts([...(current?.recused ?? []), ...(current?.keptOut ?? [])]),
  };
}

async function readVote(
  house: House,
  platform: PlatformName,
  current: Case,
  wasRefused: Watched["wasRefused"],
): Promise<VoteFacts | undefined> {
  const put = current.votes.at(-1);
  if (put === undefined) return undefined;
  const [known, stored] = await Promise.all([readKnownVote(house, put.vote), house.store.vote(put.vote)]);
  if (known === undefined || stored === undefined) return undefined;
  const voted = stored.voters.filter(({ choice }) => choice !== undefined).map(({ person }) => person);
  return {
    vote: put.vote,
    isOpen: put.result === undefined,
    result: put.result ?? known.resultOf(stored.voters),
    wasRefused: wasRefused(put.vote),
    voted: await accountsOf(house, platform, voted),
  };
}

async function accountsOf(house: House, platform: PlatformName, ids: readonly PersonId[]): Promise<readonly string[]> {
  const people = await Promise.all(ids.map((id) => house.store.person(id)));
  return people.flatMap((person) =>
    (person?.accounts ?? []).flatMap((account) => (account.platform === platform ? [account.id] : [])),
  );
}
