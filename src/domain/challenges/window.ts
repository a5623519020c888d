import type { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import { windowAfter } from "../deadlines/window.ts";
import type { Window } from "../deadlines/window.ts";

/** Until when a party who learnt of a decision at this moment may challenge it so; undefined where the rulebook sets no limit. */
export function challengeWindow(rulebook: Rulebook, challenge: string, notified: Temporal.Instant): Window | undefined {
  const rule = rulebook.challenges[challenge];
  if (rule === undefined || rule.window === "none" || !("within" in rule.window)) return undefined;
  return windowAfter(rulebook, notified, rule.window.within);
}
