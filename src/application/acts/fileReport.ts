import { foldCase } from "../../domain/case/case.ts";
import type { Entry, PartyEntry, Recorded, Relation } from "../../domain/case/entry.ts";
import type { Follows } from "../../domain/case/sanctionEntries.ts";
import { localTime } from "../../domain/deadlines/calendar.ts";
import { wakesOf } from "../../domain/deadlines/due.ts";
import { passedFor } from "../../domain/deadlines/programmes.ts";
import { latenessOf } from "../../domain/deadlines/timeBar.ts";
import type { CaseId, PersonId, RuleId } from "../../domain/identity.ts";
import { authorNotes } from "../../domain/parties/authorIsTold.ts";
import type { AuthorNotes } from "../../domain/parties/authorIsTold.ts";
import { isNamed } from "../../domain/parties/findNames.ts";
import { findPartyInBody, receiversOf, routeReport } from "../../domain/parties/receivers.ts";
import type { NobodyToReceive, Routing } from "../../domain/parties/receivers.ts";
import { beginningOf, beginningOn, findRoute } from "../../domain/parties/routes.ts";
import type { Beginning, Route } from "../../domain/parties/routes.ts";
import { isRefusal } from "../../domain/refusal.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { explainFiling } from "../../domain/why/why.ts";
import type { Selector } from "../../rulebook/schema/vocabulary.ts";
import { effectsOf } from "../effects.ts";
import { atThisMoment, ensurePerson, nameOf } from "../house.ts";
import type { House } from "../house.ts";
import type { Account, Change, Identity } from "../ports.ts";
import { helpView } from "../views/helpView.ts";
import type { HelpView } from "../views/helpView.ts";
import { breachReported } from "./keepSanctions.ts";

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
  /** The answers by field: words as they were written, of a choice the option, a day as 2026-03-15. */
  readonly texts: Readonly<Record<string, string>>;
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
  readonly readers: readonly Reader[];
  /** Others to whom the member may send it instead, where it is about a receiver. */
  readonly alternatives: readonly { readonly key: string; readonly readers: readonly Reader[] }[];
  readonly notes: AuthorNotes;
  /** That it comes too late, and who decides whether it is taken. */
  readonly late?: LateView | undefined;
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
  readonly case: CaseId;
  readonly codeName: string;
  readonly readers: readonly Reader[];
  readonly help: HelpView | undefined;
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
  const filer = await ensurePerson(house, caller);
  const about = await peopleAbout(house, answers);
  const follows = await breachReported(house, caller, answers.follows);
  const way = wayOf(house, filer, about, answers, chosen, follows);
  if (isRefusal(way)) return explainFiling(house.rulebook, way);
  const { routing, beginning } = way;
  return {
    kind: "preview",
    readers: readersOf(house, routing.receivers),
    alternatives: routing.alternatives.map(({ key, people }) => ({ key, readers: readersOf(house, people) })),
    notes: authorNotes(house.rulebook, beginning.procedure),
    late: way.late,
    clause: routing.clause,
  };
}

/** Who reads a report, and how its case begins. */
interface ReportWay {
  readonly routing: Routing;
  readonly beginning: Beginning;
  readonly follows: Follows | undefined;
  readonly late: LateView | undefined;
}

/** Why a report can be filed no more: what it is about is too long ago, or what it had to come before is over. */
function tooLateOf(house: House, answers: ReportAnswers, route: Route | undefined): TooLate | LateView | undefined {
  const { rulebook } = house;
  const now = house.clock.now();
  if (route?.until !== undefined) {
    const over = passedFor(rulebook, route.until.before, now);
    if (over === undefined) return undefined;
    const closed = localTime(rulebook, over).toString({ smallestUnit: "minute" });
    return { refused: "event-over", closed, clause: route.until.clause };
  }
  const lateness = latenessOf(rulebook, answers.texts, now);
  if (lateness === undefined) return undefined;
  const { lastDay, clause, late } = lateness;
  if (late === undefined) return { refused: "too-late", lastDay, clause };
  return { lastDay, to: late.to, isFinal: late.final, clause };
}

type TooLate = Extract<Refusal, { refused: "too-late" | "event-over" }>;

function wayOf(
  house: House,
  filer: PersonId,
  about: readonly PersonId[],
  answers: ReportAnswers,
  chosen: string | undefined,
  follows: Follows | undefined,
): ReportWay | NobodyToReceive | TooLate {
  const { rules, texts } = answers;
  const { rulebook, roster } = house;
  const route = findRoute(rulebook, roster, { rules, about, answers: texts });
  const named = namesakes(house, answers);
  const routing = routeReport(rulebook, roster, filer, [...about, ...named], chosen, route);
  if (isRefusal(routing)) return routing;
  const late = tooLateOf(house, answers, route);
  if (late !== undefined && isRefusal(late)) return late;
  const own = follows === undefined ? undefined : rulebook.non_compliance?.procedure;
  return {
    routing,
    beginning: own === undefined ? beginningOn(rulebook, route) : beginningOf(rulebook, own),
    follows,
    late,
  };
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
  const filer = await ensurePerson(house, caller);
  const about = await peopleAbout(house, answers);
  const follows = await breachReported(house, caller, answers.follows);
  const way = wayOf(house, filer, about, answers, chosen, follows);
  if (isRefusal(way)) return explainFiling(house.rulebook, way);
  const { routing, beginning } = way;
  const names = new Map(answers.about.map((account, i) => [about[i], account.name]));
  const identities = identitiesOf(house, { person: filer, name: caller.name }, about, names, answers.aboutOthers);
  for (;;) {
    const change = opening(house, caller, draft, answers, way, identities, delivery);
    const committed = await house.store.commit(change);
    if (committed === "stale") continue; // the code name was taken: another one
    if (committed === "seen") return alreadyFiled(house, filer, draft);
    house.wakeOutbox();
    house.log.info("case opened", { case: change.opens.codeName, receivers: routing.receivers.length });
    return {
      kind: "filed",
      case: change.case,
      codeName: change.opens.codeName,
      readers: readersOf(house, routing.receivers),
      help: helpView(house.rulebook, beginning.procedure),
      clause: routing.clause,
    };
  }
}

/** To nobody but whoever filed it: whom it is about must not learn of it by the draft. */
async function alreadyFiled(house: House, filer: PersonId, draft: string): Promise<Blocked> {
  const found = await house.store.caseOfDraft(draft);
  const stored = found === undefined ? undefined : await house.store.caseById(found.id);
  const isFiler = stored?.identities.some(({ person, role }) => person === filer && role === "complainant");
  if (found === undefined || isFiler !== true) return nothingHere;
  return explainFiling(house.rulebook, { refused: "already-filed", codeName: found.codeName });
}

async function peopleAbout(house: House, answers: ReportAnswers): Promise<readonly PersonId[]> {
  const people = await Promise.all(answers.about.map((account) => ensurePerson(house, account)));
  return [...new Set(answers.aboutReceiver === undefined ? people : [...people, answers.aboutReceiver])];
}

/**
 * Those in office whose name stands among those it is about, in words or as the name of an account that nobody has connected with them.
 * They may be somebody else of that name; the report passes them by all the same, whether they would read it or decide on it.
 */
function namesakes(house: House, { about, aboutOthers }: ReportAnswers): readonly PersonId[] {
  const texts = [aboutOthers, ...about.map((account) => account.name)];
  return [...house.people.keys()].filter((person) => texts.some((text) => isNamed(text, nameOf(house, person))));
}

function identitiesOf(
  house: House,
  filer: { readonly person: PersonId; readonly name: string },
  about: readonly PersonId[],
  names: ReadonlyMap<PersonId | undefined, string>,
  others: string,
): readonly Identity[] {
  const respondents = about.map((person): Identity => ({
    party: house.chance.id(),
    role: "respondent",
    person,
    name: house.people.get(person)?.name ?? names.get(person) ?? "?",
  }));
  const named: readonly Identity[] =
    others.trim() === ""
      ? []
      : [{ party: house.chance.id(), role: "respondent", person: undefined, name: others.trim() }];
  return [{ party: house.chance.id(), role: "complainant", ...filer }, ...respondents, ...named];
}

function opening(
  house: House,
  caller: Account,
  draft: string,
  answers: ReportAnswers,
  { routing, beginning, follows, late }: ReportWay,
  identities: readonly Identity[],
  delivery: string,
): Change & { readonly opens: NonNullable<Change["opens"]> } {
  const { rulebook, roster, chance } = house;
  const id = chance.id();
  const codeName = chance.codeName();
  const statement = chance.id();
  const people = identities.flatMap((identity) => identity.person ?? []);
  const { rules, texts } = answers;
  const received: Entry = {
    kind: "received",
    origin: caller.platform,
    procedure: beginning.procedure,
    startsAt: beginning.stage,
    relation: answers.relation,
    rules,
    statement,
    parties: identities.map(({ party, role, person }): PartyEntry => ({
      party,
      role,
      hasAccount: person !== undefined,
    })),
    handlers: routing.receivers,
    keptOut: [...new Set([...routing.keptOut, ...namesakes(house, answers)])],
    partyInBody: findPartyInBody(rulebook, roster, people),
    ...(late === undefined ? {} : { isLate: true }),
    follows,
  };
  const complainant = identities[0]?.party ?? "";
  const recorded: Recorded = {
    version: 1,
    at: house.clock.now(),
    by: { kind: "party", party: complainant },
    entry: received,
  };
  const current = foldCase({ id, codeName, entries: [recorded] });
  return {
    delivery,
    case: id,
    opens: { codeName, rulebook: house.rulebookHash, draft },
    expected: 0,
    entries: [recorded],
    identities,
    words: [{ id: statement, text: JSON.stringify(texts) }],
    isClosed: false,
    handlers: routing.receivers,
    wakes: wakesOf(rulebook, current),
    clears: [],
    recuses: [],
    effects: effectsOf(house, rulebook, undefined, current, [received], people),
  };
}

function readersOf(house: House, people: readonly PersonId[]): readonly Reader[] {
  return people.map((person) => ({ person, name: nameOf(house, person) }));
}
