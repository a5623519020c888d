import { Temporal } from "temporal-polyfill";

import type { RollGiven, UnreadRoll } from "../../application/acts/importRoll.ts";
import { kindKey } from "../../domain/roster.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import { limits } from "../card.ts";
import { rollCard, rollEnteredCard } from "../cards/rollCards.ts";
import type { Answer } from "../delivery.ts";
import { parseForm, valueOf } from "../form.ts";
import type { Form, FormValues } from "../form.ts";
import { heldName } from "../heldName.ts";
import type { Speech } from "../say.ts";
import { forAdministrators, fromAdministrators } from "./administratorsOnly.ts";
import { dayField } from "./formParts.ts";
import { formId } from "./forms.ts";
import { nothingHere } from "./visit.ts";
import type { Act, Submission, Visit } from "./visit.ts";

/** The form into which a list of members is pasted. */
export const ROLL = "roll";

const COMMAND = "/member import";
const REF = "home";

function rollForm(rulebook: Rulebook, values: FormValues, speech: Speech): Form {
  const { say } = speech;
  const fields = [
    {
      id: "class",
      kind: "choice" as const,
      label: say("field.roll.class"),
      required: true,
      options: kindsIn(rulebook).map((value) => ({ value, label: heldName(kindKey(value), speech) })),
      maximum: 1,
      value: undefined,
    },
    dayField("until", speech, { label: say("field.roll.until"), hint: say("field.roll.until.hint"), required: false }),
    {
      id: "list",
      kind: "long-text" as const,
      label: say("field.roll.list"),
      hint: say("field.roll.list.hint"),
      required: true,
      options: [],
      maximum: limits.input,
      value: undefined,
    },
  ];
  return {
    id: formId({ name: ROLL, choice: "", page: 1 }),
    ref: REF,
    title: say("form.roll.title"),
    submitLabel: say("form.roll.submit"),
    intro: say("form.roll.intro"),
    fields: fields.map((field) => ({ ...field, value: values[field.id] })),
  };
}

/** Of which classes the people of a list can be, and what can be so of them. */
function kindsIn({ people: { classes, attributes = {} } }: Rulebook): readonly string[] {
  const so = Object.entries(attributes).flatMap(([attribute, values]) =>
    values.map((value) => `${attribute}:${value}`),
  );
  return [...Object.keys(classes), ...so].slice(0, limits.options);
}

const draftOf = ({ acts, delivery }: Visit) =>
  acts.typedId(delivery.caller, formId({ name: ROLL, choice: "", page: 1 }), REF);

/** With what was typed before, where that was not entered. */
export const openRoll: Act = forAdministrators(async (visit) => {
  const { acts, delivery, rulebook, speech } = visit;
  const typed = (await acts.readDraft(delivery.caller, await draftOf(visit))) ?? {};
  return { kind: "form", form: rollForm(rulebook, typed, speech) };
}, COMMAND);

/** What was pasted is shown as it is understood; nothing is entered yet. */
const pasted: Submission = async (visit, { values }) => {
  const { acts, delivery, rulebook, speech } = visit;
  const form = rollForm(rulebook, values, speech);
  await acts.keepDraft(delivery.caller, await draftOf(visit), ROLL, values);
  const parsed = parseForm(form.fields, values, speech.say);
  if (parsed.kind === "errors") return { kind: "errors", form, errors: parsed.errors };
  const preview = await acts.previewRoll(givenIn(parsed.answers));
  if (preview.kind === "no-columns") return { kind: "errors", form, errors: { list: unreadText(preview, speech) } };
  return { kind: "note", card: rollCard(preview, speech) };
};

const enter: Act = forAdministrators(async (visit) => {
  const { acts, delivery, rulebook, speech } = visit;
  const draft = await draftOf(visit);
  const typed = await acts.readDraft(delivery.caller, draft);
  const parsed =
    typed === undefined ? undefined : parseForm(rollForm(rulebook, typed, speech).fields, typed, speech.say);
  if (parsed?.kind !== "answers") return nothingHere(visit);
  const entered = await acts.enterRoll(delivery.caller, givenIn(parsed.answers), delivery.key);
  if (entered.kind === "no-columns") return nothingHere(visit);
  await acts.discardDraft(delivery.caller, draft);
  return { kind: "instead", card: rollEnteredCard(entered, speech) } satisfies Answer;
}, COMMAND);

function givenIn(answers: FormValues): RollGiven {
  const until = valueOf(answers, "until");
  return {
    text: valueOf(answers, "list"),
    class: valueOf(answers, "class"),
    until: until === "" ? undefined : Temporal.PlainDate.from(until),
  };
}

const unreadText = ({ found }: UnreadRoll, { say }: Speech) =>
  say("field.roll.list.columns", { found: found.join(", ").slice(0, limits.fieldHint) });

export const rollActs: Readonly<Record<string, Act>> = { "member.import": openRoll, "member.enter": enter };

export const rollForms: Readonly<Record<string, Submission>> = { [ROLL]: fromAdministrators(pasted, COMMAND) };
