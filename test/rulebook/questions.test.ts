import { describe, expect, test } from "vitest";

import { loadRulebook } from "../../src/rulebook/loadRulebook.ts";
import type { Question } from "../../src/rulebook/unconfirmed/questions.ts";
import { kthText, rewritten } from "../fakes/kth.ts";

function questions(text: string): readonly Question[] {
  const loaded = loadRulebook(text);
  if (loaded.kind === "refused") throw new Error(JSON.stringify(loaded.complaints));
  return loaded.questions;
}

const asked = questions(kthText);

/** The question about a key; in a rulebook that asks about that key. */
function question(key: string, text = kthText): Question {
  const [found] = questions(text).filter((each) => each.key === key);
  if (found === undefined) throw new Error(`Nothing is asked about ${key}.`);
  return found;
}

describe("the value that a question is about is said in words", () => {
  test.each([
    ["challenges.appeal.suspends_sanction", ["no"]],
    ["bodies.presidency", ["offices: president, vice president", "part of: board"]],
    [
      "votes.sanction.majority",
      [
        "fraction: 2/3",
        "of: Of the votes in favour and against; who abstains counts for neither",
        "exactly the share is enough",
      ],
    ],
    [
      "procedures.conduct.stages.inform.target",
      ["within: 3 days", "from: When the motion was carried", "remind: presidency (body)"],
    ],
    ["conflicts.precheck_by", ["council (body)"]],
    [
      "intake.report.about_a_receiver.choose",
      ["safety officer (office); all of: president (office), vice president (office)"],
    ],
    ["sanctions.*.lasts", ["warning: 365 days", "first degree: 90 days", "second degree: 365 days"]],
    ["votes.*.quorum.recused_count", ["sanction: no", "dismissal: no"]],
    ["challenges.auditor_review.window", ["none"]],
    ["severity", ["minor, ordinary, serious, very serious"]],
    [
      "records.retention.case",
      [
        "after: When the notice of the decision reached the person, and 30 days; challenges.decided",
        "then: Names, accounts and words are made unreadable for good",
      ],
    ],
    ["calendar.reminders", ["before: 1 day", "at: 09:00", "overdue every: 7 days"]],
  ])("%s", (key, said) => {
    expect(question(key).said).toEqual(said);
  });

  test("one that is left out says so, and stands where it would", () => {
    const text = rewritten("    suspends_sanction: false\n", "");
    expect(question("challenges.appeal.suspends_sanction", text)).toMatchObject({ said: ["not said (left out)"] });
  });

  test("one that is left out and has a default says the default", () => {
    const text = rewritten("- key: severity\n", "- key: challenges.appeal.kind\n");
    expect(question("challenges.appeal.kind", text).said).toEqual(["The case is decided again"]);
  });
});

describe("a question is asked anew", () => {
  const before = question("votes.sanction.majority").hash;

  test.each([
    ["when its value is another", kthText.replace("fraction: 2/3", "fraction: 3/4"), false],
    [
      "not when its keys stand in another order",
      kthText.replace("fraction: 2/3, of: votes_cast", "of: votes_cast, fraction: 2/3"),
      true,
    ],
    ["not when something else changes", rewritten("attempts: 2", "attempts: 3"), true],
  ])("%s", (_, text, isSame) => {
    expect(question("votes.sanction.majority", text).hash === before).toBe(isSame);
  });

  test("when a name is added that * stands for", () => {
    const text = rewritten(
      "sanctions:\n  admonition:",
      `sanctions:
  reprimand: { clause: "6.0", kind: dated, lasts: 7d, from: decision.made, notice: warning }
  admonition:`,
    );
    expect(question("sanctions.*.lasts", text).said[0]).toBe("reprimand: 7 days");
    expect(question("sanctions.*.lasts", text).hash).not.toBe(question("sanctions.*.lasts").hash);
  });
});

test("[K21][K23][K55] the memo of the chapter leaves 46 values open, each with the line at which it stands", () => {
  expect(asked).toHaveLength(46);
  const lines = kthText.split("\n");
  expect(lines[question("votes.sanction.majority").line - 1]).toContain("majority: { fraction: 2/3");
  expect(lines[question("challenges.appeal.suspends_sanction").line - 1]).toContain("suspends_sanction: false");
  expect(asked.filter(({ said }) => said.some((line) => line.length > 300))).toEqual([]);
});
