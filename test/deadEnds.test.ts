import { readFileSync } from "node:fs";

import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";

import { chance } from "../src/chance.ts";
import { deadEndLines } from "../src/deadEnds.ts";
import { openRedress } from "../src/redress.ts";
import { memoryStore } from "../src/storage/memory/memoryStore.ts";
import { kthText, rewritten } from "./fakes/kth.ts";
import { officials } from "./journeys/people.ts";

const named = (text: string) => ({ name: "chapter.yaml", text });

test("[K23] what cannot work stands on a line with its place, its clause and an example, and is counted", () => {
  const text = rewritten("    unreachable_quorum: refer_seo\n  dismissal:", "  dismissal:");
  const line = text.split("\n").findIndex((each) => each.includes('including: [{ from: "body:presidency"')) + 1;
  const lines = deadEndLines(named(text));
  expect(lines[0]).toBe(
    `chapter.yaml:${line}:19 votes.sanction.quorum.including.0: cannot work (4.1): recusals can leave the vote "sanction" without any way to be quorate, and nothing leads out. If the president and the vice president step aside, 7 are left, but 1 of the presidency must be present: no vote can be quorate, and nothing leads out.`,
  );
  expect(lines.at(-1)).toBe("1 dead end, 1 to look at again. Redress starts all the same.");
});

test("the holders of a roster are looked at, and nobody is named", () => {
  const lines = deadEndLines(named(kthText), readFileSync("src/rulebooks/kth.roster.yaml", "utf8"));
  expect(lines.at(-1)).toBe("0 dead ends, 1 to look at again. Redress starts all the same.");
  const one = `people:\n  - { name: Petra Nyman, offices: [president], slack: "U1" }\n`;
  const few = deadEndLines(named(kthText), one).join("\n");
  expect(few).toContain("Even if nobody steps aside, only 1 of the board may vote, but 5 must be present.");
  expect(few).not.toContain("Petra");
});

test("of a rulebook or a roster that is refused nothing is said: it has to be right first", () => {
  expect(deadEndLines(named("redress: 2"))).toEqual([]);
  expect(deadEndLines(named("redress: ["))).toEqual([]);
  expect(deadEndLines(named(kthText), "people: nobody")).toEqual([]);
});

test("at start each dead end is a warning with its key and clause, and Redress starts all the same", async () => {
  const warned: unknown[] = [];
  const redress = await openRedress({
    store: memoryStore(),
    clock: { now: () => Temporal.Instant.from("2026-01-07T09:00:00Z") },
    chance,
    log: { info: () => {}, warn: (event, facts) => warned.push({ event, ...facts }) },
    rulebookText: rewritten("    unreachable_quorum: refer_seo\n  dismissal:", "  dismissal:"),
    roster: officials,
    connect: () => Promise.resolve([]),
  });
  await redress.close();
  expect(warned).toEqual([
    expect.objectContaining({
      event: "a dead end in the rulebook",
      key: "votes.sanction.quorum.including.0",
      clause: "4.1",
    }),
  ]);
});
