import type { PersonId } from "../../domain/identity.ts";
import { membersOfBody, observersOfSession } from "../../domain/sessions/decide.ts";
import type { Session } from "../../domain/sessions/session.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Effect } from "../effect.ts";
import { platformOf } from "../house.ts";
import type { House } from "../house.ts";
import { ROOM } from "../motions/motionEffects.ts";
import type { PlatformName } from "../person.ts";

/** Everybody who belongs in the room of a session; nobody where the body is too large for a room. */
export function membersOfSession(house: House, rulebook: Rulebook, session: Session): readonly PersonId[] {
  const members = membersOfBody(rulebook, house.roster, session.body);
  const all = [...members, ...observersOfSession(rulebook, house.roster, session)];
  return all.length > ROOM ? [] : all;
}

/** The rooms of a session on every platform where somebody belongs in one. */
export function effectsOfSession(house: House, rulebook: Rulebook, session: Session): readonly Effect[] {
  const platforms = membersOfSession(house, rulebook, session).flatMap(
    (person) => platformOf(house, person, session.origin) ?? [],
  );
  return [...new Set<PlatformName>(platforms)].map((platform): Effect => ({
    kind: "session-room",
    session: session.id,
    platform,
  }));
}
