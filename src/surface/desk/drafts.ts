import { draftsCard, recordCard, ownRecordsCard } from "../cards/draftCards.ts";
import { noteCard } from "../cards/noteCard.ts";
import { parseForm, valueOf } from "../form.ts";
import { buildForm } from "./forms.ts";
import { keepRecord } from "./reportDraft.ts";
import { formContext, openReport } from "./reporting.ts";
import { isRefused, nothingHere, refused } from "./visit.ts";
import type { Act, Submission } from "./visit.ts";

const FORM = { name: "record", choice: "", page: 1 } as const;

const list: Act = async (visit, { choice }) => {
  const { acts, delivery, speech, rulebook } = visit;
  const drafts = await acts.listDrafts(delivery.caller);
  const [text] = rulebook.intake.report.fields.filter(({ type }) => type === "long_text");
  const card = draftsCard(drafts, text?.id ?? "", speech);
  return { kind: choice === "again" ? "instead" : "note", card };
};

/** Thrown away, and what is left. */
const discard: Act = async (visit, target) => {
  await visit.acts.discardDraft(visit.delivery.caller, target.ref);
  return list(visit, { ...target, choice: "again" });
};

const discardOthers: Act = async (visit, target) => {
  await visit.acts.discardOthers(visit.delivery.caller);
  return list(visit, { ...target, choice: "again" });
};

/** Opens a page to write on; it is kept under its own id, however often it is sent. */
const write: Act = async (visit) => {
  const form = buildForm(formContext(visit), FORM, visit.acts.newId(), {});
  return form === undefined ? nothingHere(visit) : { kind: "form", form };
};

const keep: Submission = async (visit, { ref, values }) => {
  const { acts, delivery, speech } = visit;
  const form = buildForm(formContext(visit), FORM, ref, values);
  if (form === undefined) return nothingHere(visit);
  const parsed = parseForm(form.fields, values, speech.say);
  if (parsed.kind === "errors") return { kind: "errors", form, errors: parsed.errors };
  const record = await acts.writeRecord(delivery.caller, ref, valueOf(parsed.answers, "text"));
  return { kind: "note", card: recordCard(record, true, speech) };
};

const records: Act = async (visit) => {
  const found = await visit.acts.listRecords(visit.delivery.caller);
  return { kind: "note", card: ownRecordsCard(found, visit.speech) };
};

const read: Act = async (visit, { ref }) => {
  const { acts, delivery, speech } = visit;
  const record = await acts.readRecord(delivery.caller, ref);
  if (isRefused(record)) return refused(visit, record);
  return { kind: "instead", card: recordCard(record, false, speech) };
};

const throwAway: Act = async (visit, { ref }) => {
  const { acts, delivery, speech } = visit;
  const blocked = await acts.discardRecord(delivery.caller, ref);
  if (blocked !== undefined) return refused(visit, blocked);
  return {
    kind: "instead",
    card: noteCard("neutral", speech.say("report.discarded.title"), speech.say("record.discarded")),
  };
};

/** A report begins with it: it goes along as it was written, with the day. */
const file: Act = async (visit, { ref }) => {
  const { acts, delivery } = visit;
  const record = await acts.readRecord(delivery.caller, ref);
  if (isRefused(record)) return refused(visit, record);
  const draft = acts.newId();
  const values = keepRecord(record);
  await acts.keepDraft(delivery.caller, draft, "report", values);
  return openReport(visit, draft, 1, values);
};

/** What one has typed and not sent, and what one keeps for oneself. */
export const draftActs: Readonly<Record<string, Act>> = {
  "draft.list": list,
  "draft.discard": discard,
  "draft.others": discardOthers,
  "record.write": write,
  "record.list": records,
  "record.read": read,
  "record.discard": throwAway,
  "record.file": file,
};

export const draftForms: Readonly<Record<string, Submission>> = { [FORM.name]: keep };
