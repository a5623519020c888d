import type { Fault } from "../../rulebook/faults.ts";

/** What the linter looks for. */
type FindingKind =
  | "impossible-quorum"
  | "unreachable-quorum"
  | "nobody-to-put-a-motion"
  | "motion-that-cannot-be-put"
  | "deciders-who-handled-it"
  | "panel-too-small"
  | "panel-without-chair"
  | "sides-never-equal"
  | "fallback-ends-empty"
  | "decides-on-own-appeal"
  | "never-challenged"
  | "never-lodged"
  | "stage-never-reached"
  | "no-way-out"
  | "need-never-met"
  | "nobody-to-summon"
  | "longer-than-what-contains-it"
  | "reminder-too-early"
  | "over-the-limit"
  | "sanction-above-the-limit"
  | "majority-never-reached"
  | "majority-of-few"
  | "tie-without-chair"
  | "called-by-nobody"
  | "no-time-to-object"
  | "objections-never-enough"
  | "consensus-of-one"
  | "secret-of-few"
  | "sealed-and-published"
  | "nobody-to-receive"
  | "nobody-to-impose"
  | "half-confirmed"
  | "told-before-confirmed"
  | "never-used"
  | "not-of-the-larger-body"
  | "not-in-the-code"
  | "nothing-to-take"
  | "taken-before-told";

/**
 * Something of a rulebook that is well written and yet cannot work. Its path gives file, line and column, as those of any fault do.
 * "cannot-work": a case can come to where nothing leads on, or a rule can never be kept. "look-again": it works, but hardly as it was meant.
 */
export interface Finding extends Fault {
  readonly level: "cannot-work" | "look-again";
  readonly kind: FindingKind;
  /** The place in the source document that the rule comes from; undefined for what has no clause there. */
  readonly clause: string | undefined;
  /** With whom, when and in which numbers it goes wrong. */
  readonly example?: string;
}
