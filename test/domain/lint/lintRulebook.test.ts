import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

import { lintRulebook } from "../../../src/domain/lint/lintRulebook.ts";
import { kth, roster, rulebookOf } from "../../fakes/kth.ts";
import { edited, findingsIn, newFindingsIn } from "./lintKth.ts";

const edits = z.array(z.strictObject({ was: z.string(), is: z.string() })).min(1);

/** The chapter's rulebook with a fault, all that is found in it, and a version of which nothing is said: the rulebook as it is, or mended otherwise. */
const faultySchema = z.strictObject({
  what: z.string(),
  faulty: edits,
  mended: edits.optional(),
  finds: z.array(
    z.strictObject({
      level: z.enum(["cannot-work", "look-again"]),
      at: z.string(),
      clause: z.string().optional(),
      says: z.string(),
      example: z.string().optional(),
    }),
  ),
});

const folder = path.join(import.meta.dirname, "faulty");
const faulty = readdirSync(folder).map((file) =>
  faultySchema.parse(parse(readFileSync(path.join(folder, file), "utf8"))),
);

describe("what cannot work in a rulebook is told with its place, its clause and an example", () => {
  test.each(faulty)("$what", ({ faulty: wrong, finds }) => {
    expect(newFindingsIn(wrong)).toEqual(finds);
    expect(finds.length).toBeGreaterThan(0);
  });

  test.each(faulty.filter(({ mended }) => mended !== undefined))("nothing is said once mended: $what", ({ mended }) => {
    expect(newFindingsIn(mended ?? [])).toEqual([]);
  });

  test("every kind of finding is among them", () => {
    const found = [[], ...faulty.map((each) => each.faulty)].flatMap((each) => lintRulebook(rulebookOf(edited(each))));
    expect([...new Set(found.map(({ kind }) => kind))].toSorted()).toEqual([
      "deciders-who-handled-it",
      "decides-on-own-appeal",
      "impossible-quorum",
      "longer-than-what-contains-it",
      "majority-never-reached",
      "majority-of-few",
      "motion-that-cannot-be-put",
      "need-never-met",
      "never-challenged",
      "never-used",
      "no-way-out",
      "nobody-to-put-a-motion",
      "nobody-to-receive",
      "nobody-to-summon",
      "not-in-the-code",
      "over-the-limit",
      "panel-too-small",
      "reminder-too-early",
      "sanction-above-the-limit",
      "stage-never-reached",
      "tie-without-chair",
      "unreachable-quorum",
    ]);
  });
});

describe("the memo of the chapter", () => {
  test("[K38] what its own words leave open is told, and nothing else", () => {
    expect(findingsIn([])).toEqual([
      {
        level: "look-again",
        at: "intake.report.about_a_receiver.choose (at choose)",
        clause: "5.1",
        says: "a report can be about everybody who could receive it",
        example: "If it is about the president and the 3 safety officers, nobody is left to receive it.",
      },
    ]);
  });

  test("nothing is said of a version in which each of these is settled", () => {
    const settled = [
      { was: 'choose: ["office:safety_officer",', is: 'choose: ["office:safety_officer", "office:trustee_elected",' },
    ];
    expect(findingsIn(settled)).toEqual([]);
  });
});

describe("with a roster those who hold the offices are looked at", () => {
  const [says] = ['recusals can leave the vote "sanction" without any way to be quorate, and nothing leads out'];
  const withoutExit = [
    { was: "    tie: fails\n    unreachable_quorum: refer_seo\n  dismissal:", is: "    tie: fails\n  dismissal:" },
  ];
  const examples = (given: Parameters<typeof findingsIn>[1]) =>
    findingsIn(withoutExit, given).flatMap((told) => (told.says === says ? [told.example] : []));

  test("[K23] a full roster is like one person on each seat", () => {
    expect(findingsIn([], roster)).toEqual(findingsIn([]));
  });

  test("[K22] seats that are empty leave fewer who may step aside", () => {
    expect(examples({ ...roster, board_member: ["b3", "b4", "b5"] })).toEqual([
      "If 1 of the 3 board members steps aside, 4 are left, but 5 must be present: no vote can be quorate, and nothing leads out.",
    ]);
  });

  test("[K22] too few holders are never quorate, whoever steps aside", () => {
    const vacant = findingsIn([], { ...roster, board_member: ["b3"] });
    expect(vacant.filter(({ at }) => at.startsWith("votes.sanction"))).toEqual([
      {
        level: "cannot-work",
        at: "votes.sanction.quorum.present (at 5)",
        clause: "4.1",
        says: 'the vote "sanction" can never be quorate',
        example: "Even if nobody steps aside, only 3 of the board may vote, but 5 must be present.",
      },
    ]);
  });

  test("[K14] an officer who also sits on the board handles what is reported, and counts no more among its voters", () => {
    const both = { ...roster, safety_officer: ["s1", "s2", "president"] };
    expect(examples(both)).toEqual([
      "If the vice president steps aside, 7 are left, but 1 of the presidency must be present: no vote can be quorate, and nothing leads out.",
    ]);
  });
});

test("boards of forty seats and an office without a number of seats are counted by office, not person by person", () => {
  const large = {
    ...kth,
    offices: { ...kth.offices, board_member: { seats: 38 }, safety_officer: { seats: 40 }, auditor: {} },
  };
  const examples = lintRulebook(large).map(({ example }) => example);
  expect(examples).toContain("If it is about the president and the 40 safety officers, nobody is left to receive it.");
  expect(examples).toHaveLength(1);
});
