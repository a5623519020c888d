import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { OutcomeId, PartyId } from "../identity.ts";
import { sideOf } from "./agreementEntries.ts";
import type { Agreement } from "./agreementEntries.ts";
import { partiesOf } from "./case.ts";
import type { Case } from "./case.ts";
import type { PartyEntry } from "./party.ts";
import { readStage } from "./stages.ts";

/** Whose agreement the present stage asks for; nobody where it asks for none. */
export function askedParties(rulebook: Rulebook, current: Case): readonly PartyEntry[] {
  const stage = readStage(rulebook, current);
  const sides = stage.kind === "closed" ? [] : stage.tasks.flatMap(({ id }) => sideOf(id) ?? []);
  return sides.flatMap((role) => partiesOf(current, role));
}

/** The text that the parties are asked about at the present stage: the last one. */
export function agreementHere(current: Case): Agreement | undefined {
  return current.agreements.findLast(({ visit }) => visit === current.concluded.length);
}

/** What a party said to it; undefined while they have not. */
export function answerOf({ answers }: Agreement, party: PartyId): boolean | undefined {
  return answers.find((each) => each.party === party)?.isAgreed;
}

/** The outcome with which the stage ends by itself once everything of it is done: the only one for which the tasks have to be. */
export function agreedOutcome(rulebook: Rulebook, current: Case): OutcomeId | undefined {
  const stage = readStage(rulebook, current);
  if (stage.kind === "closed" || !stage.tasks.every(({ id }) => current.stage.tasksDone.includes(id))) return undefined;
  const [outcome, ...others] = Object.entries(stage.outcomes).filter(([, { needs }]) => needs.includes("tasks_done"));
  return others.length === 0 ? outcome?.[0] : undefined;
}

/** The outcome with which the stage ends when a party will not go on in this way: the one that needs nothing. */
export function leftOutcome(rulebook: Rulebook, current: Case): OutcomeId | undefined {
  const stage = readStage(rulebook, current);
  if (stage.kind === "closed") return undefined;
  return Object.entries(stage.outcomes).find(([, { needs }]) => needs.length === 0)?.[0];
}
