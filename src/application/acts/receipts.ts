import { isAuthor } from "../../domain/case/case.ts";
import { localTime } from "../../domain/deadlines/calendar.ts";
import type { CaseId } from "../../domain/identity.ts";
import { filedText, groupedNumber, readNumber } from "../../domain/intake/receipt.ts";
import { mayRead } from "../../domain/parties/viewer.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import type { CaseRef, Facts } from "../actOnCase.ts";
import type { StoredCase } from "../casePorts.ts";
import { digestOf } from "../digest.ts";
import type { Caller, House } from "../house.ts";
import { kindsOf, parseAnswers } from "./readCaseFile.ts";
import { readFacts } from "./readFacts.ts";

/** What proves that something was filed, and when: made anew each time from what stands in the file. */
export interface Receipt {
  /** The SHA-256 of everything that was filed, in groups of eight digits. */
  readonly number: string;
  /** Where the organisation is, as 2026-03-15T10:00:00. */
  readonly filed: string;
}

/** A receipt as one who may see it does. */
export interface ReceiptView extends Receipt {
  readonly kind: "receipt";
  readonly case: CaseId;
  readonly codeName: string;
  /** What was filed, for whoever filed it; the officers read it in the file. */
  readonly filedWords:
    | {
        readonly answers: Readonly<Record<string, string>>;
        readonly kinds: Readonly<Record<string, "choice" | "day">>;
      }
    | undefined;
  readonly clause: string;
}

/** Whether a number is the receipt of a case as its file stands. */
export interface CheckedReceipt {
  readonly kind: "checked";
  readonly codeName: string;
  readonly isRight: boolean;
  readonly filed: string;
  readonly clause: string;
}

/** Receipts: what was filed and when, for whoever filed it and for those who handle the case. */
export function receiptActs(house: House) {
  return {
    openReceipt: (caller: Caller, ref: CaseRef) => openReceipt(house, caller, ref),
    checkReceipt: (caller: Caller, ref: CaseRef, number: string) => checkReceipt(house, caller, ref, number),
  };
}

/** The receipt of a case; undefined once its words are gone. */
export async function receiptOf(house: House, stored: StoredCase): Promise<Receipt | undefined> {
  const [first] = stored.entries;
  if (first?.entry.kind !== "received") return undefined;
  const words = await house.store.words(stored.id, first.entry.statement);
  const text = words === undefined ? undefined : filedText(stored.codeName, first, stored.identities, words);
  if (text === undefined) return undefined;
  const at = localTime(house.rulebookOf(stored.rulebook), first.at);
  return { number: groupedNumber(await digestOf(text)), filed: at.toString({ smallestUnit: "second" }) };
}

/** Whoever filed a report has its receipt, and those who handle its case; for everybody else there is none. */
async function readReceipt(house: House, caller: Caller, ref: CaseRef) {
  const facts = await readFacts(house, ref, caller);
  if (facts === undefined || !mayHave(facts)) return undefined;
  const receipt = await receiptOf(house, facts.stored);
  return receipt === undefined ? undefined : { facts, receipt };
}

function mayHave({ current, viewer }: Facts): boolean {
  if (viewer.kind === "party") return isAuthor(current, viewer.party);
  return mayRead(current, viewer, "statements");
}

async function openReceipt(house: House, caller: Caller, ref: CaseRef): Promise<ReceiptView | Blocked> {
  const found = await readReceipt(house, caller, ref);
  if (found === undefined) return nothingHere;
  const { facts, receipt } = found;
  const { current, rulebook, viewer } = facts;
  const words = viewer.kind === "party" ? await house.store.words(current.id, current.statement) : undefined;
  return {
    kind: "receipt",
    ...receipt,
    case: current.id,
    codeName: current.codeName,
    filedWords: words === undefined ? undefined : { answers: parseAnswers(words), kinds: kindsOf(rulebook) },
    clause: rulebook.intake.report.clause,
  };
}

async function checkReceipt(
  house: House,
  caller: Caller,
  ref: CaseRef,
  typed: string,
): Promise<CheckedReceipt | Blocked> {
  const found = await readReceipt(house, caller, ref);
  if (found === undefined) return nothingHere;
  const { facts, receipt } = found;
  return {
    kind: "checked",
    codeName: facts.current.codeName,
    isRight: readNumber(typed) === receipt.number,
    filed: receipt.filed,
    clause: facts.rulebook.intake.report.clause,
  };
}
