import type { VoteRule } from "../../rulebook/rulebook.ts";
import type { PersonId } from "../identity.ts";
import type { Choice, OptionId, Paper } from "./paper.ts";
import type { MembersOf } from "./quorum.ts";

/** What is asked, and by which rule. */
export interface Question<Rule extends VoteRule = VoteRule> {
  readonly rule: Rule;
  /**
   * What may be chosen, in the order in which it was submitted; candidates without re-open nominations, which the rule adds.
   * Of motions and of a consensus: none.
   */
  readonly options: readonly OptionId[];
  /** Whoever a rule names, as the roster has them: for the composition of a quorum. */
  readonly membersOf: MembersOf;
  /** How many hold a seat, those who stepped aside among them, where it is more than the electorate: of it shares are taken. */
  readonly seats?: number | undefined;
  /**
   * The order that the lot gave (drawLot.ts). A choice takes of several equal options the earliest in it; a ranked count excludes,
   * and transfers the surplus of, the earliest in it. Options that are missing come after those that are there, as submitted.
   */
  readonly lot: readonly OptionId[];
  /** The casting vote of the chair, once it was given: only a tied motion looks at it. */
  readonly casting?: Exclude<Choice, "abstain"> | undefined;
}

/** Somebody of the electorate as it was frozen at the opening, and what became of them. Nothing about what they chose. */
export interface Elector {
  readonly person: PersonId;
  /** Said to be present. Whoever has voted is, too. */
  readonly isPresent: boolean;
  readonly isRecused: boolean;
  /** Whether a ballot of theirs was stored. Of those who stepped aside it only says that they came: their ballots are left out. */
  readonly hasVoted: boolean;
}

/** Papers that were counted by hand and entered as a number. */
export interface Entered {
  readonly paper: Paper;
  readonly count: number;
}

/** The ballots that count, without names and in any order. */
export interface Ballots {
  /** The last ballot of everybody who voted and has not stepped aside. */
  readonly papers: Iterable<Paper>;
  /** What was counted in a room or out of a box. Whoever gave these papers is no elector here. */
  readonly entered?: readonly Entered[] | undefined;
}
