import { afterEach, describe, expect, test } from "vitest";

import { enter } from "./decisions.ts";
import { platforms } from "./platforms.ts";
import { acknowledge, fileReport, planted } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const question = "PLANTED-QUESTION did anybody speak loudly at the pub on Friday?";
const said = "PLANTED-SAID I stood beside the bar and heard a no, twice";
const again = "PLANTED-AGAIN I stood beside the bar and heard a no, three times";
const own = "PLANTED-OWN I was asked three times to come along";
const photo = "PLANTED-PHOTO a message of that night";
const why = "PLANTED-WHY it shows when it was";

describe.each(platforms())("witnesses and evidence, on %s", (platform) => {
  test("[K42][F149][F227][F266] witnesses are asked in confidence and see nothing of the case; what is handed in stands in the file with whose it is and when, in each of its forms, and is opened to a party by hand", async () => {
    stage = await openStage({ platform });
    const { person } = stage;
    const codeName = await fileReport(stage);
    await acknowledge(stage);
    const sara = person("Sara");
    // Nobody is asked before it has been judged that a rule may have been broken.
    await sara.command("evidence ask", { code: codeName });
    expect(sara.note()).toContain("not possible at this stage");
    await sara.press("A rule may have been broken");
    await sara.fillIn({
      "Rules that may have been broken": ["Crossing personal boundaries"],
      Reasons: planted.reasons,
    });
    await stage.settle();

    await sara.press("Ask a witness");
    await sara.fillIn({ "What do you ask them?": question });
    expect(sara.note()).toContain("Say who is to be asked.");
    await sara.press("Change what you wrote");
    await sara.fillIn({ "Who may have seen it?": [person("Nils").id], "What do you ask them?": question });
    expect(sara.note()).toContain("This person is a party in the case already.");
    await sara.press("Change what you wrote");
    await sara.fillIn({ "Who may have seen it?": [person("Lo").id], "What do you ask them?": question });
    await stage.settle();
    expect(sara.note()).toContain("The witness is asked for the promise of confidentiality first.");

    // Before the promise the witness reads nothing but that they are asked.
    const lo = person("Lo");
    // What Discord tells of somebody before they have done something leaves out their language.
    expect(lo.reads()).toMatch(/Du måste inte\.|You do not have to\./);
    const hidden = [codeName, "Nils", "Mona", "gränser", ...Object.values(planted)];
    for (const each of [...hidden, question]) expect(lo.reads()).not.toContain(each);
    const promise = ["Jag håller det för mig själv och svarar", "I keep it confidential, and will answer"];
    await lo.press(promise.find((label) => lo.canPress(label)) ?? "");
    await stage.settle();
    expect(lo.note()).toContain(question);
    await lo.press("Skriv vad jag såg");
    await lo.fillIn({ "Din redogörelse": said });
    await stage.settle();
    expect(lo.note()).toContain("Det finns i akten");
    await lo.press("Läs det som lämnats in");
    expect(lo.note()).toContain(said);
    await lo.press("Skriv om det");
    const text = lo.form()?.fields.find(({ label }) => label === "Din redogörelse");
    expect(text?.value).toBe(said);
    await lo.fillIn({ "Din redogörelse": again });
    await stage.settle();

    // Whatever the witness types, there is no case for them.
    for (const [typed, options] of [
      ["case show", { code: codeName }],
      ["case timeline", { code: codeName }],
      ["evidence show", { code: codeName }],
      ["vote show", { code: codeName }],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one command after the other
      await lo.command(typed, options);
      expect(lo.note()).toContain("Här finns inget för dig");
    }
    for (const typed of ["due", "case list", "vote list", "appeal list"]) {
      // oxlint-disable-next-line no-await-in-loop -- one command after the other
      await lo.command(typed);
      for (const each of hidden) expect(lo.note()).not.toContain(each);
    }
    await lo.command("mycase");
    expect(lo.note()).toContain(question);
    for (const each of hidden) expect(lo.reads()).not.toContain(each);

    // Officers see how far each witness is, and read each form of what was said.
    await sara.command("evidence show", { code: codeName });
    expect(sara.note()).toContain("Lo Ström (person C)");
    expect(sara.note()).toContain("has made a statement");
    await sara.press("Read it (2)");
    expect(sara.note()).toContain(again);
    await sara.press("Next");
    expect(sara.note()).toContain("An earlier form: it was put in other words later.");
    expect(sara.note()).toContain(said);

    // A party hands something in; another party learns nothing of it.
    const mona = person("Mona");
    await mona.command("mycase");
    await mona.press("Make a statement");
    await mona.fillIn({ "Your statement": own });
    await stage.settle();
    await mona.command("evidence hand", { code: codeName });
    await mona.fillIn({ "What is it?": photo, "Why does it matter?": why });
    await stage.settle();
    await mona.press("Read what was handed in");
    expect(mona.note()).toContain(photo);
    for (const each of [said, again, "Lo Ström"]) expect(mona.reads()).not.toContain(each);
    expect(person("Nils").reads().trim()).toBe("");

    // Nothing is opened to somebody who knows of no case yet; then word for word, without the name of the witness.
    await sara.command("evidence show", { code: codeName });
    expect(sara.canPress("Let the respondent read (B)")).toBe(false);
    await enter(stage, "Sara", "Witnesses heard");
    await sara.press("Call to a meeting");
    const day = stage.now().toZonedDateTimeISO("Europe/Stockholm").toPlainDate().add({ days: 6 });
    await sara.fillIn({ "Day of the meeting": day.toString(), "What the person is told": "Thursday 16:00, room 4." });
    await stage.settle();
    await sara.command("evidence show", { code: codeName });
    await sara.press("Let the respondent read (B)");
    const offered = sara.form()?.fields[0]?.options ?? [];
    expect(offered).toHaveLength(3);
    const witnessed = offered.find(({ description, label }) => `${label} ${description ?? ""}`.includes("person C"));
    await sara.fillIn({ "What they are to read": [witnessed?.label ?? ""] });
    await stage.settle();
    const nils = person("Nils");
    await nils.press("Read what was handed in");
    expect(nils.note()).toContain(again);
    expect(nils.note()).toContain("witness, person C");
    for (const each of ["Lo Ström", said, own, photo]) expect(nils.reads()).not.toContain(each);
    await nils.command("case show", { code: codeName });
    expect(nils.note()).toContain("There is nothing here");

    // What does not count stays in the file, with the reason.
    await sara.command("evidence show", { code: codeName });
    await sara.press("Read it (4)");
    await sara.press("Does not count");
    await sara.fillIn({ "Why does it not count?": "PLANTED-ASIDE it is of another night" });
    await stage.settle();
    await sara.command("evidence show", { code: codeName });
    await sara.press("Read it (4)");
    expect(sara.note()).toContain("PLANTED-ASIDE");

    expect(stage.logged.join("\n")).not.toMatch(/PLANTED|Lo Ström|Nils|Mona/);
  });
});
