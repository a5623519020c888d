import { globSync, readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { at } from "../fakes/caseFile.ts";
import { rulebookOf } from "../fakes/kth.ts";
import { dayOf, printed, rehearsed } from "./scenes.ts";
import { smallText } from "./small.ts";

const files = globSync("src/rulebooks/*.yaml", { exclude: ["**/*.roster.yaml"] });

test.each(files)("%s is played to the end by its own rules alone, at either pace, in lines that fit", async (file) => {
  const rulebook = rulebookOf(readFileSync(file, "utf8"));
  const { byPace } = await rehearsed({ rulebook });
  for (const { isClosed, stops } of Object.values(byPace))
    expect({ isClosed, stops }).toEqual({ isClosed: true, stops: [] });
  const text = await printed({ rulebook });
  expect(text.split("\n").filter((line) => line.length > 100)).toEqual([]);
  expect(text).not.toMatch(/undefined|NaN|\br\d+\b/);
});

test("[P12] where a body decides by consensus, its chair calls it, everybody agrees, and the case goes on", async () => {
  const text = readFileSync("src/rulebooks/cope397.yaml", "utf8");
  const rulebook = rulebookOf(
    text.replace("contravention: { vote: council_vote,", "contravention: { vote: council_consensus,"),
  );
  const told = await printed({ rulebook });
  expect(told).toContain("Consensus called");
  expect(told.replaceAll(/\s+/g, " ")).toContain("By consensus: one objection prevents it.");
  expect(told).not.toContain("cannot go on");
});

describe("a small rulebook of somebody else", () => {
  const rulebook = rulebookOf(smallText);
  const start = at("2026-12-17T11:00");

  test("is counted by its own calendar: working days without holidays, a decision in hours, a sanction in months", async () => {
    const text = await printed({ rulebook, start });
    expect(dayOf(text, "Thu 17 Dec 2026").slice(0, 4)).toEqual([
      "10:00  The complainant: Report received (Rules 2, 4, 6.1, 6.9)",
      "         - told in a new room of the case: Keeper 1 and Keeper 2",
      "         - Look: by Tuesday, 5 January 2027 (Rules 6.1)",
      "           - 10 working days from Thu 17 Dec 2026: skips 25 and 28 Dec, 1 Jan; last day Tue 5 Jan",
    ]);
    expect(text).toContain("- 48 hours from Thu 17 Dec 2026 10:00: ends Sat 19 Dec 2026 10:00\n");
    expect(text).toContain("- 2 months from Thu 17 Dec 2026, that day included: last day Tue 16 Feb 2027\n");
    expect(dayOf(text, "Wed 17 Feb 2027")).toEqual(["00:00  The clock: Sanction lapsed: ashore (Rules 8)"]);
  });

  test("has as many invented stewards as its quorum needs, and says what its procedure allows", async () => {
    const text = await printed({ rulebook, start });
    expect(text).toContain("6 members of the stewards: No conflict declared (Rules 5)");
    expect(text).toContain("The rulebook allows the whole procedure 20 working days from the report (Rules 6.9).");
    expect(text).not.toContain("it can take longer than that");
    const hasty = rulebookOf(smallText.replace("within: 20wd", "within: 5wd"));
    expect(await printed({ rulebook: hasty, start })).toContain(
      "By the time its stages are given it can take longer than that.",
    );
  });

  test("says what a sanction takes away on the platforms, where it does", async () => {
    const ashore = smallText.replace(
      "from: decision.made, notice: outcome }",
      'from: decision.made, notice: outcome, enforce: { access: [deck], clause: "8" } }',
    );
    const text = await printed({ rulebook: rulebookOf(ashore), start });
    expect(text.replaceAll(/\s+/g, " ")).toContain(
      "While this sanction holds, Redress takes away on the platforms: deck. Others can notice there that somebody is missing.",
    );
    expect(await printed({ rulebook, start })).not.toContain("Others can notice");
  });

  test("is decided in the hours that pass, whatever the clocks show, when everybody waits until the last minute", async () => {
    const { played } = await rehearsed({ rulebook, start: at("2027-03-12T11:00"), pace: "slow" });
    const moments = played.file.entries.flatMap(({ at: moment, entry }) =>
      entry.kind === "stage-concluded" || entry.kind === "decided" ? [moment.toString()] : [],
    );
    // Ten working days leave out Good Friday and Easter Monday, and end on Tuesday 30 March, after the clocks went forward.
    expect(moments.slice(0, 2)).toEqual(["2027-03-30T22:59:00Z", "2027-04-01T22:58:00Z"]);
  });
});
