import { Temporal } from "temporal-polyfill";

import { limits } from "../card.ts";
import { seatedCard } from "../cards/officeCards.ts";
import type { Answer } from "../delivery.ts";
import { parseForm, valueOf } from "../form.ts";
import type { Field, Form, FormValues } from "../form.ts";
import { dayField, isAsked } from "./formParts.ts";
import { formId } from "./forms.ts";
import { faultText } from "./offices.ts";
import { isRefused, notForYou, refused } from "./visit.ts";
import type { Act, Submission, Visit } from "./visit.ts";

/** Under this name the form is known. */
export const NAMING = "naming";
/** It belongs to no case. */
const REF = "home";

/** Whom somebody names, to which office, and until when; undefined for whoever names nobody. */
async function formFor({ acts, delivery, speech }: Visit, values: FormValues): Promise<Form | undefined> {
  const { say, name } = speech;
  const [first, ...others] = await acts.officesToName(delivery.caller);
  if (first === undefined) return undefined;
  const offices = others.length === 0 ? [] : [first, ...others].slice(0, limits.options);
  const fields: readonly Field[] = [
    {
      id: "office",
      kind: "choice",
      label: say("field.naming.office"),
      required: true,
      options: offices.map((value) => ({ value, label: name("office", value) })),
      maximum: 1,
      value: first,
    },
    {
      id: "who",
      kind: "people",
      label: say("field.naming.who"),
      placeholder: say("field.people.placeholder"),
      required: true,
      options: [],
      maximum: 1,
      value: undefined,
    },
    dayField("until", speech, { label: say("field.naming.until") }),
  ];
  return {
    id: formId({ name: NAMING, choice: "", page: 1 }),
    ref: REF,
    title: say("form.naming.title"),
    submitLabel: say("form.save"),
    intro: say("form.naming.intro", { office: name("office", first) }),
    fields: fields.filter(isAsked).map((field) => ({ ...field, value: values[field.id] ?? field.value })),
  };
}

const draftOf = ({ acts, delivery }: Visit, form: Form) => acts.typedId(delivery.caller, form.id, REF);

const begin: Act = async (visit) => {
  const form = await formFor(visit, {});
  return form === undefined ? notForYou(visit) : { kind: "form", form };
};

/** Opens the form again that was not accepted, with what was typed in it. */
export const reopenNaming: Act = async (visit) => {
  const empty = await formFor(visit, {});
  const typed =
    empty === undefined ? undefined : await visit.acts.readDraft(visit.delivery.caller, await draftOf(visit, empty));
  const form = await formFor(visit, typed ?? {});
  return form === undefined ? notForYou(visit) : { kind: "form", form };
};

const submit: Submission = async (visit, { values }) => {
  const { acts, delivery, speech } = visit;
  const form = await formFor(visit, values);
  if (form === undefined) return notForYou(visit);
  const wrong = async (errors: Readonly<Record<string, string>>): Promise<Answer> => {
    await acts.keepDraft(delivery.caller, await draftOf(visit, form), NAMING, values);
    return { kind: "errors", form, errors };
  };
  const parsed = parseForm(form.fields, values, speech.say);
  if (parsed.kind === "errors") return wrong(parsed.errors);
  const { answers } = parsed;
  const account = delivery.kind === "submit" ? delivery.people[valueOf(answers, "who")] : undefined;
  if (account === undefined) return wrong({ who: speech.say("field.seat.who.missing") });
  const [first = ""] = await acts.officesToName(delivery.caller);
  const result = await acts.nameToOffice(
    delivery.caller,
    {
      office: valueOf(answers, "office") || first,
      account,
      until: Temporal.PlainDate.from(valueOf(answers, "until")),
    },
    delivery.key,
    limits.options - 1,
  );
  if ("fault" in result) {
    const field = result.field === "office" && !form.fields.some(({ id }) => id === "office") ? "who" : result.field;
    return wrong({ [field]: faultText(visit, result) });
  }
  if (isRefused(result)) return refused(visit, result);
  await acts.discardDraft(delivery.caller, await draftOf(visit, form));
  return { kind: "note", card: seatedCard(result, speech) };
};

export const namingActs: Readonly<Record<string, Act>> = { "hands.name": begin };
export const namingForms: Readonly<Record<string, Submission>> = { [NAMING]: submit };
