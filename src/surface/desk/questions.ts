import type { AskWay } from "../../application/acts/questions.ts";
import { fitted, limits } from "../card.ts";
import { noteCard } from "../cards/noteCard.ts";
import { askCard, registerQuestionCard } from "../cards/questionCards.ts";
import type { Answer } from "../delivery.ts";
import { parseForm, valueOf } from "../form.ts";
import type { Field, Form, FormValues } from "../form.ts";
import { longText } from "./formParts.ts";
import { formId } from "./forms.ts";
import type { FormId } from "./forms.ts";
import { keepRecord } from "./reportDraft.ts";
import { openReport } from "./reporting.ts";
import { isRefused, notForYou, nothingHere, refused } from "./visit.ts";
import type { Act, Submission, Visit } from "./visit.ts";

/** The form of a question, its choice being the register; and of what is written in one later. */
export const QUESTION = "question";
export const REPLY = "askon";

const list: Act = async (visit) => {
  const view = await visit.acts.openAsking(visit.delivery.caller);
  return { kind: "note", card: askCard(view, visit.citation, visit.speech) };
};

const start: Act = async (visit, { choice }) =>
  openAsk(visit, { name: QUESTION, choice, page: 1 }, visit.acts.newId(), {});

/** Opens one of the two forms again, with what was typed in it. */
export async function reopenQuestion(visit: Visit, id: FormId, ref: string): Promise<Answer> {
  const draft = id.name === QUESTION ? ref : await replyDraft(visit, ref);
  const values = (await visit.acts.readDraft(visit.delivery.caller, draft)) ?? {};
  return openAsk(visit, id, ref, values);
}

async function openAsk(visit: Visit, id: FormId, ref: string, values: FormValues): Promise<Answer> {
  const form = await drawForm(visit, id, ref, values);
  if (form !== undefined) return { kind: "form", form };
  return id.name === QUESTION ? notForYou(visit) : nothingHere(visit);
}

async function drawForm(visit: Visit, id: FormId, ref: string, values: FormValues): Promise<Form | undefined> {
  const { acts, delivery, speech } = visit;
  const { say } = speech;
  const common = { id: formId(id), ref, submitLabel: say("form.send") };
  const filled = (fields: readonly Field[]) =>
    fields.map((field) => ({ ...field, value: values[field.id] ?? field.value }));
  if (id.name === REPLY)
    return {
      ...common,
      title: say("form.askon.title"),
      intro: say("form.askon.intro"),
      fields: filled([longText("text", "askon", speech)]),
    };
  const way = (await acts.waysToAsk(delivery.caller)).find(({ register }) => register === id.choice);
  if (way === undefined) return undefined;
  return {
    ...common,
    title: say("form.question.title"),
    intro: say(way.isChosen ? "form.question.intro.one" : "form.question.intro.all"),
    fields: filled([...(way.isChosen ? [toField(way, visit)] : []), longText("text", "question", speech)]),
  };
}

function toField({ people }: AskWay, { speech: { say } }: Visit): Field {
  return {
    id: "to",
    kind: "choice",
    label: say("form.question.to"),
    required: true,
    options: people
      .slice(0, limits.options)
      .map(({ person, name }) => ({ value: person, label: fitted(name, limits.optionLabel) })),
    maximum: 1,
    value: undefined,
  };
}

const replyDraft = ({ acts, delivery }: Visit, ref: string) =>
  acts.typedId(delivery.caller, formId({ name: REPLY, choice: "", page: 1 }), ref);

/** What was typed is kept until it has been sent. */
const submit: Submission = async (visit, { choice, ref, values }) => {
  const { acts, delivery, speech, citation } = visit;
  const form = await drawForm(visit, { name: QUESTION, choice, page: 1 }, ref, values);
  await acts.keepDraft(delivery.caller, ref, QUESTION, values);
  if (form === undefined) return nothingHere(visit);
  const parsed = parseForm(form.fields, values, speech.say);
  if (parsed.kind === "errors") return { kind: "errors", form, errors: parsed.errors };
  const asked = await acts.ask(delivery.caller, ref, {
    register: choice,
    to: valueOf(parsed.answers, "to") || undefined,
    text: valueOf(parsed.answers, "text"),
  });
  if (isRefused(asked)) return refused(visit, asked);
  await acts.discardDraft(delivery.caller, ref);
  return { kind: "note", card: registerQuestionCard(asked, citation, speech) };
};

const submitReply: Submission = async (visit, { ref, values }) => {
  const { acts, delivery, speech, citation } = visit;
  const draft = await replyDraft(visit, ref);
  const form = await drawForm(visit, { name: REPLY, choice: "", page: 1 }, ref, values);
  await acts.keepDraft(delivery.caller, draft, REPLY, values);
  if (form === undefined) return nothingHere(visit);
  const parsed = parseForm(form.fields, values, speech.say);
  if (parsed.kind === "errors") return { kind: "errors", form, errors: parsed.errors };
  const text = valueOf(parsed.answers, "text");
  const written = await acts.writeInQuestion(delivery.caller, ref, text, delivery.key);
  if (isRefused(written)) return refused(visit, written);
  await acts.discardDraft(delivery.caller, draft);
  return { kind: "note", card: registerQuestionCard(written, citation, speech) };
};

const open: Act = async (visit, { ref }) => {
  const view = await visit.acts.openQuestion(visit.delivery.caller, ref);
  if (isRefused(view)) return refused(visit, view);
  return { kind: "note", card: registerQuestionCard(view, visit.citation, visit.speech) };
};

const write: Act = async (visit, { ref }) => {
  const view = await visit.acts.openQuestion(visit.delivery.caller, ref);
  if (isRefused(view)) return refused(visit, view);
  return reopenQuestion(visit, { name: REPLY, choice: "", page: 1 }, ref);
};

const propose: Act = async (visit, { ref }) => {
  const { acts, delivery, speech } = visit;
  const done = await acts.proposeReport(delivery.caller, ref, delivery.key);
  if (isRefused(done)) return refused(visit, done);
  return { kind: "note", card: noteCard("good", speech.say("done.title"), speech.say("done.ask.propose")) };
};

const decline: Act = async (visit, { ref }) => {
  const { acts, delivery, speech } = visit;
  const done = await acts.judgeProposal(delivery.caller, ref, false, delivery.key);
  if (isRefused(done)) return refused(visit, done);
  return { kind: "note", card: noteCard("good", speech.say("done.title"), speech.say("done.ask.decline")) };
};

const accept: Act = async (visit, target) => {
  const { acts, delivery } = visit;
  const done = await acts.judgeProposal(delivery.caller, target.ref, true, delivery.key);
  if (isRefused(done)) return refused(visit, done);
  return report(visit, target);
};

/** The question goes along with the report as it was written, with the day; nothing is sent before its author sends it. */
const report: Act = async (visit, { ref }) => {
  const { acts, delivery } = visit;
  const view = await acts.openQuestion(delivery.caller, ref);
  const first = isRefused(view) || view.stands !== "asker" ? undefined : view.written[0];
  if (first === undefined) return nothingHere(visit);
  const draft = acts.newId();
  const values = keepRecord({ text: first.text, written: first.at });
  await acts.keepDraft(delivery.caller, draft, "report", values);
  return openReport(visit, draft, 1, values);
};

const remove: Act = async (visit, { ref }) => {
  const { acts, delivery, speech } = visit;
  const blocked = await acts.deleteQuestion(delivery.caller, ref);
  if (blocked !== undefined) return refused(visit, blocked);
  return {
    kind: "instead",
    card: noteCard("neutral", speech.say("ask.deleted.title"), speech.say("ask.deleted")),
  };
};

/** Asking in confidence, without a report. */
export const questionActs: Readonly<Record<string, Act>> = {
  "ask.list": list,
  "ask.new": start,
  "ask.open": open,
  "ask.write": write,
  "ask.propose": propose,
  "ask.accept": accept,
  "ask.decline": decline,
  "ask.report": report,
  "ask.delete": remove,
};

export const questionForms: Readonly<Record<string, Submission>> = { [QUESTION]: submit, [REPLY]: submitReply };
