import { afterEach, describe, expect, test } from "vitest";

import { enter, words } from "./decisions.ts";
import { organisationOf } from "./people.ts";
import { platforms } from "./platforms.ts";
import { codeNameIn } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const SPEAKS = "Who speaks for you?";
const HANDS_IN = "Who hands this in?";
const BACK = "Written from outside: send back";
const AGAIN = "Send it again in my own name";
const law = "PLANTED-LAW on behalf of our client we submit";
const own = "PLANTED-OWN I was in the library all evening";
const seen = "PLANTED-SEEN it is on the paper of a law firm";

/** What stands in a field of the form that is open before somebody. */
const standsIn = (name: string, label: string) =>
  stage
    .person(name)
    .form()
    ?.fields.find((field) => field.label === label)?.value;

describe.each(platforms())("nobody from outside speaks for a party, on %s", (platform) => {
  const turn = async (name: string) => {
    if (platform === "discord") await stage.person(name).press("Continue");
  };
  const change = async (name: string) => {
    if (platform === "discord") await stage.person(name).press("Change what you wrote");
  };

  test("[F147] whoever reports says that they speak for themselves, with a full member if they like; what somebody from outside wrote goes back to its party, who reads it and sends it again in their own name", async () => {
    stage = await openStage({ platform, organisation: organisationOf("fxsu"), start: "2026-03-02T10:00" });
    const { person } = stage;
    const [mona, nils, helen] = [person("Mona"), person("Nils"), person("Helen")];
    await mona.command("report");
    await mona.fillIn({
      "What happened?": words.what,
      "How are you involved?": "It happened to me",
      "Is it about the Union, a member, or a group?": "A member",
    });
    await turn("Mona");
    await mona.fillIn({
      "Which rules?": ["Personal harassment"],
      "Who is it about?": [nils.id],
      "When did it happen, or stop?": "2026-02-20",
    });
    await turn("Mona");
    await mona.fillIn({ [SPEAKS]: "Somebody from outside, or a lawyer" });
    expect(mona.reads()).toContain("Nobody from outside, and no lawyer, speaks for a party here (Bye-law 9.1).");
    await change("Mona");
    await mona.fillIn({ [SPEAKS]: "I do, and somebody goes with me" });
    await turn("Mona");
    await mona.fillIn({ "Who goes with you?": [person("Lo").id] });
    expect(mona.reads()).toContain("Whoever goes with you has to be: full member (Bye-law 9.1).");
    await change("Mona");
    await mona.fillIn({ "Who goes with you?": [nils.id] });
    expect(mona.reads()).toContain("The report is about this person.");
    await change("Mona");
    await mona.fillIn({ "Who goes with you?": [person("Priya").id] });
    expect(mona.note()).toContain("You say that you speak for yourself");
    expect(mona.note()).toContain("Priya Nair goes with you and may speak for you.");
    await mona.press("Send the report");
    await stage.settle();
    const codeName = codeNameIn(mona.note());

    await enter(stage, "Helen", "Take the case");
    await helen.press("Open the file");
    await helen.press("People");
    expect(helen.note()).toContain("says that they speak for themselves; Priya Nair goes with them");
    await helen.command("case why", { code: codeName });
    expect(helen.note()).toContain(BACK);

    // The report goes back.
    await helen.press("Open the file");
    await enter(stage, "Helen", BACK, { "How can one tell?": seen });
    expect(helen.note()).toContain("It went back, with your words.");
    expect(mona.reads()).toContain("Please send this again in your own name");
    expect(mona.reads()).toContain(seen);
    expect(mona.reads()).toContain("Bye-law 9.1");
    await mona.press("Read what I sent");
    expect(mona.note()).toContain(words.what);
    await helen.press("Open the file");
    expect(helen.note()).toContain("somebody from outside wrote it. It has not been sent again.");
    expect(helen.note()).toContain(words.what);
    expect(helen.offered()).not.toContain(BACK);
    await mona.press(AGAIN);
    expect(standsIn("Mona", "Your statement")).toBe(words.what);
    await mona.fillIn({ "Your statement": words.note });
    await stage.settle();
    await helen.press("Open the file");
    expect(helen.note()).toContain("It has been sent again since.");
    await helen.press("Statements and evidence");
    expect(helen.note()).toContain(words.note);
    expect(helen.note()).toContain("It stands in the place of the report, which was sent back.");

    // The respondent hands in what somebody else wrote.
    await enter(stage, "Helen", "Given to Stage 1");
    await nils.command("evidence state", { code: codeName });
    await nils.fillIn({ "Your statement": law, [HANDS_IN]: "Somebody from outside, or a lawyer, for me" });
    expect(nils.note()).toContain("Nobody from outside, and no lawyer, speaks for a party here");
    await nils.press("Change what you wrote");
    expect(standsIn("Nils", "Your statement")).toBe(law);
    await nils.fillIn({ [HANDS_IN]: "I do, in my own name" });
    await stage.settle();
    await nils.command("evidence hand", { code: codeName });
    await nils.fillIn({ "What is it?": law, "Why does it matter?": own });
    await stage.settle();
    await helen.command("evidence return", { code: codeName });
    await helen.fillIn({ "What goes back?": "Statement of Monday, 2 March 2026", "How can one tell?": seen });
    await stage.settle();
    expect(nils.reads()).toContain("something that came from you went back to you (Statement)");
    // It is given to the other side no more.
    await helen.command("evidence show", { code: codeName });
    await helen.press("Let the complainant read (A)");
    expect(helen.reads()).toContain("Evidence, Monday, 2 March 2026");
    expect(helen.form()?.fields.flatMap(({ options }) => options)).toHaveLength(1);
    helen.closeWindow();
    await nils.press(AGAIN);
    expect(standsIn("Nils", "Your statement")).toBe(law);
    await nils.fillIn({ "Your statement": own });
    await stage.settle();
    await nils.press("Read what was handed in");
    expect(nils.note()).toContain(own);
    await nils.press("Next");
    await nils.press("Next");
    expect(nils.note()).toContain(law);
    expect(nils.note()).toContain("It has been sent again since.");
    expect(nils.note()).toContain(seen);

    // Who goes with the respondent is checked as well.
    await nils.command("companion", { code: codeName });
    await nils.fillIn({ "Who goes with you?": [person("Lo").id] });
    expect(nils.note()).toContain("Whoever goes with a party has to be: full member.");
    expect(nils.note()).toContain("Choose somebody else, or go alone.");
    await nils.press("Change what you wrote");
    await nils.fillIn({ "Who goes with you?": [person("Callum").id] });
    await stage.settle();
    await nils.command("mycase");
    expect(nils.note()).toMatch(/Goes with you:\W+Callum Reid/);
    expect(helen.reads()).toContain("has said who goes with them");
    await helen.command("case show", { code: codeName });
    await helen.press("Open the file");
    await helen.press("People");
    expect(helen.note()).toContain("Callum Reid goes with them");

    for (const other of ["Lo", "Priya", "Callum", "Karen"]) {
      expect(person(other).reads()).not.toContain(codeName);
      expect(person(other).reads()).not.toContain("PLANTED");
    }
    expect(mona.reads()).not.toMatch(/PLANTED-(?:LAW|OWN)|Callum/);
    expect(nils.reads()).not.toMatch(/Priya|PLANTED-WHAT/);
    expect(stage.logged.join("\n")).not.toMatch(/PLANTED|Mona|Nils|Priya|Callum/);
  });
});
