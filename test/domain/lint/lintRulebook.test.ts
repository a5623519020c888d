import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

import { lintRulebook } from "../../../src/domain/lint/lintRulebook.ts";
import { kth, roster, rulebookOf } from "../../fakes/kth.ts";
import { edited, findingsIn, newFindingsIn } from "./lintEdited.ts";

const edits = z.array(z.strictObject({ was: z.string(), is: z.string() })).min(1);

/** A rulebook with a fault, all that is found in it, and a version of which nothing is said: the rulebook as it is, or mended otherwise. */
const faultySchema = z.strictObject({
  what: z.string(),
  of: z.enum(["kth", "fxsu", "cope397"]).default("kth"),
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
  test.each(faulty)("$what", ({ of, faulty: wrong, finds }) => {
    expect(newFindingsIn(wrong, of)).toEqual(finds);
    expect(finds.length).toBeGreaterThan(0);
  });

  test.each(faulty.filter(({ mended }) => mended !== undefined))(
    "nothing is said once mended: $what",
    ({ of, mended }) => {
      expect(newFindingsIn(mended ?? [], of)).toEqual([]);
    },
  );

  test("every kind of finding is among them", () => {
    const found = faulty.flatMap(({ faulty: wrong, of }) => lintRulebook(rulebookOf(edited(wrong, of))));
    expect([...new Set(found.map(({ kind }) => kind))].toSorted()).toEqual([
      "called-by-nobody",
      "consensus-of-one",
      "deciders-who-handled-it",
      "decides-on-own-appeal",
      "fallback-ends-empty",
      "half-confirmed",
      "impossible-quorum",
      "longer-than-what-contains-it",
      "majority-never-reached",
      "majority-of-few",
      "motion-that-cannot-be-put",
      "need-never-met",
      "never-challenged",
      "never-lodged",
      "never-used",
      "no-time-to-object",
      "no-way-out",
      "nobody-to-impose",
      "nobody-to-put-a-motion",
      "nobody-to-receive",
      "nobody-to-summon",
      "not-in-the-code",
      "objections-never-enough",
      "over-the-limit",
      "panel-too-small",
      "panel-without-chair",
      "reminder-too-early",
      "sanction-above-the-limit",
      "sealed-and-published",
      "secret-of-few",
      "sides-never-equal",
      "stage-never-reached",
      "taken-before-told",
      "tie-without-chair",
      "told-before-confirmed",
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

const shipped = (changes: Parameters<typeof findingsIn>[0]) => findingsIn(changes, undefined, "fxsu");

describe("the bye-laws of the students' union", () => {
  const [aim, sides, ban] = [
    { was: "limit: { within: 30d, from: report.received,", is: "limit: { within: 28w, from: report.received," },
    {
      was: '- { from: "office:manager", count: 1 }\n      - { from: "office:part_time_officer"',
      is: '- { from: "office:manager", count: 2 }\n      - { from: "office:part_time_officer"',
    },
    { was: "sanctions_limit: { highest: membership_suspension,", is: "sanctions_limit: { highest: life_ban," },
  ];

  test("[F142][F207][F208][F259][F260][F269][F273] what contradicts itself in them is told, and nothing else", () => {
    expect(shipped([])).toEqual([
      {
        level: "cannot-work",
        at: "sanctions.life_ban (at life_ban)",
        clause: "10.2",
        says: 'the sanction "life_ban" is above "membership_suspension", the highest there is by 10.2',
        example:
          'At the stage "discipline_hearing" it could be imposed, though 10.2 allows at most "membership_suspension".',
      },
      {
        level: "look-again",
        at: "panels.members_disciplinary_panel.equal_sides (at equal_sides)",
        clause: "10.2",
        says: 'the panel "members_disciplinary_panel" can never have equal numbers of the staff and student representatives',
        example: "On its 5 seats there are 2 of the staff and 3 of the student representatives.",
      },
      {
        level: "look-again",
        at: "procedures.complaint.limit (at limit)",
        clause: "9.1",
        says: 'a case that keeps every deadline can take longer than the 30 days that the procedure "complaint" aims at',
        example:
          "Received on 2021-09-01: assess (2 weeks, 9.21) until 2021-09-15, informal (14 days, 9.7) until 2021-09-29, to_stages (2 weeks, 9.8) until 2021-10-13, stage1 (4 weeks, 9.21) until 2021-11-10, to_stage2 (2 weeks, 9.13) until 2021-11-24, stage2 (6 weeks, 9.21) until 2022-01-05, outcome of stage2 (1 week, 9.21) until 2022-01-12, to_stage3 (2 weeks, 9.14) until 2022-01-26, stage3 (6 weeks, 9.21) until 2022-03-09, outcome of stage3 (1 week, 9.21) until 2022-03-16; the aim was 2021-10-01.",
      },
    ]);
  });

  test("[F142] an aim that the stages can keep is not told", () => {
    expect(shipped([aim]).filter(({ at }) => at.startsWith("procedures.complaint.limit"))).toEqual([]);
    const short = { ...aim, is: "limit: { within: 195d, from: report.received," };
    expect(shipped([short]).map(({ at }) => at)).toContain("procedures.complaint.limit (at limit)");
  });

  test("[F259] a panel of six, three of either side, is not told", () => {
    expect(shipped([sides]).filter(({ at }) => at.startsWith("panels"))).toEqual([]);
  });

  test("[F273] a life ban is not told once it is the highest there is", () => {
    expect(shipped([ban]).filter(({ at }) => at.startsWith("sanctions"))).toEqual([]);
  });

  test("nothing is said of a version in which each of these is settled", () => {
    expect(shipped([aim, sides, ban])).toEqual([]);
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

  test("of a body that is part of a larger one every member is one of that", () => {
    const vicePresident = {
      was: "{ offices: [president, vice_president], part_of",
      is: "{ offices: [president, auditor], part_of",
    };
    expect(findingsIn([vicePresident], roster)).toContainEqual({
      level: "look-again",
      at: "bodies.presidency.part_of (at board)",
      clause: "4.1",
      says: 'the body "presidency" is part of the body "board", but some of its members are no members of that',
      example: "Not of the board: the auditor.",
    });
    expect(findingsIn([vicePresident], { ...roster, auditor: ["president"] }).map(({ at }) => at)).not.toContain(
      "bodies.presidency.part_of (at board)",
    );
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
