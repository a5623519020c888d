import type { PersonId } from "../../domain/identity.ts";
import type { MotionActor } from "../../domain/motions/entry.ts";
import {
  decideSession,
  bodiesWithSessions,
  chairsOfBody,
  officesThatChair,
  viewerOfSession,
} from "../../domain/sessions/decide.ts";
import type { SessionAct, SessionRefusal, SessionStanding } from "../../domain/sessions/decide.ts";
import { afterSessionEntry, foldSession } from "../../domain/sessions/session.ts";
import type { Session, SessionEntry, SessionFile, SessionRecorded } from "../../domain/sessions/session.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked, Unblock, Who } from "../../domain/why/unblock.ts";
import { TRIES } from "../actOnCase.ts";
import type { CaseRef } from "../actOnCase.ts";
import { findPerson } from "../house.ts";
import type { House } from "../house.ts";
import { inNames } from "../inNames.ts";
import type { SessionChange } from "../motionPorts.ts";
import type { AccountRef } from "../person.ts";
import { effectsOfSession } from "./sessionEffects.ts";

/** Somebody acting in a session, by one delivery of a platform. */
export interface SessionRequest {
  readonly caller: AccountRef;
  readonly session: CaseRef;
  readonly delivery: string;
}

export interface SessionDone {
  readonly kind: "session-done";
  readonly session: Session;
}

export interface SessionSeen {
  readonly kind: "seen";
}

const isRefusal = (result: object): result is SessionRefusal => "refused" in result;

/** Reads a session, decides what is wanted as the caller stands to it, and stores it; again when somebody else was faster. */
export async function actOnSession(
  house: House,
  request: SessionRequest,
  act: SessionAct,
): Promise<SessionDone | SessionSeen | Blocked> {
  const caller = await findPerson(house, request.caller);
  for (let left = TRIES; left > 0; left -= 1) {
    // oxlint-disable-next-line no-await-in-loop -- read anew with each try
    const facts = caller === undefined ? undefined : await readSessionFacts(house, request.session, caller);
    const entries = facts === undefined ? ({ refused: "nothing-here" } as const) : decideSession(facts, act);
    if (facts === undefined || isRefusal(entries)) {
      // oxlint-disable-next-line no-await-in-loop
      if (await house.store.hasSeen(request.delivery)) return { kind: "seen" };
      return facts === undefined || !isRefusal(entries) ? nothingHere : blockedIn(house, facts, entries);
    }
    const { change, session } = sessionChange(house, facts, entries, request.delivery);
    // oxlint-disable-next-line no-await-in-loop
    const committed = await house.store.commitSession(change);
    if (committed === "seen") return { kind: "seen" };
    if (committed === "stale") continue;
    house.wakeOutbox();
    return { kind: "session-done", session };
  }
  throw new Error(`A session changed ${TRIES} times while it was acted on.`);
}

/** Why something is not possible in a session, with what would make it so. */
function blockedIn(house: House, { rulebook, session }: SessionStanding, refusal: SessionRefusal): Blocked {
  return inNames(house, { ...refusal, unblock: unblock() });

  function unblock(): readonly Unblock[] {
    const offices = officesThatChair(rulebook, session.body);
    const chair: Who = offices.length === 0 ? { kind: "body", body: session.body } : { kind: "offices", offices };
    switch (refusal.refused) {
      case "nothing-here":
        return [{ kind: "other-name" }];
      case "already-done":
        return [{ kind: "nothing", as: "done" }];
      case "not-the-chair":
        return [{ kind: "ask", who: chair }];
      case "mover-leads":
        return [{ kind: "ask", who: { kind: "people", people: [session.chair] } }];
      case "observers-do-not-vote":
        return [{ kind: "nothing", as: "not-needed" }];
      case "agenda-fixed":
      case "session-over":
        return [{ kind: "another-session" }];
      case "session-not-open":
        return [{ kind: "open-session", who: chair }];
      case "day-is-over":
        return [{ kind: "choose-day", from: undefined, until: undefined }];
    }
  }
}

/** A session as somebody stands to it; undefined for those to whom there is none. */
export async function readSessionFacts(
  house: House,
  ref: CaseRef,
  caller: PersonId,
): Promise<SessionStanding | undefined> {
  const stored =
    "id" in ref
      ? await house.store.sessionById(ref.id)
      : await house.store.sessionByCodeName(ref.codeName.trim().toLowerCase());
  if (stored === undefined) return undefined;
  const standing = standingInSession(house, stored, caller);
  const { rulebook, roster, session } = standing;
  return viewerOfSession(rulebook, roster, session, caller) === "nobody" ? undefined : standing;
}

function standingInSession(house: House, stored: SessionFile, caller: PersonId): SessionStanding {
  const rulebook = house.rulebookOf(stored.rulebook);
  return { rulebook, roster: house.roster, session: foldSession(stored), caller, at: house.clock.now() };
}

function sessionChange(
  house: House,
  { rulebook, session: before, caller, at }: SessionStanding,
  decided: readonly SessionEntry[],
  delivery: string | undefined,
): { readonly change: SessionChange; readonly session: Session } {
  const by: MotionActor = { kind: "person", person: caller };
  const entries = decided.map((entry, i): SessionRecorded => ({ version: before.version + 1 + i, at, by, entry }));
  const session = entries.reduce(afterSessionEntry, before);
  const change: SessionChange = {
    delivery,
    session: before.id,
    expected: before.version,
    entries,
    words: [],
    isClosed: session.state === "ended",
    effects: effectsOfSession(house, rulebook, session),
  };
  return { change, session };
}

/** A session as its chair convenes it. */
export interface SessionWords {
  readonly body: string;
  readonly purpose: string;
  readonly isInCamera: boolean;
}

/** The bodies that somebody chairs, by their names in the rulebook. */
export async function bodiesToConvene(house: House, caller: AccountRef): Promise<readonly string[]> {
  const person = await findPerson(house, caller);
  if (person === undefined) return [];
  const { rulebook, roster } = house;
  return bodiesWithSessions(rulebook).filter((body) => chairsOfBody(rulebook, roster, body).includes(person));
}

/** Convenes a body. */
export async function convene(
  house: House,
  caller: AccountRef,
  { body, purpose: text, isInCamera }: SessionWords,
  delivery: string,
): Promise<SessionDone | SessionSeen | Blocked> {
  const { store, chance, rulebook } = house;
  const chair = await findPerson(house, caller);
  if (chair === undefined || !(await bodiesToConvene(house, caller)).includes(body)) return nothingHere;
  for (let left = TRIES; left > 0; left -= 1) {
    const [id, purpose, codeName, at] = [chance.id(), chance.id(), chance.codeName(), house.clock.now()];
    // A command names a case, a motion or a session by it.
    // oxlint-disable-next-line no-await-in-loop -- a name that is taken asks for another
    if ((await store.caseByCodeName(codeName)) !== undefined) continue;
    const entry: SessionEntry = { kind: "convened", origin: caller.platform, body, chair, purpose, isInCamera };
    const recorded: SessionRecorded = { version: 1, at, by: { kind: "person", person: chair }, entry };
    const session = foldSession({ id, codeName, entries: [recorded] });
    // oxlint-disable-next-line no-await-in-loop
    const committed = await store.commitSession({
      delivery,
      session: id,
      opens: { codeName, rulebook: house.rulebookHash },
      expected: 0,
      entries: [recorded],
      words: [{ id: purpose, text }],
      isClosed: false,
      effects: effectsOfSession(house, rulebook, session),
    });
    if (committed === "seen") return { kind: "seen" };
    if (committed === "stale") continue;
    house.wakeOutbox();
    return { kind: "session-done", session };
  }
  throw new Error(`No name was found for a session in ${TRIES} tries.`);
}
