import type { EnteredAnswers } from "../../application/acts/reportAuthor.ts";
import type { ReportAnswers } from "../../application/intake/reportAnswers.ts";
import type { Account } from "../../application/person.ts";
import type { Relation } from "../../domain/case/party.ts";
import { whyLateField } from "../../domain/deadlines/timeBar.ts";
import { AFFECTED } from "../../domain/intake/asked.ts";
import { limits } from "../card.ts";
import type { Card } from "../card.ts";
import { button } from "../cards/controls.ts";
import { witnessesCard } from "../cards/evidenceCards.ts";
import { joinCard } from "../cards/joinCard.ts";
import { myCaseCard, ownNoticeCard } from "../cards/myCaseCard.ts";
import { noteCard } from "../cards/noteCard.ts";
import { citationOf, cited } from "../cards/refusalCard.ts";
import { filedCard, previewCard } from "../cards/reportCards.ts";
import { unsignedCard } from "../cards/unsignedCard.ts";
import type { Answer } from "../delivery.ts";
import { parseForm, valueOf, valuesOf } from "../form.ts";
import type { Field, FormValues, ParsedForm } from "../form.ts";
import type { FormContext } from "./formParts.ts";
import { buildForm } from "./forms.ts";
import { isAboutTogether, readTogether, TOGETHER, togetherErrors } from "./groupFields.ts";
import { withMessageFiles } from "./messageFiles.ts";
import {
  BREACH,
  CHOSEN,
  isEntered,
  markEntered,
  messageTexts,
  OF_CASE,
  PEOPLE,
  peopleIn,
  readMessage,
  readRecord,
  recordTexts,
} from "./reportDraft.ts";
import {
  ABOUT_RECEIVER,
  CAME,
  cameFields,
  ENTER,
  GROUNDS,
  NOBODY,
  pagesOf,
  readCameBy,
  reportPages,
} from "./reportForm.ts";
import { isRefused, nothingHere, refused } from "./visit.ts";
import type { Act, Submission, Target, Visit } from "./visit.ts";
import { companionError, isAboutVoice, readCompanion, readOwnVoice, voiceErrors } from "./voiceFields.ts";

export function formContext({ acts, rulebook, speech, place }: Visit): FormContext {
  const receivers = acts.possibleReaders().map(({ person, name }) => ({ value: person, label: name }));
  return { rulebook, speech, receivers, place };
}

/** Opens a page again with what was typed. */
const turnTo: Act = async (visit, { ref, choice }) => {
  const values = (await visit.acts.readDraft(visit.delivery.caller, ref)) ?? {};
  return openReport(visit, ref, Number.parseInt(choice, 10), values);
};

/** A page of the form of a report, with what stands in the draft. */
export function openReport(visit: Visit, draft: string, page: number, values: FormValues): Answer {
  const choice = isEntered(values) ? ENTER : "";
  const form = buildForm(formContext(visit), { name: "report", choice, page }, draft, values);
  return form === undefined ? nothingHere(visit) : { kind: "form", form };
}

/** Keeps a page before anything is answered; then the next page, or what will happen when it is sent. */
const submitPage: Submission = async (visit, { choice, page: number, ref, values }) => {
  const { acts, delivery } = visit;
  const context = formContext(visit);
  const before = (await acts.readDraft(delivery.caller, ref)) ?? {};
  const fields = pagesOf(context, choice === ENTER, { ...before, ...values })[number - 1] ?? [];
  const people = delivery.kind === "submit" ? Object.values(delivery.people) : [];
  const typed: FormValues = {
    ...before,
    ...(choice === ENTER ? markEntered : {}),
    ...Object.fromEntries(fields.map((field) => [field.id, values[field.id] ?? ""])),
    [PEOPLE]: [...valuesOf(before, PEOPLE), ...people.map((account) => JSON.stringify(account))],
  };
  await acts.keepDraft(delivery.caller, ref, "report", typed);
  const parsed = await withCompanion(
    visit,
    await withDecisions(visit, fields, parsePage(visit, fields, { ...typed, ...values })),
  );
  const id = { name: "report", choice, page: number };
  if (parsed.kind === "errors") {
    const form = buildForm(context, id, ref, typed);
    return form === undefined ? nothingHere(visit) : { kind: "errors", form, errors: parsed.errors };
  }
  const next = buildForm(context, { ...id, page: number + 1 }, ref, typed);
  return next === undefined ? preview(visit, ref) : { kind: "form", form: next };
};

/**
 * The answers to some of the questions. Where the rulebook wants it said whom a report is about, that is missed at the last question at which
 * it can be said.
 * @param values of all pages so far
 */
export function parsePage(visit: Visit, fields: readonly Field[], values: FormValues): ParsedForm {
  const { rulebook, speech } = visit;
  const parsed = withCame(
    visit,
    fields,
    values,
    withWhyLate(visit, fields, values, parseForm(fields, values, speech.say)),
  );
  const { report } = rulebook.intake;
  const about = report.fields.filter(({ id, type }) => type === "people" && id !== AFFECTED.account);
  const chosen = about.flatMap(({ id }) => valuesOf(values, id));
  const wrong = {
    ...togetherErrors(fields, values, chosen, speech),
    ...voiceErrors(rulebook, fields, values, chosen, speech),
  };
  if (Object.keys(wrong).length > 0)
    return { kind: "errors", errors: parsed.kind === "errors" ? { ...wrong, ...parsed.errors } : wrong };
  const naming = report.fields
    .filter(({ id, type }) => (type === "people" && id !== AFFECTED.account) || id === "who_else")
    .map(({ id }) => id);
  const asked = fields.find(({ id }) => id === naming.at(-1));
  const isNamed = [...naming, ABOUT_RECEIVER].some((id) =>
    valuesOf(values, id).some((value) => value.trim() !== "" && value !== NOBODY),
  );
  const isNeeded = report.respondent !== undefined && valueOf(values, "relation") !== "self";
  if (!isNeeded || asked === undefined || isNamed) return parsed;
  const missing = { [asked.id]: speech.say("form.error.nobody-named") };
  return { kind: "errors", errors: parsed.kind === "errors" ? { ...missing, ...parsed.errors } : missing };
}

/** The number of a decision that the register does not hold is said beside its field, to whoever may read the register. */
async function withDecisions(visit: Visit, fields: readonly Field[], parsed: ParsedForm): Promise<ParsedForm> {
  const { acts, delivery, rulebook, speech } = visit;
  if (parsed.kind === "errors") return parsed;
  const numbers = rulebook.intake.report.fields.filter(
    ({ id, type }) => type === "decision" && fields.some((field) => field.id === id),
  );
  const found = await Promise.all(
    numbers.map(async ({ id }) => {
      const number = valueOf(parsed.answers, id).trim();
      const isKnown = number === "" ? undefined : await acts.isDecided(delivery.caller, number);
      return isKnown === false ? [[id, speech.say("form.error.no-decision", { number })] as const] : [];
    }),
  );
  const errors = Object.fromEntries(found.flat());
  return Object.keys(errors).length === 0 ? parsed : { kind: "errors", errors };
}

/** That somebody cannot go with whoever reports is said beside the question who does. */
async function withCompanion(visit: Visit, parsed: ParsedForm): Promise<ParsedForm> {
  const { acts, delivery, rulebook, speech } = visit;
  const chosen = parsed.kind === "errors" ? undefined : readCompanion(parsed.answers);
  const account = delivery.kind === "submit" && chosen !== undefined ? delivery.people[chosen] : undefined;
  if (account === undefined) return parsed;
  const refusal = await acts.cannotGoWith(delivery.caller, account);
  return refusal === undefined ? parsed : { kind: "errors", errors: companionError(rulebook, speech) };
}

/** Of a report that is entered it is asked from whom it came: somebody else, and on a day that has been. */
function withCame(visit: Visit, fields: readonly Field[], values: FormValues, parsed: ParsedForm): ParsedForm {
  if (parsed.kind === "errors" || !fields.some(({ id }) => id === CAME.on)) return parsed;
  const { acts, delivery, speech } = visit;
  const { platform, id } = delivery.caller;
  const from = valueOf(values, CAME.from);
  const errors: Readonly<Record<string, string>> = {
    ...(valueOf(parsed.answers, CAME.on) > acts.today() ? { [CAME.on]: speech.say("refusal.date-in-future") } : {}),
    ...(from === `${platform}:${id}` ? { [CAME.from]: speech.say("refusal.own-report") } : {}),
    ...unsignedErrors(visit, values),
  };
  return Object.keys(errors).length === 0 ? parsed : { kind: "errors", errors };
}

/** It is from somebody, or nobody knows from whom: one of the two, and only where the rules take such reports. */
function unsignedErrors({ rulebook, speech }: Visit, values: FormValues): Readonly<Record<string, string>> {
  const isNamed = valueOf(values, CAME.from) !== "" || valueOf(values, CAME.name).trim() !== "";
  const isUnsigned = valuesOf(values, CAME.unsigned).includes("yes");
  if (isUnsigned === isNamed)
    return isNamed
      ? { [CAME.unsigned]: speech.say("form.error.named-and-unsigned") }
      : { [CAME.name]: speech.say("form.error.nobody-from") };
  const { anonymous, clause } = rulebook.intake.report;
  return isUnsigned && anonymous === "refused"
    ? { [CAME.unsigned]: speech.say("form.error.unsigned-refused", { clause: cited(citationOf(rulebook), clause) }) }
    : {};
}

/** Of a report that comes too late it is asked why, on the page on which that can be said. */
function withWhyLate(visit: Visit, fields: readonly Field[], values: FormValues, parsed: ParsedForm): ParsedForm {
  const { acts, rulebook, speech } = visit;
  const field = whyLateField(rulebook);
  const isAsked = field !== undefined && fields.some(({ id }) => id === field);
  if (!isAsked || valueOf(values, field).trim() !== "") return parsed;
  const days = parseForm(
    reportPages(formContext(visit), values)
      .flat()
      .filter(({ kind }) => kind === "date"),
    values,
    speech.say,
  );
  const texts =
    days.kind === "errors"
      ? {}
      : Object.fromEntries(Object.keys(days.answers).map((id) => [id, valueOf(days.answers, id)]));
  const came = isEntered(values) ? parseForm(cameFields(formContext(visit)), values, speech.say) : undefined;
  const lastDay = acts.lastDayFor(texts, came?.kind === "answers" ? valueOf(came.answers, CAME.on) : undefined);
  if (lastDay === undefined) return parsed;
  const missing = { [field]: speech.say("form.error.why-late", { day: speech.day(lastDay) }) };
  return { kind: "errors", errors: parsed.kind === "errors" ? { ...missing, ...parsed.errors } : missing };
}

/** What will happen when it is sent, in place of the note from which one came to it. */
async function preview(visit: Visit, draft: string): Promise<Answer> {
  const { acts, delivery, citation, speech } = visit;
  const values = await acts.readDraft(delivery.caller, draft);
  const answers = values === undefined ? undefined : answersOf(visit, values);
  if (values === undefined || answers === undefined) return missingPage(visit, draft, values ?? {});
  const shown = await acts.previewReport(delivery.caller, answers, valueOf(values, CHOSEN) || undefined);
  if (isRefused(shown)) return refused(visit, shown);
  const pages = pagesOf(formContext(visit), isEntered(values), values).length;
  const message = readMessage(values);
  const files = message === undefined ? [] : await acts.messageFiles(delivery.caller, draft, message.files);
  const hasRecord = readRecord(values) !== undefined;
  const card = previewCard(
    { ...shown, hasMessage: message !== undefined, files, hasRecord },
    draft,
    pages,
    citation,
    delivery.platform,
    speech,
  );
  return { kind: "instead", card };
}

/** Something required was left out on a page: that page again. */
function missingPage(visit: Visit, draft: string, values: FormValues): Answer {
  const context = formContext(visit);
  const pages = pagesOf(context, isEntered(values), values);
  const index = pages.findIndex((fields) => parsePage(visit, fields, values).kind === "errors");
  const fields = pages[Math.max(0, index)] ?? [];
  const parsed = parsePage(visit, fields, values);
  const form = buildForm(
    context,
    { name: "report", choice: isEntered(values) ? ENTER : "", page: Math.max(0, index) + 1 },
    draft,
    values,
  );
  if (form === undefined) return nothingHere(visit);
  return { kind: "errors", form, errors: parsed.kind === "errors" ? parsed.errors : {} };
}

/** The option stands for one of the alternatives as they are now: who reads it is shown again before it is sent. */
const chooseReader: Act = async (visit, { ref, values }) => {
  const { acts, delivery } = visit;
  const typed = await acts.readDraft(delivery.caller, ref);
  if (typed === undefined) return alreadySent(visit, ref);
  const answers = answersOf(visit, typed);
  const shown = answers === undefined ? undefined : await acts.previewReport(delivery.caller, answers, undefined);
  const alternatives = shown === undefined || isRefused(shown) ? [] : shown.alternatives;
  const chosen = alternatives[Number(values[0])]?.key ?? valueOf(typed, CHOSEN);
  await acts.keepDraft(delivery.caller, ref, "report", { ...typed, [CHOSEN]: chosen });
  return preview(visit, ref);
};

const send: Act = async (visit, { ref }) => {
  const { acts, delivery, citation, speech } = visit;
  const values = await acts.readDraft(delivery.caller, ref);
  const answers = values === undefined ? undefined : answersOf(visit, values);
  if (values !== undefined && answers === undefined) return missingPage(visit, ref, values);
  if (values === undefined || answers === undefined) return alreadySent(visit, ref);
  const chosen = valueOf(values, CHOSEN) || undefined;
  if (answers.entered?.isUnsigned === true) {
    const entered = await acts.enterUnsigned(delivery.caller, ref, answers, chosen, delivery.key);
    if (isRefused(entered)) return refused(visit, entered);
    return { kind: "instead", card: unsignedCard(entered, citation, speech) };
  }
  const whole = await withMessageFiles(visit, ref, values, answers);
  const filed = await acts.fileReport(delivery.caller, ref, whole, chosen, delivery.key);
  if (isRefused(filed)) return refused(visit, filed);
  return { kind: "instead", card: filedCard(filed, citation, speech) };
};

/** The draft is gone: it was sent, or discarded. */
async function alreadySent(visit: Visit, draft: string): Promise<Answer> {
  return refused(visit, await visit.acts.alreadySent(visit.delivery.caller, draft));
}

const discard: Act = async (visit, { ref }) => {
  await visit.acts.discardDraft(visit.delivery.caller, ref);
  const { say } = visit.speech;
  return { kind: "instead", card: noteCard("neutral", say("report.discarded.title"), say("report.discarded")) };
};

/** The answers of all pages; undefined while something required is missing. */
export function answersOf(visit: Visit, values: FormValues): ReportAnswers | undefined {
  const fields = reportPages(formContext(visit), values).flat();
  const parsed = parsePage(visit, fields, values);
  if (parsed.kind === "errors") return undefined;
  const entered = isEntered(values) ? enteredOf(visit, values) : undefined;
  if (isEntered(values) && entered === undefined) return undefined;
  const { answers } = parsed;
  const relation = readRelation(valueOf(answers, "relation"));
  if (relation === undefined) return undefined;
  const chosen = fields
    .filter(
      ({ kind, id }) => kind === "people" && id !== TOGETHER.people && id !== AFFECTED.account && !isAboutVoice(id),
    )
    .flatMap((field) => valuesOf(answers, field.id));
  const known = peopleIn(values);
  const receiver = valueOf(answers, ABOUT_RECEIVER);
  const texts = fields.filter(isAnswered);
  const isSelf = relation === "self";
  return {
    relation,
    about: isSelf
      ? []
      : chosen.flatMap((id) => known.findLast((account) => `${account.platform}:${account.id}` === id) ?? []),
    aboutReceiver: isSelf || receiver === NOBODY || receiver === "" ? undefined : receiver,
    aboutOthers: isSelf ? "" : valueOf(answers, "who_else"),
    rules: fields
      .filter((field) => field.kind === "choices" && field.id !== GROUNDS)
      .flatMap((field) => valuesOf(answers, field.id)),
    grounds: valuesOf(answers, GROUNDS),
    affected: affectedIn(answers, known),
    together: isSelf ? undefined : readTogether(values),
    ownVoice: readOwnVoice(fields, values),
    texts: {
      ...Object.fromEntries(texts.map((field) => [field.id, valueOf(answers, field.id)])),
      ...messageTexts(values),
      ...recordTexts(values),
    },
    entered,
    isOfMessage: readMessage(values) !== undefined,
    follows:
      valueOf(values, BREACH) === "" ? undefined : { case: valueOf(values, OF_CASE), breach: valueOf(values, BREACH) },
  };
}

/** To whom it happened, where that was said: an account, or a name. */
function affectedIn(answers: FormValues, known: readonly Account[]): ReportAnswers["affected"] {
  const [id] = valuesOf(answers, AFFECTED.account);
  const account = known.findLast((each) => `${each.platform}:${each.id}` === id);
  const name = valueOf(answers, AFFECTED.name).trim();
  return account === undefined && name === "" ? undefined : { account, name: account?.name ?? name };
}

const relations: readonly Relation[] = ["affected", "witness", "on_behalf", "self"];
const readRelation = (option: string) => relations.find((relation) => relation === option);

/** What is kept of a report as it was answered; who is meant and which rules is kept apart from it. */
const isAnswered = ({ id, kind }: Field) =>
  kind !== "people" &&
  kind !== "choices" &&
  !isAboutTogether(id) &&
  !isAboutVoice(id) &&
  id !== "relation" &&
  id !== ABOUT_RECEIVER;

/** How, when and from whom a report came; undefined while something of it is missing. */
function enteredOf(visit: Visit, values: FormValues): EnteredAnswers | undefined {
  const parsed = parsePage(visit, cameFields(formContext(visit)), values);
  if (parsed.kind === "errors") return undefined;
  const how = readCameBy(valueOf(parsed.answers, CAME.how));
  if (how === undefined) return undefined;
  const from = valueOf(parsed.answers, CAME.from);
  return {
    on: valueOf(parsed.answers, CAME.on),
    how,
    from: peopleIn(values).findLast(({ platform, id }) => `${platform}:${id}` === from),
    name: valueOf(parsed.answers, CAME.name),
    isUnsigned: valuesOf(parsed.answers, CAME.unsigned).includes("yes"),
  };
}

/** One's own cases, and the notices in them. */
const myCases: Act = async (visit, target) => {
  const { acts, delivery, speech, citation } = visit;
  const [invited] = target.choice === "" && target.ref === "" ? await acts.askedToJoin(delivery.caller) : [];
  if (invited !== undefined) return { kind: "note", card: joinCard(invited, citation, speech) };
  const cases = await acts.myCases(delivery.caller);
  const index = indexOf(
    target,
    cases.map((mine) => mine.case),
  );
  const mine = cases[index];
  const asked = await acts.askedAsWitness(delivery.caller);
  if (mine === undefined && asked.length > 0) return { kind: "note", card: witnessesCard(asked, 1, citation, speech) };
  const card =
    mine === undefined
      ? noteCard("neutral", speech.say("mycase.none.title"), speech.say("mycase.none"))
      : withWitness(myCaseCard(mine, index, cases.length, citation, speech), asked.length, speech);
  return { kind: target.choice === "" ? "note" : "instead", card };
};

/** Whoever was asked as a witness besides comes there from their own cases. */
function withWitness(card: Card, asked: number, { say }: Visit["speech"]): Card {
  if (asked === 0) return card;
  const open = button("secondary", say("act.witness.list"), "witness.list", "home");
  return { ...card, rows: card.rows.length < limits.rowsOfControls ? [...card.rows, [open]] : card.rows };
}

function indexOf({ choice, ref }: Target, cases: readonly string[]): number {
  if (choice !== "") return Number.parseInt(choice, 10);
  return Math.max(0, cases.indexOf(ref));
}

const myNotice: Act = async (visit, { ref, choice }) => {
  const cases = await visit.acts.myCases(visit.delivery.caller);
  const mine = cases.find((each) => each.case === ref);
  const card = mine === undefined ? undefined : ownNoticeCard(mine, choice, visit.speech);
  return card === undefined ? nothingHere(visit) : { kind: "note", card };
};

export const reportingActs: Readonly<Record<string, Act>> = {
  "report.page": turnTo,
  "report.to": chooseReader,
  "report.send": send,
  "report.discard": discard,
  "mycase.list": myCases,
  "mycase.notice": myNotice,
};

export const reportingForms: Readonly<Record<string, Submission>> = { report: submitPage };
