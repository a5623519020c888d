import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";

import { afterAll, describe, expect, test } from "vitest";

import { nodeEnvironment } from "../../src/setup/runtime.mjs";
import { kth as chapter, kthText, rewritten } from "../fakes/kth.ts";

const folder = mkdtempSync(path.join(tmpdir(), "redress-check-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The program as a process of its own, in a folder with these files. */
function run(args: readonly string[], files: Readonly<Record<string, string>> = {}) {
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.resolve("src/rulebookTool.ts"), ...args], {
    cwd: folder,
    env: { ...nodeEnvironment(process.cwd()), PATH: process.env["PATH"], INIT_CWD: folder },
    encoding: "utf8",
  });
  return { status, said: stdout.split("\n").filter((line) => line !== ""), refused: stderr };
}

const size = (things: object) => Object.keys(things).length;
const stages = Object.values(chapter.procedures).reduce((sum, procedure) => sum + size(procedure.stages), 0);

const kth = path.resolve("src/rulebooks/kth.yaml");
const roster = path.resolve("src/rulebooks/kth.roster.yaml");

describe("npm run rulebook -- check", () => {
  test("tells of a right rulebook how much there is in it, and of its roster how many hold an office", () => {
    const numbers = `${size(chapter.offices)} offices, ${size(chapter.bodies)} bodies, ${stages} stages, ${size(chapter.votes)} votes and ${size(chapter.sanctions)} sanctions`;
    const alone = run(["check", kth]);
    expect(alone).toMatchObject({ status: 0, refused: "" });
    expect(alone.said[0]).toBe(`${kth} is right: ${numbers}.`);
    const both = run(["check", kth, "--roster", roster]);
    expect(both.status).toBe(0);
    expect(both.said.slice(0, 2)).toEqual([
      `${kth} is right: ${numbers}.`,
      `${roster} is right: 14 people, 6 offices held.`,
    ]);
  });

  test("[E-34] tells every fault with file, line and column, and ends with 1", () => {
    const text = rewritten("overdue_every: 7d", "overdue_evry: 7d").replace("kind: notify", "kind: notfy");
    const line = (word: string) => text.split("\n").findIndex((each) => each.includes(word)) + 1;
    const column = (word: string) => (text.split("\n")[line(word) - 1] ?? "").indexOf(word) + 1;
    expect(run(["check", "broken.yaml"], { "broken.yaml": text })).toEqual({
      status: 1,
      said: [
        `broken.yaml:${line("overdue_evry")}:${column("overdue_evry")} calendar.reminders.overdue_evry: "overdue_evry" is not a key here; probably overdue_every was meant`,
        `broken.yaml:${line("notfy")}:${column("notfy")} procedures.conduct.stages.inform.kind: found "notfy"; expected one of contact, assess, investigate, agree, decide, notify, external, panel, elect, vote, closed; probably notify was meant`,
      ].toSorted((a, b) => Number(a.includes("notfy")) - Number(b.includes("notfy"))),
      refused: "",
    });
  });

  test("tells the faults of a roster, and that it waits for a rulebook that is right", () => {
    const files = { "people.yaml": "people:\n  - { name: A, offices: [auditr], slack: U1 }\n", "empty.yaml": "" };
    expect(run(["check", kth, "--roster", "people.yaml"], files)).toMatchObject({
      status: 1,
      said: [expect.stringMatching(/^people\.yaml:2:26 people\.0\.offices\.0: there is no office "auditr"/)],
    });
    expect(run(["check", "empty.yaml", "--roster", "people.yaml"], files)).toMatchObject({
      status: 1,
      said: [
        "empty.yaml:1:1: found nothing; expected a group of keys",
        "people.yaml is not checked before the rulebook is right.",
      ],
    });
  });
});

describe("npm run rulebook -- rehearse", () => {
  test("plays a case from a day to its end, and ends with 0", () => {
    const { status, said, refused } = run(["rehearse", kth, "--start", "2026-12-17", "--sanction", "warning"]);
    expect({ status, refused }).toEqual({ status: 0, refused: "" });
    expect(said[0]).toBe("Rehearsal: Memo for Code of Conduct, KTH student chapter");
    expect(said).toContain("00:00  The clock: Sanction lapsed: warning (Memo 6.2)");
  });

  test("names the people of a roster, and plays every outcome", () => {
    const { status, said } = run(["rehearse", kth, "--roster", roster, "--every", "--start", "2026-12-17"]);
    expect(status).toBe(0);
    expect(said).toContain("10:00  Sara Lind (safety officer): Case taken");
    expect(said).toContain("- Assessment: No rule was broken: case 2");
  });

  test("ends with 1 where a case does not come to its end", () => {
    const few = rewritten("  board_member: { seats: 7 }", "  board_member: { seats: 2 }");
    const files = { "few.yaml": few.replaceAll("    unreachable_quorum: refer_seo\n", "") };
    const { status, said } = run(["rehearse", "few.yaml", "--start", "2026-12-17"], files);
    expect(status).toBe(1);
    expect(said.join(" ")).toContain("“Upheld” was refused: Even with everybody who may vote there would be no");
  });

  test("tells the complaints of a broken rulebook instead", () => {
    const files = { "broken.yaml": rewritten("overdue_every: 7d", "overdue_evry: 7d") };
    expect(run(["rehearse", "broken.yaml"], files)).toMatchObject({
      status: 1,
      said: [expect.stringContaining('"overdue_evry" is not a key here; probably overdue_every was meant')],
    });
  });

  test.each([
    ["no file", [], "Which file is to be rehearsed?"],
    ["two files", [kth, "b.yaml"], 'One rulebook is rehearsed at a time; "b.yaml" is too much.'],
    [
      "an outcome there is not",
      [kth, "--path", "uphold"],
      'There is no outcome "uphold"; there are: conduct.contact.in_contact,',
    ],
    ["a sanction there is not", [kth, "--sanction", "ban"], 'There is no sanction "ban"; there are: admonition,'],
    ["a day there is not", [kth, "--start", "2026-02-30"], 'A day is written 2026-12-17; "2026-02-30" is none.'],
    ["a pace there is not", [kth, "--pace", "fast"], 'A rehearsal goes at --pace prompt or slow; "fast" is neither.'],
    ["every outcome and one", [kth, "--every", "--path", "upheld"], "--every plays every outcome and every sanction"],
    ["an option there is not", [kth, "--dry"], "Unknown option '--dry'."],
  ])("with %s says so in one sentence and ends with 2", (_, args, sentence) => {
    const { status, said, refused } = run(["rehearse", ...args]);
    expect({ status, said, lines: refused.trim().split("\n").length }).toEqual({ status: 2, said: [], lines: 1 });
    expect(refused).toContain(sentence);
  });
});

describe("npm run rulebook", () => {
  test.each([
    ["without anything", [], "What is to be done? There are: check, diff, rehearse, schema."],
    ["with a misspelt word", ["chekc", "a.yaml"], 'There is no "chekc". There are: check, diff, rehearse, schema.'],
    [
      "with a word that every object knows",
      ["constructor"],
      'There is no "constructor". There are: check, diff, rehearse, schema.',
    ],
    ["without a file", ["check"], "Which file is to be checked?"],
    ["with a file there is not", ["check", "none.yaml"], "There is no file none.yaml."],
    ["with a roster there is not", ["check", kth, "--roster", "none.yaml"], "There is no file none.yaml."],
    ["with a directory", ["check", "."], ". is a directory; a file is checked."],
    ["with two files", ["check", kth, "b.yaml"], 'One rulebook is checked at a time; "b.yaml" is too much.'],
    ["with an option there is not", ["check", kth, "--rooster", "r.yaml"], "Unknown option '--rooster'."],
    ["with a roster that is not named", ["check", kth, "--roster"], "Option '--roster <value>' argument missing."],
    ["with more than can be written", ["schema", "x"], '"schema" takes nothing more; "x" was given.'],
  ])("%s says so in one sentence and ends with 2", (_, args, sentence) => {
    const { status, said, refused } = run(args);
    expect({ status, said, lines: refused.trim().split("\n").length }).toEqual({ status: 2, said: [], lines: 1 });
    expect(refused).toContain(sentence);
  });
});

describe("npm run rulebook -- diff", () => {
  const changed = rewritten("lasts: 365d\n    from: decision.made", "lasts: 400d\n    from: decision.made");

  test("[M16] tells in words what a changed rulebook says otherwise, with its clause", () => {
    const told = run(["diff", kth, "new.yaml"], { "new.yaml": changed });
    expect(told).toEqual({
      status: 0,
      said: [
        "Memo 6.2: how long the sanction “warning” lasts: so far 365 days; it would be 400 days.",
        "1 difference.",
      ],
      refused: "",
    });
  });

  test("tells that only comments differ", () => {
    const told = run(["diff", kth, "new.yaml"], { "new.yaml": `# Read again.\n${kthText}` });
    expect(told.said).toEqual(["No difference: apart from comments and the order of keys, both say the same."]);
  });

  test("tells the faults of a file that is not right, and ends with 1", () => {
    const told = run(["diff", kth, "new.yaml"], { "new.yaml": changed.replace("kind: notify", "kind: notfy") });
    expect(told.status).toBe(1);
    expect(told.said).toHaveLength(1);
    expect(told.said[0]).toMatch(/^new\.yaml:\d+:\d+ /);
  });

  test("asks for two files", () => {
    expect(run(["diff", kth])).toMatchObject({
      status: 2,
      refused: "Two rulebooks are compared, the older first. npm run rulebook -- diff OLD NEW\n",
    });
  });
});
