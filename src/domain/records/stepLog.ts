import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import { after } from "../case/after.ts";
import type { Case } from "../case/case.ts";
import type { CaseFile, Entry } from "../case/entry.ts";
import { foldCase } from "../case/foldCase.ts";
import { localDay } from "../deadlines/calendar.ts";
import { deadlinesOf } from "../deadlines/deadline.ts";
import type { OutcomeId, StageId } from "../identity.ts";

/** A step of a case for somebody who looks at whether the procedure was followed: no name, no word. Days are written as 2026-03-15. */
export type LoggedStep = { readonly day: string } & (
  | { readonly kind: "received" }
  | {
      readonly kind: "stage-ended";
      readonly stage: StageId;
      readonly outcome: OutcomeId | undefined;
      readonly clause: string;
      readonly due: LoggedDue | undefined;
    }
  | { readonly kind: "task-done"; readonly task: string; readonly due: LoggedDue | undefined }
  | { readonly kind: "told"; readonly whom: string; readonly how: string }
  | { readonly kind: "challenge"; readonly rule: string; readonly step: "lodged" | "heard" | "not-heard" | "decided" }
  | { readonly kind: "extended"; readonly until: string }
  | { readonly kind: "handed"; readonly to: string }
);

/** By when something was due, and whether that was kept. */
export interface LoggedDue {
  readonly day: string;
  readonly isKept: boolean;
}

/** The steps of a case in their order, each with whether it came in time where there was a time for it. */
export function stepLog(rulebook: Rulebook, file: CaseFile): readonly LoggedStep[] {
  const [first, ...rest] = file.entries;
  if (first === undefined) return [];
  let before = foldCase({ ...file, entries: [first] });
  const steps: LoggedStep[] = [{ day: localDay(rulebook, before.received).toString(), kind: "received" }];
  for (const recorded of rest) {
    const step = stepOf(rulebook, before, recorded.entry, localDay(rulebook, recorded.at));
    if (step !== undefined) steps.push(step);
    before = after(before, recorded);
  }
  return steps;
}

function stepOf(rulebook: Rulebook, before: Case, entry: Entry, on: Temporal.PlainDate): LoggedStep | undefined {
  const day = on.toString();
  if (entry.kind === "stage-concluded" || entry.kind === "decided" || entry.kind === "decided-by-officers") {
    const { stage } = before.stage;
    const clause = rulebook.procedures[before.procedure]?.stages[stage]?.clause ?? "";
    const due = dueAt(rulebook, before, on, "target");
    return { day, kind: "stage-ended", stage, outcome: entry.outcome, clause, due };
  }
  if (entry.kind === "task-done")
    return { day, kind: "task-done", task: entry.task, due: dueAt(rulebook, before, on, "task", entry.task) };
  if (entry.kind === "notice-delivered") {
    const notice = before.notices.find(({ id }) => id === entry.notice);
    if (notice?.to.kind !== "party") return undefined;
    return { day: localDay(rulebook, entry.when).toString(), kind: "told", whom: notice.to.role, how: entry.how };
  }
  if (entry.kind === "deadline-extended") return { day, kind: "extended", until: entry.until };
  if (entry.kind === "handed-outside")
    return { day: entry.on, kind: "handed", to: rulebook.externals[entry.to]?.label ?? entry.to };
  return challengeStep(before, entry, day);
}

function challengeStep(before: Case, entry: Entry, day: string): LoggedStep | undefined {
  if (entry.kind === "challenge-lodged") return { day, kind: "challenge", rule: entry.rule, step: "lodged" };
  if (entry.kind !== "challenge-judged" && entry.kind !== "challenge-decided") return undefined;
  const rule = before.challenges.find(({ id }) => id === entry.challenge)?.rule ?? "";
  if (entry.kind === "challenge-decided") return { day, kind: "challenge", rule, step: "decided" };
  return { day, kind: "challenge", rule, step: entry.isHeard ? "heard" : "not-heard" };
}

/** By when what ends now was due; of a whole stage its target, or the limit of the procedure. */
function dueAt(
  rulebook: Rulebook,
  before: Case,
  on: Temporal.PlainDate,
  kind: "target" | "task",
  about?: string,
): LoggedDue | undefined {
  const all = deadlinesOf(rulebook, before);
  const found =
    kind === "task"
      ? all.find((each) => each.kind === "task" && each.about === about)
      : all.find((each) => each.kind === "target");
  if (found === undefined) return undefined;
  return { day: found.day.toString(), isKept: Temporal.PlainDate.compare(on, found.day) <= 0 };
}
