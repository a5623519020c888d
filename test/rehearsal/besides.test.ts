import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { isRefusal } from "../../src/domain/refusal.ts";
import { playEvery } from "../../src/rehearsal/everyCase.ts";
import type { Besides } from "../../src/rehearsal/playCase.ts";
import { at } from "../fakes/caseFile.ts";
import { kth, rulebookOf } from "../fakes/kth.ts";
import { printed, rehearsed } from "./scenes.ts";

const union = rulebookOf(readFileSync("src/rulebooks/fxsu.yaml", "utf8"));
const kindsOf = async (rulebook: typeof kth, besides: readonly Besides[]) => {
  const { played } = await rehearsed({ rulebook, besides });
  expect(played).toMatchObject({ isClosed: true, stops: [] });
  return played.file.entries.map(({ entry }) => entry.kind);
};

describe("what happens in a case besides its stages is rehearsed where it is asked for", () => {
  test("an appeal against the decision of the board, heard by those whom the memo names", async () => {
    expect(await kindsOf(kth, [])).not.toContain("challenge-lodged");
    const kinds = await kindsOf(kth, ["appeal"]);
    expect(kinds.filter((kind) => kind.startsWith("challenge-"))).toEqual(["challenge-lodged", "challenge-decided"]);
    const text = (await printed({ besides: ["appeal"] })).replaceAll(/\s+/g, " ");
    expect(text).toContain("The respondent: Lodged");
    expect(text).toContain("Answered: Appeal (the decision stands)");
    expect(text).toContain("The time to appeal is over for the complainant; nobody has appealed");
    expect(text).not.toContain("the complainant and the respondent; nobody has appealed");
  });

  test("an appeal that opens the next stage of the union's procedure, which goes on to its end", async () => {
    const kinds = await kindsOf(union, ["appeal"]);
    expect(kinds).toContain("challenge-lodged");
    expect(kinds).toContain("challenge-judged");
    const { played } = await rehearsed({ rulebook: union, besides: ["appeal"] });
    expect(played.passed.length).toBeGreaterThan((await rehearsed({ rulebook: union })).played.passed.length);
  });

  test("a temporary exclusion that is imposed meanwhile, and ends when what was decided holds", async () => {
    const kinds = await kindsOf(union, ["interim"]);
    expect(kinds.filter((kind) => kind.startsWith("interim-"))).toEqual(["interim-imposed", "interim-ended"]);
  });

  test("where the rules know of neither, the case is the same", async () => {
    expect(await kindsOf(kth, ["interim"])).toEqual(await kindsOf(kth, []));
  });

  test("among every case of a rulebook there is one with both, at the end", async () => {
    const played = await playEvery({ rulebook: kth, roster: undefined, start: at("2026-12-17T10:00"), pace: "prompt" });
    if (isRefusal(played)) throw new Error(played.refused);
    expect(played.cases.at(-1)?.file.entries.some(({ entry }) => entry.kind === "challenge-lodged")).toBe(true);
  });
});
