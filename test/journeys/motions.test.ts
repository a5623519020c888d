import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { organisationOf } from "./people.ts";
import { platforms } from "./platforms.ts";
import { codeNameIn } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

const union = organisationOf("fxsu");
/** The executive: its quorum is three, and its votes are open. */
const [priya, callum, zoe, ben, ellie, noah, freya] = ["Priya", "Callum", "Zoe", "Ben", "Ellie", "Noah", "Freya"];
const TEXT = "That the union buys a coffee machine for the office.";

describe.each(platforms())("a body votes on something that is no case, on %s", (platform) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage({ platform, organisation: union, start: "2026-09-10T10:00" });
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
      .findLast(({ text, ephemeral }) => !ephemeral && text.includes("Who may vote:"))
      ?.text.replaceAll("**", "") ?? "";

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
      "Carried. 2 in favour, 0 against, 0 abstained. More than 1/2 of the votes cast: 2 of 2 were needed. Reached. 3 were present. 2 of 7 voted.",
    );
    expect(minute(freya)).toContain("In favour: Ben Tanner and Zoe Marsh");
  });

  test("[F037] every act has a command of the same name, whoever is not of the body is answered as if there were nothing", async () => {
    const codeName = await move(priya);
    const code = { code: codeName };
    await person(zoe).command("redress");
    await person(zoe).press("Before you (1)");
    expect(person(zoe).note()).toContain(codeName);
    await person(priya).command("vote list");
    expect(person(priya).note()).toContain(`${codeName}: a motion before the Executive Committee`);
    for (const words of ["show", "open", "present", "close", "recuse", "second", "minute"]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await person("Margaret").command(`vote ${words}`, code);
      expect(person("Margaret").note()).toContain("There is nothing here for you under that name");
    }
    await person("Margaret").command("vote cast", { ...code, choice: "against" });
    expect(person("Margaret").note()).toContain("There is nothing here for you under that name");
    await person("Margaret").command("vote list");
    expect(person("Margaret").note()).not.toContain(codeName);
    await person(ben).command("vote open", code);
    expect(person(ben).note()).toContain(`The vote on ${codeName} is open.`);
    await person(ben).command("vote cast", { ...code, choice: "in-favour" });
    expect(person(ben).note()).toContain(`Your vote on ${codeName} is counted: In favour`);
    await person(zoe).command("vote present", code);
    expect(person(zoe).note()).toContain(`You are noted as present in the vote on ${codeName}`);
    await person(noah).command("vote present", code);
    await person(callum).command("vote close", code);
    expect(person(callum).note()).toContain("Carried. 1 in favour, 0 against, 0 abstained.");
    await stage.settle();
    await person(ben).command("vote cast", { ...code, choice: "against" });
    expect(person(ben).note()).toContain("Nothing: the vote is over.");
    await person(freya).command("vote minute", code);
    expect(person(freya).note()).toContain("In favour: Ben Tanner");
    await person("Margaret").command("vote new");
    expect(person("Margaret").note() + person("Margaret").form()?.title).toContain("Move a motion");
  });

  test("[F042][F043] of a committee three trustees have to be there, whoever else is; who abstains takes nothing from the majority", async () => {
    await person(priya).command("vote new");
    await person(priya).fillIn({ "Which vote?": "finance", "The motion": TEXT });
    await stage.settle();
    const codeName = codeNameIn(person(priya).note());
    await openVote(ben);
    await person(priya).press("In favour");
    await person(ben).press("In favour");
    await person("Martin").press("Against");
    await person("Ruth").press("I am present");
    await person(priya).press("Close the vote");
    expect(person(priya).note()).toContain(
      "3 must be present, including 3 of the Board of Trustees. 4 are present, 2 of them of the Board of Trustees",
    );
    await person(priya).command("vote why", { code: codeName });
    expect(person(priya).note()).toMatch(/Close the vote: There is no quorum[^]*Board of Trustees/);
    await person("Aisha").press("Abstain");
    await person(priya).press("Close the vote");
    await stage.settle();
    expect(card(ben)).toContain("Carried. 2 in favour, 1 against, 1 abstained.");
  });

  test("[A23][K16][E-25] whoever steps aside is out of the room, the quorum and the base at once; a ballot of theirs counts no more", async () => {
    const codeName = await move(priya);
    await openVote(callum);
    await person(zoe).press("Against");
    await person(ben).press("In favour");
    await person(noah).press("In favour");
    await stage.settle();
    expect(card(ellie)).toContain("Present: 3");
    await person(zoe).press("I have a conflict");
    await stage.settle();
    expect(person(zoe).rooms()).toEqual([]);
    expect(card(ellie)).toContain("6 members, fixed when the vote was opened; 1 stepped aside");
    expect(card(ellie)).toContain("Present: 2");
    await person(zoe).command("vote show", { code: codeName });
    expect(person(zoe).note()).toContain("There is nothing here for you under that name");
    await person(priya).press("Close the vote");
    expect(person(priya).note()).toContain("3 must be present. 2 are present.");
    await person(freya).press("I am present");
    await person(priya).press("Close the vote");
    await stage.settle();
    expect(minute(freya)).toContain("Carried. 2 in favour, 0 against, 0 abstained.");
    expect(minute(freya)).not.toContain("Zoe");
  });

  test("[E-24][E-27] what is over because time is up is counted as when it is closed by hand: by its own majority of its own base", async () => {
    const moveBy = async (day: string) => {
      await person(priya).command("vote new");
      await person(priya).fillIn({
        "Which vote?": "Position in an emergency",
        "The motion": TEXT,
        "Last day to vote": day,
      });
      await stage.settle();
      await openVote(callum);
      for (const name of [zoe, ben, noah]) await person(name).press("In favour"); // oxlint-disable-line no-await-in-loop
      await stage.settle();
    };
    await moveBy("2026-09-12");
    await stage.moveTo("2026-09-13T00:00");
    const words =
      "Lost. 3 in favour, 0 against, 0 abstained. More than 1/2 of the members: 4 of 7 were needed. Not reached. 3 were present. 3 of 7 voted.";
    expect(card(freya)).toContain(words);
    await moveBy("");
    await person(callum).press("Close the vote");
    await stage.settle();
    expect(card(freya)).toContain(words);
  });

  test("[E-25][E-27] who may vote is fixed at the opening: whoever comes later has no vote, whoever leaves changes neither base nor quorum, and what they voted counts", async () => {
    const codeName = await move(priya);
    await openVote(callum);
    await person(zoe).press("In favour");
    await person(ben).press("In favour");
    await person(ellie).press("Against");
    const hers = person(freya).handle("In favour");
    // Freya and Zoe leave the body, and Omar joins it.
    await stage.restart(undefined, (people) =>
      people.map((each) => {
        if (each.name.startsWith("Freya") || each.name.startsWith("Zoe")) return { ...each, offices: [] };
        return each.name.startsWith("Omar") ? { ...each, offices: ["part_time_officer"] } : each;
      }),
    );
    await stage.settle();
    expect(person(freya).rooms()).toEqual([]);
    expect(card("Omar")).toContain("7 members, fixed when the vote was opened");
    await person("Omar").press("Against");
    expect(person("Omar").note()).toContain("You were not a member yet when this vote was opened.");
    await person(freya)
      .pressHandle(hers)
      .catch(() => {});
    expect(person(freya).reads()).not.toContain("is counted");
    await person(freya).command("vote cast", { code: codeName, choice: "in-favour" });
    expect(person(freya).note()).toContain("There is nothing here for you under that name");
    await person(callum).press("Close the vote");
    await stage.settle();
    expect(minute(callum)).toContain("Carried. 2 in favour, 1 against, 0 abstained.");
    expect(minute(callum)).toContain("3 were present. 3 of 7 voted.");
  });
});

const secret = organisationOf("fxsu", (text) =>
  text.replace(/( {2}executive:\n {4}clause: "4.2"\n(?: {4}.*\n)*? {4}closed: )false\n/, "$1true\n    secret: true\n"),
);

describe.each(platforms())("a secret vote, on %s", (platform) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage({ platform, organisation: secret, start: "2026-09-10T10:00" });
  });
  afterEach(() => stage.close());
  const person = (name: string) => stage.person(name);
  const everybody = [priya, callum, zoe, ben, ellie, noah, freya];
  const card = (name: string) =>
    person(name)
      .messages()
      .findLast(({ text, ephemeral }) => !ephemeral && text.includes("Who may vote:"))
      ?.text.replaceAll("**", "") ?? "";

  async function open(day = ""): Promise<string> {
    await person(priya).command("vote new");
    await person(priya).fillIn({ "Which vote?": "executive", "The motion": TEXT, "Last day to vote": day });
    await stage.settle();
    const codeName = codeNameIn(person(priya).note());
    await person(callum).press("Open the vote");
    await stage.settle();
    return codeName;
  }

  /** Somebody votes by the paper. Returns the receipt. */
  async function vote(name: string, choice: string): Promise<string> {
    await person(name).press("Cast your ballot");
    await person(name).press(choice);
    return /[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}/.exec(person(name).note())?.[0] ?? "";
  }

  test("[E-28] each is told what is protected and what is not, changes the vote until it is closed, and finds with the receipt that it was counted; how it stands is told to nobody", async () => {
    const codeName = await open();
    const before = card(freya);
    await person(zoe).press("Cast your ballot");
    expect(person(zoe).note()).toContain("Not protected: the platform you use knows which button you press.");
    expect(person(zoe).note()).toContain("somebody stands behind you");
    const old = await vote(zoe, "In favour");
    const receipt = await vote(zoe, "Against");
    expect(person(zoe).note()).toContain("The earlier one is gone, and its receipt is worth nothing any more.");
    expect(person(zoe).note()).not.toMatch(/In favour|Against/);
    expect(receipt).not.toBe(old);
    for (const name of [ben, noah, ellie]) await vote(name, "In favour"); // oxlint-disable-line no-await-in-loop
    await stage.settle();
    expect(card(freya)).toBe(before);
    await person(callum).press("Close the vote");
    await stage.settle();
    // Four ballots, one of them against: the numbers would show too much.
    expect(card(freya)).toContain("Carried. The numbers are told to nobody, and nothing is left of them");
    expect(card(freya)).toContain("4 of 7 voted.");
    await person(zoe).command("vote ballots", { code: codeName });
    expect(person(zoe).note()).toContain(receipt);
    expect(person(zoe).note()).not.toContain(old);
    expect(person(zoe).note()).toContain("What stands on the ballots is not told.");
    expect(person(zoe).note()).not.toMatch(/In favour|Against/);
    const sinks = [...stage.logged, ...stage.local.calls().map(({ body }) => JSON.stringify(body))];
    const told = sinks.filter((each) => /"custom_id":"motion\.cast|"action_id":"motion\.cast/.test(each)).join("");
    expect(told).not.toMatch(/motion\.cast:(in-favour|against|abstain)/);
  });

  test("[E-28] those who have not voted are reminded in person, by a message that is the same for all; the vote is closed by itself after its last day", async () => {
    const codeName = await open("2026-09-14");
    await vote(zoe, "Against");
    for (const name of [ben, noah, ellie]) await vote(name, "Against"); // oxlint-disable-line no-await-in-loop
    await stage.moveTo("2026-09-13T12:00");
    const told = (name: string) =>
      person(name)
        .messages()
        .filter(({ text, ephemeral }) => !ephemeral && text.includes("you have not voted yet"))
        .map(({ text }) => text);
    for (const name of [priya, callum, freya]) {
      expect(told(name)).toEqual(told(priya));
      expect(told(name)).toHaveLength(1);
      expect(told(name)[0]).toContain("The last day is Monday, 14 September 2026.");
    }
    for (const name of [zoe, ben, noah, ellie]) expect(told(name)).toEqual([]);
    await person(freya).press("Cast your ballot");
    expect(person(freya).note()).toContain(`Your ballot in ${codeName}`);
    await stage.moveTo("2026-09-14T23:59");
    expect(card(freya)).toContain("The vote is open.");
    await stage.moveTo("2026-09-15T00:00");
    expect(card(freya)).toContain("Lost. The numbers are told to nobody");
    await stage.moveTo("2026-09-16T09:30");
    expect(told(freya)).toHaveLength(2);
  });

  test("[E-26] a vote during which Redress was away stays open for as much longer, and its room is told", async () => {
    await open("2026-09-14");
    await stage.moveTo("2026-09-14T18:00");
    stage.clock.advance(20 * 3_600_000);
    await stage.restart();
    await stage.settle();
    expect(card(freya)).toContain(
      "Redress was away from 2026-09-14 18:00 to 2026-09-15 14:00, so the vote stays open for longer.",
    );
    expect(card(freya)).toContain("Last day: Tuesday, 15 September 2026");
    for (const name of everybody) expect(card(name)).toContain("The vote is open.");
    await stage.moveTo("2026-09-16T00:00");
    expect(card(freya)).toContain("No quorum: 3 needed, 0 present. Nothing is decided. The vote can be opened anew.");
    await person(freya).press("Open the vote");
    await person(freya).fillIn({ "Last day to vote": "2026-09-20" });
    await stage.settle();
    expect(card(freya)).toContain("Last day: Sunday, 20 September 2026");
  });

  test("[E-26] so it does where the machine slept and Redress went on afterwards as if nothing had been", async () => {
    const codeName = await open("2026-09-14");
    await stage.moveTo("2026-09-14T18:00");
    await stage.sleepUntil("2026-09-15T14:00");
    expect(card(freya)).toContain("Redress was away from 2026-09-14 18:00 to 2026-09-15 14:00");
    expect(card(freya)).toContain("Last day: Tuesday, 15 September 2026");
    await stage.sleepUntil("2026-09-15T14:30");
    await person(freya).command("vote show", { code: codeName });
    expect(
      person(freya)
        .note()
        .match(/Redress was away/g),
    ).toHaveLength(1);
  });

  test("[E-26] where the rules say so it ends as void instead, nothing of it is counted, and it can be opened anew", async () => {
    await stage.close();
    const rulebookText = secret.rulebookText.replace("    secret: true\n", "    secret: true\n    outage: voids\n");
    stage = await openStage({
      platform,

      organisation: secret,
      rulebookText,
      start: "2026-09-10T10:00",
    });
    await open("2026-09-14");
    for (const name of [zoe, ben, noah, ellie]) await vote(name, "In favour"); // oxlint-disable-line no-await-in-loop
    await stage.moveTo("2026-09-14T18:00");
    stage.clock.advance(2 * 3_600_000);
    await stage.restart();
    await stage.settle();
    expect(card(freya)).toContain("Void: Redress was away for too long while the vote was open.");
    await person(freya).press("Open the vote");
    await stage.settle();
    expect(card(freya)).toContain("The vote is open.");
    await stage.moveTo("2026-09-15T00:00");
    expect(card(freya)).toContain("No quorum: 3 needed, 0 present. Nothing is decided. The vote can be opened anew.");
  });
});
