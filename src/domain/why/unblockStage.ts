import { Temporal } from "temporal-polyfill";

import type { Rulebook, Stage } from "../../rulebook/rulebook.ts";
import type { Act, Standing } from "../acts/act.ts";
import { isRecordAct } from "../acts/recordAct.ts";
import { sideOf } from "../case/agreementEntries.ts";
import { openVote, partiesOf } from "../case/case.ts";
import type { Case } from "../case/case.ts";
import { isConcludedByHand, possibleOutcomes } from "../case/conclude.ts";
import { isCounterPossible } from "../case/counter.ts";
import { readMotionRule } from "../case/decide.ts";
import { awaitedWitnesses } from "../case/evidence.ts";
import { lastForms } from "../case/evidenceEntries.ts";
import { openQuestions } from "../case/questions.ts";
import { scopeOf } from "../case/scope.ts";
import { readProcedure, readStage } from "../case/stages.ts";
import { earliestMeeting } from "../case/summon.ts";
import { unansweredRest } from "../deadlines/ruleOf.ts";
import type { StageId } from "../identity.ts";
import { unanswered } from "../intake/together.ts";
import { edgesOf } from "../lint/stageGraph.ts";
import { ownVoiceRule } from "../parties/companions.ts";
import { choiceOf } from "../parties/stageOwners.ts";
import { openAsk } from "../sanctions/asks.ts";
import { findExtendable } from "../sanctions/breaches.ts";
import { asksForClass } from "../sanctions/classes.ts";
import { openConditions } from "../sanctions/conditions.ts";
import { enteredIn, pendingIn } from "../sanctions/confirmation.ts";
import { offeredSanctions } from "../sanctions/fitting.ts";
import { imposedIn } from "../sanctions/record.ts";
import { reviewsOf } from "../sanctions/reviews.ts";
import { openTasks } from "../sanctions/tasks.ts";
import { hasApartPlace } from "./askedApart.ts";
import { isOfChallenge } from "./askedChallengeActs.ts";
import { openable } from "./askedEvidence.ts";
import { hasRecordPlace } from "./askedRecords.ts";
import type { Unblock } from "./unblock.ts";

/** The stages at which an act is possible and to which the case can still come. */
export function reach(standing: Standing, act: Act): Unblock {
  const { rulebook, current } = standing;
  const { stages } = readProcedure(rulebook, current);
  const ahead = stagesAhead(standing).filter((id) => {
    const stage = stages[id];
    return stage !== undefined && isPlaceOf(standing, stage, act);
  });
  return ahead.length === 0 ? { kind: "nothing", as: "over" } : { kind: "reach", stages: ahead };
}

/** Whether an act belongs to any stage of the procedure. */
export function hasPlace(standing: Standing, act: Act): boolean {
  const stages = Object.values(readProcedure(standing.rulebook, standing.current).stages);
  if (isOfChallenge(act.kind)) return true;
  if (isRecordAct(act)) return hasRecordPlace(standing, act.kind);
  // That nobody knows whom to call is worth saying; that nobody is ever called is not.
  if (act.kind === "summon")
    return stages.some((stage) => stage.kind !== "closed" && stage.kind !== "vote" && stage.summons !== undefined);
  return stages.some((stage) => isPlaceOf(standing, stage, act));
}

/** Whether an act belongs to a stage. */
function isPlaceOf({ rulebook, current, viewer }: Standing, stage: Stage, act: Act): boolean {
  if (isRecordAct(act)) return act.kind === "write-precedent" && stage.kind === "closed";
  if (stage.kind === "closed") return false;
  switch (act.kind) {
    case "acknowledge":
      return stage.tasks.some((task) => task.id === "acknowledge");
    case "conclude":
      return isConcludedByHand(stage) && act.outcome in stage.outcomes;
    case "call-hearing":
    case "hold-hearing":
    case "record-hearing":
    case "ask-record":
      return stage.kind === "panel" && stage.hearing !== undefined;
    case "judge-scope":
      return scopeOf(rulebook, current) !== undefined;
    case "do-task":
      return stage.tasks.some((task) => task.id === act.task);
    case "summon":
      return stage.kind !== "vote" && stage.summons !== undefined && partiesOf(current, "respondent").length > 0;
    case "write-brief":
    case "approve-brief":
    case "be-present":
    case "cast":
    case "close-vote":
    case "refer":
      return stage.kind === "vote";
    case "call-consensus":
      return hasCall(rulebook, current, stage);
    case "decide-tie":
      return rulesAt(current, stage).some((id) => {
        const rule = readMotionRule(rulebook, id);
        return rule.method === "motion" && rule.tie === "chair";
      });
    case "put-motion":
      return stage.kind === "vote" && act.motion in stage.motions;
    case "send-notices":
      return stage.kind === "notify";
    case "lodge":
    case "consult":
    case "judge-challenge":
    case "tell-first":
    case "decide-challenge":
    case "ask-names":
    case "judge-names":
    case "take":
    case "note":
    case "record-delivery":
    case "recuse":
    case "end":
      return true;
    case "extend":
    case "take-offer":
      return readProcedure(rulebook, current).extendable !== undefined;
    case "choose-decider":
      return choiceOf(stage) !== undefined;
    case "end-delegation":
      return current.hands.delegations.length > 0;
    case "delegate":
      return Object.values(rulebook.offices).some(({ may_delegate: may }) => may !== undefined && may !== "never");
    case "ask-counter":
      return rulebook.intake.report.false_reports !== undefined && isCounterPossible(rulebook, current);
    case "consider-needs":
      return (
        readProcedure(rulebook, current).support_needs !== undefined &&
        stage.tasks.some(({ id }) => id === "support_needs")
      );
    case "check-conflicts":
      return stage.kind === "vote" && rulebook.conflicts.precheck_by !== undefined;
    case "tell-longer":
      return readProcedure(rulebook, current).overdue !== undefined;
    case "plan":
    case "finish-step":
      return true;
    case "note-answer":
    case "answer":
      return unansweredRest(current) !== undefined;
    case "ask-author":
      return current.isAnonymous === true;
    case "support":
    case "choose-support":
      return readProcedure(rulebook, current).support_contact !== undefined;
    case "send-support":
      return (readProcedure(rulebook, current).referrals?.support_card ?? []).length > 0;
    case "impose-interim":
      return readProcedure(rulebook, current).interim.some(({ vote }) => vote === undefined);
    case "ask-interim":
      return readProcedure(rulebook, current).interim.some(({ vote }) => vote !== undefined);
    case "put-interim":
      return openAsk(rulebook, current) !== undefined;
    case "review":
      return reviewsOf(rulebook, current).length > 0;
    case "confirm-task":
      return openTasks(rulebook, current).length > 0;
    case "note-condition":
      return openConditions(rulebook, current).length > 0;
    case "prolong":
      return imposedIn(rulebook, current).some((imposed) => findExtendable(current, imposed) !== undefined);
    case "record-breach":
    case "confirm":
      return enteredIn(rulebook, current).length > 0;
    case "put-confirmation":
      return pendingIn(rulebook, current).length > 0;
    case "ask-disclosure":
      return rulebook.wider_disclosure !== undefined && imposedIn(rulebook, current).length > 0;
    case "name-group":
      return readProcedure(rulebook, current).groups !== undefined && partiesOf(current, "respondent").length > 0;
    case "name-class":
      return asksForClass(rulebook, current) && partiesOf(current, "respondent").length > 0;
    case "record-joining":
      return unanswered(current).length > 0;
    case "ask-agreement":
    case "answer-agreement":
    case "leave-agreement":
      return stage.tasks.some(({ id }) => sideOf(id) !== undefined);
    case "keep-apart":
    case "end-apart":
    case "note-contact":
    case "ask-across":
    case "answer-across":
    case "agree-wording":
    case "enter-words":
    case "pass-on":
    case "hold-back":
    case "close-question":
      return hasApartPlace({ rulebook, current, viewer }, act.kind);
    case "choose-outcome":
      return stage.kind === "elect";
    case "ask-witness":
      return isConcludedByHand(stage);
    case "release-witness":
      return awaitedWitnesses(current).length > 0;
    case "set-aside":
      return lastForms(current.evidence).some(({ aside }) => aside === undefined);
    case "open-items":
      return openable(current).length > 0;
    case "return-submission":
    case "name-companion":
      return ownVoiceRule(rulebook) !== undefined;
    case "admit-anonymous":
      return readProcedure(rulebook, current).anonymous_evidence !== undefined;
    case "ask-parties":
      return stage.kind === "vote" && stage.questions_via !== undefined;
    case "put-question":
    case "go-on":
    case "return-answer":
    case "answer-question":
      return openQuestions(current).length > 0;
    case "find":
      return (
        readProcedure(rulebook, current).priors_sealed !== undefined &&
        isConcludedByHand(stage) &&
        Object.values(stage.outcomes).some((outcome) => offeredSanctions(rulebook, outcome).length > 0)
      );
    case "promise":
    case "decline":
    case "hand-in":
    case "enter-item":
      return true;
    // Not of a stage: what was imposed can be lifted as long as it holds.
    case "lift":
      return imposedIn(rulebook, current).length > 0;
    case "clear":
      return viewer.kind === "voter" || stage.kind === "decide";
  }
}

/** The rules by which is decided what can be put at a stage, and what is put now. */
function rulesAt(current: Case, stage: Stage): readonly string[] {
  const put = openVote(current)?.rule;
  const rules = stage.kind === "vote" ? Object.values(stage.motions).map(({ vote }) => vote) : [];
  return [...rules, ...(put === undefined ? [] : [put])];
}

/** Whether at a stage somebody calls a consensus. */
function hasCall(rulebook: Rulebook, current: Case, stage: Stage): boolean {
  return rulesAt(current, stage).some((id) => {
    const rule = readMotionRule(rulebook, id);
    return rule.method === "consensus" && rule.called_by !== undefined;
  });
}

/** Every stage to which the case can come from the present one, the nearest first. */
function stagesAhead({ rulebook, current }: Standing): readonly StageId[] {
  const { party_in_body: party } = rulebook.conflicts;
  const isBarred = (stage: StageId) => current.partyInBody !== undefined && party?.blocks.includes(stage) === true;
  const edges = edgesOf(rulebook, current.procedure).filter(({ to }) => !isBarred(to));
  const ahead: StageId[] = [];
  const from = [current.stage.stage];
  for (const here of from)
    for (const { to } of edges.filter((edge) => edge.from === here))
      if (!ahead.includes(to)) {
        ahead.push(to);
        from.push(to);
      }
  return ahead;
}

/** The respondent is called so many times more. */
export function summons({ rulebook, current, at }: Standing, times: number): Unblock {
  const stage = readStage(rulebook, current);
  const rule = stage.kind === "closed" || stage.kind === "vote" ? undefined : stage.summons;
  const earliest = rule === undefined ? undefined : earliestMeeting(rulebook, rule, at).toString();
  return { kind: "summon", times, earliest };
}

/** What the present stage can be concluded with, now or once what stands in the way of it has been done. */
export function otherOutcomes({ rulebook, current, at }: Standing): Unblock {
  const outcomes = possibleOutcomes(rulebook, current, at).map(({ outcome }) => outcome);
  return outcomes.length === 0 ? { kind: "nothing", as: "over" } : { kind: "conclude-with", outcomes };
}

/** The first day after another. */
export const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString();
