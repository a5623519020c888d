import { fitted, limits } from "../card.ts";
import { longText } from "./formParts.ts";
import type { DrawnForm, FormContext } from "./formParts.ts";

const NOTE = 1000;

/** Stands for that no situation applies: no situation is called so, as a name of the rulebook has no such sign. */
export const NO_SITUATION = "-";

/** Which situation that the procedure is for applies, or none. Undefined where it is for anything. */
export function scopeForm({ rulebook, speech, place }: FormContext): DrawnForm | undefined {
  const { say, name } = speech;
  const rule = rulebook.procedures[place?.procedure ?? ""]?.scope;
  if (rule === undefined) return undefined;
  const situations = rule.any_of.map((value) => ({
    value,
    label: fitted(name("situation", value), limits.optionLabel),
  }));
  return {
    title: say("form.situation.title"),
    submitLabel: say("form.save"),
    intro: say("form.situation.intro"),
    fields: [
      {
        id: "situation",
        kind: "choice",
        label: say("field.situation"),
        required: true,
        options: [...situations, { value: NO_SITUATION, label: say("field.situation.none") }],
        maximum: 1,
        value: undefined,
      },
      { ...longText("text", "situation", speech, undefined, NOTE), required: false },
    ],
  };
}
