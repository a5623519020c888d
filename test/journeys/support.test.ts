import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { commands } from "../../commands/index.ts";
import { actKinds } from "../../src/domain/acts/decideAct.ts";
import { kth } from "./people.ts";
import { platforms } from "./platforms.ts";
import { acknowledge, fileReport, planted, playToVote } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

const HELP = "Where you can get help";
const contacts = ["Police", "KTH", "KTH student health service"];
const RULE = "We do not report to the police. You can do that yourself, at any time.";

describe.each(platforms())("on %s", (platform) => {
  let stage: Stage;
  afterEach(() => stage.close());
  const person = (name: string) => stage.person(name);

  beforeEach(async () => {
    stage = await openStage({ platform });
  });

  test("[K60][K59] the receipt and /mycase say where to get help, and what the organisation does about the police", async () => {
    await fileReport(stage);
    for (const text of [HELP, ...contacts, RULE]) expect(person("Mona").note()).toContain(text);
    await person("Mona").command("mycase");
    await person("Mona").press(HELP);
    for (const text of [HELP, ...contacts, RULE]) expect(person("Mona").note()).toContain(text);
  });

  test("[K60] an officer sends it: it reaches whoever reported, and that it was given stands in the file without a word of it", async () => {
    const codeName = await fileReport(stage);
    await acknowledge(stage);
    await person("Omar").press("Send support information");
    expect(person("Omar").note()).toContain("Support information was sent to whoever reported");
    await stage.settle();
    expect(person("Mona").reads()).toContain(`Your officers in case ${codeName} want you to know who can help you`);
    await person("Mona").command("mycase");
    expect(
      person("Mona")
        .offered()
        ?.some((label) => label.includes("Support information")),
    ).toBe(true);

    await person("Sara").command("case timeline", { code: codeName });
    expect(person("Sara").note()).toMatch(/Support information/);
    expect(person("Sara").note()).toContain("Omar");
    expect(person("Sara").note()).not.toContain("student health");
    for (const name of ["Nils", "Dina", "Petra"]) expect(person(name).reads()).not.toContain("Support information");
    expect([...stage.logged].join("\n")).not.toMatch(/PLANTED|student health|Mona/);
    for (const name of ["Nils", "Omar"]) expect(person(name).reads()).not.toContain(planted.what);
  });

  test("whoever does not handle the case cannot send it, and is told of no case", async () => {
    const codeName = await playToVote(stage);
    for (const name of ["Bea", "Owen"]) {
      // oxlint-disable no-await-in-loop -- one after the other
      await person(name).command("case support", { code: codeName });
      const hidden = person(name).note();
      await person(name).command("case support", { code: "no-such-99" });
      expect(hidden).toBe(person(name).note());
      // oxlint-enable no-await-in-loop
    }
    await person("Nils").command("mycase");
    expect(person("Nils").offered()).not.toContain(HELP);
    await person("Dina").command("case support", { code: codeName });
    expect(person("Dina").note()).toContain("This is not for you to do in this case.");
  });

  test("[K59] officers are offered nothing by which a case goes to the police", async () => {
    const codeName = await fileReport(stage);
    await acknowledge(stage);
    await person("Sara").command("case show", { code: codeName });
    expect(person("Sara").offered()?.join(" ")).not.toMatch(/police/i);
    await person("Sara").command("case why", { code: codeName });
    expect(person("Sara").note()).not.toMatch(/police/i);
  });

  test("in Swedish too", async () => {
    const gustav = person("Gustav");
    await gustav.command("report");
    await gustav.fillIn({ "Vad hände?": "Det", "Hur berör det dig?": "Det hände mig" });
    if (stage.kind === "discord") await gustav.press("Fortsätt");
    await gustav.fillIn({});
    await gustav.press("Skicka anmälan");
    await stage.settle();
    expect(gustav.note()).toContain("Här kan du få hjälp");
    expect(gustav.note()).toContain("Vi polisanmäler inte. Det kan du själv göra, när som helst.");
  });
});

test("[K59] no act, command, outcome or stage of an organisation that never goes to the police leads there", () => {
  const { conduct } = kth.procedures;
  expect(conduct?.referrals?.police).toBe("never_by_us");
  expect(JSON.stringify(conduct?.stages)).not.toContain("police");
  expect(JSON.stringify([conduct?.escalate, conduct?.exits])).not.toContain("police");
  expect(actKinds.join(" ")).not.toContain("police");
  expect(JSON.stringify(commands)).not.toContain("police");
});
