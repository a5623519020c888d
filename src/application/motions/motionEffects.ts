import type { VoteId } from "../../domain/identity.ts";
import type { Motion } from "../../domain/motions/motion.ts";
import { membersOfRoom } from "../../domain/motions/viewer.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import { platformOf } from "../house.ts";
import type { House } from "../house.ts";
import type { Effect, PlatformName } from "../ports.ts";

/** So many fit into a room on both platforms; of a larger body everybody is told of a vote in person, and it has no room. */
export const ROOM = 100;

/** The occasion of the message that a vote has been opened, where the body has no room. */
export const OPENED = "opened";

/** That a vote has been opened is told in person to the members of a body that is too large for a room. */
export function toldInPerson(house: House, rulebook: Rulebook, motion: Motion, vote: VoteId): readonly Effect[] {
  const isLarge = membersOfRoom(rulebook, house.roster, motion).length > ROOM;
  return isLarge ? [{ kind: "motion-reminder", motion: motion.id, vote, occasion: OPENED }] : [];
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
