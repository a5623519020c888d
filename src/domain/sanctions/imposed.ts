import type { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import { partiesOf } from "../case/case.ts";
import type { Case, Decision } from "../case/case.ts";
import { notifiedAt } from "../case/inform.ts";
import type { PartyId } from "../identity.ts";
import { confirmationOf, effectiveMoments } from "./confirmation.ts";
import { termOf } from "./term.ts";
import type { Term } from "./term.ts";

/**
 * From when until when the sanction of a decision is in force; undefined where it has none.
 * @param assumed when the decision reaches the respondent, where that has not happened yet
 * @param party the respondent; the first of them when left out
 */
export function imposedTerm(
  rulebook: Rulebook,
  current: Case,
  decision: Decision,
  assumed: Temporal.Instant | undefined,
  party?: PartyId,
): Term | undefined {
  const rule = decision.sanction === undefined ? undefined : rulebook.sanctions[decision.sanction];
  if (rule === undefined) return undefined;
  const respondent = party ?? partiesOf(current, "respondent")[0]?.party;
  const reached = respondent === undefined ? undefined : notifiedAt(current, respondent, decision);
  const known = { made: decision.made, notified: reached ?? assumed, lasts: decision.lasts };
  const moments = effectiveMoments(known, confirmationOf(rulebook, current, decision));
  return moments === undefined ? { kind: "waiting" } : termOf(rulebook, rule, moments);
}
