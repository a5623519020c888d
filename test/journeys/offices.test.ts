import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { openChapter } from "./chapter.ts";
import type { Chapter } from "./chapter.ts";
import { acknowledge, fileReport } from "./plays.ts";

describe.each(["discord", "slack"] as const)("who holds which office, entered on %s", (platform) => {
  let chapter: Chapter;
  beforeAll(async () => {
    chapter = await openChapter();
  });
  afterAll(() => chapter.close());
  const side = () => chapter[platform];
  const person = (name: string) => side().person(name);

  test("[F018] anybody sees the bodies, who holds which office, and which seats are free", async () => {
    await person("Mona").command("body show");
    expect(person("Mona").note()).toContain("Council of Safety: 3 people");
    expect(person("Mona").note()).not.toContain("Give an office");
    await person("Mona").choose("Look at one", "Council of Safety");
    expect(person("Mona").note()).toContain("Elin Berg");
    expect(person("Mona").note()).not.toContain("End somebody");
  });

  test("only whoever administers the server or workspace enters it", async () => {
    await person("Mona").command("body seat");
    expect(person("Mona").note()).toContain("can use /body");
    await person("Petra").command("body unseat");
    expect(person("Petra").note()).toContain("can use /body");
  });

  test("a wrong day is told beside its field, and what was typed is still there", async () => {
    await person("Owen").command("body seat");
    const typed = {
      Office: "safety officer",
      Who: [person("Lo").id],
      "Full name": "Lo Sandell",
      "First day": "2026-05-01",
      "Last day": "2026-04-01",
    };
    await person("Owen").fillIn(typed);
    expect(person("Owen").reads()).toContain("The last day lies before the first.");
  });

  test("nobody is given an office of which every seat is taken", async () => {
    await person("Owen").command("body seat");
    await person("Owen").fillIn({ Office: "president", Who: [person("Lo").id] });
    expect(person("Owen").reads()).toContain("The only seat is taken in that time: Petra Nyman.");
  });

  test("whoever is given an office is told, and so are those beside whom they read reports; the next report reaches them", async () => {
    await person("Owen").command("body unseat");
    await person("Owen").fillIn({ Office: "safety officer", Who: [person("Elin").id] });
    await person("Mona").command("body show");
    await person("Mona").choose("Look at one", "Council of Safety");
    expect(person("Mona").note()).toContain("1 seat is free");
    await person("Owen").command("body seat");
    await person("Owen").fillIn({ Office: "safety officer", Who: [person("Lo").id], "Full name": "Lo Sandell" });
    expect(person("Owen").note()).toContain("Lo Sandell holds the office safety officer");
    await chapter.settle();
    expect(person("Lo").reads()).toMatch(/You hold the office safety officer|Du har uppdraget/);
    expect(chapter.discord.person("Sara").reads()).toContain("Lo Sandell holds the office safety officer");
    // Whoever entered it administers the place and holds no office.
    expect(person("Lo").reads()).toMatch(/(?:Entered by|Infört av) Owen/);
    expect(person("Lo").reads()).not.toMatch(/(?:Entered by|Infört av) \?/);
    expect(person("Bea").reads()).not.toContain("Lo Sandell");
    await fileReport(side());
    await person("Lo").command("case list");
    expect(person("Lo").note()).toMatch(/[a-z]+-[a-z]+-\d\d/);
  });

  test("[E-31] whoever ceases to hold it is out of the rooms and lists of cases at once, and another officer can take the case", async () => {
    await acknowledge(side());
    await person("Owen").command("body unseat");
    await person("Owen").fillIn({ Office: "safety officer", Who: [person("Sara").id] });
    expect(person("Owen").note()).toContain("Sara Lind no longer holds the office safety officer");
    await chapter.settle();
    await person("Sara").command("case list");
    expect(person("Sara").note()).not.toMatch(/[a-z]+-[a-z]+-\d\d/);
    await person("Omar").press("Take the case");
    await chapter.settle();
    await person("Omar").command("case list");
    expect(person("Omar").note()).toMatch(/[a-z]+-[a-z]+-\d\d/);
  });

  test("what was entered outlives a restart, and the roster file does not undo it", async () => {
    await chapter.restart();
    await person("Mona").command("body show");
    await person("Mona").choose("Look at one", "Council of Safety");
    expect(person("Mona").note()).toContain("Lo Sandell");
    expect(person("Mona").note()).not.toContain("Sara Lind");
  });

  test("an office ends by itself after its last day", async () => {
    await person("Owen").command("body show");
    await person("Owen").choose("Look at one", "Council of Safety");
    await person("Owen").choose("End somebody’s office", "Lo Sandell: safety officer");
    const today = side().now().toZonedDateTimeISO("Europe/Stockholm").toPlainDate();
    await person("Owen").fillIn({ "Last day": today.add({ days: 3 }).toString() });
    await chapter.settle();
    await person("Lo").command("case list");
    expect(person("Lo").note()).toMatch(/[a-z]+-[a-z]+-\d\d/);
    await chapter.moveTo(`${today.add({ days: 4 }).toString()}T00:01`);
    await chapter.settle();
    await person("Lo").command("case list");
    expect(person("Lo").note()).not.toMatch(/[a-z]+-[a-z]+-\d\d/);
  });

  test("[E-31] a case whose officers have all left office is taken over by another, who says first that nothing stands between them and it", async () => {
    await chapter.restart();
    const codeName = await fileReport(side(), ["Julia"]);
    for (const name of ["Omar", "Elin", "Lo", "Sara"]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await person("Owen").command("body unseat");
      // oxlint-disable-next-line no-await-in-loop
      await person("Owen").fillIn({ Office: "safety officer", Who: [person(name).id] });
    }
    for (const name of ["Nils", "Karim"]) {
      // oxlint-disable-next-line no-await-in-loop
      await person("Owen").command("body seat");
      // oxlint-disable-next-line no-await-in-loop
      await person("Owen").fillIn({ Office: "safety officer", Who: [person(name).id] });
    }
    const tomorrow = side().now().toZonedDateTimeISO("Europe/Stockholm").toPlainDate().add({ days: 1 });
    await chapter.moveTo(`${tomorrow.toString()}T12:00`);
    await chapter.settle();
    await person("Bea").command("case take", { code: codeName });
    expect(person("Bea").note()).not.toContain("Before you take over");
    await person("Nils").command("case show", { code: codeName });
    expect(person("Nils").note()).not.toContain("PLANTED");
    await person("Nils").command("case take", { code: codeName });
    expect(person("Nils").note()).toContain(`Before you take over case ${codeName}`);
    await person("Nils").press("Nothing stands in the way, and I keep it confidential");
    await chapter.settle();
    await person("Nils").command("case list");
    expect(person("Nils").note()).toContain(codeName);
    await person("Karim").command("case take", { code: codeName });
    expect(person("Karim").note()).not.toContain("Before you take over");
  });
});
