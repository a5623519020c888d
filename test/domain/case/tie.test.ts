import { describe, expect, test } from "vitest";

import type { Act } from "../../../src/domain/acts/act.ts";
import { decideAct } from "../../../src/domain/acts/decideAct.ts";
import type { Case } from "../../../src/domain/case/case.ts";
import type { Entry } from "../../../src/domain/case/entry.ts";
import { viewerOf } from "../../../src/domain/parties/viewer.ts";
import type { CaseChoice, Voter } from "../../../src/domain/voting/result.ts";
import type { MotionRule, Rulebook } from "../../../src/rulebook/rulebook.ts";
import { caseAt, filed, goOn } from "../../fakes/caseFile.ts";
import { board, kth, roster } from "../../fakes/kth.ts";

/** The chapter's rules, but that a tie on the dismissal is for the chair. */
function withTie(tie: MotionRule["tie"]): Rulebook {
  const own = kth.votes["dismissal"];
  if (own?.method !== "motion") throw new Error("The rulebook has no vote on a dismissal.");
  const majority = { fraction: { numerator: 1, denominator: 2 }, of: "votes_cast", strict: true } as const;
  return { ...kth, votes: { ...kth.votes, dismissal: { ...own, majority, tie } } };
}
const forChair = withTie("chair");

const cast = (...choices: readonly CaseChoice[]): readonly Voter[] =>
  board.map((person, i) => ({ person, isPresent: false, isRecused: false, choice: choices[i] }));
const even = cast("in-favour", "in-favour", "against", "against", "abstain");

const before: Case = goOn(caseAt("briefed"), ...board.map((person) => ({ kind: "cleared", person }) as const), {
  kind: "motion-put",
  vote: "vote-1",
  motion: "dismiss",
  rule: "dismissal",
  findings: [],
  severity: undefined,
  sanction: undefined,
  reasons: "reasons",
  electorate: board,
  seats: board.length,
});

const act = (rulebook: Rulebook, current: Case, caller: string, does: Act) => {
  const viewer = viewerOf(rulebook, roster, current, caller, undefined);
  const standing = { rulebook, roster, current, viewer, caller, parties: [], names: [], at: filed };
  return decideAct(standing, does, () => "notice");
};
const after = (current: Case, decided: readonly Entry[] | object): Case =>
  Array.isArray(decided) ? goOn(current, ...decided.map((entry: Entry) => entry)) : current;

const tied = after(before, act(forChair, before, "president", { kind: "close-vote", voters: even }));
const inFavour: Act = { kind: "decide-tie", casting: "in-favour" };
const anew: Act = {
  kind: "put-motion",
  vote: "vote-2",
  motion: "dismiss",
  findings: [],
  severity: undefined,
  sanction: undefined,
  reasons: "again",
};

describe("a tie that is for the chair", () => {
  test("waits for the casting vote, and nothing else is put before it", () => {
    expect(tied.votes).toMatchObject([{ result: { kind: "tied" } }]);
    expect(tied.decision).toBeUndefined();
    expect(act(forChair, tied, "president", anew)).toMatchObject({ refused: "tie-open" });
  });

  test("in favour it is carried and decided; the ballots stay what they were", () => {
    const decided = act(forChair, tied, "president", inFavour);
    expect(decided).toMatchObject([
      { kind: "tie-decided", vote: "vote-1", casting: "in-favour" },
      { kind: "decided", outcome: "dismissed" },
    ]);
    const then = after(tied, decided);
    expect(then.votes).toMatchObject([
      { result: { kind: "carried", casting: "in-favour", tally: { inFavour: 2, against: 2, abstaining: 1 } } },
    ]);
    expect(act(forChair, then, "president", inFavour)).toMatchObject({ refused: "no-tie" });
  });

  test("against it is lost, and the next motion can be put", () => {
    const then = after(tied, act(forChair, tied, "president", { kind: "decide-tie", casting: "against" }));
    expect(then.votes).toMatchObject([{ result: { kind: "lost", casting: "against" } }]);
    expect(then.decision).toBeUndefined();
    expect(act(forChair, then, "president", anew)).toMatchObject([{ kind: "motion-put" }]);
  });

  test("only the chair has it; once the chair has stepped aside the office that is named next, and nobody after these", () => {
    for (const other of ["vice", "b3"])
      expect(act(forChair, tied, other, inFavour)).toMatchObject({ refused: "not-the-chair" });
    const withoutChair = goOn(tied, { kind: "recused", person: "president" });
    expect(act(forChair, withoutChair, "b3", inFavour)).toMatchObject({ refused: "not-the-chair" });
    expect(act(forChair, withoutChair, "vice", inFavour)).toMatchObject([{ kind: "tie-decided" }, { kind: "decided" }]);
    const withoutBoth = goOn(withoutChair, { kind: "recused", person: "vice" });
    expect(act(forChair, withoutBoth, "b3", inFavour)).toMatchObject({ refused: "no-tie" });
    expect(act(forChair, withoutBoth, "b3", anew)).not.toMatchObject({ refused: "tie-open" });
  });

  test("a chair who has not said that nothing stands in the way gives none", () => {
    const uncleared = { ...tied, cleared: tied.cleared.filter((person) => person !== "president") };
    expect(act(forChair, uncleared, "president", inFavour)).toMatchObject({ refused: "conflict-first" });
  });
});

test("there is none where the rules say that a tie fails, and where one more vote would not carry it", () => {
  const lost = after(before, act(withTie("fails"), before, "president", { kind: "close-vote", voters: even }));
  expect(lost.votes).toMatchObject([{ result: { kind: "lost" } }]);
  expect(act(withTie("fails"), lost, "president", inFavour)).toMatchObject({ refused: "no-tie" });
});

test("shares are taken of the seats that there were when it was put, whoever has come to the body since; of a file that does not say how many, of those of today", () => {
  const own = forChair.votes["dismissal"];
  if (own?.method !== "motion" || own.quorum === undefined) throw new Error("The rulebook has no quorum.");
  const share = { fraction: { numerator: 1, denominator: 2 }, strict: true };
  const quorum = { ...own.quorum, present: 1, including: [], share };
  const rulebook = { ...forChair, votes: { ...forChair.votes, dismissal: { ...own, quorum } } };
  const five = cast("in-favour", "in-favour", "in-favour", "in-favour", "in-favour");
  const [office = ""] = Object.keys(roster).filter((key) => roster[key]?.includes("b3"));
  const grown = { ...roster, [office]: [...(roster[office] ?? []), "b10", "b11"] };
  const viewer = viewerOf(rulebook, grown, before, "president", undefined);
  const standing = { rulebook, roster: grown, viewer, caller: "president", parties: [], names: [], at: filed };
  const close: Act = { kind: "close-vote", voters: five };
  expect(decideAct({ ...standing, current: before }, close, () => "notice")).toMatchObject([
    { result: { kind: "carried", present: 5 } },
    { kind: "decided" },
  ]);
  const [vote] = before.votes;
  const asBefore = { ...before, votes: vote === undefined ? [] : [{ ...vote, seats: undefined }] };
  expect(decideAct({ ...standing, current: asBefore }, close, () => "notice")).toMatchObject({
    refused: "inquorate",
    needed: 6,
  });
});
