import { foldCase } from "../../domain/case/foldCase.ts";
import { localDay } from "../../domain/deadlines/calendar.ts";
import type { PersonId } from "../../domain/identity.ts";
import { factsOfCounted } from "../../domain/intake/counted.ts";
import type { CaseFacts } from "../../domain/records/facts.ts";
import { periodNow, publishTable } from "../../domain/records/statistics.ts";
import type { PublishedTable } from "../../domain/records/statistics.ts";
import { holdersOf } from "../../domain/roster.ts";
import { notForYou, nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Selector } from "../../rulebook/schema/vocabulary.ts";
import { readFactsOf } from "../anonymise.ts";
import { findPerson, nameOf } from "../house.ts";
import type { House } from "../house.ts";
import type { AccountRef } from "../person.ts";
import type { Given } from "../recordPorts.ts";

/** So many periods that are over can be asked for. */
const PERIODS = 5;

/** Somebody to whom numbers or cases without names may be given. */
export interface Recipient {
  /** "external:ths", as the rulebook writes it. */
  readonly id: string;
  /** What somebody outside is called; undefined for a body or an office, which the language names. */
  readonly label: string | undefined;
}

/** That something was given, and by whom. */
interface GivenLine extends Omit<Given, "to" | "by"> {
  readonly to: Recipient;
  readonly by: string;
}

/** The numbers of one period, for whoever may read them. */
export interface StatisticsView {
  readonly kind: "statistics";
  readonly organisation: string;
  readonly table: PublishedTable;
  readonly isAcademic: boolean;
  /** The periods that are over, the last first. */
  readonly periods: readonly string[];
  /** To whom whoever reads it may give it; nobody for those to whom it is given. */
  readonly recipients: readonly Recipient[];
  readonly given: readonly GivenLine[];
  readonly clause: string;
}

const textOf = (selector: Selector) => (selector.kind === "anyone" ? "anyone" : `${selector.kind}:${selector.id}`);

export function recipientOf({ externals }: Rulebook, selector: Selector): Recipient {
  const label = selector.kind === "external" ? (externals[selector.id]?.label ?? selector.id) : undefined;
  return { id: textOf(selector), label };
}

/** As what somebody reads numbers: answerable for the records, or one of those to whom they are given. */
async function readerOf(house: House, caller: AccountRef): Promise<{ person: PersonId; isOwner: boolean } | undefined> {
  const rule = house.rulebook.records.statistics;
  const person = rule === undefined ? undefined : await findPerson(house, caller);
  if (rule === undefined || person === undefined) return undefined;
  const isOf = (selector: Selector) => holdersOf(house.rulebook, house.roster, selector).includes(person);
  const isOwner = isOf(house.rulebook.records.owner);
  return isOwner || rule.share_with.some(isOf) ? { person, isOwner } : undefined;
}

/** The periods that are over, the last first: of the present one nothing is told. */
function periodsOf(house: House): readonly string[] {
  const rule = house.rulebook.records.statistics;
  if (rule === undefined) return [];
  const now = Number.parseInt(periodNow(house.rulebook, rule, house.clock.now()), 10);
  return Array.from({ length: PERIODS }, (_, i) => String(now - 1 - i));
}

/**
 * The numbers of a period that is over. Somebody to whom the rulebook gives none is answered as if there were nothing.
 * @param period 2026; the last one when it is empty
 */
export async function openStatistics(
  house: House,
  caller: AccountRef,
  period: string,
): Promise<StatisticsView | Blocked> {
  const reader = await readerOf(house, caller);
  const rule = house.rulebook.records.statistics;
  const periods = periodsOf(house);
  const chosen = period === "" ? periods[0] : period;
  if (reader === undefined || rule === undefined) return notForYou;
  if (chosen === undefined || !periods.includes(chosen)) return nothingHere;
  const given = reader.isOwner ? await house.store.keptRecords("given") : [];
  return {
    kind: "statistics",
    organisation: house.rulebook.organisation.name,
    table: await tableOf(house, chosen),
    isAcademic: rule.dimensions.includes("academic_year"),
    periods,
    recipients: reader.isOwner ? rule.share_with.map((selector) => recipientOf(house.rulebook, selector)) : [],
    given: given
      .filter(({ value }) => value.what === "statistics")
      .slice(-PERIODS)
      .map(({ value }) => lineOf(house, value)),
    clause: rule.clause ?? house.rulebook.records.clause,
  };
}

function lineOf(house: House, { what, to, period, by, on }: Given): GivenLine {
  const [kind, id] = to.split(":");
  const label = kind === "external" ? (house.rulebook.externals[id ?? ""]?.label ?? id) : undefined;
  return { what, to: { id: to, label }, period, by: nameOf(house, by), on };
}

/** The numbers of a period: made once, and the same for everybody from then on, whatever is closed or anonymised later. */
async function tableOf(house: House, period: string): Promise<PublishedTable> {
  const rule = house.rulebook.records.statistics;
  if (rule === undefined) throw new Error("Numbers were asked for that the rulebook does not know of.");
  const first = async () =>
    (await house.store.keptRecords("table")).find(({ value }) => value.period === period)?.value;
  const known = await first();
  if (known !== undefined) return known;
  const value = publishTable(rule, period, await allFacts(house));
  await house.store.keepRecord({ id: house.chance.id(), at: house.clock.now(), kind: "table", value });
  // Two who ask at the same moment are told the same.
  return (await first()) ?? value;
}

/** The facts of every case that is over, anonymised or not. */
async function allFacts(house: House): Promise<readonly CaseFacts[]> {
  const kept = await house.store.keptRecords("facts");
  const facts: CaseFacts[] = kept.map(({ value }) => value);
  for (const id of await house.store.closedCases()) {
    // oxlint-disable no-await-in-loop -- one after the other, once for each period
    const stored = await house.store.caseById(id);
    if (stored === undefined) continue;
    const current = foldCase(stored);
    if (!current.records.isErased) facts.push(await readFactsOf(house, house.rulebookOf(stored.rulebook), current));
    // oxlint-enable no-await-in-loop
  }
  return [...facts, ...factsOfCounted(house.rulebook, await house.store.countedReports())];
}

/** The numbers of a period as they were given to somebody. */
export interface GivenStatistics {
  readonly kind: "given-statistics";
  readonly to: Recipient;
  readonly view: StatisticsView;
}

/** Gives the numbers of a period to one of those whom the rulebook names: that it was done, by whom and when, is kept. */
export async function giveStatistics(
  house: House,
  caller: AccountRef,
  period: string,
  to: string,
): Promise<GivenStatistics | Blocked> {
  const reader = await readerOf(house, caller);
  const view = await openStatistics(house, caller, period);
  if (reader === undefined) return notForYou;
  if ("refused" in view) return view;
  const recipient = view.recipients.find(({ id }) => id === to);
  if (recipient === undefined) return nothingHere;
  await keepGiven(house, { what: "statistics", to, period: view.table.period, by: reader.person });
  return { kind: "given-statistics", to: recipient, view };
}

async function keepGiven(house: House, given: Omit<Given, "on">): Promise<void> {
  const at = house.clock.now();
  const on = localDay(house.rulebook, at).toString();
  await house.store.keepRecord({ id: house.chance.id(), at, kind: "given", value: { ...given, on } });
}

/** The cases without names that are handed out regularly. */
export interface CasesExport {
  readonly kind: "cases-export";
  readonly cases: readonly CaseFacts[];
  readonly to: readonly Recipient[];
  /** When it was handed out last, as 2026-03-20. */
  readonly last: string | undefined;
  readonly clause: string;
}

/** Opens what would be handed out, for those who look at it first. How many cases wait is not said: some are not for whoever looks. */
export async function openExport(house: House, caller: AccountRef): Promise<CasesExport | Blocked> {
  const person = await findPerson(house, caller);
  const [rule] = house.rulebook.records.exports;
  const mayLook =
    rule !== undefined &&
    person !== undefined &&
    holdersOf(house.rulebook, house.roster, rule.confirm).includes(person);
  if (rule === undefined || !mayLook) return notForYou;
  const [kept, given] = await Promise.all([house.store.keptRecords("facts"), house.store.keptRecords("given")]);
  return {
    kind: "cases-export",
    cases: kept.map(({ value }) => value).toSorted((a, b) => Number.parseInt(a.year, 10) - Number.parseInt(b.year, 10)),
    to: rule.to.map((selector) => recipientOf(house.rulebook, selector)),
    last: given.filter(({ value }) => value.what === "cases").at(-1)?.value.on,
    clause: house.rulebook.records.retention["case"]?.clause ?? house.rulebook.records.clause,
  };
}

/** Hands them out: who looked at them, to whom they go, and when is kept. */
export async function confirmExport(house: House, caller: AccountRef): Promise<CasesExport | Blocked> {
  const view = await openExport(house, caller);
  const person = await findPerson(house, caller);
  if ("refused" in view) return view;
  if (person === undefined || view.cases.length === 0) return nothingHere;
  const day = localDay(house.rulebook, house.clock.now());
  for (const { id: to } of view.to)
    // oxlint-disable-next-line no-await-in-loop -- few
    await keepGiven(house, { what: "cases", to, period: String(day.year), by: person });
  return view;
}
