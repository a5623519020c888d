import type { Temporal } from "temporal-polyfill";

import type { Rulebook, Stage } from "../../rulebook/rulebook.ts";
import { latest } from "../deadlines/latest.ts";
import type { OutcomeId } from "../identity.ts";
import { partiesOf } from "./case.ts";
import type { Case } from "./case.ts";
import type { Entry } from "./entry.ts";
import { notifiedAt } from "./inform.ts";
import { nextStage, readProcedure, readStage } from "./stages.ts";

type ChoiceStage = Extract<Stage, { kind: "elect" }>;
type Anchor = Exclude<ChoiceStage["window"]["from"], object>;

/** From when the respondents have time to choose how it goes on: undefined at any other stage, and until the decision reached all of them. */
export function choiceOpens(rulebook: Rulebook, current: Case): Temporal.Instant | undefined {
  const stage = readStage(rulebook, current);
  if (stage.kind !== "elect") return undefined;
  const { from } = stage.window;
  return latest((typeof from === "object" ? from.latest_of : [from]).map((anchor) => momentOf(current, anchor)));
}

function momentOf(current: Case, anchor: Anchor): Temporal.Instant | undefined {
  switch (anchor) {
    case "report.received":
      return current.received;
    case "decision.made":
      return current.decision?.made;
    case "decision.notified":
      return latest(partiesOf(current, "respondent").map(({ party }) => notifiedAt(current, party)));
    case "stage.opened":
    case "incident.date":
    case "hearing.date":
    case "hearing.held":
    case "case.closed":
    case "new.effective":
      return current.stage.opened;
  }
}

/** Nothing was chosen in time: what the rulebook says of that holds. */
export function silence(rulebook: Rulebook, current: Case): readonly Entry[] {
  const stage = readStage(rulebook, current);
  if (stage.kind !== "elect") return [];
  const outcome = stage.window.silence;
  const rule = stage.outcomes[outcome];
  if (rule === undefined) return [];
  const next = nextStage(rulebook, current, rule);
  return [{ kind: "stage-concluded", stage: current.stage.stage, outcome, next, rules: [], reasons: undefined }];
}

/** What a respondent chooses between after an outcome of a stage; undefined where nothing is to be chosen. */
export function choiceAfter(
  rulebook: Rulebook,
  current: Case,
  stage: string,
  outcome: OutcomeId,
): ChoiceStage | undefined {
  const { stages } = readProcedure(rulebook, current);
  const from = stages[stage];
  const then = from === undefined || from.kind === "closed" ? undefined : from.outcomes[outcome]?.then;
  const next = then === undefined ? undefined : stages[then];
  return next?.kind === "elect" ? next : undefined;
}
