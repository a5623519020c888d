import type { MotionRule, VoteRule } from "../../rulebook/rulebook.ts";
import type { PersonId } from "../identity.ts";

export type QuorumRule = NonNullable<MotionRule["quorum"]>;
/** The people whom a rule names. */
export type MembersOf = (selector: QuorumRule["including"][number]["from"]) => readonly PersonId[];

/** Of what a share is taken, and whether anybody has stepped aside. */
export interface Roll {
  /** All who hold a seat, those who stepped aside among them. */
  readonly seats: number;
  /** Those of them who may vote. */
  readonly entitled: number;
}

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

/** How many hold a seat: those whom the rule lets vote, or the electorate where the roster does not say who they are. */
export function seatsOf({ electorate }: VoteRule, electors: readonly PersonId[], membersOf: MembersOf): number {
  return Math.max(membersOf(electorate).length, electors.length);
}

/** Of what shares are taken, and whether anybody has stepped aside. */
export function rollOf(
  rule: VoteRule,
  electors: readonly { readonly person: PersonId; readonly isRecused: boolean }[],
  membersOf: MembersOf,
  seats = seatsOf(
    rule,
    electors.map(({ person }) => person),
    membersOf,
  ),
): Roll {
  return { seats, entitled: electors.filter(({ isRecused }) => !isRecused).length };
}

/** How many must be present: the number of the rule, or its share of the seats where that is more; fewer where it says so of conflicts. */
export function neededOf(rule: QuorumRule, { seats, entitled }: Roll): number {
  if (rule.when_conflicted !== undefined && entitled < seats) return rule.when_conflicted;
  if (rule.share === undefined) return rule.present;
  const { fraction, strict } = rule.share;
  const asked = seats * fraction.numerator;
  const whole = Math.floor(asked / fraction.denominator);
  return Math.max(rule.present, strict || asked % fraction.denominator > 0 ? whole + 1 : whole);
}

/**
 * Whether enough members are present, and enough of each body that must be among them.
 * @param present those present who count: members who stepped aside are left out by the caller unless the rule counts them
 * @param membersOf the members of a body the rule names
 * @param others how many more are present without being anybody known, such as those who voted in a room
 * @returns undefined when quorate
 */
export function findInquorate(
  rule: QuorumRule | undefined,
  present: readonly PersonId[],
  membersOf: MembersOf,
  roll: Roll,
  others = 0,
): Inquorate | undefined {
  if (rule === undefined) return undefined;
  const there = new Set(present);
  const needed = neededOf(rule, roll);
  const count = there.size + others;
  const missing = rule.including.flatMap((part) => {
    const ofIt = membersOf(part.from).filter((member) => there.has(member)).length;
    return ofIt < part.at_least ? [{ body: bodyOf(part), present: ofIt, needed: part.at_least }] : [];
  });
  return count >= needed && missing.length === 0 ? undefined : { present: count, needed, missing };
}
