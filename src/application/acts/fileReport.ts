import type { Temporal } from "temporal-polyfill";

import { foldCase } from "../../domain/case/case.ts";
import type { Actor, Entry, PartyEntry, Recorded, Relation } from "../../domain/case/entry.ts";
import type { Follows } from "../../domain/case/sanctionEntries.ts";
import { localDay, localTime } from "../../domain/deadlines/calendar.ts";
import { wakesOf } from "../../domain/deadlines/due.ts";
import { passedFor } from "../../domain/deadlines/programmes.ts";
import { latenessOf } from "../../domain/deadlines/timeBar.ts";
import { urgentNotices } from "../../domain/deadlines/urgent.ts";
import type { CaseId, PersonId, RuleId } from "../../domain/identity.ts";
import { flagsOfReport } from "../../domain/intake/flags.ts";
import { askTogether } from "../../domain/intake/joining.ts";
import { authorNotes } from "../../domain/parties/authorIsTold.ts";
import type { AuthorNotes } from "../../domain/parties/authorIsTold.ts";
import { isNamed } from "../../domain/parties/findNames.ts";
import { findPartyInBody, receiversOf, routeReport } from "../../domain/parties/receivers.ts";
import type { NobodyToReceive, Routing } from "../../domain/parties/receivers.ts";
import { beginningOf, beginningOn, findRoute } from "../../domain/parties/routes.ts";
import type { Beginning, Route } from "../../domain/parties/routes.ts";
import { toSupervisor } from "../../domain/parties/supervisors.ts";
import { isRefusal } from "../../domain/refusal.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { explainFiling } from "../../domain/why/why.ts";
import type { Flag } from "../../rulebook/schema/rules.ts";
import type { Selector } from "../../rulebook/schema/vocabulary.ts";
import { effectsOf } from "../effects.ts";
import { atThisMoment, ensurePerson, findPerson, nameOf } from "../house.ts";
import type { House } from "../house.ts";
import type { Account, AccountRef, Change, Identity } from "../ports.ts";
import { helpView } from "../views/helpView.ts";
import type { HelpView } from "../views/helpView.ts";
import { withoutConcerned } from "./concernedPeople.ts";
import { breachReported } from "./keepSanctions.ts";
import { receiptOf } from "./receipts.ts";
import type { Receipt } from "./receipts.ts";
import { authorOf, enteredView } from "./reportAuthor.ts";
import type { Author, EnteredAnswers, EnteredView } from "./reportAuthor.ts";
import { readTogether, togetherEntry } from "./together.ts";
import type { Named, TogetherAnswers } from "./together.ts";

/** What a member answered in the report's form. */
export interface ReportAnswers {
  readonly relation: Relation;
  /** The people it is about who have an account here. */
  readonly about: readonly Account[];
  /** The receiver of reports whom it is about, if it is about one. */
  readonly aboutReceiver: PersonId | undefined;
  /** Somebody it is about who has no account, in the member's words. */
  readonly aboutOthers: string;
  readonly rules: readonly RuleId[];
  /** What the offence is based on, of what the rules name. */
  readonly grounds?: readonly string[];
  /** The answers by field: words as they were written, of a choice the option, a day as 2026-03-15. */
  readonly texts: Readonly<Record<string, string>>;
  /** How and when it came, and from whom, where an officer enters it. */
  readonly entered?: EnteredAnswers | undefined;
  /** Whether it was begun from the menu of a message. */
  readonly isOfMessage?: boolean;
  /** To whom it happened, where that is not the author: an account, or what they are called. */
  readonly affected?: { readonly account: Account | undefined; readonly name: string } | undefined;
  /** Who reports it together with the author. */
  readonly together?: TogetherAnswers | undefined;
  /** The breach of a sanction that it is about, and the case in which that was recorded. */
  readonly follows?: { readonly case: CaseId; readonly breach: string } | undefined;
}

export interface Reader {
  readonly person: PersonId;
  readonly name: string;
}

/** Who will read a report, as shown before it is sent. */
export interface ReportPreview {
  readonly kind: "preview";
  /** Of a report that is entered by an officer: from whom it came and when, and whether that officer will handle it. */
  readonly entered?: EnteredView | undefined;
  readonly readers: readonly Reader[];
  /** Others to whom the member may send it instead, where it is about a receiver. */
  readonly alternatives: readonly { readonly key: string; readonly readers: readonly Reader[] }[];
  readonly notes: AuthorNotes;
  /** Where help is, whatever becomes of the report. */
  readonly help?: HelpView | undefined;
  /** That it comes too late, and who decides whether it is taken. */
  readonly late?: LateView | undefined;
  /** Who reports it together with the author, and who of them speaks for all where it is not the author. */
  readonly together?:
    | { readonly names: readonly string[]; readonly spokesperson: string | undefined; readonly confirms: boolean }
    | undefined;
  /** Whether it is about whoever it is from. */
  readonly isSelf?: boolean;
  /** How it is handled otherwise than the rest. */
  readonly flags?: readonly Flag[];
  /** Whether the author chooses who handles it though it is about nobody who would receive it. */
  readonly isOwnChoice?: boolean;
  readonly clause: string;
}

/** What is said of a report that comes too late, before it is sent. */
interface LateView {
  /** The last day, as 2026-03-15. */
  readonly lastDay: string;
  readonly to: Selector;
  readonly isFinal: boolean;
  readonly clause: string;
}

export interface Filed {
  readonly kind: "filed";
  readonly entered?: EnteredView | undefined;
  readonly case: CaseId;
  readonly codeName: string;
  readonly readers: readonly Reader[];
  readonly help: HelpView | undefined;
  /** Proves what was filed, and when; undefined for an officer who enters what came from somebody else. */
  readonly receipt?: Receipt | undefined;
  readonly clause: string;
}

/** The people of whom the form asks "is it about one of these?". */
export function possibleReaders(house: House): readonly Reader[] {
  return receiversOf(house.rulebook, house.roster).map((person) => ({ person, name: nameOf(house, person) }));
}

/** Who would read this report if it were sent now. */
export async function previewReport(
  house: House,
  caller: Account,
  answers: ReportAnswers,
  chosen: string | undefined,
): Promise<ReportPreview | Blocked> {
  const author = await authorOf(house, caller, answers);
  if (isRefusal(author)) return explainFiling(house.rulebook, author);
  const about = await respondentsIn(house, author, answers);
  const follows = await breachReported(house, caller, answers.follows);
  const together = await readTogether(house, answers.together, author.person);
  const affected = await readAffected(house, answers, [author.person, ...about]);
  const way = wayOf(house, author, about, answers, chosen, follows, together, affected);
  if (isRefusal(way)) return explainFiling(house.rulebook, way);
  const { routing, beginning } = way;
  return {
    kind: "preview",
    entered: enteredView(house.rulebook, author, routing),
    readers: way.isAboutEnterer ? [] : readersOf(house, routing.receivers),
    alternatives: routing.alternatives.map(({ key, people }) => ({ key, readers: readersOf(house, people) })),
    notes: authorNotes(house.rulebook, beginning.procedure),
    help: helpView(house.rulebook, beginning.procedure),
    late: way.late,
    flags: way.flags,
    isSelf: answers.relation === "self",
    together: together && {
      names: together.identities.map(({ name }) => name),
      spokesperson: together.identities.find(({ party }) => party === together.speaks)?.name,
      confirms: house.rulebook.intake.report.groups?.confirm_each !== false,
    },
    isOwnChoice: way.isOwnChoice,
    clause: routing.clause,
  };
}

/** Who reads a report, and how its case begins. */
export interface ReportWay {
  readonly routing: Routing;
  readonly beginning: Beginning;
  readonly follows: Follows | undefined;
  readonly late: LateView | undefined;
  /** Who reports it together with the author. */
  readonly together?: Named | undefined;
  /** How it is handled otherwise than the rest. */
  readonly flags: readonly Flag[];
  /** Whether the author chooses who handles it though it is about nobody who would receive it. */
  readonly isOwnChoice: boolean;
  /** Whether it is about whoever enters it: who reads it is not said to them. */
  readonly isAboutEnterer: boolean;
  /** Those whom it names, where it counts as being about the organisation: none of them is a party, and all are kept out of it. */
  readonly concerned?: readonly PersonId[] | undefined;
}

/** Why a report can be filed no more: what it is about is too long ago, or what it had to come before is over. */
function tooLateOf(
  { rulebook }: House,
  answers: ReportAnswers,
  route: Route | undefined,
  received: Temporal.Instant,
): TooLate | LateView | undefined {
  if (route?.until !== undefined) {
    const over = passedFor(rulebook, route.until.before, received);
    if (over === undefined) return undefined;
    const closed = localTime(rulebook, over).toString({ smallestUnit: "minute" });
    return { refused: "event-over", closed, clause: route.until.clause };
  }
  const lateness = latenessOf(rulebook, answers.texts, received);
  if (lateness === undefined) return undefined;
  const { lastDay, clause, late } = lateness;
  if (late === undefined) return { refused: "too-late", lastDay, clause };
  return { lastDay, to: late.to, isFinal: late.final, clause };
}

type TooLate = Extract<Refusal, { refused: "too-late" | "event-over" }>;

export function wayOf(
  house: House,
  author: Author,
  about: readonly PersonId[],
  answers: ReportAnswers,
  chosen: string | undefined,
  follows: Follows | undefined,
  together?: Named,
  affected?: Identity,
): ReportWay | NobodyToReceive | TooLate {
  const { rules, texts } = answers;
  const { rulebook, roster } = house;
  const authors = author.person === undefined ? peopleNamed(house, [author.name]) : [author.person];
  const route = findRoute(rulebook, roster, { rules, about, filers: authors, answers: texts });
  const named = namesakes(house, answers);
  const everybody = [...about, ...named];
  const sufferers = peopleNamedIn(house, affected === undefined ? [] : [affected]);
  const filers = [...authors, ...peopleNamedIn(house, together?.identities ?? []), ...sufferers];
  // Whoever enters a report about themselves has no say in who reads it.
  const mayChoose = author.entered === undefined || !everybody.includes(author.entered.by);
  const flags = flagsOfReport(rulebook, { rules, answers: texts });
  const isFree = mayChoose && answers.relation !== "self" && flags.includes("survivor_centric");
  const { self_disclosure: ownWay } = rulebook.intake.report;
  const isOwn = answers.relation === "self" && ownWay !== undefined;
  const to = isOwn ? { to: [ownWay.to], clause: ownWay.clause } : route;
  const above =
    flags.includes("to_supervisor") && !isOwn
      ? toSupervisor(rulebook, roster, author.person, [...filers, ...everybody])
      : undefined;
  const found = above ?? routeReport(rulebook, roster, filers, everybody, mayChoose ? chosen : undefined, to, isFree);
  if (isRefusal(found)) return found;
  const routing = passingBy(mayChoose ? found : { ...found, alternatives: [] }, author);
  const late = tooLateOf(house, answers, route, author.received);
  if (late !== undefined && isRefusal(late)) return late;
  const own = follows === undefined ? undefined : rulebook.non_compliance?.procedure;
  const isPassing = receiversOf(rulebook, roster).some((person) => [...filers, ...everybody].includes(person));
  return {
    routing,
    flags,
    isOwnChoice: isFree && !isPassing,
    beginning: own === undefined ? beginningOn(rulebook, route) : beginningOf(rulebook, own),
    follows,
    late,
    isAboutEnterer: !mayChoose,
    concerned: route?.treated_as === "organisation" ? everybody : undefined,
  };
}

/** Whoever entered a report and does not read it is kept out of its case: they know its names. */
function passingBy(routing: Routing, { entered }: Author): Routing {
  if (entered === undefined || routing.receivers.includes(entered.by)) return routing;
  return { ...routing, keptOut: [...new Set([...routing.keptOut, entered.by])] };
}

/**
 * Files a report: stored as a whole before anything is answered. The same draft is filed once: a second time tells the case it became.
 * @param chosen which alternative the member chose, where the report is about a receiver
 */
export async function fileReport(
  given: House,
  caller: Account,
  draft: string,
  answers: ReportAnswers,
  chosen: string | undefined,
  delivery: string,
): Promise<Filed | Blocked> {
  const house = await atThisMoment(given);
  const author = await authorOf(house, caller, answers);
  if (isRefusal(author)) return explainFiling(house.rulebook, author);
  const about = await respondentsIn(house, author, answers);
  const follows = await breachReported(house, caller, answers.follows);
  const together = await readTogether(house, answers.together, author.person);
  const affected = await readAffected(house, answers, [author.person, ...about]);
  const way = wayOf(house, author, about, answers, chosen, follows, together, affected);
  if (isRefusal(way)) return explainFiling(house.rulebook, way);
  const { routing, beginning } = way;
  const names = new Map(answers.about.map((account, i) => [about[i], account.name]));
  const identities =
    answers.relation === "self"
      ? [{ party: house.chance.id(), role: "respondent" as const, person: author.person, name: author.name }]
      : [
          ...identitiesOf(house, author, about, names, answers.aboutOthers),
          ...(affected === undefined ? [] : [affected]),
          ...(together?.identities ?? []),
        ];
  const told = withoutConcerned(way.concerned, identities, answers);
  for (;;) {
    const change = opening(house, caller, draft, told.answers, author, { ...way, together }, told.identities, delivery);
    const committed = await house.store.commit(change);
    if (committed === "stale") continue; // the code name was taken: another one
    if (committed === "seen") return alreadyFiled(house, caller, draft);
    house.wakeOutbox();
    house.log.info("case opened", { case: change.opens.codeName, receivers: routing.receivers.length });
    return {
      kind: "filed",
      entered: enteredView(house.rulebook, author, routing),
      case: change.case,
      codeName: change.opens.codeName,
      readers: way.isAboutEnterer ? [] : readersOf(house, routing.receivers),
      help: helpView(house.rulebook, beginning.procedure),
      receipt: author.entered === undefined ? await receiptOfCase(house, change.case) : undefined,
      clause: routing.clause,
    };
  }
}

/** The receipt is made from what is stored, as it is each time that it is checked. */
export async function receiptOfCase(house: House, id: CaseId): Promise<Receipt | undefined> {
  const stored = await house.store.caseById(id);
  return stored === undefined ? undefined : receiptOf(house, stored);
}

/**
 * What is told of a draft that became a case: to whoever filed it the name of the case, to whoever entered it that it is done, and nothing
 * to anybody else. Whom it is about must not learn of it by the draft.
 */
export async function alreadyFiled(house: House, caller: AccountRef, draft: string): Promise<Blocked> {
  const filer = await findPerson(house, caller);
  const found = await house.store.caseOfDraft(draft);
  const stored = found === undefined ? undefined : await house.store.caseById(found.id);
  if (filer === undefined || found === undefined || stored === undefined) return nothingHere;
  const by = stored.entries[0]?.by;
  if (by?.kind === "person" && by.person === filer)
    return { refused: "already-done", unblock: [{ kind: "nothing", as: "done" }] };
  const isFiler = stored.identities.some(
    ({ person, party, role }) =>
      person === filer && (role === "complainant" || (by?.kind === "party" && by.party === party)),
  );
  return isFiler ? explainFiling(house.rulebook, { refused: "already-filed", codeName: found.codeName }) : nothingHere;
}

/** The people it is about, as far as they are known: of a report about oneself its author. */
async function respondentsIn(house: House, author: Author, answers: ReportAnswers): Promise<readonly PersonId[]> {
  if (answers.relation !== "self") return peopleAbout(house, answers);
  return author.person === undefined ? [] : [author.person];
}

export async function peopleAbout(house: House, answers: ReportAnswers): Promise<readonly PersonId[]> {
  const people = await Promise.all(answers.about.map((account) => ensurePerson(house, account)));
  return [...new Set(answers.aboutReceiver === undefined ? people : [...people, answers.aboutReceiver])];
}

/**
 * Those in office whose name stands among those it is about, in words or as the name of an account that nobody has connected with them.
 * They may be somebody else of that name; the report passes them by all the same, whether they would read it or decide on it.
 */
function namesakes(house: House, { about, aboutOthers }: ReportAnswers): readonly PersonId[] {
  return peopleNamed(house, [aboutOthers, ...about.map((account) => account.name)]);
}

/** Those on the author's side, as far as they are known: none of them reads it as an officer. */
function peopleNamedIn(house: House, identities: readonly Identity[]): readonly PersonId[] {
  return identities.flatMap(({ person, name }) => (person === undefined ? peopleNamed(house, [name]) : [person]));
}

/** To whom it happened; undefined where that was not said, or it is somebody who is a party already. */
async function readAffected(
  house: House,
  { affected, relation }: ReportAnswers,
  parties: readonly (PersonId | undefined)[],
): Promise<Identity | undefined> {
  if (affected === undefined || relation === "self" || relation === "affected") return undefined;
  const person = affected.account === undefined ? undefined : await ensurePerson(house, affected.account);
  if (person !== undefined && parties.includes(person)) return undefined;
  const name = (person === undefined ? undefined : house.people.get(person)?.name) ?? affected.name;
  return { party: house.chance.id(), role: "affected", person, name };
}

/** Those of the roster whose name stands in one of these texts. */
function peopleNamed(house: House, texts: readonly string[]): readonly PersonId[] {
  return [...house.people.keys()].filter((person) => texts.some((text) => isNamed(text, nameOf(house, person))));
}

export function identitiesOf(
  house: House,
  { person, name }: Author,
  about: readonly PersonId[],
  names: ReadonlyMap<PersonId | undefined, string>,
  others: string,
): readonly Identity[] {
  const respondents = about.map((each): Identity => ({
    party: house.chance.id(),
    role: "respondent",
    person: each,
    name: house.people.get(each)?.name ?? names.get(each) ?? "?",
  }));
  const named: readonly Identity[] =
    others.trim() === ""
      ? []
      : [{ party: house.chance.id(), role: "respondent", person: undefined, name: others.trim() }];
  return [{ party: house.chance.id(), role: "complainant", person, name }, ...respondents, ...named];
}

export function opening(
  house: House,
  caller: Account,
  draft: string,
  answers: ReportAnswers,
  { entered, received: since, isAnonymous }: Author,
  { routing, beginning, follows, late, together: named, concerned = [] }: ReportWay,
  identities: readonly Identity[],
  delivery: string | undefined,
): Change & { readonly opens: NonNullable<Change["opens"]> } {
  const { rulebook, roster, chance } = house;
  const id = chance.id();
  const codeName = chance.codeName();
  const statement = chance.id();
  const people = identities.flatMap((identity) => identity.person ?? []);
  const { rules, texts } = answers;
  const flags = flagsOfReport(rulebook, { rules, answers: texts });
  const together = named === undefined ? undefined : togetherEntry(named, identities[0]?.party ?? "");
  const members = together?.members ?? [];
  const waiting = rulebook.intake.report.groups?.confirm_each === false ? [] : members;
  const received: Entry = {
    kind: "received",
    // From where somebody writes who gives no name is nobody's business.
    origin: isAnonymous === true ? (house.platforms()[0]?.name ?? caller.platform) : caller.platform,
    ...(isAnonymous === true ? { isAnonymous } : {}),
    procedure: beginning.procedure,
    startsAt: beginning.stage,
    relation: answers.relation,
    rules,
    statement,
    parties: identities
      .filter((identity) => !waiting.some((each) => each.party === identity.party))
      .map(({ party, role, person }): PartyEntry => ({ party, role, hasAccount: person !== undefined })),
    handlers: routing.receivers,
    keptOut: [...new Set([...routing.keptOut, ...namesakes(house, answers), ...concerned])],
    partyInBody: findPartyInBody(rulebook, roster, people),
    ...(entered === undefined ? {} : { entered: { how: entered.how, received: since } }),
    ...(late === undefined ? {} : { isLate: true }),
    follows,
    flags,
    grounds: answers.grounds ?? [],
    together,
  };
  const { party: from = "", role = "complainant" } = identities[0] ?? {};
  const by: Actor = entered === undefined ? { kind: "party", party: from } : { kind: "person", person: entered.by };
  const told: readonly Entry[] =
    entered === undefined
      ? []
      : [
          {
            kind: "notice-sent",
            notice: chance.id(),
            to: { kind: "party", party: from, role },
            subject: { kind: "entered", how: entered.how, on: localDay(rulebook, since).toString() },
          },
        ];
  const urgent = flags.includes("urgent") ? urgentNotices(routing.receivers, false, () => chance.id()) : [];
  const at = house.clock.now();
  const added = [...told, ...askTogether(members, () => chance.id()), ...urgent];
  const entries = [received, ...added].map((entry, i): Recorded => ({ version: i + 1, at, by, entry }));
  const current = foldCase({ id, codeName, entries });
  return {
    delivery,
    case: id,
    opens: { codeName, rulebook: house.rulebookHash, draft },
    expected: 0,
    entries,
    identities,
    words: [{ id: statement, text: JSON.stringify(texts) }],
    isClosed: false,
    handlers: routing.receivers,
    wakes: wakesOf(rulebook, current),
    clears: [],
    recuses: [],
    effects: effectsOf(house, rulebook, undefined, current, [received, ...added], people),
  };
}

export function readersOf(house: House, people: readonly PersonId[]): readonly Reader[] {
  return people.map((person) => ({ person, name: nameOf(house, person) }));
}
