import type { ItemKind } from "../../domain/case/evidenceEntries.ts";
import { plainName } from "../../domain/case/files.ts";
import type { CameBy, PartyRole } from "../../domain/case/party.ts";
import type { ItemId, PartyId } from "../../domain/identity.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { actOnCase } from "../actOnCase.ts";
import type { Done, Request, Seen } from "../actOnCase.ts";
import { ensurePerson } from "../house.ts";
import type { House } from "../house.ts";
import type { Account } from "../person.ts";

type Result = Promise<Done | Seen | Blocked>;

/** Whom to ask as a witness: somebody with an account, or by name, and what they are asked. */
export interface WantedWitness {
  readonly account: Account | undefined;
  readonly name: string;
  readonly question: string;
}

/** Asks somebody what they saw. Who it is stands with the other parties, sealed. */
export async function askWitness(house: House, request: Request, wanted: WantedWitness): Result {
  const { account, question: text } = wanted;
  const person = account === undefined ? undefined : await ensurePerson(house, account);
  return actOnCase(house, request, ({ newId }) => {
    const [party, question] = [newId(), newId()];
    return {
      act: { kind: "ask-witness", party, person, isNamed: person !== undefined || wanted.name.trim() !== "", question },
      words: [{ id: question, text }],
      identities: [{ party, role: "witness", person, name: account?.name ?? wanted.name.trim() }],
    };
  });
}

/** A witness promises confidentiality and will answer, or would rather not. */
export function answerAsWitness(house: House, request: Request, kind: "promise" | "decline"): Result {
  return actOnCase(house, request, () => ({ act: { kind } }));
}

/** Nothing more is waited for from a witness. */
export function releaseWitness(house: House, request: Request, party: PartyId): Result {
  return actOnCase(house, request, () => ({ act: { kind: "release-witness", party } }));
}

/** What is written of something that is handed in. */
export interface ItemText {
  readonly of: ItemKind;
  readonly text: string;
  readonly relevance: string;
  /** Of what the rulebook asks of a witness, what is not so. */
  readonly unmet: readonly string[];
}

/** A file as it was copied from its platform. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface DigestedFile extends GivenFile {
  readonly sha256: string;
}

/** Each file with the digest by which anybody can tell that it is the same. */
export function digested(files: readonly GivenFile[]): Promise<readonly DigestedFile[]> {
  return Promise.all(
    files.map(async (file) => {
      const digest = await crypto.subtle.digest("SHA-256", Uint8Array.from(file.bytes));
      return { ...file, sha256: Buffer.from(digest).toString("hex") };
    }),
  );
}

/** Files are kept like words: sealed with the key of the case, in the same change, and gone with them. */
export function filesOf(files: readonly DigestedFile[], newId: () => string) {
  const kept = files.map(({ name, bytes, sha256 }) => {
    const known = { name: plainName(name), size: bytes.length, sha256 };
    return { file: newId(), about: newId(), known, bytes };
  });
  return {
    files: kept.map(({ file, about }) => ({ file, about })),
    words: kept.flatMap(({ file, about, known, bytes }) => [
      { id: file, text: Buffer.from(bytes).toString("base64") },
      { id: about, text: JSON.stringify(known) },
    ]),
  };
}

/** What somebody says who hands something in. */
export interface InOwnName {
  /** Whether it stands in the place of the report, which went back to them. */
  readonly isForReport?: boolean;
  /** Whether somebody from outside speaks; undefined where that is not asked. */
  readonly isFromOutside?: boolean | undefined;
}

/** @param corrects in the place of which earlier one it stands */
export async function handIn(
  house: House,
  request: Request,
  item: ItemText,
  corrects: ItemId | undefined,
  given: readonly GivenFile[] = [],
  { isForReport, isFromOutside }: InOwnName = {},
): Result {
  const copied = await digested(given);
  return actOnCase(house, request, ({ newId }) => {
    const { words, ...written } = writtenOf(item, newId);
    const { files, words: contents } = filesOf(copied, newId);
    const own = { ...(isForReport === true ? { isForReport } : {}), isFromOutside };
    return { act: { kind: "hand-in", ...written, corrects, files, ...own }, words: [...words, ...contents] };
  });
}

/** What came otherwise, as somebody enters it who handles the case. */
export interface EnteredItem extends ItemText {
  /** Whose it is; undefined where those who handle the case found it themselves. */
  readonly party: PartyId | undefined;
  readonly came: CameBy;
  /** The day on which it came, as 2026-03-20. */
  readonly on: string;
  readonly closedTo: readonly PartyRole[];
}

export async function enterItem(
  house: House,
  request: Request,
  item: EnteredItem,
  given: readonly GivenFile[] = [],
): Result {
  const copied = await digested(given);
  return actOnCase(house, request, ({ newId }) => {
    const { words, ...written } = writtenOf(item, newId);
    const { files, words: contents } = filesOf(copied, newId);
    const { party, came, on, closedTo } = item;
    return {
      act: { kind: "enter-item", ...written, party, came, on, closedTo, files },
      words: [...words, ...contents],
    };
  });
}

function writtenOf({ of, text, relevance, unmet }: ItemText, newId: () => string) {
  const [item, said, why] = [newId(), newId(), newId()];
  const isWhySaid = relevance.trim() !== "";
  return {
    item,
    of,
    text: said,
    relevance: isWhySaid ? why : undefined,
    unmet,
    words: [{ id: said, text }, ...(isWhySaid ? [{ id: why, text: relevance }] : [])],
  };
}

/** Something whose source the others do not learn. */
export interface AnonymousItem extends Omit<ItemText, "unmet"> {
  readonly source: string;
  /** How it was checked who that is. */
  readonly how: string;
}

/** Somebody who may allow it enters something that comes from somebody whom nobody else is to know. */
export function admitAnonymous(house: House, request: Request, item: AnonymousItem): Result {
  return actOnCase(house, request, ({ newId }) => {
    const { words, unmet: _, ...written } = writtenOf({ ...item, unmet: [] }, newId);
    const [source, checked] = [newId(), newId()];
    const isChecked = item.how.trim() !== "";
    return {
      act: { kind: "admit-anonymous", ...written, source, how: isChecked ? checked : undefined },
      words: [...words, { id: source, text: item.source }, ...(isChecked ? [{ id: checked, text: item.how }] : [])],
    };
  });
}

/** Something that was handed in does not count. */
export function setAside(house: House, request: Request, item: ItemId, text: string): Result {
  return actOnCase(house, request, ({ newId }) => {
    const reasons = newId();
    return { act: { kind: "set-aside", item, reasons }, words: [{ id: reasons, text }] };
  });
}

/** A party reads these from then on. */
export function openItems(house: House, request: Request, party: PartyId, items: readonly ItemId[]): Result {
  return actOnCase(house, request, () => ({ act: { kind: "open-items", party, items } }));
}
