import type { MotionRule } from "../../rulebook/rulebook.ts";
import type { PersonId } from "../identity.ts";
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

/** Whether a vote of this electorate could ever be quorate: found at opening, not at the end. */
export function findUnreachableQuorum(
  rule: MotionRule,
  electorate: readonly PersonId[],
  membersOf: MembersOf,
): CannotPut | undefined {
  const roll = { seats: seatsOf(rule, electorate, membersOf), entitled: electorate.length };
  const inquorate = findInquorate(rule.quorum, electorate, membersOf, roll);
  if (inquorate === undefined) return undefined;
  const including = includingOf(rule.quorum);
  return { refused: "cannot-be-quorate", ...inquorate, including, exit: rule.unreachable_quorum, clause: rule.clause };
}
