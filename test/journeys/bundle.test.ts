import { afterEach, describe, expect, test } from "vitest";

import { enter, findBroken, holdHearing, openDiscipline, words } from "./decisions.ts";
import { comeToProof } from "./discipline.ts";
import { filesSentTo } from "./filesSentTo.ts";
import { organisationOf } from "./people.ts";
import { platforms } from "./platforms.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const union = organisationOf("fxsu");
const WORDS = "What is wrong, and what do you ask for?";
const person = (name: string) => stage.person(name);

const planted = {
  before: "PLANTED-BEFORE a letter from the landlord",
  appealed: "PLANTED-APPEALED I was in Truro",
  confirmed: "PLANTED-CONFIRMED Truro is not far, says Nils Orrby",
  review: "PLANTED-REVIEW the ticket was never looked at",
  evidence: "PLANTED-TICKET of the train",
  item: "PLANTED-NEW a film of the platform, says Nils",
  relevance: "PLANTED-WHY it shows the clock",
} as const;

/** In a case of discipline about Nils a panel finds it proven that he harassed somebody. */
async function prove(): Promise<string> {
  const code = await openDiscipline(stage, "Members Disciplinary Panel");
  await comeToProof(stage, "Helen", code);
  await handIn(code, planted.before, "It was read by the panel.");
  await person("Helen").command("case show", { code });
  await findBroken(stage, "Helen");
  await enter(stage, "Helen", "Proven", { Sanction: "recorded warning", Reasons: words.reasons });
  return code;
}

async function handIn(code: string, text: string, why: string): Promise<void> {
  await person("Nils").command("evidence hand", { code });
  await person("Nils").fillIn({ "What is it?": text, "Why does it matter?": why });
  await stage.settle();
}

/** What the file says that somebody was given last. */
const fileOf = (name: string) => filesSentTo(stage, name).at(-1)?.text ?? "";

describe.each(platforms())("on %s", (platform) => {
  test("[F283] those who review an appeal for the last time read why it was lodged, the reasons of what was decided before and what is new, and nothing else of the case", async () => {
    stage = await openStage({ platform, organisation: union, start: "2026-10-15T10:00" });
    const code = await prove();
    await stage.moveTo("2026-10-15T12:00");
    await person("Nils").command("appeal lodge", { code });
    await person("Nils").fillIn({ "Why?": "the penalty is too severe", [WORDS]: planted.appealed });
    await stage.settle();
    await person("Priya").command("appeal admit", { code });
    await person("Priya").fillIn({ Reasons: "It is heard." });
    await stage.settle();
    await stage.moveTo("2026-10-16T10:00");
    await holdHearing(stage, "Helen", code);
    await person("Helen").command("case conclude", { code, outcome: "appeal_confirmed" });
    await person("Helen").fillIn({ Reasons: planted.confirmed });
    await stage.settle();
    // Before anything goes to the trustees there is nothing for them.
    await person("Margaret").command("appeal bundle", { code });
    expect(person("Margaret").note()).toContain("There is nothing here");

    await stage.moveTo("2026-10-19T10:00");
    await person("Nils").command("appeal lodge", { code });
    await person("Nils").fillIn({ [WORDS]: planted.review, Evidence: planted.evidence });
    await stage.settle();
    await stage.moveTo("2026-10-19T11:00");
    await handIn(code, planted.item, planted.relevance);

    const margaret = person("Margaret");
    await margaret.command("appeal show", { code });
    expect(margaret.note()).toContain(planted.review);
    await margaret.press("Reasons of the decision");
    expect(margaret.note()).toContain(words.reasons);
    await margaret.press("Next");
    expect(margaret.note()).toContain("PLANTED-CONFIRMED Truro is not far, says Person");
    await margaret.press("New since the decision");
    expect(margaret.note()).toContain("PLANTED-NEW a film of the platform, says Person");
    expect(margaret.note()).toContain(planted.relevance);
    await margaret.press("Everything as a file");
    await stage.settle();
    const bundle = fileOf("Margaret");
    for (const part of [
      words.reasons,
      planted.review,
      planted.evidence,
      planted.relevance,
      "PLANTED-NEW",
      "PLANTED-CONFIRMED",
    ])
      expect(bundle).toContain(part);
    // What the case began with, what the panel had read and who it is about stand nowhere in it.
    for (const hidden of [words.what, words.note, planted.before, "Nils", "Orrby"]) {
      expect(bundle).not.toContain(hidden);
      expect(margaret.reads()).not.toContain(hidden);
    }

    // Who handles the case takes the same to those who hear it and are no trustees of the Union; that it was read is kept.
    await person("Helen").command("appeal bundle", { code });
    await stage.settle();
    expect(fileOf("Helen")).toBe(bundle);
    await person("Helen").command("records readings", { code });
    expect(person("Helen").note()).toContain("Margaret Hale");
    for (const other of ["Nils", "Simon", "Karen", "Kit"]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await person(other).command("appeal bundle", { code });
      expect(person(other).note()).toContain("There is nothing here");
    }
    for (const other of ["Simon", "Karen", "Kit"]) expect(person(other).reads()).not.toContain("PLANTED");
    expect(stage.logged.join("\n")).not.toMatch(/PLANTED|Nils/u);
  });
});
