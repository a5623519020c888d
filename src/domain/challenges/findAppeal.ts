import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { PartyRole } from "../case/party.ts";
import type { OutcomeId } from "../identity.ts";

/** A way to have a case decided again. */
export interface Appeal {
  /** The name of the challenge in the rulebook. */
  readonly challenge: string;
  readonly rule: Rulebook["challenges"][string];
}

/**
 * The appeal that a party may lodge against an outcome: the first in the rulebook; undefined where there is none. What can be lodged
 * against some sanctions only is none of the outcome.
 */
export function findAppeal(rulebook: Rulebook, outcome: OutcomeId, role: PartyRole): Appeal | undefined {
  const found = Object.entries(rulebook.challenges).find(
    ([, rule]) =>
      rule.kind === "appeal" &&
      rule.against_sanctions === undefined &&
      rule.against.includes(outcome) &&
      rule.by.some((each) => each === role),
  );
  return found === undefined ? undefined : { challenge: found[0], rule: found[1] };
}
