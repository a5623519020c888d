import { describe, expect, test } from "vitest";

import type { Act } from "../../../src/domain/acts/act.ts";
import { decideAct } from "../../../src/domain/acts/decideAct.ts";
import { settleVote } from "../../../src/domain/acts/settleVote.ts";
import { openVote } from "../../../src/domain/case/case.ts";
import type { Case } from "../../../src/domain/case/case.ts";
import type { Entry } from "../../../src/domain/case/entry.ts";
import { deadlinesOf } from "../../../src/domain/deadlines/deadline.ts";
import { wakesOf } from "../../../src/domain/deadlines/due.ts";
import { viewerOf } from "../../../src/domain/parties/viewer.ts";
import type { CaseChoice, Voter } from "../../../src/domain/voting/result.ts";
import { why } from "../../../src/domain/why/why.ts";
import type { ConsensusRule, Rulebook } from "../../../src/rulebook/rulebook.ts";
import { caseAt, filed, goOn } from "../../fakes/caseFile.ts";
import { board, kth, roster } from "../../fakes/kth.ts";

/** The chapter's rules, but that its board decides by consensus. */
function deciding(rule: Partial<ConsensusRule>): Rulebook {
  const own = kth.votes["appeal_consensus"];
  if (own?.method !== "consensus") throw new Error("The rulebook has no consensus.");
  return { ...kth, votes: { ...kth.votes, sanction: { ...own, electorate: { kind: "body", id: "board" }, ...rule } } };
}
const president = { kind: "office", id: "president" } as const;
const objections = { within: { amount: 48, unit: "hours" }, block: 1, stand_aside: true } as const;
const called = deciding({ called_by: president, objections });
const unanimous = deciding({});

const quorum: NonNullable<ConsensusRule["quorum"]> = {
  present: 5,
  including: [],
  recused_count: false,
  check: ["open", "close"],
};

const voters = (choices: readonly (CaseChoice | undefined)[] = []): readonly Voter[] =>
  board.map((person, i) => ({ person, isPresent: true, isRecused: false, choice: choices[i] }));

const before: Case = goOn(caseAt("briefed"), ...board.map((person) => ({ kind: "cleared", person }) as const), {
  kind: "motion-put",
  vote: "vote-1",
  motion: "uphold",
  rule: "sanction",
  findings: ["boundaries"],
  severity: "ordinary",
  sanction: "warning",
  reasons: "reasons",
  electorate: board,
  seats: board.length,
});
const until = filed.add({ hours: 48 });
const after = goOn(before, { kind: "consensus-called", vote: "vote-1", until });

function standing(rulebook: Rulebook, current: Case, caller: string, at = filed) {
  const viewer = viewerOf(rulebook, roster, current, caller, undefined);
  return { rulebook, roster, current, viewer, caller, parties: [], names: [], at };
}
const act = (rulebook: Rulebook, current: Case, caller: string, does: Act, at = filed) =>
  decideAct(standing(rulebook, current, caller, at), does, () => "notice");
const settled = (rulebook: Rulebook, current: Case, cast: readonly Voter[], at = filed) =>
  settleVote({ rulebook, roster, current, at }, cast, () => "notice");
const ends = (entries: readonly Entry[]) => entries.filter(({ kind }) => kind === "vote-closed" || kind === "decided");

describe("calling the consensus", () => {
  test("[P12] whom the rules name calls it, and from then on one may object for as long as they say", () => {
    expect(act(called, before, "president", { kind: "call-consensus", voters: voters() })).toEqual([
      { kind: "consensus-called", vote: "vote-1", until },
    ]);
    expect(act(called, before, "b3", { kind: "call-consensus", voters: voters() })).toMatchObject({
      refused: "not-the-chair",
      offices: ["president"],
    });
    expect(act(called, after, "president", { kind: "call-consensus", voters: voters() })).toEqual({
      refused: "already-done",
    });
  });

  test("[P12] where whoever calls it has stepped aside, those do who put motions in their place", () => {
    const aside = goOn(before, { kind: "recused", person: "president" });
    expect(act(called, aside, "vice", { kind: "call-consensus", voters: voters() })).toMatchObject([
      { kind: "consensus-called" },
    ]);
  });

  test("a motion that is voted on, or a consensus that nobody calls, is not called", () => {
    for (const rulebook of [kth, unanimous])
      expect(act(rulebook, before, "president", { kind: "call-consensus", voters: voters() })).toMatchObject({
        refused: "not-a-consensus",
      });
  });

  test("too few present: it is not called", () => {
    const rulebook = deciding({ called_by: president, objections, quorum });
    const few = voters().map((voter, i) => ({ ...voter, isPresent: i < 4 }));
    expect(act(rulebook, before, "president", { kind: "call-consensus", voters: few })).toMatchObject({
      refused: "inquorate",
      present: 4,
      needed: 5,
    });
  });

  test("the time to object stands among what is due, and the clock wakes for its end", () => {
    expect(deadlinesOf(called, after)).toContainEqual(
      expect.objectContaining({ kind: "objections", due: until, about: "board_decision" }),
    );
    expect(wakesOf(called, after)).toContainEqual({ key: "objections:board_decision", kind: "objections", at: until });
    expect(wakesOf(called, before).filter(({ kind }) => kind === "objections")).toEqual([]);
  });
});

const cast = (rulebook: Rulebook, current: Case, choice: CaseChoice, at = filed) =>
  act(rulebook, current, "b4", { kind: "cast", vote: "vote-1", voters: voters(), choice }, at);

describe("taking a position", () => {
  test("[P12] nobody objects before it is called, and nobody once the time is over", () => {
    expect(cast(called, before, "object")).toMatchObject({ refused: "not-called" });
    expect(cast(called, after, "object")).toEqual([]);
    expect(cast(called, after, "object", until.subtract({ milliseconds: 1 }))).toEqual([]);
    expect(cast(called, after, "object", until)).toMatchObject({ refused: "vote-closed" });
  });

  test.each([
    ["in favour of a consensus", called, after, "in-favour", ["agree", "stand-aside", "object"]],
    [
      "standing aside where the rules know of no such thing",
      deciding({ called_by: president, objections: { ...objections, stand_aside: false } }),
      after,
      "stand-aside",
      ["agree", "object"],
    ],
    ["agreeing to a motion that is voted on", kth, before, "agree", ["in-favour", "against", "abstain"]],
  ] as const)("%s: what can be chosen is said", (_, rulebook, current, choice, choices) => {
    expect(cast(rulebook, current, choice)).toMatchObject({ refused: "choice-not-offered", choices });
  });

  test("whoever would object before is told who calls it", () => {
    const asked = standing(called, before, "b4");
    expect(why(asked, { kind: "cast", vote: "vote-1", voters: voters() })).toMatchObject({
      by: { refused: "not-called", unblock: [{ kind: "ask", who: { kind: "people", people: ["president"] } }] },
    });
  });
});

const close = (choices: readonly CaseChoice[]) =>
  act(called, after, "president", { kind: "close-vote", voters: voters(choices) });

describe("what ends it", () => {
  test("[P12][P15] nobody objected in time: it is agreed, and decided", () => {
    expect(settled(called, after, voters())).toEqual([]);
    expect(ends(settled(called, after, voters(["agree", "stand-aside"]), until))).toMatchObject([
      { kind: "vote-closed", result: { kind: "agreed", objections: 0, standingAside: 1, silent: 7 } },
      { kind: "decided", outcome: "upheld", sanction: "warning" },
    ]);
  });

  test("[P12] as many objections as the rules say end it at once, and the body goes on", () => {
    expect(settled(called, after, voters(["agree", "object"]))).toMatchObject([
      { kind: "vote-closed", result: { kind: "not-reached", objections: 1, block: 1 } },
    ]);
    const two = deciding({ called_by: president, objections: { ...objections, block: 2 } });
    expect(settled(two, after, voters(["object"]))).toEqual([]);
    expect(ends(settled(two, after, voters(["object"]), until))).toMatchObject([
      { result: { kind: "agreed", objections: 1 } },
      { kind: "decided" },
    ]);
  });

  test("an objection that was taken back, or of whoever has stepped aside, prevents nothing", () => {
    const aside = voters(["object"]).map((voter) => ({ ...voter, isRecused: voter.choice === "object" }));
    expect(settled(called, after, aside)).toEqual([]);
    expect(ends(settled(called, after, aside, until))).toMatchObject([{ result: { kind: "agreed", recused: 1 } }, {}]);
  });

  test("where nobody calls it, it is agreed once everybody agrees", () => {
    const all = board.map((): CaseChoice => "agree");
    expect(settled(unanimous, before, voters(all.slice(1)))).toEqual([]);
    expect(ends(settled(unanimous, before, voters(all)))).toMatchObject([{ result: { kind: "agreed" } }, {}]);
  });

  test("[P09] before it was called it can be ended without; only then something else can be put", () => {
    const anew = { vote: "vote-2", motion: "dismiss", findings: [], reasons: "again" } as const;
    const put = { kind: "put-motion", ...anew, severity: undefined, sanction: undefined } as const;
    expect(act(called, before, "president", put)).toMatchObject({ refused: "vote-running" });
    const closed = act(called, before, "president", { kind: "close-vote", voters: voters() });
    expect(closed).toMatchObject([{ kind: "vote-closed", result: { kind: "not-reached", objections: 0 } }]);
    const over = goOn(before, ...("refused" in closed ? [] : closed));
    expect(openVote(over)).toBeUndefined();
    expect(act(called, over, "president", put)).toMatchObject([{ kind: "motion-put", vote: "vote-2" }]);
  });

  test("once called it is not closed while somebody may still object who has said nothing", () => {
    expect(close(["agree"])).toMatchObject({ refused: "objections-open", until: "2026-03-03T10:00" });
    const everybody = close(board.map((_, i) => (i === 0 ? "stand-aside" : "agree")));
    expect("refused" in everybody ? [] : ends(everybody)).toMatchObject([
      { result: { kind: "agreed", standingAside: 1 } },
      { kind: "decided" },
    ]);
  });

  test("a vote on a motion never ends by itself", () => {
    expect(settled(kth, before, voters(board.map(() => "in-favour")), until)).toEqual([]);
  });
});
