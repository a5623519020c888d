import type { Refusal } from "../refusal.ts";

/** What the rules do not allow in a motion that is no case. */
export type MotionRefusal = Extract<
  Refusal,
  {
    readonly refused:
      | "nothing-here"
      | "already-done"
      | "already-voted"
      | "cannot-be-quorate"
      | "came-later"
      | "counted-twice"
      | "mover-asked"
      | "mover-leads"
      | "day-is-over"
      | "session-not-open"
      | "inquorate"
      | "no-vote-open"
      | "no-tie"
      | "not-a-consensus"
      | "not-called"
      | "objections-open"
      | "tie-open"
      | "not-in-electorate"
      | "not-seconded"
      | "not-the-chair"
      | "not-your-task"
      | "observers-do-not-vote"
      | "own-motion"
      | "too-few-for-secrecy"
      | "vote-closed"
      | "vote-running";
  }
>;

export function isMotionRefusal(result: object): result is MotionRefusal {
  return "refused" in result;
}
