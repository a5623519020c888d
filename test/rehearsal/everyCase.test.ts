import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { isRefusal } from "../../src/domain/refusal.ts";
import { playEvery } from "../../src/rehearsal/everyCase.ts";
import type { EveryCase } from "../../src/rehearsal/everyCase.ts";
import { printEvery } from "../../src/rehearsal/telling/tellEvery.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";
import { at } from "../fakes/caseFile.ts";
import { kth, rulebookOf } from "../fakes/kth.ts";
import { english } from "./scenes.ts";
import { smallText } from "./small.ts";

async function every(rulebook: Rulebook): Promise<EveryCase> {
  const played = await playEvery({ rulebook, roster: undefined, start: at("2026-12-17T10:00"), pace: "prompt" });
  if (isRefusal(played)) throw new Error(`The rehearsal was refused: ${played.refused}.`);
  return played;
}

test("every outcome of every stage of the memo, and every sanction, comes in one of the cases", async () => {
  const { cases, edges } = await every(kth);
  const stages = Object.entries(kth.procedures["conduct"]?.stages ?? {});
  const outcomes = stages.flatMap(([stage, rule]) =>
    rule.kind === "closed"
      ? []
      : [...Object.keys(rule.outcomes), ...(rule.kind === "vote" ? ["cannot-be-quorate"] : [])].map(
          (outcome) => `${stage}.${outcome}`,
        ),
  );
  expect([...new Set(edges.map(({ stage, outcome }) => `${stage}.${outcome}`))]).toEqual(outcomes);
  expect(edges.filter((edge) => edge.in === undefined)).toEqual([]);
  expect([...new Set(edges.flatMap(({ sanction }) => sanction ?? []))]).toEqual(Object.keys(kth.sanctions));
  expect(cases.length).toBeLessThanOrEqual(13);
  for (const { isClosed, stops } of cases) expect({ isClosed, stops }).toEqual({ isClosed: true, stops: [] });
});

test.each([
  ["asec", "independent"],
  ["cope397", "local_executive"],
])(
  "[Q05] under the rules of %s a body that cannot be quorate refers, and what is decided elsewhere comes too",
  async (name, stage) => {
    const rulebook = rulebookOf(readFileSync(`src/rulebooks/${name}.yaml`, "utf8"));
    const { cases, edges } = await every(rulebook);
    const out = edges.filter((edge) => edge.stage === stage || edge.outcome === "cannot-be-quorate");
    expect(out.length).toBeGreaterThan(6);
    expect(out.filter((edge) => edge.in === undefined)).toEqual([]);
    expect(cases.filter(({ isClosed }) => !isClosed)).toEqual([]);
    // Whoever stepped aside stays away: a case that is given back comes no further, and is referred again.
    const refused = cases.flatMap(({ stops }) => stops.map((stop) => stop.kind === "refused" && stop.refusal.refused));
    expect([...new Set(refused)]).toEqual(["cannot-be-quorate"]);
  },
);

test("a small rulebook of somebody else is played whole, in short, with the case of each outcome at the end", async () => {
  const { cases, edges } = await every(rulebookOf(smallText));
  expect(cases).toHaveLength(3);
  expect(edges.map(({ stage, outcome, in: number }) => `${stage}.${outcome} ${number ?? "never"}`)).toEqual([
    "look.matter 1",
    "look.nothing 2",
    "vote.upheld 1",
    "vote.dismissed 3",
    "tell.told 1",
  ]);
  const text = printEvery({ cases, edges }, english);
  expect(text.split("\n").filter((line) => line.length > 100)).toEqual([]);
  expect(text).toContain("09:00  Keeper 1: Case taken\n");
  expect(text).toContain("- Vote: dismissed: case 3\n");
});
