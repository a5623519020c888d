import { Temporal } from "temporal-polyfill";

import { noteCard } from "../cards/noteCard.ts";
import type { Answer } from "../delivery.ts";
import { parseForm, valueOf } from "../form.ts";
import type { Field, Form, FormValues } from "../form.ts";
import { dayField, isAsked } from "./formParts.ts";
import { formId } from "./forms.ts";
import { isRefused, notForYou, refused } from "./visit.ts";
import type { Act, Submission, Visit } from "./visit.ts";

/** Under this name the form is known. */
export const LEAVING = "away";
/** It belongs to no case. */
const REF = "home";

/** From which office somebody is away, and until when; undefined for whoever holds none for which somebody stands in. */
async function formFor({ acts, delivery, speech }: Visit, values: FormValues): Promise<Form | undefined> {
  const { say, name } = speech;
  const offices = await acts.officesToLeave(delivery.caller);
  const [first] = offices;
  if (first === undefined) return undefined;
  const options = offices.length === 1 ? [] : offices.map(({ office }) => office);
  const fields: readonly Field[] = [
    {
      id: "office",
      kind: "choice",
      label: say("field.naming.office"),
      required: true,
      options: options.map((value) => ({ value, label: name("office", value) })),
      maximum: 1,
      value: first.office,
    },
    dayField("until", speech, {
      label: say("field.away.until"),
      hint: say("field.away.hint"),
      required: offices.every(({ isAway }) => !isAway),
    }),
  ];
  return {
    id: formId({ name: LEAVING, choice: "", page: 1 }),
    ref: REF,
    title: say("form.away.title"),
    submitLabel: say("form.save"),
    intro: say("form.away.intro", { office: name("office", first.office) }),
    fields: fields.filter(isAsked).map((field) => ({ ...field, value: values[field.id] ?? field.value })),
  };
}

const draftOf = ({ acts, delivery }: Visit, form: Form) => acts.typedId(delivery.caller, form.id, REF);

const begin: Act = async (visit) => {
  const form = await formFor(visit, {});
  return form === undefined ? notForYou(visit) : { kind: "form", form };
};

/** Opens the form again that was not accepted, with what was typed in it. */
export const reopenLeaving: Act = async (visit) => {
  const empty = await formFor(visit, {});
  if (empty === undefined) return notForYou(visit);
  const typed = await visit.acts.readDraft(visit.delivery.caller, await draftOf(visit, empty));
  const form = await formFor(visit, typed ?? {});
  return form === undefined ? notForYou(visit) : { kind: "form", form };
};

const submit: Submission = async (visit, { values }) => {
  const { acts, delivery, speech } = visit;
  const { say, name, day, list } = speech;
  const form = await formFor(visit, values);
  if (form === undefined) return notForYou(visit);
  const wrong = async (errors: Readonly<Record<string, string>>): Promise<Answer> => {
    await acts.keepDraft(delivery.caller, await draftOf(visit, form), LEAVING, values);
    return { kind: "errors", form, errors };
  };
  const parsed = parseForm(form.fields, values, say);
  if (parsed.kind === "errors") return wrong(parsed.errors);
  const [first] = await acts.officesToLeave(delivery.caller);
  const office = valueOf(parsed.answers, "office") || (first?.office ?? "");
  const typed = valueOf(parsed.answers, "until");
  const until = typed === "" ? undefined : Temporal.PlainDate.from(typed);
  const done = await acts.leaveOffice(delivery.caller, { office, until }, delivery.key);
  if (isRefused(done)) return refused(visit, done);
  if (done.kind === "cannot-leave") return wrong({ until: say(`field.away.${done.why}`) });
  await acts.discardDraft(delivery.caller, await draftOf(visit, form));
  const text =
    done.until === undefined
      ? say("done.away.back", { office: name("office", done.office) })
      : say("done.away", {
          office: name("office", done.office),
          until: day(done.until),
          deputy: list(done.deputies),
          told: done.told,
        });
  const left = done.left === 0 ? [] : [say("done.away.left", { count: done.left })];
  return { kind: "note", card: noteCard("good", say("done.title"), [text, ...left].join(" ")) };
};

export const awayActs: Readonly<Record<string, Act>> = { "hands.away": begin };
export const awayForms: Readonly<Record<string, Submission>> = { [LEAVING]: submit };
