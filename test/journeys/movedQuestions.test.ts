import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { organisationOf } from "./people.ts";
import { codeNameIn } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

/** The Executive votes in secret, and asks whoever moved something. */
const union = organisationOf("fxsu", (text) =>
  text.replace(
    /( {2}executive:\n {4}clause: "4.2"\n(?: {4}.*\n)*? {4}closed: )false\n/,
    '$1true\n    secret: true\n    questions: { clause: "4.2" }\n',
  ),
);
const [priya, callum, zoe, ben, ellie, noah, freya] = ["Priya", "Callum", "Zoe", "Ben", "Ellie", "Noah", "Freya"];
const everybody = [priya, callum, zoe, ben, ellie, noah, freya];
const QUESTION = "PLANTED-QUESTION What does it cost?";
const ANSWER = "PLANTED-ANSWER Four hundred pounds.";

describe.each(["discord", "slack"] as const)("a member asks whoever moved a motion, on %s", (platform) => {
  let stage: Stage;
  let codeName: string;
  beforeEach(async () => {
    stage = await openStage({ platform, store: "memory", organisation: union, start: "2026-09-10T10:00" });
    await person(priya).command("vote new");
    await person(priya).fillIn({
      "Which vote?": "executive",
      "The motion": "That the union buys a coffee machine.",
      "Last day to vote": "2026-09-14",
    });
    await stage.settle();
    codeName = codeNameIn(person(priya).note());
    await press(callum, "Open the vote");
  });
  afterEach(() => stage.close());
  const person = (name: string) => stage.person(name);

  async function press(name: string, label: string): Promise<void> {
    await person(name).press(label);
    await stage.settle();
  }

  async function vote(name: string, choice: string): Promise<string> {
    await person(name).press("Cast your ballot");
    await person(name).press(choice);
    return /[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}/.exec(person(name).note())?.[0] ?? "";
  }

  const card = (name: string) =>
    person(name)
      .messages()
      .findLast(({ text, ephemeral }) => !ephemeral && text.includes("Who may vote:"))
      ?.text.replaceAll("**", "") ?? "";

  test("[K45] the ballots so far are void, its time rests, and nobody votes; with the answer the same people vote anew, for as much longer", async () => {
    const receipt = await vote(zoe, "Against");
    await vote(ben, "In favour");
    await person(ellie).press("Ask the mover");
    await person(ellie).fillIn({ "What do you want to know?": QUESTION });
    await stage.settle();
    for (const name of everybody) {
      expect(person(name).reads()).toContain(QUESTION);
      expect(person(name).reads()).toContain("The ballots that were cast so far are void");
    }
    for (const other of ["Margaret", "Denise"]) expect(person(other).reads()).not.toContain("PLANTED");
    await person(noah).command("vote cast", { code: codeName, choice: "against" });
    expect(person(noah).note()).toContain("Nothing: the vote is over.");
    await person(callum).command("vote open", { code: codeName });
    expect(person(callum).note()).toContain("Whoever moved it was asked something.");
    expect(person(callum).note()).toContain("/motion answer");
    // Its last day comes and goes: nothing is counted, and nobody is reminded.
    await stage.moveTo("2026-09-16T10:00");
    expect(card(freya)).not.toMatch(/Carried|Lost|No quorum/);
    await person(noah).press("Answer the question");
    await person(noah).fillIn({ "The answer": "It is not mine to answer." });
    // Of the Executive nobody is named who leads: so every member may.
    expect(person(noah).note()).toContain("Everybody reads your answer");
    await stage.settle();
    expect(person(freya).reads()).toContain("Everybody votes once more, also who had voted before.");
    expect(card(freya)).toContain("Last day: Sunday, 20 September 2026");
    for (const name of [zoe, ben, noah]) await vote(name, "In favour"); // oxlint-disable-line no-await-in-loop
    await person(callum).press("Close the vote");
    await stage.settle();
    expect(card(freya)).toContain("Carried.");
    await person(zoe).command("vote ballots", { code: codeName });
    expect(person(zoe).note()).not.toContain(receipt);
    expect(stage.logged.join("\n")).not.toContain("PLANTED");
  });

  test("[K45] each has a command: asking, answering, and going on without an answer", async () => {
    const code = { code: codeName };
    await person(ben).command("vote ask", code);
    await person(ben).fillIn({ "What do you want to know?": QUESTION });
    await stage.settle();
    await person(zoe).command("vote ask", code);
    await person(zoe).fillIn({ "What do you want to know?": "And who pays?" });
    expect(person(zoe).note()).toContain("nothing more is asked");
    expect(person(zoe).note()).toContain("/vote resume");
    await person(priya).command("motion answer", code);
    await person(priya).fillIn({ "The answer": ANSWER });
    await stage.settle();
    expect(card(freya)).toContain(ANSWER);
    expect(card(freya)).toContain("The vote is open.");
    await person(ben).command("motion ask", code);
    await person(ben).fillIn({ "What do you want to know?": "Which colour?" });
    await stage.settle();
    await person("Margaret").command("vote resume", code);
    expect(person("Margaret").note()).toContain("There is nothing here for you under that name");
    await person(callum).command("motion resume", code);
    await stage.settle();
    expect(person(freya).reads()).toContain("It goes on without an answer.");
    expect(card(freya)).toContain("The vote is open.");
  });
});
