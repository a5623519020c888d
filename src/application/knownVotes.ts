import { readMotionRule, resultNow } from "../domain/case/decide.ts";
import { foldCase } from "../domain/case/foldCase.ts";
import type { VoteId } from "../domain/identity.ts";
import { votersOf } from "../domain/roster.ts";
import { voteless } from "../domain/sanctions/rights.ts";
import type { House, KnownVote } from "./house.ts";

/** How many votes are kept; the oldest goes first. */
const KEPT = 1000;

/** What a vote is held by; undefined for a vote that never was. */
export async function readKnownVote(house: House, id: VoteId): Promise<KnownVote | undefined> {
  const known = house.knownVotes.get(id);
  if (known !== undefined) return known;
  const vote = await house.store.vote(id);
  const stored = vote === undefined ? undefined : await house.store.caseById(vote.case);
  const put = stored === undefined ? undefined : foldCase(stored).votes.find((each) => each.vote === id);
  if (stored === undefined || put === undefined) return undefined;
  const rulebook = house.rulebookOf(stored.rulebook);
  const rule = readMotionRule(rulebook, put.rule);
  const read: KnownVote = {
    case: stored.id,
    rule,
    isOfBody: (person) =>
      votersOf(rulebook, house.roster, rule.electorate).includes(person) && !voteless(house.roster).includes(person),
    resultOf: (voters) => resultNow(rulebook, house.roster, put, voters),
  };
  const [oldest] = house.knownVotes.keys();
  if (house.knownVotes.size >= KEPT && oldest !== undefined) house.knownVotes.delete(oldest);
  house.knownVotes.set(id, read);
  return read;
}
