import { noteCard } from "../cards/noteCard.ts";
import { obligationListCard } from "../cards/obligationCards.ts";
import { parseForm, valueOf } from "../form.ts";
import { buildForm, formId } from "./forms.ts";
import { formContext } from "./reporting.ts";
import { isRefused, nothingHere, refused, silence } from "./visit.ts";
import type { Act, Submission } from "./visit.ts";

const FORM = "obligation";

/** The choice of `/due` that shows what has to be done again and again. */
export const OBLIGATIONS = "obligations";

/** What has to be done again and again, page by page. */
export const showObligations: Act = async (visit, { choice }) => {
  const items = await visit.acts.openObligations(visit.delivery.caller);
  if (isRefused(items)) return refused(visit, items);
  const page = Number.parseInt(choice, 10);
  const card = obligationListCard(items, Number.isNaN(page) ? 1 : page, visit.citation, visit.speech);
  return { kind: Number.isNaN(page) ? "note" : "instead", card };
};

/** Opens the form with which those who owe it record that it was done. */
const open: Act = async (visit, { choice, values, ref }) => {
  const form = buildForm(formContext(visit), { name: FORM, choice: values[0] ?? choice, page: 1 }, ref, {});
  return form === undefined ? nothingHere(visit) : { kind: "form", form };
};

const submit: Submission = async (visit, { choice, ref, values }) => {
  const { acts, delivery, speech, rulebook } = visit;
  const { say, day } = speech;
  const id = { name: FORM, choice, page: 1 };
  const form = buildForm(formContext(visit), id, ref, values);
  if (form === undefined) return nothingHere(visit);
  const draft = await acts.typedId(delivery.caller, formId(id), ref);
  const parsed = parseForm(form.fields, values, say);
  const keep = () => acts.keepDraft(delivery.caller, draft, FORM, values);
  if (parsed.kind === "errors") {
    await keep();
    return { kind: "errors", form, errors: parsed.errors };
  }
  const on = valueOf(parsed.answers, "day");
  const record = { obligation: choice, on, note: valueOf(parsed.answers, "note") };
  const result = await acts.recordObligation(delivery.caller, delivery.key, record);
  if (isRefused(result)) return refused(visit, result);
  switch (result.kind) {
    case "seen":
      return silence;
    case "future":
      await keep();
      return { kind: "errors", form, errors: { day: say("field.obligation.future") } };
    case "recorded": {
      await acts.discardDraft(delivery.caller, draft);
      const { dueBy, done } = result.standing;
      const needed = rulebook.obligations[choice]?.at_least;
      const said = [
        say("done.obligation", { day: day(on) }),
        ...(needed === undefined ? [] : [say("obligation.counted", { done, needed })]),
        ...(dueBy === undefined ? [] : [say("obligation.due", { day: day(dueBy.toString()) })]),
      ].join(" ");
      return { kind: "note", card: noteCard("good", say("done.title"), said) };
    }
  }
};

export const obligationActs: Readonly<Record<string, Act>> = {
  "obligation.list": showObligations,
  "obligation.record": open,
};

export const obligationForms: Readonly<Record<string, Submission>> = { [FORM]: submit };
