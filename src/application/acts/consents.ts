import type { AskedDisclosure } from "../../domain/case/consentEntries.ts";
import type { DecisionId, PartyId } from "../../domain/identity.ts";
import { answered, approversOf, disclosable } from "../../domain/sanctions/wider.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { actOnCase } from "../actOnCase.ts";
import type { Done, Request, Seen } from "../actOnCase.ts";
import { ensurePerson } from "../house.ts";
import type { House } from "../house.ts";
import type { Account } from "../person.ts";
import { recordAnswer } from "../recordAnswer.ts";

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
  const recorded = await recordAnswer(house, request, ({ rulebook, current, caller, parties }) => {
    const isTheirs = ({ by }: AskedDisclosure) =>
      approversOf(rulebook, house.roster, current, by, parties).includes(caller);
    const asked = current.consents.disclosures.find(
      (each) =>
        each.isApproved === undefined && (disclosure === "" || each.disclosure === disclosure) && isTheirs(each),
    );
    const imposed = asked === undefined ? undefined : disclosable(rulebook, current, asked, house.clock.now());
    return asked === undefined || imposed === undefined
      ? undefined
      : answered(rulebook, asked, imposed, isApproved, () => house.chance.id());
  });
  return "kind" in recorded && recorded.kind === "recorded" ? { kind: "answered-disclosure", isApproved } : recorded;
}

/** Keeps that a respondent is a group, and how many of it were involved. */
export function nameGroup(house: House, request: Request, party: PartyId, size: number, involved: number): Result {
  return actOnCase(house, request, () => ({ act: { kind: "name-group", party, size, involved } }));
}

/** Keeps of which class of people a respondent is. */
export function nameClass(house: House, request: Request, party: PartyId, name: string): Result {
  return actOnCase(house, request, () => ({ act: { kind: "name-class", party, class: name } }));
}
