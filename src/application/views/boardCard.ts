import type { Temporal } from "temporal-polyfill";

import { isEnded } from "../../domain/acts/endAct.ts";
import { apartSince } from "../../domain/case/apart.ts";
import { findVoteStage, isOfBody } from "../../domain/case/briefs.ts";
import { openVote } from "../../domain/case/case.ts";
import type { Case, VoteInCase } from "../../domain/case/case.ts";
import { readMotionRule } from "../../domain/case/decide.ts";
import { decisionNotices } from "../../domain/case/inform.ts";
import { answeredHere, asksParties, openQuestions } from "../../domain/case/questions.ts";
import { readProcedure, readStage } from "../../domain/case/stages.ts";
import { findOpenTie } from "../../domain/case/tie.ts";
import { findNoQuorum } from "../../domain/case/wayOut.ts";
import { localDay } from "../../domain/deadlines/calendar.ts";
import type { PersonId } from "../../domain/identity.ts";
import { decidersOf } from "../../domain/parties/viewer.ts";
import { fewMembersOf } from "../../domain/people/fewMembers.ts";
import { holdersOf } from "../../domain/roster.ts";
import { enforceRule } from "../../domain/sanctions/access.ts";
import { openAsk } from "../../domain/sanctions/asks.ts";
import type { Majority } from "../../domain/voting/majority.ts";
import { neededOf, rollOf } from "../../domain/voting/quorum.ts";
import type { MembersOf } from "../../domain/voting/quorum.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { StoredVote } from "../casePorts.ts";
import { consensusView } from "../consensusView.ts";
import { roomMembers } from "../effects.ts";
import type { House } from "../house.ts";
import type { BoardCard } from "../roomCards.ts";
import { dueViews } from "./dueViews.ts";

/**
 * What the deciding body's room shows: that a case is before it, the motion, who must be there; never a name, never how the vote stands.
 * @param vote the vote that is open, with its voters
 */
export function boardCard(
  house: House,
  rulebook: Rulebook,
  current: Case,
  vote: StoredVote | undefined,
  parties: readonly PersonId[],
  now: Temporal.Instant,
): BoardCard {
  const voteStage = findVoteStage(rulebook, current);
  if (voteStage === undefined) throw new Error(`No body has come to decide the case ${current.codeName}.`);
  const open = openVote(current);
  const isReset = ({ vote: id }: VoteInCase) => current.questions.some((question) => question.vote === id);
  const last = current.votes.findLast(
    (each) =>
      each.result !== undefined &&
      !isReset(each) &&
      (each.interim !== undefined || isOfBody(rulebook, current, each.stage)),
  );
  const { decision } = current;
  const isTold = decision !== undefined && (decision.vote === undefined || isOfBody(rulebook, current, decision.stage));
  const notices = decisionNotices(current);
  const stage = readStage(rulebook, current);
  const membersOf: MembersOf = (selector) => holdersOf(rulebook, house.roster, selector);
  const noQuorum = findNoQuorum(rulebook, house.roster, current, parties, vote?.voters ?? []);
  const referral = current.referrals.findLast((each) => isOfBody(rulebook, current, each.stage));
  const isInforming = stage.kind === "notify" && current.decision?.vote !== undefined;
  return {
    case: current.id,
    codeName: current.codeName,
    body: voteStage.owner.kind === "anyone" ? "anyone" : voteStage.owner.id,
    clause: voteStage.clause,
    isDeciding: stage === voteStage,
    few: voteStage.owner.kind === "body" ? fewMembersOf(rulebook, house.roster, voteStage.owner.id) : undefined,
    isSelfDisclosed: current.relation === "self",
    isApart: apartSince(current) !== undefined,
    knowsNames: !voteStage.brief.mask.includes("names"),
    members: roomMembers(house, rulebook, current, "board", parties).length,
    // Of the officers none is counted: the room is told of its own members only.
    recused: decidersOf(rulebook, house.roster, current).filter((person) => current.recused.includes(person)).length,
    vote: open === undefined ? undefined : voteView(rulebook, open, vote, membersOf),
    lastResult:
      last?.result === undefined
        ? undefined
        : {
            motion: last.motion,
            sanction: last.sanction,
            lasts: last.lasts,
            scope: last.scope,
            conditions: last.conditions,
            result: last.result,
          },
    tie: tieView(rulebook, house, current, parties),
    questions: questionsView(rulebook, current, stage === voteStage),
    asked: openAsk(rulebook, current),
    isEnded: isEnded(readProcedure(rulebook, current), current),
    noQuorum,
    referred: stage === voteStage ? undefined : referral?.next,
    due: dueViews(rulebook, current, now).filter(({ kind }) => kind !== "limit" && kind !== "relay"),
    decision: isTold ? { outcome: decision.outcome, sanction: decision.sanction } : undefined,
    notices:
      notices.length === 0
        ? undefined
        : { total: notices.length, delivered: notices.filter((notice) => notice.delivered !== undefined).length },
    canSend: isInforming && notices.length === 0,
  };
}

function voteView(
  rulebook: Rulebook,
  open: NonNullable<ReturnType<typeof openVote>>,
  vote: StoredVote | undefined,
  membersOf: MembersOf,
): BoardCard["vote"] {
  const rule = readMotionRule(rulebook, open.rule);
  const present = (vote?.voters ?? []).filter(
    (voter) => !voter.isRecused && (voter.isPresent || voter.choice !== undefined),
  );
  return {
    vote: open.vote,
    motion: open.motion,
    findings: open.findings,
    severity: open.severity,
    sanction: open.sanction,
    because: open.because,
    lasts: open.lasts,
    scope: open.scope,
    conditions: open.conditions,
    keptFrom: enforceRule(rulebook, open.sanction)?.access ?? [],
    present: present.length,
    quorum: rule.quorum && neededOf(rule.quorum, rollOf(rule, vote?.voters ?? [], membersOf, open.seats)),
    including: (rule.quorum?.including ?? []).map((part) => ({
      body: part.from.kind === "anyone" ? "anyone" : part.from.id,
      needed: part.at_least,
    })),
    majority: rule.method === "motion" ? majorityView(rule.majority) : undefined,
    consensus: rule.method === "consensus" ? consensusView(rulebook, rule, open.called) : undefined,
    clause: rule.clause,
  };
}

function questionsView(rulebook: Rulebook, current: Case, isDeciding: boolean): NonNullable<BoardCard["questions"]> {
  const [open] = openQuestions(current);
  return {
    canAsk: isDeciding && asksParties(rulebook, current),
    asked: open === undefined ? undefined : localDay(rulebook, open.asked).toString(),
    answered: answeredHere(current).length,
  };
}

function tieView(rulebook: Rulebook, { roster }: House, current: Case, parties: readonly PersonId[]): BoardCard["tie"] {
  const rule = findOpenTie(rulebook, roster, current, parties)?.rule;
  return rule === undefined ? undefined : { clause: readMotionRule(rulebook, rule).clause };
}

function majorityView({ fraction: { numerator, denominator }, of, strict }: Majority) {
  return { fraction: `${numerator}/${denominator}`, of, strict };
}
