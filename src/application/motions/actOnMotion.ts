import type { PersonId } from "../../domain/identity.ts";
import { decideMotion } from "../../domain/motions/decide.ts";
import type { MotionAct } from "../../domain/motions/decide.ts";
import { momentsOf } from "../../domain/motions/due.ts";
import type { Hands, MotionActor, MotionEntry, MotionRecorded, MotionResult } from "../../domain/motions/entry.ts";
import { afterEntry, foldMotion, isOver, voteNow } from "../../domain/motions/motion.ts";
import type { Motion, MotionFile } from "../../domain/motions/motion.ts";
import { isMotionRefusal } from "../../domain/motions/refusal.ts";
import type { MotionRefusal } from "../../domain/motions/refusal.ts";
import { ruleOf } from "../../domain/motions/rules.ts";
import type { BodyRule } from "../../domain/motions/rules.ts";
import type { MotionStanding } from "../../domain/motions/standing.ts";
import { unblockMotion } from "../../domain/motions/unblock.ts";
import { viewerOfMotion } from "../../domain/motions/viewer.ts";
import type { MotionViewer } from "../../domain/motions/viewer.ts";
import { foldSession } from "../../domain/sessions/session.ts";
import type { Session } from "../../domain/sessions/session.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { TRIES } from "../actOnCase.ts";
import type { CaseRef } from "../actOnCase.ts";
import { digestOf } from "../digest.ts";
import { findPerson } from "../house.ts";
import type { House } from "../house.ts";
import { inNames } from "../inNames.ts";
import type { MotionChange } from "../motionPorts.ts";
import type { AccountRef } from "../person.ts";
import { forgetMotion } from "./motionCache.ts";
import { effectsOfMotion, GONE, LONGER, OPENED, OVER, RESTS, toldInPerson } from "./motionEffects.ts";

/** Somebody acting in a motion, by one delivery of a platform. */
export interface MotionRequest {
  readonly caller: AccountRef;
  readonly motion: CaseRef;
  readonly delivery: string;
}

/** What an act in a motion decides from. */
export interface MotionFacts extends MotionStanding {
  readonly viewer: Exclude<MotionViewer, "nobody">;
}

export interface MotionDone {
  readonly kind: "motion-done";
  readonly motion: Motion;
}

export interface MotionSeen {
  readonly kind: "seen";
}

/**
 * Reads a motion, decides what is wanted as the caller stands to it, and stores what was decided; again from the start when somebody else
 * was faster. Someone who is nobody to it is answered as if there were none.
 */
export async function actOnMotion(
  house: House,
  request: MotionRequest,
  act: MotionAct,
  words: MotionChange["words"] = [],
): Promise<MotionDone | MotionSeen | Blocked> {
  const caller = await findPerson(house, request.caller);
  for (let left = TRIES; left > 0; left -= 1) {
    const facts = caller === undefined ? undefined : await readMotionFacts(house, request.motion, caller);
    if (facts === undefined) return unlessSeenInMotion(house, request, nothingHere);
    // oxlint-disable-next-line no-await-in-loop
    const session = opening.has(act.kind) ? await sessionOf(house, facts.motion) : undefined;
    const entries = decideWithin(session, facts, act);
    if (isMotionRefusal(entries)) return unlessSeenInMotion(house, request, blocked(house, facts, entries));
    const by: MotionActor = { kind: "person", person: facts.caller };
    const made = motionChange(house, facts, entries, by, request.delivery);
    const { motion } = made;
    const named = JSON.stringify(entries);
    const change = { ...withPresent(made.change, session), words: words.filter(({ id }) => named.includes(id)) };
    // oxlint-disable-next-line no-await-in-loop -- read anew with each try
    const committed = await house.store.commitMotion(change);
    if (committed === "seen") return { kind: "seen" };
    if (committed === "stale") continue;
    forgetMotion(house, motion.id);
    house.wakeOutbox();
    return { kind: "motion-done", motion };
  }
  throw new Error(`A motion changed ${TRIES} times while it was acted on.`);
}

/** With which acts a vote may be opened. */
const opening: ReadonlySet<MotionAct["kind"]> = new Set(["open-vote", "answer-question", "drop-question"]);

/** While its session is not open no vote is: what would open one by itself leaves it to be opened by hand. */
function decideWithin(session: Session | undefined, facts: MotionFacts, act: MotionAct) {
  if (session === undefined || session.state === "open") return decideMotion(facts, act);
  if (act.kind === "answer-question" || act.kind === "drop-question")
    return decideMotion(facts, { ...act, again: undefined });
  return { refused: "session-not-open", clause: ruleOf(facts.rulebook, facts.motion).clause } as const;
}

/** Opens the vote. Where a lot may be needed it is committed to before anybody can vote: its seed is sealed until the votes are counted. */
export async function openMotionVote(
  house: House,
  request: MotionRequest,
  instead: { readonly lastDay: string | undefined } | undefined,
  rule?: string,
): Promise<MotionDone | MotionSeen | Blocked> {
  const { words, ...begun } = await beginVote(house);
  return actOnMotion(house, request, { kind: "open-vote", ...begun, instead, rule }, words);
}

/** What every vote is opened with; kept with it where its lot may be needed. */
async function beginVote({ chance }: House) {
  const seed = await digestOf(`${chance.id()}${chance.id()}${chance.id()}`);
  const committed = { commitment: await digestOf(seed), seed: chance.id() };
  return { vote: chance.id(), committed, words: [{ id: committed.seed, text: seed }] };
}

/** Asks whoever moved it. */
export function askMover(
  house: House,
  request: MotionRequest,
  text: string,
): Promise<MotionDone | MotionSeen | Blocked> {
  const id = house.chance.id();
  return actOnMotion(house, request, { kind: "ask-mover", question: id }, [{ id, text }]);
}

/**
 * Answers what whoever moved it was asked, or goes on without an answer; a vote that became void with the question is opened again.
 * @param text the answer; none: without one
 */
export async function answerOnMotion(
  house: House,
  request: MotionRequest,
  text: string | undefined,
): Promise<MotionDone | MotionSeen | Blocked> {
  const { words, ...again } = await beginVote(house);
  if (text === undefined) return actOnMotion(house, request, { kind: "drop-question", again }, words);
  const id = house.chance.id();
  const act = { kind: "answer-question", answer: id, again } as const;
  return actOnMotion(house, request, act, [...words, { id, text }]);
}

/** Enters what was counted by hand: of what was cast so far only how much is looked at. */
export async function countHands(
  house: House,
  request: MotionRequest,
  hands: Hands,
): Promise<MotionDone | MotionSeen | Blocked> {
  const caller = await findPerson(house, request.caller);
  const facts = caller === undefined ? undefined : await readMotionFacts(house, request.motion, caller);
  const open = facts === undefined ? undefined : voteNow(facts.motion);
  const voters = open === undefined ? [] : ((await house.store.motionVote(open.vote))?.voters ?? []);
  const ballots = voters.filter(({ isRecused, hasVoted }) => hasVoted && !isRecused).length;
  return actOnMotion(house, request, { kind: "count-hands", ...hands, ballots });
}

/** Other words in the place of those that were moved. */
export function amendMotion(
  house: House,
  request: MotionRequest,
  text: string,
): Promise<MotionDone | MotionSeen | Blocked> {
  const id = house.chance.id();
  return actOnMotion(house, request, { kind: "amend", text: id }, [{ id, text }]);
}

/** The session in which a motion was moved. */
async function sessionOf(house: House, { session }: Motion): Promise<Session | undefined> {
  const stored = session === undefined ? undefined : await house.store.sessionById(session.id);
  return stored === undefined ? undefined : foldSession(stored);
}

/** Whoever is present in the session is present at its votes, and its room shows that a vote is open. */
function withPresent(change: MotionChange, session: Session | undefined): MotionChange {
  if (session === undefined || change.opensVote === undefined) return change;
  return { ...change, opensVote: { ...change.opensVote, present: session.present } };
}

/** A refusal, unless the delivery is one that was carried out already: what it brought about is why it would be refused now. */
export async function unlessSeenInMotion(
  house: House,
  { delivery }: MotionRequest,
  refusal: Blocked,
): Promise<Blocked | MotionSeen> {
  return (await house.store.hasSeen(delivery)) ? { kind: "seen" } : refusal;
}

/** Why something is not possible, with what would make it so. */
export function blocked(house: House, standing: MotionStanding, refusal: MotionRefusal): Blocked {
  return inNames(house, { ...refusal, unblock: unblockMotion(standing, refusal) });
}

/** A motion as somebody stands to it; undefined for those to whom there is none. */
export async function readMotionFacts(house: House, ref: CaseRef, caller: PersonId): Promise<MotionFacts | undefined> {
  const stored = await readMotion(house, ref);
  return stored === undefined ? undefined : factsOfMotion(house, stored, caller);
}

export function factsOfMotion(house: House, stored: MotionFile, caller: PersonId): MotionFacts | undefined {
  const standing = standingIn(house, stored, caller);
  const viewer = viewerOfMotion(standing.rulebook, standing.roster, standing.motion, caller);
  return viewer === "nobody" ? undefined : { ...standing, viewer };
}

export function readMotion(house: House, ref: CaseRef): Promise<MotionFile | undefined> {
  if ("id" in ref) return house.store.motionById(ref.id);
  return house.store.motionByCodeName(ref.codeName.trim().toLowerCase());
}

export function standingIn(house: House, stored: MotionFile, caller: PersonId): MotionStanding {
  const rulebook = house.rulebookOf(stored.rulebook);
  return { rulebook, roster: house.roster, motion: foldMotion(stored), caller, at: house.clock.now() };
}

/** Whether the ballots are destroyed with the vote: where the rules keep them closed for good, and where they are void for a question. */
const isDestroyed = (rule: BodyRule, result: MotionResult): boolean =>
  rule.sealed_after !== undefined || (result.kind === "void" && result.why === "question");

/** The change that these decided entries make, with everything that follows from them. */
export function motionChange(
  house: House,
  { rulebook, motion: before, at }: Pick<MotionStanding, "rulebook" | "motion" | "at">,
  decided: readonly MotionEntry[],
  by: MotionActor,
  delivery: string | undefined,
): { readonly change: MotionChange; readonly motion: Motion } {
  const entries = decided.map((entry, i): MotionRecorded => ({ version: before.version + 1 + i, at, by, entry }));
  const motion = entries.reduce(afterEntry, before);
  const opened = decided.find((entry) => entry.kind === "vote-opened");
  const closed = decided.find((entry) => entry.kind === "vote-closed");
  const longer = decided.find((entry) => entry.kind === "vote-extended");
  const rests = decided.some((entry) => entry.kind === "mover-asked");
  const gone = decided.flatMap((entry) => (entry.kind === "option-withdrawn" ? [entry.option] : []));
  const isSealed = closed !== undefined && isDestroyed(ruleOf(rulebook, before), closed.result);
  const change: MotionChange = {
    delivery,
    motion: before.id,
    expected: before.version,
    entries,
    words: [],
    isClosed: isOver(motion),
    wakes: momentsOf(rulebook, motion),
    ...(opened === undefined ? {} : { opensVote: opened }),
    ...(closed === undefined ? {} : { closesVote: closed.vote, sealsVote: isSealed }),
    recuses: decided.flatMap((entry) => (entry.kind === "recused" ? [entry.person] : [])),
    effects: [
      ...effectsOfMotion(house, rulebook, [before, motion]),
      ...(opened === undefined ? [] : toldInPerson(house, rulebook, motion, opened.vote, OPENED)),
      ...(longer === undefined
        ? []
        : toldInPerson(house, rulebook, motion, longer.vote, `${LONGER} ${longer.awayUntil.toString()}`)),
      ...(closed === undefined ? [] : toldInPerson(house, rulebook, motion, closed.vote, rests ? RESTS : OVER)),
      ...gone.flatMap((option) => toldInPerson(house, rulebook, motion, voteNow(motion)?.vote, `${GONE} ${option}`)),
      // How it ended is recorded in the case that waits for it.
      ...(motion.about === undefined || (closed === undefined && !motion.isWithdrawn)
        ? []
        : [{ kind: "confirmation" as const, case: motion.about.case, motion: motion.id }]),
    ],
  };
  return { change, motion };
}

/** Stores what the clock brings about in a motion; `decide` returns nothing when there is nothing to do any more. */
export async function recordInMotion(
  house: House,
  id: string,
  decide: (standing: Pick<MotionStanding, "rulebook" | "motion" | "at">) => {
    readonly entries: readonly MotionEntry[];
    readonly effects?: MotionChange["effects"];
  },
): Promise<void> {
  for (let left = TRIES; left > 0; left -= 1) {
    // oxlint-disable-next-line no-await-in-loop -- read anew with each try
    const stored = await house.store.motionById(id);
    if (stored === undefined) return;
    const standing = standingIn(house, stored, "");
    const { entries, effects = [] } = decide(standing);
    if (entries.length === 0) return;
    const { change } = motionChange(house, standing, entries, { kind: "clock" }, undefined);
    // oxlint-disable-next-line no-await-in-loop
    const committed = await house.store.commitMotion({ ...change, effects: [...change.effects, ...effects] });
    if (committed === "stale") continue;
    house.wakeOutbox();
    return;
  }
  throw new Error(`A motion changed ${TRIES} times while something was recorded in it.`);
}
