import type { Rulebook, VoteStage } from "../../rulebook/rulebook.ts";
import type { NoticeId, PersonId } from "../identity.ts";
import type { Refusal } from "../refusal.ts";
import { holdersOf, votersOf } from "../roster.ts";
import type { Roster } from "../roster.ts";
import { findUnreachableQuorum } from "../voting/motion.ts";
import type { CannotPut } from "../voting/motion.ts";
import { includingOf } from "../voting/quorum.ts";
import { isThere } from "../voting/result.ts";
import type { Voter } from "../voting/result.ts";
import { openVote } from "./case.ts";
import type { Case, VoteInCase } from "./case.ts";
import { electorateNow, readMotionRule, takingNoPart } from "./decide.ts";
import type { Entry } from "./entry.ts";
import { findExit, readStage } from "./stages.ts";

/** Why the body cannot decide: however many of those come who may, there is no quorum. */
export interface NoQuorum {
  /** The rule of the vote, by its name in the rulebook. */
  readonly rule: string;
  /** The numbers; its exit is the stage to which the case can be referred now, if there is one. */
  readonly numbers: CannotPut;
  /** Whether enough may vote on a motion that is put now: only the vote that is open cannot be quorate. */
  readonly canBePutAnew: boolean;
}

/**
 * Why no vote can be quorate any more at the stage where a case is; undefined while one can, and at a stage where nobody votes. While a vote
 * is open it is that one that is looked at; before, one on each motion: it is enough that one of them cannot be decided.
 * @param parties the people who are parties in the case
 * @param voters those who may vote in the open vote, as it stands
 */
export function findNoQuorum(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  parties: readonly PersonId[],
  voters: readonly Voter[],
): NoQuorum | undefined {
  const stage = readStage(rulebook, current);
  const open = openVote(current);
  if (stage.kind !== "vote" && open?.interim === undefined) return undefined;
  const membersOf = membersIn(rulebook, roster);
  if (open === undefined)
    return rulesOf(rulebook, current)
      .map((id) => findUnputtable(rulebook, roster, current, parties, id))
      .find((found) => found !== undefined);
  const rule = readMotionRule(rulebook, open.rule);
  const mayCount = mayStillCount(rulebook, roster, current, open, voters);
  const numbers = findUnreachableQuorum(rule, mayCount, membersOf, open.seats);
  if (numbers === undefined) return undefined;
  const anew = findUnputtable(rulebook, roster, current, parties, open.rule);
  const exit = anew === undefined ? undefined : findExit(rulebook, current, rule);
  return { rule: open.rule, numbers: { ...numbers, exit }, canBePutAnew: anew === undefined };
}

/** Why a motion cannot be put to those who may vote now: they are too few, or somebody is missing among them who must be there. */
function findUnputtable(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  parties: readonly PersonId[],
  id: string,
): NoQuorum | undefined {
  const rule = readMotionRule(rulebook, id);
  const electorate = electorateNow(rulebook, roster, current, rule, parties);
  const numbers = findUnreachableQuorum(rule, electorate, membersIn(rulebook, roster));
  if (numbers === undefined) return undefined;
  return { rule: id, numbers: { ...numbers, exit: findExit(rulebook, current, rule) }, canBePutAnew: false };
}

/**
 * Whether nobody of the body that decides at a stage can do anything in a case: of those who are left nobody has said that nothing stands in
 * the way.
 * @param parties the people who are parties in the case
 */
export function isBodyGone(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  { owner }: VoteStage,
  parties: readonly PersonId[],
): boolean {
  const out = takingNoPart(current, parties);
  const left = votersOf(rulebook, roster, owner).filter((member) => !out.includes(member));
  return !left.some((member) => current.cleared.includes(member));
}

/**
 * Refers a case to the stage that the rulebook names where no vote can be quorate: an open vote is closed as void, uncounted, and the
 * officers are told.
 * @param newId gives the notice its id
 */
export function referCase(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  parties: readonly PersonId[],
  voters: readonly Voter[],
  newId: () => NoticeId,
): readonly Entry[] | Refusal {
  const found = findNoQuorum(rulebook, roster, current, parties, voters);
  if (found === undefined || found.canBePutAnew) return canBeQuorate(rulebook, roster, current, parties, voters);
  const next = found.numbers.exit;
  if (next === undefined) return found.numbers;
  const open = openVote(current);
  const here = current.stage.stage;
  return [
    ...(open === undefined ? [] : [closedVoid(open, found)]),
    { kind: "referred", stage: here, next, rule: found.rule },
    {
      kind: "notice-sent",
      notice: newId(),
      to: { kind: "room", purpose: "officers" },
      subject: { kind: "referred", stage: here, next },
    },
  ];
}

/** The end of a vote that can never be quorate: none of its ballots is counted. */
export function closedVoid({ vote }: VoteInCase, { numbers }: NoQuorum): Entry {
  const { present, needed, missing } = numbers;
  return { kind: "vote-closed", vote, result: { kind: "cannot-be-quorate", present, needed, missing } };
}

/** Those who can still be counted as present in an open vote: who may vote in it and holds office yet, and who has come and counts. */
function mayStillCount(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  { rule: id, electorate }: VoteInCase,
  voters: readonly Voter[],
): readonly PersonId[] {
  const rule = readMotionRule(rulebook, id);
  const inOffice = votersOf(rulebook, roster, rule.electorate);
  return electorate.filter((person) => {
    const voter = voters.find((each) => each.person === person);
    const hasCome = voter !== undefined && isThere(voter);
    const isAside = current.recused.includes(person) || voter?.isRecused === true;
    return isAside ? hasCome && rule.quorum?.recused_count === true : hasCome || inOffice.includes(person);
  });
}

/** The answer to whoever would refer a case that the body can decide. */
function canBeQuorate(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  parties: readonly PersonId[],
  voters: readonly Voter[],
): Refusal {
  const stage = readStage(rulebook, current);
  const open = openVote(current);
  const [id] = rulesOf(rulebook, current);
  const isOpen = open !== undefined && findNoQuorum(rulebook, roster, current, parties, voters) === undefined;
  const rule = open?.rule ?? id;
  if (rule === undefined) return { refused: "not-at-this-stage", stage: current.stage.stage, clause: stage.clause };
  const motionRule = readMotionRule(rulebook, rule);
  const { quorum, clause } = motionRule;
  const mayVote = isOpen
    ? mayStillCount(rulebook, roster, current, open, voters)
    : electorateNow(rulebook, roster, current, motionRule, parties);
  const [needed, including] = [quorum?.present ?? 0, includingOf(quorum)];
  return { refused: "can-be-quorate", mayVote: mayVote.length, needed, including, clause };
}

/** The rules by which the motions of the present stage are voted on, each once. */
function rulesOf(rulebook: Rulebook, current: Case): readonly string[] {
  const stage = readStage(rulebook, current);
  return stage.kind === "vote" ? [...new Set(Object.values(stage.motions).map(({ vote }) => vote))] : [];
}

const membersIn = (rulebook: Rulebook, roster: Roster) => (selector: Parameters<typeof holdersOf>[2]) =>
  holdersOf(rulebook, roster, selector);
