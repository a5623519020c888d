import type { PersonId } from "../identity.ts";
import type { CaseRule } from "./inCase.ts";
import { findInquorate, includingOf, seatsOf } from "./quorum.ts";
import type { Including, Inquorate, MembersOf } from "./quorum.ts";

/** Even with every member who may vote present there would be no quorum. */
export type CannotPut = Inquorate & {
  readonly refused: "cannot-be-quorate";
  readonly including: readonly Including[];
  /** The stage that the rulebook names for that. */
  readonly exit: string | undefined;
  readonly clause: string;
};

/**
 * Whether a vote of this electorate could ever be quorate: found at opening, not at the end.
 * @param seats how many held a seat when it was put; those of today when left out
 */
export function findUnreachableQuorum(
  rule: CaseRule,
  electorate: readonly PersonId[],
  membersOf: MembersOf,
  seats = seatsOf(rule, electorate, membersOf),
): CannotPut | undefined {
  const roll = { seats, entitled: electorate.length };
  const inquorate = findInquorate(rule.quorum, electorate, membersOf, roll);
  if (inquorate === undefined) return undefined;
  const including = includingOf(rule.quorum);
  const exit = rule.method === "motion" ? rule.unreachable_quorum : undefined;
  return { refused: "cannot-be-quorate", ...inquorate, including, exit, clause: rule.clause };
}
