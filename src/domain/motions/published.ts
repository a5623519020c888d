import type { Paper } from "../voting/paper.ts";
import type { MotionResult } from "./entry.ts";
import type { BodyRule } from "./rules.ts";

/** A ballot of a secret vote as it is kept once the vote is closed. */
export interface KeptBallot {
  readonly receipt: string;
  /** Undefined where the choices would show who voted how, or where the rulebook says that they are not found. */
  readonly paper: Paper | undefined;
}

/**
 * What is kept of the ballots of a secret vote: with their choices only where the numbers are told, and only where whoever voted may find
 * the own ballot; otherwise what was counted, each by its receipt. Of a vote that came to nothing only that.
 */
export function keptBallots(
  result: MotionResult,
  rule: BodyRule,
  ballots: readonly { readonly receipt: string; readonly paper: Paper }[],
): { readonly ballots: readonly KeptBallot[]; readonly hasChoices: boolean } {
  const hasChoices = isTold(result) && rule.receipt === "ballot";
  const kept = ballots.map(({ receipt, paper }): KeptBallot => ({ receipt, paper: hasChoices ? paper : undefined }));
  return { ballots: kept.toSorted((a, b) => (a.receipt < b.receipt ? -1 : 1)), hasChoices };
}

/** Whether the numbers of a result are told, so that the ballots can be as well. */
function isTold(result: MotionResult): boolean {
  switch (result.kind) {
    case "carried":
    case "lost":
    case "tied":
    case "agreed":
    case "not-reached":
    case "chosen":
    case "elected":
      return result.count !== undefined;
    case "inquorate":
    case "turnout-not-met":
    case "void":
      return false;
  }
}

/** The file of the ballots, a line each, in the order of the receipts. */
export function ballotFile(ballots: readonly KeptBallot[]): string {
  return ballots.map(({ receipt, paper }) => `${[receipt, ...(paper ?? [])].join(" ")}\n`).join("");
}
