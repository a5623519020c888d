import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { organisationOf } from "./people.ts";
import { codeNameIn } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

/** A referendum of a small union: six must vote in place of 350. */
const union = organisationOf("fxsu", (text) => text.replace("at_least: 350", "at_least: 6"));
const [sam, ines, omar, grace, luke, kit, hana, jory] = ["Sam", "Ines", "Omar", "Grace", "Luke", "Kit", "Hana", "Jory"];

describe.each(["discord", "slack"] as const)("the student forum and the electorate, on %s", (platform) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage({ platform, store: "memory", organisation: union, start: "2026-11-10T10:00" });
  });
  afterEach(() => stage.close());
  const person = (name: string) => stage.person(name);

  async function press(name: string, label: string): Promise<void> {
    await person(name).press(label);
    await stage.settle();
  }

  /** Somebody moves it, and somebody opens its vote. Returns its code name. */
  async function open(
    rule: string,
    text: string,
    { options = [], mover = omar, chair = sam }: { options?: readonly string[]; mover?: string; chair?: string } = {},
  ): Promise<string> {
    await person(mover).command("vote new");
    await person(mover).fillIn({
      "Which vote?": rule,
      "The motion": text,
      "Options, one on each line": options.join("\n"),
    });
    await stage.settle();
    const codeName = codeNameIn(person(mover).note());
    await press(chair, "Open the vote");
    return codeName;
  }

  /** Somebody fills in a paper from its lists and casts it. */
  async function vote(name: string, asked: string, picks: readonly string[]): Promise<void> {
    await person(name).press("Cast your ballot");
    for (const [i, pick] of picks.entries())
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await person(name).choose(asked.replace("#", String(i + 1)), pick);
    await press(name, "Cast this ballot");
  }

  const card = (name: string) =>
    person(name)
      .messages()
      .findLast(({ text, ephemeral }) => !ephemeral && text.includes("Who may vote:"))
      ?.text.replaceAll("**", "") ?? "";

  const minute = (name: string) =>
    person(name)
      .messages()
      .findLast(({ text, ephemeral }) => !ephemeral && text.includes("Minute of the motion"))
      ?.text.replaceAll("**", "") ?? "";

  test("[F067] the chair enters the count of those in the room, which is added to the ballots of those online; the minute tells both", async () => {
    const codeName = await open("position", "That rents are too high.");
    expect(person(omar).canPress("Count of hands")).toBe(true);
    await press(omar, "Count of hands");
    await person(omar).fillIn({ "In favour": "2", Against: "0", Abstain: "0" });
    expect(person(omar).note()).toContain("chair");
    await person(sam).command("count hands", { code: codeName });
    await person(sam).fillIn({ "In favour": "two", Against: "1", Abstain: "0" });
    expect(person(sam).reads()).toContain("A whole number, such as 0 or 21.");
    await person(sam).command("count hands", { code: codeName });
    await person(sam).fillIn({ "In favour": "400", Against: "1", Abstain: "0" });
    expect(person(sam).reads()).toContain("These are more than may vote");
    await person(sam).command("count hands", { code: codeName });
    await person(sam).fillIn({ "In favour": "2", Against: "1", Abstain: "1" });
    expect(person(sam).note()).toContain(`Entered for ${codeName}: 2 in favour, 1 against, 1 abstained in the room.`);
    for (const name of [ines, luke]) await press(name, "Against"); // oxlint-disable-line no-await-in-loop
    await press(kit, "In favour");
    const mayVote = Number(/(\d+) members, fixed/.exec(card(kit))?.[1]);
    const twice = `Hands and ballots together are ${mayVote + 1}, and ${mayVote} may vote`;
    // Three have voted here: with so many in the room that one more was counted than may vote, somebody was counted twice.
    const hands = async (inFavour: string) => {
      await person(sam).command("count hands", { code: codeName });
      await person(sam).fillIn({ "In favour": inFavour, Against: "1", Abstain: "1" });
      await stage.settle();
    };
    await hands(String(mayVote - 4));
    expect(person(sam).note()).toContain(twice);
    await hands(String(mayVote - 5));
    await press(grace, "In favour");
    expect(card(kit)).toContain(twice);
    await press(sam, "Close the vote");
    expect(person(sam).note()).toContain("/count hands");
    await hands("1");
    await press(sam, "Close the vote");
    expect(minute(kit)).toContain("Lost. 3 in favour, 3 against, 1 abstained.");
    expect(minute(kit)).toContain("7 were present.");
    expect(minute(kit)).toContain(
      "Of these 1 in favour, 1 against and 1 abstaining were counted by hand in the room; the others are ballots.",
    );
  });

  test("[F044][F049][F055][F056] any student of the union is of the forum, and nobody else; its chair and vice-chair open and close its votes, whoever moved them", async () => {
    await person(omar).command("vote new");
    await person(omar).fillIn({ "Which vote?": "position", "The motion": "That rents are too high." });
    await stage.settle();
    const codeName = codeNameIn(person(omar).note());
    for (const name of [kit, "Priya", "Ellie"]) expect(person(name).reads()).toContain("That rents are too high.");
    await person("Denise").command("vote show", { code: codeName });
    expect(person("Denise").note()).toContain("There is nothing here for you under that name");
    await person(omar).press("Open the vote");
    expect(person(omar).note()).toContain("the chair of the Student Forum");
    await press(ines, "Open the vote");
    for (const name of [kit, hana]) await press(name, "In favour"); // oxlint-disable-line no-await-in-loop
    await press(jory, "Against");
    await person(kit).press("Close the vote");
    expect(person(kit).note()).toContain("the chair of the Student Forum");
    await press(sam, "Close the vote");
    expect(minute(kit)).toContain("Carried. 2 in favour, 1 against");
  });

  test("[F061] three of the proposals are chosen; of two with as many votes the one that was submitted first is taken, and all of them are told", async () => {
    const options = ["Rents", "Buses", "Food", "Books", "Heating"];
    await open("topics", "What the forum discusses", { options });
    const ballots: Readonly<Record<string, readonly string[]>> = {
      [omar]: ["Rents", "Buses", "Books"],
      [grace]: ["Rents", "Buses", "Food"],
      [luke]: ["Heating", "Rents"],
    };
    for (const [name, topics] of Object.entries(ballots)) await vote(name, "Choose one (number #)", topics); // oxlint-disable-line no-await-in-loop
    await press(sam, "Close the vote");
    expect(minute(kit)).toContain("Taken: Rents, Buses and Food.");
    expect(minute(kit)).toMatch(/Food[^]*Books[^]*Heating/);
  });

  test("[F072][F084] six priorities are chosen of all positions that are valid, from a list, and no more than six", async () => {
    const options = Array.from({ length: 14 }, (_, i) => `Position ${String.fromCodePoint(65 + i)}`);
    await open("priorities", "The priorities of the year", { options });
    await person(omar).press("Cast your ballot");
    for (const i of [0, 1, 2, 3, 4, 5])
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await person(omar).choose(`Choose one (number ${i + 1})`, options[i] ?? "");
    expect(person(omar).canPress("Choose one (number 7)")).toBe(false);
    await press(omar, "Cast this ballot");
    await vote(grace, "Choose one (number #)", options.slice(0, 6));
    await press(sam, "Close the vote");
    for (const taken of options.slice(0, 6)) expect(minute(kit)).toContain(taken);
    expect(minute(kit)).toContain("Taken: Position A");
  });

  test("[F085][F093] an officer is elected by ranking; where re-open nominations wins nobody is, and that is told with every stage", async () => {
    const options = ["Ada Penrose", "Bo Lin"];
    await open("officer election", "Who is president at Falmouth", { options, chair: omar });
    await vote(omar, "Choose number #", ["Ada Penrose", "Re-open nominations"]);
    for (const name of [grace, luke, kit, sam, ines, "Max"])
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await vote(name, "Choose number #", ["Re-open nominations"]);
    await vote(jory, "Choose number #", ["Bo Lin", "Re-open nominations"]);
    // The rules name nobody who closes it: not any student does, only whoever opened it as its mover.
    await press(hana, "Close the vote");
    expect(person(hana).note()).toContain("it is for whoever brought it");
    expect(person(hana).note()).toContain("Omar");
    await press(omar, "Close the vote");
    expect(minute(kit)).toMatch(/[Nn]obody is elected|[Rr]e-open nominations/);
    expect(minute(kit)).not.toMatch(/Elected: (Ada|Bo)/);
    const seen = JSON.stringify([person(kit).messages(), stage.logged]);
    expect(seen).not.toMatch(/Omar[^"]{0,40}Ada Penrose/);
  });

  test("[F085] a candidate withdraws while the vote runs: who has voted need not vote again, a paper that is half filled in goes on, and the minute tells it", async () => {
    const options = ["Ada Penrose", "Bo Lin", "Cy Hart"];
    const codeName = await open("officer election", "Who is president", { options, chair: omar });
    for (const name of [grace, luke, kit, sam])
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await vote(name, "Choose number #", ["Bo Lin", "Ada Penrose"]);
    await person(jory).press("Cast your ballot");
    await person(jory).choose("Choose number 1", "Cy Hart");
    await person(jory).choose("Choose number 2", "Bo Lin");
    await person(ines).press("Cast your ballot");
    await press(hana, "A candidate withdraws");
    await person(hana).fillIn({ "Which one?": "Bo Lin" });
    expect(person(hana).note()).toContain("it is for whoever brought it");
    await person(omar).command("count withdrawn", { code: codeName });
    await person(omar).fillIn({ "Which one?": "Bo Lin" });
    await stage.settle();
    expect(card(kit)).toMatch(/Options: Ada Penrose and Cy Hart\s/);
    expect(card(kit)).toContain("Withdrawn: Bo Lin. Ballots are counted as if never named.");
    await person(ines).choose("Choose number 1", "Bo Lin");
    expect(person(ines).note()).toContain("Withdrawn: Bo Lin. On a ballot that was cast already it is passed over.");
    await person(jory).press("Cast this ballot");
    expect(person(jory).note()).toContain("sealed");
    expect(person(jory).note()).toContain("Withdrawn: Bo Lin.");
    for (const name of [hana, "Max", ines]) await vote(name, "Choose number #", ["Cy Hart"]); // oxlint-disable-line no-await-in-loop
    await vote(omar, "Choose number #", ["Ada Penrose"]);
    await press(omar, "Close the vote");
    expect(minute(kit)).toContain("Elected: Ada Penrose.");
    expect(minute(kit)).toContain("Withdrawn, and counted as if never named: Bo Lin.");
    expect(minute(kit)).toContain("9 valid ballots, 0 blank, 0 spoilt.");
  });

  test("[F128] a referendum counts once so many have voted as the rules say; fewer decide nothing, whatever they said", async () => {
    const asked = { mover: grace, chair: grace };
    const voters = [grace, luke, kit, hana, jory];
    const cast = async (name: string, choice: string) => {
      await person(name).press("Cast your ballot");
      await press(name, choice);
    };
    await open("referendum", "That the union leaves the federation.", asked);
    for (const name of voters) await cast(name, "In favour"); // oxlint-disable-line no-await-in-loop
    await press(grace, "Close the vote");
    expect(minute(kit)).toMatch(/Too few voted|voted: 5|5 voted/);
    expect(minute(kit)).not.toContain("Carried");
    await press(grace, "Open the vote");
    for (const name of [...voters, omar, ines, sam]) await cast(name, name === sam ? "Against" : "In favour"); // oxlint-disable-line no-await-in-loop
    await press(grace, "Close the vote");
    expect(minute(kit)).toContain("Carried.");
  });
});
