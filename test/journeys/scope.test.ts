import { afterEach, describe, expect, test } from "vitest";

import { aboutMember, enter, file, words } from "./decisions.ts";
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

const QUESTION = "Is it for this procedure?";
const WHICH = "Which of these applies?";
const WHY = "PLANTED-WHY it was at a private party";

const aboutNils = () => aboutMember(stage, "Nils", "2026-10-10");

/** A manager opens a case of discipline about Nils that begins with an informal talk. Returns its code name. */
async function openDiscipline(): Promise<string> {
  await person("Denise").command("open");
  await person("Denise").fillIn({
    "Where does it begin?": "informal talk",
    "Who is it about?": [person("Nils").id],
    "What happened?": words.what,
    "Why is it opened, and why at this stage?": words.note,
  });
  await stage.settle();
  return codeNameIn(person("Denise").note());
}

describe.each(everywhere)("on $platform", ({ platform }) => {
  test("[F155][F243] whoever assesses says which situation applies; where none does, out of scope is suggested and they decide, in a complaint about a member and in a matter of discipline", async () => {
    stage = await openStage({ platform, organisation: union, start: "2026-10-15T10:00" });
    const code = await file(stage, aboutNils());
    await enter(stage, "Helen", "Take the case");
    expect(person("Helen").reads()).toContain("nobody has said it yet");
    await person("Helen").command("case why", { code });
    expect(person("Helen").note()).toContain(QUESTION);

    await person("Helen").command("case show", { code });
    await person("Helen").press(QUESTION);
    const asked = JSON.stringify(person("Helen").form());
    for (const situation of ["event or activity of the Union", "acting as such", "society in its usual activities"])
      expect(asked).toContain(situation);
    await person("Helen").fillIn({ [WHICH]: "None of these", Why: WHY });
    await stage.settle();
    const suggestion = "Ending it as “not for this procedure” is suggested; you decide.";
    expect(person("Helen").note()).toContain(suggestion);
    await person("Helen").command("case show", { code });
    expect(person("Helen").note()).toContain("Bye-law 9.3");
    expect(person("Helen").note()).toContain(suggestion);

    // Said otherwise by hand: what is said last counts, and nothing is suggested any more.
    await person("Helen").command("scope", { code });
    await person("Helen").fillIn({ [WHICH]: "At an event or activity of the Union, on site or elsewhere" });
    await stage.settle();
    await person("Helen").command("case show", { code });
    expect(person("Helen").note()).not.toContain("is suggested");
    await person("Helen").command("scope", { code });
    await person("Helen").fillIn({ [WHICH]: "None of these" });
    await stage.settle();
    await person("Helen").command("case timeline", { code });
    expect(person("Helen").note()).toContain("Said what it falls under: none of the situations");
    expect(person("Helen").note()).toContain("Said what it falls under: At an event or activity of the Union");

    await person("Helen").command("case conclude", { code, outcome: "out_of_scope" });
    await person("Helen").fillIn({ Reasons: words.reasons });
    await stage.settle();
    expect(person("Mona").reads()).toContain("not for this procedure");
    expect(person("Mona").reads()).not.toContain("PLANTED-WHY");
    await person("Helen").command("scope", { code });
    expect(person("Helen").form()).toBeUndefined();

    const other = await openDiscipline();
    await person("Helen").command("case show", { code: other });
    await person("Helen").press(QUESTION);
    const situations = JSON.stringify(person("Helen").form());
    for (const situation of ["On premises of the Union", "During an activity", "In a club or group", "its reputation"])
      expect(situations).toContain(situation);
    await person("Helen").fillIn({ [WHICH]: "None of these", Why: WHY });
    await stage.settle();
    expect(person("Helen").note()).toContain("Ending it as “not a matter for discipline” is suggested");
    await person("Helen").command("case show", { code: other });
    await enter(stage, "Helen", "Choose who decides", { "Who decides?": "Denise Holt" });
    await person("Denise").command("case show", { code: other });
    expect(person("Denise").note()).toContain("Ending it as “not a matter for discipline” is suggested");
    await enter(stage, "Denise", "not a matter for discipline", { Reasons: words.reasons });
    await person("Denise").command("case show", { code: other });
    expect(person("Denise").note()).toContain("This case is closed.");
    for (const name of ["Nils", "Karen"]) {
      expect(person(name).reads()).not.toContain("PLANTED");
      expect(person(name).reads()).not.toContain("situations");
    }
    expect(stage.logged.join("\n")).not.toContain("PLANTED");
  });
});
