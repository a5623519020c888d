import type { Temporal } from "temporal-polyfill";

import { localTime } from "../domain/deadlines/calendar.ts";
import { blockOf } from "../domain/voting/consensus/countConsensus.ts";
import { phaseOf } from "../domain/voting/consensus/ending.ts";
import type { Called } from "../domain/voting/consensus/ending.ts";
import { choicesOf } from "../domain/voting/inCase.ts";
import type { CaseChoice } from "../domain/voting/result.ts";
import type { ConsensusRule, Rulebook } from "../rulebook/rulebook.ts";

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

/** How far a body has come that looks for a consensus: nothing of what anybody thinks. */
export interface ConsensusView {
  /** Whether it has been called; undefined where nobody calls it. */
  readonly isCalled: boolean | undefined;
  /** The moment from which nobody can object any more, where the organisation is, as 2026-03-15T11:00. */
  readonly until: string | undefined;
  /** So many objections prevent it. */
  readonly block: number;
  /** What can be chosen now. */
  readonly choices: readonly CaseChoice[];
  /** When Redress was away, where the organisation is, so that one may object for longer. */
  readonly away?: readonly { readonly from: string; readonly until: string }[];
}
