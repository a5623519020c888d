import type { CaseRef, Done, Seen } from "../../application/actOnCase.ts";
import type { Advised } from "../../application/acts/weighSanction.ts";
import type { ActKind } from "../../domain/acts/act.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import type { TextKey } from "../../locale/speech.ts";
import type { Card } from "../card.ts";
import { adviceCard } from "../cards/adviceCard.ts";
import { button } from "../cards/controls.ts";
import { troubleCard } from "../cards/formCards.ts";
import { noteCard } from "../cards/noteCard.ts";
import { refusalCard } from "../cards/refusalCard.ts";
import type { Answer } from "../delivery.ts";
import { parseForm } from "../form.ts";
import type { Form, FormValues } from "../form.ts";
import { inTime } from "../inTime.ts";
import { buildForm, formId } from "./forms.ts";
import type { FormId } from "./forms.ts";
import { formContext } from "./reporting.ts";
import { isRefused, isSeen, nothingHere, refused, silence } from "./visit.ts";
import type { Act, Sent, Submission, Target, Visit } from "./visit.ts";

/** A form opens even when the database is slow: the platform waits three seconds and no longer. */
const PATIENCE_MS = 1500;

/** What the forms about a case are for. */
const formOf = {
  acknowledge: "acknowledge",
  note: "note",
  askauthor: "ask-author",
  situation: "judge-scope",
  task: "do-task",
  decider: "choose-decider",
  deputise: "delegate",
  needs: "consider-needs",
  precheck: "check-conflicts",
  counter: "ask-counter",
  brief: "write-brief",
  conclude: "conclude",
  summon: "summon",
  delivered: "record-delivery",
  motion: "put-motion",
  confirm: "confirm",
  ballot: "put-confirmation",
  disclose: "ask-disclosure",
  group: "name-group",
  class: "name-class",
  lift: "lift",
  witness: "ask-witness",
  state: "hand-in",
  exhibit: "hand-in",
  askparties: "ask-parties",
  putquestion: "put-question",
  agreement: "ask-agreement",
  keepapart: "keep-apart",
  endapart: "end-apart",
  contact: "note-contact",
  enterwords: "enter-words",
  passon: "pass-on",
  holdback: "hold-back",
  across: "ask-across",
  acrossback: "answer-across",
  reply: "answer-question",
  returned: "return-answer",
  unnamed: "admit-anonymous",
  finding: "find",
  given: "enter-item",
  aside: "set-aside",
  giveback: "return-submission",
  companion: "name-companion",
  share: "open-items",
  hearing: "call-hearing",
  heard: "hold-hearing",
  hearingrecord: "record-hearing",
  lodge: "lodge",
  consult: "consult",
  judge: "judge-challenge",
  tellfirst: "tell-first",
  verdict: "decide-challenge",
  asknames: "ask-names",
  judgenames: "judge-names",
  extend: "extend",
  longer: "tell-longer",
  next: "plan",
  answered: "note-answer",
  answer: "answer",
  impose: "impose-interim",
  ask: "ask-interim",
  review: "review",
  tick: "confirm-task",
  breach: "record-breach",
  condition: "note-condition",
  prolong: "prolong",
  hold: "hold-records",
  precedent: "write-precedent",
  publication: "write-publication",
  paneldecision: "decide-publication",
  bundle: "write-bundle",
  escalate: "escalate",
  handover: "hand-outside",
  outside: "enter-outside",
} as const satisfies Readonly<Record<string, ActKind>>;

/**
 * Opens a form for a case; first it is seen whether the act is possible, as long as that is answered in time: nobody types for nothing.
 * @param about what the act is about, where that is not the choice itself
 */
export async function openForm(
  visit: Visit,
  target: Target,
  name: keyof typeof formOf,
  choice = "",
  about = choice,
): Promise<Answer> {
  const { acts, delivery, speech } = visit;
  const checked = await inTime(acts.mayTry(delivery.caller, target.case, formOf[name], about), PATIENCE_MS);
  if (checked !== undefined && isRefused(checked)) return refused(visit, checked);
  const ref = checked?.case ?? target.ref;
  const typed = await inTime(typedValues(visit, { name, choice, page: 1 }, ref), PATIENCE_MS);
  const form = buildForm(formContext(visit), { name, choice, page: 1 }, ref, typed ?? {});
  // Which motions there are could not be read in time.
  return form === undefined ? { kind: "note", card: troubleCard(speech) } : { kind: "form", form };
}

async function typedValues({ acts, delivery }: Visit, id: FormId, ref: string): Promise<FormValues | undefined> {
  return acts.readDraft(delivery.caller, await acts.typedId(delivery.caller, formId(id), ref));
}

/** What is said once something is done, with what can be done next. */
export interface Said {
  readonly text: string;
  readonly rows?: Card["rows"];
}

/**
 * Checks a form and carries it out, after a second page where its answers ask for one. What is wrong goes back beside the field or as a
 * refusal; what was typed is kept for another try and forgotten once it has been carried out.
 * @param said what is said once it is done
 */
export function submission(
  name: string,
  carryOut: (
    visit: Visit,
    ref: CaseRef,
    answers: FormValues,
    choice: string,
    isConfirmed: boolean,
  ) => Promise<Done | Seen | Blocked | Advised>,
  said: TextKey | ((visit: Visit, answers: FormValues, done: Done) => Said),
): Submission {
  return async (visit, { choice, page, ref, values, isConfirmed = false }: Sent) => {
    const { acts, delivery, speech, citation } = visit;
    const { caller } = delivery;
    const idOf = (number: number): FormId => ({ name, choice, page: number });
    const draftOf = (number: number) => acts.typedId(caller, formId(idOf(number)), ref);
    // The second page goes on from what stands on the first.
    const before = page > 1 ? ((await acts.readDraft(caller, await draftOf(page))) ?? {}) : {};
    const typed: FormValues = { ...before, ...values };
    const form = buildForm(formContext(visit), idOf(page), ref, typed);
    if (form === undefined) return nothingHere(visit);
    const parsed = parseForm(form.fields, typed, speech.say);
    if (parsed.kind === "errors") {
      await acts.keepDraft(caller, await draftOf(page), name, typed);
      return { kind: "errors", form, errors: parsed.errors };
    }
    const answers: FormValues = { ...before, ...parsed.answers };
    const next = page === 1 ? secondPage(visit, idOf(2), ref, answers) : undefined;
    if (next !== undefined) {
      await acts.keepDraft(caller, await draftOf(1), name, typed);
      await acts.keepDraft(caller, await draftOf(2), name, answers);
      return { kind: "form", form: next };
    }
    /** What is done is done, whether or not its drafts could be forgotten: those lapse by themselves. */
    const forget = (pages: readonly number[]) =>
      Promise.allSettled(pages.map(async (each) => acts.discardDraft(caller, await draftOf(each))));
    const result = await carryOut(visit, { id: ref }, answers, choice, isConfirmed);
    if (isAdvised(result)) {
      await acts.keepDraft(caller, await draftOf(page), name, typed);
      return { kind: "note", card: adviceCard(result, ref, formId(idOf(page)), citation, speech) };
    }
    if (isRefused(result)) {
      const back = result.refused === "too-long" ? page : 1;
      await acts.keepDraft(caller, await draftOf(back), name, typed);
      const card = refusalCard(result, citation, speech);
      const again = button("primary", speech.say("form.again"), "form.open", ref, formId(idOf(back)));
      return { kind: "note", card: { ...card, rows: [[again], ...card.rows] } };
    }
    await forget(page > 1 ? [1, page] : [page]);
    if (isSeen(result)) return silence;
    const { text, rows = [] } = typeof said === "string" ? { text: speech.say(said) } : said(visit, answers, result);
    return { kind: "note", card: noteCard("good", speech.say("done.title"), text, rows) };
  };
}

const isAdvised = (result: Done | Seen | Blocked | Advised): result is Advised =>
  "kind" in result && result.kind === "advised";

/** The page that follows from what was answered on the first; undefined where none does. */
function secondPage(visit: Visit, id: FormId, ref: string, answers: FormValues): Form | undefined {
  if (!(id.name in twoPages)) return undefined;
  return buildForm(formContext(visit), id, ref, answers);
}

/** The forms of which a second page can follow. */
const twoPages = { conclude: true, motion: true, verdict: true, given: true } as const;

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
