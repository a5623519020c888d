import type { CaseId } from "../../domain/identity.ts";
import { findMentions, findNames } from "../../domain/parties/findNames.ts";
import { recordsClause } from "../../domain/records/recordClause.ts";
import { dayOfRetention, retentionOf } from "../../domain/records/retention.ts";
import { hasRecordPlace } from "../../domain/why/askedRecords.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { actOnCase } from "../actOnCase.ts";
import type { CaseRef, Done, Facts, Request, Seen } from "../actOnCase.ts";
import type { House } from "../house.ts";
import { keepPrecedent } from "../keepPrecedent.ts";
import { readWords } from "../keepReading.ts";
import type { AccountRef } from "../person.ts";
import { readFacts } from "./readFacts.ts";

type Result = Promise<Done | Seen | Blocked>;

/** The records of a case are not made unreadable for the time being; `text` says why. */
export function holdRecords(house: House, request: Request, text: string): Result {
  return actOnCase(house, request, ({ newId }) => {
    const statement = newId();
    return { act: { kind: "hold-records", statement }, words: [{ id: statement, text }] };
  });
}

/** They are again, and that is announced anew. */
export function releaseRecords(house: House, request: Request): Result {
  return actOnCase(house, request, () => ({ act: { kind: "release-records" } }));
}

/** Writes what later decisions can look back to. */
export function writePrecedent(house: House, request: Request, text: string): Result {
  return actOnCase(house, request, ({ newId }) => {
    const statement = newId();
    return {
      act: { kind: "write-precedent", precedent: newId(), text, statement },
      words: [{ id: statement, text }],
    };
  });
}

export type TextKind = "precedent" | "bundle";

/** A text that waits for a second reader, or was approved. */
export interface TextView {
  readonly kind: "text-to-approve";
  readonly what: TextKind;
  readonly id: string;
  readonly case: CaseId;
  readonly codeName: string;
  readonly text: string;
  /** The names of the parties that stand in it: whoever approves looks at each of them. */
  readonly found: readonly string[];
  readonly isOwn: boolean;
  readonly isApproved: boolean;
  readonly clause: string;
}

/** Opens the last text of a kind for those who handle the case; that it was read is kept. */
export async function readText(
  house: House,
  caller: AccountRef,
  ref: CaseRef,
  what: TextKind,
): Promise<TextView | Blocked> {
  const facts = await readFacts(house, ref, caller);
  if (facts?.viewer.kind !== "handler") return nothingHere;
  const { rulebook, current, names } = facts;
  const last = (what === "precedent" ? current.records.precedents : current.records.bundles).at(-1);
  if (last === undefined) return nothingHere;
  const text = await readWords(house, facts, last.statement);
  return {
    kind: "text-to-approve",
    what,
    id: last.id,
    case: current.id,
    codeName: current.codeName,
    text,
    found: [...findNames(text, names), ...findMentions(text)],
    isOwn: last.by === facts.caller,
    isApproved: last.isApproved,
    clause: recordsClause(rulebook, current),
  };
}

/**
 * Approves a text that somebody else wrote: a precedent is kept and can be looked for from then on.
 * @param id the text that was read; the last one of its kind when it is empty
 */
export async function approveText(house: House, request: Request, what: TextKind, id: string): Result {
  const done = await actOnCase(house, request, ({ current }) => {
    const texts = what === "precedent" ? current.records.precedents : current.records.bundles;
    const chosen = id === "" ? (texts.at(-1)?.id ?? "") : id;
    return {
      act:
        what === "precedent"
          ? { kind: "approve-precedent", precedent: chosen }
          : { kind: "approve-bundle", bundle: chosen },
    };
  });
  if ("kind" in done && done.kind === "done" && what === "precedent")
    await keepPrecedent(house, done.rulebook, done.current);
  return done;
}

/** What becomes of the records of a case, for those who handle it. */
export interface RecordsView {
  readonly kind: "records";
  readonly case: CaseId;
  readonly codeName: string;
  /** "never": the rulebook lets nothing be made unreadable. "pending": something is not over yet. */
  readonly state: "never" | "pending" | "held" | "known" | "words-gone";
  /** The first day on which it can be anonymised, as 2026-04-04, where that is known. */
  readonly day: string | undefined;
  /** Why it is held. */
  readonly held: string | undefined;
  readonly precedent: "none" | "waits" | "approved";
  readonly canWritePrecedent: boolean;
  /** Whether what a panel decided can be published, or it is written how. */
  readonly publication: "none" | "can" | "written";
  readonly clause: string;
}

/** Opens it; that the reason for which it is held was read is kept. */
export async function openRecords(house: House, caller: AccountRef, ref: CaseRef): Promise<RecordsView | Blocked> {
  const facts = await readFacts(house, ref, caller);
  if (facts?.viewer.kind !== "handler") return nothingHere;
  const { rulebook, current } = facts;
  const { held, isErased, precedents } = current.records;
  const retention = retentionOf(rulebook, current);
  const rule = rulebook.records.retention["case"];
  const last = precedents.at(-1);
  return {
    kind: "records",
    case: current.id,
    codeName: current.codeName,
    state: stateOf(rule !== undefined, isErased, held !== undefined, retention !== undefined),
    day: retention === undefined ? undefined : dayOfRetention(rulebook, retention.words).toString(),
    held: held === undefined ? undefined : await readWords(house, facts, held.statement),
    precedent: last === undefined ? "none" : readState(last.isApproved),
    canWritePrecedent: hasRecordPlace(facts, "write-precedent") && last?.isApproved !== true,
    publication: publicationState(facts),
    clause: rule?.clause ?? rulebook.records.clause,
  };
}

function publicationState(facts: Facts): RecordsView["publication"] {
  if (facts.current.records.publications.length > 0) return "written";
  return hasRecordPlace(facts, "write-publication") ? "can" : "none";
}

const readState = (isApproved: boolean) => (isApproved ? ("approved" as const) : ("waits" as const));

function stateOf(hasRule: boolean, isErased: boolean, isHeld: boolean, isKnown: boolean): RecordsView["state"] {
  if (isHeld) return "held";
  if (isErased) return "words-gone";
  if (!hasRule) return "never";
  return isKnown ? "known" : "pending";
}
