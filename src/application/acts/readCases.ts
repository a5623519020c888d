import { isNamed } from "../../domain/acts/endAct.ts";
import { supportOf, supportPool } from "../../domain/acts/supportContact.ts";
import { agreementHere, askedParties } from "../../domain/case/agreements.ts";
import { isAuthor, openVote } from "../../domain/case/case.ts";
import type { Case } from "../../domain/case/case.ts";
import type { CameBy, PartyRole } from "../../domain/case/entry.ts";
import { readableBy, takesEvidence, witnessState } from "../../domain/case/evidence.ts";
import type { WitnessState } from "../../domain/case/evidence.ts";
import { questionTo } from "../../domain/case/questions.ts";
import { isClosed } from "../../domain/case/stages.ts";
import { localDay } from "../../domain/deadlines/calendar.ts";
import { isBeforeDocument } from "../../domain/deadlines/timeBar.ts";
import type { CaseId, PartyId, PersonId, StageId, VoteId } from "../../domain/identity.ts";
import { isSpokenFor, spokespersonOf, unanswered } from "../../domain/intake/together.ts";
import { leadOf, mayRead } from "../../domain/parties/viewer.ts";
import { classesIn } from "../../domain/sanctions/classes.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { why } from "../../domain/why/why.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import { factsOf, peopleBehind, readCase } from "../actOnCase.ts";
import type { CaseRef, Facts } from "../actOnCase.ts";
import { findPerson, nameOf } from "../house.ts";
import type { Caller, House } from "../house.ts";
import { keepAttempt, keepReading, readWords } from "../keepReading.ts";
import type { BoardCard, NoticeView, OfficersCard } from "../message.ts";
import { listMotions } from "../motions/readMotions.ts";
import type { Account, AccountRef, CaseSummary } from "../ports.ts";
import { protectedNames } from "../protectedIn.ts";
import { readVoters } from "../readVoters.ts";
import { knownOfNotice } from "../sanctions/knownOfNotice.ts";
import { boardCard } from "../views/boardCard.ts";
import { ownChoice } from "../views/choiceView.ts";
import type { OwnChoice } from "../views/choiceView.ts";
import { heldView } from "../views/heldView.ts";
import type { HeldView } from "../views/heldView.ts";
import { helpView } from "../views/helpView.ts";
import type { HelpView } from "../views/helpView.ts";
import { itemView } from "../views/itemView.ts";
import type { ItemView } from "../views/itemView.ts";
import { noticeView } from "../views/noticeView.ts";
import { officersCard } from "../views/officersCard.ts";
import { hasPriors, priorsView } from "../views/priorsView.ts";
import type { PriorsView } from "../views/priorsView.ts";
import { readLogView } from "../views/readLogView.ts";
import type { ReadLineView } from "../views/readLogView.ts";
import { shownVersion } from "../views/shownVersion.ts";
import type { ShownVersion } from "../views/shownVersion.ts";
import { timelineView } from "../views/timelineView.ts";
import type { TimelineView } from "../views/timelineView.ts";
import { myChallenges } from "./myChallenges.ts";
import type { MyChallenges } from "./myChallenges.ts";
import { pseudonymOf } from "./pseudonymOf.ts";
import { ownSanctions } from "./sanctions.ts";
import type { SanctionView } from "./sanctions.ts";

/** A case as one of its parties may see it. */
export interface MyCase {
  readonly case: CaseId;
  readonly codeName: string;
  readonly role: PartyRole;
  /** Whether the report is from this party. */
  readonly isAuthor: boolean;
  readonly received: string;
  readonly stage: StageId;
  readonly isClosed: boolean;
  /** Whether the report has reached at least one officer. */
  readonly hasArrived: boolean;
  readonly lead: string | undefined;
  readonly notices: readonly NoticeView[];
  /** The own sanctions, with how long they hold and why. */
  readonly sanctions: readonly SanctionView[];
  readonly clause: string;
  /** To whom this party can turn, and who else there is; undefined for a party for whom the rulebook has nobody. */
  readonly support: MySupport | undefined;
  /** Who reports it together with this party. */
  readonly together?: TogetherView | undefined;
  /** Where this party gets help; not said to whomever a report is about. */
  readonly help: HelpView | undefined;
  /** Whether this party may end the case now. */
  readonly canEnd: boolean;
  /** Whether this party was asked for more and has not answered. */
  readonly canAnswer: boolean;
  /** The text to which they are asked to agree. */
  readonly agreement?: string | undefined;
  /** What this party chooses between, of how it goes on. */
  readonly choice?: OwnChoice | undefined;
  /** Whether this party can hand something in, and whether there is something of it that they may read. */
  readonly canGive?: boolean;
  readonly hasEvidence?: boolean;
  /** Whether the deciding body asks this party something. */
  readonly canReply?: boolean;
  /** What this party can challenge, and what it has challenged. */
  readonly challenges: MyChallenges;
  /** The version of the rulebook by which it goes, where that is not the one in force. */
  readonly version: ShownVersion | undefined;
}

/** The cases in which somebody is a party, as far as this party may know of them; newest first. */
export async function myCases(house: House, caller: Caller): Promise<readonly MyCase[]> {
  const person = await findPerson(house, caller);
  if (person === undefined) return [];
  const summaries = await house.store.casesOfParty(person);
  const found = await Promise.all(
    summaries.map(async ({ id }) => {
      const stored = await house.store.caseById(id);
      const facts = stored === undefined ? undefined : factsOf(house, stored, person);
      return facts?.viewer.kind === "party"
        ? myCase(house, facts, facts.viewer.party.party, facts.viewer.party.role)
        : undefined;
    }),
  );
  return found.flatMap((view) => view ?? []);
}

async function myCase(house: House, facts: Facts, party: string, role: PartyRole): Promise<MyCase> {
  const { rulebook, roster, current, at } = facts;
  const lead = leadOf(rulebook, roster, current);
  const own = current.notices.filter((notice) => notice.to.kind === "party" && notice.to.party === party);
  const notices = await Promise.all(
    own.map(async (notice) => {
      const drawnAt = notice.delivered?.when ?? at;
      const known = await knownOfNotice(house, facts.stored, current, notice, drawnAt);
      return noticeView(house.store, rulebook, current, notice, drawnAt, known);
    }),
  );
  return {
    case: current.id,
    codeName: current.codeName,
    role,
    isAuthor: current.parties.some((each) => each.party === party && isAuthor(current, each)),
    received: localDay(rulebook, current.received).toString(),
    stage: current.stage.stage,
    isClosed: isClosed(rulebook, current),
    hasArrived: current.announced.length > 0,
    lead: lead === undefined ? undefined : nameOf(house, lead),
    notices,
    sanctions: await ownSanctions(house, facts),
    clause: rulebook.procedures[current.procedure]?.clause ?? "",
    support: mySupport(house, facts),
    together: myTogether(facts, party),
    help: role === "respondent" ? undefined : helpView(rulebook, current.procedure),
    canEnd: why(facts, { kind: "end" }).kind === "possible",
    agreement: agreementFor(facts),
    choice: ownChoice(rulebook, current, party),
    canAnswer: why(facts, { kind: "answer", statement: "" }).kind === "possible",
    canGive: takesEvidence(rulebook, current),
    canReply: questionTo(current, party) !== undefined,
    hasEvidence: current.parties.some((each) => each.party === party && readableBy(current, each).length > 0),
    challenges: await myChallenges(house, facts),
    version: shownVersion(house, facts.stored),
  };
}

/** The officer to whom somebody can turn, and the others who could be chosen now. */
interface MySupport {
  readonly name: string | undefined;
  readonly others: readonly { readonly person: PersonId; readonly name: string }[];
}

function mySupport(house: House, facts: Facts): MySupport | undefined {
  const { rulebook, roster, current, viewer } = facts;
  const rule = rulebook.procedures[current.procedure]?.support_contact;
  if (
    rule === undefined ||
    viewer.kind !== "party" ||
    isSpokenFor(current, viewer.party) ||
    !isNamed(rule.changeable_by, current, viewer.party)
  )
    return undefined;
  const contact = supportOf(rulebook, roster, current);
  const others = isClosed(rulebook, current) ? [] : supportPool(facts).filter((person) => person !== contact);
  return {
    name: contact === undefined ? undefined : nameOf(house, contact),
    others: others.map((person) => ({ person, name: nameOf(house, person) })),
  };
}

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
async function officersCardOf(
  house: House,
  { rulebook, current, parties, at }: Facts,
  officer?: PersonId,
): Promise<OfficersCard> {
  return officersCard(house, rulebook, current, parties, await readVoters(house, current), at, officer);
}

/** The officers' card of a case, for somebody who handles it. */
export async function openOfficersCard(house: House, caller: Account, ref: CaseRef): Promise<OfficersCard | Blocked> {
  const facts = await readFacts(house, ref, caller);
  if (facts?.viewer.kind !== "handler") return nothingToRead(house, caller, ref);
  await keepReading(house, facts, "card");
  return officersCardOf(house, facts, facts.caller);
}

/** What is answered to somebody who may know of no such case; that they asked is kept. */
export async function nothingToRead(house: House, caller: Account, ref: CaseRef): Promise<Blocked> {
  await keepAttempt(house, caller, ref);
  return nothingHere;
}

/** The parts of a case file. */
export type FilePart =
  | "report"
  | "people"
  | "evidence"
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
        /** What those whom it is about held on each day that it names, and the outcomes to which that points. */
        readonly held?: HeldView | undefined;
      }
    | { readonly part: "people"; readonly parties: readonly PartyView[] }
    | {
        readonly part: "evidence";
        readonly item: ItemView | undefined;
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

/** Of those who report something together, as one of them sees it. */
interface TogetherView {
  /** Those who report it, without whom it is shown to. */
  readonly names: readonly string[];
  readonly open: number;
  readonly spokesperson: { readonly name: string; readonly isOneself: boolean } | undefined;
}

function myTogether({ current, stored }: Facts, party: PartyId): TogetherView | undefined {
  const own = current.parties.find((each) => each.party === party);
  if (current.together === undefined || own?.role !== "complainant") return undefined;
  const calledOf = (id: PartyId) => stored.identities.find((each) => each.party === id)?.name ?? "?";
  const speaks = spokespersonOf(current);
  const others = current.parties.filter(({ role, party: id }) => role === "complainant" && id !== party);
  return {
    names: others.map(({ party: id }) => calledOf(id)),
    open: unanswered(current).length,
    spokesperson: speaks === undefined ? undefined : { name: calledOf(speaks), isOneself: speaks === party },
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
        held: heldView(house, facts, answers),
      };
    }
    case "people": {
      const hidden = protectedNames(house, stored);
      return {
        part,
        parties: stored.identities.map(({ role, name, party, person }) => ({
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
        })),
      };
    }
    case "evidence": {
      const { items } = current.evidence;
      const item = items.at(-number) ?? items.at(-1);
      const view = item === undefined ? undefined : await itemView(house, facts, item);
      return { part, item: view, number, total: items.length };
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
      return { part, text: await read(statements.at(-number)), number, total: statements.length };
    }
    case "timeline":
      return { part, ...timelineFor(house, facts) };
    case "readings":
      return { part, lines: await readLogView(house, facts) };
  }
}

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

function timelineFor(house: House, { rulebook, stored, viewer, at }: Facts): TimelineView {
  const version = shownVersion(house, stored);
  return timelineView(rulebook, (person) => nameOf(house, person), stored, viewer, at, version);
}

/** The timeline of a case as a party or a member of the deciding body may see it; that of the officers is a part of the case file. */
export async function openTimeline(
  house: House,
  caller: Account,
  ref: CaseRef,
  as: "voter" | "party",
): Promise<TimelineView | Blocked> {
  const facts = await readFacts(house, ref, caller);
  if (facts?.viewer.kind !== as) return nothingToRead(house, caller, ref);
  if (as === "voter") await keepReading(house, facts, "timeline");
  return timelineFor(house, facts);
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

export async function readFacts(house: House, ref: CaseRef, caller: Caller): Promise<Facts | undefined> {
  const person = await findPerson(house, caller);
  const stored = await readCase(house, ref);
  return stored === undefined || person === undefined ? undefined : factsOf(house, stored, person);
}

/** The text to which a party is asked to agree, and whose answer counts now. */
function agreementFor({ rulebook, current, viewer }: Facts): string | undefined {
  if (viewer.kind !== "party") return undefined;
  const { party } = viewer.party;
  const isAsked = askedParties(rulebook, current).some((each) => each.party === party);
  return isAsked ? agreementHere(current)?.agreement : undefined;
}
