import { dayField } from "./formParts.ts";
import type { DrawnForm, FormContext } from "./formParts.ts";

const NOTE = 200;

/** What was done, on which day, and where that is written down. Undefined for something that the rulebook does not have. */
export function obligationForm({ rulebook, speech }: FormContext, id: string): DrawnForm | undefined {
  const { say } = speech;
  const rule = Object.hasOwn(rulebook.obligations, id) ? rulebook.obligations[id] : undefined;
  if (rule === undefined) return undefined;
  return {
    title: say("form.obligation.title"),
    submitLabel: say("form.save"),
    intro: rule.what,
    fields: [
      dayField("day", speech, { label: say("field.obligation.day") }),
      {
        id: "note",
        kind: "text",
        label: say("field.obligation.note"),
        hint: say("field.obligation.note.hint"),
        required: false,
        options: [],
        maximum: NOTE,
        value: undefined,
      },
    ],
  };
}
