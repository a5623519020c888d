import { afterEach, describe, expect, test } from "vitest";

import { platforms } from "./platforms.ts";
import { clear, planted, playToBoard } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const question = "PLANTED-BOARD did it happen more than once?";
const relayed = "PLANTED-RELAYED we are asked how often it was";
const answer = "PLANTED-ANSWER Nils did it twice, I told Sara so";
const handed = "PLANTED-HANDED Person A says that it was twice";

describe.each(platforms())("questions of the deciding body, on %s", (platform) => {
  test("[K45] the board asks the parties through the officers: a party reads the officers' words, and the board the answer without names", async () => {
    stage = await openStage({ platform });
    const { person } = stage;
    const codeName = await playToBoard(stage);
    const petra = person("Petra");
    // Before somebody has said that nothing stands in the way, they ask nothing.
    await petra.command("vote ask", { code: codeName });
    expect(petra.note()).toContain("conflict");
    await clear(stage, "Petra");
    await petra.press("Ask for more information");
    await petra.fillIn({ "What do you want to know?": question });
    await stage.settle();
    expect(petra.reads()).toContain("Until it is answered nothing is voted on");
    await clear(stage, "Dina");
    await person("Dina").command("vote ask", { code: codeName });
    expect(person("Dina").note()).toContain("nothing more is asked");

    // The officers read it and put it to a party in their words.
    const sara = person("Sara");
    await sara.command("evidence show", { code: codeName });
    expect(sara.note()).toContain(question);
    await sara.press("Ask the complainant (A)");
    await sara.fillIn({ "What do you ask them?": relayed });
    await stage.settle();
    const mona = person("Mona");
    expect(mona.reads()).toContain(relayed);
    expect(mona.reads()).not.toContain(question);
    expect(mona.reads()).not.toContain("Petra");
    await mona.press("Answer the question");
    await mona.fillIn({ "Your answer": answer });
    await stage.settle();
    await mona.command("evidence answer", { code: codeName });
    expect(mona.note()).toContain("There is nothing of that kind");
    expect(person("Nils").reads()).not.toMatch(/PLANTED-(BOARD|RELAYED|ANSWER)/);

    // What they hand on may name nobody.
    await sara.command("evidence show", { code: codeName });
    expect(sara.note()).toContain(answer);
    await sara.press("Answer the body");
    await sara.fillIn({ "The answer": answer });
    expect(sara.note()).toContain("Nils");
    expect(sara.note()).toContain("Not possible");
    await sara.press("Change what you wrote");
    await sara.fillIn({ "The answer": handed });
    await stage.settle();
    await petra.command("vote brief", { code: codeName });
    expect(petra.note()).toContain(question);
    expect(petra.note()).toContain(handed);
    await clear(stage, "Hanna");
    expect(person("Hanna").note()).toContain(handed);
    for (const name of ["Petra", "Dina", "Hanna", "Ivan"]) {
      const read = person(name).reads();
      for (const hidden of [answer, relayed, "Mona", "Nils", planted.what]) expect(read).not.toContain(hidden);
    }
    await petra.command("vote timeline", { code: codeName });
    expect(petra.note()).toContain("Answer handed to the body");
    expect(stage.logged.join("\n")).not.toMatch(/PLANTED|Mona|Nils/);
  });
});
