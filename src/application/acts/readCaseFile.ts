import type { Case } from "../../domain/case/case.ts";
import type { WitnessState } from "../../domain/case/evidence.ts";
import { witnessState } from "../../domain/case/evidence.ts";
import { writtenDown } from "../../domain/case/hearing.ts";
import type { CameBy, PartyRole } from "../../domain/case/party.ts";
import { localDay } from "../../domain/deadlines/calendar.ts";
import { isBeforeDocument } from "../../domain/deadlines/timeBar.ts";
import type { CaseId, ItemId, PartyId } from "../../domain/identity.ts";
import { unanswered, spokespersonOf } from "../../domain/intake/together.ts";
import { mayRead } from "../../domain/parties/viewer.ts";
import { classesIn } from "../../domain/sanctions/classes.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import { why } from "../../domain/why/why.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { CaseRef, Facts } from "../actOnCase.ts";
import type { House } from "../house.ts";
import { nameOf } from "../house.ts";
import { keepReading, readWords } from "../keepReading.ts";
import type { Account } from "../person.ts";
import { protectedNames } from "../protectedIn.ts";
import { hearingRecordView } from "../views/hearingView.ts";
import type { HearingRecordView } from "../views/hearingView.ts";
import type { HeldView } from "../views/heldView.ts";
import { heldView } from "../views/heldView.ts";
import type { ItemView } from "../views/itemView.ts";
import { itemView } from "../views/itemView.ts";
import type { PriorsView } from "../views/priorsView.ts";
import { hasPriors, priorsView } from "../views/priorsView.ts";
import type { ReadLineView } from "../views/readLogView.ts";
import { readLogView } from "../views/readLogView.ts";
import type { TimelineView } from "../views/timelineView.ts";
import { returnedView, voiceView } from "./ownVoice.ts";
import type { ReturnedView, VoiceView } from "./ownVoice.ts";
import { pseudonymOf } from "./pseudonymOf.ts";
import { readFacts, nothingToRead } from "./readFacts.ts";
import { timelineFor } from "./readTimeline.ts";

/** The parts of a case file. */
export type FilePart =
  | "report"
  | "people"
  | "evidence"
  | "hearing"
  | "priors"
  | "notes"
  | "brief"
  | "decision"
  | "timeline"
  | "readings";

/** In the order in which they are shown. */
const FILE_PARTS: readonly FilePart[] = [
  "report",
  "people",
  "evidence",
  "hearing",
  "priors",
  "notes",
  "brief",
  "decision",
  "timeline",
  "readings",
];

/** A part of a case file as its officers see it. */
export interface CaseFileView {
  readonly kind: "case-file";
  readonly case: CaseId;
  readonly codeName: string;
  /** The parts there are. */
  readonly parts: readonly FilePart[];
  readonly body:
    | {
        readonly part: "report";
        readonly answers: Readonly<Record<string, string>>;
        /** Which of the answers are options of a choice, and which are days. */
        readonly kinds: Readonly<Record<string, "choice" | "day">>;
        /** Whether it happened before the document was first adopted. */
        readonly isBefore?: boolean;
        /** How and on which day it came, as 2026-03-15, and who entered it, where an officer did. */
        readonly entered?: { readonly how: CameBy; readonly on: string; readonly by: string } | undefined;
        /** That it went back to whoever filed it, because somebody from outside wrote it; whether it can. */
        readonly returned?: ReturnedView | undefined;
        readonly canReturn?: boolean;
        /** What those whom it is about held on each day that it names, and the outcomes to which that points. */
        readonly held?: HeldView | undefined;
      }
    | { readonly part: "people"; readonly parties: readonly PartyView[] }
    | {
        readonly part: "evidence";
        readonly item: ItemView | undefined;
        /** Whether it can go back to its party. */
        readonly canReturn?: boolean;
        readonly number: number;
        readonly total: number;
      }
    | {
        readonly part: "hearing";
        readonly record: HearingRecordView | undefined;
        readonly number: number;
        readonly total: number;
      }
    | ({ readonly part: "priors" } & PriorsView)
    /** The newest is number 1. */
    | {
        readonly part: "notes" | "brief" | "decision";
        readonly text: string;
        readonly number: number;
        readonly total: number;
        /** The text of the letter, of a decision whose sanction is one. */
        readonly letter?: string;
      }
    | ({ readonly part: "timeline" } & Pick<TimelineView, "lines" | "coming" | "version">)
    | { readonly part: "readings"; readonly lines: readonly ReadLineView[] };
}

interface PartyView {
  readonly role: PartyRole;
  readonly name: string;
  readonly pseudonym: string;
  readonly hasAccount: boolean;
  /** Whether nobody knows who it is. */
  readonly isAnonymous?: boolean;
  /** Of which classes of people, as far as that is known. */
  readonly classes?: readonly string[];
  /** Of how many members a group is, and how many of them were involved. */
  readonly group?: { readonly size: number; readonly involved: number } | undefined;
  /** Of a witness how far they are. */
  readonly witness?: WitnessState | undefined;
  /** Of somebody who was named as reporting it too and is no party: whether they are still asked. */
  readonly joining?: { readonly party: PartyId; readonly isOpen: boolean } | undefined;
  /** Under which other name something is written of somebody whom the rulebook protects. */
  readonly protectedAs?: string | undefined;
  /** Whether this party speaks for all who report it together. */
  readonly speaks?: boolean;
  /** That this party speaks for themselves, and who goes with them. */
  readonly voice?: VoiceView | undefined;
}

/** As what somebody stands to those who report it together. */
function togetherOf(current: Case, party: PartyId): Pick<PartyView, "joining" | "speaks"> {
  const isMember = current.together?.members.some((each) => each.party === party) === true;
  const isIn = current.parties.some((each) => each.party === party);
  const isOpen = unanswered(current).some((each) => each.party === party);
  return {
    joining: isMember && !isIn ? { party, isOpen } : undefined,
    speaks: spokespersonOf(current) === party,
  };
}

/**
 * Opens a part of a case file for somebody who handles the case; who read which words is kept.
 * @param number which of the notes, briefs or decisions, the newest being 1
 */
export async function openCaseFile(
  house: House,
  caller: Account,
  ref: CaseRef,
  part: FilePart,
  number: number,
): Promise<CaseFileView | Blocked> {
  const facts = await readFacts(house, ref, caller);
  if (facts === undefined) return nothingToRead(house, caller, ref);
  const { current, viewer } = facts;
  if (!mayRead(current, viewer, "statements") || !mayRead(current, viewer, "names"))
    return nothingToRead(house, caller, ref);
  const has: Readonly<Record<FilePart, boolean>> = {
    report: true,
    people: true,
    evidence: current.evidence.items.length > 0,
    hearing: writtenDown(current).length > 0,
    priors: hasPriors(facts),
    notes: current.notes.length > 0,
    brief: current.briefs.length > 0,
    decision: current.decision !== undefined,
    timeline: true,
    readings: viewer.kind === "handler",
  };
  if (!has[part]) return nothingHere;
  const { id, codeName } = current;
  const parts = FILE_PARTS.filter((each) => has[each]);
  if (part === "people" || part === "priors" || part === "timeline" || part === "readings")
    await keepReading(house, facts, part);
  return { kind: "case-file", case: id, codeName, parts, body: await readPart(house, facts, part, number) };
}

async function readPart(house: House, facts: Facts, part: FilePart, number: number): Promise<CaseFileView["body"]> {
  const { current, stored } = facts;
  const read = async (statement: string | undefined) => {
    return statement === undefined ? "" : readWords(house, facts, statement);
  };
  switch (part) {
    case "report": {
      const answers = parseAnswers(await read(current.statement));
      const isBefore = isBeforeDocument(facts.rulebook, answers);
      const entered =
        current.entered === undefined
          ? undefined
          : {
              how: current.entered.how,
              on: localDay(facts.rulebook, current.received).toString(),
              by: current.entered.by === undefined ? "" : nameOf(house, current.entered.by),
            };
      return {
        part,
        answers,
        kinds: kindsOf(facts.rulebook),
        isBefore,
        entered,
        returned: await returnedView(house, facts, undefined),
        canReturn: canReturn(facts, undefined),
        held: heldView(house, facts, answers),
      };
    }
    case "people": {
      const hidden = protectedNames(house, stored);
      return {
        part,
        parties: await Promise.all(
          stored.identities.map(async ({ role, name, party, person }) => ({
            role,
            name,
            pseudonym: pseudonymOf(current, party),
            hasAccount: person !== undefined,
            isAnonymous: role === "complainant" && current.isAnonymous === true,
            classes: classesIn(current, facts.classes ?? {})[party] ?? [],
            group: current.consents.groups.find((each) => each.party === party),
            witness: witnessState(current, party),
            ...togetherOf(current, party),
            protectedAs: hidden.find((each) => each.party === party)?.pseudonym,
            voice: await voiceView(house, facts, party),
          })),
        ),
      };
    }
    case "evidence": {
      const { items } = current.evidence;
      const item = items.at(-number) ?? items.at(-1);
      const view = item === undefined ? undefined : await itemView(house, facts, item);
      return {
        part,
        item: view,
        canReturn: item !== undefined && canReturn(facts, item.item),
        number,
        total: items.length,
      };
    }
    case "hearing": {
      const all = writtenDown(current);
      const found = all.at(-number) ?? all.at(-1);
      const record =
        found === undefined ? undefined : await hearingRecordView(house, facts, found.hearing, found.record);
      return { part, record, number, total: all.length };
    }
    case "priors":
      return { part, ...(await priorsView(house, facts)) };
    case "notes":
    case "brief":
    case "decision": {
      const statements = {
        notes: current.notes,
        brief: current.briefs.map(({ statement }) => statement),
        decision: current.decisions.map(({ reasons }) => reasons),
      }[part];
      const letter = part === "decision" ? await read(current.decisions.at(-number)?.letter) : "";
      return { part, text: await read(statements.at(-number)), number, total: statements.length, letter };
    }
    case "timeline":
      return { part, ...timelineFor(house, facts) };
    case "readings":
      return { part, lines: await readLogView(house, facts) };
  }
}

const canReturn = (facts: Facts, item: ItemId | undefined) =>
  why(facts, { kind: "return-submission", item, reasons: "" }).kind === "possible";

export function kindsOf({ intake }: Rulebook): Readonly<Record<string, "choice" | "day">> {
  const kinds: Record<string, "choice" | "day"> = {};
  for (const { id, type } of intake.report.fields)
    if (type === "choice" || type === "date") kinds[id] = type === "date" ? "day" : "choice";
  return kinds;
}

export function parseAnswers(text: string): Readonly<Record<string, string>> {
  const parsed: unknown = text === "" ? {} : JSON.parse(text);
  if (typeof parsed !== "object" || parsed === null) return {};
  return Object.fromEntries(Object.entries(parsed).map(([field, answer]) => [field, String(answer)]));
}
