import { globSync, readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { saidOf } from "../../../src/domain/unconfirmed/saidOf.ts";
import { speechOf } from "../../../src/locale/speech.ts";
import { loadRulebook } from "../../../src/rulebook/loadRulebook.ts";
import { kthText, rewritten } from "../../fakes/kth.ts";

/** What the rulebook says about a key it lists as unconfirmed. */
function said(key: string, text = kthText): readonly string[] {
  const loaded = loadRulebook(text);
  if (loaded.kind === "refused") throw new Error(JSON.stringify(loaded.complaints));
  const question = loaded.questions.find((each) => each.key === key);
  if (question === undefined) throw new Error(`Nothing is asked about ${key}.`);
  return saidOf(question, loaded.rulebook, (kind, name) => speechOf("en").name(kind, name));
}

describe("what a rulebook says is said as a board reads it", () => {
  test.each([
    ["votes.sanction.majority", ["two thirds of the votes cast"]],
    ["challenges.appeal.suspends_sanction", ["no"]],
    ["bodies.presidency", ["offices: “president” and “vice-president”", "part of: “Board”"]],
    [
      "procedures.conduct.stages.inform.target",
      ["within: 3 days", "from: the decision", "remind: the body “presidency”"],
    ],
    ["challenges.appeal.window", ["30 days from the notice of the decision"]],
    ["sanctions.*.lasts", ["warning: 365 days", "first degree: 90 days", "second degree: 365 days"]],
    ["votes.*.quorum.recused_count", ["sanction: no", "dismissal: no"]],
    ["severity", ["“minor”, “ordinary”, “serious” and “very serious”"]],
    ["challenges.appeal.fallback", ["“original stands” (The decision stands as it was made)"]],
    ["calendar.reminders", ["before: 1 day", "at: 09:00", "overdue every: 7 days"]],
  ])("%s", (key, lines) => {
    expect(said(key)).toEqual(lines);
  });

  test("also what is left out, and what is left to its default", () => {
    const text = rewritten("    suspends_sanction: false\n", "");
    expect(said("challenges.appeal.suspends_sanction", text)).toEqual(["nothing (left out)"]);
    const other = rewritten("- key: severity\n", "- key: challenges.appeal.kind\n");
    expect(said("challenges.appeal.kind", other)).toEqual(["“appeal” (The case is decided again)"]);
  });

  test.each(globSync("src/rulebooks/*.yaml", { exclude: ["**/*.roster.yaml"] }))(
    "of every question of %s, and in no line that holds a mark of YAML's making",
    (file) => {
      const text = readFileSync(file, "utf8");
      const loaded = loadRulebook(text);
      const keys = loaded.kind === "loaded" ? loaded.questions.map(({ key }) => key) : [];
      expect(keys.length).toBeGreaterThan(0);
      for (const key of keys) expect(said(key, text)).not.toEqual([]);
      expect(keys.flatMap((key) => said(key, text)).filter((line) => /[{}[\]`]|: $/.test(line))).toEqual([]);
    },
  );
});
