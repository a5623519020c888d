import { afterEach, describe, expect, test } from "vitest";

import { enter, words } from "./decisions.ts";
import { organisationOf } from "./people.ts";
import { platforms } from "./platforms.ts";
import { codeNameIn } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const union = organisationOf("fxsu");
const everywhere = platforms().map((platform) => ({ platform }));
const person = (name: string) => stage.person(name);

const TASKS = "Done: choose what";
const EXETER = "Tell the university: University of Exeter";
const FALMOUTH = "Tell the university: Falmouth University";
const told = { "On which day?": "2026-10-14", "What was handed over": words.note };

/** A manager opens a case of discipline before the panel, and the Chief Executive takes it. Returns its code name. */
async function openHearing(...about: readonly string[]): Promise<string> {
  await person("Denise").command("open");
  await person("Denise").fillIn({
    "Where does it begin?": "Members Disciplinary Panel",
    "Who is it about?": about.map((name) => person(name).id),
    "What happened?": words.what,
    "Why is it opened, and why at this stage?": words.note,
  });
  await stage.settle();
  const code = codeNameIn(person("Denise").note());
  await enter(stage, "Helen", "Take the case");
  await person("Helen").command("case show", { code });
  return code;
}

/** What the card that Helen has before her says is to be done. */
async function card(code: string): Promise<string> {
  await person("Helen").command("case show", { code });
  return person("Helen").note();
}

describe.each(everywhere)("on $platform", ({ platform }) => {
  test("[F257] at Stage 3 the university of the respondent, and no other, is to be told, with a day; before that there is no outcome, and where several study elsewhere each of theirs is told", async () => {
    stage = await openStage({ platform, organisation: union, start: "2026-10-15T10:00" });
    const code = await openHearing("Kit");
    expect(await card(code)).toContain(EXETER);
    expect(person("Helen").note()).not.toContain("Falmouth University");
    await person("Helen").command("case conclude", { code, outcome: "not_proven" });
    expect(person("Helen").note()).toContain("Tell the university");

    // What was handed to somebody else is recorded, and does not do it.
    await person("Helen").command("outside hand", { code });
    await person("Helen").fillIn({ "To whom?": "Falmouth University", ...told });
    await stage.settle();
    expect(await card(code)).toContain(EXETER);

    await person("Helen").choose(TASKS, EXETER);
    expect(JSON.stringify(person("Helen").form())).toContain("University of Exeter");
    expect(JSON.stringify(person("Helen").form())).not.toContain("Falmouth");
    await person("Helen").fillIn({ "To whom?": "University of Exeter", ...told });
    await stage.settle();
    expect(await card(code)).not.toContain("Tell the university");
    await person("Helen").command("outside show", { code });
    expect(person("Helen").note()).toMatch(/University of Exeter.*14 October 2026/s);

    const both = await openHearing("Kit", "Hana");
    expect(await card(both)).toContain(`${EXETER} and Falmouth University`);
    await person("Helen").command("case task", { code: both, task: "report_to_university" });
    await person("Helen").fillIn({ "To whom?": "University of Exeter", ...told });
    await stage.settle();
    expect(await card(both)).toContain(FALMOUTH);
    expect(person("Helen").note()).not.toContain("University of Exeter");
    await person("Helen").choose(TASKS, FALMOUTH);
    await person("Helen").fillIn({ "To whom?": "Falmouth University", ...told });
    await stage.settle();
    expect(await card(both)).not.toContain("Tell the university");

    // Of whom nothing stands in the roster file, a list of members says it.
    await person("Owen").command("member import");
    await person("Owen").fillIn({
      "Of which class are they?": "Institution: University of Exeter",
      "The list": `name,${platform}\nNils Orrby,${person("Nils").id}`,
    });
    expect(person("Owen").note()).toContain("of the class Institution: University of Exeter");
    await person("Owen").press("Enter 1 person");
    expect(await card(await openHearing("Nils"))).toContain(EXETER);

    for (const name of ["Kit", "Hana", "Nils", "Karen"]) expect(person(name).reads()).not.toContain("PLANTED");
    expect(stage.logged.join("\n")).not.toContain("PLANTED");
    await person("Kit").command("member show");
    expect(person("Kit").note()).toContain("Institution: University of Exeter");
  });
});
