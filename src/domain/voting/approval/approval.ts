import type { VoteResult } from "../result.ts";

/** One of several bodies that have to agree, one after the other, each by a vote of its own. */
export interface ApprovalStep {
  /** A name for exactly the words that it votes on, such as their SHA-256: all have to approve the same. */
  readonly text: string;
  /** Undefined until the vote has been closed. */
  readonly result: VoteResult | undefined;
}

/** Where an approval in several steps stands; steps are counted from 0. */
export type Approval =
  /** The vote of this step can be opened, or is open. One that decided nothing (no quorum, too few voted, void) can be held again. */
  | { readonly kind: "waiting"; readonly step: number }
  | { readonly kind: "approved" }
  /** A body said no: nothing takes effect. */
  | { readonly kind: "refused"; readonly step: number }
  /** A body voted on other words than the first did. */
  | { readonly kind: "texts-differ"; readonly step: number };

/**
 * Finds how far an approval has come: by the Board and then the membership, or by trustees and forum on one text. No step counts before
 * all the earlier ones are carried.
 */
export function approvalOf(steps: readonly ApprovalStep[]): Approval {
  for (const [step, { text, result }] of steps.entries()) {
    if (text !== steps[0]?.text) return { kind: "texts-differ", step };
    const said = answerOf(result);
    if (said === undefined) return { kind: "waiting", step };
    if (said === "no") return { kind: "refused", step };
  }
  return { kind: "approved" };
}

/** Whether a body agreed; undefined while it has not said. */
function answerOf(result: VoteResult | undefined): "yes" | "no" | undefined {
  switch (result?.kind) {
    case "carried":
      return "yes";
    case "lost":
      return "no";
    case "tied":
    case "inquorate":
    case "turnout-not-met":
    case "cannot-be-quorate":
    case "void":
    case undefined:
      return undefined;
  }
}
