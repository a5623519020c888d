import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import type { Act } from "../../../src/domain/acts/act.ts";
import { decideAct } from "../../../src/domain/acts/decideAct.ts";
import { openVote } from "../../../src/domain/case/case.ts";
import type { Case } from "../../../src/domain/case/case.ts";
import type { Entry } from "../../../src/domain/case/entry.ts";
import { openQuestions } from "../../../src/domain/case/questions.ts";
import { deadlinesOf } from "../../../src/domain/deadlines/deadline.ts";
import { viewerOf } from "../../../src/domain/parties/viewer.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import { at, caseAt, filed, goOn, ids } from "../../fakes/caseFile.ts";
import { board, kth, roster } from "../../fakes/kth.ts";

const cleared = board.map((person): Entry => ({ kind: "cleared", person }));
const put: Entry = {
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
};
const briefed = goOn(caseAt("briefed"), ...cleared);
const voting = goOn(briefed, put);

const ask: Act = { kind: "ask-parties", question: "q", statement: "s" };
const answer: Act = { kind: "return-answer", text: "In March, says Person A.", statement: "a" };
const goingOn: Act = { kind: "go-on" };

function act(current: Case, caller: string, does: Act, rulebook: Rulebook = kth, moment = filed) {
  const viewer = viewerOf(rulebook, roster, current, caller, undefined);
  const names = ["Mona Wik"];
  return decideAct({ rulebook, roster, current, viewer, caller, parties: [], names, at: moment }, does, ids());
}
const kinds = (decided: ReturnType<typeof act>) =>
  "refused" in decided ? decided.refused : decided.map(({ kind }) => kind);
const then = (current: Case, decided: ReturnType<typeof act>, moment = filed): Case =>
  "refused" in decided ? current : goOn(current, ...decided.map((entry) => ({ at: moment, entry })));

const asked = then(voting, act(voting, "b3", ask));
const answered = then(asked, act(asked, "s1", answer));
const targetOf = (current: Case) => deadlinesOf(kth, current).find(({ kind }) => kind === "target")?.day;
const without = (key: "questions_via"): Rulebook => {
  const { conduct } = kth.procedures;
  const stage = conduct?.stages["board_decision"];
  if (conduct === undefined || stage?.kind !== "vote") throw new Error("The board decides nothing.");
  const { [key]: _, ...rest } = stage;
  return {
    ...kth,
    procedures: { ...kth.procedures, conduct: { ...conduct, stages: { ...conduct.stages, board_decision: rest } } },
  };
};

describe("[K45] a question of the board", () => {
  test.each<[string, Case, string, Act, readonly string[] | string]>([
    [
      "voids the vote that is open, and the officers and the body are told",
      voting,
      "b3",
      ask,
      ["vote-closed", "body-asked", "notice-sent", "notice-sent"],
    ],
    ["is asked before anything is put too", briefed, "b3", ask, ["body-asked", "notice-sent", "notice-sent"]],
    ["is one at a time", asked, "b4", ask, "question-open"],
    ["is no task of the officers", voting, "s1", ask, "not-your-task"],
    ["needs the word that no conflict is in the way", goOn(caseAt("briefed"), put), "b3", ask, "conflict-first"],
    ["keeps anything from being put", asked, "president", { ...put, kind: "put-motion" }, "question-open"],
    ["keeps everybody from voting", asked, "b4", { kind: "cast", vote: "vote-1", voters: [] }, "question-open"],
    ["is answered by the officers", asked, "s1", answer, ["answer-returned", "motion-put", "notice-sent"]],
    ["is answered by nobody of the body", asked, "b4", answer, "not-your-task"],
    ["is answered without names", asked, "s1", { ...answer, text: "Mona says so." }, "brief-names-somebody"],
    ["may stay without an answer", asked, "president", goingOn, ["question-dropped", "motion-put", "notice-sent"]],
    ["is waited for as long as the chair does not go on", asked, "b4", goingOn, "not-the-chair"],
    ["is answered once", answered, "s1", answer, "nothing-due"],
    ["is not there where nobody has asked", voting, "president", goingOn, "nothing-due"],
  ])("%s", (_, current, caller, does, expected) => {
    expect(kinds(act(current, caller, does))).toEqual(expected);
  });

  test("can be asked only where the rules say through whom", () => {
    expect(kinds(act(voting, "b3", ask, without("questions_via")))).toBe("not-at-this-stage");
  });

  test("has the same motion put to the same people anew, under another vote", () => {
    const [first] = voting.votes;
    const again = openVote(answered);
    expect(asked.votes).toMatchObject([{ vote: "vote-1", result: { kind: "void" } }]);
    expect(openVote(asked)).toBeUndefined();
    expect(again).toEqual({ ...first, vote: again?.vote });
    expect(again?.vote).not.toBe("vote-1");
    expect(openQuestions(answered)).toEqual([]);
  });

  test("leaves out who has stepped aside meanwhile, and nobody who came meanwhile is let in", () => {
    const aside = goOn(asked, { kind: "recused", person: "b4" });
    const again = openVote(then(aside, act(aside, "s1", answer)));
    expect(again?.electorate).toEqual(board.filter((person) => person !== "b4"));
    expect(again?.seats).toBe(board.length);
  });

  test("leaves it to the chair to put anything, where the same people could not be quorate any more", () => {
    const gone = goOn(asked, { kind: "recused", person: "president" }, { kind: "recused", person: "vice" });
    expect(kinds(act(gone, "s1", answer))).toEqual(["answer-returned", "notice-sent"]);
  });

  test("that was asked when nothing was before the body has nothing put", () => {
    const early = then(briefed, act(briefed, "b3", ask));
    expect(kinds(act(early, "s1", answer))).toEqual(["answer-returned", "notice-sent"]);
  });

  test("has the time of the body rest until the answer, and it ends by so many days later", () => {
    const before = targetOf(voting);
    if (before === undefined) throw new Error("Nothing is due.");
    expect(targetOf(asked)).toBeUndefined();
    const later = at("2026-03-06T10:00");
    const after = targetOf(then(asked, act(asked, "s1", answer, kth, later), later));
    const days = filed
      .toZonedDateTimeISO("Europe/Stockholm")
      .toPlainDate()
      .until(Temporal.PlainDate.from("2026-03-06"));
    expect(after).toEqual(before.add(days));
  });
});
