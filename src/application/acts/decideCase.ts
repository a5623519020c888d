import type { Act } from "../../domain/acts/act.ts";
import { decideAct } from "../../domain/acts/decideAct.ts";
import { openVote } from "../../domain/case/case.ts";
import type { Case, VoteInCase } from "../../domain/case/case.ts";
import { readMotionRule } from "../../domain/case/decide.ts";
import { readStage } from "../../domain/case/stages.ts";
import type { CaseId, PersonId, RuleId, SanctionId, StageId, VoteId } from "../../domain/identity.ts";
import { isRefusal } from "../../domain/refusal.ts";
import { choicesOf, mayChange } from "../../domain/voting/inCase.ts";
import type { CaseResult, CaseRule } from "../../domain/voting/inCase.ts";
import type { CaseChoice } from "../../domain/voting/result.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { explain, why } from "../../domain/why/why.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";
import { actOnCase, changeOf, factsOf, readCase, TRIES, unlessSeen } from "../actOnCase.ts";
import type { CaseRef, Done, Facts, Request, Seen } from "../actOnCase.ts";
import { findPerson } from "../house.ts";
import type { House } from "../house.ts";
import { inNames } from "../inNames.ts";
import { readKnownVote } from "../knownVotes.ts";
import { letterWords } from "../letterWords.ts";
import type { AccountRef } from "../person.ts";
import { readVoters } from "../readVoters.ts";
import { settleOpenVote } from "../settleOpenVote.ts";

type Result = Promise<Done | Seen | Blocked>;

/** Declares that nothing stands between somebody who is to decide and the case, and that it stays confidential. */
export function clearOfConflict(house: House, request: Request): Result {
  return actOnCase(house, request, () => ({ act: { kind: "clear" } }));
}

/** Steps aside for a conflict of interest: from then on there is no such case for this person. */
export function recuse(house: House, request: Request): Result {
  return actOnCase(house, request, () => ({ act: { kind: "recuse" } }));
}

export interface MotionText {
  readonly motion: string;
  readonly findings: readonly RuleId[];
  readonly severity: string | undefined;
  readonly sanction: SanctionId | undefined;
  /** How long the sanction holds, where whoever decides says so. */
  readonly lasts?: Span | undefined;
  readonly scope?: readonly string[] | undefined;
  /** Which conditions are attached to it, and the day by which those are met that have one, as 2026-03-15. */
  readonly attached?: readonly string[] | undefined;
  readonly attachedBy?: string | undefined;
  /** Which reasons of the rulebook's list. */
  readonly because?: readonly string[] | undefined;
  readonly reasons: string;
  /** The text of the letter, where the sanction is one. */
  readonly letter?: string | undefined;
}

/** Puts a motion to the deciding body. */
export function put(house: House, request: Request, { reasons: text, letter, ...motion }: MotionText): Result {
  return actOnCase(house, request, ({ newId }) => {
    const reasons = newId();
    const written = letterWords(letter, newId);
    return {
      act: { kind: "put-motion", ...motion, vote: newId(), reasons, letter: written[0]?.id },
      words: [{ id: reasons, text }, ...written],
    };
  });
}

/** What a member who pressed a ballot button is told. */
export interface Voted {
  readonly kind: "voted";
  readonly choice: CaseChoice;
  /** Whether it took the place of an earlier ballot. */
  readonly replaced: boolean;
  /** Whether it is a position on what was called, and whether with it the consensus has ended. */
  readonly isPosition: boolean;
  readonly hasEnded: boolean;
  readonly clause: string;
}

/** Casts a ballot: durable before it is answered. */
export async function cast(
  house: House,
  caller: AccountRef,
  vote: VoteId,
  choice: CaseChoice,
  delivery: string,
): Promise<Voted | Seen | Blocked> {
  const person = await findPerson(house, caller);
  const known = person === undefined ? undefined : await readKnownVote(house, vote);
  if (person === undefined || known === undefined) return nothingHere;
  const { rule } = known;
  if (!known.isOfBody(person)) return (await whyNot(house, known.case, vote, person, "cast", choice)) ?? nothingHere;
  // A motion is voted on from the moment it is put, and a side is all that can be chosen; of a consensus the file says more.
  const isPosition = rule.method === "consensus";
  const unasked =
    isPosition || !choicesOf(rule).includes(choice)
      ? await whyNot(house, known.case, vote, person, "cast", choice)
      : undefined;
  if (unasked !== undefined) return unasked;
  const result = await house.store.castBallot({
    delivery,
    vote,
    case: known.case,
    person,
    choice,
    replaces: mayChange(rule),
  });
  switch (result.kind) {
    case "counted": {
      if (!result.earlier) house.stale.add(known.case);
      const hasEnded = isPosition && (await settleOpenVote(house, known.case));
      return { kind: "voted", choice, replaced: result.earlier, isPosition, hasEnded, clause: rule.clause };
    }
    case "seen":
      return { kind: "seen" };
    case "already-voted":
    case "vote-closed":
    case "not-cleared":
    case "not-a-voter":
      // Should nothing be in the way any more, it was a moment ago: whoever tries again is counted.
      return (await whyNot(house, known.case, vote, person, "cast", choice)) ?? voteClosed(rule);
  }
}

const voteClosed = ({ clause }: CaseRule): Blocked => ({
  refused: "vote-closed",
  clause,
  unblock: [{ kind: "nothing", as: "over" }],
});

/** Why somebody may not take part in a vote; nothing at all for those who may not know of the case. */
async function whyNot(
  house: House,
  id: CaseId,
  vote: VoteId,
  person: PersonId,
  kind: "cast" | "be-present",
  choice?: CaseChoice,
): Promise<Blocked | undefined> {
  const facts = await readFacts(house, { id }, person);
  if (facts === undefined) return nothingHere;
  const voters = (await house.store.vote(vote))?.voters ?? [];
  const answer = why(facts, { kind, vote, voters, choice });
  return answer.kind === "blocked" ? inNames(house, answer.by) : undefined;
}

export interface Present {
  readonly kind: "present";
  readonly result: CaseResult;
  readonly clause: string;
}

/** Says "I am present" in the vote that is open. */
export async function present(house: House, caller: AccountRef, vote: VoteId): Promise<Present | Blocked> {
  const person = await findPerson(house, caller);
  const known = person === undefined ? undefined : await readKnownVote(house, vote);
  if (person === undefined || known === undefined) return nothingHere;
  const refusal = await whyNot(house, known.case, vote, person, "be-present");
  if (refusal !== undefined) return refusal;
  if (await house.store.markPresent(vote, person)) house.stale.add(known.case);
  const stored = await house.store.vote(vote);
  return { kind: "present", result: known.resultOf(stored?.voters ?? []), clause: known.rule.clause };
}

export interface ClosedVote {
  readonly kind: "closed-vote";
  readonly vote: VoteInCase;
  readonly result: CaseResult;
  /** The stage that the case is at now, and whether the notices are sent at it. */
  readonly stage: StageId;
  readonly isToInform: boolean;
  readonly clause: string;
}

/** Closes the open vote of a case: refused while it is inquorate; the vote then stays open. One that can never be quorate ends as void. */
export async function closeVote(house: House, request: Request): Promise<ClosedVote | Seen | Blocked> {
  const caller = await findPerson(house, request.caller);
  for (let left = TRIES; left > 0; left -= 1) {
    const facts = caller === undefined ? undefined : await readFacts(house, request.case, caller);
    if (facts === undefined) return unlessSeen(house, request, nothingHere);
    // Whatever stands in the way but the quorum and what was chosen: that is counted while the vote is held still.
    const before = why(facts, { kind: "close-vote", voters: [] });
    const open = openVote(facts.current);
    if (before.kind === "blocked" && (open === undefined || !isOfBallots(before.by)))
      return unlessSeen(house, request, inNames(house, before.by));
    if (open === undefined) throw new Error("A vote that is not open was to be closed.");

    let outcome: ClosedVote | Blocked | undefined;
    const committed = await house.store.closeVote(open.vote, ({ voters }) => {
      const act: Act = { kind: "close-vote", voters };
      const entries = decideAct(facts, act, facts.newId);
      if (isRefusal(entries)) {
        outcome = inNames(house, explain(facts, act, entries));
        return undefined;
      }
      const { rulebook, current, stored, at } = facts;
      const by = { kind: "person", person: facts.caller } as const;
      const made = changeOf(house, rulebook, stored, current, { entries }, by, at, request.delivery);
      outcome = closedVote(rulebook, made.current, open.vote);
      return made.change;
    });
    if (committed === "seen") return { kind: "seen" };
    // Somebody else was faster, and may have closed it.
    if (committed === "stale" || outcome === undefined) continue;
    if (committed === "committed") house.wakeOutbox();
    return outcome;
  }
  throw new Error(`The vote of a case changed ${TRIES} times while it was being closed.`);
}

/** Says that there is agreement on what is before the body: from then on its members may object. */
export function callConsensus(house: House, request: Request): Result {
  return actOnCase(house, request, async ({ current }) => ({
    act: { kind: "call-consensus", voters: await readVoters(house, current) },
  }));
}

/** The casting vote of the chair on what was tied. */
export function decideTie(house: House, request: Request, casting: "in-favour" | "against"): Result {
  return actOnCase(house, request, () => ({ act: { kind: "decide-tie", casting } }));
}

/** Whether it depends on who has come and what was chosen. */
const isOfBallots = ({ refused }: Blocked) =>
  refused === "inquorate" || refused === "cannot-be-quorate" || refused === "objections-open";

function closedVote(rulebook: Rulebook, current: Case, id: VoteId): ClosedVote | undefined {
  const vote = current.votes.find((each) => each.vote === id);
  if (vote?.result === undefined) return undefined;
  const { clause } = readMotionRule(rulebook, vote.rule);
  const isToInform = readStage(rulebook, current).kind === "notify";
  return { kind: "closed-vote", vote, result: vote.result, stage: current.stage.stage, isToInform, clause };
}

async function readFacts(house: House, ref: CaseRef, caller: PersonId): Promise<Facts | undefined> {
  const stored = await readCase(house, ref);
  return stored === undefined ? undefined : factsOf(house, stored, caller);
}

/** Sends the notices of the decision: for the body that voted, which does not see to whom, or for those who handle the case. */
export function sendNotices(house: House, request: Request): Result {
  return actOnCase(house, request, () => ({ act: { kind: "send-notices" } }));
}
