import type { Entry, Recorded } from "../domain/case/entry.ts";
import { foldCase } from "../domain/case/foldCase.ts";
import type { Actor, Relation } from "../domain/case/party.ts";
import { wakesOf } from "../domain/deadlines/due.ts";
import type { PartyId, PersonId, RuleId, StageId } from "../domain/identity.ts";
import { ownersAtStart } from "../domain/parties/opening.ts";
import { findPartyInBody, routeReport } from "../domain/parties/receivers.ts";
import { isRefusal } from "../domain/refusal.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Change, Words } from "./casePorts.ts";
import { effectsOf } from "./effects.ts";
import type { House } from "./house.ts";
import type { Identity } from "./person.ts";

/** A case that begins otherwise than with a report. */
export interface Opening {
  readonly origin: string;
  readonly procedure: string;
  readonly stage: StageId;
  readonly relation: Relation;
  readonly rules: readonly RuleId[];
  /** What is known, by the questions of the report. */
  readonly texts: string;
  readonly identities: readonly Identity[];
  /** Which of them is the organisation itself. */
  readonly organisation?: PartyId | undefined;
  readonly handlers: readonly PersonId[];
  readonly keptOut: readonly PersonId[];
  readonly opened?: { readonly reasons: string; readonly skipped: readonly StageId[] };
  readonly by: Actor;
  /** Names it for all time: it is opened once. */
  readonly draft: string;
  readonly delivery: string | undefined;
  /** What stands in its file besides. */
  readonly more: readonly Entry[];
}

/** The rulebook by which such a case goes, and its hash. */
export interface Under {
  readonly rulebook: Rulebook;
  readonly hash: string;
}

/** The change with which such a case begins. */
export function openingChange(
  house: House,
  { rulebook, hash }: Under,
  given: Opening,
): Change & { readonly opens: NonNullable<Change["opens"]> } {
  const { chance, roster } = house;
  const [id, codeName, statement, reasons] = [chance.id(), chance.codeName(), chance.id(), chance.id()];
  const people = given.identities.flatMap(({ person }) => person ?? []);
  const received: Entry = {
    kind: "received",
    origin: given.origin,
    procedure: given.procedure,
    startsAt: given.stage,
    relation: given.relation,
    rules: given.rules,
    statement,
    parties: given.identities.map(({ party, role, person }) => ({
      party,
      role,
      hasAccount: person !== undefined,
      ...(party === given.organisation ? { isOrganisation: true } : {}),
    })),
    handlers: given.handlers,
    keptOut: given.keptOut,
    partyInBody: findPartyInBody(rulebook, roster, given.identities),
    ...(given.opened === undefined ? {} : { opened: { statement: reasons, skipped: given.opened.skipped } }),
  };
  const at = house.clock.now();
  const all = [received, ...given.more];
  const entries = all.map((entry, i): Recorded => ({ version: i + 1, at, by: given.by, entry }));
  const words: readonly Words[] = [
    { id: statement, text: given.texts },
    ...(given.opened === undefined ? [] : [{ id: reasons, text: given.opened.reasons }]),
  ];
  const current = foldCase({ id, codeName, entries });
  return {
    delivery: given.delivery,
    case: id,
    opens: { codeName, rulebook: hash, draft: given.draft },
    expected: 0,
    entries,
    identities: given.identities,
    words,
    isClosed: false,
    handlers: given.handlers,
    wakes: wakesOf(rulebook, current),
    clears: [],
    recuses: [],
    effects: effectsOf(house, rulebook, undefined, current, all, people),
  };
}

/**
 * Who handles a case that begins otherwise than with a report: those whose stage it begins with, or who receive reports; never a party.
 * Nobody where nobody is left.
 * @param out who takes no part in it besides
 */
export function handlersAtStart(
  house: House,
  rulebook: Rulebook,
  start: { readonly procedure: string; readonly stage: StageId },
  parties: readonly PersonId[],
  out: readonly PersonId[],
): { readonly handlers: readonly PersonId[]; readonly keptOut: readonly PersonId[] } {
  const routing = routeReport(rulebook, house.roster, [], parties, undefined);
  const kept = isRefusal(routing) ? [] : routing.keptOut;
  const passed = [...new Set([...out, ...kept])];
  const owners = ownersAtStart(rulebook, house.roster, start, [...parties, ...passed]);
  const receivers = isRefusal(routing) ? [] : routing.receivers.filter((person) => !out.includes(person));
  return { handlers: owners ?? receivers, keptOut: passed };
}
