import type { Temporal } from "temporal-polyfill";

import type { Case, Decision } from "../../domain/case/case.ts";
import { choiceAfter } from "../../domain/case/choice.ts";
import { windowAfter } from "../../domain/deadlines/window.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { ChoiceView } from "../message.ts";

/**
 * What a respondent chooses between after a decision; undefined where nothing is to be chosen, or the time for it does not begin with the
 * notice.
 * @param notified when the notice reached the respondent
 */
export function choiceView(
  rulebook: Rulebook,
  current: Case,
  { stage, outcome }: Decision,
  notified: Temporal.Instant,
): ChoiceView | undefined {
  const choice = choiceAfter(rulebook, current, stage, outcome);
  if (choice === undefined || choice.window.from !== "decision.notified") return undefined;
  const { within, silence } = choice.window;
  const until = windowAfter(rulebook, notified, within).lastDay.toString();
  return { outcomes: Object.keys(choice.outcomes), until, silence, clause: choice.clause };
}
