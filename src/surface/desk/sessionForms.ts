import type { Form, FormValues } from "../form.ts";
import type { Speech } from "../say.ts";
import { dayField } from "./formParts.ts";
import { formId } from "./forms.ts";

/** The form with which a body is convened, and the one with which its session is adjourned. */
export const CONVENE = "convene";
export const ADJOURN = "adjourn";

const PURPOSE = 500;

/**
 * Which body, for what, and whether behind closed doors.
 * @param bodies those that whoever fills it in chairs
 */
export function conveneForm(bodies: readonly string[], values: FormValues, { say, name }: Speech): Form {
  const fields: Form["fields"] = [
    {
      id: "body",
      kind: "choice",
      label: say("field.session.body"),
      required: true,
      options: bodies.map((value) => ({ value, label: name("body", value) })),
      maximum: 1,
      value: bodies.length === 1 ? bodies[0] : undefined,
    },
    {
      id: "purpose",
      kind: "long-text",
      label: say("field.session.purpose"),
      hint: say("field.session.purpose.hint"),
      required: true,
      options: [],
      maximum: PURPOSE,
      value: undefined,
    },
    {
      id: "camera",
      kind: "choice",
      label: say("field.session.camera"),
      hint: say("field.session.camera.hint"),
      required: true,
      options: (["no", "yes"] as const).map((value) => ({ value, label: say(`field.session.camera.${value}`) })),
      maximum: 1,
      value: "no",
    },
  ];
  return {
    id: formId({ name: CONVENE, choice: "", page: 1 }),
    ref: "home",
    title: say("form.convene.title"),
    submitLabel: say("form.convene.submit"),
    intro: undefined,
    fields: fields.map((field) => ({ ...field, value: values[field.id] ?? field.value })),
  };
}

/**
 * Until when a session is adjourned.
 * @param ref the session
 */
export function adjournForm(ref: string, values: FormValues, speech: Speech): Form {
  const { say } = speech;
  return {
    id: formId({ name: ADJOURN, choice: "", page: 1 }),
    ref,
    title: say("form.adjourn.title"),
    submitLabel: say("act.session.adjourn"),
    intro: undefined,
    fields: [dayField("day", speech, { label: say("field.session.until"), required: false, value: values["day"] })],
  };
}
