import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { PersonId } from "../identity.ts";
import type { Refusal } from "../refusal.ts";
import { holdersOf } from "../roster.ts";
import type { Roster } from "../roster.ts";

/** The rule that parties speak for themselves, and who may go with them; undefined where anybody may speak for a party. */
export const ownVoiceRule = ({ intake }: Rulebook) => intake.report.companion;

/** Somebody named does not go with a party, or somebody from outside would speak for one. */
export type NotOwnVoice = Extract<Refusal, { refused: "no-companion" | "from-outside" }>;

/** Why somebody cannot go with a party; undefined where they can. */
export function cannotAccompany(rulebook: Rulebook, roster: Roster, person: PersonId): NotOwnVoice | undefined {
  const rule = ownVoiceRule(rulebook);
  if (rule === undefined || rule.from.kind === "anyone") return undefined;
  return holdersOf(rulebook, roster, rule.from).includes(person)
    ? undefined
    : { refused: "no-companion", from: rule.from, clause: rule.clause };
}
