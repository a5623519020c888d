import { button } from "../cards/controls.ts";
import { countedCard, countedListCard } from "../cards/countedCards.ts";
import { noteCard } from "../cards/noteCard.ts";
import { refusalCard } from "../cards/refusalCard.ts";
import type { Answer } from "../delivery.ts";
import { parseForm, valueOf, valuesOf } from "../form.ts";
import { buildForm, formId } from "./forms.ts";
import { formContext } from "./reporting.ts";
import { isRefused, nothingHere, refused } from "./visit.ts";
import type { Act, Submission, Target, Visit } from "./visit.ts";

const FORM = { name: "count", choice: "", page: 1 } as const;

const list: Act = async (visit) => {
  const found = await visit.acts.listCounted(visit.delivery.caller);
  if (isRefused(found)) return refused(visit, found);
  return { kind: "note", card: countedListCard(found, visit.citation, visit.speech) };
};

/** By command a report is named by its code name. */
const named = ({ ref, case: of }: Target) => ("codeName" in of ? of.codeName : ref);

const open: Act = async (visit, target) => {
  const { acts, delivery, citation, speech } = visit;
  const found = await acts.openCounted(delivery.caller, named(target));
  if (isRefused(found)) return refused(visit, found);
  const page = target.choice === "" ? 1 : Number.parseInt(target.choice, 10);
  return {
    kind: target.choice === "" ? "note" : "instead",
    card: countedCard(found, page, citation, speech),
  };
};

/** The form, with the rules that the report itself names. */
const count: Act = async (visit, target) => {
  const { acts, delivery } = visit;
  const found = await acts.openCounted(delivery.caller, named(target));
  if (isRefused(found)) return refused(visit, found);
  const { id } = found.report;
  const typed = await acts.readDraft(delivery.caller, await acts.typedId(delivery.caller, formId(FORM), id));
  const form = buildForm(formContext(visit), FORM, id, typed ?? { rules: found.rules });
  return form === undefined ? nothingHere(visit) : { kind: "form", form };
};

const submit: Submission = async (visit, { ref, values }) => {
  const { acts, delivery, citation, speech } = visit;
  const form = buildForm(formContext(visit), FORM, ref, values);
  if (form === undefined) return nothingHere(visit);
  const draft = await acts.typedId(delivery.caller, formId(FORM), ref);
  const parsed = parseForm(form.fields, values, speech.say);
  if (parsed.kind === "errors") {
    await acts.keepDraft(delivery.caller, draft, FORM.name, values);
    return { kind: "errors", form, errors: parsed.errors };
  }
  const { answers } = parsed;
  const done = await acts.codeCounted(delivery.caller, ref, {
    rules: valuesOf(answers, "rules"),
    summary: valueOf(answers, "summary"),
  });
  if (isRefused(done)) {
    await acts.keepDraft(delivery.caller, draft, FORM.name, values);
    const card = refusalCard(done, citation, speech);
    const again = button("primary", speech.say("form.again"), "counted.code", ref);
    return { kind: "note", card: { ...card, rows: [[again], ...card.rows] } };
  }
  await acts.discardDraft(delivery.caller, draft);
  const next = button("secondary", speech.say("act.counted.list"), "counted.list", "home");
  const text = speech.say("done.counted", { codeName: done.codeName });
  return { kind: "note", card: noteCard("good", speech.say("done.title"), text, [[next]]) };
};

/** Reading anonymous reports that are only counted, and counting them. */
export const countedActs: Readonly<Record<string, Act>> = {
  "counted.list": list,
  "counted.open": open,
  "counted.code": count,
};

/** The names of those that wait to be counted. */
export async function suggestCounted(visit: Visit, typed: string): Promise<Answer> {
  const found = await visit.acts.listCounted(visit.delivery.caller);
  const waiting = isRefused(found) ? [] : found.waiting;
  const fitting = waiting.filter(({ codeName }) => codeName.includes(typed.trim().toLowerCase()));
  return { kind: "suggestions", options: fitting.map(({ codeName }) => ({ value: codeName, label: codeName })) };
}

export const countedForms: Readonly<Record<string, Submission>> = { [FORM.name]: submit };
