import { afterEach, describe, expect, test } from "vitest";

import { fileValue } from "../../src/sandbox/attachedFile.ts";
import { enter, findBroken, openDiscipline, words } from "./decisions.ts";
import { comeToHearing } from "./discipline.ts";
import { filesSentTo } from "./filesSentTo.ts";
import { organisationOf } from "./people.ts";
import { platforms } from "./platforms.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const union = organisationOf("fxsu");
const PLACE = "PLANTED-PLACE the committee room; bring a member if you like";
const APPEAL = "PLANTED-APPEAL nobody asked me";
const SCAN = "PLANTED-SCAN of what was signed";

const person = (name: string) => stage.person(name);

/** What somebody is answered who types a command about a case. */
async function answered(name: string, command: string, code: string): Promise<string> {
  await person(name).command(command, { code });
  await stage.settle();
  return person(name).note();
}

/** A case of discipline about Nils, before the Members Disciplinary Panel, with everything done but the hearing. */
async function toPanel(): Promise<string> {
  const codeName = await openDiscipline(stage, "Members Disciplinary Panel");
  await comeToHearing(stage, "Helen");
  return codeName;
}

describe.each(platforms())("a hearing, on %s", (platform) => {
  test("[F212][F241][F270][F285] is called in time; it ends in nothing before it is written down what happened there, which either side gets when they ask for it and those read who hear an appeal", async () => {
    stage = await openStage({ platform, organisation: union, start: "2027-01-02T10:00" });
    const [helen, nils] = [person("Helen"), person("Nils")];
    const codeName = await toPanel();

    // Too soon, and a time that is none: nothing of what was typed is lost.
    await helen.press("Call a hearing");
    const call = { "Day of the hearing": "2027-01-14", Time: "14.00", "What both sides are told": PLACE };
    await helen.fillIn(call);
    await stage.settle();
    expect(helen.note()).toContain("The earliest day is Saturday, 16 January 2027.");
    expect(helen.note()).toContain("Where all have agreed, or it cannot wait, write why.");
    await helen.press("Change what you wrote");
    await helen.fillIn({ ...call, "Day of the hearing": "2027-01-18" });
    await stage.settle();
    expect(helen.note()).toContain("Both sides are being told when the hearing is.");
    for (const told of ["Monday, 18 January 2027 at 14:00", PLACE, "until Monday, 11 January 2027"])
      expect(nils.reads()).toContain(told);
    const card = await answered("Helen", "case show", codeName);
    expect(card).toContain("Monday, 18 January 2027, 14:00");
    expect(card).toContain("tell the parties how the hearing ended: by Monday, 25 January 2027");
    expect(card).toContain("hand in what is to be shown at the hearing: by Monday, 11 January 2027");
    await nils.command("mycase");
    expect(nils.canPress("Record of the hearing")).toBe(false);

    // Nothing is decided before it was held and written down.
    await helen.command("case conclude", { code: codeName, outcome: "not_proven" });
    expect(helen.note()).toContain("The hearing has not been held, and nothing is written down of it.");
    expect(helen.note()).toContain("Write the record of the hearing: /hearing record.");
    expect(await answered("Helen", "hearing record", codeName)).toContain("The hearing has not been held.");
    expect(await answered("Nils", "hearing summary", codeName)).toContain("No hearing has been held in this case.");

    await stage.moveTo("2027-01-18T18:00");
    await helen.command("case show", { code: codeName });
    await findBroken(stage, "Helen");
    await helen.command("case show", { code: codeName });
    await enter(stage, "Helen", "The hearing was held", { "On which day it was over": "2027-01-18" });
    await helen.command("case conclude", { code: codeName, outcome: "proven" });
    expect(helen.note()).toContain("The hearing was held, but nothing is written down of it.");

    // Whoever asks before it is there gets it when it is; nobody else does.
    await nils.command("mycase");
    await nils.press("Record of the hearing");
    await stage.settle();
    expect(nils.note()).toContain("It is not written yet");
    expect(helen.reads()).toContain(`A party in case ${codeName} asks for the record of the hearing.`);
    await stage.moveTo("2027-01-24T09:30");
    expect(helen.reads()).toMatch(/write the record of the hearing.*25 January 2027/);
    await helen.command("case show", { code: codeName });
    await enter(stage, "Helen", "Write the record", {
      "What happened there": words.record,
      Files: [fileValue("signed.pdf", "application/pdf", SCAN)],
    });
    expect(nils.reads()).toContain(`You asked for the record of the hearing in case ${codeName}. You can read it now.`);
    expect(nils.reads()).not.toContain(words.record);
    await nils.press("Record of the hearing");
    expect(nils.note()).toContain(words.record);
    expect(nils.note()).toContain("Of the hearing of Monday, 18 January 2027");
    await nils.press("Save signed.pdf");
    await stage.settle();
    expect(filesSentTo(stage, "Nils").at(-1)).toEqual({ name: "signed.pdf", text: SCAN });
    const nothing = await answered("Lo", "hearing summary", "no-such-99");
    for (const other of ["Callum", "Priya", "Lo"])
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(await answered(other, "hearing summary", codeName)).toBe(nothing);
    expect(await answered("Helen", "records readings", codeName)).toContain("respondent: Record of the hearing");

    // It is decided, and whoever hears the appeal reads it; there, too, nothing ends without a record.
    await helen.command("case show", { code: codeName });
    await helen.press("Proven");
    await helen.fillIn({ Sanction: "recorded warning", Reasons: words.reasons });
    await stage.settle();
    await nils.command("appeal lodge", { code: codeName });
    await nils.fillIn({ "Why?": "another good reason", "What is wrong, and what do you ask for?": APPEAL });
    await stage.settle();
    await person("Priya").command("appeal show", { code: codeName });
    expect(person("Priya").note()).toContain(APPEAL);
    await person("Priya").press("Record of the hearing");
    expect(person("Priya").note()).toContain(words.record);
    await person("Priya").press("Save signed.pdf");
    await stage.settle();
    expect(filesSentTo(stage, "Priya").at(-1)).toEqual({ name: "signed.pdf", text: SCAN });
    await person("Priya").command("appeal admit", { code: codeName });
    await person("Priya").fillIn({ Reasons: words.reasons });
    await stage.settle();
    await helen.command("case show", { code: codeName });
    await helen.press("Open the file");
    await helen.press("Record of the hearing");
    expect(helen.note()).toContain(words.record);
    await helen.command("case conclude", { code: codeName, outcome: "appeal_confirmed" });
    expect(helen.note()).toContain("The hearing has not been held, and nothing is written down of it.");
    for (const other of ["Callum", "Karen", "Lo", "Mona"]) expect(person(other).reads()).not.toContain("PLANTED");
    expect(stage.logged.join("\n")).not.toMatch(/PLANTED|Nils|signed/);
  });
});
