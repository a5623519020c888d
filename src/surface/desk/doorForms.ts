import { askable } from "../../domain/sanctions/door.ts";
import { sayLength } from "../counting.ts";
import type { Field } from "../form.ts";
import type { DrawnForm, FormContext } from "./formParts.ts";

const NAME = 200;

/** Whom a question at the door is about, and which kind of event. */
export function doorForm({ rulebook, speech }: FormContext): DrawnForm {
  const { say, name } = speech;
  const door = rulebook.door_check;
  const things = door === undefined ? [] : askable(door);
  const hasPlaces = things.length > (door?.event_types.length ?? 0);
  return {
    title: say("form.door.title"),
    submitLabel: say("form.door.submit"),
    intro: say("form.door.intro"),
    fields: [
      whoField(say("field.door.who"), say("field.people.placeholder"), false),
      {
        id: "name",
        kind: "text",
        label: say("field.door.name"),
        hint: say("field.door.name.hint"),
        required: false,
        options: [],
        maximum: NAME,
        value: undefined,
      },
      {
        id: "event",
        kind: "choice",
        label: say(hasPlaces ? "field.door.what" : "field.door.event"),
        required: true,
        options: things.map((thing) => ({ value: thing, label: name("permit", thing) })),
        maximum: 1,
        value: undefined,
      },
    ],
  };
}

/** Who may ask at the door for a while. Undefined where nobody may in the place of somebody else. */
export function delegateForm({ rulebook, speech }: FormContext): DrawnForm | undefined {
  const { say } = speech;
  const delegate = rulebook.door_check?.delegate;
  if (delegate === undefined) return undefined;
  return {
    title: say("form.delegate.title"),
    submitLabel: say("form.delegate.submit"),
    intro: say("form.delegate.intro", { length: sayLength(speech, delegate.for) }),
    fields: [whoField(say("field.door.who"), say("field.people.placeholder"), true)],
  };
}

function whoField(label: string, placeholder: string, required: boolean): Field {
  return { id: "who", kind: "people", label, placeholder, required, options: [], maximum: 1, value: undefined };
}
