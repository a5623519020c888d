import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { rulebookText } from "./people.ts";
import { codeNameIn, planted } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

const RUDE = "PLANTED-RUDE people like you have no place here";
const MENU = "Report this message";

describe.each(["discord", "slack"] as const)("on %s, a message is reported from its menu", (platform) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ platform });
    await stage.person("Nils").write(RUDE);
  });
  afterAll(() => stage.close());
  const person = (name: string) => stage.person(name);
  const others = ["Nils", "Lo", "Owen", "Petra", "Sara", "Omar"];
  const screens = () => others.map((name) => person(name).reads());

  async function goOn(name: string): Promise<void> {
    if (platform === "discord") await person(name).press("Continue");
  }

  test("[K34, V-01, V-14] the form opens with whoever wrote it as the respondent; nobody else sees that the menu was used", async () => {
    const before = screens();
    await person("Mona").useMenu(RUDE, MENU);
    const form = person("Mona").form();
    expect(form?.text).toContain("A copy of the message by Nils Orrby goes along with your report");
    expect(form?.fields.find(({ label }) => label === "Who is it about?")?.value).toEqual([person("Nils").id]);
    await person("Mona").fillIn({ "What happened?": planted.what, "How are you involved?": "I saw or heard it" });
    await goOn("Mona");
    await person("Mona").fillIn({});
    expect(person("Mona").note()).toContain("A copy of the message goes along, and where it stands.");
    expect(screens()).toEqual(before);
  });

  test("[K34, V-07, V-15] the officers read the message and where it stands in the file, and it stands nowhere else", async () => {
    await person("Mona").press("Send the report");
    await stage.settle();
    const code = codeNameIn(person("Mona").note());
    const said = stage.local.calls().map(({ body }) => JSON.stringify(body));
    expect(said.filter((body) => body?.includes("PLANTED-RUDE"))).toEqual([]);
    expect(stage.logged.join("\n")).not.toMatch(/PLANTED|Nils|Mona/);
    await person("Sara").command("case show", { code });
    await person("Sara").press("Open the file");
    expect(person("Sara").note()).toContain(RUDE);
    expect(person("Sara").note()).toContain("Nils Orrby");
    expect(person("Sara").note()).toMatch(
      platform === "discord"
        ? /https:\/\/discord\.com\/channels\/\d+\/\d+\/\d+/
        : /https:\/\/\S+\.slack\.com\/archives\/C\w+\/p\d+/,
    );
    await person("Sara").press("People");
    expect(person("Sara").note()).toContain("respondent: Nils Orrby");
    for (const name of ["Nils", "Lo", "Petra"]) expect(person(name).reads()).not.toContain(code);
  });

  test("[K34] whoever reports it says whom it is about: somebody else, where they want to", async () => {
    await person("Mona").useMenu(RUDE, MENU);
    await person("Mona").fillIn({
      "What happened?": planted.what,
      "How are you involved?": "I saw or heard it",
      "Who is it about?": [person("Lo").id],
    });
    await goOn("Mona");
    await person("Mona").fillIn({});
    await person("Mona").press("Send the report");
    await stage.settle();
    const code = codeNameIn(person("Mona").note());
    await person("Sara").command("case show", { code });
    await person("Sara").press("Open the file");
    await person("Sara").press("People");
    expect(person("Sara").note()).toContain("respondent: Lo Ström");
    expect(person("Sara").note()).not.toContain("respondent: Nils");
  });

  test("whoever reports what they wrote themselves, or what Redress wrote, is not proposed", async () => {
    await person("Nils").useMenu(RUDE, MENU);
    expect(
      person("Nils")
        .form()
        ?.fields.find(({ label }) => label === "Who is it about?")?.value,
    ).not.toContain(person("Nils").id);
    person("Nils").closeWindow();
    await person("Sara").useMenu("To be done", MENU);
    expect(
      person("Sara")
        .form()
        ?.fields.find(({ label }) => label === "Who is it about?")?.value,
    ).toEqual([]);
    person("Sara").closeWindow();
  });

  test("the same message is reported in one's own language", async () => {
    await person("Lo").useMenu(RUDE, platform === "discord" ? "Anmäl meddelandet" : MENU);
    expect(person("Lo").form()?.text).toContain("En kopia av meddelandet från Nils Orrby följer med din anmälan");
    person("Lo").closeWindow();
  });
});

test("where the rules do not take reports like this the menu says so, and leads to what they do take", async () => {
  const taken = rulebookText.replace("[command, message_action, officer_entry]", "[command]");
  const stage = await openStage({ platform: "slack", rulebookText: taken });
  await stage.person("Nils").write(RUDE);
  await stage.person("Mona").useMenu(RUDE, MENU);
  expect(stage.person("Mona").note()).toContain("Reports do not come in this way here.");
  expect(stage.person("Mona").note()).toContain("files it with /report.");
  await stage.person("Sara").command("enter");
  expect(stage.person("Sara").note()).toContain("Reports do not come in this way here.");
  await stage.close();
});
