import { findVoteStage } from "../case/briefs.ts";
import type { Case } from "../case/case.ts";
import { isHandEntry } from "../case/handEntries.ts";
import { isHearingEntry } from "../case/hearingEntries.ts";
import { readStage } from "../case/stages.ts";
import { isChallengeEntry } from "../challenges/afterChallenge.ts";
import { isRecordEntry } from "../records/entry.ts";
import { stageClause } from "./clauseOf.ts";
import { consentHappening } from "./consentHappening.ts";
import { decidedHappening } from "./decidedHappening.ts";
import { gistOf } from "./happening.ts";
import type { Step, Told } from "./step.ts";

/**
 * What the deciding body sees of an entry that was made when an approved brief was before it, or made it so: what its room's card shows.
 * No name of anybody, nothing of what the officers keep, nothing of how a vote stood [V-05][V-06].
 */
export function toBoard(step: Step): Told | undefined {
  const { recorded, before, current, rulebook } = step;
  const { entry } = recorded;
  if (isChallengeEntry(entry)) return undefined;
  if (isRecordEntry(entry)) return undefined;
  if (isHandEntry(entry)) return undefined;
  if (isHearingEntry(entry)) return undefined;
  switch (entry.kind) {
    case "brief-approved": {
      const stage = readStage(rulebook, current);
      if (stage.kind !== "vote" || stage.owner.kind === "anyone") return undefined;
      return { happening: { kind: "before-body", body: stage.owner.id }, clause: stage.clause };
    }
    case "recused":
      // Of the officers none is counted: the body is told of its own members only.
      return before.handlers.includes(entry.person) ? undefined : { happening: { kind: "member-recused" } };
    case "motion-put":
      return {
        happening: {
          kind: "motion-put",
          motion: {
            motion: entry.motion,
            sanction: entry.sanction,
            lasts: entry.lasts,
            scope: entry.scope,
            conditions: entry.conditions,
          },
        },
      };
    case "consensus-called":
      return { happening: { kind: "consensus-called", isLonger: entry.away !== undefined } };
    case "tie-decided":
    case "vote-closed": {
      const vote = current.votes.find((each) => each.vote === entry.vote);
      const motion =
        vote === undefined
          ? undefined
          : {
              motion: vote.motion,
              sanction: vote.sanction,
              lasts: vote.lasts,
              scope: vote.scope,
              conditions: vote.conditions,
            };
      if (entry.kind === "vote-closed")
        return { happening: { kind: "vote-closed", motion, result: entry.result.kind } };
      const result = entry.casting === "in-favour" ? "carried" : "lost";
      return { happening: { kind: "tie-decided", motion, result } };
    }
    case "decided":
    case "decided-by-officers":
      return { happening: decidedHappening(rulebook, current) };
    case "referred":
      return { happening: { kind: "referred", next: entry.next } };
    case "sanction-confirmed":
      return { happening: consentHappening(entry, current) };
    case "stage-concluded":
      return { happening: { kind: "moved", stage: entry.next }, clause: stageClause(rulebook, current, entry.next) };
    case "notice-sent": {
      if (entry.subject.kind === "decision")
        return hasInformed(before) ? undefined : { happening: { kind: "notices-sent" } };
      const isOurs = entry.to.kind === "room" && entry.to.purpose === "board";
      if (!isOurs || entry.subject.kind !== "reminder") return undefined;
      return { happening: { kind: "notice-sent", to: "board", ...gistOf(entry.subject) } };
    }
    case "interim-asked": {
      const owner = findVoteStage(rulebook, current)?.owner;
      return owner === undefined || owner.kind === "anyone"
        ? undefined
        : { happening: { kind: "before-body", body: owner.id } };
    }
    case "interim-imposed":
      return entry.vote === undefined
        ? undefined
        : { happening: { kind: "interim-imposed", sanction: entry.sanction } };
    case "body-asked":
    case "answer-returned":
    case "question-dropped":
      return { happening: { kind: entry.kind } };
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
    case "agreement-asked":
    case "agreement-answered":
    case "agreement-left":
    case "choice-made":
    case "question-put":
    case "question-answered":
    case "scope-judged":
    case "finding-made":
    case "received":
    case "joining-answered":
    case "announced":
    case "room-refused":
    case "taken":
    case "support-named":
    case "task-done":
    case "noted":
    case "summoned":
    case "deadline-extended":
    case "step-planned":
    case "step-done":
    case "more-asked":
    case "lateness-judged":
    case "answered":
    case "brief-drafted":
    case "cleared":
    case "notice-delivered":
    case "notice-failed":
    case "notice-seen":
    case "confirmation-put":
    case "confirmation-voted":
    case "disclosure-asked":
    case "disclosure-answered":
    case "witness-asked":
    case "witness-answered":
    case "witness-released":
    case "evidence-given":
    case "evidence-set-aside":
    case "evidence-opened":
    case "own-voice":
    case "submission-returned":
    case "group-named":
    case "class-named":
    case "decisions-replaced":
    case "sanction-lapsed":
    case "sanction-changed":
    case "sanction-lifted":
    case "interim-ended":
    case "sanction-reviewed":
    case "sanction-task-done":
    case "sanction-condition":
    case "sanction-breached":
    case "sanction-prolonged":
      return undefined;
    case "reheard":
      return { happening: { kind: "moved", stage: entry.stage }, clause: stageClause(rulebook, current, entry.stage) };
  }
}

const hasInformed = (current: Case) => current.notices.some(({ subject }) => subject.kind === "decision");
