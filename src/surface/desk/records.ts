import type { TextKind } from "../../application/acts/records.ts";
import { caseFileCard } from "../cards/caseFileCard.ts";
import { noteCard } from "../cards/noteCard.ts";
import { outsideCard, recordsCard, textCard } from "../cards/recordCards.ts";
import {
  caseLines,
  decisionsCard,
  exportCard,
  periodName,
  precedentsCard,
  recipientName,
  statisticsCard,
  tableLines,
} from "../cards/statisticsCards.ts";
import { stepLogCard, stepText } from "../cards/stepLogCard.ts";
import { valueOf } from "../form.ts";
import { fileOf } from "./fileOf.ts";
import { openForm, press, submission } from "./submission.ts";
import { isRefused, isSeen, nothingHere, refused, requestOf, silence } from "./visit.ts";
import type { Act, Submission } from "./visit.ts";

/** Opens the last text of a kind, with what its second reader needs. */
const check =
  (what: TextKind): Act =>
  async (visit, { case: ref }) => {
    const view = await visit.acts.readText(visit.delivery.caller, ref, what);
    return isRefused(view)
      ? refused(visit, view)
      : { kind: "note", card: textCard(view, visit.citation, visit.speech) };
  };

const approve =
  (what: TextKind): Act =>
  async (visit, { case: ref, choice }) => {
    const done = await visit.acts.approveText(requestOf(visit, ref), what, choice);
    if (isRefused(done)) return refused(visit, done);
    if (isSeen(done)) return silence;
    const { say } = visit.speech;
    return { kind: "instead", card: noteCard("good", say("done.title"), say(`done.approved.${what}`)) };
  };

/** Somebody outside to whom a case was handed says whether they read it; with a yes the file opens. */
const answerEscalation =
  (isTaken: boolean): Act =>
  async (visit, target) => {
    const answer = await visit.acts.answerEscalation(requestOf(visit, target.case), isTaken);
    if (isRefused(answer)) return refused(visit, answer);
    if (isSeen(answer)) return silence;
    if (isTaken) return read(visit, { ...target, case: { id: answer.case } });
    const { say } = visit.speech;
    return { kind: "instead", card: noteCard("good", say("done.title"), say("done.escalation.declined")) };
  };

/** The file of a case, for somebody outside who has said that nothing stands between them and it. */
const read: Act = async (visit, { case: ref }) => {
  const { acts, delivery, citation, speech } = visit;
  const file = await acts.openCaseFile(delivery.caller, ref, "report", 1);
  return isRefused(file) ? refused(visit, file) : { kind: "note", card: caseFileCard(file, 1, citation, speech) };
};

/** Who read what of a case, for those who handle it. */
const readings: Act = async (visit, { case: ref }) => {
  const { acts, delivery, citation, speech } = visit;
  const file = await acts.openCaseFile(delivery.caller, ref, "readings", 1);
  return isRefused(file) ? refused(visit, file) : { kind: "note", card: caseFileCard(file, 1, citation, speech) };
};

const showRecords: Act = async (visit, { case: ref }) => {
  const view = await visit.acts.openRecords(visit.delivery.caller, ref);
  return isRefused(view)
    ? refused(visit, view)
    : { kind: "note", card: recordsCard(view, visit.citation, visit.speech) };
};

/** The text for others outside that a second person approved, as a file: nobody gets one that waits for a reader. */
const download: Act = async (visit, { case: ref }) => {
  const view = await visit.acts.readText(visit.delivery.caller, ref, "bundle");
  if (isRefused(view)) return refused(visit, view);
  const card = textCard(view, visit.citation, visit.speech);
  if (!view.isApproved) return { kind: "note", card };
  return { kind: "file", card, file: fileOf(`outside-${view.codeName}`, [view.text]) };
};

/** The steps of a case as a file. */
const downloadLog: Act = async (visit, { case: ref }) => {
  const { acts, delivery, citation, speech } = visit;
  const view = await acts.openStepLog(delivery.caller, ref);
  if (isRefused(view)) return refused(visit, view);
  const lines = [
    speech.say("steps.title", { codeName: view.codeName }),
    "",
    ...view.steps.map((step) => stepText(step, speech)),
  ];
  return { kind: "file", card: stepLogCard(view, 1, citation, speech), file: fileOf(`steps-${view.codeName}`, lines) };
};

const show: Act = async (visit, { case: ref }) => {
  const view = await visit.acts.openOutside(visit.delivery.caller, ref);
  return isRefused(view)
    ? refused(visit, view)
    : { kind: "note", card: outsideCard(view, visit.citation, visit.speech) };
};

const log: Act = async (visit, { case: ref, choice }) => {
  const view = await visit.acts.openStepLog(visit.delivery.caller, ref);
  if (isRefused(view)) return refused(visit, view);
  const page = /^\d{1,3}$/u.test(choice) ? Number.parseInt(choice, 10) : 1;
  return { kind: choice === "" ? "note" : "instead", card: stepLogCard(view, page, visit.citation, visit.speech) };
};

/** The numbers of a period: of the last that is over, of one that was chosen, or typed; "2026-2" is the second page of 2026. */
const statistics: Act = async (visit, { choice, values }) => {
  const { acts, delivery, citation, speech } = visit;
  const [, period = "", page = "1"] = /^(\d{4})(?:-(\d{1,2}))?/u.exec((values[0] ?? choice).trim()) ?? [];
  const view = await acts.openStatistics(delivery.caller, period);
  if (isRefused(view)) return refused(visit, view);
  const card = statisticsCard(view, Number.parseInt(page, 10), citation, speech);
  return { kind: delivery.kind === "press" ? "instead" : "note", card };
};

/** Gives the numbers to one of those whom the rulebook names: what they get stands in the answer, to be handed on. */
const give: Act = async (visit, { choice, values }) => {
  const { acts, delivery, citation, speech } = visit;
  const given = await acts.giveStatistics(delivery.caller, choice, values[0] ?? "");
  if (isRefused(given)) return nothingHere(visit);
  const card = statisticsCard({ ...given.view, recipients: [], given: [] }, 1, citation, speech);
  const period = periodName(given.view.table.period, given.view.isAcademic);
  const said = speech.say("statistics.done", { to: recipientName(given.to, speech), period });
  const lines = [given.view.organisation, card.title, "", ...tableLines(given.view.table, speech)];
  return {
    kind: "file",
    card: { ...card, tone: "good", blocks: [{ kind: "paragraph", text: said }, ...card.blocks] },
    file: fileOf(`cases-${given.view.table.period}`, lines),
  };
};

const handOut =
  (isDone: boolean): Act =>
  async (visit) => {
    const { acts, delivery, citation, speech } = visit;
    const view = await (isDone ? acts.confirmExport(delivery.caller) : acts.openExport(delivery.caller));
    if (isRefused(view)) return refused(visit, view);
    const card = exportCard(view, isDone, citation, speech);
    return isDone
      ? { kind: "file", card, file: fileOf("cases-without-names", caseLines(view, speech)) }
      : { kind: "note", card };
  };

const decisions: Act = async (visit, { choice }) => {
  const { acts, delivery, citation, speech } = visit;
  const view = await acts.searchDecisions(delivery.caller, choice);
  return isRefused(view) ? refused(visit, view) : { kind: "note", card: decisionsCard(view, citation, speech) };
};

const precedents: Act = async (visit, { choice }) => {
  const { acts, delivery, citation, speech } = visit;
  const view = await acts.searchPrecedents(delivery.caller, choice, speech.name);
  return isRefused(view) ? refused(visit, view) : { kind: "note", card: precedentsCard(view, citation, speech) };
};

/** The records of cases, what of them goes to others outside, and what is known of all of them together. */
export const recordActs: Readonly<Record<string, Act>> = {
  "outside.show": show,
  "outside.escalate": (visit, target) => openForm(visit, target, "escalate"),
  "outside.take": answerEscalation(true),
  "outside.decline": answerEscalation(false),
  "outside.read": read,
  "outside.bundle": (visit, target) => openForm(visit, target, "bundle"),
  "outside.check": check("bundle"),
  "outside.approve": approve("bundle"),
  "outside.hand": (visit, target) => openForm(visit, target, "handover"),
  "outside.answer": (visit, target) => openForm(visit, target, "outside"),
  "outside.log": log,
  "outside.file": download,
  "outside.steps": downloadLog,
  "records.show": showRecords,
  "records.readings": readings,
  "records.hold": (visit, target) => openForm(visit, target, "hold"),
  "records.release": press((visit, { case: ref }) => visit.acts.releaseRecords(requestOf(visit, ref)), "done.release"),
  "records.precedent": (visit, target) => openForm(visit, target, "precedent"),
  "records.check": check("precedent"),
  "records.approve": approve("precedent"),
  "statistics.show": statistics,
  "statistics.give": give,
  "statistics.export": handOut(false),
  "statistics.handout": handOut(true),
  decisions,
  precedents,
};

export const recordForms: Readonly<Record<string, Submission>> = {
  hold: submission(
    "hold",
    (visit, ref, answers) => visit.acts.holdRecords(requestOf(visit, ref), valueOf(answers, "text")),
    "done.hold",
  ),
  precedent: submission(
    "precedent",
    (visit, ref, answers) => visit.acts.writePrecedent(requestOf(visit, ref), valueOf(answers, "text")),
    "done.precedent",
  ),
  bundle: submission(
    "bundle",
    (visit, ref, answers) => visit.acts.writeBundle(requestOf(visit, ref), valueOf(answers, "text")),
    "done.bundle",
  ),
  escalate: submission(
    "escalate",
    (visit, ref, answers) => {
      const { delivery } = visit;
      const to = delivery.kind === "submit" ? delivery.people[valueOf(answers, "who")] : undefined;
      return visit.acts.escalate(requestOf(visit, ref), to, valueOf(answers, "text"));
    },
    ({ speech }, answers) => ({
      text: speech.say(valueOf(answers, "who") === "" ? "done.escalate.by-hand" : "done.escalate"),
    }),
  ),
  handover: submission(
    "handover",
    (visit, ref, answers) => {
      const optional = (id: string) => {
        const value = valueOf(answers, id);
        return value === "" ? undefined : value;
      };
      return visit.acts.handOutside(requestOf(visit, ref), {
        to: valueOf(answers, "to"),
        ground: optional("ground"),
        on: valueOf(answers, "on"),
        waitsUntil: optional("until"),
        text: valueOf(answers, "text"),
      });
    },
    "done.hand",
  ),
  outside: submission(
    "outside",
    (visit, ref, answers, choice) => {
      const [on, text] = [valueOf(answers, "on"), valueOf(answers, "text")];
      const [owner, by] = [valueOf(answers, "owner"), valueOf(answers, "by")];
      const task = owner === "" || by === "" ? undefined : { owner, by };
      return visit.acts.enterOutside(requestOf(visit, ref), choice, { on, text, task });
    },
    "done.outside",
  ),
};
