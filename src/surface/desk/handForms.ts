import { limits } from "../card.ts";
import type { Field } from "../form.ts";
import { dayField, longText } from "./formParts.ts";
import type { DrawnForm, FormContext } from "./formParts.ts";

/** So much is written about it. */
const TEXT = 1000;
/** Besides the note so many parties fit into one window. */
const PARTIES = 4;

/** What a party needed, in the order in which it is chosen. */
export const NEEDS = ["none", "provided", "referred"] as const;

/** The forms about in whose hands a case is; undefined for an id that names none, and where the case could not be read in time. */
export function drawHandForm(context: FormContext, name: string): DrawnForm | undefined {
  if (name === "decider") return deciderForm(context);
  if (name === "deputise") return deputiseForm(context);
  if (name === "precheck") return precheckForm(context);
  if (name === "counter") return counterForm(context);
  return name === "needs" ? needsForm(context) : undefined;
}

/** Who decides the present stage. */
function deciderForm({ speech, place }: FormContext): DrawnForm | undefined {
  const { say, name } = speech;
  const choosable = place?.hands?.choosable;
  if (choosable === undefined || choosable.length === 0) return undefined;
  const hasConflict = choosable.some(({ conflict }) => conflict !== undefined);
  const to: Field = {
    id: "to",
    kind: "choice",
    label: say("field.decider"),
    required: true,
    options: choosable.slice(0, limits.options).map(({ value, name: called, body, conflict }) => ({
      value,
      label: body === undefined ? (called ?? "?") : name("body", body),
      ...(conflict === undefined ? {} : { hint: say(`hands.conflict.${conflict}`) }),
      ...(body === undefined ? {} : { hint: say("hands.by-vote") }),
    })),
    maximum: 1,
    value: undefined,
  };
  return {
    title: say("form.decider.title"),
    submitLabel: say("form.save"),
    intro: say("form.decider.intro"),
    fields: [
      to,
      ...(hasConflict ? [{ ...longText("mitigation", "decider", speech, undefined, TEXT), required: false }] : []),
    ],
  };
}

/** Who acts in one's place in a case, until when, and why. */
function deputiseForm({ speech }: FormContext): DrawnForm {
  const { say } = speech;
  return {
    title: say("form.deputise.title"),
    submitLabel: say("form.save"),
    intro: say("form.deputise.intro"),
    fields: [
      {
        id: "who",
        kind: "people",
        label: say("field.deputise.who"),
        placeholder: say("field.people.placeholder"),
        required: true,
        options: [],
        maximum: 1,
        value: undefined,
      },
      dayField("until", speech, { label: say("field.deputise.until"), required: false }),
      longText("text", "deputise", speech, undefined, TEXT),
    ],
  };
}

/** Who of the body that is to decide has a conflict of interest; undefined where it has more members than can be listed. */
function precheckForm({ speech, place }: FormContext): DrawnForm | undefined {
  const { say, name } = speech;
  const check = place?.hands?.check;
  if (check === undefined || check.members.length === 0 || check.members.length > limits.options) return undefined;
  const body = name("body", check.body);
  return {
    title: say("form.precheck.title"),
    submitLabel: say("form.save"),
    intro: say("form.precheck.intro", { body }),
    fields: [
      {
        id: "out",
        kind: "choices",
        label: say("field.precheck"),
        hint: say("form.precheck.hint"),
        required: false,
        options: check.members.map(({ person, name: called }) => ({ value: person, label: called })),
        maximum: check.members.length,
        value: undefined,
      },
    ],
  };
}

/** How it is known that whoever reported knew that it was false. */
function counterForm({ speech }: FormContext): DrawnForm {
  const { say } = speech;
  return {
    title: say("form.counter.title"),
    submitLabel: say("form.save"),
    intro: say("form.counter.intro"),
    fields: [longText("text", "counter", speech, undefined, TEXT)],
  };
}

/** What support each party needs who has not been looked at yet. */
function needsForm({ speech, place }: FormContext): DrawnForm | undefined {
  const { say, name } = speech;
  const open = place?.hands?.needs;
  if (open === undefined || open.length === 0) return undefined;
  const options = NEEDS.map((value) => ({ value, label: say(`needs.${value}`) }));
  const fields = open.slice(0, PARTIES).map(({ role, pseudonym }, i): Field => ({
    id: `needs${i}`,
    kind: "choice",
    label: say("field.needs", { whom: name("party", role), pseudonym }),
    required: false,
    options,
    maximum: 1,
    value: undefined,
  }));
  return {
    title: say("form.needs.title"),
    submitLabel: say("form.save"),
    intro: say("form.needs.intro"),
    fields: [...fields, longText("text", "needs", speech, undefined, TEXT)],
  };
}
