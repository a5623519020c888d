import { foldCase } from "../../domain/case/case.ts";
import type { AskedDisclosure } from "../../domain/case/consentEntries.ts";
import type { DecisionId, PartyId } from "../../domain/identity.ts";
import { answered, approversOf, disclosable } from "../../domain/sanctions/wider.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { actOnCase, changeOf, peopleBehind, readCase, TRIES, unlessSeen } from "../actOnCase.ts";
import type { Done, Request, Seen } from "../actOnCase.ts";
import { ensurePerson, findPerson } from "../house.ts";
import type { House } from "../house.ts";
import type { Account } from "../ports.ts";

type Result = Promise<Done | Seen | Blocked>;

/**
 * Keeps what whoever else has to agree to a sanction said elsewhere.
 * @param text where and when they said it
 */
export function confirmSanction(
  house: House,
  request: Request,
  decision: DecisionId,
  isConfirmed: boolean,
  text: string,
): Result {
  return actOnCase(house, request, ({ newId }) => {
    const statement = newId();
    return { act: { kind: "confirm", decision, isConfirmed, statement }, words: [{ id: statement, text }] };
  });
}

/**
 * Has the body vote that has to confirm a sanction.
 * @param lastDay of the vote, as 2026-03-20
 * @param text what its members read
 */
export function putConfirmation(
  house: House,
  request: Request,
  decision: DecisionId,
  lastDay: string,
  text: string,
): Result {
  return actOnCase(house, request, ({ newId }) => {
    const statement = newId();
    return {
      act: { kind: "put-confirmation", decision, motion: newId(), lastDay, text, statement },
      words: [{ id: statement, text }],
    };
  });
}

/** Somebody is to learn of a sanction whom the rules do not have told. */
export interface WantedDisclosure {
  readonly decision: DecisionId;
  readonly party: PartyId;
  readonly to: Account;
  readonly reasons: string;
}

/** Asks those who may approve it that somebody else learns of a sanction. */
export async function askDisclosure(house: House, request: Request, wanted: WantedDisclosure): Result {
  const to = await ensurePerson(house, wanted.to);
  const { decision, party } = wanted;
  return actOnCase(house, request, ({ newId }) => {
    const reasons = newId();
    return {
      act: { kind: "ask-disclosure", disclosure: newId(), decision, party, to, reasons },
      words: [{ id: reasons, text: wanted.reasons }],
    };
  });
}

/** What somebody who may approve it said. */
export interface AnsweredDisclosure {
  readonly kind: "answered-disclosure";
  readonly isApproved: boolean;
}

/**
 * Approves or refuses that somebody else learns of a sanction. Whoever approves need not know the case: to anybody else, and once it was
 * answered or the sanction has ended, it is answered as if there were nothing.
 * @param disclosure the one of several; the only one that waits for the caller when it is empty
 */
export async function answerDisclosure(
  house: House,
  request: Request,
  disclosure: string,
  isApproved: boolean,
): Promise<AnsweredDisclosure | Seen | Blocked> {
  const caller = await findPerson(house, request.caller);
  for (let left = TRIES; left > 0; left -= 1) {
    // oxlint-disable-next-line no-await-in-loop -- read again when somebody else was faster
    const stored = await readCase(house, request.case);
    if (stored === undefined || caller === undefined) return unlessSeen(house, request, nothingHere);
    const rulebook = house.rulebookOf(stored.rulebook);
    const current = foldCase(stored);
    const at = house.clock.now();
    const isTheirs = ({ by }: AskedDisclosure) =>
      approversOf(rulebook, house.roster, current, by, peopleBehind(stored)).includes(caller);
    const asked = current.consents.disclosures.find(
      (each) =>
        each.isApproved === undefined && (disclosure === "" || each.disclosure === disclosure) && isTheirs(each),
    );
    const imposed = asked === undefined ? undefined : disclosable(rulebook, current, asked, at);
    if (asked === undefined || imposed === undefined) return unlessSeen(house, request, nothingHere);
    const entries = answered(rulebook, asked, imposed, isApproved, () => house.chance.id());
    const by = { kind: "person", person: caller } as const;
    const made = changeOf(house, rulebook, stored, current, { entries }, by, at, request.delivery);
    // oxlint-disable-next-line no-await-in-loop
    const committed = await house.store.commit(made.change);
    if (committed === "seen") return { kind: "seen" };
    if (committed === "stale") continue;
    house.wakeOutbox();
    return { kind: "answered-disclosure", isApproved };
  }
  throw new Error(`A case changed ${TRIES} times while somebody answered whether a sanction may be told.`);
}

/** Keeps that a respondent is a group, and how many of it were involved. */
export function nameGroup(house: House, request: Request, party: PartyId, size: number, involved: number): Result {
  return actOnCase(house, request, () => ({ act: { kind: "name-group", party, size, involved } }));
}

/** Keeps of which class of people a respondent is. */
export function nameClass(house: House, request: Request, party: PartyId, name: string): Result {
  return actOnCase(house, request, () => ({ act: { kind: "name-class", party, class: name } }));
}
