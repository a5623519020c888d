import type { Blocked } from "../../domain/why/unblock.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { CaseRef } from "../actOnCase.ts";
import { findPerson } from "../house.ts";
import type { House } from "../house.ts";
import { moveMotion } from "../motions/moveMotion.ts";
import type { MotionWords } from "../motions/moveMotion.ts";
import type { AccountRef } from "../person.ts";
import { actOnSession, bodiesToConvene, convene, readSessionFacts } from "./actOnSession.ts";
import type { SessionRequest, SessionWords } from "./actOnSession.ts";
import { sessionCard } from "./sessionCard.ts";
import type { SessionCard } from "./sessionCard.ts";

/** What can be done in sessions of bodies. */
export const sessionActs = (house: House) => ({
  bodiesToConvene: (caller: AccountRef) => bodiesToConvene(house, caller),
  convene: (caller: AccountRef, words: SessionWords, delivery: string) => convene(house, caller, words, delivery),
  openSessionCard: (caller: AccountRef, ref: CaseRef) => openSessionCard(house, caller, ref),
  listSessions: (caller: AccountRef) => listSessions(house, caller),
  presentInSession: (request: SessionRequest) => actOnSession(house, request, { kind: "be-present" }),
  leadSession: (request: SessionRequest, kind: "open" | "resume" | "end") => actOnSession(house, request, { kind }),
  adjournSession: (request: SessionRequest, until: string | undefined) =>
    actOnSession(house, request, { kind: "adjourn", until }),
  moveInSession: (request: SessionRequest, words: MotionWords) => moveInSession(house, request, words),
});

async function openSessionCard(house: House, caller: AccountRef, ref: CaseRef): Promise<SessionCard | Blocked> {
  const person = await findPerson(house, caller);
  const facts = person === undefined ? undefined : await readSessionFacts(house, ref, person);
  return facts === undefined ? nothingHere : sessionCard(house, facts.rulebook, facts.session, [facts.caller]);
}

/** A session in a list. */
export interface SessionLine {
  readonly session: string;
  readonly codeName: string;
  readonly body: string;
}

/** The sessions somebody knows of that are not over. */
async function listSessions(house: House, caller: AccountRef): Promise<readonly SessionLine[]> {
  const person = await findPerson(house, caller);
  if (person === undefined) return [];
  const ids = await house.store.openSessions();
  const found = await Promise.all(ids.map((id) => readSessionFacts(house, { id }, person)));
  return found.flatMap((facts) =>
    facts === undefined
      ? []
      : [{ session: facts.session.id, codeName: facts.session.codeName, body: facts.session.body }],
  );
}

/** Moves a motion in a session: it is put on the agenda first, so that nothing is voted on that the session refuses. */
async function moveInSession(house: House, request: SessionRequest, words: MotionWords) {
  const motion = house.chance.id();
  const added = await actOnSession(house, request, { kind: "add-motion", motion });
  if (!("session" in added)) return added;
  const { id, isInCamera } = added.session;
  const moved = await moveMotion(house, request.caller, words, `${request.delivery}:motion`, {
    id: motion,
    session: { id, isInCamera },
  });
  // The room of the session was drawn when its agenda did not have the words yet.
  await house.store.request(
    house.platforms().map(({ name: platform }) => ({ kind: "session-room" as const, session: id, platform })),
  );
  return moved;
}
