import type { SideView } from "../../application/views/apartView.ts";
import type { Field, FieldOption } from "../form.ts";
import type { Speech } from "../say.ts";
import { longText } from "./formParts.ts";
import type { DrawnForm, FormContext } from "./formParts.ts";

/** As much as anybody says to the other side at once. */
const WORDS = 800;
const REASONS = 400;

/** Stands for each of the other side. */
export const EACH = "each";

/** As what something is entered that somebody without an account said. */
export const ENTERED = ["question", "answer", "declined", "agreed", "not-agreed"] as const;

/** The forms about both sides that are kept apart. Undefined for a name that is none of theirs. */
export function drawApartForm(context: FormContext, name: string, choice: string): DrawnForm | undefined {
  const { speech, place } = context;
  switch (name) {
    case "keepapart":
    case "endapart":
    case "holdback":
      return oneText(name, speech, "form.save", REASONS);
    case "across":
    case "acrossback":
      return oneText(name, speech, "form.send", WORDS);
    case "contact": {
      const form = oneText(name, speech, "form.save", REASONS);
      return { ...form, fields: [sideField(place?.apart?.sides ?? [], "field.contact.party", speech), ...form.fields] };
    }
    case "enterwords":
      return enterForm(context);
    case "passon": {
      const meant = place?.apart?.meant[choice] ?? [];
      const form = oneText(name, speech, "form.send", WORDS);
      return meant.length < 2
        ? form
        : {
            ...form,
            fields: [
              ...form.fields,
              choiceField("party", speech.say("field.passon.party"), [
                { value: EACH, label: speech.say("field.passon.each") },
                ...meant.map((side) => sideOption(side, speech)),
              ]),
            ],
          };
    }
    default:
      return undefined;
  }
}

/** Whose words they are, as what, and what they said. */
function enterForm({ speech, place }: FormContext): DrawnForm {
  const form = oneText("enterwords", speech, "form.save", WORDS);
  const sides = (place?.apart?.sides ?? []).filter(({ hasAccount }) => !hasAccount);
  const as = ENTERED.map((value) => ({ value, label: speech.say(`field.enterwords.as.${value}`) }));
  return {
    ...form,
    fields: [
      sideField(sides, "field.enterwords.party", speech),
      choiceField("as", speech.say("field.enterwords.as"), as),
      ...form.fields,
    ],
  };
}

type Name = "keepapart" | "endapart" | "contact" | "enterwords" | "passon" | "holdback" | "across" | "acrossback";

const oneText = (name: Name, speech: Speech, submit: "form.save" | "form.send", maximum: number): DrawnForm => ({
  title: speech.say(`form.${name}.title`),
  submitLabel: speech.say(submit),
  intro: speech.say(`form.${name}.intro`),
  fields: [longText("text", name, speech, undefined, maximum)],
});

const sideOption = ({ party, role, pseudonym }: SideView, { say, name }: Speech): FieldOption => ({
  value: party,
  label: say("field.given.from.party", { role: name("party", role), pseudonym }),
});

const sideField = (
  sides: readonly SideView[],
  label: "field.contact.party" | "field.enterwords.party",
  speech: Speech,
): Field =>
  choiceField(
    "party",
    speech.say(label),
    sides.map((side) => sideOption(side, speech)),
  );

const choiceField = (id: string, label: string, options: readonly FieldOption[]): Field => ({
  id,
  kind: "choice",
  label,
  required: true,
  options,
  maximum: 1,
  value: undefined,
});
