import { foldSession } from "../../domain/sessions/session.ts";
import type { Claim, Effect } from "../effect.ts";
import { platformOf } from "../house.ts";
import type { House } from "../house.ts";
import { sessionCard } from "../sessions/sessionCard.ts";
import { membersOfSession } from "../sessions/sessionEffects.ts";
import { platformFor } from "./platformFor.ts";
import { syncWanted } from "./syncRoom.ts";
import type { Outcome, RoomOwner } from "./syncRoom.ts";
import type { WantedRoom } from "./wantedRoom.ts";

type SessionRoom = Extract<Effect, { kind: "session-room" }>;

/** Brings the room of a session on a platform to what the session says. */
export async function syncSessionRoom(
  house: House,
  { session: id, platform: name }: SessionRoom,
  claim: Claim,
): Promise<Outcome> {
  const platform = platformFor(house, name, claim);
  if (platform === undefined) return { kind: "later", reason: "not-connected", waitMs: undefined };
  const stored = await house.store.sessionById(id);
  if (stored === undefined) return { kind: "done" };
  const rulebook = house.rulebookOf(stored.rulebook);
  const session = foldSession(stored);
  const members = membersOfSession(house, rulebook, session).filter(
    (person) => platformOf(house, person, session.origin) === name,
  );
  const card = await sessionCard(house, rulebook, session, members);
  const wanted: WantedRoom = {
    members,
    messages: [{ key: "card", message: { kind: "session-card", card }, calls: [], notice: undefined }],
    isArchived: session.state === "ended",
  };
  const owner: RoomOwner = {
    id,
    codeName: session.codeName,
    prefix: "session",
    purpose: "board",
    platform: name,
    recused: [],
    save: (room) => house.store.saveMotionRoom(room),
    announced: async () => {},
    delivered: async () => {},
    // Every member finds it in /session all the same.
    refused: async () => {},
  };
  return syncWanted(house, platform, owner, claim, wanted, await house.store.motionRoom(id, name));
}
