import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import { apartClause } from "../case/apart.ts";
import { findApprovedBrief } from "../case/briefs.ts";
import { openVote } from "../case/case.ts";
import type { Case } from "../case/case.ts";
import { hearingHere } from "../case/hearing.ts";
import { notifiedAt } from "../case/inform.ts";
import type { PartyEntry } from "../case/party.ts";
import { readStage } from "../case/stages.ts";
import { findAppeal } from "../challenges/findAppeal.ts";
import { challengeWindow } from "../challenges/window.ts";
import { localDay } from "../deadlines/calendar.ts";
import type { Deadline } from "../deadlines/deadline.ts";
import { deadlinesOf } from "../deadlines/deadline.ts";
import { isWaitedForNoMore } from "../deadlines/hearings.ts";
import type { PartyId } from "../identity.ts";
import { conditionRule } from "../sanctions/conditions.ts";
import { hearingClause, stageClause } from "./clauseOf.ts";
import { isTold, ownNotices } from "./partyLines.ts";
import type { TimelineViewer } from "./step.ts";

/** Something that is to be done or that happens by a day. */
export interface Coming {
  /** A task, a stage or the whole case that is due, a sanction that lapses, a meeting, the end of the time to appeal. */
  readonly kind: Deadline["kind"] | "meeting" | "appeal";
  /** The task, stage or sanction; the role of the party who is called to the meeting or may appeal. */
  readonly about: string;
  /** The last day on which it is in time, or the day on which it happens, as 2026-03-15. */
  readonly day: string;
  readonly isLate: boolean;
  readonly clause: string | undefined;
}

/** What comes next in a case, as this viewer may know of it, soonest first. */
export function comingOf(
  rulebook: Rulebook,
  current: Case,
  viewer: TimelineViewer,
  now: Temporal.Instant,
): readonly Coming[] {
  return comingTo(rulebook, current, viewer, now).toSorted((a, b) =>
    Temporal.PlainDate.compare(Temporal.PlainDate.from(a.day), Temporal.PlainDate.from(b.day)),
  );
}

function comingTo(rulebook: Rulebook, current: Case, viewer: TimelineViewer, now: Temporal.Instant): readonly Coming[] {
  switch (viewer.kind) {
    case "handler":
    case "reader":
      return [
        ...due(rulebook, current, now),
        ...current.parties.flatMap((party) => meetings(rulebook, current, party, now)),
        ...hearingDay(rulebook, current),
        ...current.parties.flatMap((party) => appeals(rulebook, current, party, now)),
      ];
    case "voter":
      if (findApprovedBrief(rulebook, current) === undefined) return [];
      return due(rulebook, current, now).filter(
        ({ kind, about }) =>
          kind === "task" ||
          kind === "target" ||
          kind === "objections" ||
          (kind === "review" && isVoted(current, about)),
      );
    case "party":
      return isTold(current, viewer.party) ? comingToParty(rulebook, current, viewer.party, now) : [];
    case "witness":
    case "addressee":
    case "nobody":
      return [];
  }
}

/** Whether a body imposed a sanction by its vote: its chair looks at it again. */
const isVoted = ({ kept, decisions }: Case, about: string) =>
  [...kept.interims, ...decisions].some(({ sanction, vote }) => sanction === about && vote !== undefined);

/** Whether what has to be done by a sanction is for whoever has it. */
function isOwn({ sanctions }: Rulebook, about: string): boolean {
  const rule = sanctions[about];
  return rule?.kind === "task" && rule.owner.kind === "party";
}

/** What the party was told of: the own meeting, the own time to appeal, and for the respondent until when the sanction holds. */
function comingToParty(rulebook: Rulebook, current: Case, party: PartyEntry, now: Temporal.Instant): readonly Coming[] {
  const isToldDecision = notifiedAt(current, party.party) !== undefined;
  const lapses =
    party.role === "respondent" && isToldDecision
      ? due(rulebook, current, now, party.party).filter(
          ({ kind, about }) =>
            kind === "lapse" || kind === "condition" || (kind === "sanction-task" && isOwn(rulebook, about)),
        )
      : [];
  const choices =
    party.role === "respondent" && readStage(rulebook, current).kind === "elect"
      ? due(rulebook, current, now).filter((coming) => coming.kind === "target")
      : [];
  // Those who handle the case go on reading until when: that the time is used up would tell them that somebody has appealed.
  const hasAppealed = current.challenges.some(
    ({ party: whose, rule, against }) =>
      whose === party.party &&
      rulebook.challenges[rule]?.kind === "appeal" &&
      against.decision === current.decision?.id,
  );
  const open = hasAppealed ? [] : appeals(rulebook, current, party, now);
  const answers = due(rulebook, current, now, party.party).filter(
    ({ kind, about, isLate }) => kind === "relay" && about === "answer" && !isLate,
  );
  const hearing =
    party.role === "complainant" || party.role === "respondent"
      ? [
          ...hearingDay(rulebook, current),
          ...due(rulebook, current, now).filter(({ kind, about }) => kind === "hearing" && about === "evidence"),
        ]
      : [];
  return [...meetings(rulebook, current, party, now), ...hearing, ...answers, ...choices, ...open, ...lapses];
}

/** @param of the party to whom it is told: of what another person has nothing is; left out for all of it */
function due(rulebook: Rulebook, current: Case, now: Temporal.Instant, of?: PartyId): readonly Coming[] {
  const here = stageClause(rulebook, current, current.stage.stage);
  const limit = rulebook.procedures[current.procedure]?.limit?.clause;
  const own = deadlinesOf(rulebook, current).filter(({ party = of }) => of === undefined || party === of);
  const all = own.map(({ kind, about, day, due: moment }) => ({
    kind,
    about,
    day: day.toString(),
    isLate: Temporal.Instant.compare(moment, now) <= 0,
    clause: {
      task: here,
      target: here,
      limit,
      step: here,
      relay: apartClause(rulebook, current),
      hearing: hearingClause(rulebook, current, about),
      objections: rulebook.votes[openVote(current)?.rule ?? ""]?.clause,
      review: rulebook.sanctions[about]?.clause,
      "sanction-task": rulebook.sanctions[about]?.clause,
      // What it is about is a condition, of whichever sanction has it.
      condition: Object.keys(rulebook.sanctions)
        .map((sanction) => conditionRule(rulebook, sanction))
        .find((rule) => rule?.by_day.includes(about))?.clause,
      lapse: rulebook.sanctions[about]?.clause,
    }[kind],
  }));
  return all.filter((coming) => !isWaitedForNoMore(coming, coming.isLate));
}

/** The day for which a hearing is called, until it was held. */
function hearingDay(rulebook: Rulebook, current: Case): readonly Coming[] {
  const hearing = hearingHere(current);
  if (hearing?.called === undefined || hearing.isHeld) return [];
  const clause = hearingClause(rulebook, current, "day");
  return [{ kind: "hearing", about: "day", day: hearing.on, isLate: false, clause }];
}

function meetings(rulebook: Rulebook, current: Case, party: PartyEntry, now: Temporal.Instant): readonly Coming[] {
  const clause = rulebook.procedures[current.procedure]?.clause;
  const today = localDay(rulebook, now).toString();
  const stage = readStage(rulebook, current);
  // Once the stage that calls to meetings is concluded, none is waited for any more.
  if (stage.kind === "closed" || stage.kind === "vote" || stage.summons === undefined) return [];
  return ownNotices(current, party).flatMap(({ subject }): readonly Coming[] =>
    subject.kind === "summons" && subject.on >= today
      ? [{ kind: "meeting", about: party.role, day: subject.on, isLate: false, clause }]
      : [],
  );
}

/** Until when a party may appeal: counted from the day on which the decision reached that party. */
function appeals(rulebook: Rulebook, current: Case, party: PartyEntry, now: Temporal.Instant): readonly Coming[] {
  const notified = notifiedAt(current, party.party);
  const appeal =
    current.decision === undefined ? undefined : findAppeal(rulebook, current.decision.outcome, party.role);
  if (notified === undefined || appeal === undefined) return [];
  const window = challengeWindow(rulebook, appeal.challenge, notified, { current, party: party.party });
  if (window === undefined || Temporal.Instant.compare(window.closes, now) <= 0) return [];
  const day = window.lastDay.toString();
  return [{ kind: "appeal", about: party.role, day, isLate: false, clause: appeal.rule.clause }];
}
