import type { CaseId } from "../../domain/identity.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { why } from "../../domain/why/why.ts";
import { actOnCase } from "../actOnCase.ts";
import type { CaseRef, Done, Request, Seen } from "../actOnCase.ts";
import type { House } from "../house.ts";
import { inNames } from "../inNames.ts";
import type { AccountRef } from "../person.ts";
import { readFacts } from "./readFacts.ts";

/** What a party is asked before the case is ended at their wish. */
export interface EndQuestion {
  readonly kind: "end-question";
  readonly case: CaseId;
  readonly codeName: string;
  readonly clause: string;
}

/** The question before a case is ended by its party; or why it cannot be. */
export async function askEnd(house: House, caller: AccountRef, ref: CaseRef): Promise<EndQuestion | Blocked> {
  const facts = await readFacts(house, ref, caller);
  if (facts?.viewer.kind !== "party") return nothingHere;
  const { rulebook, current } = facts;
  const answer = why(facts, { kind: "end" });
  if (answer.kind === "blocked") return inNames(house, answer.by);
  const clause = rulebook.procedures[current.procedure]?.stoppable_by?.clause ?? "";
  return { kind: "end-question", case: current.id, codeName: current.codeName, clause };
}

/** Ends a case at the wish of the party who may. */
export function endCase(house: House, request: Request): Promise<Done | Seen | Blocked> {
  return actOnCase(house, request, () => ({ act: { kind: "end" } }));
}
