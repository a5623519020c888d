import type { VoteId } from "../../domain/identity.ts";
import { decideMotion } from "../../domain/motions/decide.ts";
import type { MotionId } from "../../domain/motions/entry.ts";
import { optionsLeft } from "../../domain/motions/gone.ts";
import { voteNow } from "../../domain/motions/motion.ts";
import { isMotionRefusal } from "../../domain/motions/refusal.ts";
import { mayReplace, ruleOf } from "../../domain/motions/rules.ts";
import type { BodyRule } from "../../domain/motions/rules.ts";
import { FEW } from "../../domain/motions/withheld.ts";
import { findPaperFault } from "../../domain/voting/paper.ts";
import type { Paper } from "../../domain/voting/paper.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import type { CaseRef } from "../actOnCase.ts";
import type { CastResult } from "../casePorts.ts";
import { findPerson } from "../house.ts";
import type { House } from "../house.ts";
import type { AccountRef } from "../person.ts";
import { blocked, factsOfMotion, readMotionFacts } from "./actOnMotion.ts";
import type { MotionFacts, MotionSeen } from "./actOnMotion.ts";
import { settleConsensus } from "./closeMotionVote.ts";
import { readKnownMotion } from "./knownMotions.ts";
import { forgetMotion } from "./motionCache.ts";
import { optionsOf } from "./options.ts";
import type { OptionView } from "./options.ts";
import { tokensOf } from "./papers.ts";

/** What a member who has voted is told. */
export interface VotedOnMotion {
  readonly kind: "voted-on-motion";
  readonly codeName: string;
  readonly paper: Paper;
  readonly options: readonly OptionView[];
  readonly replaced: boolean;
  readonly mayChange: boolean;
  /** By which whoever voted in secret finds the ballot once it is published; undefined in any other vote. */
  readonly receipt: string | undefined;
  /** Whether the ballot itself is found by it, or only that it was counted. */
  readonly finds: "ballot" | "counted";
  readonly clause: string;
}

/** A ballot paper, for one person, as far as it has been filled in. */
export interface BallotPaper {
  readonly kind: "ballot-paper";
  readonly motion: MotionId;
  readonly vote: VoteId;
  readonly codeName: string;
  readonly text: string;
  readonly isSecret: boolean;
  readonly method: BodyRule["method"];
  readonly options: readonly OptionView[];
  /** What stands on it, in the order in which it was chosen. */
  readonly picked: Paper;
  /** How many may stand on it. */
  readonly atMost: number;
  /** What can still be chosen, each with what stands on its button: of a secret vote to nobody else it says what is chosen. */
  readonly left: readonly { readonly choice: string; readonly mark: string }[];
  /** What the buttons carry of what stands on it, and of what did before the last choice. */
  readonly filled: string;
  readonly before: string;
  readonly isFew: boolean;
  readonly mayChange: boolean;
  readonly clause: string;
}

/** What somebody does with a paper: chooses something more, or takes the last back. */
export interface Filling {
  readonly filled: string;
  /** The mark of a choice. */
  readonly pick: string | undefined;
}

interface Voting {
  readonly facts: MotionFacts;
  readonly vote: VoteId;
  readonly isSecret: boolean;
}

/** Gives somebody the paper of the vote that is open; with what has been filled in so far, and something more. */
export async function ballotPaper(
  house: House,
  caller: AccountRef,
  ref: CaseRef,
  filling?: Filling,
): Promise<BallotPaper | Blocked> {
  const voting = await readVoting(house, caller, ref);
  if (!("facts" in voting)) return voting;
  const { facts, vote, isSecret } = voting;
  const { motion } = facts;
  const rule = ruleOf(facts.rulebook, motion);
  const refused = await findMayNot(house, voting, "cast");
  if (refused !== undefined) return refused;
  const tokens = await tokensOf(house, { motion, vote, isSecret, rule }, facts.caller);
  if (tokens === undefined) return nothingHere;
  const atMost = mostOn(rule, tokens.choices.length);
  const before = filling === undefined ? [] : tokens.read(filling.filled);
  const pick = filling?.pick === undefined ? undefined : tokens.readMark(filling.pick);
  if (before === undefined || (filling?.pick !== undefined && pick === undefined)) return nothingHere;
  const isMore =
    pick !== undefined && tokens.choices.includes(pick) && !before.includes(pick) && before.length < atMost;
  const picked = isMore ? [...before, pick] : before;
  const left = picked.length < atMost ? tokens.choices.filter((choice) => !picked.includes(choice)) : [];
  return {
    kind: "ballot-paper",
    motion: motion.id,
    vote,
    codeName: motion.codeName,
    text: (await house.store.motionWords(motion.id, motion.text)) ?? "",
    isSecret,
    method: rule.method,
    options: await optionsOf(house, motion),
    picked,
    atMost,
    left: left.map((choice) => ({ choice, mark: tokens.mark(choice) })),
    filled: tokens.write(picked),
    before: tokens.write(picked.slice(0, -1)),
    isFew: isSecret && (motion.votes.find((each) => each.vote === vote)?.electorate.length ?? 0) < FEW,
    mayChange: mayReplace(rule),
    clause: rule.clause,
  };
}

function mostOn(rule: BodyRule, choices: number): number {
  switch (rule.method) {
    case "motion":
    case "consensus":
      return 1;
    case "choose":
      return Math.min(rule.choose, choices);
    case "ranked":
      return choices;
  }
}

/**
 * Casts a ballot: durable before it is answered.
 * @param said the choice, or what its button carried; of a paper on which several are chosen what that carried
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
  const isPosition = rule.method === "consensus";
  const refused = await findMayNot(house, voting, isPosition ? "cast" : "be-present");
  if (refused !== undefined) return not(refused);
  const tokens = await tokensOf(house, { motion, vote, isSecret, rule }, person);
  const choice = tokens?.readMark(said);
  const paper = rule.method === "motion" || isPosition ? [choice ?? ""] : tokens?.read(said);
  if (paper === undefined || findPaperFault(rule, optionsLeft(motion), paper) !== undefined) return not(nothingHere);
  const cast = { delivery, vote, motion: motion.id, person, paper, replaces: mayReplace(rule) };
  const receipt = isSecret ? newReceipt(house) : undefined;
  const result =
    receipt === undefined ? await house.store.castOnMotion(cast) : await house.store.castInSecret({ ...cast, receipt });
  if (isPosition && result.kind === "counted") await settleConsensus(house, motion.id, vote);
  return { answer: await answerTo(house, voting, paper, receipt, result), isDelivered: true };
}

/** What whoever cast a ballot is told. */
async function answerTo(
  house: House,
  { facts, isSecret }: Voting,
  paper: Paper,
  receipt: string | undefined,
  result: CastResult,
): Promise<Cast["answer"]> {
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
        options: await optionsOf(house, motion),
        replaced: result.earlier,
        mayChange: mayReplace(rule),
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
