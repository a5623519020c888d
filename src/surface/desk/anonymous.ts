import type { ChannelView } from "../../application/acts/channel.ts";
import { askingAnonymously } from "../../domain/intake/anonymous.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { anonymousPreviewCard, filedAnonymouslyCard } from "../cards/anonymousCards.ts";
import { channelCard, channelNoticeCard, isShort } from "../cards/channelCards.ts";
import { button } from "../cards/controls.ts";
import { noteCard } from "../cards/noteCard.ts";
import { refusalCard } from "../cards/refusalCard.ts";
import type { Answer } from "../delivery.ts";
import { parseForm, valueOf, valuesOf } from "../form.ts";
import type { FormValues } from "../form.ts";
import { inTime } from "../inTime.ts";
import { CODE } from "./anonymousForm.ts";
import { buildForm } from "./forms.ts";
import type { FormId } from "./forms.ts";
import { CHOSEN, PEOPLE } from "./reportDraft.ts";
import { reportPages } from "./reportForm.ts";
import { answersOf, formContext, parsePage } from "./reporting.ts";
import { isRefused, isSeen, nothingHere, refused, silence } from "./visit.ts";
import type { Act, Submission, Visit } from "./visit.ts";

/** A form opens even when the database is slow: the platform waits three seconds and no longer. */
const PATIENCE_MS = 1500;

/** The name of the form. */
export const ANONYMOUS = "anonymous";
export const WRITE = "write";

/** Somebody at the desk who gives no name: asked what is asked then. */
const unnamed = (visit: Visit): Visit => ({ ...visit, rulebook: askingAnonymously(visit.rulebook) });

/** Opens the first page; whoever cannot report without a name is told why, and what they can do. */
const start: Act = async (visit) => {
  const { acts, delivery } = visit;
  const blocked = await inTime(acts.cannotBeAnonymous(delivery.caller), PATIENCE_MS);
  if (blocked !== undefined) return refused(visit, blocked);
  return openPage(visit, acts.newId(), 1, {});
};

function openPage(visit: Visit, draft: string, page: number, values: FormValues): Answer {
  const form = buildForm(formContext(visit), { name: ANONYMOUS, choice: "", page }, draft, values);
  return form === undefined ? nothingHere(visit) : { kind: "form", form };
}

const turnTo: Act = async (visit, { ref, choice }) =>
  openPage(visit, ref, Number.parseInt(choice, 10), (await visit.acts.readHeld(ref)) ?? {});

/** Opens a form again that was not accepted, with what was typed in it. */
export async function reopenAnonymous(visit: Visit, id: FormId, draft: string): Promise<Answer> {
  const form = buildForm(formContext(visit), id, draft, (await visit.acts.readHeld(draft)) ?? {});
  return form === undefined ? nothingHere(visit) : { kind: "form", form };
}

/** Keeps a page under its own id alone; then the next page, or what will happen when it is sent. */
const submitPage: Submission = async (visit, { page: number, ref, values }) => {
  const { acts, delivery } = visit;
  const at = unnamed(visit);
  const before = (await acts.readHeld(ref)) ?? {};
  const fields = reportPages(formContext(at), { ...before, ...values })[number - 1] ?? [];
  const people = delivery.kind === "submit" ? Object.values(delivery.people) : [];
  const typed: FormValues = {
    ...before,
    ...Object.fromEntries(fields.map((field) => [field.id, values[field.id] ?? ""])),
    [PEOPLE]: [...valuesOf(before, PEOPLE), ...people.map((account) => JSON.stringify(account))],
  };
  await acts.keepHeld(ref, ANONYMOUS, typed);
  const parsed = parsePage(at, fields, { ...typed, ...values });
  if (parsed.kind === "errors") {
    const form = buildForm(formContext(visit), { name: ANONYMOUS, choice: "", page: number }, ref, typed);
    return form === undefined ? nothingHere(visit) : { kind: "errors", form, errors: parsed.errors };
  }
  const next = buildForm(formContext(visit), { name: ANONYMOUS, choice: "", page: number + 1 }, ref, typed);
  return next === undefined ? preview(visit, ref) : { kind: "form", form: next };
};

/** What will happen when it is sent. */
async function preview(visit: Visit, draft: string): Promise<Answer> {
  const { acts, delivery, citation, speech } = visit;
  const values = await acts.readHeld(draft);
  if (values === undefined) return gone(visit);
  const answers = answersOf(unnamed(visit), values);
  if (answers === undefined) return missingPage(visit, draft, values);
  const shown = await acts.previewAnonymous(delivery.caller, answers, valueOf(values, CHOSEN) || undefined);
  if (isRefused(shown)) return refused(visit, shown);
  const pages = reportPages(formContext(unnamed(visit)), values).length;
  return {
    kind: "instead",
    card: anonymousPreviewCard(shown, draft, pages, citation, delivery.platform, speech),
  };
}

/** Something required was left out on a page: that page again. */
function missingPage(visit: Visit, draft: string, values: FormValues): Answer {
  const at = unnamed(visit);
  const pages = reportPages(formContext(at), values);
  const parsed = pages.map((fields) => parsePage(at, fields, values));
  const index = Math.max(
    0,
    parsed.findIndex(({ kind }) => kind === "errors"),
  );
  const form = buildForm(formContext(visit), { name: ANONYMOUS, choice: "", page: index + 1 }, draft, values);
  const found = parsed[index];
  if (form === undefined) return nothingHere(visit);
  return { kind: "errors", form, errors: found?.kind === "errors" ? found.errors : {} };
}

/** The option stands for one of the alternatives as they are now: who reads it is shown again before it is sent. */
const chooseReader: Act = async (visit, { ref, values }) => {
  const { acts, delivery } = visit;
  const typed = await acts.readHeld(ref);
  const answers = typed === undefined ? undefined : answersOf(unnamed(visit), typed);
  if (typed === undefined || answers === undefined) return gone(visit);
  const shown = await acts.previewAnonymous(delivery.caller, answers, undefined);
  const alternatives = isRefused(shown) ? [] : shown.alternatives;
  const chosen = alternatives[Number(values[0])]?.key ?? valueOf(typed, CHOSEN);
  await acts.keepHeld(ref, ANONYMOUS, { ...typed, [CHOSEN]: chosen });
  return preview(visit, ref);
};

/** The code comes with the button: it is the one that was shown. */
const send: Act = async (visit, { ref, choice: code }) => {
  const { acts, delivery, citation, speech } = visit;
  const values = await acts.readHeld(ref);
  if (values === undefined) return code === "" ? gone(visit) : look(visit, code);
  const answers = answersOf(unnamed(visit), values);
  if (answers === undefined) return missingPage(visit, ref, values);
  const filed = await acts.fileAnonymous(delivery.caller, ref, answers, valueOf(values, CHOSEN) || undefined, code);
  if (isRefused(filed)) return refused(visit, filed);
  return { kind: "instead", card: filedAnonymouslyCard(filed, citation, speech) };
};

const discard: Act = async (visit, { ref }) => {
  await visit.acts.discardHeld(ref);
  const { say } = visit.speech;
  return { kind: "instead", card: noteCard("neutral", say("report.discarded.title"), say("report.discarded")) };
};

/** What was typed is gone: it was sent, or discarded. */
const gone = (visit: Visit): Answer =>
  refused(visit, { refused: "already-done", unblock: [{ kind: "nothing", as: "done" }] });

/** Asks for the code. */
const open: Act = async (visit) => {
  const form = buildForm(formContext(visit), { name: "unlock", choice: "", page: 1 }, "home", {});
  return form === undefined ? nothingHere(visit) : { kind: "form", form };
};

/** What lies in the channel: what was told last is read with it where it is short. */
async function openAt({ acts, speech }: Visit, code: string): Promise<ChannelView | Blocked> {
  const view = await acts.openChannel(code);
  if (isRefused(view)) return view;
  const [latest] = view.notices;
  return latest !== undefined && isShort(latest, speech) ? acts.openChannel(code, view.notices.length) : view;
}

/** The channel, in place of the note from which one came to it. */
async function look(visit: Visit, code: string): Promise<Answer> {
  const { acts, citation, speech } = visit;
  const view = await openAt(visit, code);
  if (isRefused(view)) return refused(visit, view);
  return { kind: "instead", card: channelCard(view, acts.newId(), citation, speech) };
}

const read: Act = async (visit, { ref, choice: code }) => {
  const { acts, citation, speech } = visit;
  const view = await acts.openChannel(code, Number.parseInt(ref, 10));
  if (isRefused(view)) return refused(visit, view);
  const card = channelNoticeCard(view, citation, speech);
  return card === undefined ? nothingHere(visit) : { kind: "instead", card };
};

/** By command the code is asked for as well. */
const write: Act = (visit, { ref, choice }) =>
  reopenAnonymous(visit, { name: WRITE, choice, page: 1 }, ref === "" ? visit.acts.newId() : ref);

/** What was typed is kept under its own id until it has been sent. */
const sendWritten: Submission = async (visit, { ref, choice, values }) => {
  const { acts, delivery, speech, citation } = visit;
  const id = { name: WRITE, choice, page: 1 };
  const code = choice === "" ? valueOf(values, CODE) : choice;
  const form = buildForm(formContext(visit), id, ref, values);
  if (form === undefined) return nothingHere(visit);
  const parsed = parseForm(form.fields, values, speech.say);
  // The code itself is never kept.
  await acts.keepHeld(ref, WRITE, { text: valueOf(values, "text") });
  if (parsed.kind === "errors") return { kind: "errors", form, errors: parsed.errors };
  const written = await acts.writeInChannel(code, valueOf(parsed.answers, "text"), delivery.key);
  if (isRefused(written)) {
    const card = refusalCard(written, citation, speech);
    const again = button("primary", speech.say("form.again"), "anonymous.write", ref, choice);
    return { kind: "note", card: { ...card, rows: [[again], ...card.rows] } };
  }
  // It is written, whether or not what was held could be forgotten: that lapses by itself.
  await acts.discardHeld(ref).catch(() => undefined);
  if (isSeen(written)) return silence;
  const back = button("secondary", speech.say("act.anonymous.look"), "anonymous.look", "home", code);
  return {
    kind: "note",
    card: noteCard("good", speech.say("done.title"), speech.say("done.anonymous.write"), [[back]]),
  };
};

const unlock: Submission = async (visit, { values }) => {
  const { acts, citation, speech } = visit;
  const view = await openAt(visit, valueOf(values, CODE));
  if (isRefused(view)) {
    const card = refusalCard(view, citation, speech);
    const again = button("primary", speech.say("form.again"), "anonymous.open", "home");
    return { kind: "note", card: { ...card, rows: [[again], ...card.rows] } };
  }
  return { kind: "note", card: channelCard(view, acts.newId(), citation, speech) };
};

/** Reporting without a name, and what is written between its author and the officers. */
export const anonymousActs: Readonly<Record<string, Act>> = {
  "anonymous.start": start,
  "anonymous.page": turnTo,
  "anonymous.to": chooseReader,
  "anonymous.send": send,
  "anonymous.discard": discard,
  "anonymous.open": open,
  "anonymous.look": (visit, { choice }) => look(visit, choice),
  "anonymous.read": read,
  "anonymous.write": write,
};

export const anonymousForms: Readonly<Record<string, Submission>> = {
  [ANONYMOUS]: submitPage,
  unlock,
  [WRITE]: sendWritten,
};
