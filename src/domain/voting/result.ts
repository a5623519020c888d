import type { MotionRule } from "../../rulebook/rulebook.ts";
import type { PersonId } from "../identity.ts";
import { baseOf, hasMajority, tallyOf } from "./majority.ts";
import type { Choice, Tally } from "./majority.ts";
import { findInquorate } from "./quorum.ts";
import type { Inquorate, QuorumRule } from "./quorum.ts";

/** One member of the electorate as the vote stands. */
export interface Voter {
  readonly person: PersonId;
  readonly isPresent: boolean;
  readonly isRecused: boolean;
  /** The ballot that counts: the last one cast. */
  readonly choice: Choice | undefined;
}

/** Whether a member has come: whoever votes is present. */
export const isThere = ({ isPresent, choice }: Voter): boolean => isPresent || choice !== undefined;

export type VoteResult =
  | ({ readonly kind: "inquorate" } & Inquorate)
  /** A vote that was closed as void because it could never be quorate; `present` are those who could still have come. */
  | ({ readonly kind: "cannot-be-quorate" } & Inquorate)
  /** Closed without a count: the case ended while it was open. */
  | { readonly kind: "void" }
  | {
      readonly kind: "carried" | "lost" | "tied";
      readonly tally: Tally;
      readonly present: number;
      readonly recused: number;
      /** What the fraction was taken of. */
      readonly base: number;
    };

/**
 * The result if the vote were closed now: the same function for a look and for the closing.
 * A member who stepped aside counts neither for quorum (unless the rule says so) nor among the votes.
 */
export function resultOf(
  rule: MotionRule,
  voters: readonly Voter[],
  membersOf: (selector: QuorumRule["including"][number]["from"]) => readonly PersonId[],
): VoteResult {
  const entitled = voters.filter((voter) => !voter.isRecused);
  const counted = rule.quorum?.recused_count === true ? voters : entitled;
  const present = counted.filter(isThere).map((voter) => voter.person);
  const inquorate = findInquorate(rule.quorum, present, membersOf);
  if (inquorate !== undefined) return { kind: "inquorate", ...inquorate };

  const tally = tallyOf(entitled.flatMap((voter) => (voter.choice === undefined ? [] : [voter.choice])));
  const turnout = { present: entitled.filter(isThere).length, members: entitled.length };
  const numbers = {
    tally,
    present: turnout.present,
    recused: voters.length - entitled.length,
    base: baseOf(rule.majority, tally, turnout),
  };
  if (hasMajority(rule.majority, tally, turnout)) return { kind: "carried", ...numbers };
  const isTie = tally.inFavour === tally.against && tally.inFavour > 0;
  return { kind: isTie && rule.tie === "chair" ? "tied" : "lost", ...numbers };
}
