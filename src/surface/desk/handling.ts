import type { CaseRef, Done, Seen } from "../../application/actOnCase.ts";
import type { ActKind } from "../../domain/acts/act.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import type { TextKey } from "../../locale/speech.ts";
import { button } from "../cards/controls.ts";
import { drawOfficersCard } from "../cards/officersCardView.ts";
import { briefCard, caseFileCard, caseListCard, isFilePart, noteCard } from "../cards/privateCards.ts";
import { refusalCard } from "../cards/refusalCard.ts";
import type { Answer } from "../delivery.ts";
import { parseForm, valueOf, valuesOf } from "../form.ts";
import type { FormValues } from "../form.ts";
import { inTime } from "../inTime.ts";
import { buildForm, formId } from "./forms.ts";
import type { FormId } from "./forms.ts";
import { formContext } from "./reporting.ts";
import { isRefused, isSeen, nothingHere, refused, requestOf, silence } from "./visit.ts";
import type { Act, Sent, Submission, Target, Visit } from "./visit.ts";

/** A form opens even when the database is slow: the platform waits three seconds and no longer. */
const PATIENCE_MS = 1500;

/** What the forms about a case are for. */
const formOf = {
  acknowledge: "acknowledge",
  note: "note",
  brief: "write-brief",
  conclude: "conclude",
  summon: "summon",
  delivered: "record-delivery",
  motion: "put-motion",
} as const satisfies Readonly<Record<string, ActKind>>;

/** Opens a form for a case; first it is seen whether the act is possible, as long as that is answered in time: nobody types for nothing. */
export async function openForm(visit: Visit, target: Target, name: keyof typeof formOf, choice = ""): Promise<Answer> {
  const { acts, delivery } = visit;
  const checked = await inTime(acts.mayTry(delivery.caller, target.case, formOf[name], choice), PATIENCE_MS);
  if (checked !== undefined && isRefused(checked)) return refused(visit, checked);
  const ref = checked?.case ?? target.ref;
  const typed = await inTime(typedValues(visit, { name, choice, page: 1 }, ref), PATIENCE_MS);
  const form = buildForm(formContext(visit), { name, choice, page: 1 }, ref, typed ?? {});
  return form === undefined ? nothingHere(visit) : { kind: "form", form };
}

async function typedValues({ acts, delivery }: Visit, id: FormId, ref: string): Promise<FormValues | undefined> {
  return acts.readDraft(delivery.caller, await acts.typedId(delivery.caller, formId(id), ref));
}

/**
 * Checks a form and carries it out. What is wrong goes back beside the field or as a refusal; what was typed is kept for another try
 * and forgotten once it has been carried out.
 */
export function submission(
  name: string,
  carryOut: (visit: Visit, ref: CaseRef, answers: FormValues, choice: string) => Promise<Done | Seen | Blocked>,
  said: TextKey,
): Submission {
  return async (visit, { choice, page, ref, values }: Sent) => {
    const { acts, delivery, speech, citation } = visit;
    const id = { name, choice, page };
    const form = buildForm(formContext(visit), id, ref, values);
    if (form === undefined) return nothingHere(visit);
    const parsed = parseForm(form.fields, values, speech.say);
    const draft = await acts.typedId(delivery.caller, formId(id), ref);
    if (parsed.kind === "errors") {
      await acts.keepDraft(delivery.caller, draft, name, values);
      return { kind: "errors", form, errors: parsed.errors };
    }
    const result = await carryOut(visit, { id: ref }, parsed.answers, choice);
    if (isRefused(result)) {
      await acts.keepDraft(delivery.caller, draft, name, values);
      const card = refusalCard(result, citation, speech);
      const again = button("primary", speech.say("form.again"), "form.open", ref, formId(id));
      return { kind: "note", card: { ...card, rows: [[again], ...card.rows] } };
    }
    await acts.discardDraft(delivery.caller, draft);
    return isSeen(result)
      ? silence
      : { kind: "note", card: noteCard("good", speech.say("done.title"), speech.say(said)) };
  };
}

/** Carries out something that a press alone says. */
export function press(
  carryOut: (visit: Visit, target: Target) => Promise<Done | Seen | Blocked>,
  said: TextKey,
  kind: "note" | "instead" = "note",
): Act {
  return async (visit, target) => {
    const result = await carryOut(visit, target);
    if (isRefused(result)) return refused(visit, result);
    if (isSeen(result)) return silence;
    return { kind, card: noteCard("good", visit.speech.say("done.title"), visit.speech.say(said)) };
  };
}

const list: Act = async (visit) => ({
  kind: "note",
  card: caseListCard(await visit.acts.handledCases(visit.delivery.caller), visit.speech),
});

const show: Act = async (visit, { case: ref, choice }) => {
  const { acts, delivery, speech, citation } = visit;
  const [part = "", page = "1"] = choice.split(".");
  if (!isFilePart(part)) {
    const card = await acts.openOfficersCard(delivery.caller, ref);
    return isRefused(card) ? refused(visit, card) : { kind: "note", card: drawOfficersCard(card, citation, speech) };
  }
  const number = Number.parseInt(page, 10);
  const file = await acts.openCaseFile(delivery.caller, ref, part, number);
  if (isRefused(file)) return refused(visit, file);
  return { kind: "instead", card: caseFileCard(file, number, citation, speech) };
};

const timeline: Act = async (visit, target) => {
  const answer = await show(visit, { ...target, choice: "timeline" });
  return answer.kind === "instead" ? { kind: "note", card: answer.card } : answer;
};

/** An outcome that asks for nothing is concluded at once; otherwise its form opens. */
const conclude: Act = async (visit, target) => {
  const { acts, delivery } = visit;
  const card = await acts.openOfficersCard(delivery.caller, target.case);
  if (isRefused(card)) return refused(visit, card);
  const outcome = card.outcomes.find((each) => each.outcome === target.choice);
  if (outcome?.asks === true && outcome.blocked === undefined)
    return openForm(visit, target, "conclude", target.choice);
  return press(
    () => acts.conclude(requestOf(visit, target.case), { outcome: target.choice, rules: [], reasons: "" }),
    "done.conclude",
  )(visit, target);
};

/** By command a party is named instead of a notice: the first of the undelivered notices to that party is meant. */
const delivered: Act = async (visit, target) => {
  const card = await visit.acts.openOfficersCard(visit.delivery.caller, target.case);
  if (isRefused(card)) return refused(visit, card);
  const found = card.undelivered.find((delivery) => delivery.notice === target.choice || delivery.to === target.choice);
  if (found === undefined)
    return refused(visit, { refused: "already-done", unblock: [{ kind: "nothing", as: "done" }] });
  return openForm(visit, target, "delivered", found.notice);
};

const readBrief: Act = async (visit, { case: ref }) => {
  const brief = await visit.acts.readBrief(visit.delivery.caller, ref);
  return isRefused(brief)
    ? refused(visit, brief)
    : { kind: "note", card: briefCard(brief, visit.citation, visit.speech) };
};

export const handlingActs: Readonly<Record<string, Act>> = {
  "case.list": list,
  "case.show": show,
  "case.timeline": timeline,
  "case.take": press((visit, { case: ref }) => visit.acts.take(requestOf(visit, ref)), "done.take"),
  "case.acknowledge": (visit, target) => openForm(visit, target, "acknowledge"),
  "case.conclude": conclude,
  "case.summon": (visit, target) => openForm(visit, target, "summon"),
  "case.note": (visit, target) => openForm(visit, target, "note"),
  "case.brief": (visit, target) => openForm(visit, target, "brief"),
  "case.readbrief": readBrief,
  "case.approve": press((visit, { case: ref }) => visit.acts.approve(requestOf(visit, ref)), "done.approve"),
  "case.delivered": delivered,
  "case.recuse": press((visit, { case: ref }) => visit.acts.recuse(requestOf(visit, ref)), "done.recuse"),
};

export const handlingForms: Readonly<Record<string, Submission>> = {
  acknowledge: submission(
    "acknowledge",
    (visit, ref, answers) => visit.acts.acknowledge(requestOf(visit, ref), valueOf(answers, "text")),
    "done.acknowledge",
  ),
  conclude: submission(
    "conclude",
    (visit, ref, answers, outcome) =>
      visit.acts.conclude(requestOf(visit, ref), {
        outcome,
        rules: valuesOf(answers, "rules"),
        reasons: valueOf(answers, "text"),
      }),
    "done.conclude",
  ),
  summon: submission(
    "summon",
    (visit, ref, answers) => visit.acts.summon(requestOf(visit, ref), valueOf(answers, "on"), valueOf(answers, "text")),
    "done.summon",
  ),
  note: submission(
    "note",
    (visit, ref, answers) => visit.acts.note(requestOf(visit, ref), valueOf(answers, "text")),
    "done.note",
  ),
  brief: submission(
    "brief",
    (visit, ref, answers) => visit.acts.writeBrief(requestOf(visit, ref), valueOf(answers, "text")),
    "done.brief",
  ),
  delivered: submission(
    "delivered",
    (visit, ref, answers, notice) => visit.acts.recordDelivery(requestOf(visit, ref), notice, valueOf(answers, "day")),
    "done.delivered",
  ),
};
