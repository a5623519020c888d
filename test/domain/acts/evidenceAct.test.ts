import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import type { Act, Standing } from "../../../src/domain/acts/act.ts";
import { decideAct } from "../../../src/domain/acts/decideAct.ts";
import type { Case } from "../../../src/domain/case/case.ts";
import type { Entry } from "../../../src/domain/case/entry.ts";
import { awaitedWitnesses, readableBy } from "../../../src/domain/case/evidence.ts";
import { lastForms } from "../../../src/domain/case/evidenceEntries.ts";
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

const open = (items: readonly string[]): Act => ({ kind: "open-items", party: respondent.party, items });

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
    expect(refusedWith(current, "s1", open(["2"]))).toBe("closed-to-them");
    expect(refusedWith(current, "s1", open(["1", "2"]))).toBe("closed-to-them");
    expect(refusedWith(current, "s1", open([]))).toBe("nothing-due");
    current = then(current, "s1", open(["1", "3"]));
    expect(refusedWith(current, "s1", open(["1"]))).toBe("nothing-due");
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
