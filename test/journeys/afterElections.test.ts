import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { RosterPerson } from "../../src/rulebook/loadRoster.ts";
import { openChapter } from "./chapter.ts";
import type { Chapter } from "./chapter.ts";
import { everybody, officials } from "./people.ts";
import { acknowledge, fileReport, playToVote, vote } from "./plays.ts";

const without = (...names: readonly string[]) =>
  officials.filter((person) => !names.some((name) => person.name.startsWith(name)));

function holding(name: string, office: string): RosterPerson {
  const found = everybody.find((person) => person.name.startsWith(name));
  if (found === undefined) throw new Error(`There is nobody called ${name}.`);
  return { name: found.name, discord: found.discord, slack: found.slack, locale: "en", offices: [office] };
}

describe.each(["discord", "slack"] as const)("after elections, the cases of before on %s", (platform) => {
  let chapter: Chapter;
  beforeEach(async () => {
    chapter = await openChapter();
  });
  afterEach(() => chapter.close());
  const side = () => chapter[platform];
  const person = (name: string) => side().person(name);

  /** A case from its report to its end. */
  async function playToEnd(): Promise<string> {
    const codeName = await playToVote(side());
    const inFavour = { Petra: "In favour", Dina: "In favour", Hanna: "In favour" } as const;
    await vote(side(), { ...inFavour, Ivan: "Against", Julia: "In favour" });
    await person("Petra").press("Close the vote");
    await chapter.settle();
    await person("Petra").press("Send the notices");
    await chapter.settle();
    return codeName;
  }

  test("[V-13] a closed case is closed to whoever comes onto the board afterwards, as if there had never been one", async () => {
    const codeName = await playToEnd();
    await chapter.restart([...without("Karim"), holding("Lo", "board_member")]);
    for (const words of ["vote timeline", "vote show", "vote brief"]) {
      await person("Lo").command(words, { code: codeName });
      const hidden = person("Lo").note();
      await person("Lo").command(words, { code: "no-such-99" });
      expect(hidden.replaceAll(codeName, "CODE")).toBe(person("Lo").note().replaceAll("no-such-99", "CODE"));
    }
    await person("Dina").command("vote timeline", { code: codeName });
    expect(person("Dina").note()).toContain("Decided: upheld, warning");
  });

  test("[E-30] a timeline goes on saying who did what, though they have left office", async () => {
    const codeName = await fileReport(side());
    await acknowledge(side());
    await chapter.restart(without("Sara"));
    await person("Omar").command("case timeline", { code: codeName });
    expect(person("Omar").note()).toContain("Case taken (Sara Lind)");
    expect(person("Omar").note()).not.toContain("?");
    await person("Mona").command("mycase");
    await person("Mona").press("Timeline");
    expect(person("Mona").note()).toContain("Case taken (Sara Lind)");
  });

  test("[E-31] a case whose lead has left office is led by nobody, and another officer can take it", async () => {
    await fileReport(side());
    await acknowledge(side());
    await chapter.restart(without("Sara"));
    await person("Mona").command("mycase");
    expect(person("Mona").note()).not.toContain("Sara Lind");
    await person("Omar").press("Take the case");
    await chapter.settle();
    await person("Mona").command("mycase");
    expect(person("Mona").note()).toContain("Omar Haddad");
  });
});
