import { expect, test } from "vitest";

import type { Place } from "../../src/application/acts/rulebooks.ts";
import { languages, speechOf } from "../../src/locale/speech.ts";
import { buildForm, formId } from "../../src/surface/desk/forms.ts";
import { timeForms } from "../../src/surface/desk/time.ts";
import { kth } from "../fakes/kth.ts";
import { formExcess } from "./neutral.ts";
import { formFaults } from "./platforms.ts";
import { daysOf } from "./scenes/timeCards.ts";
import { everyWords, id } from "./words.ts";

const names = Object.keys(timeForms);
const contexts = languages.flatMap((language) =>
  everyWords.map((words) => {
    const place = { rulebook: kth, procedure: "conduct", stage: "contact", vote: undefined, days: daysOf(words) };
    return { rulebook: kth, speech: speechOf(language), receivers: [], place: place as unknown as Place };
  }),
);

test.each(names)("both platforms take the form %s in every language, however much is due", (name) => {
  const wrong = contexts.flatMap((context) => {
    const form = buildForm(context, { name, choice: "", page: 1 }, id(), {});
    if (form === undefined) return [`there is no form ${name}`];
    return [...formExcess(form), ...formFaults(form, context.speech)];
  });
  expect([...new Set(wrong)]).toEqual([]);
});

test("what is due is chosen already where there is one thing alone, or where it was pressed; whoever asks does the next step", () => {
  const [context] = contexts;
  if (context === undefined) throw new Error("There is no language.");
  const fieldOf = (name: string, choice: string, field: string) =>
    buildForm(context, { name, choice, page: 1 }, id(), {})?.fields.find((each) => each.id === field);
  const [, second] = context.place.days?.days ?? [];
  expect(fieldOf("extend", "", "deadline")?.value).toBeUndefined();
  expect(fieldOf("extend", second?.choice ?? "", "deadline")?.value).toBe(second?.key);
  expect(fieldOf("next", "", "owner")?.value).toBe(context.place.days?.caller);
});

test.each(["extend", "longer", "next"])("the form %s is not drawn before it is known where the case is", (name) => {
  const speech = speechOf("en");
  const form = buildForm({ rulebook: kth, speech, receivers: [] }, { name, choice: "", page: 1 }, id(), {});
  expect(form).toBeUndefined();
  expect(formId({ name, choice: "", page: 1 })).toBe(`${name}//1`);
});
