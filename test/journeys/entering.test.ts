import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { platforms } from "./platforms.ts";
import { codeNameIn, planted } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

const NAME = "PLANTED-NAME Ebba Dahl";

/** How a report came: what is answered on the first page. */
interface Came {
  readonly day: string;
  readonly account?: string;
  readonly name?: string;
}

/** An officer answers how a report came, and what it says about whom; what will happen is shown. */
async function writeEntry(stage: Stage, officer: string, { day, account, name }: Came, about: string): Promise<void> {
  const person = stage.person(officer);
  await person.command("enter");
  await person.fillIn({
    "On which day did it come?": day,
    "How did it come?": "On paper",
    ...(account === undefined ? {} : { "From whom, if they have an account?": [stage.person(account).id] }),
    ...(name === undefined ? {} : { "From whom, if they have none?": name }),
  });
  await goOn(stage, officer);
  await person.fillIn({
    "What happened?": planted.what,
    "How are you involved?": "It happened to me",
    "Who is it about?": [stage.person(about).id],
  });
  await goOn(stage, officer);
  await person.fillIn({ "When and where?": planted.where });
}

async function goOn(stage: Stage, name: string): Promise<void> {
  if (stage.kind === "discord") await stage.person(name).press("Continue");
}

const codesIn = (text: string): readonly string[] => text.match(/\b[a-z]+-[a-z]+-\d\d\b/g) ?? [];

async function enter(stage: Stage, officer: string, came: Came, about = "Nils"): Promise<void> {
  await writeEntry(stage, officer, came, about);
  await stage.person(officer).press("Enter the report");
  await stage.settle();
}

describe.each(platforms())("on %s, an officer enters a report that came otherwise", (platform) => {
  let stage: Stage;
  let codeName = "";
  beforeAll(async () => {
    stage = await openStage({ platform, start: "2026-03-10T10:00" });
  });
  afterAll(() => stage.close());
  const person = (name: string) => stage.person(name);

  test("[A39] it counts from the day on which it came, and the file says who entered it and when", async () => {
    await writeEntry(stage, "Sara", { day: "2026-03-06", account: "Mona" }, "Nils");
    expect(person("Sara").note()).toContain("It came from Mona Wik: On paper, on Friday, 6 March 2026.");
    expect(person("Sara").note()).toContain("gets a private message that it has been entered");
    await person("Sara").press("Enter the report");
    await stage.settle();
    codeName = codeNameIn(person("Sara").note());
    expect(person("Sara").note()).toContain(`The report is kept safe as case ${codeName}.`);
    await person("Omar").command("case show", { code: codeName });
    expect(person("Omar").reads()).toContain("Acknowledge the report: late, it was due on Sunday, 8 March 2026");
    await person("Omar").press("Open the file");
    expect(person("Omar").note()).toContain("On paper, on Friday, 6 March 2026. Entered by Sara Lind.");
    expect(person("Omar").note()).toContain(planted.what);
    await person("Omar").press("Timeline");
    expect(person("Omar").note()).toMatch(
      /2026-03-10 10:00 Report entered: On paper, on Friday, 6 March 2026 \(Sara Lind/,
    );
  });

  test("[A39, V-01, V-02] whoever it came from is told as if they had filed it, and stands to the case as its complainant; nobody else learns of it", async () => {
    expect(person("Mona").reads()).toContain(`An officer has entered a report that came from you (case ${codeName})`);
    expect(person("Mona").reads()).toContain("We do not report to the police.");
    await person("Mona").command("mycase");
    expect(person("Mona").note()).toContain("Friday, 6 March 2026");
    for (const other of ["Nils", "Lo", "Owen", "Petra", "Bea"])
      expect(person(other).reads()).not.toMatch(/PLANTED|Mona|entered/);
    expect(stage.logged.join("\n")).not.toMatch(/PLANTED|Mona|Nils/);
  });

  test("[F140] without a name, of a day to come, or from the officer who enters it, it is not entered, and nothing typed is lost", async () => {
    await person("Omar").command("enter");
    await person("Omar").fillIn({ "On which day did it come?": "2026-03-11", "How did it come?": "By telephone" });
    expect(person("Omar").reads()).toContain(
      "Say from whom it came: choose the person, write the name here, or say below that nobody knows.",
    );
    expect(person("Omar").reads()).toContain("That day is still to come.");
    if (platform === "discord") await person("Omar").press("Change what you wrote");
    expect(
      person("Omar")
        .form()
        ?.fields.map(({ value }) => value),
    ).toContain("2026-03-11");
    await person("Omar").fillIn({
      "On which day did it come?": "2026-03-09",
      "From whom, if they have an account?": [person("Omar").id],
    });
    expect(person("Omar").reads()).toContain("What you report yourself is not entered here.");
    person("Omar").closeWindow();
  });

  test("[A39] somebody without an account is told by an officer, who records it", async () => {
    await enter(stage, "Omar", { day: "2026-03-10", name: NAME });
    expect(person("Omar").note()).toContain("has no account here: tell them that it has been entered");
    const other = codeNameIn(person("Omar").note());
    await person("Omar").command("case show", { code: other });
    await person("Omar").press("Open the file");
    await person("Omar").press("People");
    expect(person("Omar").note()).toContain(`complainant: ${NAME}, no account here`);
    await person("Omar").command("case delivered", { code: other, to: "complainant" });
    await person("Omar").fillIn({ "Day on which it was delivered": "2026-03-10" });
    await person("Omar").command("case show", { code: other });
    await person("Omar").press("Open the file");
    await person("Omar").press("Timeline");
    expect(person("Omar").note()).toContain("Your report has been entered");
    for (const each of ["Mona", "Nils", "Lo", "Owen", "Petra"])
      expect(person(each).reads()).not.toContain("PLANTED-NAME");
  });

  test("[V-03] an officer whom it is about can enter it, and it goes on past them: they learn neither its name nor who reads it", async () => {
    await writeEntry(stage, "Sara", { day: "2026-03-09", account: "Lo" }, "Sara");
    expect(person("Sara").note()).toContain("It goes past you: others handle it");
    expect(person("Sara").note()).not.toMatch(/Omar|Elin/);
    await person("Sara").press("Enter the report");
    await stage.settle();
    const shown = person("Sara").note();
    expect(shown).not.toMatch(/[a-z]+-[a-z]+-\d\d|Omar|Elin/);
    await person("Omar").command("case list");
    const handled = person("Omar").note();
    await person("Sara").command("case list");
    const [newest = "", ...more] = codesIn(handled).filter((code) => !codesIn(person("Sara").note()).includes(code));
    expect([newest, more]).toEqual([expect.stringMatching(/-/), []]);
    await person("Sara").command("case show", { code: newest });
    const hidden = person("Sara").note();
    await person("Sara").command("case show", { code: "no-such-99" });
    expect(hidden).toBe(person("Sara").note());
    await person("Omar").command("case show", { code: newest });
    await person("Omar").press("Open the file");
    expect(person("Omar").note()).toContain("Entered by Sara Lind.");
  });

  test("[V-03] whoever came under the name of an officer is taken for that officer, who does not read it", async () => {
    await writeEntry(stage, "Sara", { day: "2026-03-09", name: "Elin Berg" }, "Nils");
    expect(person("Sara").note()).toContain("Sara Lind and Omar Haddad");
    expect(person("Sara").note()).not.toContain("Elin Berg,");
    await person("Sara").press("Discard");
  });

  test("only officers enter one, in everybody's own language", async () => {
    await person("Lo").command("enter");
    expect(person("Lo").note()).toContain("Bara den som tar emot anmälningar för in en som kom på annat sätt.");
    expect(person("Lo").note()).toContain("Den som har något att anmäla gör det med /report.");
    await person("Nils").command("case list");
    expect(person("Nils").canPress("Enter a report")).toBe(false);
    await person("Omar").command("case list");
    expect(person("Omar").canPress("Enter a report")).toBe(true);
  });

  test("pressed twice it is entered once", async () => {
    await writeEntry(stage, "Omar", { day: "2026-03-09", account: "Lo" }, "Nils");
    const button = person("Omar").handle("Enter the report");
    await Promise.all([person("Omar").pressHandle(button), person("Omar").pressHandle(button)]);
    await stage.settle();
    await person("Lo").command("mycase");
    expect(person("Lo").note()).toContain("2");
    expect(
      person("Lo")
        .messages()
        .filter(({ text }) => /entered a report that came|fört in en anmälan/.test(text)).length,
    ).toBe(2);
  });
});
