import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import type { Act, Standing } from "../../../src/domain/acts/act.ts";
import { decideAct } from "../../../src/domain/acts/decideAct.ts";
import type { Case } from "../../../src/domain/case/case.ts";
import type { Entry } from "../../../src/domain/case/entry.ts";
import { imposedIn } from "../../../src/domain/sanctions/record.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import { at, caseOf, goOn, ids, noticeSent, received, respondent, toParty } from "../../fakes/caseFile.ts";
import { rulebookOf } from "../../fakes/kth.ts";

const read = (name: string) => rulebookOf(readFileSync(`src/rulebooks/${name}.yaml`, "utf8"));
const fxsu = read("fxsu");
const chapter = read("kth");

/** What somebody who handles a case brings about in it. */
function decide(rulebook: Rulebook, current: Case, act: Act, roster: Standing["roster"] = {}) {
  const standing: Standing = {
    rulebook,
    roster,
    current,
    viewer: { kind: "handler", person: "s1" },
    caller: "s1",
    parties: ["mona", "nils"],
    names: [],
    at: at("2026-04-10T12:00"),
  };
  return decideAct(standing, act, ids());
}

/** A decision on a case of the procedure with a sanction, which has reached the person. */
function decidedWith(procedure: string, stage: string, sanction: string, lasts?: number): Case {
  const by: Entry = {
    kind: "decided-by-officers",
    decision: "d1",
    stage,
    outcome: "upheld",
    next: stage,
    findings: ["boundaries"],
    severity: undefined,
    sanction,
    lasts: lasts === undefined ? undefined : { amount: lasts, unit: "days" },
    reasons: undefined,
  };
  return goOn(
    caseOf(received({ procedure, startsAt: stage })),
    { at: at("2026-03-20T12:00"), entry: by },
    noticeSent("n", toParty(respondent), { kind: "decision", vote: "d1", outcome: "upheld" }),
    {
      at: at("2026-03-24T12:00"),
      entry: { kind: "notice-delivered", notice: "n", how: "direct", when: at("2026-03-24T12:00") },
    },
  );
}

describe("a group", () => {
  const discipline = caseOf(received({ procedure: "discipline", startsAt: "committee" }));
  const name = (size: number, involved: number) =>
    decide(fxsu, discipline, { kind: "name-group", party: "party-b", size, involved });

  test("[F275] is refused as one while fewer than a fifth of its members were involved, with the numbers", () => {
    expect(name(40, 7)).toEqual({ refused: "group-too-few", size: 40, involved: 7, needed: 8, clause: "10.2" });
    expect(name(40, 8)).toEqual([{ kind: "group-named", party: "party-b", size: 40, involved: 8 }]);
  });

  test.each([
    ["more than it has members", 8, 9],
    ["nobody", 40, 0],
    ["a number that was none", 0, 0],
  ])("%s cannot have been involved", (_, size, involved) => {
    expect(name(size, involved)).toMatchObject({ refused: "group-too-few" });
  });

  test("a procedure that knows of no groups has none, and nobody but a respondent is one", () => {
    const act: Act = { kind: "name-group", party: "party-b", size: 40, involved: 8 };
    expect(decide(chapter, caseOf(received()), act)).toEqual({ refused: "nothing-here" });
    expect(decide(fxsu, discipline, { ...act, party: "party-a" })).toEqual({ refused: "nothing-here" });
  });
});

const confirm = (current: Case, isConfirmed: boolean) =>
  decide(fxsu, current, { kind: "confirm", decision: "d1", isConfirmed, statement: "words" });
const holds = (current: Case) => imposedIn(fxsu, current)[0]?.from !== undefined;

describe("what takes effect by another procedure only", () => {
  const imposed = decidedWith("complaint", "stage1", "exclusion_from_office", 30);

  test("[F162] holds once what was decided there has been entered, and from that day", () => {
    expect(holds(imposed)).toBe(false);
    const entries = confirm(imposed, true);
    expect(entries).toEqual([{ kind: "sanction-confirmed", decision: "d1", isConfirmed: true, statement: "words" }]);
    const then = goOn(imposed, {
      at: at("2026-04-10T12:00"),
      entry: { kind: "sanction-confirmed", decision: "d1", isConfirmed: true, statement: "words" },
    });
    expect(imposedIn(fxsu, then)[0]?.from).toEqual(at("2026-04-10T12:00"));
    expect(confirm(then, false)).toEqual({ refused: "already-done" });
  });

  test("what nobody else has to agree to, and what was never decided, is confirmed by nobody", () => {
    expect(confirm(decidedWith("complaint", "stage1", "ban", 30), true)).toEqual({ refused: "nothing-here" });
    expect(confirm(caseOf(received({ procedure: "complaint", startsAt: "stage1" })), true)).toEqual({
      refused: "nothing-here",
    });
  });
});

describe("somebody else is to learn of a sanction", () => {
  const suspended = decidedWith("conduct", "board_decision", "first_degree");
  const officials = { president: ["petra"], vice_president: ["viktor"] };
  const ask = (roster: Standing["roster"], to = "lo", current = suspended) =>
    decide(
      chapter,
      current,
      { kind: "ask-disclosure", disclosure: "x", decision: "d1", party: "party-b", to, reasons: "words" },
      roster,
    );

  test("[K52] those who may approve it are asked, and nobody is told", () => {
    const entries = ask(officials);
    expect(Array.isArray(entries) ? entries.map(({ kind }: Entry) => kind) : entries).toEqual([
      "disclosure-asked",
      "notice-sent",
      "notice-sent",
    ]);
    expect(JSON.stringify(entries)).not.toContain('"lo"},"subject"');
  });

  test.each([
    ["whoever asks is the only one who might approve it", { president: ["s1"] }, "nobody-to-approve"],
    ["a party is to approve it", { president: ["nils"] }, "nobody-to-approve"],
  ])("refused where %s", (_, roster, refused) => {
    expect(ask(roster)).toMatchObject({ refused });
  });

  test("refused for a party, a second time, and once it does not hold any more", () => {
    expect(ask(officials, "nils")).toEqual({ refused: "nothing-here" });
    const asked: Entry = {
      kind: "disclosure-asked",
      disclosure: "x",
      decision: "d1",
      party: "party-b",
      to: "lo",
      reasons: "words",
    };
    expect(ask(officials, "lo", goOn(suspended, asked))).toEqual({ refused: "already-done" });
    const lifted: Entry = {
      kind: "sanction-lifted",
      decision: "d1",
      party: "party-b",
      sanction: "first_degree",
      reasons: "words",
    };
    expect(ask(officials, "lo", goOn(suspended, lifted))).toEqual({ refused: "nothing-here" });
  });
});
