import type { Field } from "../form.ts";
import { longText } from "./formParts.ts";
import type { DrawnForm, FormContext } from "./formParts.ts";
import { companionField, REPORT } from "./voiceFields.ts";

/** So many things can be chosen from; the newest are offered. */
const OFFERED = 25;
const REASONS = 300;

/** The forms about who speaks for a party. Undefined for a name that is none of theirs. */
export function drawOwnVoiceForm(context: FormContext, name: string, choice: string): DrawnForm | undefined {
  if (name === "giveback") return giveBackForm(context, choice);
  if (name !== "companion") return undefined;
  const { say } = context.speech;
  return {
    title: say("form.companion.title"),
    submitLabel: say("form.save"),
    intro: say("form.companion.intro"),
    fields: [companionField(context, false)],
  };
}

/** What goes back to its party, and how one can tell. Undefined where there is nothing that can. */
function giveBackForm({ speech, place }: FormContext, choice: string): DrawnForm | undefined {
  const { say, name, day } = speech;
  const options = (place?.returnables ?? []).slice(0, OFFERED).map(({ item, what, role, pseudonym, on }) => ({
    value: item ?? REPORT,
    label: say("field.giveback.item", { what: name("item", what), day: day(on) }),
    hint: say("field.giveback.from", { role: name("party", role), pseudonym }),
  }));
  if (options.length === 0) return undefined;
  const what: Field = {
    id: "what",
    kind: "choice",
    label: say("field.giveback"),
    required: true,
    options,
    maximum: 1,
    value: options.some(({ value }) => value === choice) ? choice : undefined,
  };
  return {
    title: say("form.giveback.title"),
    submitLabel: say("form.giveback.submit"),
    intro: say("form.giveback.intro"),
    fields: [what, longText("text", "giveback", speech, undefined, REASONS)],
  };
}
