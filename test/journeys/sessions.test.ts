import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { organisationOf } from "./people.ts";
import { platforms } from "./platforms.ts";
import { codeNameIn } from "./plays.ts";
import { openDesk } from "./probe.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

/** The executive, with the clerk as an observer of its votes. */
const union = organisationOf("fxsu", (text) =>
  text.replace(
    /( {2}executive:\n {4}clause: "4.2"\n(?: {4}.*\n)*? {4}closed: false\n)/,
    '$1    observers: ["office:clerk"]\n',
  ),
);
const [priya, callum, zoe, ben, ellie, simon] = ["Priya", "Callum", "Zoe", "Ben", "Ellie", "Simon"];

describe.each(platforms())("a session of a body, on %s", (platform) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage({ platform, organisation: union, start: "2026-09-10T18:00" });
  });
  afterEach(() => stage.close());
  const person = (name: string) => stage.person(name);

  async function press(name: string, label: string): Promise<void> {
    await person(name).press(label);
    await stage.settle();
  }

  async function convene(camera: "No" | "Yes, in camera"): Promise<string> {
    await person(priya).command("session new");
    await person(priya).fillIn({
      "Which body?": "Executive Committee",
      "What is it about?": "The budget of the autumn.",
      "Behind closed doors?": camera,
    });
    await stage.settle();
    return codeNameIn(person(priya).note());
  }

  async function move(name: string, text: string): Promise<void> {
    await person(name).press("Move a motion");
    if (person(name).form() === undefined) return;
    await person(name).fillIn({ "Which vote?": "Decision of the Executive", "The motion": text });
    await stage.settle();
  }

  const card = (name: string) =>
    person(name)
      .messages()
      .findLast(({ text, ephemeral }) => !ephemeral && text.includes("Convened by"))
      ?.text.replaceAll("**", "") ?? "";
  const motion = (name: string) =>
    person(name)
      .messages()
      .findLast(({ text, ephemeral }) => !ephemeral && text.includes("Who may vote"))
      ?.text.replaceAll("**", "") ?? "";

  test("[K25] it is convened and opened by the chair; whoever is present counts for the quorum of its votes, an observer does not; its agenda says how each motion ended", async () => {
    await convene("No");
    for (const name of [callum, zoe, simon]) expect(card(name)).toContain("The budget of the autumn.");
    expect(person("Margaret").reads()).not.toContain("The budget");
    await move(zoe, "That the union buys a coffee machine.");
    expect(card(simon)).toContain("That the union buys a coffee machine. (moved)");
    await person(callum).press("Open the vote");
    expect(person(callum).note()).toContain("The session is not open now.");
    await press(simon, "Open the session");
    expect(person(simon).note()).toContain("bservers");
    await press(priya, "Open the session");
    for (const name of [callum, zoe, ben]) await press(name, "I am present"); // oxlint-disable-line no-await-in-loop
    expect(card(simon)).toContain("3 of 7: Ben Tanner, Callum Reid and Zoe Marsh");
    await press(callum, "Open the vote");
    expect(motion(ellie)).toContain("Present: 3");
    expect(card(simon)).toContain("(vote open)");
    await press(callum, "In favour");
    await press(callum, "Close the vote");
    expect(card(simon)).toContain("That the union buys a coffee machine. (carried)");
    await press(priya, "End the session");
    expect(card(simon)).toContain("It is over.");
  });

  test("[A33] in camera nobody observes, and once it is open nothing is added to its agenda", async () => {
    const codeName = await convene("Yes, in camera");
    expect(card(zoe)).toContain("once it is opened nothing is added to its agenda");
    expect(person(simon).reads()).not.toContain("The budget");
    await person(simon).command("session show", { code: codeName });
    expect(person(simon).note()).toContain("There is nothing here for you under that name");
    await move(zoe, "That the treasurer is heard.");
    expect(motion(ben)).toContain("That the treasurer is heard.");
    expect(person(simon).reads()).not.toContain("treasurer");
    await press(priya, "Open the session");
    await person(ben).command("session move", { code: codeName });
    await person(ben).fillIn({
      "Which vote?": "Decision of the Executive",
      "The motion": "That we buy a coffee machine.",
    });
    expect(person(ben).note()).toContain("since it was opened its agenda is fixed");
    await stage.settle();
    expect(card(zoe)).not.toContain("coffee");
  });

  test("it is adjourned until another day and resumed: meanwhile no vote is opened, and one that is open stays open", async () => {
    const codeName = await convene("No");
    await move(zoe, "That the union buys a coffee machine.");
    await press(priya, "Open the session");
    await person(callum).command("session adjourn", { code: codeName });
    await person(callum).fillIn({ "Until when?": "2026-09-12" });
    await stage.settle();
    expect(card(zoe)).toContain("It goes on Saturday, 12 September 2026.");
    await person(callum).press("Open the vote");
    expect(person(callum).note()).toContain("The session is not open now.");
    await person(priya).command("session resume", { code: codeName });
    await person(callum).press("Open the vote");
    await stage.settle();
    expect(motion(zoe)).toContain("The vote is open.");
    await person(zoe).command("session list");
    expect(person(zoe).note()).toContain(`${codeName}: of the Executive Committee`);
    await person(zoe).command("session present", { code: codeName });
    expect(person(zoe).note()).toContain("You are noted as present");
    await person(zoe).command("session end", { code: codeName });
    expect(person(zoe).note()).toContain(`The session ${codeName} is over.`);
    // What is being voted on goes on until its own end: nobody loses a ballot because the meeting is over.
    expect(person(zoe).note()).toMatch(/A vote stays open, and its members vote as before: \S+ until it is closed\./);
    await stage.settle();
    expect(motion(zoe)).toContain("The vote is open.");
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    for (const name of [ben, callum, priya, zoe]) await person(name).press("In favour");
    expect(person(ben).note()).toContain("counted");
    await stage.settle();
    await person(zoe).command("session show", { code: codeName });
    expect(person(zoe).note()).toContain("A vote stays open");
    await person(callum).press("Close the vote");
    await stage.settle();
    await person(zoe).command("session show", { code: codeName });
    expect(person(zoe).note()).not.toContain("A vote stays open");
  });

  test("[V-13] whoever has left the body, or no longer observes it, is taken out of the room of its session", async () => {
    await convene("Yes, in camera");
    expect(person(zoe).rooms()).toHaveLength(1);
    await stage.restart(undefined, (seated) => seated.filter(({ name }) => !name.startsWith(zoe)));
    await stage.settle();
    expect(person(zoe).rooms()).toEqual([]);
    expect(person(ben).rooms()).toHaveLength(1);
  });

  test("[V-03] for whoever stepped aside from a motion the session is what it would be without it, in its room and on every list; the others see it when they ask", async () => {
    const codeName = await convene("No");
    const asked = ["session list", "vote list", "due", "redress"];
    const seenBy = async (name: string) => {
      const seen: string[] = [card(name)];
      await person(name).command("session show", { code: codeName });
      seen.push(person(name).note());
      for (const words of asked) {
        await person(name).command(words); // oxlint-disable-line no-await-in-loop
        seen.push(person(name).note());
      }
      return seen;
    };
    await press(priya, "Open the session");
    const without = await seenBy(zoe);
    await move(callum, "PLANTED-MOTION That Zoe is paid for her bicycle.");
    const name = codeNameIn(person(callum).note());
    expect(card(zoe)).toContain("PLANTED-MOTION");
    await press(zoe, "I have a conflict");
    expect(await seenBy(zoe)).toEqual(without);
    expect(card(simon)).not.toContain("PLANTED-MOTION");
    await press(callum, "Open the vote");
    await person(simon).command("session show", { code: codeName });
    expect(person(simon).note()).toContain(`${name}: PLANTED-MOTION`);
    for (const each of [ben, ellie]) await press(each, "In favour"); // oxlint-disable-line no-await-in-loop
    await press(callum, "I am present");
    await press(callum, "Close the vote");
    expect(await seenBy(zoe)).toEqual(without);
    await person(ben).command("session show", { code: codeName });
    expect(person(ben).note()).toContain("(carried)");
  });

  test("[V-06] an observer of some votes of the body reads on the agenda nothing of a motion whose vote they do not observe; nothing of another body stands there", async () => {
    const codeName = await convene("No");
    await person(zoe).press("Move a motion");
    const kept = "PLANTED-EMERGENCY a position on the fees";
    await person(zoe).fillIn({ "Which vote?": "Position in an emergency", "The motion": kept });
    await stage.settle();
    expect(motion(ben)).toContain(kept);
    await person(simon).command("session show", { code: codeName });
    expect(person(simon).reads()).not.toContain("PLANTED-EMERGENCY");
    expect(card(simon)).toContain("(moved)");

    // A form of a session that was sent with the vote of another body of the same person.
    const { desk, close } = await openDesk(stage, union);
    const session = (await stage.store.sessionByCodeName(codeName))?.id ?? "";
    const { id, name: called } = person(priya);
    const caller = { platform, id, name: called, locale: "en" };
    const values = { rule: "trustees_amendment", text: "PLANTED-TRUSTEES", options: "", day: "" };
    const sent = { kind: "submit", form: "move//1", ref: session, values, people: {} } as const;
    const answer = await desk.handle({ key: "forged", platform, caller, ...sent });
    await close();
    await stage.settle();
    expect(answer.kind).toBe("errors");
    expect(card(zoe)).not.toContain("PLANTED-TRUSTEES");
  });
});
