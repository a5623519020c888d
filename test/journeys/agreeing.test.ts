import { afterEach, describe, expect, test } from "vitest";

import { enter, file, words } from "./decisions.ts";
import { organisationOf } from "./people.ts";
import { platforms } from "./platforms.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const asec = organisationOf("asec");
const everywhere = platforms().map((platform) => ({ platform }));

const first = "PLANTED-FIRST they meet with a mediator";
const second = "PLANTED-SECOND Grace apologises in writing by Friday";

const about = (name: string) => [
  { "What happened?": words.what, "How are you involved?": "It happened to me", "Which rules?": ["Personal conduct"] },
  { "Who is it about?": [stage.person(name).id] },
  { "How serious is it, to you?": "serious", "How can we reach you?": words.contact },
];

const ask = (text: string) => enter(stage, "Maren", "Ask for agreement", { "What they are asked to agree to": text });

async function toConsents(): Promise<string> {
  const codeName = await file(stage, about("Grace"));
  await enter(stage, "Maren", "Take the case");
  await enter(stage, "Maren", "Acknowledge the report", { "Your message": "Thank you, Mona." });
  await enter(stage, "Maren", "An informal way may be possible");
  return codeName;
}

async function press(name: string, label: string): Promise<void> {
  await stage.person(name).press(label);
  await stage.settle();
}

describe.each(everywhere)("what both sides agree to, on $platform", ({ platform }) => {
  test("[A42] an informal way begins only once both have agreed in writing, each by themselves", async () => {
    stage = await openStage({ platform, organisation: asec });
    const { person } = stage;
    const codeName = await toConsents();
    await person("Maren").command("case task", { code: codeName, task: "consent_respondent" });
    await ask(first);
    for (const party of ["Mona", "Grace"]) expect(person(party).reads()).toContain(first);
    await press("Mona", "I agree");
    await person("Maren").command("case conclude", { code: codeName, outcome: "both_agree" });
    expect(person("Maren").note()).toContain("Written consent of the respondent");
    expect(person("Grace").reads()).not.toContain("a party agrees");
    await press("Grace", "I agree");
    await person("Maren").command("case show", { code: codeName });
    expect(person("Maren").note()).toContain("informal solution");
    for (const name of ["Theo", "Joy", "Nils"]) expect(person(name).reads()).not.toContain("PLANTED");
    expect(stage.logged.join("\n")).not.toContain("PLANTED");
  });

  test("[A43] it is settled when both have agreed to the same text: what was said to an earlier one counts no longer", async () => {
    stage = await openStage({ platform, organisation: asec });
    const { person } = stage;
    const codeName = await toConsents();
    await ask(first);
    await press("Mona", "I agree");
    await press("Grace", "I agree");
    await ask(first);
    const old = person("Grace").handle("I agree");
    await ask(second);
    await press("Mona", "I agree");
    await person("Grace").pressHandle(old);
    await stage.settle();
    expect(person("Grace").note()).toContain("You have been asked about a newer text since.");
    await person("Grace").command("agreement agree", { code: codeName });
    await stage.settle();
    await person("Mona").command("mycase");
    expect(person("Mona").note()).toMatch(/Now:\W+closed/);
    for (const party of ["Mona", "Grace"]) expect(person(party).reads()).toContain(second);
  });

  test("[A42][A44] either side ends it at any time: the case is investigated, and the other learns only that it is over", async () => {
    stage = await openStage({ platform, organisation: asec });
    const { person } = stage;
    const codeName = await toConsents();
    await ask(first);
    await press("Mona", "I agree");
    await press("Grace", "I agree");
    await ask(second);
    await press("Mona", "End this way");
    await person("Maren").command("case show", { code: codeName });
    expect(person("Maren").note()).toContain("investigation");
    expect(person("Grace").reads()).toContain("The way that both sides were asked to agree to");
    expect(person("Grace").reads()).not.toContain("Mona");
    await person("Grace").command("agreement agree", { code: codeName });
    expect(person("Grace").note()).not.toContain("has been written down");
  });
});
