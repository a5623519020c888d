import { z } from "zod";

import { inLanguages } from "./code.ts";
import { name } from "./vocabulary.ts";

const called = inLanguages(45, '{ en: "Prairie Council", sv: "Prärierådet" }');
const hint = inLanguages(100, '{ en: "In your own words.", sv: "Med dina egna ord." }');

const calledEach = (what: string) => z.record(name, called).default({}).describe(`What ${what} are called.`);

/** What the things of a rulebook are called where people read of them. */
export const names = z
  .strictObject({
    body: calledEach("bodies"),
    office: calledEach("offices"),
    rule: calledEach("rules"),
    severity: calledEach("the degrees of severity"),
    stage: calledEach("stages"),
    outcome: calledEach("the outcomes of stages"),
    motion: calledEach("motions"),
    sanction: calledEach("sanctions"),
    vote: calledEach("votes"),
    challenge: calledEach("challenges"),
    reason: calledEach("the reasons of lists of reasons"),
    ground: calledEach("the grounds of challenges"),
    situation: calledEach("the situations that procedures are for"),
    permit: calledEach("what stays open under a sanction"),
    condition: calledEach("the conditions of sanctions"),
    access: calledEach("what a sanction keeps somebody from on the platforms"),
    field: calledEach("the questions of the report"),
    conflict: calledEach("what somebody declares as a conflict of interest"),
    hint: z
      .record(name, hint)
      .default({})
      .describe("What is said under a question of the report, to help with the answer."),
  })
  .prefault({})
  .describe(
    "What things are called where people read of them, in English and in other languages of the organisation. What is left out has the word that comes with Redress, if there is one in locales/, and otherwise its key with spaces in it.",
  );
