import type { GivenFile } from "../../application/acts/evidence.ts";
import type { WitnessView } from "../../application/acts/readEvidence.ts";
import { criteriaOf } from "../../domain/case/evidence.ts";
import { FILE_BYTES, isTakenKind, MEGABYTES } from "../../domain/case/files.ts";
import type { Refusal } from "../../domain/refusal.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { nothingHere as nothing } from "../../domain/why/unblock.ts";
import { button } from "../cards/controls.ts";
import { evidenceCard, myEvidenceCard, witnessesCard } from "../cards/evidenceCards.ts";
import { noteCard } from "../cards/noteCard.ts";
import { valueOf, valuesOf } from "../form.ts";
import type { Form, FormValues } from "../form.ts";
import { inTime } from "../inTime.ts";
import { AS_WITNESS, partyIn, STATEMENT, WAYS } from "./evidenceForms.ts";
import { openForm, press, submission } from "./submission.ts";
import type { Said } from "./submission.ts";
import { isRefused, isSeen, nothingHere, refused, requestOf, silence } from "./visit.ts";
import type { Act, Submission, Target, Visit } from "./visit.ts";
import { readIsFromOutside, REPORT } from "./voiceFields.ts";

/** What stood there before is put into a form as long as it is found in time. */
const PATIENCE_MS = 1000;

/** Who was asked, what there is, and what can be done with it, for those who handle the case. */
const show: Act = async (visit, { case: ref }) => {
  const { acts, delivery, citation, speech } = visit;
  const view = await acts.openEvidence(delivery.caller, ref);
  return isRefused(view) ? refused(visit, view) : { kind: "note", card: evidenceCard(view, citation, speech) };
};

/** To which party it is given to read is pressed; by command, both are offered. */
const share: Act = async (visit, target) => {
  if (target.choice === "") return show(visit, target);
  const answer = await openForm(visit, target, "share", target.choice);
  const isNothing = visit.place?.givers?.find(({ party }) => party === target.choice)?.openable.length === 0;
  const { say } = visit.speech;
  return isNothing
    ? { kind: "note", card: noteCard("neutral", say("evidence.title"), say("evidence.nothing")) }
    : answer;
};

/** To which party is pressed; by command, both are offered with the question. */
const putting: Act = (visit, target) =>
  target.choice === "" ? show(visit, target) : openForm(visit, target, "putquestion", target.choice);

/** What a party or a witness has handed in, and what was opened to them. */
const mine: Act = async (visit, { case: ref, choice }) => {
  const { acts, delivery, speech } = visit;
  const number = Math.max(1, Number.parseInt(choice, 10) || 1);
  const view = await acts.myEvidence(delivery.caller, ref, number);
  if (isRefused(view)) return refused(visit, view);
  return { kind: choice === "" ? "note" : "instead", card: myEvidenceCard(view, visit.citation, speech) };
};

/** A statement anew, or with what stood in it where it is put in other words. */
const state: Act = async (visit, target) => {
  const answer = await openForm(visit, target, "state", target.choice);
  if (answer.kind !== "form") return answer;
  if (target.choice === REPORT)
    return { kind: "form", form: withText(answer.form, await findFiled(visit, target.case)) };
  const item = itemOf(target.choice);
  if (item === "") return answer;
  const found = await findOwnItem(visit, target.case, item);
  return found === undefined ? answer : { kind: "form", form: withText(answer.form, found.text) };
};

/** What somebody filed in words of their own, as far as it fits into a statement; "" where it does not. */
async function findFiled({ acts, delivery, rulebook }: Visit, ref: Target["case"]): Promise<string> {
  const receipt = await inTime(acts.openReceipt(delivery.caller, ref), PATIENCE_MS);
  const answers = receipt === undefined || isRefused(receipt) ? undefined : receipt.filedWords?.answers;
  const told = rulebook.intake.report.fields.flatMap(({ id, type }) =>
    type === "long_text" ? (answers?.[id] ?? []) : [],
  );
  const text = told.filter((each) => each.trim() !== "").join("\n\n");
  return text.length <= STATEMENT ? text : "";
}

/** Evidence anew, or with what stood in it where it is handed in again. */
const hand: Act = async (visit, target) => {
  const answer = await openForm(visit, target, "exhibit", target.choice);
  if (answer.kind !== "form" || target.choice === "") return answer;
  const found = await findOwnItem(visit, target.case, target.choice);
  return found === undefined ? answer : { kind: "form", form: withText(answer.form, found.text, found.relevance) };
};

const itemOf = (choice: string) => (choice.startsWith(AS_WITNESS) ? choice.slice(AS_WITNESS.length) : choice);

/** What was typed for another try stays as it was typed. */
const withText = (form: Form, text: string, relevance?: string): Form => ({
  ...form,
  fields: form.fields.map((field) => {
    const value = field.id === "text" ? text : relevance;
    return field.kind === "long-text" && value !== "" ? { ...field, value: field.value ?? value } : field;
  }),
});

async function findOwnItem(visit: Visit, ref: Target["case"], item: string) {
  for (let number = 1; ; number += 1) {
    // oxlint-disable-next-line no-await-in-loop -- the newest first, and mostly that one
    const view = await visit.acts.myEvidence(visit.delivery.caller, ref, number);
    if (isRefused(view) || view.item === undefined) return undefined;
    if (view.item.item === item) return view.item;
  }
}

/** Once confidentiality was promised the question is shown, with the form for the answer. */
const promise: Act = async (visit, target) => {
  const { acts, speech } = visit;
  const answer = await acts.answerAsWitness(requestOf(visit, target.case), "promise");
  if (isRefused(answer) && answer.refused !== "already-done") return refused(visit, answer);
  if (isSeen(answer)) return silence;
  const view = await witnessIn(visit, target.ref);
  return view === undefined
    ? nothingHere(visit)
    : { kind: "note", card: witnessesCard([view], 1, visit.citation, speech) };
};

async function witnessIn(visit: Visit, ref: string): Promise<WitnessView | undefined> {
  return (await visit.acts.askedAsWitness(visit.delivery.caller)).find((each) => each.case === ref);
}

/** What somebody was asked as a witness: the first, or the one whose page was turned to. */
const asked: Act = async (visit, { choice }) => {
  const views = await visit.acts.askedAsWitness(visit.delivery.caller);
  const number = Math.max(1, Number.parseInt(choice, 10) || 1);
  if (views[number - 1] === undefined) return nothingHere(visit);
  return { kind: "note", card: witnessesCard(views, number, visit.citation, visit.speech) };
};

/** The files that came with a form, copied from the platform before anything else: their addresses hold for a while only. */
export async function copied(
  { delivery, rulebook }: Visit,
  answers: FormValues,
): Promise<readonly GivenFile[] | Blocked> {
  const clause = rulebook.hearings?.evidence?.clause ?? rulebook.intake.report.clause;
  const files: GivenFile[] = [];
  for (const name of valuesOf(answers, "files")) {
    const file = delivery.kind === "submit" ? delivery.files?.[name] : undefined;
    if (file === undefined) return blocked({ refused: "file-gone", clause });
    if (!isTakenKind(file.name)) return blocked({ refused: "file-kind", clause });
    // oxlint-disable-next-line no-await-in-loop -- three at most, and never all of them in memory twice
    const bytes = file.size > FILE_BYTES ? "too-large" : await file.read(FILE_BYTES);
    if (bytes === "too-large") return blocked({ refused: "file-too-large", megabytes: MEGABYTES, clause });
    if (typeof bytes === "string") return blocked({ refused: "file-gone", clause });
    files.push({ name: file.name, bytes });
  }
  return files;
}

const blocked = (refusal: FileRefusal): Blocked => ({
  ...refusal,
  unblock: [{ kind: "enter", what: "another-file" }],
});

type FileRefusal = Extract<Refusal, { refused: "file-gone" | "file-kind" | "file-too-large" }>;

/** A file that was handed in, to whoever may read what it came with. */
const save: Act = async (visit, { case: ref, choice }) => {
  const { acts, delivery, speech } = visit;
  const file = await acts.openFile(delivery.caller, ref, choice);
  if (isRefused(file)) return refused(visit, file);
  const card = noteCard("neutral", speech.say("evidence.file.title"), speech.say("evidence.file"));
  return { kind: "file", card, file };
};

export const evidenceActs: Readonly<Record<string, Act>> = {
  "evidence.show": show,
  "evidence.ask": (visit, target) => openForm(visit, target, "witness"),
  "evidence.release": press(
    (visit, { case: ref, choice }) => visit.acts.releaseWitness(requestOf(visit, ref), choice),
    "done.evidence.release",
  ),
  "evidence.enter": (visit, target) => openForm(visit, target, "given"),
  "evidence.aside": (visit, target) => openForm(visit, target, "aside", target.choice),
  "evidence.open": share,
  "evidence.file": save,
  "evidence.admit": (visit, target) => openForm(visit, target, "unnamed"),
  "evidence.put": (visit, target) => putting(visit, target),
  "evidence.reply": (visit, target) => openForm(visit, target, "returned"),
  "mycase.reply": (visit, target) => openForm(visit, target, "reply"),
  "vote.ask": (visit, target) => openForm(visit, target, "askparties"),
  "vote.resume": press((visit, { case: ref }) => visit.acts.goOn(requestOf(visit, ref)), "done.resume"),
  "witness.list": asked,
  "witness.promise": promise,
  "witness.decline": press(
    (visit, { case: ref }) => visit.acts.answerAsWitness(requestOf(visit, ref), "decline"),
    "done.witness.decline",
  ),
  "mycase.state": state,
  "mycase.hand": hand,
  "mycase.evidence": mine,
};

/** What was handed in can be read and put in other words. */
function given({ speech }: Visit, _: unknown, { current }: { readonly current: { readonly id: string } }): Said {
  const { say } = speech;
  return {
    text: say("done.evidence.given"),
    rows: [[button("secondary", say("act.mycase.evidence"), "mycase.evidence", current.id)]],
  };
}

export const evidenceForms: Readonly<Record<string, Submission>> = {
  witness: submission(
    "witness",
    (visit, ref, answers) => {
      const { delivery } = visit;
      const account = delivery.kind === "submit" ? delivery.people[valueOf(answers, "who")] : undefined;
      const wanted = { account, name: valueOf(answers, "name"), question: valueOf(answers, "text") };
      return visit.acts.askWitness(requestOf(visit, ref), wanted);
    },
    "done.evidence.ask",
  ),
  state: submission(
    "state",
    async (visit, ref, answers, choice) => {
      const files = await copied(visit, answers);
      if ("refused" in files) return files;
      const isWitness = choice.startsWith(AS_WITNESS);
      const so = valuesOf(answers, "criteria");
      const criteria = isWitness ? criteriaOf(visit.rulebook) : [];
      const item = {
        of: "statement" as const,
        text: valueOf(answers, "text"),
        relevance: "",
        unmet: criteria.filter((each) => !so.includes(each)),
      };
      const isForReport = choice === REPORT;
      const corrects = isForReport ? undefined : itemOf(choice) || undefined;
      const own = { isForReport, isFromOutside: readIsFromOutside(answers) };
      return visit.acts.handIn(requestOf(visit, ref), item, corrects, files, own);
    },
    given,
  ),
  exhibit: submission(
    "exhibit",
    async (visit, ref, answers, choice) => {
      const files = await copied(visit, answers);
      if ("refused" in files) return files;
      const item = {
        of: "evidence" as const,
        text: valueOf(answers, "text"),
        relevance: valueOf(answers, "relevance"),
        unmet: [],
      };
      const own = { isFromOutside: readIsFromOutside(answers) };
      return visit.acts.handIn(requestOf(visit, ref), item, choice || undefined, files, own);
    },
    given,
  ),
  given: submission(
    "given",
    async (visit, ref, answers) => {
      const came = WAYS.find((way) => way === valueOf(answers, "came"));
      if (came === undefined) return nothing;
      const files = await copied(visit, answers);
      if ("refused" in files) return files;
      const closed = valuesOf(answers, "closed");
      const item = {
        of: valueOf(answers, "of") === "evidence" ? "evidence" : "statement",
        party: partyIn(valueOf(answers, "from")),
        came,
        on: valueOf(answers, "on"),
        text: valueOf(answers, "text"),
        relevance: valueOf(answers, "relevance"),
        unmet: [],
        closedTo: (["complainant", "respondent"] as const).filter((role) => closed.includes(role)),
      } as const;
      return visit.acts.enterItem(requestOf(visit, ref), item, files);
    },
    "done.evidence.enter",
  ),
  askparties: submission(
    "askparties",
    (visit, ref, answers) => visit.acts.askParties(requestOf(visit, ref), valueOf(answers, "text")),
    "done.vote.ask",
  ),
  putquestion: submission(
    "putquestion",
    (visit, ref, answers, party) => visit.acts.putQuestion(requestOf(visit, ref), party, valueOf(answers, "text")),
    "done.evidence.put",
  ),
  reply: submission(
    "reply",
    (visit, ref, answers) => visit.acts.answerBody(requestOf(visit, ref), valueOf(answers, "text")),
    "done.answer",
  ),
  returned: submission(
    "returned",
    (visit, ref, answers) => visit.acts.returnAnswer(requestOf(visit, ref), valueOf(answers, "text")),
    "done.evidence.reply",
  ),
  unnamed: submission(
    "unnamed",
    (visit, ref, answers) =>
      visit.acts.admitAnonymous(requestOf(visit, ref), {
        of: "statement",
        text: valueOf(answers, "text"),
        relevance: valueOf(answers, "relevance"),
        source: valueOf(answers, "source"),
        how: valueOf(answers, "how"),
      }),
    "done.evidence.admit",
  ),
  finding: submission(
    "finding",
    (visit, ref, answers) =>
      visit.acts.find(requestOf(visit, ref), valuesOf(answers, "rules"), valueOf(answers, "text")),
    ({ speech: { say, name } }, _, { current }) => ({
      text: say("done.case.find"),
      rows: [[button("primary", name("part", "priors"), "case.show", current.id, "priors")]],
    }),
  ),
  aside: submission(
    "aside",
    (visit, ref, answers, item) => visit.acts.setAside(requestOf(visit, ref), item, valueOf(answers, "text")),
    "done.evidence.aside",
  ),
  share: submission(
    "share",
    (visit, ref, answers, party) => visit.acts.openItems(requestOf(visit, ref), party, valuesOf(answers, "items")),
    "done.evidence.open",
  ),
};
