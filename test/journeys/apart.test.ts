import { afterEach, describe, expect, test } from "vitest";

import { enter, file, words } from "./decisions.ts";
import { organisationOf } from "./people.ts";
import { platforms } from "./platforms.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const union = organisationOf("fxsu");
const everywhere = platforms().map((platform) => ({ platform }));

const why = "PLANTED-WHY they live in the same corridor";
const question = "PLANTED-QUESTION why did you come back that evening?";
const answer = "PLANTED-ANSWER to fetch my bag, you fool";
const softer = "PLANTED-SOFTER to fetch my bag";

const about = (name: string) => [
  {
    "What happened?": words.what,
    "How are you involved?": "It happened to me",
    "Is it about the Union, a member, or a group?": "A member",
  },
  {
    "Which rules?": ["Personal harassment"],
    "Who is it about?": [stage.person(name).id],
    "When did it happen, or stop?": "2026-02-20",
  },
  {},
];

/** Mona complains about Nils; both are kept apart, and Nils learns of the complaint after that. */
async function playApart(): Promise<string> {
  const codeName = await file(stage, about("Nils"));
  await enter(stage, "Helen", "Take the case");
  await enter(stage, "Helen", "Keep both sides apart", { "Why?": why });
  return codeName;
}

/** What those read who neither handle the case nor are a party. */
const readByOthers = () =>
  stage.everybody
    .filter(({ name }) => !/^(Helen|Ruth|Jack|Mona|Nils)/.test(name))
    .map((each) => each.reads())
    .join("\n");

describe.each(everywhere)("both sides are kept apart, on $platform", ({ platform }) => {
  test("[F158] the respondent is asked without being told by whom, and what comes back is passed on in words that were agreed", async () => {
    stage = await openStage({ platform, organisation: union, start: "2026-03-02T10:00" });
    const { person } = stage;
    const codeName = await playApart();
    expect(person("Mona").reads()).toContain("please do not write to, call or meet the other side");
    // Whom it is about does not know of it yet.
    expect(person("Nils").reads()).not.toContain("other side");
    await enter(stage, "Helen", "Given to Stage 1");
    expect(person("Nils").reads()).toContain("please do not write to, call or meet the other side");
    expect(person("Mona").reads() + person("Nils").reads()).not.toContain("PLANTED-WHY");

    await enter(stage, "Mona", "Ask the other side", { "What would you like to know?": question });
    expect(person("Helen").rooms().join()).toContain(codeName);
    expect(person("Helen").reads()).toContain(`In case ${codeName} a party asks the other side.`);
    expect(person("Nils").reads()).not.toContain("PLANTED");
    await person("Helen").press("Both sides");
    expect(person("Helen").note()).toContain(question);
    await enter(stage, "Helen", "Pass on", {});
    expect(person("Nils").reads()).toContain(question);
    expect(person("Nils").reads()).not.toMatch(/Mona|PLANTED-W/);

    await enter(stage, "Nils", "Answer", { "Your answer": answer });
    expect(person("Mona").reads()).not.toContain("PLANTED-ANSWER");
    await person("Helen").command("apart show", { code: codeName });
    await enter(stage, "Helen", "Pass on", { "What the other side reads": softer });
    expect(person("Mona").reads()).not.toContain("PLANTED-SOFTER");
    expect(person("Nils").reads()).toContain(softer);
    await person("Nils").press("You may put it like that");
    await stage.settle();
    expect(person("Mona").reads()).toContain(softer);
    expect(person("Mona").reads()).not.toContain(answer);
    expect(readByOthers()).not.toContain("PLANTED");
    expect(stage.logged.join("\n")).not.toContain("PLANTED");
  });

  test("[F158] what is held back is read by nobody else; a question that stays open has a day, and nobody has to answer", async () => {
    stage = await openStage({ platform, organisation: union, start: "2026-03-02T10:00" });
    const { person } = stage;
    const codeName = await playApart();
    await enter(stage, "Helen", "Given to Stage 1");
    await person("Nils").command("apart ask", { code: codeName });
    await person("Nils").fillIn({ "What would you like to know?": "PLANTED-INSULT how dare you?" });
    await stage.settle();
    await person("Helen").command("apart show", { code: codeName });
    await enter(stage, "Helen", "Hold back", { "Why is it not passed on?": "Please ask without blame." });
    expect(person("Nils").reads()).toContain("Please ask without blame.");

    await enter(stage, "Mona", "Ask the other side", { "What would you like to know?": question });
    await person("Helen").command("apart show", { code: codeName });
    await enter(stage, "Helen", "Pass on", {});
    await person("Helen").command("due");
    expect(person("Helen").note()).toContain("answer to a question of the other side: by Monday, 9 March 2026");
    await stage.moveTo("2026-03-09T12:00");
    expect(person("Nils").reads()).toContain("You do not have to.");
    await stage.moveTo("2026-03-10T12:00");
    expect(person("Helen").reads()).toContain("a question of one side to the other has not been answered");
    expect(person("Nils").reads()).not.toContain("has not been answered");
    await person("Helen").command("apart close", { code: codeName });
    await person("Helen").press("Wait no longer");
    await stage.settle();
    expect(person("Mona").reads()).toContain("Nobody waits for an answer to your question");
    expect(person("Mona").reads()).not.toContain("PLANTED-INSULT");

    await person("Helen").command("apart contact", { code: codeName });
    await person("Helen").fillIn({
      "Who wrote to the other side?": "respondent, person B",
      "What happened?": words.note,
    });
    await stage.settle();
    await person("Helen").command("apart show", { code: codeName });
    expect(person("Helen").note()).toContain("Helen Carr has kept both sides apart since Monday, 2 March 2026");
    expect(person("Helen").note()).toContain("respondent, person B: told on Monday, 2 March 2026");
    await enter(stage, "Helen", "No longer apart", { "Why?": why });
    for (const name of ["Mona", "Nils"]) {
      expect(person(name).reads()).toContain("you and the other side are no longer kept apart");
      expect(person(name).reads()).not.toMatch(/PLANTED-(WHY|NOTE)/);
    }
    await person("Mona").command("apart ask", { code: codeName });
    expect(person("Mona").note()).toContain("One side does not ask the other here now.");
  });

  test("[A46] outside the room of those who handle it a case is a code name, and its parties share no room", async () => {
    stage = await openStage({ platform, organisation: union, start: "2026-03-02T10:00" });
    const { person } = stage;
    const codeName = await playApart();
    await enter(stage, "Helen", "Given to Stage 1");
    await enter(stage, "Mona", "Ask the other side", { "What would you like to know?": question });
    await person("Helen").command("apart show", { code: codeName });
    await enter(stage, "Helen", "Pass on", {});
    await stage.moveTo("2026-03-10T12:00");

    const names = /Mona|Nils|Wik|Orrby|PLANTED/;
    expect(codeName).not.toMatch(names);
    const placesOf = (name: string) =>
      person(name)
        .places()
        .filter(({ kind }) => kind !== "channel" && kind !== "home");
    const all = stage.everybody.flatMap(({ name }) => placesOf(name));
    for (const { name, topic = "" } of all.filter(({ kind }) => kind !== "direct"))
      expect(`${name} ${topic}`).not.toMatch(names);
    const ids = (name: string) => new Set(placesOf(name).map(({ id }) => id));
    expect([...ids("Mona")].filter((id) => ids("Nils").has(id))).toEqual([]);

    // What reaches those who handle it, and what the respondent is reminded of, names nobody.
    const reminders = person("Helen")
      .messages()
      .filter(({ text }) => text.includes("has not been answered"));
    expect(reminders).toHaveLength(1);
    for (const { text } of reminders) {
      expect(text).toContain(codeName);
      expect(text).not.toMatch(names);
    }
    expect(person("Nils").reads()).not.toMatch(/Mona/);
    expect(readByOthers()).not.toContain("PLANTED");
  });

  test("[F158] of several each is asked alone, and for one without an account an officer tells and enters", async () => {
    stage = await openStage({ platform, organisation: union, start: "2026-03-02T10:00" });
    const { person } = stage;
    const [first = {}, second = {}] = about("Lo");
    const codeName = await file(stage, [first, { ...second, "Somebody without an account here": "Ola Fri" }, {}]);
    await enter(stage, "Helen", "Take the case");
    await enter(stage, "Helen", "Given to Stage 1");
    await person("Helen").command("apart begin", { code: codeName });
    await person("Helen").fillIn({ "Why?": why });
    await stage.settle();
    expect(person("Lo").reads()).toContain("please do not write to, call or meet the other side");
    await enter(stage, "Mona", "Ask the other side", { "What would you like to know?": question });
    await person("Helen").command("apart show", { code: codeName });
    expect(person("Helen").note()).toContain("respondent, person C: not told yet");
    await enter(stage, "Helen", "Pass on", { "Who gets it?": "Everybody on that side, each alone" });
    expect(person("Lo").reads()).toContain(question);

    await person("Helen").command("apart enter", { code: codeName });
    await person("Helen").fillIn({
      "Who said it?": "respondent, person C",
      "What is it?": "An answer to the other side",
      "What did they say?": "PLANTED-THIRD I was not there",
    });
    await stage.settle();
    await person("Helen").command("apart show", { code: codeName });
    await enter(stage, "Helen", "Pass on", { "What the other side reads": "I, Ola, was not there" });
    expect(person("Helen").note()).toContain("may not say who it is from. Found in it: “Ola”.");
    await person("Helen").command("apart show", { code: codeName });
    await enter(stage, "Helen", "Pass on", { "What the other side reads": "PLANTED-THIRD I was not there" });
    expect(person("Mona").reads()).toContain("PLANTED-THIRD");
    expect(person("Lo").reads()).not.toMatch(/PLANTED-THIRD|Ola Fri|Mona/);

    await person("Lo").press("I would rather not");
    await stage.settle();
    expect(person("Mona").reads()).toContain("They would rather not answer it. Nobody has to.");
    await person("Helen").command("case why", { code: codeName });
    expect(person("Helen").note()).toContain("No longer apart");
  });
});
