import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { platforms } from "./platforms.ts";
import { acknowledge, fileReport, planted, playToVote, vote } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

const END = "End the investigation";

describe.each(platforms())("on %s", (platform) => {
  let stage: Stage;
  afterEach(() => stage.close());
  const person = (name: string) => stage.person(name);

  beforeEach(async () => {
    stage = await openStage({ platform });
  });

  async function end(): Promise<void> {
    await person("Mona").command("mycase");
    await person("Mona").press(END);
    await person("Mona").press(END);
    await stage.settle();
  }

  test("[K49] the affected person ends the investigation while a vote is open: it is void, the case is closed, and everybody who knows of it is told", async () => {
    const codeName = await playToVote(stage);
    await vote(stage, { Petra: "In favour", Dina: "Against", Hanna: "In favour", Ivan: "In favour" });
    await person("Mona").command("mycase");
    await person("Mona").press(END);
    expect(person("Mona").note()).toContain(`End the investigation of case ${codeName}?`);
    expect(person("Mona").note()).toContain("cannot be undone, and nobody will ask you why");
    await stage.settle();
    expect(person("Sara").reads()).not.toContain("has ended");

    await person("Mona").press(END);
    expect(person("Mona").note()).toContain("The investigation has ended and the case is closed.");
    await stage.settle();
    for (const officer of ["Sara", "Omar"])
      expect(person(officer).reads()).toContain(`The affected person has ended case ${codeName}.`);
    for (const member of ["Petra", "Dina", "Hanna"]) {
      expect(person(member).reads()).toContain("warning: void. No ballot was counted.");
      expect(person(member).reads()).toContain(`Case ${codeName} has ended without a decision.`);
      expect(person(member).reads()).not.toMatch(/Mona|Nils|affected person/);
      expect(person(member).canPress("In favour")).toBe(false);
    }
    expect(person("Nils").reads()).toContain(`Case ${codeName} has ended without a decision.`);
    expect(person("Nils").reads()).not.toMatch(/affected person|Mona/);
    expect(person("Nils").reads()).not.toContain(planted.what);

    await person("Mona").command("mycase");
    expect(person("Mona").offered()).not.toContain(END);
    await person("Mona").press("Timeline");
    expect(person("Mona").note()).not.toMatch(/vote|void/i);
    await person("Sara").command("case timeline", { code: codeName });
    await person("Sara").press("Next");
    expect(person("Sara").note()).toContain("Ended by the affected person");
    const [others, officers] = [
      ["Dina", "Mona", "Nils"],
      ["Sara", "Omar"],
    ];
    const reads = (names: readonly string[]) => names.map((name) => person(name).reads().trimEnd());
    const before = { others: reads(others), officers: reads(officers) };
    await stage.moveTo("2027-03-20T09:00");
    expect(reads(others)).toEqual(before.others);
    // Officers are told only of what becomes of the records.
    for (const [i, told] of reads(officers).entries()) {
      const since = told.slice(before.officers[i]?.length);
      expect(since).toContain("Records to be anonymised");
      expect(since).not.toMatch(/has ended|void|vote|remind/i);
    }
    expect([...stage.logged].join("\n")).not.toMatch(/PLANTED|Mona|Nils/);
  });

  test("[K49] a respondent who knows of nothing learns of nothing, nor does the board", async () => {
    const codeName = await fileReport(stage);
    await acknowledge(stage);
    await end();
    expect(person("Sara").reads()).toContain(`The affected person has ended case ${codeName}.`);
    for (const name of ["Nils", "Petra", "Dina"]) expect(person(name).reads()).not.toContain(codeName);
    await person("Nils").command("mycase");
    expect(person("Nils").note()).toContain("No cases");
  });

  test("[K49] once the board has decided it is too late, also for a question that stood open; a button that was used is done", async () => {
    await playToVote(stage);
    await person("Mona").command("mycase");
    const asked = person("Mona").handle(END);
    await person("Mona").press(END);
    const confirmed = person("Mona").handle(END);
    await vote(stage, {
      Petra: "In favour",
      Viktor: "In favour",
      Dina: "In favour",
      Hanna: "In favour",
      Ivan: "In favour",
    });
    await person("Petra").press("Close the vote");
    await stage.settle();
    for (const handle of [asked, confirmed]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await person("Mona").pressHandle(handle);
      expect(person("Mona").note()).toContain("The case has been decided, so it can no longer be ended.");
      expect(person("Mona").note()).toContain("5.2");
    }
    await person("Mona").command("mycase");
    expect(person("Mona").offered()).not.toContain(END);
  });

  test.each(["I saw or heard it", "On behalf of somebody"])(
    "[K49][Q27] whoever says “%s” cannot end it",
    async (how) => {
      const mona = person("Mona");
      await mona.command("report");
      await mona.fillIn({
        "What happened?": planted.what,
        "How are you involved?": how,
        "Who is it about?": [person("Nils").id],
      });
      if (stage.kind === "discord") await mona.press("Continue");
      await mona.fillIn({});
      await mona.press("Send the report");
      await stage.settle();
      await mona.command("mycase");
      expect(mona.canPress(END)).toBe(false);
      expect(mona.canPress("Timeline")).toBe(true);
    },
  );
});
