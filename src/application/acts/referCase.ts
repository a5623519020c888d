import { openVote } from "../../domain/case/case.ts";
import { findNoQuorum } from "../../domain/case/wayOut.ts";
import type { CaseId, StageId } from "../../domain/identity.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { why } from "../../domain/why/why.ts";
import { actOnCase } from "../actOnCase.ts";
import type { CaseRef, Done, Request, Seen } from "../actOnCase.ts";
import type { House } from "../house.ts";
import { inNames } from "../inNames.ts";
import type { AccountRef } from "../person.ts";
import { readVoters } from "../readVoters.ts";
import { readFacts } from "./readFacts.ts";

/** What somebody is asked before a case is referred. */
export interface ReferralQuestion {
  readonly kind: "referral-question";
  readonly case: CaseId;
  readonly codeName: string;
  readonly body: string;
  /** The stage to which it goes. */
  readonly next: StageId;
  /** Whether a vote is open, which ends with it uncounted. */
  readonly isVoteOpen: boolean;
  readonly clause: string;
}

/** What follows when a case is referred because the deciding body cannot be quorate; or why it cannot be. */
export async function askReferral(house: House, caller: AccountRef, ref: CaseRef): Promise<ReferralQuestion | Blocked> {
  const facts = await readFacts(house, ref, caller);
  if (facts === undefined) return nothingHere;
  const { rulebook, roster, current, parties } = facts;
  const voters = await readVoters(house, current);
  const answer = why(facts, { kind: "refer", voters });
  if (answer.kind === "blocked") return inNames(house, answer.by);
  const found = findNoQuorum(rulebook, roster, current, parties, voters);
  if (found?.numbers.exit === undefined) return nothingHere;
  const { electorate } = rulebook.votes[found.rule] ?? {};
  return {
    kind: "referral-question",
    case: current.id,
    codeName: current.codeName,
    body: electorate === undefined || electorate.kind === "anyone" ? "anyone" : electorate.id,
    next: found.numbers.exit,
    isVoteOpen: openVote(current) !== undefined,
    clause: found.numbers.clause,
  };
}

/** Refers a case whose deciding body cannot be quorate to the stage that the rules name for that. */
export function referCase(house: House, request: Request): Promise<Done | Seen | Blocked> {
  return actOnCase(house, request, async ({ current }) => ({
    act: { kind: "refer", voters: await readVoters(house, current) },
  }));
}
