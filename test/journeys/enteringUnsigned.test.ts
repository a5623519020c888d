import { afterEach, describe, expect, test } from "vitest";

import { organisationOf } from "./people.ts";
import { platforms } from "./platforms.ts";
import { codeNameIn, planted } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";
import { codeIn, fill, openWith, written } from "./withoutName.ts";

let stage: Stage;
afterEach(() => stage.close());
const person = (name: string) => stage.person(name);

const NOBODY = "It names nobody, and nobody knows";
const letter = (more: Readonly<Record<string, string | string[]>> = {}) => ({
  "On which day did it come?": "2026-03-06",
  "How did it come?": "On paper",
  "Does nobody know from whom it is?": [NOBODY],
  ...more,
});

const investigated = (text: string) => text.replace("anonymous: refused", "anonymous: investigable");
const CONTACT = "How can we reach you?";

describe.each(platforms())("a letter that names nobody, entered by an officer, on %s", (platform) => {
  test("[K36, K37] is counted on the day on which it came, where such reports are counted only", async () => {
    stage = await openStage({ platform, start: "2026-03-10T10:00" });
    await person("Sara").command("enter");
    await fill(stage, "Sara", [
      letter(),
      {
        "What happened?": planted.what,
        "How are you involved?": "It happened to me",
        "Who is it about?": [person("Nils").id],
      },
      { "When and where?": planted.where, "Which rules?": ["Crossing personal boundaries"] },
    ]);
    expect(person("Sara").note()).toContain("It names nobody: On paper, on Friday, 6 March 2026.");
    expect(person("Sara").note()).toContain("It is counted only");
    await person("Sara").press("Enter the report");
    await stage.settle();
    expect(person("Sara").note()).toContain("The report waits to be counted.");
    expect(await stage.store.openCases()).toEqual([]);
    expect(await stage.store.countedReports()).toMatchObject([{ day: "2026-03-06", state: { kind: "waiting" } }]);
    expect(person("Omar").reads()).toContain("An anonymous report waits to be counted");
    for (const other of ["Nils", "Lo", "Petra"]) expect(person(other).reads()).not.toMatch(/PLANTED|counted/);
    expect(stage.logged.join("\n")).not.toMatch(/PLANTED|Nils/);
  });

  test("[C11] is looked into where such reports are, and whoever it came from comes back with the code", async () => {
    stage = await openStage({ platform, organisation: organisationOf("civil_connections"), start: "2026-03-10T10:00" });
    await person("Freja").command("enter");
    await fill(stage, "Freja", [
      letter(),
      {
        "What happened?": planted.what,
        "How are you involved?": "I saw or heard it",
        "How do you know of it?": "I saw it myself",
      },
      { "Which rules?": ["Misuse of a position over those we serve"], "Is anybody under 18 affected?": "No" },
      {},
      { "What power do they have?": "He decides who may stay." },
    ]);
    await person("Freja").press("Enter the report");
    await stage.settle();
    const note = person("Freja").note();
    const [code, codeName] = [codeIn(note), codeNameIn(note)];
    expect(note).toContain("This code is shown once.");
    expect(written(stage)).not.toContain(code);
    expect(stage.logged.join("\n")).not.toContain(code);
    await person("Samir").command("case show", { code: codeName });
    expect(person("Samir").note()).toContain("Somebody who gave no name");
    expect(person("Samir").reads()).not.toContain(code);
    await openWith(stage, "Mona", code);
    expect(person("Mona").note()).toContain(`Your anonymous report (${codeName})`);
    expect(person("Mona").note()).toContain("An officer has entered a report that came from you");
  });

  test("[C11] asks for no way to reach whoever gave no name; of a letter with a name it does", async () => {
    stage = await openStage({ platform, organisation: organisationOf("asec", investigated) });
    const { person: of } = stage;
    const named = { "Does nobody know from whom it is?": [], "From whom, if they have none?": "Ebba" };
    const askedOf = async (first: Readonly<Record<string, string | string[]>>) => {
      const labels: string[] = [];
      await of("Maren").command("enter");
      const pages = [
        { ...first, "On which day did it come?": "2026-02-20" },
        {
          "What happened?": planted.what,
          "How are you involved?": "It happened to me",
          "Which rules?": ["Personal conduct"],
        },
        { "Who is it about?": [of("Grace").id] },
        { "How serious is it, to you?": "serious" },
      ];
      for (const [index, page] of pages.entries()) {
        // oxlint-disable no-await-in-loop -- one page after the other, as people do
        if (index > 0 && platform === "discord") await of("Maren").press("Continue");
        labels.push(
          ...(of("Maren")
            .form()
            ?.fields.map(({ label }) => label) ?? []),
        );
        const isWanted = labels.includes(CONTACT) && index === pages.length - 1;
        await of("Maren").fillIn({ ...page, ...(isWanted ? { [CONTACT]: "By letter" } : {}) });
        // oxlint-enable no-await-in-loop
      }
      return labels;
    };
    expect(await askedOf(letter())).not.toContain(CONTACT);
    expect(of("Maren").note()).toContain("It names nobody");
    expect(await askedOf(letter(named))).toContain(CONTACT);
  });

  test("[F140, A38] is not entered where the rules take none, with the clause; and not with a name besides", async () => {
    stage = await openStage({ platform, organisation: organisationOf("fxsu"), start: "2026-03-10T10:00" });
    await person("Helen").command("enter");
    await person("Helen").fillIn(letter());
    expect(person("Helen").reads()).toContain("These rules take no report without a name");
    if (platform === "discord") await person("Helen").press("Change what you wrote");
    await person("Helen").fillIn(letter({ "From whom, if they have none?": "Ebba" }));
    expect(person("Helen").reads()).toContain("Say from whom it came, or that nobody knows: not both.");
    expect(await stage.store.openCases()).toEqual([]);
  });
});
