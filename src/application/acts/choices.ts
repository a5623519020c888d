import type { CaseId, OutcomeId } from "../../domain/identity.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { why } from "../../domain/why/why.ts";
import { actOnCase } from "../actOnCase.ts";
import type { CaseRef, Done, Request, Seen } from "../actOnCase.ts";
import type { House } from "../house.ts";
import { inNames } from "../inNames.ts";
import type { AccountRef } from "../person.ts";
import { ownChoice } from "../views/choiceView.ts";
import type { OwnChoice } from "../views/choiceView.ts";
import { readFacts } from "./readFacts.ts";

/** What somebody chooses between, before they do. */
export interface ChoiceQuestion extends OwnChoice {
  readonly kind: "choice-question";
  readonly case: CaseId;
  readonly codeName: string;
}

/** Shows a party between what they choose; or why there is nothing for them to choose. */
export async function askChoice(house: House, caller: AccountRef, ref: CaseRef): Promise<ChoiceQuestion | Blocked> {
  const facts = await readFacts(house, ref, caller);
  if (facts?.viewer.kind !== "party") return nothingHere;
  const { rulebook, current, viewer } = facts;
  const choice = ownChoice(rulebook, current, viewer.party.party);
  if (choice !== undefined) return { kind: "choice-question", case: current.id, codeName: current.codeName, ...choice };
  const answer = why(facts, { kind: "choose-outcome", outcome: "" });
  return answer.kind === "blocked" ? inNames(house, answer.by) : nothingHere;
}

/** A party chooses how it goes on. */
export function choose(house: House, request: Request, outcome: OutcomeId): Promise<Done | Seen | Blocked> {
  return actOnCase(house, request, () => ({ act: { kind: "choose-outcome", outcome } }));
}
