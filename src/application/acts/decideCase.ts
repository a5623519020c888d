import { foldCase, openVote } from "../../domain/case/case.ts";
import type { VoteInCase } from "../../domain/case/case.ts";
import {
  closeVote as decideClosing,
  findMayNotVote,
  findNotChair,
  notInElectorate,
  putMotion,
  readMotionRule,
} from "../../domain/case/decide.ts";
import { sendNotices as decideNotices } from "../../domain/case/inform.ts";
import { readStage } from "../../domain/case/stages.ts";
import type { CaseId, PersonId, RuleId, SanctionId, VoteId } from "../../domain/identity.ts";
import { handlersOf } from "../../domain/parties/viewer.ts";
import { isRefusal } from "../../domain/refusal.ts";
import type { Refusal } from "../../domain/refusal.ts";
import type { Choice } from "../../domain/voting/majority.ts";
import type { VoteResult } from "../../domain/voting/result.ts";
import { actOnCase, changeOf, factsOf, readCase, TRIES, unlessSeen } from "../actOnCase.ts";
import type { CaseRef, Done, Facts, Request, Seen } from "../actOnCase.ts";
import { findPerson } from "../house.ts";
import type { House } from "../house.ts";
import { readKnownVote } from "../knownVotes.ts";
import type { AccountRef } from "../ports.ts";

type Result = Promise<Done | Seen | Refusal>;

/** Declares that nothing stands between a member and the case, and that it stays confidential. */
export function clearOfConflict(house: House, request: Request): Result {
  return actOnCase(house, request, ({ viewer, caller, rulebook }) => {
    if (viewer.kind !== "voter") return { refused: "not-your-task", clause: rulebook.conflicts.clause };
    if (viewer.isCleared) return { refused: "already-done" };
    return { entries: [{ kind: "cleared", person: caller }], clears: [caller] };
  });
}

/**
 * Steps aside for a conflict of interest: from then on there is no such case for this person. Refused to the last officer who handles it:
 * a report that nobody reads is lost, and those to whom the member sent it are the only ones who may read it.
 */
export function recuse(house: House, request: Request): Result {
  return actOnCase(house, request, ({ viewer, caller, rulebook, roster, current }) => {
    if (viewer.kind === "party") return { refused: "not-your-task", clause: rulebook.conflicts.clause };
    const isLast = handlersOf(rulebook, roster, current).every((person) => person === caller);
    if (viewer.kind === "handler" && isLast) return { refused: "last-officer", clause: rulebook.conflicts.clause };
    return { entries: [{ kind: "recused", person: caller }], recuses: [caller] };
  });
}

export interface MotionText {
  readonly motion: string;
  readonly findings: readonly RuleId[];
  readonly severity: string | undefined;
  readonly sanction: SanctionId | undefined;
  readonly reasons: string;
}

/** Puts a motion to the deciding body. */
export function put(house: House, request: Request, text: MotionText): Result {
  return actOnCase(house, request, (facts) => {
    const { rulebook, roster, current, caller, viewer, parties, newId } = facts;
    if (viewer.kind !== "voter") return { refused: "not-your-task", clause: readStage(rulebook, current).clause };
    const { reasons, ...motion } = text;
    const statement = newId();
    const entry = putMotion(
      rulebook,
      roster,
      current,
      caller,
      { ...motion, vote: newId(), reasons: statement },
      parties,
    );
    if (isRefusal(entry)) return entry;
    if (entry.kind !== "motion-put") return { entries: [entry] };
    return {
      entries: [entry],
      words: [{ id: statement, text: reasons }],
      opensVote: { vote: entry.vote, electorate: entry.electorate },
    };
  });
}

/** What a member who pressed a ballot button is told. */
export interface Voted {
  readonly kind: "voted";
  readonly choice: Choice;
  /** Whether it took the place of an earlier ballot. */
  readonly replaced: boolean;
  readonly clause: string;
}

/** Casts a ballot: durable before it is answered. */
export async function cast(
  house: House,
  caller: AccountRef,
  vote: VoteId,
  choice: Choice,
  delivery: string,
): Promise<Voted | Seen | Refusal> {
  const person = await findPerson(house, caller);
  const known = await readKnownVote(house, vote);
  if (known === undefined) return { refused: "nothing-here" };
  const { rule } = known;
  // Somebody nobody knows pressed a button that could be seen: it tells nothing that the message did not.
  if (person === undefined) return notInElectorate(rule);
  const result = await house.store.castBallot({
    delivery,
    vote,
    case: known.case,
    person,
    choice,
    replaces: rule.second_ballot === "replaces",
  });
  switch (result.kind) {
    case "counted":
      if (!result.earlier) house.stale.add(known.case);
      return { kind: "voted", choice, replaced: result.earlier, clause: rule.clause };
    case "seen":
      return { kind: "seen" };
    case "already-voted":
      return { refused: "already-voted", clause: rule.clause };
    case "vote-closed":
    case "not-cleared":
    case "not-a-voter":
      return (await whyNot(house, known.case, vote, person)) ?? { refused: "vote-closed", clause: rule.clause };
  }
}

/** Why somebody may not vote, in the words of the rulebook; nothing at all for those who may not know of the case. */
async function whyNot(house: House, id: CaseId, vote: VoteId, person: PersonId): Promise<Refusal | undefined> {
  const stored = await house.store.caseById(id);
  if (stored === undefined) return { refused: "nothing-here" };
  const current = foldCase(stored);
  const found = current.votes.find((each) => each.vote === vote);
  if (found === undefined) return { refused: "nothing-here" };
  const party = stored.identities.some((identity) => identity.person === person);
  if (party) return { refused: "nothing-here" };
  return findMayNotVote(house.rulebookOf(stored.rulebook), house.roster, current, found, person);
}

export interface Present {
  readonly kind: "present";
  readonly result: VoteResult;
  readonly clause: string;
}

/** Says "I am present" in the vote that is open. */
export async function present(house: House, caller: AccountRef, vote: VoteId): Promise<Present | Refusal> {
  const person = await findPerson(house, caller);
  const known = person === undefined ? undefined : await readKnownVote(house, vote);
  if (person === undefined || known === undefined) return { refused: "nothing-here" };
  const refusal = await whyNot(house, known.case, vote, person);
  if (refusal !== undefined) return refusal;
  if (await house.store.markPresent(vote, person)) house.stale.add(known.case);
  const stored = await house.store.vote(vote);
  return { kind: "present", result: known.resultOf(stored?.voters ?? []), clause: known.rule.clause };
}

export interface ClosedVote {
  readonly kind: "closed-vote";
  readonly vote: VoteInCase;
  readonly result: VoteResult;
  readonly clause: string;
}

/** Closes the open vote of a case: refused while it is inquorate; the vote then stays open. */
export async function closeVote(house: House, request: Request): Promise<ClosedVote | Seen | Refusal> {
  const caller = await findPerson(house, request.caller);
  for (let left = TRIES; left > 0; left -= 1) {
    const facts = caller === undefined ? undefined : await readFacts(house, request.case, caller);
    if (facts === undefined) return unlessSeen(house, request, { refused: "nothing-here" });
    const { rulebook, current, viewer } = facts;
    const stage = readStage(rulebook, current);
    const open = openVote(current);
    if (stage.kind !== "vote" || open === undefined || viewer.kind !== "voter")
      return unlessSeen(house, request, {
        refused: "not-at-this-stage",
        stage: current.stage.stage,
        clause: stage.clause,
      });
    const notChair = findNotChair(rulebook, house.roster, current, stage, facts.caller, facts.parties);
    if (notChair !== undefined) return notChair;

    let outcome: ClosedVote | Refusal | undefined;
    const committed = await house.store.closeVote(open.vote, (vote) => {
      const entries = decideClosing(rulebook, house.roster, current, open, vote.voters);
      if (isRefusal(entries)) {
        outcome = entries;
        return undefined;
      }
      const by = { kind: "person", person: facts.caller } as const;
      const made = changeOf(house, rulebook, facts.stored, current, { entries }, by, facts.at, request.delivery);
      const closed = made.current.votes.find((each) => each.vote === open.vote);
      if (closed?.result !== undefined)
        outcome = {
          kind: "closed-vote",
          vote: closed,
          result: closed.result,
          clause: readMotionRule(rulebook, open.rule).clause,
        };
      return { ...made.change, closesVote: open.vote };
    });
    if (committed === "seen") return { kind: "seen" };
    // Somebody else was faster, and may have closed it.
    if (committed === "stale" || outcome === undefined) continue;
    if (committed === "committed") house.wakeOutbox();
    return outcome;
  }
  throw new Error(`The vote of a case changed ${TRIES} times while it was being closed.`);
}

async function readFacts(house: House, ref: CaseRef, caller: PersonId): Promise<Facts | undefined> {
  const stored = await readCase(house, ref);
  return stored === undefined ? undefined : factsOf(house, stored, caller);
}

/** Sends the notices of the decision in the name of the deciding body, which does not see to whom. */
export function sendNotices(house: House, request: Request): Result {
  return actOnCase(house, request, ({ rulebook, roster, current, viewer, caller, parties, newId }) => {
    const stage = readStage(rulebook, current);
    if (viewer.kind !== "voter") return { refused: "not-your-task", clause: stage.clause };
    const voteStage = Object.values(rulebook.procedures[current.procedure]?.stages ?? {}).find(
      (each) => each.kind === "vote",
    );
    const notChair =
      voteStage === undefined ? undefined : findNotChair(rulebook, roster, current, voteStage, caller, parties);
    if (notChair !== undefined) return notChair;
    const entries = decideNotices(rulebook, current, newId);
    return isRefusal(entries) ? entries : { entries };
  });
}
