import type { StepLogView } from "../../application/acts/stepLog.ts";
import type { LoggedDue, LoggedStep } from "../../domain/records/stepLog.ts";
import type { Card } from "../card.ts";
import { paged } from "../pages.ts";
import type { Speech } from "../say.ts";
import { button, turningRows } from "./controls.ts";
import { rulesRow } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

/** The steps of a case, for somebody outside who looks at whether the procedure was followed. */
export function stepLogCard(view: StepLogView, page: number, citation: Citation, speech: Speech): Card {
  const { say } = speech;
  const { case: ref, codeName, steps, clause } = view;
  const pages = paged(
    steps.map((step) => stepText(step, speech)),
    { items: 15, length: 2400 },
  );
  return {
    tone: "neutral",
    title: say("steps.title", { codeName }),
    blocks: [
      { kind: "list", items: pages[page - 1] ?? [] },
      { kind: "small", text: say("steps.small") },
    ],
    rows: [
      ...turningRows("outside.log", ref, page, pages.length, speech),
      [
        button("primary", say("act.outside.file"), "outside.steps", ref),
        button("secondary", say("act.outside.show"), "outside.show", ref),
      ],
      rulesRow([clause], citation, speech),
    ],
  };
}

/** "Wednesday 4 March 2026: “assessment” ended with “a rule may have been broken”; due on ..., kept". */
export function stepText(step: LoggedStep, speech: Speech): string {
  const { say, name, day } = speech;
  const on = day(step.day);
  switch (step.kind) {
    case "received":
      return say("steps.received", { day: on });
    case "stage-ended": {
      const values = { day: on, stage: name("stage", step.stage), due: dueText(step.due, speech) };
      if (step.outcome === undefined) return say("steps.stage.moved", values);
      return say("steps.stage", { ...values, outcome: name("outcome", step.outcome) });
    }
    case "task-done":
      return say("steps.task", { day: on, task: name("task", step.task), due: dueText(step.due, speech) });
    case "told":
      return say("steps.told", { day: on, whom: name("whom", step.whom) });
    case "challenge":
      return say(`steps.challenge.${step.step}`, { day: on, rule: name("challenge", step.rule) });
    case "extended":
      return say("steps.extended", { day: on, until: day(step.until) });
    case "handed":
      return say("steps.handed", { day: on, to: step.to });
  }
}

function dueText(due: LoggedDue | undefined, { say, day }: Speech): string {
  if (due === undefined) return "";
  return ` ${say(due.isKept ? "steps.kept" : "steps.missed", { day: day(due.day) })}`;
}
