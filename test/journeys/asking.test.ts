import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { organisationOf } from "./people.ts";
import { platforms } from "./platforms.ts";
import { codeNameIn } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

const everywhere = platforms().map((platform) => ({ platform }));

describe.each(everywhere)("on $platform, the council lets people ask before they report", ({ platform }) => {
  let stage: Stage;
  let codeName = "";
  const person = (name: string) => stage.person(name);
  const others = ["Theo", "Anika", "Maren", "Ben", "Nils"] as const;
  beforeAll(async () => {
    stage = await openStage({ platform, organisation: organisationOf("asec"), start: "2026-12-01T10:00" });
  });
  afterAll(() => stage.close());

  test("[A03, A09] somebody asks one person of the three groups by name; nobody else learns of it, and no case begins", async () => {
    await person("Mona").command("ask");
    expect(person("Mona").note()).toContain("It is no report, and nothing is done because of it without you.");
    await person("Mona").press("Ask: Advice");
    await person("Mona").fillIn({
      "Whom do you ask?": "Joy Okafor",
      "What do you want to ask?": "PLANTED-ASK is this a breach?",
    });
    await stage.settle();
    codeName = codeNameIn(person("Mona").note());
    expect(person("Mona").note()).toContain("This is read by: Joy Okafor, and by nobody else.");
    expect(person("Joy").reads()).toContain("Somebody asks you something");
    expect(person("Joy").reads()).not.toContain("PLANTED");
    await person("Joy").press("Read it");
    expect(person("Joy").note()).toContain("PLANTED-ASK is this a breach?");
    expect(person("Joy").note()).toContain("Mona");
    for (const other of others) {
      // oxlint-disable no-await-in-loop -- one after the other
      expect(person(other).reads()).not.toMatch(/PLANTED|asks you something/);
      await person(other).command("ask");
      expect(person(other).note()).not.toContain(codeName);
      // oxlint-enable no-await-in-loop
    }
    expect(await stage.store.openCases()).toEqual([]);
    expect(stage.logged.join("\n")).not.toMatch(/PLANTED|Mona|Joy/);
  });

  test("[A03] an answer comes back; whoever was asked can only propose a report, and on No there is no case", async () => {
    await person("Joy").press("Answer");
    await person("Joy").fillIn({ "Your message": "PLANTED-REPLY It may be. Would you report it?" });
    await stage.settle();
    expect(person("Mona").reads()).toContain("You have an answer");
    await person("Joy").press("Propose to report it");
    await stage.settle();
    await person("Mona").command("ask");
    await person("Mona").press(codeName);
    expect(person("Mona").note()).toContain("PLANTED-REPLY");
    await person("Mona").press("No, leave it");
    expect(person("Mona").note()).toContain("Nothing happens with it. It stays a question.");
    await stage.settle();
    expect(await stage.store.openCases()).toEqual([]);
    await person("Mona").command("ask");
    await person("Mona").press(codeName);
    await person("Mona").press("Make it a report");
    expect(
      person("Mona")
        .form()
        ?.fields.map(({ label }) => label),
    ).toContain("What happened?");
    person("Mona").closeWindow();
    expect(await stage.store.openCases()).toEqual([]);
  });

  test("[A19, C28] support in a conflict is asked of the whole staff, who are reminded on the second working day; it stands in /due", async () => {
    await person("Nils").command("ask");
    await person("Nils").press("Ask: Support in a conflict");
    await person("Nils").fillIn({ "What do you want to ask?": "PLANTED-SUPPORT I cannot go to the meetings" });
    await stage.settle();
    for (const name of ["Grace", "Ben", "Ivy"]) expect(person(name).reads()).toContain("Somebody asks you something");
    await person("Ben").command("due");
    expect(person("Ben").note()).toContain(
      "Answer a question that somebody asked you in confidence, by Thursday, 3 December 2026",
    );
    await stage.moveTo("2026-12-02T12:00");
    expect(person("Grace").reads()).not.toContain("A question waits for you");
    await stage.moveTo("2026-12-03T12:00");
    expect(person("Grace").reads()).toContain("A question waits for you");
    await person("Grace").command("ask");
    await person("Grace").press(codeNameIn(person("Grace").note()));
    await person("Grace").press("Answer");
    await person("Grace").fillIn({ "Your message": "I am here." });
    await stage.settle();
    await person("Ben").command("due");
    expect(person("Ben").note()).not.toContain("Answer a question");
    expect(person("Joy").reads()).not.toContain("A question waits for you");
  });

  test("[A38] where a name is asked for, the form says that one can ask first", async () => {
    await person("Nils").command("anonymous report");
    expect(person("Nils").note()).toContain("can ask somebody in confidence first, with /ask");
  });

  test("whoever asked deletes it for both sides; what was not accepted is kept", async () => {
    await person("Mona").command("ask");
    await person("Mona").press("Ask: Advice");
    await person("Mona").fillIn({ "Whom do you ask?": "Theo Blackwood", "What do you want to ask?": "PLANTED-GONE" });
    await stage.settle();
    const second = codeNameIn(person("Mona").note());
    await person("Theo").press("Read it");
    expect(person("Theo").note()).toContain("PLANTED-GONE");
    expect(person("Theo").canPress("Delete the question")).toBe(false);
    await person("Mona").command("ask");
    await person("Mona").press(second);
    await person("Mona").press("Delete the question");
    await person("Theo").press("Answer");
    expect(person("Theo").note()).toContain("There is nothing here for you under that name.");
    await person("Theo").command("ask");
    expect(person("Theo").note()).not.toContain(second);
  });
});

describe.each(everywhere)("on $platform, the staff ask the leadership", ({ platform }) => {
  test("[C11] the leadership is reminded on the fifth working day, and the answer is private to both", async () => {
    const civil = organisationOf("civil_connections");
    const stage = await openStage({ platform, organisation: civil, start: "2026-12-01T10:00" });
    const { person } = stage;
    await person("Mona").command("ask");
    await person("Mona").press("Ask: What the code means");
    await person("Mona").fillIn({ "What do you want to ask?": "PLANTED-DOUBT may I take the gift?" });
    await stage.settle();
    await stage.moveTo("2026-12-07T12:00");
    expect(person("Freja").reads()).not.toContain("A question waits for you");
    await stage.moveTo("2026-12-08T12:00");
    expect(person("Freja").reads()).toContain("A question waits for you");
    expect(person("Jonas").reads()).not.toMatch(/question|PLANTED/);
    await stage.restart();
    await person("Freja").command("ask");
    await person("Freja").press(codeNameIn(person("Freja").note()));
    expect(person("Freja").note()).toContain("PLANTED-DOUBT may I take the gift?");
    await stage.close();
  });
});
