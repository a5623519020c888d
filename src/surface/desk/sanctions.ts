import type { SanctionsView, SanctionView } from "../../application/acts/sanctions.ts";
import { button } from "../cards/controls.ts";
import { noteCard } from "../cards/privateCards.ts";
import { liftCard, liftChoice, sanctionListCard, sanctionsCard } from "../cards/sanctionCards.ts";
import { parseForm, valueOf } from "../form.ts";
import { buildForm, formId } from "./forms.ts";
import type { FormId } from "./forms.ts";
import { formContext } from "./reporting.ts";
import { openForm } from "./submission.ts";
import { isRefused, isSeen, nothingHere, refused, requestOf, silence } from "./visit.ts";
import type { Act, Submission, Visit } from "./visit.ts";

const list: Act = async ({ acts, delivery, speech }) => {
  const [views, log] = await Promise.all([acts.listSanctions(delivery.caller), acts.doorLog(delivery.caller)]);
  return { kind: "note", card: sanctionListCard(views, !isRefused(log), speech) };
};

const show: Act = async (visit, { case: ref }) => {
  const view = await visit.acts.openSanctions(visit.delivery.caller, ref);
  return isRefused(view)
    ? refused(visit, view)
    : { kind: "note", card: sanctionsCard(view, visit.citation, visit.speech) };
};

/** Of several sanctions the one that a button names; by command the only one that may be ended, or the list of them. */
const lift: Act = async (visit, target) => {
  const view = await visit.acts.openSanctions(visit.delivery.caller, target.case);
  if (isRefused(view)) return refused(visit, view);
  const [only, ...others] = view.sanctions.filter(({ mayLift }) => mayLift);
  const named = target.choice === "" && others.length === 0 ? only : findSanction(view, target.choice);
  if (named === undefined && target.choice === "" && only !== undefined)
    return { kind: "note", card: sanctionsCard(view, visit.citation, visit.speech) };
  // Why nothing can be ended is said by what would have ended it.
  return openForm(visit, target, "lift", named === undefined ? target.choice : liftChoice(named));
};

const findSanction = (view: SanctionsView, choice: string): SanctionView | undefined =>
  view.sanctions.find((each) => liftChoice(each) === choice);

const idOf = (choice: string): FormId => ({ name: "lift", choice, page: 1 });

const draftOf = ({ acts, delivery }: Visit, choice: string, ref: string) =>
  acts.typedId(delivery.caller, formId(idOf(choice)), ref);

/** What was entered is kept, and asked about once more: ending a sanction cannot be taken back. */
const submit: Submission = async (visit, { choice, ref, values }) => {
  const { acts, delivery, speech } = visit;
  const form = buildForm(formContext(visit), idOf(choice), ref, values);
  if (form === undefined) return nothingHere(visit);
  await acts.keepDraft(delivery.caller, await draftOf(visit, choice, ref), "lift", values);
  const parsed = parseForm(form.fields, values, speech.say);
  if (parsed.kind === "errors") return { kind: "errors", form, errors: parsed.errors };
  const view = await acts.openSanctions(delivery.caller, { id: ref });
  const sanction = isRefused(view) ? undefined : findSanction(view, choice);
  if (isRefused(view) || sanction?.mayLift !== true) return nothingHere(visit);
  const card = liftCard(view, sanction, valueOf(parsed.answers, "text"), speech);
  const again = button("secondary", speech.say("form.again"), "form.open", ref, formId(idOf(choice)));
  return { kind: "note", card: { ...card, rows: [[...(card.rows[0] ?? []), again]] } };
};

const liftNow: Act = async (visit, { ref, choice }) => {
  const { acts, delivery, speech } = visit;
  const draft = await draftOf(visit, choice, ref);
  const reasons = valueOf((await acts.readDraft(delivery.caller, draft)) ?? {}, "text");
  const view = await acts.openSanctions(delivery.caller, { id: ref });
  const sanction = isRefused(view) ? undefined : findSanction(view, choice);
  if (sanction === undefined) return nothingHere(visit);
  if (reasons.trim() === "")
    return refused(visit, { refused: "already-done", unblock: [{ kind: "nothing", as: "done" }] });
  const result = await acts.liftSanction(requestOf(visit, { id: ref }), sanction.decision, sanction.party, reasons);
  if (isRefused(result)) return refused(visit, result);
  await acts.discardDraft(delivery.caller, draft);
  if (isSeen(result)) return silence;
  return { kind: "instead", card: noteCard("good", speech.say("done.title"), speech.say("done.lift")) };
};

export const sanctionActs: Readonly<Record<string, Act>> = {
  "sanction.list": list,
  "sanction.show": show,
  "sanction.lift": lift,
  "sanction.lift-now": liftNow,
};

export const sanctionForms: Readonly<Record<string, Submission>> = { lift: submit };
