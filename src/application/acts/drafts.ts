import { addSpan, localDay, localTime } from "../../domain/deadlines/calendar.ts";
import { draftsKept } from "../../domain/intake/drafts.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { ensurePerson, findPerson } from "../house.ts";
import type { House } from "../house.ts";
import type { Account, AccountRef } from "../person.ts";
import type { Draft } from "../ports.ts";

/** Under which form a record stands that somebody keeps for themselves. */
export const RECORD = "record";
const REPORT = "report";

/** A report that somebody has begun. */
interface DraftLine {
  readonly id: string;
  /** When it was typed last, and until when it is kept, as 2026-03-15. */
  readonly day: string;
  readonly until: string;
  readonly values: Draft["values"];
}

/** What somebody has typed and not sent. */
export interface DraftList {
  readonly reports: readonly DraftLine[];
  /** What stands in other forms; they offer it when they are opened. */
  readonly others: number;
}

/** What somebody wrote down for themselves. */
export interface OwnRecord {
  readonly id: string;
  /** When, where the organisation is, as 2026-03-15T10:00. */
  readonly written: string;
  readonly text: string;
}

/** What somebody has typed and not sent, and what they wrote down for themselves: nobody else reads either. */
export function draftActs(house: House) {
  return {
    listDrafts: (caller: AccountRef) => listDrafts(house, caller),
    discardOthers: (caller: AccountRef) => discardOthers(house, caller),
    writeRecord: (caller: Account, id: string, text: string) => writeRecord(house, caller, id, text),
    listRecords: (caller: AccountRef) => listRecords(house, caller),
    readRecord: (caller: AccountRef, id: string) => readRecord(house, caller, id),
    discardRecord: (caller: AccountRef, id: string) => discardRecord(house, caller, id),
  };
}

async function ownDrafts(house: House, caller: AccountRef): Promise<readonly Draft[]> {
  const person = await findPerson(house, caller);
  return person === undefined ? [] : house.store.draftsOf(person);
}

async function listDrafts(house: House, caller: AccountRef): Promise<DraftList> {
  const { rulebook } = house;
  const drafts = (await ownDrafts(house, caller)).filter(({ form }) => form !== RECORD);
  const reports = drafts.filter(({ form }) => form === REPORT);
  return {
    reports: reports.map(({ id, values, at }) => {
      const day = localDay(rulebook, at);
      return { id, values, day: day.toString(), until: addSpan(rulebook, day, draftsKept(rulebook)).toString() };
    }),
    others: drafts.length - reports.length,
  };
}

/** Throws away everything that was typed in forms other than reports; how many texts that were. */
async function discardOthers(house: House, caller: AccountRef): Promise<number> {
  const others = (await ownDrafts(house, caller)).filter(({ form }) => form !== RECORD && form !== REPORT);
  await Promise.all(others.map(({ id }) => house.store.deleteDraft(id)));
  return others.length;
}

/** What is written once is not changed any more: the day on it is the day on which it was written. */
async function writeRecord(house: House, caller: Account, id: string, text: string): Promise<OwnRecord> {
  const person = await ensurePerson(house, caller);
  const known = await house.store.draft(id);
  if (known?.person === person && known.form === RECORD) return recordOf(house, known);
  // What stands under this id is of somebody else, or no record: it is left as it is.
  const free = known === undefined ? id : house.chance.id();
  const record = { id: free, person, form: RECORD, values: { text }, at: house.clock.now() };
  await house.store.saveDraft(record);
  return recordOf(house, record);
}

function recordOf({ rulebook }: House, { id, values, at }: Draft): OwnRecord {
  const { text = "" } = values;
  const written = localTime(rulebook, at).toString({ smallestUnit: "minute" });
  return { id, written, text: typeof text === "string" ? text : "" };
}

/** The latest first. */
async function listRecords(house: House, caller: AccountRef): Promise<readonly OwnRecord[]> {
  const drafts = await ownDrafts(house, caller);
  return drafts.filter(({ form }) => form === RECORD).map((draft) => recordOf(house, draft));
}

async function readRecord(house: House, caller: AccountRef, id: string): Promise<OwnRecord | Blocked> {
  return (await listRecords(house, caller)).find((record) => record.id === id) ?? nothingHere;
}

async function discardRecord(house: House, caller: AccountRef, id: string): Promise<Blocked | undefined> {
  const found = await readRecord(house, caller, id);
  if ("refused" in found) return found;
  await house.store.deleteDraft(id);
  return undefined;
}
