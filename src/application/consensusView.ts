import type { Temporal } from "temporal-polyfill";

import { localTime } from "../domain/deadlines/calendar.ts";
import { blockOf } from "../domain/voting/consensus/countConsensus.ts";
import { phaseOf } from "../domain/voting/consensus/ending.ts";
import type { Called } from "../domain/voting/consensus/ending.ts";
import { choicesOf } from "../domain/voting/inCase.ts";
import type { ConsensusRule, Rulebook } from "../rulebook/rulebook.ts";
import type { ConsensusView } from "./message.ts";

/** What is asked of those who look for a consensus; nothing of what anybody has said. */
export function consensusView(rulebook: Rulebook, rule: ConsensusRule, called: Called | undefined): ConsensusView {
  const { until, away = [] } = called ?? {};
  const moment = (at: Temporal.Instant) => localTime(rulebook, at).toString({ smallestUnit: "minute" });
  return {
    isCalled: rule.called_by === undefined ? undefined : called !== undefined,
    until: until === undefined ? undefined : moment(until),
    block: blockOf(rule),
    choices: phaseOf(rule, called) === "views" ? [] : choicesOf(rule),
    away: away.map((each) => ({
      from: moment(each.from).replace("T", " "),
      until: moment(each.until).replace("T", " "),
    })),
  };
}
