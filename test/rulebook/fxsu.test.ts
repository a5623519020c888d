import { readFileSync } from "node:fs";

import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import { entriesOf, findEntry } from "../../src/domain/code/entries.ts";
import { noticeBefore, windowAfter } from "../../src/domain/deadlines/window.ts";
import { loadRoster } from "../../src/rulebook/loadRoster.ts";
import { loadRulebook } from "../../src/rulebook/loadRulebook.ts";
import type { Span } from "../../src/rulebook/schema/vocabulary.ts";
import { rulebookOf } from "../fakes/kth.ts";
import { requirements } from "../requirements/answers.ts";

const text = readFileSync("src/rulebooks/fxsu.yaml", "utf8");
const rulebook = rulebookOf(text);
const rows = requirements.filter(({ id }) => id.startsWith("F"));
/** "9.21" of "9.21 Evidence one week before", "Amendment" of "Amending bye-laws (jointly)" and of what these must not contradict. */
const clauseOf = (ref: string) => (ref.split(" ")[0] ?? "").replace(/^(Amending|Bye-laws)$/, "Amendment");

test("the bye-laws load without a fault, and what they leave open is asked in so many questions as there are", () => {
  const loaded = loadRulebook(text);
  expect(loaded.kind).toBe("loaded");
  expect(loaded.kind === "loaded" && loaded.questions.length).toBe(rulebook.document.unconfirmed.length);
});

test("in the union that one tries them out with every office is held", () => {
  const roster = loadRoster(readFileSync("src/rulebooks/fxsu.roster.yaml", "utf8"), rulebook);
  const held = roster.kind === "loaded" ? roster.people.flatMap(({ offices }) => offices) : [];
  expect(Object.keys(rulebook.offices).filter((office) => !held.includes(office))).toEqual([]);
});

test.each([
  ["what nobody is asked of", "campus: exeter", 'there is no attribute "campus"; there are: institution'],
  ["what it cannot be", "institution: truro", 'there is no value of institution "truro"; there are: falmouth, exeter'],
])("a roster that says of somebody %s is refused, and so is a university that is for those", (_, so, answer) => {
  const roster = loadRoster(`people:\n  - { name: A, attributes: { ${so} }, slack: U1 }\n`, rulebook);
  expect(roster.kind === "refused" && roster.complaints.map(({ message }) => message)).toEqual([answer]);
  const other = loadRulebook(text.replace("of: { institution: exeter }", `of: { ${so} }`));
  expect(other.kind === "refused" && other.complaints.map(({ message }) => message)).toEqual([answer]);
});

test("every clause that a rule of the catalogue is of can be looked up with /code, and no other stands there", () => {
  expect(rows).toHaveLength(286);
  const clauses = [...new Set(rows.map(({ ref }) => clauseOf(ref)))];
  expect(clauses.filter((clause) => findEntry(rulebook.code, clause) === undefined)).toEqual([]);
  expect(
    entriesOf(rulebook.code)
      .map(({ clause }) => clause)
      .filter((clause) => !clauses.includes(clause)),
  ).toEqual([]);
});

const at = (moment: string) => Temporal.PlainDateTime.from(moment).toZonedDateTime("Europe/London").toInstant();
const { complaint, discipline } = rulebook.procedures;

const target = (id: string) => {
  const stage = complaint?.stages[id] ?? discipline?.stages[id];
  return stage === undefined || stage.kind === "closed" ? undefined : stage.target?.within;
};
const windowOf = (id: string) => {
  const window = rulebook.challenges[id]?.window;
  return typeof window === "object" && "within" in window ? window.within : undefined;
};
const { limitation } = rulebook.intake.report;
const late = limitation === "none" ? undefined : limitation.within;
const profile = (id: string) => rulebook.hearings?.profiles[id];

/** The length of time of a rule. Throws where there is none. */
function given(span: Span | undefined): Span {
  if (span === undefined) throw new Error("No length of time stands there.");
  return span;
}

describe("its times end on the days that the bye-laws mean", () => {
  test.each([
    ["F137", "a complaint comes within three months", late, "2026-10-15", "2027-01-15"],
    ["F137", "also over a short month", late, "2026-11-30", "2027-02-28"],
    ["F142", "it aims to be done within 30 days", complaint?.limit?.within, "2026-10-15", "2026-11-14"],
    ["F207", "it is assessed within two weeks", target("assess"), "2026-10-15", "2026-10-29"],
    ["F208", "Stage 1 takes four weeks", target("stage1"), "2026-10-29", "2026-11-26"],
    ["F209", "a panel comes together within six weeks", target("stage2"), "2026-12-08", "2027-01-19"],
    ["F212", "the outcome is told within a week", profile("normal")?.outcome, "2027-01-18", "2027-01-25"],
    [
      "F233",
      "of one that was put off a week after it was held",
      profile("normal")?.outcome,
      "2027-01-25",
      "2027-02-01",
    ],
    ["F218", "of an urgent one within a week as well", profile("urgent")?.outcome, "2027-01-18", "2027-01-25"],
    ["F172", "the stages can be asked for within two weeks", windowOf("to_stages"), "2026-10-29", "2026-11-12"],
    ["F213", "and each further stage", windowOf("to_stage2"), "2026-11-26", "2026-12-10"],
    ["F254", "ten working days leave out bank holidays", windowOf("committee_appeal"), "2026-12-18", "2027-01-06"],
    ["F277", "and Easter", windowOf("hearing_appeal"), "2026-04-01", "2026-04-17"],
    ["F255", "a hearing is within 20 working days", target("discipline_hearing"), "2027-03-08", "2027-04-07"],
  ])("[%s] %s", (_row, _says, span, from, until) => {
    expect(windowAfter(rulebook, at(`${from}T10:00`), given(span)).lastDay.toString()).toBe(until);
  });

  test.each([
    ["F210", "of a hearing one is told two weeks before", profile("normal")?.notice, "2027-01-18", "2027-01-04"],
    ["F211", "evidence is there a week before", profile("normal")?.evidence, "2027-01-18", "2027-01-11"],
    ["F218", "of an urgent one three working days before", profile("urgent")?.notice, "2027-01-18", "2027-01-13"],
    ["F218", "with evidence a working day before", profile("urgent")?.evidence, "2027-01-18", "2027-01-15"],
    ["F233", "what is put off is counted from the new day", profile("normal")?.evidence, "2027-01-25", "2027-01-18"],
    ["F282", "of an appeal one is told ten working days before", profile("appeal")?.notice, "2027-04-14", "2027-03-31"],
  ])("[%s] %s", (_row, _says, span, on, until) => {
    expect(noticeBefore(rulebook, at(`${on}T10:00`), given(span)).lastDay.toString()).toBe(until);
  });

  test("[F214] more time is offered where a window ends in a vacation, and none is given silently", () => {
    const { count, lastDay } = windowAfter(rulebook, at("2026-12-10T10:00"), given(windowOf("to_stage2")));
    expect(lastDay.toString()).toBe("2026-12-24");
    expect("offer" in count && count.offer).toMatchObject({ vacation: "Christmas vacation" });
  });
});
