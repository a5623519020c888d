import type { Temporal } from "temporal-polyfill";

import { after, foldCase } from "../domain/case/case.ts";
import type { Case } from "../domain/case/case.ts";
import type { Actor, Entry, Recorded } from "../domain/case/entry.ts";
import { isClosed } from "../domain/case/stages.ts";
import { wakesOf } from "../domain/deadlines/due.ts";
import type { PersonId, VoteId } from "../domain/identity.ts";
import { viewerOf } from "../domain/parties/viewer.ts";
import type { Viewer } from "../domain/parties/viewer.ts";
import { isRefusal } from "../domain/refusal.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { Roster } from "../domain/roster.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { effectsOf } from "./effects.ts";
import { findPerson } from "./house.ts";
import type { House } from "./house.ts";
import type { AccountRef, Change, StoredCase, Words } from "./ports.ts";

/** How often an act is tried again when somebody else was faster. */
export const TRIES = 25;

/** A case named by its id (a press) or its code name (a command). */
export type CaseRef = { readonly id: string } | { readonly codeName: string };

/** Somebody acting on a case, by one delivery of a platform. */
export interface Request {
  readonly caller: AccountRef;
  readonly case: CaseRef;
  readonly delivery: string;
}

/** What an act decides from. */
export interface Facts {
  readonly rulebook: Rulebook;
  readonly roster: Roster;
  readonly stored: StoredCase;
  readonly current: Case;
  readonly viewer: Exclude<Viewer, { kind: "nobody" }>;
  readonly caller: PersonId;
  /** The people who are parties. */
  readonly parties: readonly PersonId[];
  readonly at: Temporal.Instant;
  readonly newId: () => string;
}

/** What an act changes. */
export interface Decision {
  readonly entries: readonly Entry[];
  readonly words?: readonly Words[];
  readonly opensVote?: { readonly vote: VoteId; readonly electorate: readonly PersonId[] };
  readonly clears?: readonly PersonId[];
  readonly recuses?: readonly PersonId[];
}

export interface Done {
  readonly kind: "done";
  readonly current: Case;
  readonly rulebook: Rulebook;
}

/** The delivery had been dealt with before: nothing happened now. */
export interface Seen {
  readonly kind: "seen";
}

/**
 * Reads a case, lets `decide` decide as the caller stands to it, and stores what was decided; again from the start when somebody else
 * was faster. Someone who is nobody to the case is answered as if there were none.
 */
export async function actOnCase(
  house: House,
  request: Request,
  decide: (facts: Facts) => Decision | Refusal,
): Promise<Done | Seen | Refusal> {
  const caller = await findPerson(house, request.caller);
  for (let left = TRIES; left > 0; left -= 1) {
    const stored = await readCase(house, request.case);
    const facts = stored === undefined || caller === undefined ? undefined : factsOf(house, stored, caller);
    if (stored === undefined || facts === undefined) return unlessSeen(house, request, { refused: "nothing-here" });
    const decision = decide(facts);
    if (isRefusal(decision)) return unlessSeen(house, request, decision);
    const by = actorOf(facts.viewer);
    const { change, current } = changeOf(
      house,
      facts.rulebook,
      stored,
      facts.current,
      decision,
      by,
      facts.at,
      request.delivery,
    );
    const committed = await house.store.commit(change);
    if (committed === "seen") return { kind: "seen" };
    if (committed === "stale") continue;
    house.wakeOutbox();
    return { kind: "done", current, rulebook: facts.rulebook };
  }
  throw new Error(
    `The case ${"id" in request.case ? request.case.id : request.case.codeName} changed ${TRIES} times while it was acted on.`,
  );
}

/**
 * A refusal, unless the delivery is one that was carried out already: what it brought about is why it would be refused now.
 * https://docs.slack.dev/apis/events-api/#retries
 */
export async function unlessSeen(house: House, { delivery }: Request, refusal: Refusal): Promise<Refusal | Seen> {
  return (await house.store.hasSeen(delivery)) ? { kind: "seen" } : refusal;
}

/** Stores what the clock or a platform brings about in a case; `decide` returns nothing when there is nothing to do any more. */
export async function recordInCase(
  house: House,
  id: string,
  by: Actor,
  decide: (current: Case, rulebook: Rulebook, at: Temporal.Instant, stored: StoredCase) => readonly Entry[],
): Promise<Case | undefined> {
  for (let left = TRIES; left > 0; left -= 1) {
    const stored = await house.store.caseById(id);
    if (stored === undefined) return undefined;
    const rulebook = house.rulebookOf(stored.rulebook);
    const current = foldCase(stored);
    const at = house.clock.now();
    const entries = decide(current, rulebook, at, stored);
    if (entries.length === 0) return current;
    const made = changeOf(house, rulebook, stored, current, { entries }, by, at, undefined);
    const committed = await house.store.commit(made.change);
    if (committed === "stale") continue;
    house.wakeOutbox();
    return made.current;
  }
  throw new Error(`The case ${id} changed ${TRIES} times while something was recorded in it.`);
}

export async function readCase(house: House, ref: CaseRef): Promise<StoredCase | undefined> {
  return "id" in ref ? house.store.caseById(ref.id) : house.store.caseByCodeName(ref.codeName.trim().toLowerCase());
}

/** The case as it stands, and as what this person stands to it; undefined for somebody who is nobody to it. */
export function factsOf(house: House, stored: StoredCase, caller: PersonId): Facts | undefined {
  const rulebook = house.rulebookOf(stored.rulebook);
  const current = foldCase(stored);
  const party = stored.identities.find((identity) => identity.person === caller)?.party;
  const viewer = viewerOf(rulebook, house.roster, current, caller, party);
  if (viewer.kind === "nobody") return undefined;
  return {
    rulebook,
    roster: house.roster,
    stored,
    current,
    viewer,
    caller,
    parties: peopleBehind(stored),
    at: house.clock.now(),
    newId: () => house.chance.id(),
  };
}

/** The change that these decided entries make, with everything that follows from them. */
export function changeOf(
  house: House,
  rulebook: Rulebook,
  stored: StoredCase,
  before: Case,
  decision: Decision,
  by: Actor,
  at: Temporal.Instant,
  delivery: string | undefined,
): { readonly change: Change; readonly current: Case } {
  const entries = decision.entries.map((entry, i): Recorded => ({ version: before.version + 1 + i, at, by, entry }));
  const current = entries.reduce(after, before);
  const change: Change = {
    delivery,
    case: stored.id,
    expected: before.version,
    entries,
    identities: [],
    words: decision.words ?? [],
    isClosed: isClosed(rulebook, current),
    handlers: current.handlers,
    wakes: wakesOf(rulebook, current),
    ...(decision.opensVote === undefined ? {} : { opensVote: { ...decision.opensVote, cleared: current.cleared } }),
    clears: decision.clears ?? [],
    recuses: decision.recuses ?? [],
    effects: effectsOf(house, rulebook, before, current, decision.entries, peopleBehind(stored)),
  };
  return { change, current };
}

/** The people who are parties, as far as the organisation knows them. */
export function peopleBehind(stored: StoredCase): readonly PersonId[] {
  return stored.identities.flatMap((identity) => (identity.person === undefined ? [] : [identity.person]));
}

function actorOf(viewer: Facts["viewer"]): Actor {
  return viewer.kind === "party"
    ? { kind: "party", party: viewer.party.party }
    : { kind: "person", person: viewer.person };
}
