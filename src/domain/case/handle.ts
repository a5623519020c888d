import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { PersonId, StatementId } from "../identity.ts";
import { findMentions, findNames } from "../parties/findNames.ts";
import { handlersOf, leadOf } from "../parties/viewer.ts";
import type { Refusal } from "../refusal.ts";
import type { Roster } from "../roster.ts";
import { findDraft, isBriefedHere } from "./briefs.ts";
import type { Case } from "./case.ts";
import type { Entry } from "./entry.ts";
import { readStage } from "./stages.ts";

/** An officer takes the case: one officer leads it. */
export function takeCase(rulebook: Rulebook, roster: Roster, current: Case, officer: PersonId): Entry | Refusal {
  const lead = leadOf(rulebook, roster, current);
  if (lead === officer) return { refused: "already-done" };
  if (lead !== undefined) return { refused: "already-taken", by: lead };
  return { kind: "taken", officer };
}

/** The open tasks of the present stage that are done by telling somebody outside something; of one of the externals where one is named. */
export function tasksByTelling(rulebook: Rulebook, current: Case, external?: string): readonly string[] {
  const stage = readStage(rulebook, current);
  if (stage.kind === "closed") return [];
  const told = stage.tasks.filter(({ tells = [] }) =>
    tells.some((each) => each.kind === "external" && (external === undefined || each.id === external)),
  );
  return told.map(({ id }) => id).filter((id) => !current.stage.tasksDone.includes(id));
}

/** Ticks off a task of the present stage. */
export function doTask(rulebook: Rulebook, current: Case, task: string): Entry | Refusal {
  const stage = readStage(rulebook, current);
  const isTask = stage.kind !== "closed" && stage.tasks.some((each) => each.id === task);
  if (!isTask) return { refused: "not-at-this-stage", stage: current.stage.stage, clause: stage.clause };
  if (current.stage.tasksDone.includes(task)) return { refused: "already-done" };
  return { kind: "task-done", stage: current.stage.stage, task };
}

/**
 * Drafts the brief from which the deciding body decides: nothing may stand in it that the rulebook keeps from that body.
 * @param text the brief
 * @param names the parties' names
 */
export function draftBrief(
  rulebook: Rulebook,
  current: Case,
  officer: PersonId,
  text: string,
  names: readonly string[],
  statement: StatementId,
  hidden: readonly string[] = [],
): Entry | Refusal {
  const stage = readStage(rulebook, current);
  if (stage.kind !== "vote") return { refused: "not-at-this-stage", stage: current.stage.stage, clause: stage.clause };
  if (isBriefedHere(current)) return { refused: "already-done" };
  const { mask } = stage.brief;
  const found = [
    ...findNames(text, mask.includes("names") ? names : hidden),
    ...(mask.includes("accounts") ? findMentions(text) : []),
  ];
  if (found.length > 0) return { refused: "brief-names-somebody", found, clause: stage.brief.clause };
  return { kind: "brief-drafted", statement, officer };
}

/** Approves the brief: another officer than the one who wrote it, where there is another. */
export function approveBrief(rulebook: Rulebook, roster: Roster, current: Case, officer: PersonId): Entry | Refusal {
  const stage = readStage(rulebook, current);
  if (stage.kind !== "vote") return { refused: "not-at-this-stage", stage: current.stage.stage, clause: stage.clause };
  if (isBriefedHere(current)) return { refused: "already-done" };
  const draft = findDraft(current);
  if (draft === undefined) return { refused: "brief-missing", clause: stage.brief.clause };
  const isOwn = draft.draftedBy === officer;
  if (isOwn && stage.brief.second_approval && handlersOf(rulebook, roster, current).length > 1)
    return { refused: "own-brief", clause: stage.brief.clause };
  return { kind: "brief-approved", officer };
}
