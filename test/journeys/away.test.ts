import { afterEach, describe, expect, test } from "vitest";

import { rulebookText } from "./people.ts";
import { platforms } from "./platforms.ts";
import { acknowledge, fileReport } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const [before = "", ...after] = rulebookText.split("      assess:");
/** The memo, with reports assessed by the president, in whose place the vice president stands. */
const byPresident = [
  before.replace("president: { seats: 1 }", "president: { seats: 1, deputy: vice_president }"),
  after.join("      assess:").replace("owner: body:council", "owner: office:president"),
].join("      assess:");

describe.each(platforms())("on %s", (platform) => {
  test("whoever is away from an office has somebody stand in until the day they said: who that is is told, what is new goes there, and no vote with it", async () => {
    stage = await openStage({ platform, rulebookText: byPresident });
    const { person } = stage;
    const petra = person("Petra");
    // Nobody else has an office for which the rules name somebody who stands in.
    await person("Sara").command("handover away");
    expect(person("Sara").form()).toBeUndefined();
    await petra.command("handover away");
    await petra.fillIn({ "Last day on which you are away": "2026-02-27" });
    expect(petra.reads()).toContain("That day is over.");
    await petra.command("handover away");
    await petra.fillIn({ "Last day on which you are away": "2026-03-08" });
    expect(petra.note()).toContain(
      "You are away from the office president until Sunday, 8 March 2026; Viktor Holm stands in.",
    );
    await stage.settle();
    for (const name of ["Viktor", "Dina"])
      expect(person(name).reads()).toContain(
        "Petra Nyman is away from the office president until Sunday, 8 March 2026; Viktor Holm stands in.",
      );
    expect(person("Mona").reads()).not.toContain("is away from the office");

    const codeName = await fileReport(stage);
    await acknowledge(stage);
    expect(person("Viktor").rooms().join()).toContain(codeName);
    expect(petra.rooms()).toEqual([]);
    await petra.command("case show", { code: codeName });
    expect(petra.note()).toContain("There is nothing here");
    await person("Viktor").command("case show", { code: codeName });
    expect(person("Viktor").note()).toContain(codeName);

    // It ends by itself: what comes then is the president's again, and what the vice president handles stays theirs.
    await stage.moveTo("2026-03-09T10:00");
    await stage.settle();
    expect(person("Viktor").rooms().join()).toContain(codeName);
    await petra.command("handover away");
    await petra.fillIn({ "Last day on which you are away": "2026-03-20" });
    await petra.command("handover away");
    await petra.fillIn({});
    expect(petra.note()).toContain("You are back in the office president.");
    await stage.settle();
    expect(person("Viktor").reads()).toContain(
      "Petra Nyman is back in the office president; nobody stands in any more.",
    );
  });

  test("[K38] of a case whose only handler goes away whoever stands in is told at once and takes it over after the question about conflicts; nobody else learns of it", async () => {
    stage = await openStage({ platform, rulebookText: byPresident });
    const { person } = stage;
    const codeName = await fileReport(stage);
    await acknowledge(stage);
    expect(person("Petra").rooms().join()).toContain(codeName);
    await person("Petra").command("handover away");
    await person("Petra").fillIn({ "Last day on which you are away": "2026-03-20" });
    expect(person("Petra").note()).toContain("In 1 open case nobody else is there who handles it");
    await stage.settle();
    expect(person("Viktor").reads()).toContain("Nobody who handles it is in office and there.");
    expect(person("Viktor").rooms()).toEqual([]);
    for (const name of ["Nils", "Mona", "Lo"]) expect(person(name).reads()).not.toContain("is in office and there");
    await person("Viktor").press("Take the case over");
    await person("Viktor").press("Nothing stands in the way, and I keep it confidential");
    await stage.settle();
    expect(person("Viktor").note()).toContain("The case is yours to handle from now on.");
    expect(person("Viktor").rooms().join()).toContain(codeName);
    await stage.moveTo("2026-03-04T10:00");
    expect(person("Sara").reads().split("is in office and there")).toHaveLength(2);

    // Whoever is back has it still, with whoever took it over.
    await person("Petra").command("handover away");
    await person("Petra").fillIn({});
    await stage.settle();
    for (const name of ["Petra", "Viktor"]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await person(name).command("case show", { code: codeName });
      expect(person(name).note()).toContain(codeName);
    }
  });
});
