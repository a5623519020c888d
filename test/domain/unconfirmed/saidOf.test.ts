import { globSync, readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { saidOf } from "../../../src/domain/unconfirmed/saidOf.ts";
import { speechOf } from "../../../src/locale/speech.ts";
import { loadRulebook } from "../../../src/rulebook/loadRulebook.ts";
import { kthText, rewritten } from "../../fakes/kth.ts";

const read = new Map<string, ReturnType<typeof loadRulebook>>();

/** What the rulebook says about a key it lists as unconfirmed. */
function said(key: string, text = kthText): readonly string[] {
  const loaded = read.get(text) ?? loadRulebook(text);
  read.set(text, loaded);
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
    ["procedures.conduct.stages.inform.target", ["3 days from the decision", "remind: the body “presidency”"]],
    ["challenges.appeal.window", ["30 days from the notice of the decision"]],
    [
      "sanctions.*.lasts",
      ["warning: 365 days", "first-degree suspension: 90 days", "second-degree suspension: 365 days"],
    ],
    ["votes.*.quorum.recused_count", ["sanction and dismissal: no"]],
    ["severity", ["“minor”, “ordinary”, “serious” and “very serious”"]],
    ["challenges.appeal.fallback", ["“original stands” (The decision stands as it was made)"]],
    [
      "calendar.reminders",
      [
        "before: 1 day",
        "at: 09:00",
        "overdue every: 7 days",
        expect.stringMatching(/^when it stays late: after 3 days: “others”/),
        expect.stringMatching(/^when it stays late: after 7 days: “chair”/),
        "when it stays late: after 14 days: the body “auditors”",
      ],
    ],
    [
      "sanctions.*.conditions",
      [
        "first-degree suspension and second-degree suspension: “advise” (They are pointed out)",
        "admonition and warning: nothing (left out)",
      ],
    ],
    [
      "intake.report.about_a_receiver.choose",
      ["the office “safety officer”", "the office “president” and the office “vice-president” together"],
    ],
    [
      "procedures.conduct.stages.contact.tasks",
      ["An officer tells the author that the report has arrived, with a button of the case: within 2 days"],
    ],
    ["challenges.auditor_review.window", ["no limit"]],
    [
      "records.retention.case",
      [
        "after: 30 days after the notice of the decision and the decision on every appeal",
        "then: “anonymise” (Names, accounts and words are made unreadable for good)",
      ],
    ],
  ])("%s", (key, lines) => {
    expect(said(key)).toEqual(lines);
  });

  test("also what is left out, and what is left to its default", () => {
    const text = rewritten("    suspends_sanction: false\n", "");
    expect(said("challenges.appeal.suspends_sanction", text)).toEqual(["nothing (left out)"]);
    const other = rewritten("- key: severity\n", "- key: challenges.appeal.kind\n");
    expect(said("challenges.appeal.kind", other)).toEqual(["“appeal” (The case is decided again)"]);
  });

  test("stages stand in their order, and neighbours with the same value in one line", () => {
    const council = readFileSync("src/rulebooks/cope397.yaml", "utf8");
    expect(said("procedures.conduct.stages.*.owner", council)).toEqual([
      "whether this procedure is for it and investigation: the office “secretary”",
      "finding of the council: the body “Prairie Council”",
      "choice of the member: the office “secretary”",
      "offer to resign and sanction: the body “Prairie Council”",
      "decision of the executive of the local: “Executive of the local”",
      "informing the parties: the body “Prairie Council”",
    ]);
  });

  test("with the seats of a panel, the days of a year and the public holidays as one says them", () => {
    const union = readFileSync("src/rulebooks/fxsu.yaml", "utf8");
    expect(said("calendar.academic_year.starts", union)).toEqual(["1 September"]);
    expect(said("calendar.holidays", union)).toEqual(["the public holidays of England and Wales"]);
    expect(said("panels.*.seats", union).slice(0, 2)).toEqual([
      "complaints panel: 2 of the body “student representatives”; including: 1 of the body “sabbatical officers”",
      "complaints panel: 1 of the body “staff”; role: “adviser” (Advises on the rules, and votes as any other)",
    ]);
    expect(said("sanctions.*.from", union)[0]).toMatch(
      /^recorded warning, .* and life ban: the notice of the decision$/,
    );
    expect(said("intake.report.routes.0.until", union)).toEqual(["before: the end of “voting” in “election”"]);
    expect(said("intake.report.routes.1.until", union)).toEqual(["nothing (left out)"]);
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
