import type { VoteId } from "../../domain/identity.ts";
import { decideMotion } from "../../domain/motions/decide.ts";
import type { MotionId } from "../../domain/motions/entry.ts";
import { voteNow } from "../../domain/motions/motion.ts";
import { isMotionRefusal } from "../../domain/motions/refusal.ts";
import { ruleOf } from "../../domain/motions/rules.ts";
import { FEW } from "../../domain/motions/withheld.ts";
import { choicesOf, findPaperFault } from "../../domain/voting/paper.ts";
import type { Paper } from "../../domain/voting/paper.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import type { CaseRef } from "../actOnCase.ts";
import { findPerson } from "../house.ts";
import type { House } from "../house.ts";
import type { AccountRef, CastResult } from "../ports.ts";
import { blocked, factsOfMotion, readMotionFacts } from "./actOnMotion.ts";
import type { MotionFacts, MotionSeen } from "./actOnMotion.ts";
import { forgetMotion, readKnownMotion } from "./knownMotions.ts";

/** What a member who has voted is told. */
export interface VotedOnMotion {
  readonly kind: "voted-on-motion";
  readonly codeName: string;
  readonly paper: Paper;
  readonly replaced: boolean;
  readonly mayChange: boolean;
  /** By which whoever voted in secret finds the ballot once it is published; undefined in any other vote. */
  readonly receipt: string | undefined;
  /** Whether the ballot itself is found by it, or only that it was counted. */
  readonly finds: "ballot" | "counted";
  readonly clause: string;
}

/** A ballot paper of a secret vote, for one person. */
export interface BallotPaper {
  readonly kind: "ballot-paper";
  readonly motion: MotionId;
  readonly vote: VoteId;
  readonly codeName: string;
  readonly text: string;
  /** Each choice, with what stands on its button: to nobody but this vote it says what is chosen. */
  readonly choices: readonly { readonly choice: string; readonly mark: string }[];
  readonly isFew: boolean;
  readonly mayChange: boolean;
  readonly clause: string;
}

interface Voting {
  readonly facts: MotionFacts;
  readonly vote: VoteId;
  readonly isSecret: boolean;
}

/** Gives somebody the paper of the secret vote that is open. */
export async function ballotPaper(house: House, caller: AccountRef, ref: CaseRef): Promise<BallotPaper | Blocked> {
  const voting = await readVoting(house, caller, ref);
  if (!("facts" in voting)) return voting;
  const { facts, vote } = voting;
  const { motion } = facts;
  const rule = ruleOf(facts.rulebook, motion);
  const refused = await findMayNot(house, voting, "cast");
  if (refused !== undefined) return refused;
  const marks = await house.store.secretMarks(vote);
  if (marks === undefined) return nothingHere;
  return {
    kind: "ballot-paper",
    motion: motion.id,
    vote,
    codeName: motion.codeName,
    text: (await house.store.motionWords(motion.id, motion.text)) ?? "",
    choices: choicesOf(rule, []).map((choice) => ({ choice, mark: marks.mark(facts.caller, choice) })),
    isFew: (motion.votes.find((each) => each.vote === vote)?.electorate.length ?? 0) < FEW,
    mayChange: rule.second_ballot === "replaces",
    clause: rule.clause,
  };
}

/**
 * Casts a ballot: durable before it is answered.
 * @param said the choice; in a secret vote what stood on its button
 */
export async function castOnMotion(
  house: House,
  caller: AccountRef,
  ref: CaseRef,
  said: string,
  delivery: string,
): Promise<VotedOnMotion | MotionSeen | Blocked> {
  const person = await findPerson(house, caller);
  const kept = await readKnownMotion(house, ref);
  if (person === undefined || kept === undefined) return nothingHere;
  const first = await castBy(house, votingOf(house, factsOfMotion(house, kept, person)), said, delivery);
  if (!("refused" in first.answer)) return first.answer;
  // What was kept may be old: what is in the way is said as it is now.
  forgetMotion(house, kept.id);
  const now = await readVoting(house, caller, ref);
  if (first.isDelivered) return ("facts" in now ? await findMayNot(house, now, "be-present") : now) ?? first.answer;
  if (await house.store.hasSeen(delivery)) return { kind: "seen" };
  return (await castBy(house, now, said, delivery)).answer;
}

/** What came of a ballot, and whether its delivery was dealt with by that. */
interface Cast {
  readonly answer: VotedOnMotion | MotionSeen | Blocked;
  readonly isDelivered: boolean;
}

const not = (answer: Blocked): Cast => ({ answer, isDelivered: false });

async function castBy(house: House, voting: Voting | Blocked, said: string, delivery: string): Promise<Cast> {
  if (!("facts" in voting)) return not(voting);
  const { facts, vote, isSecret } = voting;
  const { motion, rulebook, caller: person } = facts;
  const rule = ruleOf(rulebook, motion);
  const refused = await findMayNot(house, voting, "be-present");
  if (refused !== undefined) return not(refused);
  const marks = isSecret ? await house.store.secretMarks(vote) : undefined;
  const choices = choicesOf(rule, []);
  const choice =
    marks === undefined ? said : choices.find((each) => each === said || marks.mark(person, each) === said);
  const paper: Paper = choice === undefined ? [] : [choice];
  if (findPaperFault(rule, [], paper) !== undefined) return not(nothingHere);
  const cast = { delivery, vote, motion: motion.id, person, paper, replaces: rule.second_ballot === "replaces" };
  const receipt = isSecret ? newReceipt(house) : undefined;
  const result =
    receipt === undefined ? await house.store.castOnMotion(cast) : await house.store.castInSecret({ ...cast, receipt });
  return { answer: answerTo(house, voting, paper, receipt, result), isDelivered: true };
}

/** What whoever cast a ballot is told. */
function answerTo(
  house: House,
  { facts, isSecret }: Voting,
  paper: Paper,
  receipt: string | undefined,
  result: CastResult,
): Cast["answer"] {
  const { motion } = facts;
  const rule = ruleOf(facts.rulebook, motion);
  switch (result.kind) {
    case "counted":
      // How many have come shows who votes when: of a secret vote the room is not told.
      if (!result.earlier && !isSecret) house.staleMotions.add(motion.id);
      return {
        kind: "voted-on-motion",
        codeName: motion.codeName,
        paper,
        replaced: result.earlier,
        mayChange: rule.second_ballot === "replaces",
        receipt,
        finds: rule.receipt,
        clause: rule.clause,
      };
    case "seen":
      return { kind: "seen" };
    case "already-voted":
      return blocked(house, facts, { refused: "already-voted", clause: rule.clause });
    case "vote-closed":
    case "not-cleared":
    case "not-a-voter":
      return blocked(house, facts, { refused: "vote-closed", clause: rule.clause });
  }
}

export interface PresentAtVote {
  readonly kind: "present-at-vote";
  readonly codeName: string;
  readonly clause: string;
}

/** Says "I am present" in the vote that is open. */
export async function presentOnMotion(
  house: House,
  caller: AccountRef,
  ref: CaseRef,
): Promise<PresentAtVote | Blocked> {
  const voting = await readVoting(house, caller, ref);
  if (!("facts" in voting)) return voting;
  const { facts, vote } = voting;
  const refused = await findMayNot(house, voting, "be-present");
  if (refused !== undefined) return refused;
  if (await house.store.markPresentOnMotion(vote, facts.caller)) house.staleMotions.add(facts.motion.id);
  return {
    kind: "present-at-vote",
    codeName: facts.motion.codeName,
    clause: ruleOf(facts.rulebook, facts.motion).clause,
  };
}

/** Six groups of hexadecimal digits would be too many to compare: twelve digits are one of 281 million million. */
function newReceipt({ chance }: House): string {
  const digits = chance.id().replaceAll("-", "").slice(0, 12);
  return digits.replaceAll(/(.{4})(?=.)/g, "$1-");
}

/** The vote that is open in a motion, or the motion of a vote whose button was pressed. */
async function readVoting(house: House, caller: AccountRef, ref: CaseRef): Promise<Voting | Blocked> {
  const person = await findPerson(house, caller);
  return votingOf(house, person === undefined ? undefined : await readMotionFacts(house, ref, person));
}

function votingOf(house: House, facts: MotionFacts | undefined): Voting | Blocked {
  if (facts === undefined) return nothingHere;
  const open = voteNow(facts.motion) ?? facts.motion.votes.at(-1);
  if (open === undefined)
    return blocked(house, facts, { refused: "no-vote-open", clause: ruleOf(facts.rulebook, facts.motion).clause });
  return { facts, vote: open.vote, isSecret: open.isSecret };
}

/** Why somebody may not take part; whether a second ballot is taken is known only once it is stored. */
async function findMayNot(
  house: House,
  { facts, vote }: Voting,
  kind: "cast" | "be-present",
): Promise<Blocked | undefined> {
  const voters = kind === "cast" ? ((await house.store.motionVote(vote))?.voters ?? []) : [];
  const hasVoted = voters.some((voter) => voter.person === facts.caller && voter.hasVoted);
  const act = kind === "cast" ? ({ kind, vote, hasVoted } as const) : ({ kind, vote } as const);
  const decided = decideMotion(facts, act);
  return isMotionRefusal(decided) ? blocked(house, facts, decided) : undefined;
}
