import type { Done } from "../../application/actOnCase.ts";
import type { DeliveryView } from "../../application/roomCards.ts";
import { decisionNotices } from "../../domain/case/inform.ts";
import { readStage } from "../../domain/case/stages.ts";
import { unansweredRest } from "../../domain/deadlines/ruleOf.ts";
import { fitted, limits } from "../card.ts";
import type { Card } from "../card.ts";
import { briefCard } from "../cards/briefCard.ts";
import { caseFileCard, isFilePart } from "../cards/caseFileCard.ts";
import { conflictCard, successionCard } from "../cards/conflictCard.ts";
import { button, inRows } from "../cards/controls.ts";
import { caseListCard } from "../cards/listCards.ts";
import { noteCard } from "../cards/noteCard.ts";
import { drawOfficersCard } from "../cards/officersCardView.ts";
import { valueOf, valuesOf } from "../form.ts";
import type { FormValues } from "../form.ts";
import { parseLength } from "../length.ts";
import { sanctionText } from "../sanctionText.ts";
import type { Speech } from "../say.ts";
import { openForm, press, submission } from "./submission.ts";
import type { Said } from "./submission.ts";
import { taskIn } from "./taskIn.ts";
import { isRefused, isSeen, nothingHere, refused, requestOf, silence } from "./visit.ts";
import type { Act, Submission, Target, Visit } from "./visit.ts";

const list: Act = async ({ acts, delivery: { caller }, speech }) => {
  const [cards, cannot] = await Promise.all([acts.handledCases(caller), acts.cannotBegin(caller, "officer_entry")]);
  return { kind: "note", card: caseListCard(cards, cannot === undefined, speech) };
};

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

/** Nothing stands between an officer and the case: what they were about to decide goes on. */
const clear: Act = async (visit, target) => {
  const cleared = await visit.acts.clear(requestOf(visit, target.case));
  if (isRefused(cleared) && cleared.refused !== "already-done") return refused(visit, cleared);
  // One press does two things: each has a key of its own, or the second would be taken for the first, brought again.
  const then = { ...visit, delivery: { ...visit.delivery, key: `${visit.delivery.key} then` } };
  return target.choice === FINDING ? openForm(then, target, "finding") : conclude(then, target);
};

/** Stands for the finding where an outcome stands otherwise. */
const FINDING = "finding";

/** Whoever decides says first that nothing stands between them and the case. */
const find: Act = async (visit, target) => {
  const { acts, delivery, citation, speech } = visit;
  const card = await acts.openOfficersCard(delivery.caller, target.case);
  if (isRefused(card)) return refused(visit, card);
  if (card.canFind === true && card.outcomes.some(({ asksConflict }) => asksConflict))
    return { kind: "note", card: conflictCard(card, FINDING, citation, speech) };
  return openForm(visit, target, "finding");
};

/** Of several tasks the one that was chosen in the list; by command, or where there is one alone, the one that is named. */
const task: Act = async (visit, target) => {
  const wanted = target.choice === "" ? (target.values[0] ?? "") : target.choice;
  if (wanted === "acknowledge") return openForm(visit, target, "acknowledge");
  if (wanted === "support_needs" && (await isAskedByParty(visit, target))) return openForm(visit, target, "needs");
  if (taskIn(visit.place, wanted)?.tells !== undefined) return openForm(visit, target, "handover", wanted, "");
  return openForm(visit, target, "task", wanted);
};

/** Whether it is entered of each party what support they need. */
async function isAskedByParty({ acts, delivery }: Visit, { case: ref }: Target): Promise<boolean> {
  const view = await acts.openHands(delivery.caller, ref);
  return !isRefused(view) && view.needs.length > 0;
}

/** An outcome that asks for nothing is concluded at once; otherwise its form opens. */
const conclude: Act = async (visit, target) => {
  const { acts, delivery, citation, speech } = visit;
  const card = await acts.openOfficersCard(delivery.caller, target.case);
  if (isRefused(card)) return refused(visit, card);
  const outcome = card.outcomes.find((each) => each.outcome === target.choice);
  if (outcome?.asksConflict === true && outcome.blocked === undefined)
    return { kind: "note", card: conflictCard(card, target.choice, citation, speech) };
  if (outcome?.asks === true && outcome.blocked === undefined)
    return openForm(visit, target, "conclude", target.choice);
  return press(
    () => acts.conclude(requestOf(visit, target.case), { outcome: target.choice, rules: [], reasons: "" }),
    "done.conclude",
  )(visit, target);
};

/** Which of several notices an officer delivered, each by what it tells. */
function whichNoticeCard(ref: string, notices: readonly DeliveryView[], { say, name }: Speech): Card {
  const buttons = notices.slice(0, limits.rowsOfControls * limits.controlsInRow).map((each, i) => {
    const label = say("mycase.notice", { what: name("subject", each.subject), number: i + 1 });
    return button("secondary", fitted(label, limits.buttonLabel), "case.delivered", ref, each.notice);
  });
  return noteCard("neutral", say("note.which-notice.title"), say("note.which-notice"), inRows(buttons));
}

/** By command a party is named instead of a notice: where several have not arrived, the officer says which one is meant. */
const delivered: Act = async (visit, target) => {
  const card = await visit.acts.openOfficersCard(visit.delivery.caller, target.case);
  if (isRefused(card)) return refused(visit, card);
  const of = card.undelivered.filter(({ notice, to }) => notice === target.choice || to === target.choice);
  const [found, ...others] = of;
  if (found === undefined)
    return refused(visit, { refused: "already-done", unblock: [{ kind: "nothing", as: "done" }] });
  if (others.length > 0) return { kind: "note", card: whichNoticeCard(card.case, of, visit.speech) };
  return openForm(visit, target, "delivered", found.notice);
};

const readBrief: Act = async (visit, { case: ref }) => {
  const brief = await visit.acts.readBrief(visit.delivery.caller, ref);
  return isRefused(brief)
    ? refused(visit, brief)
    : { kind: "note", card: briefCard(brief, visit.citation, visit.speech) };
};

/** Whoever can take a case over that nobody in office handles is asked first what stands between them and it. */
const take: Act = async (visit, target) => {
  const orphan = await visit.acts.findOrphan(visit.delivery.caller, target.case);
  if (orphan !== undefined) return { kind: "note", card: successionCard(orphan, visit.citation, visit.speech) };
  return press((at, { case: ref }) => at.acts.take(requestOf(at, ref)), "done.take")(visit, target);
};

const succeed: Act = async (visit, target) => {
  const { acts, delivery, citation, speech } = visit;
  const { choice, case: ref } = target;
  if (choice === "") {
    const orphan = await acts.findOrphan(delivery.caller, ref);
    return orphan === undefined ? nothingHere(visit) : { kind: "note", card: successionCard(orphan, citation, speech) };
  }
  const done = await acts.succeed(requestOf(visit, ref), choice === "yes");
  if (isRefused(done)) return refused(visit, done);
  if (isSeen(done)) return silence;
  const text = speech.say(choice === "yes" ? "done.succeed" : "done.recuse");
  return { kind: "instead", card: noteCard("good", speech.say("done.title"), text) };
};

export const handlingActs: Readonly<Record<string, Act>> = {
  "case.list": list,
  "case.show": show,
  "case.timeline": timeline,
  "case.take": take,
  "case.succeed": succeed,
  "case.acknowledge": (visit, target) => openForm(visit, target, "acknowledge"),
  "case.task": task,
  "case.conclude": conclude,
  "case.clear": clear,
  "case.find": find,
  "case.send": press((visit, { case: ref }) => visit.acts.sendNotices(requestOf(visit, ref)), "done.send"),
  "case.summon": (visit, target) => openForm(visit, target, "summon"),
  "case.contact": press((visit, { case: ref }) => visit.acts.support(requestOf(visit, ref)), "done.contact"),
  "case.support": press((visit, { case: ref }) => visit.acts.sendSupport(requestOf(visit, ref)), "done.support"),
  "anonymous.ask": (visit, target) => openForm(visit, target, "askauthor"),
  "case.note": (visit, target) => openForm(visit, target, "note"),
  "case.brief": (visit, target) => openForm(visit, target, "brief"),
  "case.readbrief": readBrief,
  "case.approve": press((visit, { case: ref }) => visit.acts.approve(requestOf(visit, ref)), "done.approve"),
  "case.delivered": delivered,
  "case.recuse": press((visit, { case: ref }) => visit.acts.recuse(requestOf(visit, ref)), "done.recuse"),
};

/** With a decision what was imposed is said back, in words, and what is still to do. */
function concluded({ speech }: Visit, answers: FormValues, { current, rulebook }: Done): Said {
  const { say } = speech;
  const asked = unansweredRest(current);
  if (asked !== undefined) return { text: say("done.asked", { day: speech.day(asked.until) }) };
  const { lateness } = current.times;
  if (lateness === "refused" || (lateness === "taken" && current.concluded.length === 0))
    return { text: say(`done.late.${lateness}`) };
  const isImposed = valueOf(answers, "sanction") !== "";
  const text = isImposed ? say("done.decide", { sanction: imposedText(answers, speech) }) : say("done.conclude");
  if (readStage(rulebook, current).kind === "notify" && current.decision?.vote === undefined) {
    const send = button("primary", say("act.vote.send"), "case.send", current.id);
    return { text: `${text} ${say("done.decide.send")}`, rows: [[send]] };
  }
  return { text: isImposed && decisionNotices(current).length > 0 ? `${text} ${say("done.decide.sent")}` : text };
}

/** Whether with the last thing that was done the respondents were told what the report says. */
const wasTold = ({ notices }: Done["current"]) => notices.at(-1)?.subject.kind === "allegations";

/** Who approves it next. */
function briefKept({ speech: { say } }: Visit, _: FormValues, { current, rulebook }: Done): Said {
  const stage = readStage(rulebook, current);
  const isAlone = stage.kind === "vote" && !stage.brief.second_approval;
  return { text: say(isAlone ? "done.brief.alone" : "done.brief") };
}

/** "suspension (6 months)". */
export function imposedText(answers: FormValues, speech: Speech): string {
  const length = parseLength(valueOf(answers, "lasts"));
  return sanctionText(
    { sanction: valueOf(answers, "sanction"), lasts: length, scope: valuesOf(answers, "scope") },
    speech,
  );
}

export const handlingForms: Readonly<Record<string, Submission>> = {
  acknowledge: submission(
    "acknowledge",
    (visit, ref, answers) => visit.acts.acknowledge(requestOf(visit, ref), valueOf(answers, "text")),
    "done.acknowledge",
  ),
  conclude: submission(
    "conclude",
    (visit, ref, answers, outcome, isConfirmed) => {
      const conclusion = {
        outcome,
        rules: valuesOf(answers, "rules"),
        severity: valueOf(answers, "severity") || undefined,
        sanction: valueOf(answers, "sanction") || undefined,
        lasts: parseLength(valueOf(answers, "lasts")),
        scope: valuesOf(answers, "scope"),
        attached: valuesOf(answers, "attached"),
        attachedBy: valueOf(answers, "attached-by") || undefined,
        because: valuesOf(answers, "because"),
        reasons: valueOf(answers, "text"),
        letter: valueOf(answers, "letter"),
      };
      return visit.acts.concludeWeighed(requestOf(visit, ref), conclusion, isConfirmed);
    },
    concluded,
  ),
  summon: submission(
    "summon",
    (visit, ref, answers) => visit.acts.summon(requestOf(visit, ref), valueOf(answers, "on"), valueOf(answers, "text")),
    "done.summon",
  ),
  task: submission(
    "task",
    (visit, ref, answers, wanted) => visit.acts.doTask(requestOf(visit, ref), wanted, valueOf(answers, "text")),
    (visit, _, { current }) => ({ text: visit.speech.say(wasTold(current) ? "done.task.told" : "done.task") }),
  ),
  note: submission(
    "note",
    (visit, ref, answers) => visit.acts.note(requestOf(visit, ref), valueOf(answers, "text")),
    "done.note",
  ),
  askauthor: submission(
    "askauthor",
    (visit, ref, answers) => visit.acts.askAuthor(requestOf(visit, ref), valueOf(answers, "text")),
    "done.askauthor",
  ),
  brief: submission(
    "brief",
    (visit, ref, answers) => visit.acts.writeBrief(requestOf(visit, ref), valueOf(answers, "text")),
    briefKept,
  ),
  delivered: submission(
    "delivered",
    (visit, ref, answers, notice) =>
      visit.acts.recordDelivery(
        requestOf(visit, ref),
        notice,
        valueOf(answers, "day"),
        valueOf(answers, "proof") === "sent",
      ),
    "done.delivered",
  ),
};
