import {
  asksWitnesses,
  awaitedWitnesses,
  criteriaOf,
  evidenceClause,
  findWitness,
  mayReadItem,
  openableTo,
  takesEvidence,
  witnessClause,
  witnessState,
} from "../../domain/case/evidence.ts";
import type { WitnessState } from "../../domain/case/evidence.ts";
import { lastForms } from "../../domain/case/evidenceEntries.ts";
import type { FileNote, Item, Witness } from "../../domain/case/evidenceEntries.ts";
import { mayReadRecord } from "../../domain/case/hearing.ts";
import type { Hearing } from "../../domain/case/hearingEntries.ts";
import type { PartyEntry, PartyRole } from "../../domain/case/party.ts";
import { openQuestions } from "../../domain/case/questions.ts";
import { isClosed } from "../../domain/case/stages.ts";
import { bundleOf } from "../../domain/challenges/bundle.ts";
import { isMasked } from "../../domain/challenges/realNames.ts";
import { localDay } from "../../domain/deadlines/calendar.ts";
import type { CaseId, ItemId, PartyId, StatementId } from "../../domain/identity.ts";
import { isTold } from "../../domain/timeline/partyLines.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { why } from "../../domain/why/why.ts";
import type { CaseRef, Facts } from "../actOnCase.ts";
import type { House } from "../house.ts";
import { readText, readWords } from "../keepReading.ts";
import type { AccountRef } from "../person.ts";
import { fileView, itemView } from "../views/itemView.ts";
import type { ItemView } from "../views/itemView.ts";
import { bundlesFor } from "./challenges.ts";
import { pseudonymOf } from "./pseudonymOf.ts";
import { factsOfNamed, readFacts } from "./readFacts.ts";

/** Who was asked and what there is, for those who handle the case: no words of anybody. */
export interface EvidenceOverview {
  readonly kind: "evidence";
  readonly case: CaseId;
  readonly codeName: string;
  readonly witnesses: readonly {
    readonly party: PartyId;
    readonly name: string;
    readonly pseudonym: string;
    readonly state: WitnessState;
    /** The day on which they were asked, as 2026-03-15. */
    readonly asked: string;
    readonly isAwaited: boolean;
  }[];
  readonly items: number;
  readonly canAsk: boolean;
  readonly isOpen: boolean;
  /** The sides that can be given something to read now. */
  readonly sides: readonly { readonly party: PartyId; readonly role: PartyRole; readonly pseudonym: string }[];
  /** Whether whoever reads it may enter something whose source the others do not learn. */
  readonly canAdmit: boolean;
  /** What the deciding body asks just now, and what the parties have answered. */
  readonly question: QuestionView | undefined;
  readonly clause: string;
}

interface QuestionView {
  readonly text: string;
  /** Whom it can still be put to. */
  readonly askable: readonly { readonly party: PartyId; readonly role: PartyRole; readonly pseudonym: string }[];
  readonly asked: readonly PartyRole[];
  readonly answers: readonly { readonly role: PartyRole; readonly pseudonym: string; readonly text: string }[];
}

async function questionView(house: House, facts: Facts): Promise<QuestionView | undefined> {
  const { current } = facts;
  const open = openQuestions(current).at(-1);
  if (open === undefined) return undefined;
  const read = (statement: StatementId) => readWords(house, facts, statement);
  const sides = current.parties.filter((party) => party.role !== "witness" && isTold(current, party));
  const isAsked = (party: PartyId) => open.put.some((each) => each.party === party);
  const named = ({ party, role }: PartyEntry) => ({ party, role, pseudonym: pseudonymOf(current, party) });
  return {
    text: await read(open.statement),
    askable: sides.filter(({ party }) => !isAsked(party)).map(named),
    asked: sides.filter(({ party }) => isAsked(party)).map(({ role }) => role),
    answers: await Promise.all(
      open.answers.map(async ({ party, statement }) => ({
        role: current.parties.find((each) => each.party === party)?.role ?? "complainant",
        pseudonym: pseudonymOf(current, party),
        text: await read(statement),
      })),
    ),
  };
}

export async function openEvidence(
  house: House,
  caller: AccountRef,
  ref: CaseRef,
): Promise<EvidenceOverview | Blocked> {
  const facts = await readFacts(house, ref, caller);
  if (facts?.viewer.kind !== "handler") return nothingHere;
  const { rulebook, current, stored } = facts;
  const awaited = awaitedWitnesses(current);
  return {
    kind: "evidence",
    case: current.id,
    codeName: current.codeName,
    witnesses: current.evidence.witnesses.map(({ party, state, asked }) => ({
      party,
      name: stored.identities.find((each) => each.party === party)?.name ?? "",
      pseudonym: pseudonymOf(current, party),
      state: witnessState(current, party) ?? state,
      asked: localDay(rulebook, asked).toString(),
      isAwaited: awaited.some((each) => each.party === party),
    })),
    items: current.evidence.items.length,
    canAsk: asksWitnesses(rulebook, current),
    isOpen: !isClosed(rulebook, current),
    sides: current.parties
      .filter((party) => party.role !== "witness" && isTold(current, party) && openableTo(current, party).length > 0)
      .map(({ party, role }) => ({ party, role, pseudonym: pseudonymOf(current, party) })),
    canAdmit:
      why(facts, {
        kind: "admit-anonymous",
        item: "",
        of: "statement",
        text: "",
        relevance: "",
        source: "",
        how: "",
      }).kind === "possible",
    question: await questionView(house, facts),
    clause: evidenceClause(rulebook, current),
  };
}

/** Everything that a party or a witness may read of what was handed in: the own in each of its forms, the newest first. */
export interface MyEvidence {
  readonly kind: "my-evidence";
  readonly case: CaseId;
  /** "" for a witness, who knows of no case. */
  readonly codeName: string;
  readonly item: ItemView | undefined;
  readonly number: number;
  readonly total: number;
  /** Whether something can still be handed in. */
  readonly canGive: boolean;
}

/** @param number which of them, the newest being 1 */
export async function myEvidence(
  house: House,
  caller: AccountRef,
  ref: CaseRef,
  number: number,
): Promise<MyEvidence | Blocked> {
  const facts = await readFacts(house, ref, caller);
  if (facts === undefined || (facts.viewer.kind !== "party" && facts.viewer.kind !== "witness")) return nothingHere;
  const { rulebook, current, viewer } = facts;
  const readable = current.evidence.items.filter((item) => mayReadItem(current, viewer, item));
  const item = readable.at(-number);
  return {
    kind: "my-evidence",
    case: current.id,
    codeName: viewer.kind === "witness" ? "" : current.codeName,
    item: item === undefined ? undefined : await itemView(house, facts, item),
    number,
    total: readable.length,
    canGive: takesEvidence(rulebook, current),
  };
}

/** That somebody was asked as a witness, as they see it: of the case nothing. */
export interface WitnessView {
  readonly case: CaseId;
  readonly organisation: string;
  /** The day on which they were asked, as 2026-03-15. */
  readonly asked: string;
  readonly state: Witness["state"];
  /** Whether nothing more is needed. */
  readonly isOver: boolean;
  /** What they are asked; undefined before they promised confidentiality. */
  readonly question: string | undefined;
  /** What they said, in its last form. */
  readonly said: readonly ItemId[];
  readonly criteria: readonly string[];
  readonly clause: string;
}

/** Everything about which somebody was asked as a witness, the newest first. */
export async function askedAsWitness(house: House, caller: AccountRef): Promise<readonly WitnessView[]> {
  const found = await factsOfNamed(house, caller);
  const views = await Promise.all(found.map((facts) => witnessView(house, facts)));
  return views.flatMap((view) => view ?? []);
}

async function witnessView(house: House, facts: Facts): Promise<WitnessView | undefined> {
  const { rulebook, current, viewer } = facts;
  const witness = viewer.kind === "witness" ? findWitness(current, viewer.party.party) : undefined;
  if (witness === undefined) return undefined;
  const isOver = isClosed(rulebook, current) || !takesEvidence(rulebook, current);
  const own = lastForms(current.evidence).filter((item) => item.party === witness.party && item.came === "form");
  const isPromised = witness.state === "promised" || own.length > 0;
  return {
    case: current.id,
    organisation: rulebook.organisation.name,
    asked: localDay(rulebook, witness.asked).toString(),
    state: witness.state,
    isOver,
    question: isPromised ? ((await house.store.words(current.id, witness.question)) ?? "") : undefined,
    said: own.map(({ item }) => item),
    criteria: criteriaOf(rulebook),
    clause: witnessClause(rulebook, current),
  };
}

/** A file that was handed in, with its bytes. */
export interface OpenedFile {
  readonly kind: "opened-file";
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file for somebody who may read what it came with; that they took it is kept. To anybody else there is none. */
export async function openFile(
  house: House,
  caller: AccountRef,
  ref: CaseRef,
  file: string,
): Promise<OpenedFile | Blocked> {
  const facts = await readFacts(house, ref, caller);
  if (facts === undefined) return nothingHere;
  const note = readableFiles(facts).find((each) => each.file === file);
  if (note === undefined) return nothingHere;
  const content = await readText(house, facts, file);
  if (content === undefined) return nothingHere;
  const { name } = await fileView(house, facts, file, note.about);
  return { kind: "opened-file", name, bytes: Buffer.from(content, "base64") };
}

/** The files that somebody may read: of what was handed in, and of what was written down of hearings. */
function readableFiles(facts: Facts): readonly FileNote[] {
  const { current, viewer } = facts;
  const items = current.evidence.items.filter((each) => mayReadItem(current, viewer, each) || isInBundle(facts, each));
  const records = current.hearings.filter((each) => mayReadRecord(viewer, each) || isHeardAgain(facts, each));
  const replaced = viewer.kind === "handler" ? records.flatMap(({ earlier }) => earlier) : [];
  const written = [...records.flatMap(({ record }) => record ?? []), ...replaced];
  return [...items, ...written].flatMap(({ files = [] }) => files);
}

/** Whether what was written down of a hearing goes with a challenge that is before whoever asks. */
const isHeardAgain = (facts: Facts, hearing: Hearing): boolean =>
  facts.viewer.kind !== "party" &&
  bundlesFor(facts).some(
    (each) => !isMasked(facts, each) && bundleOf(facts.rulebook, facts.current, each).hearings.includes(hearing),
  );

/** Whether something is new for those who hear a challenge that is before whoever asks. */
const isInBundle = (facts: Facts, item: Item): boolean =>
  facts.viewer.kind !== "party" &&
  bundlesFor(facts).some(
    (each) => !isMasked(facts, each) && bundleOf(facts.rulebook, facts.current, each).newItems.includes(item),
  );
