import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { organisationOf } from "./people.ts";
import { codeNameIn } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

const union = organisationOf("fxsu");
/** The executive: its quorum is three, and its votes are open. */
const [priya, callum, zoe, ben, ellie, noah, freya] = ["Priya", "Callum", "Zoe", "Ben", "Ellie", "Noah", "Freya"];
const TEXT = "That the union buys a coffee machine for the office.";

describe.each(["discord", "slack"] as const)("a body votes on something that is no case, on %s", (platform) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage({ platform, store: "memory", organisation: union, start: "2026-09-10T10:00" });
  });
  afterEach(() => stage.close());
  const person = (name: string) => stage.person(name);

  /** Somebody moves a motion. Returns its code name. */
  async function move(name: string, day = ""): Promise<string> {
    await person(name).command("vote new");
    await person(name).fillIn({ "Which vote?": "executive", "The motion": TEXT, "Last day to vote": day });
    await stage.settle();
    return codeNameIn(person(name).note());
  }

  async function openVote(name: string): Promise<void> {
    await person(name).press("Open the vote");
    await stage.settle();
  }

  const card = (name: string) =>
    person(name)
      .messages()
      .findLast(({ text, ephemeral }) => !ephemeral && text.includes("Who may vote:"))?.text ?? "";

  const minute = (name: string) =>
    person(name)
      .messages()
      .findLast(({ text, ephemeral }) => !ephemeral && text.includes("Minute of the motion"))?.text ?? "";

  test("[F037][F038] it is moved, voted on with buttons, and carried or not by its own quorum and majority; the minute says who voted how", async () => {
    const codeName = await move(priya);
    for (const name of [priya, callum, zoe, ben, ellie, noah, freya]) expect(card(name)).toContain(TEXT);
    expect(person("Margaret").reads()).not.toContain(TEXT);
    await openVote(callum);
    expect(card(ellie)).toContain("7 members, fixed when the vote was opened");
    expect(card(ellie)).toContain("more than 1/2 of the votes in favour and against; who abstains counts for neither");
    await person(zoe).press("In favour");
    expect(person(zoe).note()).toContain(`Your vote on ${codeName} is counted: In favour`);
    await person(ben).press("Against");
    await stage.settle();
    expect(card(ellie)).toContain("How it stands is shown to nobody until it is closed.");
    expect(card(ellie)).not.toMatch(/Zoe|Ben/);
    await person(priya).press("Close the vote");
    expect(person(priya).note()).toContain(
      "There is no quorum: 3 must be present. 2 are present. Nothing is decided; the vote stays open.",
    );
    await person(noah).press("I am present");
    await person(ben).press("In favour");
    expect(person(ben).note()).toContain("takes the place of your earlier one: In favour");
    await person(priya).press("Close the vote");
    await stage.settle();
    expect(card(freya)).toContain(
      "Carried. 2 in favour, 0 against, 0 abstained. Needed: more than 1/2 of the votes in favour and against; who abstains counts for neither; that was taken of 2. Present: 3 of 7.",
    );
    expect(minute(freya)).toContain("In favour: Ben Tanner and Zoe Marsh");
  });
});
