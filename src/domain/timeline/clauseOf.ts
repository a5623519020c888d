import type { Rulebook } from "../../rulebook/rulebook.ts";
import { apartClause } from "../case/apart.ts";
import { openVote } from "../case/case.ts";
import type { Case } from "../case/case.ts";
import type { Entry } from "../case/entry.ts";
import { evidenceClause, witnessClause } from "../case/evidence.ts";
import { isHandEntry } from "../case/handEntries.ts";
import { hearingRecordClause, hearingTimes } from "../case/hearing.ts";
import type { NoticeSubject } from "../case/noticeSubject.ts";
import { isChallengeEntry } from "../challenges/afterChallenge.ts";
import type { OutcomeId, StageId } from "../identity.ts";
import { ownVoiceRule } from "../parties/companions.ts";
import { isRecordEntry } from "../records/entry.ts";
import { isRecordSubject, recordClause, recordSubjectClause } from "../records/recordClause.ts";
import { enforceRule } from "../sanctions/access.ts";
import { conditionRule } from "../sanctions/conditions.ts";
import { consentRule } from "../sanctions/confirmation.ts";
import { disclosureRule } from "../sanctions/disclose.ts";
import { interimRule } from "../sanctions/interim.ts";
import { imposedIn } from "../sanctions/record.ts";
import { handClause } from "./handHappening.ts";

/**
 * The clause an entry rests on; undefined where the rulebook names none.
 * @param before the case before the entry
 */
export function clauseOf(rulebook: Rulebook, before: Case, entry: Entry): string | undefined {
  const here = stageClause(rulebook, before, before.stage.stage);
  if (isChallengeEntry(entry)) {
    const rule = entry.kind === "challenge-lodged" ? entry.rule : challengeRule(before, entry.challenge);
    return rule === undefined ? undefined : rulebook.challenges[rule]?.clause;
  }
  if (isRecordEntry(entry)) return recordClause(rulebook, before, entry);
  if (isHandEntry(entry)) return handClause(rulebook, before, entry);
  switch (entry.kind) {
    case "received":
      return rulebook.intake.report.clause;
    case "stage-concluded":
      return endClause(rulebook, before, entry.outcome) ?? here;
    case "deadline-extended":
      return rulebook.procedures[before.procedure]?.extendable?.clause ?? here;
    case "lateness-judged":
      return latenessClause(rulebook);
    case "more-asked":
    case "decisions-replaced":
    case "task-done":
    case "summoned":
    case "decided":
    case "decided-by-officers":
      return here;
    case "brief-drafted":
    case "brief-approved": {
      const stage = rulebook.procedures[before.procedure]?.stages[before.stage.stage];
      return stage?.kind === "vote" ? stage.brief.clause : here;
    }
    case "cleared":
    case "recused":
      return rulebook.conflicts.clause;
    case "motion-put":
    case "referred":
      return rulebook.votes[entry.rule]?.clause;
    case "consensus-called":
    case "tie-decided":
    case "vote-closed": {
      const vote = before.votes.find((each) => each.vote === entry.vote);
      return vote === undefined ? here : rulebook.votes[vote.rule]?.clause;
    }
    case "notice-sent":
      return noticeClause(rulebook, before, entry.subject);
    case "notice-delivered":
    case "notice-failed":
    case "notice-seen": {
      const notice = before.notices.find((each) => each.id === entry.notice);
      return notice === undefined ? undefined : noticeClause(rulebook, before, notice.subject);
    }
    case "sanction-confirmed": {
      const sanction = before.decisions.find(({ id }) => id === entry.decision)?.sanction;
      return consentRule(rulebook.sanctions[sanction ?? ""])?.clause;
    }
    case "confirmation-put":
      return rulebook.votes[entry.rule]?.clause;
    case "confirmation-voted": {
      const put = before.consents.votes.find(({ motion }) => motion === entry.motion);
      return rulebook.votes[put?.rule ?? ""]?.clause;
    }
    case "disclosure-asked":
    case "disclosure-answered":
      return rulebook.wider_disclosure?.clause;
    case "kept-apart":
    case "apart-ended":
    case "contact-noted":
    case "relay-asked":
    case "relay-answered":
    case "wording-shown":
    case "wording-answered":
    case "relay-passed":
    case "relay-held":
    case "relay-closed":
      return apartClause(rulebook, before);
    case "agreement-asked":
    case "agreement-answered":
    case "agreement-left":
    case "choice-made":
    case "body-asked":
    case "question-put":
    case "question-answered":
    case "answer-returned":
    case "question-dropped":
      return here;
    case "scope-judged":
      return rulebook.procedures[before.procedure]?.scope?.clause;
    case "finding-made":
      return rulebook.procedures[before.procedure]?.priors_sealed?.clause ?? here;
    case "witness-asked":
    case "witness-answered":
    case "witness-released":
      return witnessClause(rulebook, before);
    case "hearing-called":
    case "hearing-held":
      return hearingTimes(rulebook, before)?.clause ?? here;
    case "hearing-recorded":
    case "record-asked":
      return hearingRecordClause(rulebook, before);
    case "evidence-given":
    case "evidence-set-aside":
    case "evidence-opened":
      return evidenceClause(rulebook, before);
    case "own-voice":
    case "submission-returned":
      return ownVoiceRule(rulebook)?.clause;
    case "group-named":
      return rulebook.procedures[before.procedure]?.groups?.clause;
    case "class-named":
      return undefined;
    case "interim-asked":
      return interimRule(rulebook, before, { ...entry, vote: entry.ask })?.clause;
    case "interim-imposed":
      return interimRule(rulebook, before, entry)?.clause;
    case "sanction-condition": {
      const imposed = before.decisions.find(({ id }) => id === entry.decision)?.sanction;
      return conditionRule(rulebook, imposed)?.clause ?? rulebook.sanctions[entry.sanction]?.clause;
    }
    case "sanction-breached":
    case "sanction-prolonged":
      return rulebook.non_compliance?.clause ?? rulebook.sanctions[entry.sanction]?.clause;
    case "reheard":
      return rulebook.non_compliance?.clause;
    case "sanction-lapsed":
    case "sanction-lifted":
    case "interim-ended":
    case "sanction-reviewed":
    case "sanction-task-done":
      return rulebook.sanctions[entry.sanction]?.clause;
    case "sanction-changed": {
      // What changes a sanction, and by which clause, its own rule says.
      const was = before.changed.find((each) => each.decision === entry.decision && each.party === entry.party);
      const imposed = before.decisions.find(({ id }) => id === entry.decision)?.sanction;
      const sanction = was?.changes.at(-1)?.sanction ?? imposed;
      return sanction === undefined ? undefined : rulebook.sanctions[sanction]?.clause;
    }
    case "support-named":
      return rulebook.procedures[before.procedure]?.support_contact?.clause;
    case "joining-answered":
      return rulebook.intake.report.groups?.clause;
    case "announced":
    case "room-refused":
    case "taken":
    case "noted":
    case "step-planned":
    case "step-done":
    case "answered":
      return undefined;
  }
}

/** By which clause it is decided whether a report is taken that came too late. */
function latenessClause({ intake }: Rulebook): string | undefined {
  const { limitation } = intake.report;
  return limitation === "none" ? undefined : (limitation.late?.clause ?? limitation.clause);
}

/** The clause of a stage; undefined for one that the case's procedure does not have. */
export function stageClause(rulebook: Rulebook, current: Case, stage: StageId): string | undefined {
  return rulebook.procedures[current.procedure]?.stages[stage]?.clause;
}

/**
 * The clause of what is due, by the key of its deadline (task:contact:acknowledge, target:inform, limit, inactivity, lapse:warning);
 * undefined for what the rulebook does not have.
 */
export function deadlineClause(rulebook: Rulebook, current: Case, deadline: string): string | undefined {
  const [kind = "", about = "", task] = deadline.split(":");
  if (kind === "step") return stageClause(rulebook, current, current.stage.stage);
  if (kind === "limit") return rulebook.procedures[current.procedure]?.limit?.clause;
  if (kind === "inactivity") return rulebook.procedures[current.procedure]?.inactivity?.clause;
  if (kind === "relay") return apartClause(rulebook, current);
  if (kind === "hearing") return hearingClause(rulebook, current, about);
  if (kind === "objections") return rulebook.votes[openVote(current)?.rule ?? ""]?.clause;
  if (kind === "condition") return conditionRule(rulebook, about)?.clause;
  if (kind === "lapse" || kind === "review" || kind === "sanction-task") return rulebook.sanctions[about]?.clause;
  const stage = rulebook.procedures[current.procedure]?.stages[about];
  const found = stage === undefined || stage.kind === "closed" ? undefined : stage.tasks.find(({ id }) => id === task);
  return found?.clause ?? stage?.clause;
}

/** By which clause the times of a hearing are, or what happens there is written down. */
export const hearingClause = (rulebook: Rulebook, current: Case, about: string): string | undefined =>
  about === "record" ? hearingRecordClause(rulebook, current) : hearingTimes(rulebook, current)?.clause;

const challengeRule = (current: Case, id: string) => current.challenges.find((each) => each.id === id)?.rule;

/** By which clause a party may end a case; undefined for any other outcome. */
function endClause(rulebook: Rulebook, current: Case, outcome: OutcomeId): string | undefined {
  const rule = rulebook.procedures[current.procedure]?.stoppable_by;
  return rule?.outcome === outcome ? rule.clause : undefined;
}

/** The clause of the vote that could not be quorate at a stage. */
export function referralClause(rulebook: Rulebook, current: Case, stage: StageId): string | undefined {
  const rule = current.referrals.findLast((referral) => referral.stage === stage)?.rule;
  return rule === undefined ? undefined : rulebook.votes[rule]?.clause;
}

function noticeClause(rulebook: Rulebook, current: Case, subject: NoticeSubject): string | undefined {
  if (isRecordSubject(subject)) return recordSubjectClause(rulebook, current, subject);
  switch (subject.kind) {
    case "challenge-task":
    case "challenge-first":
    case "challenge-outcome":
      return rulebook.challenges[challengeRule(current, subject.challenge) ?? ""]?.clause;
    case "referred":
      return referralClause(rulebook, current, subject.stage);
    case "support-contact":
      return rulebook.procedures[current.procedure]?.support_contact?.clause;
    case "support":
      return rulebook.procedures[current.procedure]?.referrals?.clause;
    case "witness-asked":
    case "witness-answered":
      return witnessClause(rulebook, current);
    case "hearing-called":
      return hearingTimes(rulebook, current)?.clause;
    case "record-asked":
    case "record-ready":
      return hearingRecordClause(rulebook, current);
    case "evidence-given":
    case "evidence-opened":
      return evidenceClause(rulebook, current);
    case "submission-returned":
    case "companion-named":
      return ownVoiceRule(rulebook)?.clause;
    case "kept-apart":
    case "apart-ended":
    case "relay-passed":
    case "relay-wording":
    case "relay-held":
    case "relay-unanswered":
    case "relay-waits":
      return apartClause(rulebook, current);
    case "agreement-asked":
    case "agreement-answered":
    case "agreement-left":
    case "body-asked":
    case "question-put":
    case "question-answered":
    case "vote-rests":
    case "answer-returned":
    case "question-dropped":
      return stageClause(rulebook, current, current.stage.stage);
    case "ended":
      return endClause(rulebook, current, subject.outcome);
    case "extended":
    case "vacation-offer":
      return rulebook.procedures[current.procedure]?.extendable?.clause;
    case "takes-longer":
      return rulebook.procedures[current.procedure]?.overdue?.clause;
    case "lateness":
      return latenessClause(rulebook);
    case "more-asked":
    case "unanswered":
    case "answered":
    case "choice-open":
    case "not-answered":
      return stageClause(rulebook, current, current.stage.stage);
    case "new-case":
    case "urgent":
    case "join-asked":
    case "entered":
    case "room-refused":
      return rulebook.intake.report.clause;
    case "allegations":
      return rulebook.notices[subject.rule]?.clause;
    case "acknowledgement":
    case "question":
    case "summons":
    case "stage-outcome":
    case "undelivered":
    case "gaps":
      return rulebook.procedures[current.procedure]?.clause;
    case "decision": {
      const sanction = current.decisions.find(({ id }) => id === subject.vote)?.sanction;
      const wanted = sanction === undefined ? undefined : rulebook.sanctions[sanction]?.notice;
      return rulebook.notices[wanted ?? "outcome"]?.clause;
    }
    case "interim": {
      const interim = current.kept.interims.find(({ decision }) => decision === subject.decision);
      return interimRule(rulebook, current, { ...subject, vote: interim?.vote })?.clause;
    }
    case "sanction-condition": {
      const imposed = current.decisions.find(({ id }) => id === subject.decision)?.sanction;
      return conditionRule(rulebook, imposed)?.clause ?? rulebook.sanctions[subject.sanction]?.clause;
    }
    case "sanction-breached":
      return rulebook.non_compliance?.clause ?? rulebook.sanctions[subject.sanction]?.clause;
    case "sanction-lapsed":
    case "sanction-lifted":
    case "interim-ended":
    case "sanction-task-done":
      return rulebook.sanctions[subject.sanction]?.clause;
    case "sanction-changed":
      return rulebook.sanctions[subject.was]?.clause;
    case "access": {
      const imposed = imposedIn(rulebook, current).find(({ decision }) => decision.id === subject.decision);
      return enforceRule(rulebook, imposed?.sanction)?.clause;
    }
    case "confirmation-voted": {
      const sanction = current.decisions.find(({ id }) => id === subject.decision)?.sanction;
      return consentRule(rulebook.sanctions[sanction ?? ""])?.clause;
    }
    case "disclosure-asked":
    case "wider-disclosure":
      return rulebook.wider_disclosure?.clause;
    case "disclosure":
      return disclosureRule(rulebook, subject.sanction)?.clause;
    case "reminder":
    case "escalation":
      return deadlineClause(rulebook, current, subject.deadline);
  }
}
