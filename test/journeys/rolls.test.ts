import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { openChapter } from "./chapter.ts";
import type { Chapter } from "./chapter.ts";

const LIST = [
  "name,discord,slack",
  "Mona Wik,100000000000000141,U00000141",
  "Nils Orrby,100000000000000142,",
  "Nobody Known,100000000000000777,U00000777",
  "Wrong Line,12,",
].join("\n");

describe.each(["discord", "slack"] as const)("a list of members is pasted on %s", (platform) => {
  let chapter: Chapter;
  beforeAll(async () => {
    chapter = await openChapter();
    await chapter.discord.person("Mona").command("member link");
    await chapter.slack.person("Mona").command("member link");
  });
  afterAll(() => chapter.close());
  const person = (name: string) => chapter[platform].person(name);

  test("only by whoever administers the server or workspace", async () => {
    await person("Petra").command("member import");
    expect(person("Petra").note()).toContain("can use /member import");
  });

  test("a list without columns is told so, and is not lost", async () => {
    await person("Owen").command("member import");
    await person("Owen").fillIn({ "Of which class are they?": "member", "The list": "Mona Wik;1" });
    expect(person("Owen").reads()).toContain("The first line has to name the columns");
    await person("Owen").command("member import");
    expect(
      person("Owen")
        .form()
        ?.fields.find(({ label }) => label === "The list")?.value,
    ).toBe("Mona Wik;1");
  });

  test("nothing is entered before it was seen; whoever is known as two people, and whatever is wrong, is told by its line", async () => {
    await person("Owen").command("member import");
    await person("Owen").fillIn({ "Of which class are they?": "member", "The list": LIST });
    const shown = person("Owen").note();
    expect(shown).toContain("2 people come to be of the class");
    expect(shown).toContain("Nils Orrby and Nobody Known");
    expect(shown).toContain("Line 2: these accounts are known as two people.");
    expect(shown).toContain("Line 5: a Discord id is a number of 17 to 20 digits.");
    await person("Nils").command("member show");
    expect(person("Nils").note()).not.toContain("member,");
    expect(chapter.redress.house.roster["class:member"]).toBeUndefined();
  });

  test("once it is entered they are of the class, also after a restart; entered again it changes nothing", async () => {
    await person("Owen").press("Enter 2 people");
    expect(person("Owen").note()).toContain("2 people come to be of the class");
    expect(chapter.redress.house.roster["class:member"]).toHaveLength(2);
    await chapter.restart();
    expect(chapter.redress.house.roster["class:member"]).toHaveLength(2);
    await person("Owen").command("member import");
    await person("Owen").fillIn({ "Of which class are they?": "member", "The list": LIST });
    expect(person("Owen").note()).toContain("2 people are of that class already.");
  });
});
