import { foldCase } from "../../domain/case/foldCase.ts";
import type { Chosen, Linked, Needs } from "../../domain/case/handEntries.ts";
import type { PartyId, PersonId } from "../../domain/identity.ts";
import { viewerOf } from "../../domain/parties/viewer.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { actOnCase } from "../actOnCase.ts";
import type { CaseRef, Done, Facts, Request, Seen } from "../actOnCase.ts";
import { ensurePerson } from "../house.ts";
import type { House } from "../house.ts";
import type { Account, AccountRef } from "../person.ts";
import { handsView } from "../views/handsView.ts";
import type { HandsView, LinkView } from "../views/handsView.ts";
import { readFacts } from "./readFacts.ts";

type Result = Promise<Done | Seen | Blocked>;

/** In whose hands a case is, for somebody who handles it. */
export async function openHands(house: House, caller: AccountRef, ref: CaseRef): Promise<HandsView | Blocked> {
  const facts = await readFacts(house, ref, caller);
  if (facts?.viewer.kind !== "handler") return nothingHere;
  const links = await Promise.all(facts.current.hands.links.map((linked) => linkView(house, facts, linked)));
  return handsView(house, facts, links);
}

/** Another case is named to whoever may read it, and to nobody else. */
async function linkView(house: House, { caller }: Facts, linked: Linked): Promise<LinkView> {
  const { link, isOrigin } = linked;
  const stored = await house.store.caseById(linked.case);
  const party = stored?.identities.find(({ person }) => person === caller)?.party;
  const stands =
    stored === undefined
      ? undefined
      : viewerOf(house.rulebookOf(stored.rulebook), house.roster, foldCase(stored), caller, party);
  const isTheirs = stands?.kind === "handler";
  return {
    link,
    isOrigin,
    case: isTheirs ? linked.case : undefined,
    codeName: isTheirs ? linked.codeName : undefined,
  };
}

/** "person:" or "body:" with an id. */
function chosenOf(value: string): Chosen {
  const [kind = "", ...rest] = value.split(":");
  const id = rest.join(":");
  return kind === "body" ? { kind: "body", body: id } : { kind: "person", person: id };
}

/**
 * Chooses who decides the present stage.
 * @param to "person:" or "body:" with an id
 * @param mitigation what is done about a conflict; "" where there is none
 */
export function chooseDecider(house: House, request: Request, to: string, mitigation: string): Result {
  const text = mitigation.trim();
  return actOnCase(house, request, ({ newId }) => {
    if (text === "") return { act: { kind: "choose-decider", to: chosenOf(to) } };
    const id = newId();
    return { act: { kind: "choose-decider", to: chosenOf(to), mitigation: id }, words: [{ id, text }] };
  });
}

/**
 * Has somebody act in a case in one's place.
 * @param until the last day, as 2026-03-20; undefined until it is ended
 */
export async function delegate(
  house: House,
  request: Request,
  to: Account,
  until: string | undefined,
  text: string,
): Promise<Done | Seen | Blocked> {
  const person = await ensurePerson(house, to);
  return actOnCase(house, request, ({ newId }) => {
    const statement = newId();
    return { act: { kind: "delegate", to: person, until, statement }, words: [{ id: statement, text }] };
  });
}

/** Ends that somebody acts in somebody's place. */
export function endDelegation(house: House, request: Request, to: PersonId): Result {
  return actOnCase(house, request, () => ({ act: { kind: "end-delegation", to } }));
}

/** What support parties need was looked at. */
export function considerNeeds(
  house: House,
  request: Request,
  found: readonly { readonly party: PartyId; readonly how: Needs }[],
  text: string,
): Result {
  return actOnCase(house, request, ({ newId }) => {
    const statement = newId();
    return { act: { kind: "consider-needs", found, statement }, words: [{ id: statement, text }] };
  });
}

/** Says who of the body that is to decide has a conflict of interest: they learn nothing of the case. */
export function checkConflicts(house: House, request: Request, out: readonly PersonId[]): Result {
  return actOnCase(house, request, () => ({ act: { kind: "check-conflicts", out } }));
}

/** Opens a case about whoever reported, who knew that it was false. */
export function askCounter(house: House, request: Request, text: string): Result {
  return actOnCase(house, request, ({ newId }) => {
    const statement = newId();
    return { act: { kind: "ask-counter", statement }, words: [{ id: statement, text }] };
  });
}
