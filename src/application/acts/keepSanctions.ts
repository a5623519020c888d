import type { BreachConsequence } from "../../domain/case/sanctionEntries.ts";
import type { CaseId, DecisionId, PartyId, SanctionId } from "../../domain/identity.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";
import { actOnCase } from "../actOnCase.ts";
import type { CaseRef, Done, Request, Seen } from "../actOnCase.ts";
import { findPerson } from "../house.ts";
import type { House } from "../house.ts";
import { readWords } from "../keepReading.ts";
import type { Account, AccountRef } from "../person.ts";
import { readFacts } from "./readFacts.ts";

type Result = Promise<Done | Seen | Blocked>;

/** What somebody imposes while a case is handled. */
export interface InterimText {
  readonly party: PartyId;
  readonly sanction: SanctionId;
  readonly ground: string;
  readonly reasons: string;
}

/** A sanction of one person. */
export interface WhoseSanction {
  readonly decision: DecisionId;
  readonly party: PartyId;
}

/** Imposes a sanction while the case is handled: the person is told at once, with the reasons. */
export function imposeInterim(house: House, request: Request, { reasons: text, ...imposed }: InterimText): Result {
  return actOnCase(house, request, ({ newId }) => {
    const id = newId();
    return { act: { kind: "impose-interim", ...imposed, reasons: id }, words: [{ id, text }] };
  });
}

/** Asks a body to impose a sanction while the case is handled: its members read the reasons. */
export function askInterim(house: House, request: Request, { reasons: text, ...asked }: InterimText): Result {
  return actOnCase(house, request, ({ newId }) => {
    const id = newId();
    return { act: { kind: "ask-interim", ...asked, text, statement: id }, words: [{ id, text }] };
  });
}

/** Puts to the vote what the body was asked. */
export function putInterim(house: House, request: Request): Result {
  return actOnCase(house, request, ({ newId }) => ({ act: { kind: "put-interim", vote: newId() } }));
}

/**
 * Keeps that a sanction without a last day was looked at again, and goes on.
 * @param text why: it stands in the file
 */
export function reviewSanction(
  house: House,
  request: Request,
  { decision, party }: WhoseSanction,
  text: string,
): Result {
  return actOnCase(house, request, ({ newId }) => {
    const id = newId();
    return { act: { kind: "review", decision, party, reasons: id }, words: [{ id, text }] };
  });
}

/**
 * Confirms that what had to be done by a sanction was done.
 * @param text what was done, and when
 */
export function confirmTask(house: House, request: Request, { decision, party }: WhoseSanction, text: string): Result {
  return actOnCase(house, request, ({ newId }) => {
    const id = newId();
    return { act: { kind: "confirm-task", decision, party, statement: id }, words: [{ id, text }] };
  });
}

/**
 * Notes that a condition of a sanction was met, or was not.
 * @param text how that is known
 */
export function noteCondition(
  house: House,
  request: Request,
  { decision, party }: WhoseSanction,
  { condition, isMet }: { readonly condition: string; readonly isMet: boolean },
  text: string,
): Result {
  return actOnCase(house, request, ({ newId }) => {
    const id = newId();
    const act = { kind: "note-condition", decision, party, condition, isMet, statement: id } as const;
    return { act, words: [{ id, text }] };
  });
}

/**
 * Keeps that a sanction was not kept.
 * @param consequence what follows, of what the rulebook names
 * @param text how that is known
 */
export function recordBreach(
  house: House,
  request: Request,
  { decision, party }: WhoseSanction,
  consequence: BreachConsequence | undefined,
  text: string,
): Result {
  return actOnCase(house, request, ({ newId }) => {
    const id = newId();
    return { act: { kind: "record-breach", decision, party, consequence, statement: id }, words: [{ id, text }] };
  });
}

/** Makes a sanction longer that was not kept. */
export function prolongSanction(
  house: House,
  request: Request,
  { decision, party }: WhoseSanction,
  by: Span,
  text: string,
): Result {
  return actOnCase(house, request, ({ newId }) => {
    const id = newId();
    return { act: { kind: "prolong", decision, party, by, reasons: id }, words: [{ id, text }] };
  });
}

/** What a report about a breach begins with: whom it is about, which sanction, and how it is known that it was not kept. */
export interface BreachToReport {
  readonly kind: "breach-to-report";
  readonly case: CaseId;
  readonly breach: string;
  readonly sanction: SanctionId;
  readonly text: string;
  /** Whose it is, by the accounts there are, and by name. */
  readonly accounts: readonly Account[];
  readonly name: string;
}

/** What somebody who handles a case reports of a breach that was recorded in it; of nothing else anything is told. */
export async function breachToReport(
  house: House,
  caller: AccountRef,
  ref: CaseRef,
  id: string,
): Promise<BreachToReport | Blocked> {
  const facts = await readFacts(house, ref, caller);
  if (facts?.viewer.kind !== "handler") return nothingHere;
  const { current, stored } = facts;
  const found = current.kept.breaches.findLast(
    ({ breach, consequence }) => consequence === "new_report" && (id === "" || breach === id),
  );
  const identity = stored.identities.find(({ party }) => party === found?.party);
  if (found === undefined || identity === undefined) return nothingHere;
  const person = identity.person === undefined ? undefined : await house.store.person(identity.person);
  return {
    kind: "breach-to-report",
    case: current.id,
    breach: found.breach,
    sanction: found.sanction,
    text: await readWords(house, facts, found.statement),
    accounts: person?.accounts ?? [],
    name: identity.name,
  };
}

/** The breach that a report is about, where whoever files it handles the case in which it was recorded. */
export async function breachReported(
  house: House,
  caller: AccountRef,
  follows: { readonly case: CaseId; readonly breach: string } | undefined,
) {
  if (follows === undefined || (await findPerson(house, caller)) === undefined) return undefined;
  const facts = await readFacts(house, { id: follows.case }, caller);
  if (facts?.viewer.kind !== "handler") return undefined;
  const { id, codeName, kept } = facts.current;
  const found = kept.breaches.find(
    ({ breach, consequence }) => breach === follows.breach && consequence === "new_report",
  );
  return found === undefined ? undefined : { case: id, codeName, sanction: found.sanction };
}
