import { createHash } from "node:crypto";

import { afterEach, describe, expect, test } from "vitest";

import { openFile } from "../../src/application/acts/readEvidence.ts";
import { fileValue } from "../../src/sandbox/attachedFile.ts";
import { enter } from "./decisions.ts";
import { filesSentTo } from "./filesSentTo.ts";
import { platforms } from "./platforms.ts";
import { acknowledge, fileReport } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const content = "PLANTED-BYTES of a picture that nobody else sees";
const sha256 = createHash("sha256").update(content).digest("hex");
const png = (name: string, bytes: Uint8Array | string = content) => fileValue(name, "image/png", bytes);
const note = "PLANTED-PHOTO a message of that night";
const MEGABYTE = 1024 * 1024;

const sentTo = (name: string) => filesSentTo(stage, name);

describe.each(platforms())("files that are handed in, on %s", (platform) => {
  test("[F149][F266][F150] are copied at once, sealed with the case, listed with name, size and SHA-256, and given only to those who may read what they came with", async () => {
    stage = await openStage({ platform });
    const { person } = stage;
    const codeName = await fileReport(stage);
    await acknowledge(stage);
    const mona = person("Mona");

    // What is not taken, and what is too large, costs nobody what they typed.
    const refusals: readonly (readonly [string, string])[] = [
      [png("run.exe"), "Files of that kind are not taken."],
      [png("large.png", Buffer.alloc(5 * MEGABYTE + 1)), "A file is larger than 5 MB."],
    ];
    await mona.command("evidence hand", { code: codeName });
    for (const [file, refusal] of refusals) {
      // oxlint-disable no-await-in-loop -- one after the other
      await mona.fillIn({ "What is it?": note, "Why does it matter?": "It shows when it was.", Files: [file] });
      await stage.settle();
      expect(mona.note()).toContain(refusal);
      await mona.press("Change what you wrote");
      // oxlint-enable no-await-in-loop
      expect(mona.form()?.fields.find(({ label }) => label === "What is it?")?.value).toBe(note);
    }
    await mona.fillIn({
      "What is it?": note,
      "Why does it matter?": "It shows when it was.",
      Files: [png("../../photo\u202Egnp.png"), fileValue("mail.eml", "message/rfc822", "PLANTED-MAIL")],
    });
    await stage.settle();
    await mona.press("Read what was handed in");
    expect(mona.note()).toContain("photognp.png");
    expect(mona.note()).toContain(sha256.slice(0, 16));
    expect(sentTo("Mona")).toEqual([]);
    await mona.press("Save photognp.png");
    await stage.settle();
    expect(sentTo("Mona")).toEqual([{ name: "photognp.png", text: content }]);

    // Those who handle the case read and take it.
    const sara = person("Sara");
    await sara.command("evidence show", { code: codeName });
    await sara.press("Read it (1)");
    for (const each of ["photognp.png (1 kB", "mail.eml", sha256.slice(0, 16)]) expect(sara.note()).toContain(each);
    await sara.press("Save mail.eml");
    await stage.settle();
    expect(sentTo("Sara").at(-1)).toEqual({ name: "mail.eml", text: "PLANTED-MAIL" });
    // To anybody else there is no file, even with its name in hand: not to the other party, not to somebody who has no part in it.
    const stored = await stage.store.caseByCodeName(codeName);
    const files =
      stored?.entries.flatMap(({ entry }) => (entry.kind === "evidence-given" ? (entry.files ?? []) : [])) ?? [];
    expect(files).toHaveLength(2);
    const [first] = files;
    const opened = (name: string) =>
      openFile(
        stage.redress.house,
        { platform, id: person(name).id.replace(/^\w+:/, "") },
        { id: stored?.id ?? "" },
        first?.file ?? "",
      );
    expect(await opened("Mona")).toMatchObject({ kind: "opened-file", name: "photognp.png" });
    for (const name of ["Nils", "Lo"]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(await opened(name)).toMatchObject({ refused: "nothing-here" });
    }
    for (const name of ["Nils", "Lo"]) expect(person(name).reads()).not.toMatch(/photognp|mail\.eml|PLANTED/);

    // Once it was opened to the other party by hand they have it too; who has no part in it has nothing still.
    await sara.command("case show", { code: codeName });
    await sara.press("A rule may have been broken");
    await sara.fillIn({ "Rules that may have been broken": ["Crossing personal boundaries"], Reasons: "PLANTED why" });
    await stage.settle();
    await enter(stage, "Sara", "Witnesses heard");
    await sara.press("Call to a meeting");
    const day = stage.now().toZonedDateTimeISO("Europe/Stockholm").toPlainDate().add({ days: 6 });
    await sara.fillIn({ "Day of the meeting": day.toString(), "What the person is told": "Thursday 16:00, room 4." });
    await stage.settle();
    expect(await opened("Nils")).toMatchObject({ refused: "nothing-here" });
    await sara.command("evidence show", { code: codeName });
    await sara.press("Let the respondent read (B)");
    const [offered] = sara.form()?.fields[0]?.options ?? [];
    await sara.fillIn({ "What they are to read": [offered?.label ?? ""] });
    await stage.settle();
    const nils = person("Nils");
    await nils.press("Read what was handed in");
    await nils.press("Save photognp.png");
    await stage.settle();
    expect(sentTo("Nils").at(-1)).toEqual({ name: "photognp.png", text: content });
    expect(await opened("Lo")).toMatchObject({ refused: "nothing-here" });

    expect(stage.logged.join("\n")).not.toMatch(/PLANTED|photognp/);
  });

  test("[F149][F266] what came on paper is entered with its files: a mistake costs nothing, and it is read with them", async () => {
    stage = await openStage({ platform });
    const { person } = stage;
    const codeName = await fileReport(stage);
    await acknowledge(stage);
    const sara = person("Sara");
    const page = {
      "Whose is it?": "We found it ourselves",
      "What is it?": "Evidence",
      "How did it come?": "On paper",
      "On which day did it come?": "2026-03-01",
      "What it says": note,
    };
    await sara.command("evidence enter", { code: codeName });
    await sara.fillIn(page);
    if (platform === "discord") await sara.press("Continue");
    await sara.fillIn({ "Why does it matter?": "It shows when it was.", Files: [png("run.exe")] });
    await stage.settle();
    expect(sara.note()).toContain("Files of that kind are not taken.");
    await sara.press("Change what you wrote");
    expect(sara.form()?.fields.find(({ label }) => label === "What it says")?.value).toBe(note);
    await sara.fillIn({});
    if (platform === "discord") await sara.press("Continue");
    await sara.fillIn({ "Why does it matter?": "It shows when it was.", Files: [png("scan.png")] });
    await stage.settle();
    await sara.command("evidence show", { code: codeName });
    await sara.press("Read it (1)");
    for (const each of ["scan.png (1 kB", sha256.slice(0, 16)]) expect(sara.note()).toContain(each);
    await sara.press("Save scan.png");
    await stage.settle();
    expect(sentTo("Sara").at(-1)).toEqual({ name: "scan.png", text: content });
    for (const name of ["Nils", "Mona", "Lo"]) expect(person(name).reads()).not.toMatch(/scan\.png|PLANTED-PHOTO/);
  });
});
