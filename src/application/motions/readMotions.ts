import { isOver, voteNow } from "../../domain/motions/motion.ts";
import { bodyOf, ruleOf } from "../../domain/motions/rules.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import type { CaseRef } from "../actOnCase.ts";
import { findPerson } from "../house.ts";
import type { House } from "../house.ts";
import type { SecretBallot } from "../motionPorts.ts";
import type { AccountRef } from "../person.ts";
import { readMotionFacts } from "./actOnMotion.ts";
import type { MotionFacts } from "./actOnMotion.ts";
import { motionCard } from "./motionCard.ts";
import type { MotionCard } from "./motionCard.ts";
import { optionsOf } from "./options.ts";
import type { OptionView } from "./options.ts";

/** A motion in a list. */
export interface MotionLine {
  readonly motion: string;
  readonly codeName: string;
  readonly body: string;
  readonly isVoteOpen: boolean;
}

/** The motions somebody knows of in which something can still happen, the oldest first. */
export async function listMotions(house: House, caller: AccountRef): Promise<readonly MotionLine[]> {
  const person = await findPerson(house, caller);
  if (person === undefined) return [];
  const ids = await house.store.openMotions();
  const found = await Promise.all(ids.map((id) => readMotionFacts(house, { id }, person)));
  return found.flatMap((facts) => (facts === undefined || isOver(facts.motion) ? [] : [lineOf(facts)]));
}

function lineOf({ rulebook, motion }: MotionFacts): MotionLine {
  return {
    motion: motion.id,
    codeName: motion.codeName,
    body: bodyOf(ruleOf(rulebook, motion)),
    isVoteOpen: voteNow(motion) !== undefined,
  };
}

/** Whether a code name is that of a motion this person knows of. */
export async function findMotion(house: House, caller: AccountRef, ref: CaseRef): Promise<string | undefined> {
  const person = await findPerson(house, caller);
  const facts = person === undefined ? undefined : await readMotionFacts(house, ref, person);
  return facts?.motion.id;
}

/** A motion as its room shows it, for a member or an observer. */
export async function openMotionCard(house: House, caller: AccountRef, ref: CaseRef): Promise<MotionCard | Blocked> {
  const person = await findPerson(house, caller);
  const facts = person === undefined ? undefined : await readMotionFacts(house, ref, person);
  return facts === undefined ? nothingHere : motionCard(house, facts.rulebook, facts.motion);
}

/** The ballots of a secret vote that was closed, as everybody who knows of it can read them. */
export interface BallotsView {
  readonly kind: "ballots";
  readonly motion: string;
  readonly codeName: string;
  readonly hash: string;
  readonly hasChoices: boolean;
  readonly ballots: readonly SecretBallot[];
  readonly options: readonly OptionView[];
}

/** The published ballots of a motion. */
export async function readBallots(house: House, caller: AccountRef, ref: CaseRef): Promise<BallotsView | Blocked> {
  const person = await findPerson(house, caller);
  const facts = person === undefined ? undefined : await readMotionFacts(house, ref, person);
  const vote = facts?.motion.votes.findLast(({ published }) => published !== undefined);
  if (facts === undefined || vote?.published === undefined) return nothingHere;
  const { hash, hasChoices } = vote.published;
  const ballots = await house.store.publishedBallots(vote.vote);
  const { id: motion, codeName } = facts.motion;
  return {
    kind: "ballots",
    motion,
    codeName,
    hash,
    hasChoices,
    ballots,
    options: await optionsOf(house, facts.motion),
  };
}
