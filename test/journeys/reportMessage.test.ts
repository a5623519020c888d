import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { draftActs } from "../../src/application/acts/drafts.ts";
import { messageFileActs } from "../../src/application/acts/messageFiles.ts";
import { FILE_BYTES } from "../../src/domain/case/files.ts";
import { fileValue } from "../../src/sandbox/attachedFile.ts";
import { rulebookText } from "./people.ts";
import { platforms } from "./platforms.ts";
import { codeNameIn, planted } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

const RUDE = "PLANTED-RUDE people like you have no place here";
const MENU = "Report this message";

describe.each(platforms())("on %s, a message is reported from its menu", (platform) => {
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

const content = "PLANTED-BYTES of a picture";
const picture = (name: string, bytes: Uint8Array | string = content) => fileValue(name, "image/png", bytes);
const tooLarge = Buffer.alloc(FILE_BYTES + 1);

describe.each(platforms())("on %s, the files of a reported message", (platform) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ platform });
  });
  afterAll(() => stage.close());
  const person = (name: string) => stage.person(name);

  async function erase(text: string): Promise<void> {
    const found = person("Nils")
      .messages()
      .findLast((each) => each.text.includes(text));
    if (stage.local.kind === "discord") stage.local.byHand.deleteMessage(found?.id ?? "");
    else stage.local.workspace.deleteMessage(found?.place ?? "", found?.id ?? "");
    await stage.settle();
  }

  async function fillIn(): Promise<void> {
    await person("Mona").fillIn({ "What happened?": planted.what, "How are you involved?": "I saw or heard it" });
    if (platform === "discord") await person("Mona").press("Continue");
    await person("Mona").fillIn({});
  }

  test("[F149][F266][K34] are copied at once and handed in with the report, also when the message is deleted before it is sent; what is not taken is said", async () => {
    const files = ["one.png", "two.png", "three.png", "../four.png"].map((name) => picture(name));
    await person("Nils").write(RUDE, [...files, picture("run.exe"), picture("large.png", tooLarge)]);
    await person("Mona").useMenu(RUDE, MENU);
    await erase(RUDE);
    expect(person("Mona").reads()).not.toContain(RUDE);
    await fillIn();
    const preview = person("Mona").note();
    expect(preview).toMatch(/even if the message is deleted: one\.png, two\.png,? and 2 others/);
    expect(preview).toContain("files of that kind are not: run.exe");
    expect(preview).toContain("larger than 5 MB: large.png");
    await person("Mona").press("Send the report");
    await stage.settle();
    const code = codeNameIn(person("Mona").note());

    const sara = person("Sara");
    await sara.command("case show", { code });
    await sara.press("Open the file");
    expect(sara.note()).toContain("Files of that kind".toLowerCase());
    await sara.command("evidence show", { code });
    await sara.press("Read it (2)");
    expect(sara.note()).toContain("four.png (1 kB");
    await sara.press("Next");
    for (const each of ["one.png (1 kB", "two.png", "three.png", "Written by Nils Orrby, 2026-03-01 10:0"])
      expect(sara.note()).toContain(each);
    expect(sara.note()).toMatch(platform === "discord" ? /discord\.com\/channels\/\d+/ : /slack\.com\/archives\/C\w+/);
    await sara.press("Save one.png");
    await stage.settle();
    const sent =
      stage.local.kind === "discord"
        ? stage.local.calls().flatMap((call) => call.files.map(({ name, text }) => ({ name, text })))
        : stage.local.filesWith(sara.id);
    expect(sent).toEqual([{ name: "one.png", text: content }]);
    await person("Mona").command("evidence mine", { code });
    expect(person("Mona").note()).toContain("four.png");
    for (const name of ["Nils", "Lo", "Petra"]) expect(person(name).reads()).not.toContain("four.png");
    expect(stage.logged.join("\n")).not.toMatch(/PLANTED|\.png/);
  });

  test("[F149] that cannot be fetched are said to be missing, to whoever reports it and in the file", async () => {
    await person("Nils").write("PLANTED-GONE words", [picture("gone.png")]);
    if (stage.local.kind === "discord") stage.local.byHand.forgetFiles();
    else stage.local.workspace.forgetFiles();
    await person("Mona").useMenu("PLANTED-GONE", MENU);
    await fillIn();
    expect(person("Mona").note()).toContain("Could not be copied");
    await person("Mona").press("Send the report");
    await stage.settle();
    const code = codeNameIn(person("Mona").note());
    await person("Sara").command("case show", { code });
    await person("Sara").press("Open the file");
    expect(person("Sara").note()).toContain("Could not be copied");
    expect(person("Sara").note()).toContain("gone.png");
  });

  test("[F149] go with a draft that is thrown away, and to nobody else than whoever typed it", async () => {
    await person("Nils").write("PLANTED-LEFT words", [picture("left.png")]);
    await person("Mona").useMenu("PLANTED-LEFT", MENU);
    await fillIn();
    const drafts = await draftActs(stage.redress.house).listDrafts({
      platform,
      id: person("Mona").id.replace(/^\w+:/, ""),
    });
    const [draft] = drafts.reports;
    expect(await stage.store.draftFiles(draft?.id ?? "")).toHaveLength(1);
    const nils = { platform, id: person("Nils").id.replace(/^\w+:/, "") };
    expect(await messageFileActs(stage.redress.house).messageFiles(nils, draft?.id ?? "", ["left.png"])).toEqual([]);
    await person("Mona").press("Discard");
    await stage.settle();
    expect(await stage.store.draftFiles(draft?.id ?? "")).toEqual([]);
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
