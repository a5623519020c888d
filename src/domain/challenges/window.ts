import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case } from "../case/case.ts";
import { windowRule } from "../deadlines/countRule.ts";
import { countWindow } from "../deadlines/window.ts";
import type { CountedWindow } from "../deadlines/window.ts";
import type { PartyId } from "../identity.ts";

/** What the time of a party to challenge something by a rule is called, where more of it is given. */
export const windowKey = (challenge: string, party: PartyId): string => `appeal:${challenge}:${party}`;

/**
 * Until when a party who learnt of a decision at this moment may challenge it so; undefined where the rulebook sets no limit.
 * @param of the case and the party, for the more time that was given since; left out where none can have been
 */
export function challengeWindow(
  rulebook: Rulebook,
  challenge: string,
  notified: Temporal.Instant,
  of?: { readonly current: Case; readonly party: PartyId },
): CountedWindow | undefined {
  const rule = rulebook.challenges[challenge];
  if (rule === undefined || rule.window === "none" || !("within" in rule.window)) return undefined;
  const given = (of?.current.times.extended ?? []).filter(
    ({ deadline, at }) =>
      of !== undefined && deadline === windowKey(challenge, of.party) && Temporal.Instant.compare(at, notified) >= 0,
  );
  const extensions = given.map(({ until }) => ({ kind: "until", day: Temporal.PlainDate.from(until) }) as const);
  return countWindow(rulebook, notified, { ...windowRule(rulebook, rule.window.within), extensions });
}
