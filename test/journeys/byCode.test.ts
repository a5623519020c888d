import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { fileValue } from "../../src/sandbox/attachedFile.ts";
import { enter } from "./decisions.ts";
import { organisationOf } from "./people.ts";
import { platforms } from "./platforms.ts";
import { acknowledge, assess, brief, clear, codeNameIn, hear, planted, putMotion, vote } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";
import { dump, expectNoTrace, openWith, reportWithoutName, written } from "./withoutName.ts";

const investigated = (text: string) => text.replace("anonymous: statistics_only", "anonymous: investigable");
const chapter = organisationOf("kth", investigated);
const everywhere = platforms().map((platform) => ({ platform }));
const officers = ["Sara", "Omar", "Elin", "Petra", "Viktor", "Dina", "Nils", "Lo"] as const;
const voters = ["Petra", "Dina", "Hanna", "Ivan", "Julia"] as const;

let stage: Stage;
const person = (name: string) => stage.person(name);

const report = (stageNow: Stage) =>
  reportWithoutName(stageNow, "Mona", [
    {
      "What happened?": planted.what,
      "How are you involved?": "It happened to me",
      "Who is it about?": [stageNow.person("Nils").id],
    },
    { "When and where?": planted.where, "Which rules?": ["Crossing personal boundaries"] },
  ]);

/** That Mona left nothing of herself, and that her code stands nowhere. */
async function expectNothingOfMona(code: string): Promise<void> {
  await expectNoTrace(stage, "Mona", officers);
  const kept = [written(stage), stage.logged.join("\n"), await dump(stage)].join("\n");
  expect(kept).not.toContain(code);
  expect(kept).not.toContain(code.replaceAll("-", ""));
}

describe.each(everywhere)("what somebody does by the code of a report without a name, on $platform", ({ platform }) => {
  let code = "";
  let codeName = "";
  beforeAll(async () => {
    stage = await openStage({ platform, organisation: chapter, start: "2026-03-02T10:00" });
    code = await report(stage);
    codeName = codeNameIn(person("Mona").note());
  });
  afterAll(() => stage.close());

  test("[C11, K39] they see how the case stands and its days, who leads it and who supports them, and choose somebody else", async () => {
    await acknowledge(stage);
    await person("Omar").press("I support");
    await stage.settle();
    await openWith(stage, "Mona", code);
    expect(person("Mona").note()).toMatch(/Your officer:\W*Sara Lind/);
    expect(person("Mona").note()).toMatch(/Your support contact:\W*Omar Haddad/);
    await person("Mona").press("Timeline");
    expect(person("Mona").note()).toContain(codeName);
    await openWith(stage, "Mona", code);
    await person("Mona").press("Somebody else for support");
    await person("Mona").press("Sara Lind");
    expect(person("Mona").note()).toContain("That is your support contact from now on.");
    await stage.settle();
    expect(person("Omar").reads()).toContain(`Whoever reported case ${codeName} has chosen another support contact.`);
    await expectNothingOfMona(code);
  });

  test("[C11, F149] they hand something in with a file, read it again and have it back; what was typed is not lost to a mistake", async () => {
    const large = fileValue("run.exe", "image/png", "x");
    const picture = fileValue("photo.png", "image/png", "PLANTED-BYTES");
    await openWith(stage, "Mona", code);
    expect(person("Mona").note()).toContain("A file can carry who made it");
    await person("Mona").press("Hand in evidence");
    await person("Mona").fillIn({ "What is it?": "PLANTED-PHOTO", "Why does it matter?": "Its day.", Files: [large] });
    await stage.settle();
    expect(person("Mona").note()).toContain("Files of that kind are not taken.");
    await person("Mona").press("Change what you wrote");
    await person("Mona").fillIn({
      Files: [picture],
      "What is it?": "PLANTED-PHOTO",
      "Why does it matter?": "Its day.",
    });
    await stage.settle();
    await person("Mona").press("Read what was handed in");
    expect(person("Mona").note()).toContain("photo.png");
    await person("Mona").press("Save photo.png");
    await stage.settle();
    await person("Sara").command("evidence show", { code: codeName });
    await person("Sara").press("Read it (1)");
    expect(person("Sara").note()).toContain("PLANTED-PHOTO");
    await expectNothingOfMona(code);
  });

  test("[K55, K57, C11] the decision lies there until they read it: nothing waits for that but their own time, and they appeal within it", async () => {
    await assess(stage);
    await hear(stage);
    await brief(stage);
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as people do
    for (const member of voters) await clear(stage, member);
    await putMotion(stage);
    await vote(stage, Object.fromEntries(voters.map((name) => [name, "In favour" as const])));
    await enter(stage, "Petra", "Close the vote");
    await enter(stage, "Petra", "Send the notices");
    // Once the respondent has it the case is closed, whether the author has looked or not.
    await person("Sara").command("case show", { code: codeName });
    expect(person("Sara").note()).toMatch(/Stage:\W*closed/);
    expect(person("Sara").note()).toContain("for whoever reported without a name");
    await stage.moveTo("2026-05-20T10:00");
    await openWith(stage, "Mona", code);
    expect(person("Mona").note()).toContain("You read this here on Wednesday, 20 May 2026.");
    expect(person("Mona").note()).toContain("19 June 2026");
    await stage.moveTo("2026-06-19T23:50");
    await openWith(stage, "Mona", code);
    await person("Mona").press("Appeal");
    await person("Mona").fillIn({
      "To whom do you write?": "the Council of Safety",
      "What is wrong, and what do you ask for?": "PLANTED-APPEAL it was too little",
    });
    await stage.settle();
    expect(person("Mona").note()).toContain(`Appeal in case ${codeName}: lodged on Friday, 19 June 2026 at 23:50`);
    await person("Mona").press("Show what was lodged");
    expect(person("Mona").note()).toContain("PLANTED-APPEAL");
    await person("Sara").command("appeal show", { code: codeName });
    expect(person("Sara").note()).toContain("PLANTED-APPEAL");
    await expectNothingOfMona(code);
    expect(stage.logged.join("\n")).not.toContain("PLANTED");
  });

  test("[C11, K49] they end it where whoever is affected may, and nobody asks why", async () => {
    const second = await report(stage);
    await openWith(stage, "Mona", second);
    await person("Mona").press("End the investigation");
    await person("Mona").press("End the investigation");
    expect(person("Mona").note()).toContain("The investigation has ended and the case is closed.");
    await stage.settle();
    await openWith(stage, "Mona", second);
    expect(person("Mona").note()).toMatch(/Now:\W+closed/);
    expect(person("Mona").offered() ?? []).not.toContain("End the investigation");
    await expectNothingOfMona(second);
  });

  test("[V-03] a code that opens nothing says nothing", async () => {
    await person("Nils").command("anonymous open");
    const wrong = code.replace(/^./, (letter) => (letter === "0" ? "1" : "0"));
    await person("Nils").fillIn({ "Your code": wrong });
    expect(person("Nils").note()).toContain("This code opens nothing.");
  });
});
