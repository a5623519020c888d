import type { Rulebook, VoteStage } from "../../rulebook/rulebook.ts";
import type { Selector } from "../../rulebook/schema/vocabulary.ts";
import type { StageId } from "../identity.ts";
import type { Brief, Case } from "./case.ts";
import { readProcedure, readStage } from "./stages.ts";

/** The stage at which a body votes on a case now; otherwise the latest of those it has been at. Undefined before the first. */
export function findVoteStage(rulebook: Rulebook, current: Case): VoteStage | undefined {
  const here = readStage(rulebook, current);
  if (here.kind === "vote") return here;
  const before = current.concluded
    .toReversed()
    .map(({ stage }) => voteStage(rulebook, current, stage))
    .find((stage) => stage !== undefined);
  return before ?? askedStage(rulebook, current);
}

/** The stage of the body that was asked whether something is imposed before the case has come to it. */
function askedStage(rulebook: Rulebook, current: Case): VoteStage | undefined {
  const ask = current.kept.asks.at(-1);
  const { interim, stages } = readProcedure(rulebook, current);
  const rule = interim.find(({ sanction, vote }) => sanction === ask?.sanction && vote !== undefined);
  if (ask === undefined || rule === undefined) return undefined;
  return Object.values(stages)
    .filter((stage) => stage.kind === "vote")
    .find(({ owner }) => isSameSelector(owner, rule.by));
}

/**
 * What is before the body of that stage: the newest approved brief that was written for it; before there is one, what it was asked to
 * impose while the case is handled.
 */
export function findApprovedBrief(rulebook: Rulebook, current: Case): Brief | undefined {
  const written = findWrittenBrief(rulebook, current);
  const ask = current.kept.asks.at(-1);
  if (written !== undefined || ask === undefined || findVoteStage(rulebook, current) === undefined) return written;
  const { statement, officer } = ask;
  return { stage: current.stage.stage, visit: -1, statement, draftedBy: officer, approvedBy: officer };
}

/** The approved brief from which the body of that stage decides: the newest that was written for it. */
export function findWrittenBrief(rulebook: Rulebook, current: Case): Brief | undefined {
  const stage = findVoteStage(rulebook, current);
  return stage === undefined ? undefined : approvedFor(rulebook, current, stage.owner);
}

/** The brief that was written at the present stage and is not approved yet. */
export function findDraft(current: Case): Brief | undefined {
  return current.briefs.find((brief) => brief.approvedBy === undefined && isOfThisStage(current, brief));
}

/** Whether a brief for the present stage has been approved at it. */
export function isBriefedHere(current: Case): boolean {
  return current.briefs.some((brief) => brief.approvedBy !== undefined && isOfThisStage(current, brief));
}

/** The newest approved brief for each body that has decided in a case, with the body. */
export function approvedBriefs(
  rulebook: Rulebook,
  current: Case,
): readonly { readonly body: Selector; readonly brief: Brief }[] {
  const bodies = current.briefs.flatMap(({ stage }) => voteStage(rulebook, current, stage)?.owner ?? []);
  return bodies.flatMap((body, i) => {
    const isFirst = bodies.findIndex((other) => isSameSelector(other, body)) === i;
    const brief = isFirst ? approvedFor(rulebook, current, body) : undefined;
    return brief === undefined ? [] : [{ body, brief }];
  });
}

/** Whether a stage is of the body that votes on the case now, or did last: another is told nothing of what was voted at it. */
export function isOfBody(rulebook: Rulebook, current: Case, stage: StageId): boolean {
  const body = findVoteStage(rulebook, current)?.owner;
  const owner = voteStage(rulebook, current, stage)?.owner;
  return body !== undefined && owner !== undefined && isSameSelector(body, owner);
}

function approvedFor(rulebook: Rulebook, current: Case, body: Selector): Brief | undefined {
  return current.briefs.findLast(({ stage, approvedBy }) => {
    const owner = voteStage(rulebook, current, stage)?.owner;
    return approvedBy !== undefined && owner !== undefined && isSameSelector(owner, body);
  });
}

const isOfThisStage = (current: Case, { visit }: Brief) => visit === current.concluded.length;

function voteStage(rulebook: Rulebook, current: Case, id: StageId): VoteStage | undefined {
  const stage = readProcedure(rulebook, current).stages[id];
  return stage?.kind === "vote" ? stage : undefined;
}

const nameOf = (selector: Selector) => (selector.kind === "anyone" ? "anyone" : `${selector.kind}:${selector.id}`);

/** Whether two mean the same people. */
export const isSameSelector = (one: Selector, other: Selector) => nameOf(one) === nameOf(other);
