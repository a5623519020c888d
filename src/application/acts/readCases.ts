import { openVote } from "../../domain/case/case.ts";
import { isClosed } from "../../domain/case/stages.ts";
import type { PersonId, VoteId, CaseId } from "../../domain/identity.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Facts, CaseRef } from "../actOnCase.ts";
import { peopleBehind } from "../actOnCase.ts";
import type { CaseSummary } from "../casePorts.ts";
import type { House } from "../house.ts";
import { findPerson } from "../house.ts";
import { keepReading } from "../keepReading.ts";
import { listMotions } from "../motions/readMotions.ts";
import type { AccountRef, Account } from "../person.ts";
import { readVoters } from "../readVoters.ts";
import type { OfficersCard, BoardCard } from "../roomCards.ts";
import { boardCard } from "../views/boardCard.ts";
import { officersCard } from "../views/officersCard.ts";
import { myCases } from "./myCases.ts";
import { readFacts, nothingToRead } from "./readFacts.ts";

/** The cases somebody handles, newest first: nobody else's are listed, counted or completed. */
export async function handledCases(house: House, caller: AccountRef): Promise<readonly OfficersCard[]> {
  const person = await findPerson(house, caller);
  if (person === undefined) return [];
  const summaries = await house.store.casesHandledBy(person);
  const found = await Promise.all(summaries.map(async ({ id }) => factsById(house, id, caller)));
  return Promise.all(
    found.flatMap((facts) => (facts?.viewer.kind === "handler" ? [officersCardOf(house, facts)] : [])),
  );
}

/** @param officer for whom alone it is drawn; left out in a list */
async function officersCardOf(house: House, facts: Facts, officer?: PersonId): Promise<OfficersCard> {
  const { rulebook, current, at } = facts;
  return officersCard(house, rulebook, current, facts, await readVoters(house, current), at, officer);
}

/** The officers' card of a case, for somebody who handles it. */
export async function openOfficersCard(house: House, caller: Account, ref: CaseRef): Promise<OfficersCard | Blocked> {
  const facts = await readFacts(house, ref, caller);
  if (facts?.viewer.kind !== "handler") return nothingToRead(house, caller, ref);
  await keepReading(house, facts, "card");
  return officersCardOf(house, facts, facts.caller);
}

/** The cases before the deciding bodies somebody belongs to: whoever stepped aside or is a party sees none of them. */
export async function casesToDecide(house: House, caller: AccountRef): Promise<readonly BoardCard[]> {
  const person = await findPerson(house, caller);
  if (person === undefined) return [];
  const summaries = await house.store.openCases();
  const found = await Promise.all(summaries.map(async ({ id }) => factsById(house, id, caller)));
  // A case that is open only because somebody has appealed is nothing that those decide who decided it.
  const before = found.flatMap((facts) =>
    facts?.viewer.kind === "voter" && !isClosed(facts.rulebook, facts.current) ? [facts] : [],
  );
  return Promise.all(before.map((facts) => boardCardOf(house, facts)));
}

/** What the deciding body's room shows, for a member. */
export async function openBoardCard(house: House, caller: AccountRef, ref: CaseRef): Promise<BoardCard | Blocked> {
  const facts = await readFacts(house, ref, caller);
  return facts?.viewer.kind === "voter" ? boardCardOf(house, facts) : nothingHere;
}

async function boardCardOf(house: House, { rulebook, current, stored, at }: Facts): Promise<BoardCard> {
  const open = openVote(current);
  const vote = open === undefined ? undefined : await house.store.vote(open.vote);
  return boardCard(house, rulebook, current, vote, peopleBehind(stored), at);
}

/** The open vote of a case, for a command that names the case. */
export async function findOpenVote(house: House, caller: AccountRef, ref: CaseRef): Promise<VoteId | undefined> {
  const facts = await readFacts(house, ref, caller);
  return facts === undefined ? undefined : openVote(facts.current)?.vote;
}

/** Code names that complete what somebody typed, among the cases this person handles or decides. */
export async function suggestCases(
  house: House,
  caller: AccountRef,
  as: "handler" | "voter" | "party",
  typed: string,
): Promise<readonly CaseSummary[]> {
  const list = { handler: handledCases, voter: casesToDecide, party: myCases }[as];
  const cases = (await list(house, caller)).map(({ case: id, codeName }) => ({ id, codeName }));
  const motions = as === "voter" ? await listMotions(house, caller) : [];
  return [...cases, ...motions.map(({ motion: id, codeName }) => ({ id, codeName }))]
    .filter(({ codeName }) => codeName.includes(typed.trim().toLowerCase()))
    .map((found) => ({ ...found, isClosed: false }));
}

async function factsById(house: House, id: CaseId, caller: AccountRef): Promise<Facts | undefined> {
  return readFacts(house, { id }, caller);
}
