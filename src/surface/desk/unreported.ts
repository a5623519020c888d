import { limits } from "../card.ts";
import { button } from "../cards/controls.ts";
import { noteCard } from "../cards/noteCard.ts";
import { refusalCard } from "../cards/refusalCard.ts";
import { parseForm, valueOf, valuesOf } from "../form.ts";
import type { Field, Form, FormValues } from "../form.ts";
import { isAsked, longText } from "./formParts.ts";
import { formId } from "./forms.ts";
import { isRefused, notForYou } from "./visit.ts";
import type { Act, Submission, Target, Visit } from "./visit.ts";

/** Under this name the form is known. */
export const UNREPORTED = "unreported";
const PEOPLE = 5;
const REASONS = 1000;
const NAME = 200;

/** To whoever may not it is answered as if there were no such thing. */
const begin: Act = (visit) => openUnreportedForm(visit, visit.acts.newId(), {});

/** Opens the form again that was not accepted, with what was typed in it. */
export const reopenUnreported: Act = async (visit, { ref }: Target) =>
  openUnreportedForm(visit, ref, (await visit.acts.readDraft(visit.delivery.caller, ref)) ?? {});

async function openUnreportedForm(visit: Visit, ref: string, values: FormValues) {
  const form = await formFor(visit, ref, values);
  return form === undefined ? notForYou(visit) : ({ kind: "form", form } as const);
}

/** What nobody has reported: where it begins, what is known of it, whom it is about, and why it is opened. */
async function formFor(visit: Visit, ref: string, values: FormValues): Promise<Form | undefined> {
  const { acts, delivery, speech } = visit;
  const { say, name } = speech;
  const ways = await acts.openable(delivery.caller);
  const [first, ...others] = ways;
  if (first === undefined) return undefined;
  const start: Field = {
    id: "start",
    kind: "choice",
    label: say("field.start"),
    required: true,
    options:
      others.length === 0
        ? []
        : ways.slice(0, limits.options).map(({ value, stage }) => ({ value, label: name("stage", stage) })),
    maximum: 1,
    value: first.value,
  };
  const fields: readonly Field[] = [
    start,
    longText("what", "unreported", speech),
    {
      id: "who",
      kind: "people",
      label: say("field.unreported.who"),
      placeholder: say("field.people.placeholder"),
      required: false,
      options: [],
      maximum: PEOPLE,
      value: undefined,
    },
    {
      id: "who_else",
      kind: "text",
      label: say("field.unreported.else"),
      required: false,
      options: [],
      maximum: NAME,
      value: undefined,
    },
    { ...longText("text", "unreported", speech, undefined, REASONS), label: say("field.unreported.why") },
  ];
  return {
    id: formId({ name: UNREPORTED, choice: "", page: 1 }),
    ref,
    title: say("form.unreported.title"),
    submitLabel: say("form.unreported.submit"),
    intro: say("form.unreported.intro"),
    fields: fields.filter(isAsked).map((field) => ({ ...field, value: values[field.id] ?? field.value })),
  };
}

/** Opens the case; what was typed is kept where something is wrong. */
const submit: Submission = async (visit, { ref, values }) => {
  const { acts, delivery, speech } = visit;
  const { say, list } = speech;
  const ways = await acts.openable(delivery.caller);
  const form = await formFor(visit, ref, values);
  if (form === undefined) return notForYou(visit);
  const parsed = parseForm(form.fields, values, say);
  if (parsed.kind === "errors") {
    await acts.keepDraft(delivery.caller, ref, UNREPORTED, values);
    return { kind: "errors", form, errors: parsed.errors };
  }
  const { answers } = parsed;
  const people = delivery.kind === "submit" ? delivery.people : {};
  const opened = await acts.openUnreported(
    delivery.caller,
    ref,
    {
      start: valueOf(answers, "start") || (ways[0]?.value ?? ""),
      what: valueOf(answers, "what"),
      about: valuesOf(answers, "who").flatMap((id) => people[id] ?? []),
      aboutOthers: valueOf(answers, "who_else"),
      reasons: valueOf(answers, "text"),
    },
    delivery.key,
  );
  if (isRefused(opened)) {
    await acts.keepDraft(delivery.caller, ref, UNREPORTED, values);
    const card = refusalCard(opened, visit.citation, speech);
    const again = button("primary", say("form.again"), "form.open", ref, form.id);
    return { kind: "note", card: { ...card, rows: [[again], ...card.rows] } };
  }
  await acts.discardDraft(delivery.caller, ref);
  const { codeName, handlers } = opened;
  const text = say("done.unreported", { codeName, handlers: list(handlers) });
  const show = button("primary", say("act.case.show"), "case.show", opened.case, "card");
  return { kind: "note", card: noteCard("good", say("done.title"), text, [[show]]) };
};

export const unreportedActs: Readonly<Record<string, Act>> = { "open.begin": begin };
export const unreportedForms: Readonly<Record<string, Submission>> = { [UNREPORTED]: submit };
