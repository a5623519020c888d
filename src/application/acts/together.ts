import type { Case } from "../../domain/case/case.ts";
import { foldCase } from "../../domain/case/foldCase.ts";
import { isClosed } from "../../domain/case/stages.ts";
import type { CaseId, PartyId, PersonId } from "../../domain/identity.ts";
import { answerTogether } from "../../domain/intake/joining.ts";
import type { ReportedTogether } from "../../domain/intake/reportedTogether.ts";
import { isRefusal } from "../../domain/refusal.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import { actOnCase, readCase, recordInCase } from "../actOnCase.ts";
import type { CaseRef, Done, Request, Seen } from "../actOnCase.ts";
import type { StoredCase } from "../casePorts.ts";
import { ensurePerson, findPerson } from "../house.ts";
import type { House } from "../house.ts";
import type { Account, AccountRef, Identity } from "../person.ts";

/** Who reports something together with the author, as the form says it. */
export interface TogetherAnswers {
  readonly people: readonly Account[];
  /** Those who have no account, each by a name. */
  readonly others: readonly string[];
  /** Who speaks for all: the author, or one of the people and the others after them, counted from 0. */
  readonly spokesperson: "author" | number | undefined;
}

/** Stands for the author as the one who speaks for all. */
const AUTHOR = "author";

/** Those who were named, each with what they become in the file. */
export interface Named {
  readonly identities: readonly Identity[];
  /** `AUTHOR`, or the party of somebody who was named. */
  readonly speaks: PartyId | undefined;
}

/** Those who report it together with the author, each once; nobody else where the report names nobody. */
export async function readTogether(
  house: House,
  answers: TogetherAnswers | undefined,
  author: PersonId | undefined,
): Promise<Named | undefined> {
  if (answers === undefined) return undefined;
  const people = await Promise.all(
    answers.people.map(async ({ name, ...account }) => ({
      name,
      person: await ensurePerson(house, { name, ...account }),
    })),
  );
  const all = [...people, ...answers.others.map((name) => ({ name, person: undefined }))];
  const named = all.map(({ name, person }): Identity => ({
    party: house.chance.id(),
    role: "complainant",
    person,
    name: (person === undefined ? undefined : house.people.get(person)?.name) ?? name,
  }));
  const first = ({ person, party }: Identity) =>
    named.find((each) => each.party === party || (person !== undefined && each.person === person));
  const isAuthor = ({ person }: Identity) => person !== undefined && person === author;
  const speaker = typeof answers.spokesperson === "number" ? named[answers.spokesperson] : undefined;
  const isOwn = answers.spokesperson === AUTHOR || (speaker !== undefined && isAuthor(speaker));
  const speaks = isOwn ? AUTHOR : speaker && first(speaker)?.party;
  const identities = named.filter((each) => !isAuthor(each) && first(each) === each);
  return { identities, speaks };
}

/** What stands of that in the file. */
export function togetherEntry(named: Named, author: PartyId): ReportedTogether {
  const members = named.identities.map(({ party, role, person }) => ({
    party,
    role,
    hasAccount: person !== undefined,
  }));
  return { spokesperson: named.speaks === AUTHOR ? author : named.speaks, members };
}

/** What somebody reads who was named as reporting something together with others. */
export interface JoinView {
  readonly kind: "join";
  readonly case: CaseId;
  /** Said only to whoever is in. */
  readonly codeName: string | undefined;
  readonly author: string;
  /** Who speaks for all; undefined where nobody does. */
  readonly spokesperson: { readonly name: string; readonly isOneself: boolean } | undefined;
  readonly isIn: boolean;
  readonly hasDeclined: boolean;
  readonly clause: string;
}

/** Where somebody was named in such a report; nothing for anybody else. */
export async function joinView(house: House, caller: AccountRef, ref: CaseRef): Promise<JoinView | Blocked> {
  const person = await findPerson(house, caller);
  const stored = await readCase(house, ref);
  const view = stored === undefined || person === undefined ? undefined : viewFor(house, stored, person);
  return view ?? nothingHere;
}

/** The reports in which somebody was named and has not answered. */
export async function askedToJoin(house: House, caller: AccountRef): Promise<readonly JoinView[]> {
  const person = await findPerson(house, caller);
  if (person === undefined) return [];
  const summaries = await house.store.casesOfParty(person);
  const files = await Promise.all(summaries.map(({ id }) => house.store.caseById(id)));
  return files.flatMap((stored) => {
    const view = stored === undefined ? undefined : viewFor(house, stored, person);
    return view === undefined || view.isIn || view.hasDeclined ? [] : [view];
  });
}

function viewFor(house: House, stored: StoredCase, person: PersonId): JoinView | undefined {
  const current = foldCase(stored);
  const rulebook = house.rulebookOf(stored.rulebook);
  const party = memberOf(stored, current, person);
  const { together } = current;
  if (party === undefined || together === undefined || isClosed(rulebook, current)) return undefined;
  const nameOf = (id: PartyId | undefined) => stored.identities.find((each) => each.party === id)?.name ?? "?";
  const isIn = current.parties.some((each) => each.party === party);
  const speaks = together.spokesperson;
  return {
    kind: "join",
    case: current.id,
    codeName: isIn ? current.codeName : undefined,
    author: nameOf(current.parties.find(({ role }) => role === "complainant")?.party),
    spokesperson: speaks === undefined ? undefined : { name: nameOf(speaks), isOneself: speaks === party },
    isIn,
    hasDeclined: together.declined.includes(party),
    clause: clauseOf(rulebook),
  };
}

const clauseOf = ({ intake }: Rulebook) => intake.report.groups?.clause ?? intake.report.clause;

function memberOf(stored: StoredCase, { together }: Case, person: PersonId): PartyId | undefined {
  const own = stored.identities.filter((each) => each.person === person).map(({ party }) => party);
  return together?.members.find(({ party }) => own.includes(party))?.party;
}

/** Somebody who was named reports it too, or does not. A second press of the same changes nothing. */
export async function answerJoining(
  house: House,
  { caller, case: ref }: Request,
  isJoining: boolean,
): Promise<JoinView | Blocked> {
  const person = await findPerson(house, caller);
  const stored = await readCase(house, ref);
  const party = stored === undefined || person === undefined ? undefined : memberOf(stored, foldCase(stored), person);
  if (stored === undefined || person === undefined || party === undefined) return nothingHere;
  let refused: Refusal | undefined;
  await recordInCase(house, stored.id, { kind: "party", party }, (current, rulebook) => {
    const answered = answerTogether(rulebook, current, party, isJoining);
    refused = isRefusal(answered) ? answered : undefined;
    return isRefusal(answered) ? [] : answered;
  });
  if (refused !== undefined && refused.refused !== "already-done") return nothingHere;
  const view = await joinView(house, caller, ref);
  return view;
}

/** Somebody who was named told an officer that they report it too, or do not. */
export function recordJoining(
  house: House,
  request: Request,
  party: PartyId,
  isJoining: boolean,
): Promise<Done | Seen | Blocked> {
  return actOnCase(house, request, () => ({ act: { kind: "record-joining", party, isJoining } }));
}
