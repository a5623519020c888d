import { checkedCard, receiptCard } from "../cards/receiptCards.ts";
import { parseForm, valueOf } from "../form.ts";
import { buildForm } from "./forms.ts";
import { formContext } from "./reporting.ts";
import { isRefused, nothingHere, refused } from "./visit.ts";
import type { Act, Submission } from "./visit.ts";

const FORM = { name: "receipt", choice: "", page: 1 } as const;

const show: Act = async (visit, { case: ref, choice }) => {
  const { acts, delivery, citation, speech } = visit;
  const view = await acts.openReceipt(delivery.caller, ref);
  if (isRefused(view)) return refused(visit, view);
  const page = choice === "" ? 1 : Number.parseInt(choice, 10);
  return { kind: choice === "" ? "note" : "instead", card: receiptCard(view, page, citation, speech) };
};

const check: Act = async (visit, { case: ref }) => {
  const view = await visit.acts.openReceipt(visit.delivery.caller, ref);
  if (isRefused(view)) return refused(visit, view);
  const form = buildForm(formContext(visit), FORM, view.case, {});
  return form === undefined ? nothingHere(visit) : { kind: "form", form };
};

const submit: Submission = async (visit, { ref, values }) => {
  const { acts, delivery, speech } = visit;
  const form = buildForm(formContext(visit), FORM, ref, values);
  if (form === undefined) return nothingHere(visit);
  const parsed = parseForm(form.fields, values, speech.say);
  if (parsed.kind === "errors") return { kind: "errors", form, errors: parsed.errors };
  const checked = await acts.checkReceipt(delivery.caller, { id: ref }, valueOf(parsed.answers, "number"));
  return isRefused(checked) ? refused(visit, checked) : { kind: "note", card: checkedCard(checked, speech) };
};

/** Looking at the receipt of a report, and whether a number is one. */
export const receiptActs: Readonly<Record<string, Act>> = { "receipt.show": show, "receipt.check": check };

export const receiptForms: Readonly<Record<string, Submission>> = { [FORM.name]: submit };
