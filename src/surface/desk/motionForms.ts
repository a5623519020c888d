import type { MotionCard } from "../../application/motions/motionCard.ts";
import type { FieldValue, Form, FormValues } from "../form.ts";
import type { Speech } from "../say.ts";
import { dayField } from "./formParts.ts";
import { formId } from "./forms.ts";

/** The form with which somebody moves a motion, and the one with which its vote is opened until another day. */
export const MOVE = "move";
export const OPEN = "openvote";
export const AMEND = "amend";
export const HANDS = "hands";
export const ASK = "askmover";
export const ANSWER = "answermover";
export const GONE = "gone";

/** So many options fit into a list beside re-open nominations, each in so many characters. */
export const OPTIONS = 24;
export const OPTION = 60;

/** What was entered, a line each. */
export function linesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** What is wrong with the options of a motion; undefined when nothing is. */
export function findOptionFault(method: string | undefined, options: readonly string[]) {
  if (method === "motion" || method === "consensus")
    return options.length === 0 ? undefined : "field.move.options.none";
  if (options.length < 2) return "field.move.options.few";
  if (options.length > OPTIONS) return "field.move.options.many";
  if (options.some((option) => option.length > OPTION)) return "field.move.options.long";
  return new Set(options).size < options.length ? "field.move.options.twice" : undefined;
}

/** What a motion is moved in where it is no session. */
export const NO_SESSION = "home";

/** It stands in the room beside everything that belongs to its vote. */
const TEXT = 1000;

/**
 * What is moved, by which vote, until when.
 * @param rules the ways to vote by which whoever fills it in can move something
 * @param ref the session in which it is moved; home: in none
 */
export function moveForm(rules: readonly string[], values: FormValues, speech: Speech, ref: string = NO_SESSION): Form {
  const { say, name } = speech;
  const fields: Form["fields"] = [
    {
      id: "rule",
      kind: "choice",
      label: say("field.move.rule"),
      required: true,
      options: rules.map((value) => ({ value, label: name("vote", value) })),
      maximum: 1,
      value: rules.length === 1 ? rules[0] : undefined,
    },
    {
      id: "text",
      kind: "long-text",
      label: say("field.move.text"),
      hint: say("field.move.text.hint"),
      required: true,
      options: [],
      maximum: TEXT,
      value: undefined,
    },
    {
      id: "options",
      kind: "long-text",
      label: say("field.move.options"),
      hint: say("field.move.options.hint"),
      required: false,
      options: [],
      maximum: OPTIONS * (OPTION + 1),
      value: undefined,
    },
    lastDayField(speech),
  ];
  return {
    id: formId({ name: MOVE, choice: "", page: 1 }),
    ref,
    title: say("form.move.title"),
    submitLabel: say("form.move.submit"),
    intro: say("form.move.intro"),
    fields: fields.map((field) => ({ ...field, value: values[field.id] ?? field.value })),
  };
}

/**
 * Other words in the place of those that were moved.
 * @param ref the motion
 */
export function amendForm(ref: string, values: FormValues, speech: Speech): Form {
  const { say } = speech;
  return {
    id: formId({ name: AMEND, choice: "", page: 1 }),
    ref,
    title: say("form.amend.title"),
    submitLabel: say("form.save"),
    intro: undefined,
    fields: [
      {
        id: "text",
        kind: "long-text",
        label: say("field.move.text"),
        hint: say("form.amend.hint"),
        required: true,
        options: [],
        maximum: TEXT,
        value: values["text"],
      },
    ],
  };
}

/** A question and its answer stand on the card beside the motion. */
const QUESTION = 300;

/**
 * What whoever moved it is asked, or the answer.
 * @param ref the motion
 */
export function motionTextForm(
  name: typeof ASK | typeof ANSWER,
  ref: string,
  values: FormValues,
  speech: Speech,
): Form {
  const { say } = speech;
  return {
    id: formId({ name, choice: "", page: 1 }),
    ref,
    title: say(`form.${name}.title`),
    submitLabel: say(`form.${name}.submit`),
    intro: say(`form.${name}.intro`),
    fields: [
      {
        id: "text",
        kind: "long-text",
        label: say(`form.${name}.text`),
        required: true,
        options: [],
        maximum: QUESTION,
        value: values["text"],
      },
    ],
  };
}

/** What stands on the ballots no more; undefined where nothing stands on them. */
export function goneForm(
  { motion, options }: Pick<MotionCard, "motion" | "options">,
  values: FormValues,
  speech: Speech,
): Form | undefined {
  const { say } = speech;
  const left = options.filter(({ isGone }) => isGone !== true);
  if (left.length === 0) return undefined;
  return {
    id: formId({ name: GONE, choice: "", page: 1 }),
    ref: motion,
    title: say("form.gone.title"),
    submitLabel: say("form.save"),
    intro: say("form.gone.intro"),
    fields: [
      {
        id: "option",
        kind: "choice",
        label: say("form.gone.option"),
        required: true,
        options: left.map(({ id, label }) => ({ value: id, label })),
        maximum: 1,
        value: values["option"],
      },
    ],
  };
}

/** So many digits a count by hand has at most. */
const DIGITS = 5;

/**
 * What was counted by hand.
 * @param ref the motion
 */
export function handsForm(ref: string, values: FormValues, speech: Speech): Form {
  const { say } = speech;
  return {
    id: formId({ name: HANDS, choice: "", page: 1 }),
    ref,
    title: say("form.hands.title"),
    submitLabel: say("form.save"),
    intro: say("form.hands.intro"),
    fields: (["in-favour", "against", "abstain"] as const).map((choice) => ({
      id: choice,
      kind: "text",
      label: say(`choice.${choice}`),
      required: true,
      options: [],
      maximum: DIGITS,
      value: values[choice],
    })),
  };
}

/**
 * Until when a vote is open whose last day is over before it is opened.
 * @param ref the motion
 */
export function openVoteForm(ref: string, values: FormValues, speech: Speech): Form {
  const { say } = speech;
  return {
    id: formId({ name: OPEN, choice: "", page: 1 }),
    ref,
    title: say("form.openvote.title"),
    submitLabel: say("act.motion.open"),
    intro: say("form.openvote.intro"),
    fields: [lastDayField(speech, values["day"])],
  };
}

const lastDayField = (speech: Speech, value?: FieldValue) =>
  dayField("day", speech, {
    label: speech.say("field.move.day"),
    hint: speech.say("field.move.day.hint"),
    required: false,
    value,
  });
