import type { PersonId, VoteId } from "../../domain/identity.ts";
import type { Motion } from "../../domain/motions/motion.ts";
import { membersOfRoom } from "../../domain/motions/viewer.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Effect } from "../effect.ts";
import { platformOf } from "../house.ts";
import type { House } from "../house.ts";
import type { PlatformName } from "../person.ts";

/** So many fit into a room on both platforms; of a larger body everybody is told of a vote in person, and it has no room. */
export const ROOM = 100;

/** The occasion of the message that a vote has been opened, where the body has no room. */
export const OPENED = "opened";

/** The occasion of the message that it is over. */
export const OVER = "over";

/** What the occasion of the message begins with that a vote stays open for longer, because Redress was away. */
export const LONGER = "longer";

/** The occasion of the message that a vote is void and rests, because whoever moved it was asked something. */
export const RESTS = "rests";

/** What the occasion of the message begins with that something stands on its ballots no more. */
export const GONE = "gone";

/** That a vote has been opened, stays open for longer, or is over, is told in person to the members of a body too large for a room. */
export function toldInPerson(
  house: House,
  rulebook: Rulebook,
  motion: Motion,
  vote: VoteId | undefined,
  occasion: string,
): readonly Effect[] {
  if (vote === undefined) return [];
  const isLarge = membersOfRoom(rulebook, house.roster, motion).length > ROOM;
  return isLarge ? remindersOf(motion, vote, occasion) : [];
}

/** So many people are told in one piece of work, that a platform which rations messages lets through before another takes it up. */
const SHARE = 20;

/** What tells those who may vote of something, in shares. */
export function remindersOf(motion: Motion, vote: VoteId, occasion: string): readonly Effect[] {
  const electors = motion.votes.find((each) => each.vote === vote)?.electorate.length ?? 0;
  const of = Math.max(1, Math.ceil(electors / SHARE));
  return Array.from({ length: of }, (_, i) => ({
    kind: "motion-reminder",
    motion: motion.id,
    vote,
    occasion,
    share: { number: i + 1, of },
  }));
}

/** In which share somebody is, from 1: always in the same, whoever else comes or goes. */
export function shareOf(person: PersonId, of: number): number {
  let sum = 0;
  for (const character of person) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return (sum % of) + 1;
}

/**
 * The rooms of a motion on every platform where somebody belongs in one.
 * @param states the motion before and after a change: who has just left must be taken out of the room
 */
export function effectsOfMotion(house: House, rulebook: Rulebook, states: readonly Motion[]): readonly Effect[] {
  const platforms = states.flatMap((state) => {
    const members = membersOfRoom(rulebook, house.roster, state);
    return members.length > ROOM ? [] : members.flatMap((person) => platformOf(house, person, state.origin) ?? []);
  });
  const session = states[0]?.session;
  return [...new Set<PlatformName>(platforms)].flatMap((platform): readonly Effect[] => [
    { kind: "motion-room", motion: states[0]?.id ?? "", platform },
    // Its agenda says how the motion stands.
    ...(session === undefined ? [] : [{ kind: "session-room" as const, session: session.id, platform }]),
  ]);
}
