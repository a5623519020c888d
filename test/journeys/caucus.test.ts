import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { organisationOf } from "./people.ts";
import { codeNameIn } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

/** The council, whose votes that are tied are decided by its chair. */
const council = organisationOf("cope397", (text) => text.replace("    tie: fails\n", "    tie: chair\n"));
const [denise, ray, olena, marcel, tanya, walter, bea, imran] = [
  "Denise",
  "Ray",
  "Olena",
  "Marcel",
  "Tanya",
  "Walter",
  "Bea",
  "Imran",
];
const everybody = [denise, ray, olena, marcel, tanya, walter, bea, imran];
const TEXT = "PLANTED-MOTION that the local supports the strike fund.";

describe.each(["discord", "slack"] as const)("a council that decides by consensus, on %s", (platform) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage({
      platform,
      store: "memory",
      organisation: council,
      start: "2026-09-10T10:00",
    });
  });
  afterEach(() => stage.close());
  const person = (name: string) => stage.person(name);

  async function press(name: string, label: string): Promise<void> {
    await person(name).press(label);
    await stage.settle();
  }

  async function move(name: string, vote: string): Promise<string> {
    await person(name).command("vote new");
    await person(name).fillIn({ "Which vote?": vote, "The motion": TEXT });
    await stage.settle();
    return codeNameIn(person(name).note());
  }

  /** Somebody says where they stand, on a paper that nobody else sees. */
  async function say(name: string, position: string): Promise<void> {
    await person(name).press("Say where you stand");
    await press(name, position);
  }

  const card = (name: string) =>
    person(name)
      .messages()
      .findLast(({ text, ephemeral }) => !ephemeral && text.includes("Who may vote:"))
      ?.text.replaceAll("**", "") ?? "";

  test("[P12][P19] members state their views, the chair calls the consensus, and with the time to object it is adopted; what came of it is told, and nobody ever reads who said what", async () => {
    const codeName = await move(ray, "council_consensus");
    await press(denise, "Open the vote");
    expect(card(olena)).toContain("Then the chair calls the consensus");
    for (const name of [ray, olena, marcel, tanya, walter, bea]) await press(name, "I have said what I think, or pass"); // oxlint-disable-line no-await-in-loop
    await person(olena).command("vote cast", { code: codeName, choice: "agree" });
    expect(person(olena).note()).toContain("Not possible");
    await person(ray).press("Call the consensus");
    expect(person(ray).note()).toContain("chair");
    await press(denise, "Call the consensus");
    expect(card(olena)).toContain("Saturday, 12 September 2026");
    await say(tanya, "I stand aside");
    await say(olena, "I agree");
    expect(person(olena).note()).not.toMatch(/I agree|object/);
    const raws = JSON.stringify(
      everybody.flatMap((name) =>
        person(name)
          .messages()
          .map(({ raw }) => raw),
      ),
    );
    expect(raws).not.toMatch(/motion\.cast:(agree|object|stand-aside)/);
    await person(denise).command("vote why", { code: codeName });
    expect(person(denise).note()).toContain("One can still object");
    await stage.moveTo("2026-09-12T11:00");
    expect(card(bea)).toContain("Adopted by consensus.");
    expect(card(bea)).toContain("Who said what is kept from everybody for good.");
    await person(bea).command("vote minute", { code: codeName });
    expect(person(bea).note()).toContain("Adopted by consensus.");
    expect(person(bea).note()).not.toMatch(/Tanya|aside|stood/);
    const file = await stage.store.motionByCodeName(codeName);
    expect(JSON.stringify(file)).not.toMatch(/stand-aside|standingAside/);
    for (const entry of file?.entries ?? []) {
      if (entry.entry.kind !== "vote-opened") continue;
      const vote = await stage.store.motionVote(entry.entry.vote); // oxlint-disable-line no-await-in-loop
      expect(vote?.voters.filter(({ paper }) => paper !== undefined)).toEqual([]);
    }
  });

  test("[P12] one objection sends it back: nothing is adopted, the chair changes the words, and the consensus on the new ones is called anew", async () => {
    const codeName = await move(ray, "council_consensus");
    await press(denise, "Open the vote");
    await press(denise, "Call the consensus");
    await say(imran, "I object");
    expect(card(bea)).toContain("No consensus.");
    expect(card(bea)).not.toContain("Imran");
    await person(denise).press("Change the words");
    await person(denise).fillIn({ "The motion": "PLANTED-SECOND that the local supports half of it." });
    await stage.settle();
    expect(card(bea)).toContain("PLANTED-SECOND");
    expect(card(bea)).toContain("Version: 2");
    await press(denise, "Open the vote");
    await press(denise, "Call the consensus");
    for (const name of everybody) await say(name, "I agree"); // oxlint-disable-line no-await-in-loop
    await person(denise).command("vote close", { code: codeName });
    await stage.settle();
    expect(card(bea)).toContain("Adopted by consensus.");
    await person(bea).command("vote amend", { code: codeName });
    expect(person(bea).note() + (person(bea).form()?.title ?? "")).toBeTruthy();
  });

  test("[P09] the chair opens an item by consensus or by a vote, and that stands until it has ended; a tie waits for the chair's casting vote", async () => {
    const codeName = await move(ray, "council_vote");
    const code = { code: codeName };
    await person(denise).command("vote open", { ...code, by: "consensus" });
    await stage.settle();
    expect(card(olena)).toContain("Then the chair calls the consensus");
    for (const name of [ray, olena, marcel]) await press(name, "I have said what I think, or pass"); // oxlint-disable-line no-await-in-loop
    await person(denise).command("vote open", { ...code, by: "vote" });
    expect(person(denise).note()).toContain("The open vote is closed first");
    await press(denise, "End without a decision");
    expect(card(olena)).toContain("No consensus.");
    await person(denise).command("vote open", { ...code, by: "vote" });
    await stage.settle();
    for (const [i, name] of everybody.entries()) {
      await person(name).press("Cast your ballot"); // oxlint-disable-line no-await-in-loop
      await press(name, i % 2 === 0 ? "In favour" : "Against"); // oxlint-disable-line no-await-in-loop
    }
    await press(denise, "Close the vote");
    expect(card(olena)).toContain("it waits for the casting vote of the chair");
    await person(ray).press("Casting vote: in favour");
    expect(person(ray).note()).toContain("This is for");
    await person(denise).command("vote tie", { ...code, choice: "against" });
    await stage.settle();
    expect(person(denise).note()).toContain(`${codeName} is lost`);
    expect(card(olena)).toContain("Lost. The chair gave the casting vote against. Who said what is kept");
    for (const word of ["call", "tie", "why", "amend"]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await person("Judy").command(`vote ${word}`, word === "tie" ? { ...code, choice: "against" } : code);
      expect(person("Judy").note()).toContain("There is nothing here for you under that name");
    }
  });
});
