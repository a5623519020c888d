import { globSync, readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { differenceLine, differencesOf } from "../../../src/domain/versions/differences.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import { kth, kthText, kthWith, rulebookOf } from "../../fakes/kth.ts";

const linesOf = (changed: Rulebook, was = kth) =>
  differencesOf(was, changed, { isProposed: true }).map((difference) => differenceLine(difference, "Memo"));

const SANCTION_VOTE = `  sanction:
    clause: "4.1"
    method: motion
    electorate: body:board
`;
const MAJORITY = "    majority: { fraction: 2/3, of: votes_cast, strict: false }\n";
const QUORUM = "    quorum:\n      present: 5\n";
const INCLUDING = '      including: [{ from: "body:presidency", at_least: 1 }]\n';
const HEAD = `${SANCTION_VOTE}${MAJORITY}${QUORUM}${INCLUDING}      recused_count: false\n`;
const WARNING = `  warning:
    clause: "6.2"
    kind: dated
    lasts: 365d
    from: decision.made
`;
const inVote = (was: string, is: string): readonly [string, string] => [HEAD, HEAD.replace(was, is)];
const inWarning = (was: string, is: string): readonly [string, string] => [WARNING, WARNING.replace(was, is)];

test.each<readonly [what: string, change: readonly [was: string, is: string], lines: readonly string[]]>([
  [
    "a share",
    inVote("2/3", "3/4"),
    [
      "Memo 4.1: the majority of the vote “sanction” was two thirds of the votes cast; it would be three quarters of the votes cast.",
    ],
  ],
  [
    "a share that has to be exceeded",
    inVote("fraction: 2/3, of: votes_cast, strict: false", "fraction: 1/2, of: all_members, strict: true"),
    [
      "Memo 4.1: the majority of the vote “sanction” was two thirds of the votes cast; it would be more than half of all members.",
    ],
  ],
  [
    "a number",
    inVote("present: 5", "present: 6"),
    ["Memo 4.1: the quorum of the vote “sanction” was 5; it would be 6."],
  ],
  [
    "an entry of a list that has no name",
    inVote("at_least: 1", "at_least: 2"),
    [
      "Memo 4.1: who must be among those present for the quorum of the vote “sanction”: added 2 of the body “presidency”; left out 1 of the body “presidency”.",
    ],
  ],
  [
    "yes and no",
    inVote("recused_count: false", "recused_count: true"),
    [
      "Memo 4.1: whether members who step aside count for the quorum of the vote “sanction”: so far no; it would be yes.",
    ],
  ],
  [
    "whom a rule speaks of",
    inVote("electorate: body:board", "electorate: body:presidency"),
    ["Memo 4.1: who may vote in the vote “sanction”: so far the body “board”; it would be the body “presidency”."],
  ],
  [
    "a length of time",
    inWarning("365d", "400d"),
    ["Memo 6.2: how long the sanction “warning” lasts: so far 365 days; it would be 400 days."],
  ],
  [
    "a moment",
    inWarning("from: decision.made", "from: { latest_of: [decision.made, decision.notified] }"),
    [
      "Memo 6.2: the moment from which the sanction “warning” is counted was the decision; it would be the latest of the decision and the notice of the decision.",
    ],
  ],
  [
    "a clause",
    inWarning('"6.2"', '"6.9"'),
    ["Memo 6.9: the clause of the sanction “warning” was “6.2”; it would be “6.9”."],
  ],
  [
    "a window",
    [
      "window: { within: 30d, from: decision.notified, per: recipient }\n    addressed_to: [{",
      "window: { within: 20wd, from: decision.notified, per: recipient }\n    addressed_to: [{",
    ],
    [
      "Memo 5.4: the window of the challenge “appeal” was 30 days from the notice of the decision; it would be 20 working days from the notice of the decision.",
    ],
  ],
  [
    "a new sanction",
    [
      WARNING,
      `  expulsion:\n    clause: "6.5"\n    kind: dated\n    lasts: 2y\n    from: decision.made\n    bars: [events]\n    notice: suspension\n${WARNING}`,
    ],
    [
      "Memo 6.5: new: the sanction “expulsion” (kind: “dated”; notice: “suspension”; lasts: 2 years; from: the decision; bars: “events”).",
    ],
  ],
  [
    "a new body",
    ["\nbodies:\n", '\nbodies:\n  jury: { offices: [auditor], clause: "4.3" }\n'],
    ["Memo 4.3: new: the body “jury” (offices: “auditor”)."],
  ],
  [
    "a question that is no longer asked",
    ["      - { id: witnesses, type: text, required: false }\n", ""],
    ["Memo 5.1: left out: the question of the report “witnesses”."],
  ],
  [
    "a word more in a list",
    ["working_week: [mon, tue, wed, thu, fri]", "working_week: [mon, tue, wed, thu, fri, sat]"],
    ["The days of the working week: added “sat” (Saturday)."],
  ],
  [
    "a word less in a list",
    ["asked_before: [case_access, brief_access, ballot]", "asked_before: [case_access, ballot]"],
    [
      "Memo 2.4: when somebody is asked about a conflict of interest: left out “brief access” (Before the brief is read).",
    ],
  ],
  [
    "an order that is a rule",
    ["severity: [minor, ordinary, ", "severity: [ordinary, minor, "],
    [
      "The order of the severities of a breach was “minor”, “ordinary”, “serious”, “very serious”; it would be “ordinary”, “minor”, “serious”, “very serious”.",
    ],
  ],
  [
    "a key there was not, for which there are no words of ours",
    ["council: { offices: [safety_officer], clause", "council: { offices: [safety_officer], part_of: board, clause"],
    [
      "Memo 2.1: the larger body of the body “council” was none; it would be “board”. (The larger body that this one is part of.)",
    ],
  ],
  ["a comment", ["offices:\n  president", "# Who holds what.\noffices:\n  president"], []],
  ["the order of keys", inVote('clause: "4.1"\n    method: motion\n', 'method: motion\n    clause: "4.1"\n'), []],
  [
    "the order of a list that says nothing",
    ["asked_before: [case_access, brief_access, ballot]", "asked_before: [ballot, case_access, brief_access]"],
    [],
  ],
  [
    "a default that is written out",
    ['boundaries: { clause: "3.1" }', 'boundaries: { clause: "3.1", sanctionable: true }'],
    [],
  ],
])("%s: what two versions say differently stands there in words, with its clause", (_, [was, is], lines) => {
  expect(linesOf(kthWith(was, is))).toEqual(lines);
});

/** A stage of the chapter's own procedure more. */
const withStage = kthText
  .replace("done: { then: hear_respondent }", "done: { then: mediation }")
  .replace(
    "      hear_respondent:\n        kind: contact",
    '      mediation:\n        kind: contact\n        owner: body:council\n        clause: "5.2"\n        outcomes:\n          agreed: { then: closed, needs: [reasons] }\n          failed: { then: hear_respondent }\n      hear_respondent:\n        kind: contact',
  );

test("a stage more, and one less, are told with the ways that lead there", () => {
  expect(linesOf(rulebookOf(withStage))).toEqual([
    "Memo 5.2: the stage that follows the outcome “done” of the stage “witnesses” was “hear respondent”; it would be “mediation”.",
    "Memo 5.2: new: the stage “mediation” (kind: “contact”; owner: the body “council”; outcomes: “agreed” and “failed”).",
  ]);
  expect(linesOf(kth, rulebookOf(withStage))).toContain("Memo 5.2: left out: the stage “mediation”.");
});

test("the differences stand by chapter of the document, what has no clause at the end", () => {
  const changed = rulebookOf(
    kthText
      .replace("name: KTH student chapter", "name: KTH chapter")
      .replace(WARNING, WARNING.replace("365d", "400d"))
      .replace("asked_before: [case_access, brief_access, ballot]", "asked_before: [case_access, ballot]")
      .replace('exclusion: { clause: "3.1"', 'exclusion: { clause: "10.1"'),
  );
  const clauses = differencesOf(kth, changed, { isProposed: true }).map(({ clause }) => clause);
  expect(clauses).toEqual(["2.4", "6.2", "10.1", undefined]);
});

test("between versions that were adopted it is told what became, not what would be", () => {
  const [line = ""] = differencesOf(kth, kthWith(HEAD, HEAD.replace("5", "6")), { isProposed: false }).map(
    ({ words }) => words,
  );
  expect(line).toMatch(/it became/);
});

const nameOf = (kind: string, name: string) => (kind === "vote" ? `vote on ${name}s` : name);

test("things are called as the organisation calls them", () => {
  const [line] = differencesOf(kth, kthWith(...inVote("present: 5", "present: 6")), { isProposed: true, nameOf });
  expect(line?.words).toBe("the quorum of the vote “vote on sanctions” was 5; it would be 6");
});

test("a rulebook does not differ from itself, however it is read", () => {
  expect(linesOf(rulebookOf(`# Read again.\n${kthText}`))).toEqual([]);
});

/** The rulebooks that are shipped, each with the one before it in the folder. */
const shipped = globSync("src/rulebooks/*.yaml", { exclude: ["**/*.roster.yaml"] }).toSorted();

test.each(shipped)(
  "%s and another rulebook: whatever differs is told in words, none by its key or its shape",
  (file) => {
    const book = rulebookOf(readFileSync(file, "utf8"));
    expect(linesOf(book, book)).toEqual([]);
    const lines = [...linesOf(book), ...linesOf(kth, book)];
    expect(lines.filter((line) => /undefined|\[object|[{}]|something else|[a-z]_[a-z]/.test(line))).toEqual([]);
  },
);
