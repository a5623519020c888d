import type { MotionRule } from "../../rulebook/rulebook.ts";
import type { PersonId } from "../identity.ts";

export type QuorumRule = NonNullable<MotionRule["quorum"]>;

/** What is missing: how many are present of how many needed, and of which bodies too few. */
export interface Inquorate {
  readonly present: number;
  readonly needed: number;
  readonly missing: readonly { readonly body: string; readonly present: number; readonly needed: number }[];
}

/**
 * Whether enough members are present, and enough of each body that must be among them.
 * @param present those present who count: members who stepped aside are left out by the caller unless the rule counts them
 * @param membersOf the members of a body the rule names
 * @returns undefined when quorate
 */
export function findInquorate(
  rule: QuorumRule | undefined,
  present: readonly PersonId[],
  membersOf: (selector: QuorumRule["including"][number]["from"]) => readonly PersonId[],
): Inquorate | undefined {
  if (rule === undefined) return undefined;
  const missing = rule.including.flatMap((part) => {
    const there = membersOf(part.from).filter((member) => present.includes(member)).length;
    const body = "id" in part.from ? part.from.id : part.from.kind;
    return there < part.at_least ? [{ body, present: there, needed: part.at_least }] : [];
  });
  if (present.length >= rule.present && missing.length === 0) return undefined;
  return { present: present.length, needed: rule.present, missing };
}
