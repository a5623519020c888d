import { localDay } from "../../domain/deadlines/calendar.ts";
import type { RuleId } from "../../domain/identity.ts";
import { mayReceive } from "../../domain/intake/anonymous.ts";
import { readsCounted } from "../../domain/intake/counted.ts";
import type { CountedReport } from "../../domain/intake/counted.ts";
import { findMentions, findNames } from "../../domain/parties/findNames.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { findPerson } from "../house.ts";
import type { House } from "../house.ts";
import type { AccountRef } from "../person.ts";
import { personName } from "../personName.ts";
import { kindsOf } from "./readCaseFile.ts";

/** Anonymous reports as those see them who receive reports. */
export interface CountedList {
  readonly kind: "counted-list";
  readonly waiting: readonly Pick<CountedReport, "id" | "codeName" | "day">[];
  readonly clause: string;
}

/** An anonymous report with its words. */
export interface CountedView {
  readonly kind: "counted-report";
  readonly report: Pick<CountedReport, "id" | "codeName" | "day">;
  readonly rules: readonly RuleId[];
  readonly texts: Readonly<Record<string, string>>;
  /** Which of the answers are options of a choice, and which are days. */
  readonly kinds: Readonly<Record<string, "choice" | "day">>;
  readonly names: readonly string[];
  /** Who has read it, the first first. */
  readonly readers: readonly string[];
  readonly clause: string;
}

/** What somebody counts an anonymous report as. */
export interface CountedText {
  readonly rules: readonly RuleId[];
  readonly summary: string;
}

export interface Counted {
  readonly kind: "done";
  readonly codeName: string;
}

/** Reading anonymous reports that are only counted, and counting them. */
export function countedActs(house: House) {
  return {
    listCounted: (caller: AccountRef) => listCounted(house, caller),
    openCounted: (caller: AccountRef, ref: string) => openCounted(house, caller, ref),
    codeCounted: (caller: AccountRef, ref: string, text: CountedText) => codeCounted(house, caller, ref, text),
  };
}

/** Nothing for somebody who receives no reports. */
async function listCounted(house: House, caller: AccountRef): Promise<CountedList | Blocked> {
  const { rulebook, roster } = house;
  const person = await findPerson(house, caller);
  if (person === undefined || !mayReceive(rulebook, roster, person)) return nothingHere;
  const reports = await house.store.countedReports();
  return {
    kind: "counted-list",
    waiting: reports.filter((each) => each.state.kind === "waiting" && readsCounted(rulebook, roster, each, person)),
    clause: rulebook.intake.report.clause,
  };
}

/** @param ref the id of the report, or its code name */
async function findCounted(house: House, caller: AccountRef, ref: string) {
  const person = await findPerson(house, caller);
  const report = (await house.store.countedReports()).find(({ id, codeName }) => id === ref || codeName === ref.trim());
  if (person === undefined || report === undefined || report.state.kind !== "waiting") return undefined;
  if (!readsCounted(house.rulebook, house.roster, report, person)) return undefined;
  return { person, report, words: report.state };
}

/** Opens a report; that it was read is kept, and who has is told to those who read it. */
async function openCounted(house: House, caller: AccountRef, ref: string): Promise<CountedView | Blocked> {
  const found = await findCounted(house, caller, ref);
  if (found === undefined) return nothingHere;
  const { report, words, person } = found;
  const of = { counted: report.id };
  const what = { kind: "text", statement: report.id } as const;
  await house.store.recordReading(of, { reader: person, at: house.clock.now(), as: "handler", what });
  const readers = [...new Set((await house.store.readings(of)).map(({ reader }) => reader))];
  const { rules, texts, names } = words;
  const { clause } = house.rulebook.intake.report;
  return {
    kind: "counted-report",
    report,
    rules,
    texts,
    kinds: kindsOf(house.rulebook),
    names,
    clause,
    readers: await Promise.all(readers.map((each) => personName(house, each))),
  };
}

/** Counts a report and destroys its words. What others may read may name nobody. */
async function codeCounted(
  house: House,
  caller: AccountRef,
  ref: string,
  { rules, summary }: CountedText,
): Promise<Counted | Blocked> {
  const found = await findCounted(house, caller, ref);
  if (found === undefined) return nothingHere;
  const { person, report, words } = found;
  const { clause } = house.rulebook.intake.report;
  const everybody = [...[...house.people.values()].map(({ name }) => name), ...words.names];
  const named = [...findNames(summary, everybody), ...findMentions(summary)];
  if (named.length > 0)
    return {
      refused: "names-somebody",
      found: named,
      clause,
      unblock: [{ kind: "enter", what: "pseudonyms" }],
    };
  const on = localDay(house.rulebook, house.clock.now()).toString();
  const choices = choicesIn(house, words.texts);
  const isCoded = await house.store.codeCounted(report.id, {
    rules,
    grounds: words.grounds,
    choices,
    summary: summary.trim(),
    by: person,
    on,
  });
  if (!isCoded) return { refused: "already-done", unblock: [{ kind: "nothing", as: "done" }] };
  house.log.info("an anonymous report was counted", { report: report.codeName });
  return { kind: "done", codeName: report.codeName };
}

/** Of the answers those that are options: nothing that was written. */
function choicesIn({ rulebook }: House, texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const chosen = rulebook.intake.report.fields.filter(({ type, id }) => type === "choice" && (texts[id] ?? "") !== "");
  return Object.fromEntries(chosen.map(({ id }) => [id, texts[id] ?? ""]));
}
