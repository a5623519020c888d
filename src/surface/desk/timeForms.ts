import type { DayView } from "../../application/views/daysView.ts";
import { fitted, limits } from "../card.ts";
import { dueOf } from "../dueName.ts";
import type { Field } from "../form.ts";
import { dayField, longText } from "./formParts.ts";
import type { DrawnForm, FormContext } from "./formParts.ts";

/** So much fits into what is told about time. */
const TEXT = 1000;

/** More time for something that is due: for what, until when, and why. */
export function extendForm(context: FormContext, choice: string): DrawnForm | undefined {
  const { speech, place } = context;
  const days = place?.days?.days.filter(({ canExtend }) => canExtend);
  if (days === undefined) return undefined;
  return {
    title: speech.say("form.extend.title"),
    submitLabel: speech.say("form.send"),
    intro: undefined,
    fields: [
      deadlineField(context, days, choice),
      dayField("until", speech, { label: speech.say("field.until") }),
      text("extend", context),
    ],
  };
}

/** What the parties are told of something that takes longer. */
export function longerForm(context: FormContext, choice: string): DrawnForm | undefined {
  const { speech, place } = context;
  const days = place?.days?.days.filter(({ isToBeTold }) => isToBeTold);
  if (days === undefined) return undefined;
  return {
    title: speech.say("form.longer.title"),
    submitLabel: speech.say("form.send"),
    intro: undefined,
    fields: [deadlineField(context, days, choice), text("longer", context, speech.say("form.longer.default"))],
  };
}

/** Who does what next, by which day. */
export function nextForm(context: FormContext): DrawnForm | undefined {
  const { speech, place } = context;
  if (place?.days === undefined) return undefined;
  const { handlers, caller } = place.days;
  const owner: Field = {
    id: "owner",
    kind: "choice",
    label: speech.say("field.owner"),
    required: true,
    options: handlers.map(({ person, name }) => ({ value: person, label: name })),
    maximum: 1,
    value: handlers.some(({ person }) => person === caller) ? caller : undefined,
  };
  return {
    title: speech.say("form.next.title"),
    submitLabel: speech.say("form.save"),
    intro: undefined,
    fields: [owner, dayField("by", speech, { label: speech.say("field.by") }), text("next", context)],
  };
}

/** What was answered: as an officer notes it, or in the words of the party. */
export function answerForm(context: FormContext, name: "answered" | "answer"): DrawnForm {
  const { say } = context.speech;
  return {
    title: say(`form.${name}.title`),
    submitLabel: say(name === "answer" ? "form.send" : "form.save"),
    intro: undefined,
    fields: [name === "answer" ? longText("text", name, context.speech) : text(name, context)],
  };
}

const text = (form: "extend" | "longer" | "next" | "answered", { speech }: FormContext, value?: string): Field =>
  longText("text", form, speech, value, TEXT);

/** The only one, or the one that was pressed, is chosen already. */
function deadlineField({ speech }: FormContext, days: readonly DayView[], choice: string): Field {
  const pressed = days.find((day) => day.choice === choice);
  const [only] = days.length === 1 ? days : [];
  return {
    id: "deadline",
    kind: "choice",
    label: speech.say("field.deadline"),
    required: true,
    options: days.map(({ key, kind, about, whose, day }) => ({
      value: key,
      label: fitted(dueOf(kind, about, whose, speech), limits.optionLabel),
      hint: speech.day(day),
    })),
    maximum: 1,
    value: (pressed ?? only)?.key,
  };
}
