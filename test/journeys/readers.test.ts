import { afterEach, describe, expect, test } from "vitest";

import { enter, file, words } from "./decisions.ts";
import { organisationOf } from "./people.ts";
import { platforms } from "./platforms.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const asec = organisationOf("asec");

describe.each(platforms())("on %s", (platform) => {
  test("[A13][V-03] who reads a case is kept with the time and what for; a director without a part in it finds nothing, and those who handle it read that they asked", async () => {
    stage = await openStage({ platform, organisation: asec });
    const { person } = stage;
    const codeName = await file(stage, [
      {
        "What happened?": words.what,
        "How are you involved?": "It happened to me",
        "Which rules?": ["Personal conduct"],
      },
      { "Who is it about?": [person("Grace").id] },
      { "How serious is it, to you?": "serious", "How can we reach you?": words.contact },
    ]);
    const answers: string[] = [];
    for (const name of ["Joy", "Grace", "Nils"]) {
      for (const command of ["case show", "records readings", "outside log"]) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other, as people do
        await person(name).command(command, { code: "no-such-99" });
        const nothing = person(name).note();
        // oxlint-disable-next-line no-await-in-loop
        await person(name).command(command, { code: codeName });
        expect(person(name).note()).toBe(nothing);
        answers.push(nothing);
      }
    }
    expect(answers.join()).toContain("There is nothing here for you under that name.");

    await stage.moveTo("2026-03-02T09:30");
    await person("Maren").command("case show", { code: codeName });
    await person("Maren").press("Open the file");
    expect(person("Maren").note()).toContain(words.what);
    await person("Maren").press("Who read it");
    const log = person("Maren").note();
    expect(log).toContain(`Case ${codeName}: Who read it`);
    expect(log).toMatch(/2026-03-02 09:30 Maren Oliver: The card of the case \(handles the case; assessment\)/);
    expect(log).toMatch(/2026-03-02 09:30 Maren Oliver: The report \(handles the case; assessment\)/);
    expect(log).toMatch(/2026-03-01 \d\d:\d\d Joy \w+ asked for this case and was told that there is none\./);
    expect(log).toMatch(/Nils \w+ asked for this case/);
    // Whoever is a party stands there as one, not by name.
    expect(log).toContain("respondent asked for this case");
    expect(log).not.toMatch(/Grace|Mona/);

    await person("Maren").command("records readings", { code: codeName });
    expect(person("Maren").note()).toContain("Maren Oliver: Who read it (handles the case; assessment)");
    await enter(stage, "Maren", "Take the case");
    for (const name of ["Joy", "Grace", "Nils"])
      expect(person(name).reads()).not.toContain("was told that there is none");
    expect(stage.logged.join("\n")).not.toMatch(/Joy|Nils|Grace/);
  });
});
