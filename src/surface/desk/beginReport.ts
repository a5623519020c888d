import type { Account } from "../../application/person.ts";
import { AFFECTED } from "../../domain/intake/asked.ts";
import { isOpenToAll } from "../../domain/intake/openTo.ts";
import type { FormValues } from "../form.ts";
import { inTime } from "../inTime.ts";
import { BREACH, keepMessage, markEntered, OF_CASE, PEOPLE } from "./reportDraft.ts";
import { openReport } from "./reporting.ts";
import { isRefused, nothingHere, refused } from "./visit.ts";
import type { Act, Visit } from "./visit.ts";

/** A form opens even when the database is slow: the platform waits three seconds and no longer. */
const PATIENCE_MS = 1500;

/** Opens the first page at once: nothing slow comes before it. Where not everybody may report, it is seen first who asks. */
const start: Act = async (visit) => {
  const { acts, delivery, rulebook } = visit;
  const blocked = isOpenToAll(rulebook)
    ? undefined
    : await inTime(acts.cannotBegin(delivery.caller, "command"), PATIENCE_MS);
  return blocked === undefined ? openReport(visit, acts.newId(), 1, {}) : refused(visit, blocked);
};

/** An officer enters a report that came otherwise: whether they may is seen first, as long as that is answered in time. */
const startEntering: Act = async (visit) => {
  const { acts, delivery } = visit;
  const blocked = await inTime(acts.cannotBegin(delivery.caller, "officer_entry"), PATIENCE_MS);
  if (blocked !== undefined) return refused(visit, blocked);
  return openReport(visit, acts.newId(), 1, markEntered);
};

/** The message goes along with the report, and whoever wrote it is proposed as the one whom it is about; that can be changed. */
const startOfMessage: Act = async (visit) => {
  const { acts, delivery } = visit;
  if (delivery.kind !== "message") return nothingHere(visit);
  const { message, caller } = delivery;
  const blocked = await acts.cannotBegin(caller, "message_action");
  if (blocked !== undefined) return refused(visit, blocked);
  const draft = acts.newId();
  const author = message.author?.id === caller.id ? undefined : message.author;
  const values: FormValues = { ...keepMessage(visit.rulebook, message), ...about(visit, author, author?.name ?? "") };
  await acts.keepDraft(caller, draft, "report", values);
  // Nobody waits for files before they can write.
  const meanwhile = acts.copyMessageFiles(draft, message.files);
  const opened = openReport(visit, draft, 1, values);
  return opened.kind === "form" ? { ...opened, meanwhile } : opened;
};

/** Somebody proposed as the one whom a report is about: by the account where people are asked for, by the name where they are not. */
function about({ rulebook }: Visit, account: Account | undefined, name: string): FormValues {
  const { fields } = rulebook.intake.report;
  const [people] = fields.filter(({ id, type }) => type === "people" && id !== AFFECTED.account);
  if (people !== undefined && account !== undefined)
    return { [people.id]: [`${account.platform}:${account.id}`], [PEOPLE]: [JSON.stringify(account)] };
  return name !== "" && fields.some(({ id }) => id === "who_else") ? { who_else: name } : {};
}

/** A report about a breach of a sanction begins with what is known of it; whoever files it may change everything. */
const startOfBreach: Act = async (visit, { case: ref, choice }) => {
  const { acts, delivery, rulebook, speech } = visit;
  const found = await acts.breachToReport(delivery.caller, ref, choice);
  if (isRefused(found)) return refused(visit, found);
  const draft = acts.newId();
  const { fields } = rulebook.intake.report;
  const account = found.accounts.find(({ platform }) => platform === delivery.platform);
  const [text] = fields.filter(({ type }) => type === "long_text");
  const sanction = speech.name("sanction", found.sanction);
  const values: FormValues = {
    relation: "witness",
    ...(text === undefined ? {} : { [text.id]: `${speech.say("breach.report", { sanction })} ${found.text}` }),
    ...about(visit, account, account === undefined ? found.name : ""),
    [BREACH]: found.breach,
    [OF_CASE]: found.case,
  };
  await acts.keepDraft(delivery.caller, draft, "report", values);
  return openReport(visit, draft, 1, values);
};

export const beginningActs: Readonly<Record<string, Act>> = {
  "sanction.report": startOfBreach,
  "report.start": start,
  "report.message": startOfMessage,
  "case.enter": startEntering,
};
