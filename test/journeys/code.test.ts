import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { platforms } from "./platforms.ts";
import { acknowledge, assess, fileReport, hear, planted, playToVote } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

const LINK = "https://example.org/chapter/code-of-conduct";

describe.each(platforms())("the rules, read on %s", (platform) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage({ platform });
  });
  afterEach(() => stage.close());
  const person = (name: string) => stage.person(name);
  const find = (name: string, words: string) => person(name).command("code", words === "" ? {} : { find: words });

  /** Where the buttons that are links lead, of the last private note. */
  const linksOf = (name: string) =>
    [
      ...JSON.stringify(
        person(name)
          .messages()
          .findLast((message) => message.ephemeral)?.raw,
      ).matchAll(/"url":"([^"]+)"/g),
    ].map(([, url]) => url);

  test("[A01] any member gets the chapters and the link to the document, and nobody else sees it", async () => {
    await find("Mona", "");
    const note = person("Mona").note();
    for (const chapter of ["1 About the memo", "2 Who does what", "3 Rules of conduct", "4 Decisions and records"])
      expect(note).toContain(chapter);
    expect(note).toContain("6 Crimes and sanctions");
    expect(linksOf("Mona")).toEqual([LINK]);
    for (const other of ["Nils", "Sara", "Petra", "Owen"])
      expect(person(other).reads()).not.toContain("About the memo");
  });

  test("[A01][K01][K20] a chapter is chosen and read, prose included; then a clause of it, and back to the chapters", async () => {
    await find("Mona", "");
    await person("Mona").choose("Choose a chapter", "3 Rules of conduct");
    expect(person("Mona").note()).toContain("Memo 3: Rules of conduct");
    expect(person("Mona").note()).toContain("3.1 What nobody may do");
    expect(person("Mona").note()).toContain("lets others study in peace");
    await person("Mona").choose("Choose a clause", "3.2 What is hoped for from everybody");
    expect(person("Mona").note()).toContain("Memo 3.2: What is hoped for from everybody");
    await person("Mona").press("The whole of chapter 3");
    expect(person("Mona").note()).toContain("3.1 What nobody may do");
    await person("Mona").press("All chapters");
    expect(person("Mona").note()).toContain("1 About the memo");
    expect(
      person("Mona")
        .messages()
        .filter((message) => message.ephemeral),
    ).toHaveLength(1);
  });

  test("[K21][K22][K23] a clause is opened by its number, with the numbers by which it is applied", async () => {
    await find("Mona", "4.1");
    const note = person("Mona").note();
    expect(note).toContain("Memo 4.1: How the board decides");
    expect(note).toContain("The aim is safety, not punishment.");
    expect(note).toMatch(
      /Uphold the complaint: 5 members present including 1 of the presidency; at least 2\/3 of the votes cast/,
    );
    expect(linksOf("Mona")).toEqual([LINK]);
  });

  test("[K57] clauses are found by words, in whatever form and misspelt", async () => {
    await find("Mona", "apeal");
    expect(person("Mona").note()).toContain("Memo 5.4: Appeals, and who reported");
    expect(person("Mona").note()).toContain("Appeal: within 30 days");
    await find("Mona", "who is told of a suspension");
    expect(person("Mona").note()).toContain("5.3 Who is told");
    await person("Mona").choose("Choose a clause", "6.3 First-degree suspension");
    expect(person("Mona").note()).toContain("First-degree suspension: lasts 90 days");
  });

  test("a member who speaks Swedish reads and searches in Swedish", async () => {
    await find("Lo", "");
    expect(person("Lo").note()).toContain("5 Från anmälan till överklagande");
    await find("Lo", "overklaga");
    expect(person("Lo").note()).toContain("Memo 5.4: Överklagande, och vem som anmält");
    expect(person("Lo").note()).toContain("Inom 30 dagar från beskedet");
    expect(person("Lo").note()).toContain("Överklagande: inom 30 dagar");
  });

  test("what is not found is said, and the chapters are offered", async () => {
    await find("Mona", "zebra");
    expect(person("Mona").note()).toContain("Nothing was found for “zebra”.");
    await person("Mona").choose("Choose a chapter", "6 Crimes and sanctions");
    expect(person("Mona").note()).toContain("The chapter does not report crimes to the police.");
  });

  test("[A01][A08][V-15] nothing is stored or logged about who read what or searched for what", async () => {
    const asked = stage.asked.length;
    const logged = stage.logged.length;
    const askedOfMona = () => stage.asked.slice(asked).filter((call) => call.includes(person("Mona").id));
    await find("Mona", "");
    await find("Mona", "PLANTED-SEARCH he touched me");
    await find("Mona", "appeal PLANTED-SEARCH");
    await find("Mona", "4.1");
    await person("Mona").press("All chapters");
    await person("Mona").choose("Choose a chapter", "3 Rules of conduct");
    if (platform === "discord") await person("Mona").suggestions("/code find:PLANTED-SEARCH");
    await stage.settle();
    expect(stage.asked.filter((call) => call.includes("PLANTED"))).toEqual([]);
    expect(askedOfMona()).toEqual([]);
    expect(stage.logged.slice(logged)).toEqual([]);
    // Whatever else she does asks the database for her.
    await person("Mona").command("mycase");
    expect(askedOfMona()).not.toEqual([]);
  });

  test("from the first page one comes to the rules", async () => {
    await person("Mona").command("redress");
    await person("Mona").press("The rules in plain words");
    expect(person("Mona").note()).toContain("1 About the memo");
  });

  test("[K22] beside a refusal stands what its clause says, and the refusal stays", async () => {
    await playToVote(stage);
    await person("Petra").press("Close the vote");
    expect(person("Petra").note()).toContain("Memo 4.1");
    await person("Petra").press("What does 4.1 say?");
    expect(person("Petra").note()).toContain("Memo 4.1: How the board decides");
    const notes = person("Petra")
      .messages()
      .filter((message) => message.ephemeral);
    expect(notes.at(-2)?.text).toContain("Not possible");
  });

  test("[K50] beside a notice stands what its clauses say, for whoever reads the notice alone", async () => {
    await fileReport(stage);
    await person("Sara").press("Take the case");
    await person("Sara").press("Acknowledge the report");
    await person("Sara").fillIn({ "Your message": "Thank you, Mona." });
    await stage.settle();
    expect(person("Mona").messages().at(-1)?.text).toContain("Memo 5.2");
    await person("Mona").press("What does 5.2 say?");
    expect(person("Mona").note()).toContain("Memo 5.2: What happens with a report");
    expect(person("Mona").note()).not.toContain(planted.what);
    expect(person("Sara").reads()).not.toContain("Memo 5.2: What happens with a report");
  });
});

test("on Slack a clause is found under /redress too, with words that follow each other", async () => {
  const stage = await openStage({ platform: "slack" });
  await stage.person("Mona").command("redress code close friend");
  expect(stage.person("Mona").note()).toContain("Memo 2.4: Conflicts of interest");
  await stage.close();
});

test("[K44] on Slack what a clause says opens on top of a window; the refusal, and the way back to what was typed, stay below", async () => {
  const stage = await openStage({ platform: "slack" });
  await fileReport(stage);
  await acknowledge(stage);
  await assess(stage);
  await hear(stage);
  const sara = stage.person("Sara");
  await sara.press("Write the brief");
  await sara.fillIn({ "What is needed to decide": "Mona Wik says that he went on." });
  expect(sara.note()).toContain("Not possible");
  await sara.press("What does 5.2 say?");
  expect(sara.note()).toContain("Memo 5.2: What happens with a report");
  await sara.press("The whole of chapter 5");
  expect(sara.note()).toContain("5.1 How to report");
  sara.closeWindow();
  expect(sara.note()).toContain("Not possible");
  await sara.press("Change what you wrote");
  expect(sara.form()?.fields.map(({ value }) => value)).toEqual(["Mona Wik says that he went on."]);
  await stage.close();
});

test("on Discord clauses are offered while one types, by number and by words, in one's own language", async () => {
  const stage = await openStage({ platform: "discord" });
  expect(await stage.person("Mona").suggestions("/code find:6.")).toEqual([
    "6.1 Admonition",
    "6.2 Warning",
    "6.3 First-degree suspension",
    "6.4 Second-degree suspension",
  ]);
  expect(await stage.person("Mona").suggestions("/code find:quor")).toEqual(["4.1 How the board decides"]);
  expect(await stage.person("Lo").suggestions("/code find:jäv")).toEqual(["2.4 Jäv"]);
  expect(await stage.person("Mona").suggestions("/code find:zebra")).toEqual([]);
  await stage.close();
});
