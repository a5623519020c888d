import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { platforms } from "./platforms.ts";
import { codeNameIn, planted } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

describe.each(platforms())("on %s, what somebody typed and did not send", (platform) => {
  let stage: Stage;
  const person = (name: string) => stage.person(name);
  beforeAll(async () => {
    stage = await openStage({ platform, start: "2026-03-10T10:00" });
  });
  afterAll(() => stage.close());

  async function begin(what: string): Promise<void> {
    await person("Mona").command("report");
    await person("Mona").fillIn({ "What happened?": what, "How are you involved?": "It happened to me" });
    if (platform === "slack") person("Mona").closeWindow();
  }

  test("is listed for them alone, can be gone on with, and thrown away", async () => {
    await begin(planted.what);
    stage.clock.advance(60_000);
    await begin("PLANTED-OTHER and something else");
    await person("Mona").command("drafts");
    expect(person("Mona").note()).toContain("PLANTED-WHAT he kept asking");
    expect(person("Mona").note()).toContain("kept until Thursday, 9 April 2026");
    await person("Mona").command("redress");
    expect(person("Mona").canPress("Typed and not sent")).toBe(true);
    await person("Mona").press("Typed and not sent");
    await person("Mona").press("Go on with 2");
    expect(
      person("Mona")
        .form()
        ?.fields.map(({ value }) => value),
    ).toContain(planted.what);
    person("Mona").closeWindow();
    await person("Mona").command("drafts");
    await person("Mona").press("Throw 1 away");
    expect(person("Mona").note()).not.toContain("PLANTED-OTHER");
    expect(person("Mona").note()).toContain("PLANTED-WHAT");
    for (const other of ["Nils", "Omar"]) {
      // oxlint-disable-next-line no-await-in-loop
      await person(other).command("drafts");
      expect(person(other).note()).toContain("There is nothing that you have typed and not sent.");
    }
    expect(stage.logged.join("\n")).not.toContain("PLANTED");
  });

  test("what somebody wrote down for themselves is read by nobody, and filed later with the day on which it was written", async () => {
    await person("Mona").command("diary write");
    await person("Mona").fillIn({ "What happened?": "PLANTED-DIARY he waited at the door again" });
    expect(person("Mona").note()).toContain("Tuesday, 10 March 2026, 10:01");
    await stage.moveTo("2026-03-20T15:00");
    for (const other of ["Nils", "Omar"]) {
      // oxlint-disable-next-line no-await-in-loop
      await person(other).command("diary list");
      expect(person(other).note()).toContain("You have not written anything down.");
      expect(person(other).reads()).not.toContain("PLANTED-DIARY");
    }
    await person("Mona").command("diary list");
    await person("Mona").press("Tuesday, 10 March 2026, 10:01");
    expect(person("Mona").note()).toContain("PLANTED-DIARY he waited at the door again");
    await person("Mona").press("File it in a report");
    await person("Mona").fillIn({ "What happened?": "It goes on.", "How are you involved?": "It happened to me" });
    if (platform === "discord") await person("Mona").press("Continue");
    await person("Mona").fillIn({});
    expect(person("Mona").note()).toContain("What you wrote down goes along as it is, with the day and the hour");
    await person("Mona").press("Send the report");
    await stage.settle();
    const codeName = codeNameIn(person("Mona").note());
    await person("Omar").command("case show", { code: codeName });
    await person("Omar").press("Open the file");
    expect(person("Omar").note()).toContain("PLANTED-DIARY he waited at the door again");
    expect(person("Omar").note()).toContain("When that was written down");
    expect(person("Omar").note()).toContain("2026-03-10 10:01");
    await person("Mona").command("diary list");
    await person("Mona").press("Tuesday, 10 March 2026, 10:01");
    await person("Mona").press("Throw it away");
    await person("Mona").command("diary list");
    expect(person("Mona").note()).toContain("You have not written anything down.");
  });

  test("[E-18] it is deleted when it is kept no longer, but not by a clock that jumped; what one wrote for oneself stays", async () => {
    await person("Mona").command("diary write");
    await person("Mona").fillIn({ "What happened?": "PLANTED-KEPT" });
    await stage.moveTo("2026-06-01T10:00");
    await person("Mona").command("drafts");
    expect(person("Mona").note()).toContain("PLANTED-WHAT");
    for (const day of ["02", "03", "04", "05", "06", "07", "08", "09"]) {
      // oxlint-disable-next-line no-await-in-loop -- day by day
      await stage.moveTo(`2026-06-${day}T10:00`);
    }
    await person("Mona").command("drafts");
    expect(person("Mona").note()).toContain("There is nothing that you have typed and not sent.");
    await person("Mona").command("diary list");
    expect(person("Mona").note()).toContain("PLANTED-KEPT");
  });
});
