import type { Temporal } from "temporal-polyfill";

import type { Case, Notice } from "../../domain/case/case.ts";
import type { ChangedTo } from "../../domain/case/noticeSubject.ts";
import { localDay } from "../../domain/deadlines/calendar.ts";
import { handlersOf } from "../../domain/parties/viewer.ts";
import { changesBy } from "../../domain/sanctions/across.ts";
import { ledgerOf } from "../../domain/sanctions/ledger.ts";
import { rulingsOf } from "../../domain/sanctions/record.ts";
import { thingName } from "../access/measures.ts";
import type { StoredCase } from "../casePorts.ts";
import type { House } from "../house.ts";
import { respondentsOf } from "../organisationParty.ts";
import { masksOfNotice } from "../protectedIn.ts";
import { escalationKnown } from "../views/escalationKnown.ts";
import type { KnownOfNotice } from "../views/noticeView.ts";
import { casesOfPerson } from "./personsCases.ts";

/**
 * What a notice says that does not stand in the file of its case: whom a disclosure is about, and to the respondent what the decision does
 * to sanctions from other decisions.
 * @param at when the notice reaches the addressee
 */
export async function knownOfNotice(
  house: House,
  stored: StoredCase,
  current: Case,
  notice: Notice,
  at: Temporal.Instant,
): Promise<KnownOfNotice> {
  return {
    ...(await ownKnown(house, stored, current, notice, at)),
    masks: masksOfNotice(house, stored, current, notice),
  };
}

async function ownKnown(
  house: House,
  stored: StoredCase,
  current: Case,
  notice: Notice,
  at: Temporal.Instant,
): Promise<KnownOfNotice> {
  const { subject, to } = notice;
  if (subject.kind === "gaps" && to.kind === "person")
    return { isHandler: handlersOf(house.rulebookOf(stored.rulebook), house.roster, current).includes(to.person) };
  if (subject.kind === "escalation")
    return { escalation: escalationKnown(house, house.rulebookOf(stored.rulebook), current, notice) };
  if (subject.kind === "access") return { thingName: (thing) => thingName(house, thing) };
  if (subject.kind === "challenge-outcome") return { reporters: reportersFor(stored, current, notice) };
  if (subject.kind === "disclosure-asked") return { name: await recipientName(house, current, subject.disclosure) };
  if (subject.kind === "disclosure" || subject.kind === "wider-disclosure")
    return { name: stored.identities.find(({ party }) => party === subject.party)?.name };
  if (subject.kind !== "decision" || to.kind !== "party" || to.role !== "respondent") return {};
  const person = respondentsOf(stored).find(({ party }) => party === to.party)?.person;
  const decision = current.decisions.find(({ id }) => id === subject.vote);
  if (person === undefined || decision?.sanction === undefined) return {};
  return { changes: await changesOf(house, person, decision.id, at) };
}

/** Who reported is said to whoever asked, once that was decided; to nobody else. */
function reportersFor({ identities }: StoredCase, current: Case, { subject, to }: Notice): readonly string[] {
  const id = subject.kind === "challenge-outcome" ? subject.challenge : "";
  const challenge = current.challenges.find((each) => each.id === id);
  const isTold = challenge?.decided?.how === "told" && to.kind === "party" && to.party === challenge.party;
  const parties = current.parties.map(({ party }) => party);
  const reporters = identities.filter(({ role, party }) => role === "complainant" && parties.includes(party));
  return isTold ? reporters.map(({ name }) => name) : [];
}

/** What whoever is to learn of a sanction is called. */
async function recipientName(house: House, current: Case, disclosure: string): Promise<string | undefined> {
  const asked = current.consents.disclosures.find((each) => each.disclosure === disclosure);
  return asked === undefined ? undefined : (await house.store.person(asked.to))?.name;
}

async function changesOf(
  house: House,
  person: string,
  decision: string,
  at: Temporal.Instant,
): Promise<readonly ChangedTo[]> {
  const cases = await casesOfPerson(house, person);
  const rulings = cases.flatMap(({ rulebook, current, party }) => rulingsOf(rulebook, current, party));
  const reached = rulings.map((each) => (each.id === decision ? { ...each, notified: each.notified ?? at } : each));
  return changesBy(ledgerOf(reached), decision).map(({ kind, was, sanction, until }) => ({
    change: kind,
    was,
    sanction,
    until: until === undefined ? undefined : localDay(house.rulebook, until).toString(),
  }));
}
