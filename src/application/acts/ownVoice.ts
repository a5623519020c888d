import { returnable } from "../../domain/acts/ownVoiceAct.ts";
import { findReturned } from "../../domain/case/ownVoice.ts";
import type { Submitted } from "../../domain/case/ownVoice.ts";
import type { PartyRole } from "../../domain/case/party.ts";
import { localDay } from "../../domain/deadlines/calendar.ts";
import type { ItemId, PartyId, PersonId, StatementId } from "../../domain/identity.ts";
import { ownVoiceRule } from "../../domain/parties/companions.ts";
import { viewerOf } from "../../domain/parties/viewer.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { actOnCase } from "../actOnCase.ts";
import type { Done, Facts, Request, Seen } from "../actOnCase.ts";
import { ensurePerson } from "../house.ts";
import type { House } from "../house.ts";
import { readWords } from "../keepReading.ts";
import type { Account } from "../person.ts";
import { pseudonymOf } from "./pseudonymOf.ts";

type Result = Promise<Done | Seen | Blocked>;

/** Somebody who goes with a party, as it stands in the file: sealed, like words. */
export interface Companion {
  readonly person: PersonId;
  readonly name: string;
}

/** The acts by which parties speak for themselves. */
export function ownVoiceActs(house: House) {
  return {
    returnSubmission: (request: Request, item: ItemId | undefined, text: string) =>
      returnSubmission(house, request, item, text),
    nameCompanion: (request: Request, account: Account | undefined) => nameCompanion(house, request, account),
  };
}

/** Something that somebody from outside wrote goes back to its party: the report, where no item is named. */
function returnSubmission(house: House, request: Request, item: ItemId | undefined, text: string): Result {
  return actOnCase(house, request, ({ newId }) => {
    const reasons = newId();
    return { act: { kind: "return-submission", item, reasons }, words: [{ id: reasons, text }] };
  });
}

/** A party says who goes with them; nobody, where no account is named. */
async function nameCompanion(house: House, request: Request, account: Account | undefined): Result {
  const person = account === undefined ? undefined : await ensurePerson(house, account);
  return actOnCase(house, request, ({ newId }) => {
    const companion = newId();
    const known = person === undefined ? undefined : { person, name: calledIn(house, person, account?.name) };
    const words = known === undefined ? [] : [{ id: companion, text: JSON.stringify(known) }];
    return { act: { kind: "name-companion", person, companion }, words };
  });
}

/** What somebody is called here, or on their platform. */
export const calledIn = (house: House, person: PersonId, name = "?"): string => house.people.get(person)?.name ?? name;

async function readCompanion(house: House, { current }: Facts, text: StatementId): Promise<Companion | undefined> {
  const words = await house.store.words(current.id, text);
  const read: unknown = words === undefined ? undefined : JSON.parse(words);
  if (typeof read !== "object" || read === null) return undefined;
  const { person, name } = { person: undefined, name: undefined, ...read };
  return typeof person === "string" && typeof name === "string" ? { person, name } : undefined;
}

/** That a party speaks for themselves, with what whoever goes with them is called. */
export interface VoiceView {
  readonly companion: string | undefined;
  /** Whether whoever goes with them has another part in the case: they handle it, decide it or are named in it. Told to the officers. */
  readonly hasOtherPart: boolean;
}

/** Undefined for a party who has not said that they speak for themselves. */
export async function voiceView(house: House, facts: Facts, party: PartyId): Promise<VoiceView | undefined> {
  const { rulebook, roster, current, stored } = facts;
  const voice = current.ownVoice.voices.find((each) => each.party === party);
  if (voice === undefined) return undefined;
  const known = voice.companion === undefined ? undefined : await readCompanion(house, facts, voice.companion);
  if (known === undefined) return { companion: undefined, hasOtherPart: false };
  const { person, name } = known;
  const isNamed = stored.identities.some((each) => each.person === person);
  const isSeeing = viewerOf(rulebook, roster, current, person, undefined).kind !== "nobody";
  return { companion: name, hasOtherPart: isNamed || isSeeing };
}

/** That something went back to its party, and why. */
export interface ReturnedView {
  /** As 2026-03-15. */
  readonly on: string;
  readonly reasons: string;
  /** Whether something else stands in its place since. */
  readonly isSentAgain: boolean;
}

/** @param item undefined for the report */
export async function returnedView(
  house: House,
  facts: Facts,
  item: ItemId | undefined,
): Promise<ReturnedView | undefined> {
  const { rulebook, current } = facts;
  const found = findReturned(current, item);
  if (found === undefined) return undefined;
  const isSentAgain = current.evidence.items.some((each) =>
    item === undefined ? each.isForReport === true : each.corrects === item,
  );
  const reasons = await readWords(house, facts, found.reasons);
  return { on: localDay(rulebook, found.at).toString(), reasons, isSentAgain };
}

/** Something that can go back to its party, as the form asks about it. */
export interface ReturnablePlace {
  /** Undefined for the report. */
  readonly item: ItemId | undefined;
  readonly what: Submitted;
  readonly role: PartyRole;
  readonly pseudonym: string;
  /** The day on which it came, as 2026-03-15. */
  readonly on: string;
}

/** What can go back to its party, the newest first; nothing where the rules let anybody speak for a party. */
export function returnablePlaces({
  rulebook,
  current,
}: Pick<Facts, "rulebook" | "current">): readonly ReturnablePlace[] {
  if (ownVoiceRule(rulebook) === undefined) return [];
  return returnable(current)
    .map(({ item, what, party }) => {
      const given = current.evidence.items.find((each) => each.item === item);
      const on = given?.on ?? localDay(rulebook, given?.given ?? current.received).toString();
      return { item, what, role: party.role, pseudonym: pseudonymOf(current, party.party), on };
    })
    .toReversed();
}
