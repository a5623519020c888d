import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { organisationOf } from "./people.ts";
import { platforms } from "./platforms.ts";
import { codeNameIn, planted } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";
import { codeIn, dump, expectNoTrace, fill, openWith, written } from "./withoutName.ts";

const civil = organisationOf("civil_connections");
const union = organisationOf("fxsu");
const everywhere = platforms().map((platform) => ({ platform }));

describe.each(everywhere)("on $platform, where reports without a name are counted only", ({ platform }) => {
  let stage: Stage;
  const person = (name: string) => stage.person(name);
  beforeAll(async () => {
    stage = await openStage({ platform, start: "2026-03-10T10:00" });
  });
  afterAll(() => stage.close());

  const report = (about: string) => [
    {
      "What happened?": planted.what,
      "How are you involved?": "It happened to me",
      "Who is it about?": [person(about).id],
    },
    { "When and where?": planted.where, "Which rules?": ["Crossing personal boundaries"] },
  ];

  test("[K36, C11, V-08] before sending somebody reads what becomes of it and who can know all the same; nothing they do leaves a trace of them", async () => {
    await person("Mona").command("anonymous report");
    await fill(stage, "Mona", report("Nils"));
    const note = person("Mona").note();
    expect(note).toContain("It is counted, so that such things can be prevented");
    expect(note).toContain("Only a report with your name is looked into.");
    expect(note).toContain(
      platform === "discord" ? "Discord knows that you used this bot" : "Slack knows that you used this app",
    );
    expect(note).toContain("Whoever runs the machine could look on");
    expect(note).toContain("Your own words can show who you are");
    await person("Mona").press("Send it without my name");
    await stage.settle();
    expect(person("Mona").note()).toContain("If you want it to be looked into, report it with your name: /report.");
    await expectNoTrace(stage, "Mona", ["Sara", "Omar", "Elin", "Petra", "Nils", "Lo", "Owen"]);
    await person("Mona").command("mycase");
    expect(person("Mona").note()).not.toMatch(/[a-z]+-[a-z]+-\d\d/);
    await expectNoTrace(stage, "Mona", []);
  });

  test("[K36] the officers read it and can ask nobody, call nobody and decide nothing; nobody else learns of it", async () => {
    expect(person("Omar").reads()).toContain("An anonymous report waits to be counted");
    expect(person("Omar").rooms()).toEqual([]);
    await person("Omar").press("Read it");
    expect(person("Omar").note()).toContain(planted.what);
    expect(person("Omar").note()).toMatch(/Read by:\W+Omar \w+/);
    await person("Omar").press("Next");
    expect(person("Omar").note()).toContain("Nils");
    for (const button of ["Take the case", "Call to a meeting", "Write to the author", "Acknowledge the report"])
      expect(person("Omar").canPress(button)).toBe(false);
    for (const other of ["Nils", "Dina", "Mona"]) {
      expect(person(other).reads()).not.toMatch(/anonymous report waits/);
      // oxlint-disable-next-line no-await-in-loop
      await person(other).command("anonymous list");
      expect(person(other).note()).toContain("There is nothing here for you under that name.");
    }
    expect(stage.logged.join("\n")).not.toMatch(/PLANTED|Nils/);
  });

  test("[K37] counted, its words are gone for good, and few are not shown as a number; what others may read names nobody", async () => {
    await person("Omar").command("anonymous list");
    const codeName = codeNameIn(person("Omar").note());
    await person("Omar").command("anonymous count", { code: codeName });
    await person("Omar").fillIn({ "In short, without names": "Nils kept asking." });
    expect(person("Omar").note()).toContain("What others may read names nobody. Found in it: Nils");
    await person("Omar").press("Change what you wrote");
    await person("Omar").fillIn({ "In short, without names": "Somebody went on after a no." });
    expect(person("Omar").note()).toContain(`${codeName} is counted, and its words have been deleted.`);
    const [coded] = await stage.store.countedReports();
    expect(coded).toMatchObject({
      day: "2026-03-10",
      state: { kind: "coded", rules: ["boundaries"], summary: "Somebody went on after a no." },
    });
    expect(JSON.stringify(coded)).not.toContain("PLANTED");
    await person("Sara").command("anonymous show", { code: codeName });
    expect(person("Sara").note()).toContain("There is nothing here for you under that name.");
    await person("Sara").command("anonymous list");
    expect(person("Sara").note()).toContain("None waits to be counted.");
  });

  test("[V-03, K38] one about an officer passes by that officer, who finds what there is where there is none", async () => {
    await person("Sara").command("anonymous list");
    const before = person("Sara").note();
    await person("Owen").command("anonymous report");
    await fill(stage, "Owen", [
      {
        "What happened?": planted.what,
        "How are you involved?": "I saw or heard it",
        "Is it about somebody who reads reports?": "Sara Lind",
      },
      {},
    ]);
    expect(person("Owen").note()).toContain("Because it is about or from somebody who reads reports");
    expect(person("Owen").note()).toMatch(/These people will read it, and nobody else: (?!Sara)/);
    await person("Owen").choose("Send it to somebody else instead", "Petra Nyman and Viktor Holm");
    await person("Owen").press("Send it without my name");
    await stage.settle();
    await expectNoTrace(stage, "Owen", ["Sara", "Omar", "Elin"]);
    await person("Sara").command("anonymous list");
    expect(person("Sara").note()).toBe(before);
    const [, waiting] = (await stage.store.countedReports()).toSorted((a) => (a.state.kind === "coded" ? -1 : 1));
    await person("Sara").command("anonymous show", { code: waiting?.codeName ?? "" });
    expect(person("Sara").note()).toContain("There is nothing here for you under that name.");
  });

  test("[V-15] an officer cannot report without a name, and is told why and what else is possible", async () => {
    await person("Omar").command("anonymous report");
    expect(person("Omar").note()).toContain("Without your name you would handle your own report");
    expect(person("Omar").note()).toContain("files it with /report");
  });

  test("pressed twice it is counted once", async () => {
    await person("Mona").command("anonymous report");
    await fill(stage, "Mona", report("Nils"));
    const before = (await stage.store.countedReports()).length;
    const button = person("Mona").handle("Send it without my name");
    await Promise.all([person("Mona").pressHandle(button), person("Mona").pressHandle(button)]);
    await stage.settle();
    expect(await stage.store.countedReports()).toHaveLength(before + 1);
    await expectNoTrace(stage, "Mona", []);
  });
});

describe.each(everywhere)("on $platform, where reports without a name are investigated", ({ platform }) => {
  let stage: Stage;
  let code = "";
  let codeName = "";
  const person = (name: string) => stage.person(name);
  const leaders = ["Freja", "Samir", "Nanna"] as const;
  beforeAll(async () => {
    stage = await openStage({ platform, organisation: civil, start: "2026-03-02T10:00" });
  });
  afterAll(() => stage.close());

  test("[C11, E-11] somebody reports without a name and keeps a code; nothing but what cannot be turned back is kept of it", async () => {
    await person("Mona").command("anonymous report");
    await fill(stage, "Mona", [
      {
        "What happened?": planted.what,
        "How are you involved?": "I saw or heard it",
        "How do you know of it?": "I saw it myself",
      },
      {
        "Which rules?": ["Misuse of a position over those we serve"],
        "Is anybody under 18 affected?": "No",
      },
      {},
      { "What power do they have?": "He decides who may stay." },
    ]);
    const note = person("Mona").note();
    expect(note).toContain("It is looked into as any other report. They do not learn who you are.");
    expect(note).toContain("Keep this code before you send");
    code = codeIn(note);
    await person("Mona").press("I have kept the code: send it");
    await stage.settle();
    codeName = codeNameIn(person("Mona").note());
    expect(person("Mona").note()).toContain(code);
    await expectNoTrace(stage, "Mona", [...leaders, "Nils"]);
    const kept = [written(stage), stage.logged.join("\n"), await dump(stage)];
    expect(kept.some((place) => place.includes(code) || place.includes(code.replaceAll("-", "")))).toBe(false);
  });

  test("the officers have a case like any other, know that nobody knows who it is from, and ask; the author answers with the code", async () => {
    await person("Freja").command("case show", { code: codeName });
    expect(person("Freja").note()).toContain("Somebody who gave no name");
    await person("Freja").press("Take the case");
    await person("Freja").command("anonymous ask", { code: codeName });
    await person("Freja").fillIn({ "Your message": "PLANTED-QUESTION In which week was it?" });
    await stage.settle();
    expect(person("Freja").reads()).not.toContain("could not be delivered");

    await person("Mona").command("anonymous open");
    await person("Mona").fillIn({ "Your code": code.toLowerCase().replaceAll("-", " ") });
    expect(person("Mona").note()).toContain("PLANTED-QUESTION In which week was it?");
    await person("Mona").press("Write to the officers");
    await person("Mona").fillIn({ "Your message": "PLANTED-ANSWER In the second week of February." });
    await stage.settle();
    await person("Mona").press("Back to the report");
    expect(person("Mona").note()).toContain("PLANTED-ANSWER");

    expect(person("Freja").reads()).toContain("has answered");
    await person("Freja").command("case show", { code: codeName });
    await person("Freja").press("Open the file");
    await person("Freja").press("People");
    expect(person("Freja").note()).toContain("nobody knows who");
    await person("Freja").press("Notes");
    expect(person("Freja").note()).toContain("PLANTED-ANSWER In the second week of February.");
    await expectNoTrace(stage, "Mona", [...leaders, "Nils"]);
    expect(stage.logged.join("\n")).not.toContain("PLANTED");
  });

  test("whoever has the code opens it from any account; a code that opens nothing says nothing; what was typed is kept out of the store with the code", async () => {
    await person("Nils").command("anonymous open");
    await person("Nils").fillIn({ "Your code": code });
    expect(person("Nils").note()).toContain("PLANTED-QUESTION");
    await person("Nils").command("anonymous open");
    await person("Nils").fillIn({ "Your code": code.replace(/^./, (letter) => (letter === "0" ? "1" : "0")) });
    expect(person("Nils").note()).toContain("This code opens nothing.");
    await person("Nils").command("anonymous write");
    await person("Nils").fillIn({ "Your code": "no code", "Your message": "PLANTED-LOST" });
    expect(person("Nils").note()).toContain("This code opens nothing.");
    await person("Nils").press("Change what you wrote");
    expect(
      person("Nils")
        .form()
        ?.fields.map(({ value }) => value),
    ).toContain("PLANTED-LOST");
    await person("Nils").fillIn({ "Your code": code });
    await stage.settle();
    expect(written(stage).includes(code)).toBe(false);
    await expectNoTrace(stage, "Nils", leaders);
  });

  test("after a restart the same code opens the same channel, and an acknowledgement lies in it", async () => {
    await stage.restart();
    await person("Freja").command("case acknowledge", { code: codeName });
    await person("Freja").fillIn({ "Your message": "PLANTED-THANKS" });
    await stage.settle();
    await person("Mona").command("anonymous open");
    await person("Mona").fillIn({ "Your code": code });
    expect(person("Mona").note()).toContain("PLANTED-THANKS");
    await expectNoTrace(stage, "Mona", leaders);
  });

  test("[C11] it is not taken up: the author reads why, and that these rules have no appeal", async () => {
    await person("Freja").command("case conclude", { code: codeName, outcome: "no_concern" });
    await person("Freja").fillIn({ "For which of these reasons?": ["no rule was broken"], Reasons: "PLANTED-WHY" });
    await stage.settle();
    await openWith(stage, "Mona", code);
    expect(person("Mona").note()).toContain("PLANTED-WHY");
    await person("Mona").press("Can I appeal?");
    expect(person("Mona").note()).toMatch(/Code 1\.3/);
    await expectNoTrace(stage, "Mona", leaders);
  });

  test("[C09, V-03] one about a leader passes by that leader, and sent twice it is one case that the same code opens", async () => {
    await person("Nils").command("anonymous report");
    await fill(stage, "Nils", [
      {
        "What happened?": planted.what,
        "How are you involved?": "I saw or heard it",
        "How do you know of it?": "I saw it myself",
        "Is it about somebody who reads reports?": "Samir Haddou",
      },
      { "Which rules?": ["Misuse of a position over those we serve"], "Is anybody under 18 affected?": "No" },
      {},
      { "What power do they have?": "He decides who may stay." },
    ]);
    const before = (await stage.store.openCases()).length;
    const button = person("Nils").handle("I have kept the code: send it");
    await Promise.all([person("Nils").pressHandle(button), person("Nils").pressHandle(button)]);
    await stage.settle();
    expect(await stage.store.openCases()).toHaveLength(before + 1);
    const other = codeNameIn(person("Nils").note());
    await person("Samir").command("case show", { code: other });
    expect(person("Samir").note()).toContain("There is nothing here for you under that name.");
    await person("Samir").command("anonymous ask", { code: other });
    expect(person("Samir").note()).toContain("There is nothing here for you under that name.");
    await person("Nils").press("Back to the report");
    expect(person("Nils").note()).toContain(other);
    await expectNoTrace(stage, "Nils", [...leaders]);
  });
});

describe.each(everywhere)("on $platform, where there are no reports without a name", ({ platform }) => {
  test("[F140, A38] somebody who asks for it is told why, and what they can do; it is offered nowhere", async () => {
    const stage = await openStage({ platform, organisation: union, start: "2026-03-02T10:00" });
    const mona = stage.person("Mona");
    await mona.command("anonymous report");
    expect(mona.note()).toContain("Reports without a name are not taken here");
    expect(mona.note()).toContain("files it with /report");
    await mona.command("redress");
    expect(mona.canPress("Report without your name")).toBe(false);
    await mona.command("report");
    expect(mona.note()).not.toContain("/anonymous");
    mona.closeWindow();
    await stage.close();
  });
});
