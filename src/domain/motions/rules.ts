import type { ChooseRule, ConsensusRule, MotionRule, RankedRule, Rulebook } from "../../rulebook/rulebook.ts";
import type { PersonId } from "../identity.ts";
import { holdersOf, votersOf } from "../roster.ts";
import type { Roster } from "../roster.ts";
import type { Motion } from "./motion.ts";

/** A way to decide something that is no case: in favour or against, by consensus, some of several options, or options in an order. */
export type BodyRule = MotionRule | ConsensusRule | ChooseRule | RankedRule;

/** Whether somebody may vote again while the vote is open. */
export const mayReplace = (rule: BodyRule): boolean => rule.method !== "motion" || rule.second_ballot === "replaces";

/** The ways to vote on motions that are no case, by their names in the rulebook: those by which only cases are decided are none of them. */
export function motionRules(rulebook: Rulebook): readonly (readonly [string, BodyRule])[] {
  const { programmes, document } = rulebook;
  const elsewhere = [
    ...Object.values(programmes).flatMap(({ phases }) => Object.values(phases).flatMap(({ vote }) => vote ?? [])),
    ...(document.amendment?.votes ?? []),
  ];
  const ofCases = rulesOfCases(rulebook).filter((id) => !elsewhere.includes(id));
  return Object.entries(rulebook.votes).flatMap(([id, rule]) => (ofCases.includes(id) ? [] : [[id, rule] as const]));
}

function rulesOfCases({ procedures, challenges, panels, sanctions }: Rulebook): readonly string[] {
  const stages = Object.values(procedures).flatMap((procedure) => Object.values(procedure.stages));
  return [
    ...stages.flatMap((stage) =>
      stage.kind === "vote" ? Object.values(stage.motions).map((motion) => motion.vote) : [],
    ),
    ...Object.values(challenges).flatMap(({ vote }) => vote ?? []),
    ...Object.values(panels).flatMap(({ vote }) => vote ?? []),
    ...Object.values(sanctions).flatMap(({ confirm }) => confirm?.vote ?? []),
  ];
}

/** By which way a motion is voted on now, or was the last time: the one that it was moved by, unless its vote was opened by another. */
export const wayOf = ({ rule, votes }: Pick<Motion, "rule" | "votes">): string => votes.at(-1)?.rule ?? rule;

/** The rule by which a motion is voted on. Throws when the rulebook gives it none. */
export function ruleOf(rulebook: Rulebook, motion: Pick<Motion, "rule" | "votes" | "codeName">): BodyRule {
  const id = wayOf(motion);
  const rule = rulebook.votes[id];
  if (rule === undefined) throw new Error(`The motion ${motion.codeName} is voted on by "${id}", which is no vote.`);
  return rule;
}

const isSided = (rule: BodyRule | undefined) => rule?.method === "motion" || rule?.method === "consensus";

/**
 * The ways by which the vote on a motion can be opened: the one that it was moved by and, where it is for or against, every other of the
 * same body that is.
 */
export function waysToOpen(rulebook: Rulebook, { rule: id }: Pick<Motion, "rule">): readonly string[] {
  const own = rulebook.votes[id];
  if (own === undefined || !isSided(own)) return [id];
  const others = motionRules(rulebook).flatMap(([other, rule]) =>
    other !== id && isSided(rule) && rule.electorate.kind === own.electorate.kind && bodyOf(rule) === bodyOf(own)
      ? [other]
      : [],
  );
  return [id, ...others];
}

/** The body that votes, as the rulebook names it. */
export function bodyOf({ electorate }: BodyRule): string {
  return "id" in electorate ? electorate.id : electorate.kind;
}

/** Whoever may be there without a vote. */
export function observersOf(rulebook: Rulebook, roster: Roster, motion: Motion): readonly PersonId[] {
  // In camera nobody is there but those who vote.
  if (motion.session?.isInCamera === true) return [];
  const rule = ruleOf(rulebook, motion);
  const voters = votersOf(rulebook, roster, rule.electorate);
  const people = rule.observers.flatMap((selector) => holdersOf(rulebook, roster, selector));
  return [...new Set(people)].filter((person) => !voters.includes(person) && !motion.recused.includes(person));
}
