import type { CaseRef } from "../../application/actOnCase.ts";
import type { SanctionsView, SanctionView } from "../../application/acts/sanctions.ts";
import type { BreachConsequence } from "../../domain/case/sanctionEntries.ts";
import { nothingHere as nothing } from "../../domain/why/unblock.ts";
import { button } from "../cards/controls.ts";
import { noteCard } from "../cards/noteCard.ts";
import { liftCard, sanctionListCard, sanctionsCard } from "../cards/sanctionCards.ts";
import { parseForm, valueOf } from "../form.ts";
import type { FormValues } from "../form.ts";
import { parseLength } from "../length.ts";
import { liftChoice } from "../upkeepText.ts";
import { buildForm, formId } from "./forms.ts";
import type { FormId } from "./forms.ts";
import { formContext } from "./reporting.ts";
import { openForm, submission } from "./submission.ts";
import { isRefused, isSeen, nothingHere, refused, requestOf, silence } from "./visit.ts";
import type { Act, Submission, Visit } from "./visit.ts";

const list: Act = async ({ acts, delivery, speech }) => {
  const { caller } = delivery;
  const [views, log, isSealed] = await Promise.all([
    acts.listSanctions(caller),
    acts.doorLog(caller),
    acts.hasSealed(caller),
  ]);
  return { kind: "note", card: sanctionListCard(views, !isRefused(log), speech, isSealed) };
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

/** By command, or where there is one alone, what the rules name; of several it is chosen in the form. */
const impose: Act = (visit, target) => {
  const rules = visit.place?.interim ?? [];
  const sanctions = [...new Set(rules.map(({ sanction }) => sanction))];
  const isAsked = rules.length > 0 && rules.every(({ body }) => body !== undefined);
  return openForm(visit, target, isAsked ? "ask" : "impose", sanctions.length === 1 ? (sanctions[0] ?? "") : "");
};

/** Of several sanctions the one that a button names; by command the only one of which it can be done, or the list of them. */
const about =
  (form: "review" | "tick" | "condition" | "breach" | "prolong", isMeant: (sanction: SanctionView) => boolean): Act =>
  async (visit, target) => {
    const view = await visit.acts.openSanctions(visit.delivery.caller, target.case);
    if (isRefused(view)) return refused(visit, view);
    const [only, ...others] = view.sanctions.filter(isMeant);
    const named = target.choice === "" && others.length === 0 ? only : findSanction(view, target.choice);
    if (named === undefined && target.choice === "" && only !== undefined)
      return { kind: "note", card: sanctionsCard(view, visit.citation, visit.speech) };
    return openForm(visit, target, form, named === undefined ? target.choice : liftChoice(named));
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
  "sanction.impose": impose,
  "sanction.review": about("review", ({ mayReview }) => mayReview),
  "sanction.tick": about("tick", ({ mayTick }) => mayTick),
  "sanction.condition": about("condition", ({ mayNoteCondition }) => mayNoteCondition),
  "sanction.breach": about("breach", ({ mayBreach }) => mayBreach),
  "sanction.prolong": about("prolong", ({ mayProlong }) => mayProlong),
  "sanction.lift": lift,
  "sanction.lift-now": liftNow,
};

/** What was entered to be imposed; what is one alone was not asked for. */
function imposedOf(visit: Visit, answers: FormValues, choice: string) {
  const { interim = [], respondents = [] } = visit.place ?? {};
  const sanction = choice === "" ? valueOf(answers, "sanction") : choice;
  const [ground = ""] = interim.find((rule) => rule.sanction === sanction)?.grounds ?? [];
  return {
    party: valueOf(answers, "whom") || (respondents[0]?.party ?? ""),
    sanction,
    ground: valueOf(answers, "ground") || ground,
    reasons: valueOf(answers, "text"),
  };
}

const submitImposed = submission(
  "impose",
  (visit, ref, answers, choice) => visit.acts.imposeInterim(requestOf(visit, ref), imposedOf(visit, answers, choice)),
  "done.impose",
);

const submitAsked = submission(
  "ask",
  (visit, ref, answers, choice) => visit.acts.askInterim(requestOf(visit, ref), imposedOf(visit, answers, choice)),
  "done.ask",
);

/** Carries out what a form says about the sanction that its choice names. */
const ofSanction =
  (
    carryOut: (
      visit: Visit,
      ref: CaseRef,
      of: SanctionView,
      answers: FormValues,
    ) => ReturnType<Visit["acts"]["reviewSanction"]>,
  ): Parameters<typeof submission>[1] =>
  async (visit, ref, answers, choice) => {
    const view = await visit.acts.openSanctions(visit.delivery.caller, ref);
    if (isRefused(view)) return view;
    const sanction = findSanction(view, choice);
    return sanction === undefined ? nothing : carryOut(visit, ref, sanction, answers);
  };

const isConsequence = (text: string): text is BreachConsequence => ["extend", "rehear", "new_report"].includes(text);

const submitReview = submission(
  "review",
  ofSanction((visit, ref, of, answers) =>
    visit.acts.reviewSanction(requestOf(visit, ref), of, valueOf(answers, "text")),
  ),
  "done.review",
);

const submitTick = submission(
  "tick",
  ofSanction((visit, ref, of, answers) => visit.acts.confirmTask(requestOf(visit, ref), of, valueOf(answers, "text"))),
  "done.tick",
);

/** Nothing follows by itself of what was missed: recording that the sanction was not kept is offered. */
const submitCondition = submission(
  "condition",
  ofSanction((visit, ref, of, answers) =>
    visit.acts.noteCondition(
      requestOf(visit, ref),
      of,
      { condition: valueOf(answers, "condition"), isMet: valueOf(answers, "condition-is") === "met" },
      valueOf(answers, "text"),
    ),
  ),
  ({ speech: { say } }, answers, { current }) =>
    valueOf(answers, "condition-is") === "met"
      ? { text: say("done.condition.met") }
      : {
          text: say("done.condition.missed"),
          rows: [[button("secondary", say("act.sanction.breach"), "sanction.breach", current.id)]],
        },
);

const submitProlong = submission(
  "prolong",
  ofSanction((visit, ref, of, answers) => {
    const by = parseLength(valueOf(answers, "lasts")) ?? { amount: 0, unit: "days" };
    return visit.acts.prolongSanction(requestOf(visit, ref), of, by, valueOf(answers, "text"));
  }),
  "done.prolong",
);

/** What follows is said, and what is next is offered: nothing of it comes by itself. */
const submitBreach = submission(
  "breach",
  ofSanction((visit, ref, of, answers) => {
    const then = valueOf(answers, "then");
    return visit.acts.recordBreach(
      requestOf(visit, ref),
      of,
      isConsequence(then) ? then : undefined,
      valueOf(answers, "text"),
    );
  }),
  ({ speech: { say } }, answers, { current }) => {
    const then = valueOf(answers, "then");
    if (!isConsequence(then)) return { text: say("done.breach") };
    const text = say(`done.breach.${then}`);
    if (then === "extend")
      return { text, rows: [[button("secondary", say("act.sanction.show"), "sanction.show", current.id)]] };
    return then === "rehear"
      ? { text }
      : { text, rows: [[button("primary", say("act.sanction.report"), "sanction.report", current.id)]] };
  },
);

export const sanctionForms: Readonly<Record<string, Submission>> = {
  lift: submit,
  impose: submitImposed,
  ask: submitAsked,
  review: submitReview,
  tick: submitTick,
  condition: submitCondition,
  breach: submitBreach,
  prolong: submitProlong,
};
