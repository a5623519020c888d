import type { VoteRule } from "../../rulebook/rulebook.ts";
import { RON } from "./ranked/ron.ts";

/** An option or candidate of a vote: any text that names it within this vote and never changes. */
export type OptionId = string;

/** One ballot without its voter: what was chosen, in the order of preference where the vote has one. `[]` is blank. */
export type Paper = readonly OptionId[];

/** What a member chooses of a motion. */
export type Choice = "in-favour" | "against" | "abstain";

/** Why a ballot is not taken. */
export type PaperFault =
  | { readonly fault: "unknown-option"; readonly option: OptionId }
  | { readonly fault: "chosen-twice"; readonly option: OptionId }
  /** Of a motion and a consensus it is exactly one; elsewhere a blank ballot is allowed. */
  | { readonly fault: "too-few"; readonly chosen: number; readonly atLeast: number }
  | { readonly fault: "too-many"; readonly chosen: number; readonly atMost: number };

const MOTION: readonly OptionId[] = ["in-favour", "against", "abstain"];
const CONSENSUS: readonly OptionId[] = ["agree", "object"];
const WITH_STANDING_ASIDE: readonly OptionId[] = ["agree", "stand-aside", "object"];

/** Everything that may stand on a ballot, in the order in which it is offered. */
export function choicesOf(rule: VoteRule, options: readonly OptionId[]): readonly OptionId[] {
  switch (rule.method) {
    case "motion":
      return MOTION;
    case "consensus":
      return rule.objections?.stand_aside === true ? WITH_STANDING_ASIDE : CONSENSUS;
    case "choose":
      return options;
    case "ranked":
      return rule.reopen_nominations ? [...options, RON] : options;
  }
}

/** How many may stand on one ballot: at least and at most. */
function sizeOf(rule: VoteRule, offered: number): { readonly atLeast: number; readonly atMost: number } {
  switch (rule.method) {
    case "motion":
    case "consensus":
      return { atLeast: 1, atMost: 1 };
    case "choose":
      return { atLeast: 0, atMost: rule.choose };
    case "ranked":
      return { atLeast: 0, atMost: offered };
  }
}

/** What is wrong with a ballot as somebody hands it in; undefined when it can be taken. */
export function findPaperFault(rule: VoteRule, options: readonly OptionId[], paper: Paper): PaperFault | undefined {
  const offered = choicesOf(rule, options);
  const unknown = paper.find((option) => !offered.includes(option));
  if (unknown !== undefined) return { fault: "unknown-option", option: unknown };
  const twice = paper.find((option, place) => paper.indexOf(option) < place);
  if (twice !== undefined) return { fault: "chosen-twice", option: twice };
  const { atLeast, atMost } = sizeOf(rule, offered.length);
  if (paper.length < atLeast) return { fault: "too-few", chosen: paper.length, atLeast };
  return paper.length > atMost ? { fault: "too-many", chosen: paper.length, atMost } : undefined;
}
