import type { VoteId } from "../../domain/identity.ts";
import { withoutAgreement } from "../../domain/motions/consensus.ts";
import { countPositions, countVote } from "../../domain/motions/countVote.ts";
import { decideMotion } from "../../domain/motions/decide.ts";
import { endsAt } from "../../domain/motions/due.ts";
import type { MotionActor, MotionEntry, MotionResult, Revealed } from "../../domain/motions/entry.ts";
import { findCountedTwice } from "../../domain/motions/hands.ts";
import { revealLot } from "../../domain/motions/lot.ts";
import { voteNow } from "../../domain/motions/motion.ts";
import type { Motion, VoteOnMotion } from "../../domain/motions/motion.ts";
import { ballotFile, keptBallots } from "../../domain/motions/published.ts";
import { isMotionRefusal } from "../../domain/motions/refusal.ts";
import { ruleOf } from "../../domain/motions/rules.ts";
import type { MotionStanding } from "../../domain/motions/standing.ts";
import { toldBefore } from "../../domain/motions/withheld.ts";
import { hasEnded, phaseOf } from "../../domain/voting/consensus/ending.ts";
import type { Paper } from "../../domain/voting/paper.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { TRIES } from "../actOnCase.ts";
import { findPerson } from "../house.ts";
import type { House } from "../house.ts";
import type { MotionStore, StoredMotionVote } from "../motionPorts.ts";
import { actOnMotion, blocked, motionChange, readMotionFacts, standingIn, unlessSeenInMotion } from "./actOnMotion.ts";
import type { MotionDone, MotionRequest, MotionSeen } from "./actOnMotion.ts";
import { toldOfSameText } from "./toldOfSameText.ts";

/** What came of a vote that was closed. */
export interface ClosedMotion {
  readonly kind: "closed-motion";
  readonly motion: Motion;
  readonly result: MotionResult;
  readonly clause: string;
}

type Ballots = Parameters<Parameters<MotionStore["closeVoteOnMotion"]>[1]>[1];

/** Closes the vote on a motion by hand: refused while it is inquorate; the vote then stays open. */
export async function closeMotionVote(
  house: House,
  request: MotionRequest,
): Promise<ClosedMotion | MotionSeen | Blocked> {
  const caller = await findPerson(house, request.caller);
  for (let left = TRIES; left > 0; left -= 1) {
    // oxlint-disable-next-line no-await-in-loop -- read anew with each try
    const facts = caller === undefined ? undefined : await readMotionFacts(house, request.motion, caller);
    if (facts === undefined) return unlessSeenInMotion(house, request, nothingHere);
    const before = decideMotion(facts, { kind: "close-vote", result: undefined });
    if (isMotionRefusal(before)) return unlessSeenInMotion(house, request, blocked(house, facts, before));
    const open = voteNow(facts.motion);
    if (open === undefined) throw new Error("A vote that is not open was to be closed.");
    // oxlint-disable-next-line no-await-in-loop
    const [seed, alike] = await Promise.all([seedOf(house, facts.motion, open), toldOfSameText(house, facts, open)]);
    let outcome: ClosedMotion | Blocked | undefined;
    const by: MotionActor = { kind: "person", person: facts.caller };
    // oxlint-disable-next-line no-await-in-loop
    const committed = await house.store.closeVoteOnMotion(open.vote, (vote, ballots, digest) => {
      const revealed = lotOf(facts, open, seed, digest);
      const result = resultOf(facts, open, vote, ballots, revealed, alike);
      const silent = silentOf(vote, ballots, open);
      const cast = papersOf(open, vote, ballots).length;
      const entries = decideMotion(facts, { kind: "close-vote", result, silent, ballots: cast });
      if (isMotionRefusal(entries)) {
        outcome = blocked(house, facts, entries);
        return undefined;
      }
      const made = closing(house, facts, entries, { ballots, digest, revealed }, by, request.delivery);
      const ended = made.motion.votes.find((each) => each.vote === open.vote)?.result;
      outcome = {
        kind: "closed-motion",
        motion: made.motion,
        result: ended ?? result,
        clause: ruleOf(facts.rulebook, facts.motion).clause,
      };
      return made.change;
    });
    if (committed === "seen") return { kind: "seen" };
    // Somebody else was faster, and may have closed it.
    if (committed === "stale" || outcome === undefined) continue;
    if (committed === "committed") house.wakeOutbox();
    return outcome;
  }
  throw new Error(`The vote on a motion changed ${TRIES} times while it was being closed.`);
}

/** Closes a vote whose time is over: then too few who are present, or who voted, are its result. */
export async function closeInTime(house: House, id: string, vote: VoteId): Promise<void> {
  for (let left = TRIES; left > 0; left -= 1) {
    // oxlint-disable-next-line no-await-in-loop -- read anew with each try
    const stored = await house.store.motionById(id);
    if (stored === undefined) return;
    const standing = standingIn(house, stored, "");
    const open = voteNow(standing.motion);
    const ends = open === undefined ? undefined : endsAt(open);
    if (open?.vote !== vote || ends === undefined) return;
    // It may have been extended meanwhile.
    if (standing.at.epochMilliseconds < ends.epochMilliseconds) return;
    // oxlint-disable-next-line no-await-in-loop
    const [seed, alike] = await Promise.all([
      seedOf(house, standing.motion, open),
      toldOfSameText(house, standing, open),
    ]);
    // oxlint-disable-next-line no-await-in-loop
    const committed = await house.store.closeVoteOnMotion(vote, (voters, ballots, digest) => {
      const revealed = lotOf(standing, open, seed, digest);
      const counted = resultOf(standing, open, voters, ballots, revealed, alike);
      const rule = ruleOf(standing.rulebook, standing.motion);
      const isUncalled = rule.method === "consensus" && phaseOf(rule, open.called) === "views";
      const cast = papersOf(open, voters, ballots).length;
      const isTwice = findCountedTwice(standing.motion, open, open.hands, cast) !== undefined;
      const ended = isUncalled ? withoutAgreement(counted) : counted;
      const result: MotionResult = isTwice ? { kind: "void", why: "counted-twice" } : ended;
      const entries: readonly MotionEntry[] = [{ kind: "vote-closed", vote, result, published: undefined }];
      return closing(house, standing, entries, { ballots, digest, revealed }, { kind: "clock" }, undefined).change;
    });
    if (committed === "stale") continue;
    house.wakeOutbox();
    return;
  }
  throw new Error(`The vote on a motion changed ${TRIES} times while its time was over.`);
}

/**
 * Ends a consensus that ends by itself: with enough objections, or with the agreement of everybody. It is recorded as done by the clock:
 * whose position it was stands nowhere. Calling it twice changes nothing the second time.
 */
export async function settleConsensus(house: House, id: string, vote: VoteId): Promise<void> {
  for (let left = TRIES; left > 0; left -= 1) {
    // oxlint-disable-next-line no-await-in-loop -- read anew with each try
    const stored = await house.store.motionById(id);
    if (stored === undefined) return;
    const standing = standingIn(house, stored, "");
    const open = voteNow(standing.motion);
    const rule = ruleOf(standing.rulebook, standing.motion);
    if (open?.vote !== vote || rule.method !== "consensus") return;
    // oxlint-disable-next-line no-await-in-loop
    const alike = await toldOfSameText(house, standing, open);
    // oxlint-disable-next-line no-await-in-loop
    const committed = await house.store.closeVoteOnMotion(vote, (held, ballots, digest) => {
      const counted = countPositions(rule, open, held.voters, papersOf(open, held, ballots));
      if (!hasEnded(rule, open.called, counted, standing.at)) return undefined;
      const result = resultOf(standing, open, held, ballots, undefined, alike);
      const entries: readonly MotionEntry[] = [{ kind: "vote-closed", vote, result, published: undefined }];
      const gone = { ballots, digest, revealed: undefined };
      return closing(house, standing, entries, gone, { kind: "clock" }, undefined).change;
    });
    if (committed === "stale") continue;
    if (committed === "committed") house.wakeOutbox();
    return;
  }
  throw new Error(`The consensus on a motion changed ${TRIES} times while it was being ended.`);
}

/** Says that there is agreement on what was moved: from then on its members may object. */
export async function callOnMotion(house: House, request: MotionRequest): Promise<MotionDone | MotionSeen | Blocked> {
  const caller = await findPerson(house, request.caller);
  const facts = caller === undefined ? undefined : await readMotionFacts(house, request.motion, caller);
  const open = facts === undefined ? undefined : voteNow(facts.motion);
  const held = open === undefined ? undefined : await house.store.motionVote(open.vote);
  const result =
    facts === undefined || open === undefined || held === undefined
      ? undefined
      : countVote(ruleOf(facts.rulebook, facts.motion), open, [], unvoted(held), []);
  return actOnMotion(house, request, { kind: "call-consensus", result });
}

/** Before it is called nobody has taken a position. */
const unvoted = ({ voters }: StoredMotionVote) => voters.map((voter) => ({ ...voter, hasVoted: false }));

/** How many of those who may vote have said nothing yet. */
function silentOf(held: StoredMotionVote, ballots: Ballots, open: VoteOnMotion): number {
  return held.voters.filter(({ isRecused }) => !isRecused).length - papersOf(open, held, ballots).length;
}

/** The papers that count. */
function papersOf(open: VoteOnMotion, { voters }: StoredMotionVote, ballots: Ballots): readonly Paper[] {
  const ofVoters = voters.flatMap(({ isRecused, paper }): readonly Paper[] =>
    isRecused || paper === undefined ? [] : [paper],
  );
  return open.isSecret ? ballots.map(({ paper }) => paper) : ofVoters;
}

/** @param alike of how many ballots the numbers were told of votes on other motions of the same text */
function resultOf(
  { rulebook, motion }: MotionStanding,
  open: VoteOnMotion,
  held: StoredMotionVote,
  ballots: Ballots,
  revealed: Revealed | undefined,
  alike: readonly number[],
): MotionResult {
  // Earlier votes drew their lot when they were opened.
  const lot = revealed?.order ?? open.lot;
  return countVote(
    ruleOf(rulebook, motion),
    open,
    motion.options?.ids ?? [],
    held.voters,
    papersOf(open, held, ballots),
    { lot, gone: motion.gone, told: [...toldBefore(motion), ...alike] },
  );
}

type Digest = (text: string) => string;

/** What the lot of a vote is drawn from; undefined where there is none. */
function seedOf(house: House, motion: Motion, { committed }: VoteOnMotion): Promise<string | undefined> {
  return committed === undefined ? Promise.resolve(undefined) : house.store.motionWords(motion.id, committed.seed);
}

function lotOf(
  { rulebook, motion }: MotionStanding,
  { committed }: VoteOnMotion,
  seed: string | undefined,
  digest: Digest,
): Revealed | undefined {
  return committed === undefined
    ? undefined
    : revealLot(ruleOf(rulebook, motion), motion, committed, seed ?? "", digest);
}

/** What is stored with the closing: of a secret vote the ballots, without anything that leads to a voter. */
function closing(
  house: House,
  standing: MotionStanding,
  decided: readonly MotionEntry[],
  {
    ballots,
    digest,
    revealed,
  }: { readonly ballots: Ballots; readonly digest: Digest; readonly revealed: Revealed | undefined },
  by: MotionActor,
  delivery: string | undefined,
) {
  const rule = ruleOf(standing.rulebook, standing.motion);
  const result = decided.find((entry) => entry.kind === "vote-closed")?.result;
  const kept = result === undefined || ballots.length === 0 ? undefined : keptBallots(result, rule, ballots);
  const published =
    kept === undefined
      ? undefined
      : { hash: digest(ballotFile(kept.ballots)), ballots: kept.ballots.length, hasChoices: kept.hasChoices };
  const lot = revealed === undefined ? {} : { revealed };
  const entries = decided.map((entry) => (entry.kind === "vote-closed" ? { ...entry, published, ...lot } : entry));
  const { change, motion } = motionChange(house, standing, entries, by, delivery);
  return { motion, change: { ...change, ...(kept === undefined ? {} : { publishes: kept.ballots }) } };
}
