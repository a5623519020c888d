import type { OutcomeId, PartyId } from "../identity.ts";

/** A respondent chooses how it goes on, of what the rulebook offers: themselves, or through an officer where they have no account. */
export interface ChoiceEntry {
  readonly kind: "choice-made";
  readonly party: PartyId;
  readonly outcome: OutcomeId;
}

/** What a respondent chose last at one visit of a stage. */
export interface MadeChoice {
  readonly party: PartyId;
  readonly outcome: OutcomeId;
  /** How many stages had been concluded by then. */
  readonly visit: number;
}

/** What was chosen, after one more entry: what somebody chooses takes the place of what they chose before at the same visit. */
export function choicesAfter(
  choices: readonly MadeChoice[],
  { party, outcome }: ChoiceEntry,
  visit: number,
): readonly MadeChoice[] {
  return [...choices.filter((each) => each.party !== party || each.visit !== visit), { party, outcome, visit }];
}
