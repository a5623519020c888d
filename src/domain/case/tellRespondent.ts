import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { NoticeId, StatementId } from "../identity.ts";
import type { Refusal } from "../refusal.ts";
import { partiesOf } from "./case.ts";
import type { Case } from "./case.ts";
import type { Entry } from "./entry.ts";
import { findUntold } from "./noticeContents.ts";
import { readStage } from "./stages.ts";

/** By which notice a task of the present stage is done; undefined where it is only ticked. */
export function noticeOfTask(rulebook: Rulebook, current: Case, task: string): string | undefined {
  const stage = readStage(rulebook, current);
  return stage.kind === "closed" ? undefined : stage.tasks.find(({ id }) => id === task)?.notice;
}

/**
 * The notices by which every respondent is told in writing what the report says. Refused where something is missing that the rulebook has
 * stand in it: nobody is told half of it.
 * @param statement what they are told
 * @param newId gives an id for each notice
 */
export function tellRespondents(
  rulebook: Rulebook,
  current: Case,
  notice: string,
  statement: StatementId,
  newId: () => NoticeId,
): readonly Entry[] | Refusal {
  const untold = findUntold(rulebook, current, notice);
  if (untold !== undefined) return untold;
  return partiesOf(current, "respondent").map(({ party, role }) => ({
    kind: "notice-sent",
    notice: newId(),
    to: { kind: "party", party, role },
    subject: { kind: "allegations", rule: notice, statement },
  }));
}
