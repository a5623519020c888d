import type { MotionRule } from "../../rulebook/rulebook.ts";
import type { PersonId } from "../identity.ts";

export type QuorumRule = NonNullable<MotionRule["quorum"]>;

/** What is missing: how many are present of how many needed, and of which bodies too few. */
export interface Inquorate {
  readonly present: number;
  readonly needed: number;
  readonly missing: readonly { readonly body: string; readonly present: number; readonly needed: number }[];
}

/** So many of a body must be among those present. */
export interface Including {
  readonly body: string;
  readonly needed: number;
}

const bodyOf = ({ from }: QuorumRule["including"][number]) => ("id" in from ? from.id : from.kind);

/** Of which bodies members must be among those present. */
export function includingOf(rule: QuorumRule | undefined): readonly Including[] {
  return (rule?.including ?? []).map((part) => ({ body: bodyOf(part), needed: part.at_least }));
}

/** Who must still come: so many of a body, or of all who may vote where no body is named. One person may be of several bodies. */
export interface Lacking {
  readonly body: string | undefined;
  readonly count: number;
}

/** What would make it quorate: those of the bodies that are missing count among the others that are. */
export function lackingOf({ present, needed, missing }: Inquorate): readonly Lacking[] {
  const ofBodies = missing.map((part) => ({ body: part.body, count: part.needed - part.present }));
  const others = needed - present - ofBodies.reduce((sum, part) => sum + part.count, 0);
  return others > 0 ? [...ofBodies, { body: undefined, count: others }] : ofBodies;
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
    return there < part.at_least ? [{ body: bodyOf(part), present: there, needed: part.at_least }] : [];
  });
  if (present.length >= rule.present && missing.length === 0) return undefined;
  return { present: present.length, needed: rule.present, missing };
}
