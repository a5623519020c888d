import type { Temporal } from "temporal-polyfill";

import type { Standing } from "../../domain/acts/act.ts";
import { offersApart } from "../../domain/acts/apartAct.ts";
import { supportOf } from "../../domain/acts/supportContact.ts";
import { askedParties } from "../../domain/case/agreements.ts";
import { apartRule, apartSince, waitsForOfficers } from "../../domain/case/apart.ts";
import { findWrittenBrief, findDraft, isBriefedHere } from "../../domain/case/briefs.ts";
import { partiesOf } from "../../domain/case/case.ts";
import type { Case, Decision, Notice } from "../../domain/case/case.ts";
import { possibleOutcomes } from "../../domain/case/conclude.ts";
import { isCounterPossible } from "../../domain/case/counter.ts";
import { awaitedWitnesses, isOfWitnesses } from "../../domain/case/evidence.ts";
import { decisionNotices } from "../../domain/case/inform.ts";
import { findUnchecked } from "../../domain/case/precheck.ts";
import { findingHere, findsFirst } from "../../domain/case/priors.ts";
import { isScopeOpen, scopeOf, suggestedByScope } from "../../domain/case/scope.ts";
import { isClosed, readProcedure, readStage } from "../../domain/case/stages.ts";
import { liesInChannel } from "../../domain/case/told.ts";
import { findNoQuorum, isBodyGone } from "../../domain/case/wayOut.ts";
import { localDay } from "../../domain/deadlines/calendar.ts";
import type { PersonId, SanctionId, StageId } from "../../domain/identity.ts";
import { flagsOf } from "../../domain/intake/flags.ts";
import { unanswered } from "../../domain/intake/together.ts";
import { declaredIn } from "../../domain/parties/declared.ts";
import { isToBeChosen } from "../../domain/parties/stageOwners.ts";
import { leadOf } from "../../domain/parties/viewer.ts";
import { openAsk } from "../../domain/sanctions/asks.ts";
import { endedAt, imposedIn } from "../../domain/sanctions/record.ts";
import { isHiddenFromOfficers } from "../../domain/timeline/challengeLines.ts";
import { courseOf } from "../../domain/timeline/course.ts";
import { gapsOf } from "../../domain/timeline/gaps.ts";
import type { Voter } from "../../domain/voting/result.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import { recipientOf } from "../acts/statistics.ts";
import { nameOf } from "../house.ts";
import type { House } from "../house.ts";
import type { DeliveryView, OfficersCard } from "../roomCards.ts";
import { dueViews } from "./dueViews.ts";
import { hearingState } from "./hearingView.ts";
import { helpView } from "./helpView.ts";
import { tellsView, toldByName } from "./tellsView.ts";
import { termView } from "./termView.ts";

/**
 * What the officers' room shows of a case: where it stands, what is next, who owes it, by when, and what is in the way.
 * @param of the people who are parties in the case, and to which outside the respondents belong
 * @param voters those who may vote in the open vote, as it stands
 * @param officer for whom alone it is drawn; left out for the room of them all
 */
export function officersCard(
  house: House,
  rulebook: Rulebook,
  current: Case,
  { parties, belonging }: Pick<Standing, "parties" | "belonging">,
  voters: readonly Voter[],
  now: Temporal.Instant,
  officer?: PersonId,
): OfficersCard {
  const stage = readStage(rulebook, current);
  const lead = leadOf(rulebook, house.roster, current);
  const outcomes = possibleOutcomes(rulebook, current, now);
  return {
    case: current.id,
    codeName: current.codeName,
    received: current.received,
    stage: current.stage.stage,
    stageKind: stage.kind,
    clause: stage.clause,
    course: officer === undefined ? undefined : courseOf(rulebook, current, { kind: "handler" }, now),
    relation: current.relation,
    flags: flagsOf(rulebook, current),
    grounds: current.grounds,
    together: current.together && {
      confirmed: partiesOf(current, "complainant").length,
      open: unanswered(current).length,
    },
    rules: current.findings.length > 0 ? current.findings : current.rules,
    lead: lead === undefined ? undefined : nameOf(house, lead),
    hands: handsOf(house, rulebook, current),
    scope: scopeView(rulebook, current),
    isOpened: current.opened !== undefined,
    conflictClause: rulebook.conflicts.clause,
    conflicts: declaredIn(rulebook),
    due: dueViews(rulebook, current, now),
    isLate: current.times.lateness === "open",
    gaps: gapsOf(rulebook, house.roster, current, now),
    openTasks:
      stage.kind === "closed"
        ? []
        : stage.tasks.map((task) => task.id).filter((task) => !current.stage.tasksDone.includes(task)),
    tells: toldByName(rulebook, tellsView(rulebook, current, belonging)),
    outcomes: outcomes.map(({ outcome, next, needs, isDecision, asksConflict, asksMore, listed, blocked }) => ({
      outcome,
      next,
      asks: isDecision || asksMore || listed.length > 0 || needs.includes("rule_cited") || needs.includes("reasons"),
      asksConflict: asksConflict && (officer === undefined || !current.cleared.includes(officer)),
      blocked,
    })),
    canSummon:
      stage.kind !== "closed" &&
      stage.kind !== "vote" &&
      stage.summons !== undefined &&
      partiesOf(current, "respondent").length > 0,
    brief: briefState(house, rulebook, current),
    partyInBody: current.partyInBody,
    mustTell: toTell(rulebook, current),
    undelivered: current.notices
      .filter((each) => each.delivered === undefined && !isHidden(rulebook, current, each))
      .map((notice) => deliveryView(rulebook, notice, liesInChannel(current, notice))),
    decision: current.decision === undefined ? undefined : decisionView(rulebook, current, current.decision),
    follows: current.follows,
    witnesses: {
      asked: current.evidence.witnesses.length,
      awaited: awaitedWitnesses(current).length,
      canAsk: isOfWitnesses(rulebook, current),
    },
    hearing: hearingState(rulebook, current),
    canFind: findsFirst(rulebook, current) && findingHere(current) === undefined && !isToBeChosen(rulebook, current),
    interim: interimViews(rulebook, current),
    imposable: imposableOn(rulebook, current),
    referral: referralByOfficers(house, rulebook, current, parties, voters),
    support: supportView(house, rulebook, current),
    asksAgreement: askedParties(rulebook, current).length > 0,
    apart: apartOf(rulebook, current),
    canSupport: helpView(rulebook, current.procedure) !== undefined,
    isAnonymous: current.isAnonymous === true,
    canSend:
      stage.kind === "notify" &&
      current.decision !== undefined &&
      current.decision.vote === undefined &&
      decisionNotices(current).length === 0,
  };
}

/** Whether the case is one that its procedure is for. */
function scopeView(rulebook: Rulebook, current: Case): OfficersCard["scope"] {
  const rule = scopeOf(rulebook, current);
  if (rule === undefined) return undefined;
  return {
    judged: current.scope,
    isOpen: isScopeOpen(rulebook, current),
    suggested: suggestedByScope(rulebook, current),
    clause: rule.clause,
  };
}

/** Nothing where the rules keep nobody apart. */
function apartOf(rulebook: Rulebook, current: Case): OfficersCard["apart"] {
  if (apartRule(rulebook, current) === undefined) return undefined;
  const since = apartSince(current);
  return {
    since: since && localDay(rulebook, since).toString(),
    isOffered: offersApart(rulebook, current),
    waiting: current.apart.words.filter(waitsForOfficers).length,
  };
}

function interimViews(rulebook: Rulebook, current: Case): NonNullable<OfficersCard["interim"]> {
  const now = imposedIn(rulebook, current).filter((each) => each.interim !== undefined && endedAt(each) === undefined);
  return now.map(({ sanction, from }) => ({
    sanction,
    from: from === undefined ? undefined : localDay(rulebook, from).toString(),
  }));
}

/** What can be imposed, or asked of a body, on a respondent who is known, while the case is open. */
function imposableOn(rulebook: Rulebook, current: Case): readonly SanctionId[] {
  if (isClosed(rulebook, current) || partiesOf(current, "respondent").length === 0) return [];
  const isAsked = openAsk(rulebook, current) !== undefined;
  const rules = readProcedure(rulebook, current).interim.filter(({ vote }) => vote === undefined || !isAsked);
  return [...new Set(rules.map(({ sanction }) => sanction))];
}

function handsOf(house: House, rulebook: Rulebook, current: Case): NonNullable<OfficersCard["hands"]> {
  const { chosen, delegations, links, counter } = current.hands;
  const to = chosen.find(({ stage }) => stage === current.stage.stage)?.to;
  const decides =
    to === undefined
      ? undefined
      : {
          name: to.kind === "person" ? nameOf(house, to.person) : undefined,
          body: to.kind === "body" ? to.body : undefined,
        };
  return {
    isToBeChosen: isToBeChosen(rulebook, current),
    decides,
    acting: delegations.length,
    links: links.length,
    canCounter: counter === undefined && isCounterPossible(rulebook, current),
  };
}

/** To whom the complainant can turn. */
function supportView(house: House, rulebook: Rulebook, current: Case): OfficersCard["support"] {
  if (readProcedure(rulebook, current).support_contact === undefined) return undefined;
  const contact = supportOf(rulebook, house.roster, current);
  return {
    name: contact === undefined ? undefined : nameOf(house, contact),
    canTake: contact === undefined && !isClosed(rulebook, current),
  };
}

/** Where those who handle a case can refer it: only where nobody of the deciding body is left who could. */
function referralByOfficers(
  { roster }: House,
  rulebook: Rulebook,
  current: Case,
  parties: readonly PersonId[],
  voters: readonly Voter[],
): StageId | undefined {
  const stage = readStage(rulebook, current);
  if (stage.kind !== "vote" || !isBodyGone(rulebook, roster, current, stage, parties)) return undefined;
  return findNoQuorum(rulebook, roster, current, parties, voters)?.numbers.exit;
}

/** What a party is to be told somebody has to deliver; of whom a challenge waits nobody learns to whom it was not written. */
const isHidden = (rulebook: Rulebook, current: Case, { to, subject }: Notice): boolean =>
  to.kind === "person" && isHiddenFromOfficers(rulebook, current, subject);

function decisionView(rulebook: Rulebook, current: Case, decision: Decision): OfficersCard["decision"] {
  const { outcome, sanction, lasts, scope, conditions } = decision;
  const isIndefinite = sanction !== undefined && rulebook.sanctions[sanction]?.kind === "indefinite";
  const until = termView(rulebook, current, decision, undefined)?.until;
  const now = imposedIn(rulebook, current).filter((imposed) => imposed.decision.id === decision.id);
  const changed = now.filter(({ changes, lifted }) => changes.length > 0 || lifted !== undefined);
  return {
    outcome,
    sanction,
    lasts,
    scope,
    conditions,
    isIndefinite,
    until,
    quashed: decision.quashed === undefined ? undefined : localDay(rulebook, decision.quashed).toString(),
    now: changed.map((imposed) => ({
      sanction: imposed.sanction,
      until: imposed.until === undefined ? undefined : localDay(rulebook, imposed.until).toString(),
      lifted: imposed.lifted === undefined ? undefined : localDay(rulebook, imposed.lifted.at).toString(),
    })),
  };
}

/** A body that has a brief needs no other at its next vote, and may be given one. */
function briefState(house: House, rulebook: Rulebook, current: Case): OfficersCard["brief"] {
  if (readStage(rulebook, current).kind !== "vote") return "not-needed";
  if (findDraft(current) !== undefined)
    return findUnchecked(rulebook, house.roster, current) === undefined ? "drafted" : "unchecked";
  if (isBriefedHere(current)) return "approved";
  return findWrittenBrief(rulebook, current) === undefined ? "none" : "earlier";
}

/** How a notice fares. */
function deliveryView(rulebook: Rulebook, notice: Notice, isInChannel = false): DeliveryView {
  const day = notice.delivered === undefined ? undefined : localDay(rulebook, notice.delivered.when).toString();
  const state = notice.delivered === undefined ? undeliveredState(notice, isInChannel) : "delivered";
  return { notice: notice.id, to: addresseeName(notice), subject: notice.subject.kind, state, day };
}

function undeliveredState(notice: Notice, isInChannel: boolean): "sent" | "failed" | "unread" {
  if (isInChannel) return "unread";
  return notice.failed === undefined ? "sent" : "failed";
}

/** To whom a notice goes, without saying who that is. */
export function addresseeName(notice: Pick<Notice, "to">): DeliveryView["to"] {
  switch (notice.to.kind) {
    case "party":
      return notice.to.role;
    case "room":
      return notice.to.purpose;
    case "person":
      return "person";
  }
}

/** Whom the rulebook has told that a case concerns a body, where that is still to be done. */
function toTell(rulebook: Rulebook, current: Case): OfficersCard["mustTell"] {
  const rule = rulebook.conflicts.notify_when_concerns;
  if (rule === undefined || current.partyInBody === undefined || !rule.bodies.includes(current.partyInBody))
    return undefined;
  const id = "id" in rule.who ? rule.who.id : rule.who.kind;
  const { escalations, referrals } = current.records;
  if ([...escalations, ...referrals].some(({ to }) => to === id)) return undefined;
  return { to: recipientOf(rulebook, rule.who), clause: rule.clause };
}
