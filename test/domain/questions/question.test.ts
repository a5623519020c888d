import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import {
  answerBy,
  askable,
  decideQuestion,
  isWaiting,
  reminderDue,
  standsTo,
  whoIsAsked,
} from "../../../src/domain/questions/question.ts";
import type { Question } from "../../../src/domain/questions/question.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import { kth } from "../../fakes/kth.ts";

const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime("Europe/Stockholm").toInstant();

const register = {
  clause: "1.4",
  what: "A question",
  kind: "question",
  by: [{ kind: "anyone" }],
  to: { kind: "office", id: "safety_officer" },
  within: { amount: 5, unit: "working-days" },
} as const satisfies Rulebook["registers"][string];

const rulebook: Rulebook = {
  ...kth,
  registers: {
    doubts: { ...register, by: [{ kind: "anyone" }] },
    gifts: { ...register, by: [{ kind: "anyone" }], kind: "disclosure" },
  },
};

const question: Question = {
  id: "q",
  codeName: "amber-fjord-21",
  version: 1,
  register: "doubts",
  asker: "mona",
  askerName: "Mona",
  to: ["sara", "omar"],
  written: [{ by: "mona", at: at("2026-12-01T10:00"), text: "May I?" }],
  proposal: "none",
};

const write = (of: Question, by: string, when: string) => {
  const next = decideQuestion(of, by, { kind: "write", text: "...", at: at(when) });
  if ("refused" in next) throw new Error(next.refused);
  return next;
};

test("[C11, V-03] those who were asked and the asker read it; for everybody else there is none, whatever they do", () => {
  expect([
    standsTo(question, "mona"),
    standsTo(question, "omar"),
    standsTo(question, "elin"),
    standsTo(question, undefined),
  ]).toEqual(["asker", "asked", undefined, undefined]);
  for (const act of [
    { kind: "write", text: "x", at: at("2026-12-01T10:00") },
    { kind: "propose" },
    { kind: "judge", isAccepted: true },
  ] as const)
    expect(decideQuestion(question, "elin", act)).toEqual({ refused: "nothing-here" });
});

test("[A03] whoever was asked proposes a report once; only the asker says yes or no", () => {
  expect(decideQuestion(question, "mona", { kind: "propose" })).toEqual({ refused: "nothing-here" });
  expect(decideQuestion(question, "mona", { kind: "judge", isAccepted: true })).toEqual({ refused: "already-done" });
  const proposed = decideQuestion(question, "sara", { kind: "propose" });
  if ("refused" in proposed) throw new Error(proposed.refused);
  expect(decideQuestion(proposed, "omar", { kind: "propose" })).toEqual({ refused: "already-done" });
  expect(decideQuestion(proposed, "sara", { kind: "judge", isAccepted: true })).toEqual({ refused: "nothing-here" });
  expect(decideQuestion(proposed, "mona", { kind: "judge", isAccepted: false })).toMatchObject({
    proposal: "declined",
    version: 3,
  });
});

describe("an answer is waited for", () => {
  const answered = write(question, "omar", "2026-12-03T10:00");
  const asked = write(answered, "mona", "2026-12-04T10:00");
  const more = write(asked, "mona", "2026-12-07T10:00");
  test.each([
    ["from the question on", question, true, "2026-12-08"],
    ["no longer once anybody has answered", answered, false, undefined],
    ["again when the asker asks on, from that day", asked, true, "2026-12-11"],
    ["from the first thing that was not answered", more, true, "2026-12-11"],
  ] as const)("%s", (_, of, waiting, by) => {
    expect([isWaiting(of), answerBy(rulebook, of)]).toEqual([waiting, by]);
  });

  test.each([
    ["2026-12-07", undefined, undefined],
    ["2026-12-08", undefined, "2026-12-08"],
    ["2026-12-08", "2026-12-08", undefined],
    ["2026-12-14", "2026-12-08", undefined],
    ["2026-12-15", "2026-12-08", "2026-12-15"],
    ["2026-12-30", "2026-12-08", "2026-12-29"],
    ["2026-12-30", "2026-12-29", undefined],
  ] as const)(
    "[A19, C11] on %s, reminded for %s before, those who were asked are reminded for %s",
    (today, reminded, day) => {
      expect(reminderDue(rulebook, { ...question, reminded }, today)).toBe(day);
    },
  );
});

const registerWith = (changed: Partial<Rulebook["registers"][string]>) =>
  ({ ...register, by: [{ kind: "anyone" as const }], ...changed }) satisfies Rulebook["registers"][string];

describe("who asks whom", () => {
  const roster = { safety_officer: ["sara", "omar"], auditor: ["anna"], "class:member": ["mona"] };
  test("by registers of questions alone", () => {
    expect(askable(rulebook, roster, "mona")).toEqual(["doubts"]);
    expect(askable(kth, roster, "mona")).toEqual([]);
  });
  test.each([
    [{ kind: "class", id: "member" }, "mona", true],
    [{ kind: "class", id: "member" }, "nils", false],
    [{ kind: "class", id: "participant" }, "nils", true],
    [{ kind: "office", id: "auditor" }, "mona", false],
    [{ kind: "office", id: "auditor" }, "anna", true],
    [{ kind: "anyone" }, undefined, true],
  ] as const)("%j lets %s ask: %s", (selector, person, may) => {
    const book = { ...rulebook, registers: { doubts: registerWith({ by: [selector] }) } };
    expect(askable(book, roster, person)).toEqual(may ? ["doubts"] : []);
  });
  test.each([
    [{ kind: "office", id: "safety_officer" }, "sara", { isChosen: false, people: ["omar"] }],
    [
      {
        chosen_by: { kind: "anyone" },
        from: [
          { kind: "office", id: "auditor" },
          { kind: "office", id: "safety_officer" },
        ],
      },
      "omar",
      { isChosen: true, people: ["anna", "sara"] },
    ],
    [
      {
        first_of: [
          { kind: "office", id: "auditor" },
          { kind: "office", id: "safety_officer" },
        ],
      },
      "anna",
      { isChosen: false, people: ["sara", "omar"] },
    ],
    [undefined, "mona", undefined],
  ] as const)("[A09] of %j %s asks %j", (to, asker, asked) => {
    const of = registerWith({
      to: to === undefined ? undefined : (structuredClone(to) as NonNullable<Rulebook["registers"][string]["to"]>),
    });
    expect(whoIsAsked(rulebook, roster, of, asker)).toEqual(asked);
  });
});
