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
    expect(question("sanctions.*.lasts", text).places).toHaveLength(4);
    expect(question("sanctions.*.lasts", text).hash).not.toBe(question("sanctions.*.lasts").hash);
  });
});

test("[K21][K23][K55] the memo of the chapter leaves 48 values open, each with the line at which it stands", () => {
  expect(asked).toHaveLength(48);
  const lines = kthText.split("\n");
  expect(lines[question("votes.sanction.majority").line - 1]).toContain("majority: { fraction: 2/3");
  expect(lines[question("challenges.appeal.suspends_sanction").line - 1]).toContain("suspends_sanction: false");
});
