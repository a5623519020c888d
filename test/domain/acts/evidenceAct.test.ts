import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import type { Act, Standing } from "../../../src/domain/acts/act.ts";
import { decideAct } from "../../../src/domain/acts/decideAct.ts";
import type { Case } from "../../../src/domain/case/case.ts";
import { possibleOutcomes } from "../../../src/domain/case/conclude.ts";
import type { Entry } from "../../../src/domain/case/entry.ts";
import { awaitedWitnesses, knowsSource, readableBy } from "../../../src/domain/case/evidence.ts";
import { lastForms } from "../../../src/domain/case/evidenceEntries.ts";
import { arePriorsSealed } from "../../../src/domain/case/priors.ts";
import { openQuestions } from "../../../src/domain/case/questions.ts";
import { mayRead, viewerOf } from "../../../src/domain/parties/viewer.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import {
  acknowledged,
  at,
  caseOf,
  complainant,
  concluded,
  goOn,
  ids,
  noticeSent,
  received,
  respondent,
  toParty,
} from "../../fakes/caseFile.ts";
import { roster, rulebookOf } from "../../fakes/kth.ts";

const read = (name: string) => rulebookOf(readFileSync(`src/rulebooks/${name}.yaml`, "utf8"));
const kth = read("kth");
const fxsu = read("fxsu");

/** The people of a case by its parties. */
const people: Readonly<Record<string, string>> = { mona: "party-a", nils: "party-b", lo: "party-w" };

/** What somebody brings about in a case, or why they may not. */
function decide(current: Case, person: string, act: Act, rulebook: Rulebook = kth) {
  const parties = Object.keys(people).filter((id) => current.parties.some(({ party }) => party === people[id]));
  const standing: Standing = {
    rulebook,
    roster,
    current,
    viewer: viewerOf(rulebook, roster, current, person, people[person]),
    caller: person,
    parties,
    names: [],
    at: at("2026-04-10T12:00"),
  };
  return decideAct(standing, act, ids());
}

const then = (current: Case, person: string, act: Act, rulebook = kth): Case => {
  const entries = decide(current, person, act, rulebook);
  if (isRefusal(entries)) throw new Error(JSON.stringify(entries));
  return goOn(current, ...entries);
};

const refusedWith = (current: Case, person: string, act: Act, rulebook = kth) => {
  const decided = decide(current, person, act, rulebook);
  return isRefusal(decided) ? decided.refused : decided.map(({ kind }) => kind);
};

const ask = (person: string | undefined, party = "party-w", isNamed = true): Act => ({
  kind: "ask-witness",
  party,
  person,
  isNamed,
  question: "statement-question",
});
const say = (item: string, changed: Partial<Extract<Act, { kind: "hand-in" }>> = {}): Act => ({
  kind: "hand-in",
  item,
  of: "statement",
  text: `text-${item}`,
  relevance: undefined,
  unmet: [],
  corrects: undefined,
  ...changed,
});

const assessed = caseOf(received(), acknowledged, concluded("contact", "in_contact", "assess"));
const atWitnesses = goOn(assessed, concluded("assess", "violation", "witnesses", ["boundaries"]));
const asked = then(atWitnesses, "s1", ask("lo"));
const promised = then(asked, "lo", { kind: "promise" });

describe("witnesses", () => {
  test.each([
    ["before anything was judged", assessed, "lo", "not-at-this-stage"],
    ["whoever reported", atWitnesses, "mona", "is-a-party"],
    ["whomever it is about", atWitnesses, "nils", "is-a-party"],
    ["a witness once more", asked, "lo", "is-a-party"],
    ["an officer of the case", atWitnesses, "s2", "handles-it"],
  ])("[K42] nobody is asked %s", (_, current, person, refusal) => {
    expect(refusedWith(current, "s1", ask(person, "party-x"))).toBe(refusal);
  });

  test("somebody without an account is asked by name, and nobody without one", () => {
    expect(refusedWith(atWitnesses, "s1", ask(undefined, "party-x", false))).toBe("nobody-named");
    expect(refusedWith(atWitnesses, "s1", ask(undefined))).toEqual(["witness-asked", "notice-sent"]);
  });

  test("[K42] a witness who was asked late, once the respondent was heard, is asked all the same; nobody is at the vote", () => {
    const later = goOn(atWitnesses, concluded("witnesses", "done", "hear_respondent"));
    expect(refusedWith(later, "s1", ask("lo"))).toEqual(["witness-asked", "notice-sent"]);
    const atBoard = goOn(later, concluded("hear_respondent", "heard", "board_decision"));
    expect(refusedWith(atBoard, "s1", ask("lo"))).toBe("not-at-this-stage");
  });

  test("[K42] confidentiality is promised before anything is said; whoever declined may think again", () => {
    expect(refusedWith(asked, "lo", say("1"))).toBe("not-promised");
    const declined = then(asked, "lo", { kind: "decline" });
    expect(awaitedWitnesses(declined)).toEqual([]);
    expect(refusedWith(declined, "lo", { kind: "promise" })).toEqual(["witness-answered", "notice-sent"]);
    expect(refusedWith(promised, "lo", { kind: "promise" })).toBe("already-done");
    expect(refusedWith(promised, "lo", say("1"))).toEqual(["evidence-given", "notice-sent"]);
  });

  test("[K42] nothing more is waited for from a witness who was released, or who has said something", () => {
    expect(awaitedWitnesses(asked)).toHaveLength(1);
    expect(awaitedWitnesses(then(asked, "s1", { kind: "release-witness", party: "party-w" }))).toEqual([]);
    expect(awaitedWitnesses(then(promised, "lo", say("1")))).toEqual([]);
  });

  test("a witness is told of everything else in the case what is told where there is none", () => {
    const others: readonly Act[] = [
      { kind: "take" },
      { kind: "note", statement: "x" },
      { kind: "end" },
      { kind: "answer", statement: "x" },
      { kind: "choose-support", officer: "s1" },
      { kind: "recuse" },
      { kind: "set-aside", item: "1", reasons: "x" },
      { kind: "open-items", party: "party-b", items: ["1"] },
      { kind: "lodge", rule: "appeal", to: 0, ground: undefined, words: "x", evidence: undefined },
    ];
    for (const act of others) expect(refusedWith(promised, "lo", act)).toBe("nothing-here");
    const viewer = viewerOf(kth, roster, promised, "lo", "party-w");
    for (const thing of ["case", "names", "statements", "brief", "vote", "own-notices", "sanctions"] as const)
      expect(mayRead(promised, viewer, thing)).toBe(false);
  });

  test("a witness can say nothing more once the case is over", () => {
    const over = goOn(promised, concluded("witnesses", "done", "closed"));
    expect(refusedWith(over, "lo", say("1"))).toBe("already-decided");
    expect(refusedWith(over, "lo", { kind: "decline" })).toBe("already-decided");
  });

  test("somebody in an open vote is not asked meanwhile", () => {
    const put: Entry = {
      kind: "motion-put",
      electorate: ["b1"],
      vote: "v",
      motion: "uphold",
      rule: "sanction",
      findings: [],
      severity: undefined,
      sanction: undefined,
      lasts: undefined,
      reasons: "x",
    };
    expect(refusedWith(goOn(atWitnesses, put), "s1", ask("b1", "party-x"))).toBe("vote-running");
  });
});

const entered = (item: string, closedTo: readonly ("complainant" | "respondent")[]): Act => ({
  kind: "enter-item",
  item,
  of: "statement",
  party: undefined,
  text: "t",
  relevance: undefined,
  unmet: [],
  came: "letter",
  on: "2026-04-09",
  closedTo,
});

const letRead = (items: readonly string[]): Act => ({ kind: "open-items", party: respondent.party, items });

describe("what was handed in", () => {
  test("what is put in other words stands in the place of the earlier form, which stays", () => {
    const twice = then(then(promised, "lo", say("1")), "lo", say("2", { corrects: "1" }));
    expect(twice.evidence.items.map(({ item }) => item)).toEqual(["1", "2"]);
    expect(lastForms(twice.evidence).map(({ item }) => item)).toEqual(["2"]);
    // A form that was replaced is not replaced again, and what is another's never.
    expect(refusedWith(twice, "lo", say("3", { corrects: "1" }))).toBe("already-done");
    expect(refusedWith(twice, "mona", say("3", { corrects: "2" }))).toBe("already-done");
  });

  test("[F149] evidence has to say why it matters where the rulebook wants that; a statement need not", () => {
    const complaint = caseOf(received({ procedure: "complaint", startsAt: "assess" }));
    const bare = say("1", { of: "evidence" });
    expect(refusedWith(complaint, "mona", bare, fxsu)).toBe("no-relevance");
    expect(refusedWith(complaint, "mona", { ...bare, relevance: "why" } as Act, fxsu)).toContain("evidence-given");
    expect(refusedWith(complaint, "mona", say("1"), fxsu)).toContain("evidence-given");
    expect(refusedWith(assessed, "mona", bare)).toContain("evidence-given");
  });

  test("[F182][F229] what came at an earlier stage goes with the case, each with its stage", () => {
    const one = then(assessed, "mona", say("1"));
    const two = then(goOn(one, concluded("assess", "violation", "witnesses", ["boundaries"])), "mona", say("2"));
    expect(two.evidence.items.map(({ item, stage }) => [item, stage])).toEqual([
      ["1", "assess"],
      ["2", "witnesses"],
    ]);
  });

  const knowing = goOn(atWitnesses, noticeSent("n", toParty(respondent), { kind: "support" }));
  test("[F227] a party reads what was opened to them and what is their own; what is closed to them stays closed", () => {
    let current = then(knowing, "mona", say("1"));
    current = then(current, "s1", entered("2", ["respondent"]));
    current = then(current, "s1", entered("3", []));
    expect(refusedWith(current, "s1", letRead(["2"]))).toBe("closed-to-them");
    expect(refusedWith(current, "s1", letRead(["1", "2"]))).toBe("closed-to-them");
    expect(refusedWith(current, "s1", letRead([]))).toBe("nothing-due");
    current = then(current, "s1", letRead(["1", "3"]));
    expect(refusedWith(current, "s1", letRead(["1"]))).toBe("nothing-due");
    expect(readableBy(current, respondent).map(({ item }) => item)).toEqual(["1", "3"]);
    expect(readableBy(current, complainant).map(({ item }) => item)).toEqual(["1"]);
  });

  test("[V-02] nothing is opened to somebody who does not know of the case, nor to a witness", () => {
    const current = then(then(asked, "mona", say("1")), "s1", entered("2", []));
    expect(refusedWith(current, "s1", { kind: "open-items", party: respondent.party, items: ["1"] })).toBe(
      "not-told-yet",
    );
    expect(refusedWith(current, "s1", { kind: "open-items", party: "party-w", items: ["1"] })).toBe("nothing-due");
  });

  test("[F149] what does not count stays in the file with the reason, and is opened to nobody", () => {
    const current = then(then(knowing, "mona", say("1")), "s1", { kind: "set-aside", item: "1", reasons: "r" });
    expect(current.evidence.items[0]?.aside).toBe("r");
    expect(refusedWith(current, "s1", { kind: "open-items", party: respondent.party, items: ["1"] })).toBe(
      "nothing-due",
    );
    expect(refusedWith(current, "s1", { kind: "set-aside", item: "1", reasons: "r" })).toBe("already-done");
  });

  test("what an officer enters came on a day that has been, and of nobody who is not in the case", () => {
    expect(refusedWith(knowing, "s1", { ...entered("1", []), on: "2026-04-11" } as Act)).toBe("date-in-future");
    expect(refusedWith(knowing, "s1", { ...entered("1", []), party: "party-x" } as Act)).toBe("nothing-here");
    expect(refusedWith(knowing, "mona", entered("1", []))).toBe("not-your-task");
  });
});

const admitted: Act = {
  kind: "admit-anonymous",
  item: "1",
  of: "statement",
  text: "t",
  relevance: "why",
  source: "who",
  how: "how",
};

describe("evidence whose source the others do not learn", () => {
  const holders = { ...roster, chief_executive: ["helen"], nominee: ["martin"] };
  const complaint = caseOf(
    received({ procedure: "complaint", startsAt: "assess", handlers: ["helen", "martin", "s1"] }),
  );
  const by = (person: string, act: Act, rulebook: Rulebook, current: Case) =>
    decideAct(
      {
        rulebook,
        roster: holders,
        current,
        viewer: { kind: "handler", person },
        caller: person,
        parties: [],
        names: [],
        at: at("2026-04-10T12:00"),
      },
      act,
      ids(),
    );
  const refusal = (decided: ReturnType<typeof by>) => (isRefusal(decided) ? decided.refused : decided.length);
  const allowed = rulebookOf(
    readFileSync("src/rulebooks/fxsu.yaml", "utf8").replace(
      'by: ["body:chief_executive_or_nominee", "panel:chair"]',
      'by: ["office:chief_executive"]',
    ),
  );

  test("[F159] is not let in before it was checked, nor by anybody but whom the rulebook names", () => {
    expect(refusal(by("helen", { ...admitted, how: undefined }, allowed, complaint))).toBe("not-verified");
    expect(refusal(by("s1", admitted, allowed, complaint))).toBe("not-your-task");
    expect(refusal(by("helen", admitted, kth, assessed))).toBe("no-anonymous-evidence");
    expect(refusal(by("helen", admitted, allowed, complaint))).toBe(1);
  });

  test("[F159] is known by a number; only whoever allowed it knows the source, and after them whoever holds the office", () => {
    const once = by("helen", admitted, allowed, complaint);
    const current = goOn(complaint, ...(isRefusal(once) ? [] : once));
    const twice = by("helen", { ...admitted, item: "2" }, allowed, current);
    const [item] = current.evidence.items;
    expect(item?.party).toBeUndefined();
    expect(isRefusal(twice) ? undefined : twice[0]).toMatchObject({ anonymous: { number: 2 } });
    if (item === undefined) return;
    const knows = (person: string, chief: string) =>
      knowsSource(allowed, { ...holders, chief_executive: [chief] }, current, item, person);
    expect(knows("helen", "helen")).toBe(true);
    expect(knows("s1", "helen")).toBe(false);
    expect(knows("helen", "nina")).toBe(false);
    expect(knows("nina", "nina")).toBe(true);
  });
});

const askThem: Act = { kind: "ask-parties", question: "q", statement: "s" };
const put = (party: string): Act => ({ kind: "put-question", party, statement: "s" });
const find = (rules: readonly string[] = ["personal_harassment"]): Act => ({ kind: "find", rules, reasons: "r" });

describe("what the deciding body asks", () => {
  const briefed = goOn(
    atWitnesses,
    concluded("witnesses", "done", "hear_respondent"),
    concluded("hear_respondent", "heard", "board_decision"),
    { kind: "brief-drafted", statement: "b", officer: "s1" },
    { kind: "brief-approved", officer: "s2" },
  );
  const ready = goOn(briefed, { kind: "cleared", person: "president" });

  test("[K45] one question goes after the other, from a member who has said that nothing is in the way", () => {
    expect(refusedWith(briefed, "president", askThem)).toBe("conflict-first");
    expect(refusedWith(ready, "s1", askThem)).toBe("not-your-task");
    const open = then(ready, "president", askThem);
    expect(openQuestions(open)).toHaveLength(1);
    expect(refusedWith(open, "president", askThem)).toBe("question-open");
    expect(refusedWith(ready, "s1", { kind: "return-answer", text: "t", statement: "s" })).toBe("nothing-due");
  });

  test("[K45] it is put to parties who know of the case, once to each, and answered by whom it was put to", () => {
    const open = then(ready, "president", askThem);
    const answerIt: Act = { kind: "answer-question", statement: "a" };
    expect(refusedWith(open, "s1", put(respondent.party))).toBe("not-told-yet");
    expect(refusedWith(open, "mona", answerIt)).toBe("nothing-due");
    const relayed = then(open, "s1", put(complainant.party));
    expect(refusedWith(relayed, "s1", put(complainant.party))).toBe("already-done");
    const answered = then(relayed, "mona", answerIt);
    expect(refusedWith(answered, "mona", answerIt)).toBe("nothing-due");
    const returned = then(answered, "s2", { kind: "return-answer", text: "Person A says no.", statement: "r" });
    expect(openQuestions(returned)).toEqual([]);
    expect(refusedWith(returned, "president", askThem)).toContain("body-asked");
  });

  test("[V-05] an answer that names a party is not handed to the body", () => {
    const open = then(ready, "president", askThem);
    const standing = decideAct(
      {
        rulebook: kth,
        roster,
        current: open,
        viewer: { kind: "handler", person: "s1" },
        caller: "s1",
        parties: [],
        names: ["Nils Orrby"],
        at: at("2026-04-10T12:00"),
      },
      { kind: "return-answer", text: "Nils says no.", statement: "r" },
      ids(),
    );
    expect(isRefusal(standing) ? standing.refused : standing).toBe("brief-names-somebody");
  });
});

describe("earlier findings", () => {
  const stage1 = goOn(
    caseOf(received({ procedure: "complaint", startsAt: "assess" })),
    concluded("assess", "allocated", "stage1"),
    { kind: "given", stage: "stage1", to: { kind: "person", person: "s1" }, handlers: ["s1"] },
    { kind: "cleared", person: "s1" },
    { kind: "task-done", stage: "stage1", task: "inform_respondent" },
    { kind: "task-done", stage: "stage1", task: "support_needs" },
  );

  test("[F231] are closed until it was found that a rule was broken, and then open for what follows", () => {
    expect(arePriorsSealed(fxsu, stage1)).toBe(true);
    const found = then(stage1, "s1", find(), fxsu);
    expect(arePriorsSealed(fxsu, found)).toBe(false);
    expect(arePriorsSealed(kth, assessed)).toBe(false);
  });

  test("[F268] never open where nothing was found, and close again for whoever decides anew", () => {
    const rejected = goOn(stage1, concluded("stage1", "dismissed", "closed"));
    expect(arePriorsSealed(fxsu, rejected)).toBe(true);
    const found = then(stage1, "s1", find(), fxsu);
    expect(arePriorsSealed(fxsu, goOn(found, concluded("stage1", "upheld", "stage2")))).toBe(true);
  });

  test("[F231] a finding names a rule that can be broken, once, and nothing is imposed before it", () => {
    expect(refusedWith(stage1, "s1", find([]), fxsu)).toBe("no-finding");
    const found = then(stage1, "s1", find(), fxsu);
    expect(refusedWith(found, "s1", find(), fxsu)).toBe("already-done");
    expect(refusedWith(assessed, "s1", find())).toBe("not-at-this-stage");
    const blocks = (current: Case) =>
      Object.fromEntries(
        possibleOutcomes(fxsu, current, at("2026-04-10T12:00")).map(({ outcome, blocked }) => [
          outcome,
          blocked?.refused,
        ]),
      );
    expect(blocks(stage1)["upheld"]).toBe("finding-first");
    expect(blocks(found)["dismissed"]).toBe("finding-made");
  });
});
