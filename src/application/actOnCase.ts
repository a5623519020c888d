import type { Temporal } from "temporal-polyfill";

import type { Act, Standing } from "../domain/acts/act.ts";
import { apartFollows } from "../domain/acts/apartAct.ts";
import { decideAct } from "../domain/acts/decideAct.ts";
import { after } from "../domain/case/after.ts";
import type { Case } from "../domain/case/case.ts";
import { readMotionRule } from "../domain/case/decide.ts";
import type { Entry, Recorded } from "../domain/case/entry.ts";
import { foldCase } from "../domain/case/foldCase.ts";
import type { Actor } from "../domain/case/party.ts";
import { isClosed } from "../domain/case/stages.ts";
import { openChallenges } from "../domain/challenges/challenge.ts";
import { isBefore } from "../domain/challenges/whoHears.ts";
import { wakesOf } from "../domain/deadlines/due.ts";
import type { PersonId } from "../domain/identity.ts";
import { handOn } from "../domain/parties/handOn.ts";
import { viewerOf } from "../domain/parties/viewer.ts";
import type { Viewer } from "../domain/parties/viewer.ts";
import { externalsOf } from "../domain/records/whoseOutside.ts";
import type { Belonging } from "../domain/records/whoseOutside.ts";
import { isRefusal } from "../domain/refusal.ts";
import { classesOf } from "../domain/roster.ts";
import type { Classes } from "../domain/sanctions/classes.ts";
import { interimEndings } from "../domain/sanctions/interim.ts";
import { nothingHere } from "../domain/why/unblock.ts";
import type { Blocked } from "../domain/why/unblock.ts";
import { explain } from "../domain/why/why.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Change, StoredCase, Words } from "./casePorts.ts";
import { effectsOf } from "./effects.ts";
import { findPerson, learnWithheld } from "./house.ts";
import type { Caller, House } from "./house.ts";
import { inNames } from "./inNames.ts";
import { inTurn } from "./inTurn.ts";
import { namedPeople, respondentsOf } from "./organisationParty.ts";
import type { AccountRef, Identity } from "./person.ts";
import { protectedNames } from "./protectedIn.ts";

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

/** The same, or whoever holds the code of an anonymous report. */
export type AnyRequest = Omit<Request, "caller"> & { readonly caller: Caller };

/** What an act decides from. */
export interface Facts extends Standing {
  readonly stored: StoredCase;
  readonly viewer: Exclude<Viewer, { kind: "nobody" }>;
  readonly newId: () => string;
}

/** What somebody wants to do, with the words that go with it. */
export interface Wanted {
  readonly act: Act;
  readonly words?: readonly Words[];
  /** Who comes into the case with it. */
  readonly identities?: readonly Identity[];
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
 * Reads a case, decides what is wanted as the caller stands to it, and stores what was decided; again from the start when somebody else
 * was faster. Someone who is nobody to the case is answered as if there were none.
 */
export async function actOnCase(
  house: House,
  request: AnyRequest,
  want: (facts: Facts) => Wanted | Promise<Wanted>,
): Promise<Done | Seen | Blocked> {
  await learnWithheld(house);
  const caller = await findPerson(house, request.caller);
  for (let left = TRIES; left > 0; left -= 1) {
    const stored = await readCase(house, request.case);
    const facts = stored === undefined || caller === undefined ? undefined : factsOf(house, stored, caller);
    if (stored === undefined || facts === undefined) return unlessSeen(house, request, nothingHere);
    // oxlint-disable-next-line no-await-in-loop -- read anew with each try
    const { act, words = [], identities = [] } = await want(facts);
    const entries = decideAct(facts, act, facts.newId);
    if (isRefusal(entries)) return unlessSeen(house, request, inNames(house, explain(facts, act, entries)));
    const by = actorOf(facts.viewer);
    const { change, current } = changeOf(
      house,
      facts.rulebook,
      stored,
      facts.current,
      { entries, words, identities },
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
export async function unlessSeen(
  house: House,
  { delivery }: Pick<Request, "delivery">,
  refusal: Blocked,
): Promise<Blocked | Seen> {
  return (await house.store.hasSeen(delivery)) ? { kind: "seen" } : refusal;
}

type Decide = (current: Case, rulebook: Rulebook, at: Temporal.Instant, stored: StoredCase) => readonly Entry[];

/** Stores what the clock or a platform brings about in a case; `decide` returns nothing when there is nothing to do any more. */
export function recordInCase(house: House, id: string, by: Actor, decide: Decide): Promise<Case | undefined> {
  return inTurn(house.store, id, async () => {
    for (let left = TRIES; left > 0; left -= 1) {
      const stored = await house.store.caseById(id);
      if (stored === undefined) return undefined;
      const { change, current } = changeFor(house, stored, by, decide);
      if (change === undefined) return current;
      const committed = await house.store.commit(change);
      if (committed === "stale") continue;
      house.wakeOutbox();
      return current;
    }
    throw new Error(`The case ${id} changed ${TRIES} times while something was recorded in it.`);
  });
}

/** Cases read and stored at once: so few that whoever presses a button meanwhile is answered between them. */
const BATCH = 25;

/** The same in many cases, each as a whole or not at all. Throws where something is wrong in one of them. */
export async function recordInCases(house: House, ids: readonly string[], by: Actor, decide: Decide): Promise<void> {
  for (let from = 0; from < ids.length; from += BATCH) {
    // oxlint-disable no-await-in-loop -- batch after batch
    const files = await house.store.casesById(ids.slice(from, from + BATCH));
    const changes = files.flatMap((stored) => changeFor(house, stored, by, decide).change ?? []);
    const committed = await house.store.commitAll(changes);
    const stale = changes.filter((_, i) => committed[i] === "stale");
    for (const change of stale) await recordInCase(house, change.case, by, decide);
    if (stale.length < changes.length) house.wakeOutbox();
    // oxlint-enable no-await-in-loop
  }
}

/** What is decided of a case as it was read; no change where there is nothing to do. */
function changeFor(
  house: House,
  stored: StoredCase,
  by: Actor,
  decide: Decide,
): Partial<ReturnType<typeof changeOf>> & { readonly current: Case } {
  const rulebook = house.rulebookOf(stored.rulebook);
  const current = foldCase(stored);
  const at = house.clock.now();
  const entries = decide(current, rulebook, at, stored);
  if (entries.length === 0) return { current };
  return changeOf(house, rulebook, stored, current, { entries }, by, at, undefined);
}

export async function readCase(house: House, ref: CaseRef): Promise<StoredCase | undefined> {
  return "id" in ref ? house.store.caseById(ref.id) : house.store.caseByCodeName(ref.codeName.trim().toLowerCase());
}

/** The case as it stands, and as what this person stands to it; undefined for somebody who is nobody to it. */
export function factsOf(house: House, stored: StoredCase, caller: PersonId): Facts | undefined {
  const rulebook = house.rulebookOf(stored.rulebook);
  const current = foldCase(stored);
  const party = stored.identities.find((identity) => identity.person === caller)?.party;
  const parties = peopleBehind(stored);
  const stands = viewerOf(rulebook, house.roster, current, caller, party);
  const setting = { rulebook, roster: house.roster, current, parties };
  const isAddressee = stands.kind === "nobody" && current.challenges.some((each) => isBefore(setting, each, caller));
  const viewer: Viewer = isAddressee ? { kind: "addressee", person: caller } : stands;
  if (viewer.kind === "nobody") return undefined;
  return {
    rulebook,
    roster: house.roster,
    stored,
    current,
    viewer,
    caller,
    parties,
    witnesses: witnessesIn(stored),
    classes: listedClasses(house, rulebook, stored),
    belonging: belongingOf(house, rulebook, stored),
    names: namedPeople(stored).map((identity) => identity.name),
    hidden: protectedNames(house, stored).map(({ name }) => name),
    at: house.clock.now(),
    newId: () => house.chance.id(),
  };
}

/** The people who are witnesses in a case and nothing else. */
function witnessesIn({ identities }: StoredCase): readonly PersonId[] {
  const others = identities.flatMap(({ role, person }) => (role === "witness" ? [] : (person ?? [])));
  return identities.flatMap(({ role, person }) =>
    role !== "witness" || person === undefined || others.includes(person) ? [] : [person],
  );
}

/** Of which classes the respondents are, as the roster says. */
function listedClasses({ roster }: House, rulebook: Rulebook, { identities }: StoredCase): Classes {
  const respondents = identities.filter(({ role }) => role === "respondent");
  return Object.fromEntries(
    respondents.map(({ party, person }) => [party, person === undefined ? [] : classesOf(rulebook, roster, person)]),
  );
}

/** To which outside the respondents belong, as the roster says. */
export function belongingOf({ roster }: House, rulebook: Rulebook, stored: StoredCase): Belonging {
  return Object.fromEntries(
    respondentsOf(stored).map(({ party, person }) => [
      party,
      person === undefined ? [] : externalsOf(rulebook, roster, person),
    ]),
  );
}

/** The change that these decided entries make, with everything that follows from them. */
export function changeOf(
  house: House,
  rulebook: Rulebook,
  stored: StoredCase,
  before: Case,
  decided: {
    readonly entries: readonly Entry[];
    readonly words?: readonly Words[];
    readonly identities?: readonly Identity[];
  },
  by: Actor,
  at: Temporal.Instant,
  delivery: string | undefined,
): { readonly change: Change; readonly current: Case } {
  const recorded = (entry: Entry, i: number): Recorded => ({ version: before.version + 1 + i, at, by, entry });
  const reached = decided.entries.map(recorded).reduce(after, before);
  // What holds while a case is handled ends with the same change that ends its reason.
  const all = [
    ...decided.entries,
    ...interimEndings(rulebook, reached, () => house.chance.id()),
    ...handOn(rulebook, house.roster, before, reached, peopleBehind(stored)),
    ...apartFollows(rulebook, reached, () => house.chance.id()),
  ];
  const entries = all.map(recorded);
  const current = entries.slice(decided.entries.length).reduce(after, reached);
  const change: Change = {
    delivery,
    case: stored.id,
    expected: before.version,
    entries,
    identities: decided.identities ?? [],
    words: decided.words ?? [],
    // As long as something is waited for in a challenge, a case is not over.
    isClosed: isClosed(rulebook, current) && openChallenges(rulebook, current).length === 0,
    handlers: current.handlers,
    wakes: wakesOf(rulebook, current),
    ...opensVote(current, decided.entries),
    ...closesVote(rulebook, current, all),
    clears: decided.entries.flatMap((entry) => (entry.kind === "cleared" ? [entry.person] : [])),
    recuses: decided.entries.flatMap((entry) => (entry.kind === "recused" ? [entry.person] : [])),
    effects: effectsOf(house, rulebook, before, current, all, peopleBehind(stored)),
    urgency: by.kind === "clock" || by.kind === "platform" ? "due" : "awaited",
  };
  return { change, current };
}

/** A motion that was put opens its vote, to those members who have said already that nothing stands in the way. */
function opensVote({ cleared }: Case, entries: readonly Entry[]): Pick<Change, "opensVote"> {
  const put = entries.find((entry) => entry.kind === "motion-put");
  return put === undefined ? {} : { opensVote: { vote: put.vote, electorate: put.electorate, cleared } };
}

/** A vote that is closed; where its rule keeps for good what was chosen in it, nothing of that is left. */
function closesVote(
  rulebook: Rulebook,
  { votes }: Case,
  entries: readonly Entry[],
): Pick<Change, "closesVote" | "sealsVote"> {
  const id = entries.find((entry) => entry.kind === "vote-closed")?.vote;
  const vote = votes.find((each) => each.vote === id);
  if (id === undefined || vote === undefined) return {};
  // What was chosen before the parties were asked counts for nothing: none of it is kept either.
  const isReset = entries.some((entry) => entry.kind === "body-asked");
  return { closesVote: id, sealsVote: isReset || readMotionRule(rulebook, vote.rule).sealed_after !== undefined };
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
