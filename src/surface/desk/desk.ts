import type { Acts } from "../../application/acts.ts";
import { isConcludedByHand } from "../../domain/case/conclude.ts";
import { speechOf } from "../../locale/speech.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Administers } from "../administers.ts";
import { homeCard } from "../cards/homeCard.ts";
import { citationOf } from "../cards/refusalCard.ts";
import type { Command } from "../command.ts";
import { findSubcommand } from "../command.ts";
import type { Answer, Delivery, SubmittedForm } from "../delivery.ts";
import type { Form } from "../form.ts";
import { withNames } from "../ownNames.ts";
import { agreementActs, agreementForms } from "./agreements.ts";
import { ANONYMOUS, anonymousActs, anonymousForms, reopenAnonymous, WRITE } from "./anonymous.ts";
import { apartActs, apartForms } from "./apart.ts";
import { askingActs } from "./asking.ts";
import { awayActs, awayForms, LEAVING, reopenLeaving } from "./away.ts";
import { beginningActs } from "./beginReport.ts";
import { challengeActs, challengeForms } from "./challenges.ts";
import { choosingActs } from "./choosing.ts";
import { codeActs, suggestClauses } from "./code.ts";
import { consentActs, consentForms } from "./consents.ts";
import { countedActs, countedForms, suggestCounted } from "./counted.ts";
import { decidingActs, decidingForms } from "./deciding.ts";
import { doorActs, doorForms, reopenAtDoor } from "./door.ts";
import { draftActs, draftForms } from "./drafts.ts";
import { dueActs } from "./due.ts";
import { evidenceActs, evidenceForms } from "./evidence.ts";
import { buildForm, parseFormId } from "./forms.ts";
import { notLiveYet } from "./gate.ts";
import { handlingActs, handlingForms } from "./handling.ts";
import { handActs, handForms } from "./hands.ts";
import { hearingActs, hearingForms } from "./hearings.ts";
import { joiningActs } from "./joining.ts";
import { memberActs } from "./members.ts";
import { motionActs, motionForms, reopenMotionForm } from "./motions.ts";
import { NAMING, namingActs, namingForms, reopenNaming } from "./naming.ts";
import { obligationActs, obligationForms } from "./obligations.ts";
import { isOfCase, ofCase } from "./ofCase.ts";
import { SEAT, UNSEAT } from "./officeForms.ts";
import { officeActs, officeForms, reopenOfficeForm } from "./offices.ts";
import { ownCaseActs } from "./ownCase.ts";
import { ownVoiceActs, ownVoiceForms } from "./ownVoice.ts";
import { publishingActs, publishingForms } from "./publishing.ts";
import { QUESTION, questionActs, questionForms, REPLY, reopenQuestion } from "./questions.ts";
import { receiptActs, receiptForms } from "./receipts.ts";
import { recordActs, recordForms } from "./records.ts";
import { formContext, reportingActs, reportingForms } from "./reporting.ts";
import { openRoll, ROLL, rollActs, rollForms } from "./rolls.ts";
import { AMENDMENT, reopenAmendment, rulesActs, rulesForms } from "./rules.ts";
import { sanctionActs, sanctionForms } from "./sanctions.ts";
import { scopeActs, scopeForms } from "./scope.ts";
import { ADJOURN, CONVENE } from "./sessionForms.ts";
import { reopenSessionForm, sessionActs, sessionForms } from "./sessions.ts";
import { settingUpActs } from "./settingUp.ts";
import { throughChannel, codeIn } from "./throughChannel.ts";
import { timeActs, timeForms } from "./time.ts";
import { timelineActs } from "./timelines.ts";
import { reopenUnreported, UNREPORTED, unreportedActs, unreportedForms } from "./unreported.ts";
import { unsentActs } from "./unsent.ts";
import { nothingHere, refused } from "./visit.ts";
import type { Act, Submission, Target, Visit } from "./visit.ts";

/** Where everything arrives that people do on a platform, and where their private answer comes from. */
export interface Desk {
  handle(delivery: Delivery, administers?: Administers): Promise<Answer>;
  /** A form as it was sent, drawn without asking the database; undefined where that cannot be. */
  redraw?(sent: SubmittedForm): Form | undefined;
}

export interface DeskOptions {
  readonly acts: Acts;
  /** The rulebook in force now. */
  readonly rulebook: () => Rulebook;
  readonly commands: readonly Command[];
}

/** Opens a form again that was not accepted, with what was typed in it. */
const reopen: Act = async (visit, target) => {
  const { ref, choice } = target;
  const { acts, delivery } = visit;
  const id = parseFormId(choice);
  if (id?.name === CONVENE || id?.name === ADJOURN) return reopenSessionForm(visit, target);
  if (id !== undefined && Object.hasOwn(motionForms, id.name)) return reopenMotionForm(visit, target);
  if (id?.name === ROLL) return openRoll(visit, target);
  if (id?.name === SEAT || id?.name === UNSEAT) return reopenOfficeForm(visit, target);
  if (id?.name === LEAVING) return reopenLeaving(visit, target);
  if (id?.name === NAMING) return reopenNaming(visit, target);
  if (id?.name === UNREPORTED) return reopenUnreported(visit, target);
  if (id?.name === AMENDMENT) return reopenAmendment(visit, target);
  if (id?.name === QUESTION || id?.name === REPLY) return reopenQuestion(visit, id, target.ref);
  if (id?.name === ANONYMOUS || id?.name === WRITE) return reopenAnonymous(visit, id, target.ref);
  if (id?.name === "door" || id?.name === "delegate") return reopenAtDoor(id.name)(visit, target);
  const draft = id?.name === "report" ? ref : await acts.typedId(delivery.caller, choice, ref);
  const values = (await acts.readDraft(delivery.caller, draft)) ?? {};
  const form = id === undefined ? undefined : buildForm(formContext(visit), id, ref, values);
  return form === undefined ? nothingHere(visit) : { kind: "form", form };
};

/** Sends a form all the same, after what speaks against it has been read. */
const stayWith: Act = async (visit, { ref, choice }) => {
  const id = parseFormId(choice);
  const submit = id === undefined ? undefined : forms.get(id.name);
  if (id === undefined || submit === undefined) return nothingHere(visit);
  const values = await visit.acts.readDraft(
    visit.delivery.caller,
    await visit.acts.typedId(visit.delivery.caller, choice, ref),
  );
  if (values === undefined)
    return refused(visit, { refused: "already-done", unblock: [{ kind: "nothing", as: "done" }] });
  const answer = await submit(visit, { ...id, ref, values, isConfirmed: true });
  return answer.kind === "note" ? { kind: "instead", card: answer.card } : answer;
};

const home: Act = async (visit) => ({ kind: "note", card: await homeOf(visit) });

async function homeOf({ acts, delivery, speech, rulebook, citation }: Visit) {
  const [mine, handled, toDecide, motions, drafts] = await Promise.all([
    acts.myCases(delivery.caller),
    acts.handledCases(delivery.caller),
    acts.casesToDecide(delivery.caller),
    acts.listMotions(delivery.caller),
    acts.listDrafts(delivery.caller),
  ]);
  const counts = {
    mine: mine.length,
    handled: handled.length,
    toDecide: toDecide.length + motions.length,
    drafts: drafts.reports.length,
  };
  return homeCard(
    counts,
    rulebook.organisation.name,
    citation,
    speech,
    rulebook.intake.report.anonymous,
    acts.asksByRules(),
  );
}

const acts: ReadonlyMap<string, Act> = new Map(
  Object.entries({
    ...beginningActs,
    ...anonymousActs,
    ...countedActs,
    ...receiptActs,
    ...draftActs,
    ...questionActs,
    ...reportingActs,
    ...ownCaseActs,
    ...ownVoiceActs,
    ...choosingActs,
    ...joiningActs,
    ...challengeActs,
    ...handlingActs,
    ...scopeActs,
    ...decidingActs,
    ...askingActs,
    ...sessionActs,
    ...timelineActs,
    ...timeActs,
    ...codeActs,
    ...dueActs,
    ...doorActs,
    ...sanctionActs,
    ...consentActs,
    ...agreementActs,
    ...apartActs,
    ...evidenceActs,
    ...hearingActs,
    ...motionActs,
    ...handActs,
    ...unreportedActs,
    ...namingActs,
    ...awayActs,
    ...obligationActs,
    ...recordActs,
    ...publishingActs,
    ...memberActs,
    ...rollActs,
    ...officeActs,
    ...settingUpActs,
    ...rulesActs,
    ...unsentActs,
    "form.open": reopen,
    "form.anyway": stayWith,
    home,
  }),
);

const forms: ReadonlyMap<string, Submission> = new Map(
  Object.entries({
    ...reportingForms,
    ...anonymousForms,
    ...countedForms,
    ...receiptForms,
    ...draftForms,
    ...questionForms,
    ...handlingForms,
    ...scopeForms,
    ...decidingForms,
    ...timeForms,
    ...rulesForms,
    ...doorForms,
    ...sanctionForms,
    ...challengeForms,
    ...consentForms,
    ...agreementForms,
    ...apartForms,
    ...evidenceForms,
    ...hearingForms,
    ...ownVoiceForms,
    ...handForms,
    ...unreportedForms,
    ...namingForms,
    ...awayForms,
    ...obligationForms,
    ...recordForms,
    ...publishingForms,
    ...motionForms,
    ...sessionForms,
    ...officeForms,
    ...rollForms,
  }),
);

/** The forms of a case. */
const formsOfCases = new Set(
  Object.keys({
    ...handlingForms,
    ...scopeForms,
    ...decidingForms,
    ...timeForms,
    ...sanctionForms,
    ...consentForms,
    ...agreementForms,
    ...apartForms,
    ...evidenceForms,
    ...hearingForms,
    ...ownVoiceForms,
    ...handForms,
    ...recordForms,
    ...publishingForms,
    ...challengeForms,
  }),
);

/** Every act a button or a command may name. */
export const actNames: readonly string[] = [...acts.keys()];

/** Every form that can be sent. */
export const formNames: readonly string[] = [...forms.keys()];

export function openDesk(options: DeskOptions): Desk {
  const visitOf = (delivery: Delivery, administers: Administers): Visit => {
    const rulebook = options.rulebook();
    const speech = withNames(rulebook.names, speechOf(delivery.caller.locale));
    return { delivery, speech, acts: options.acts, rulebook, citation: citationOf(rulebook), administers };
  };
  return {
    redraw(sent) {
      const id = parseFormId(sent.form);
      if (id === undefined) return undefined;
      try {
        return buildForm(formContext(visitOf(sent, notTold)), id, sent.ref, sent.values);
      } catch {
        // A form that needs what is stored is not drawn: what was typed goes back without its labels.
        return undefined;
      }
    },
    async handle(delivery, administers = notTold) {
      const visit = visitOf(delivery, administers);
      const code = codeIn(delivery);
      return code === undefined
        ? serve(visit, options.commands)
        : throughChannel(visit, code, (at) => serve(at, options.commands));
    },
  };
}

async function serve(visit: Visit, commands: readonly Command[]): Promise<Answer> {
  const { delivery } = visit;
  const barred = await notLiveYet(visit, actOf(delivery, commands));
  if (barred !== undefined) return barred;
  switch (delivery.kind) {
    case "command":
      return command(visit, commands, delivery.words, delivery.options);
    case "press": {
      const { act, choice, ref, values } = delivery;
      return carryOut(visit, act, { choice, ref, case: { id: ref }, values });
    }
    case "submit": {
      const id = parseFormId(delivery.form);
      const submit = id === undefined ? undefined : forms.get(id.name);
      if (id === undefined || submit === undefined) return nothingHere(visit);
      const at = formsOfCases.has(id.name) ? await ofCase(visit, { id: delivery.ref }, id.name) : visit;
      return submit(at, { ...id, ref: delivery.ref, values: delivery.values });
    }
    case "complete":
      return complete(visit, commands, delivery);
    case "message":
      return carryOut(visit, actOnMessage(commands), { choice: "", ref: "", case: { codeName: "" }, values: [] });
    case "home":
      return { kind: "home", card: await homeOf(visit) };
  }
}

/** What is done on a case is drawn and cited by the rulebook that it was filed under. */
async function carryOut(visit: Visit, act: string, target: Target): Promise<Answer> {
  const reopened = act === "form.open" || act === "form.anyway" ? parseFormId(target.choice)?.name : undefined;
  const isCase =
    isOfCase(act) ||
    (act === "code.read" && target.ref !== "home") ||
    (reopened !== undefined && formsOfCases.has(reopened));
  const at = isCase ? await ofCase(visit, target.case, reopened ?? act) : visit;
  return (acts.get(act) ?? unknown)(at, target);
}

const notTold: Administers = async () => "unknown";

/** What is done from the menu of a message. */
const actOnMessage = (commands: readonly Command[]) =>
  commands.flatMap(({ onMessage }) => onMessage?.act ?? [])[0] ?? "home";

/** What somebody wants to do. */
function actOf(delivery: Delivery, commands: readonly Command[]): string {
  switch (delivery.kind) {
    case "command":
    case "complete":
      return findSubcommand(commands, delivery.words)?.act ?? "home";
    case "press":
      return delivery.act;
    case "submit":
      return delivery.form;
    case "message":
      return actOnMessage(commands);
    case "home":
      return "home";
  }
}

const unknown: Act = async (visit) => nothingHere(visit);

/** Runs the act that a command names: its options say of which case, and which choice. */
function command(
  visit: Visit,
  commands: readonly Command[],
  words: readonly string[],
  options: Readonly<Record<string, string>>,
): Promise<Answer> {
  const found = findSubcommand(commands, words);
  if (found === undefined) return home(visit, { choice: "", ref: "", case: { codeName: "" }, values: [] });
  const of = (kind: string) =>
    found.options.filter((option) => option.kind === kind).map((option) => options[option.name] ?? "")[0];
  const codeName = of("case") ?? "";
  const target: Target = {
    choice: of("choice") ?? of("outcome") ?? of("task") ?? of("clause") ?? of("words") ?? "",
    ref: "",
    case: { codeName },
    values: [],
  };
  return carryOut(visit, found.act, target);
}

async function complete(
  visit: Visit,
  commands: readonly Command[],
  { words, option: name, typed }: Extract<Delivery, { kind: "complete" }>,
): Promise<Answer> {
  const option = findSubcommand(commands, words)?.options.find((each) => each.name === name);
  if (option?.kind === "case") {
    if (option.completes === "session") return suggestSessions(visit, typed);
    if (option.completes === "counted") return suggestCounted(visit, typed);
    const cases = await visit.acts.suggestCases(visit.delivery.caller, option.completes, typed);
    return { kind: "suggestions", options: cases.map(({ codeName }) => ({ value: codeName, label: codeName })) };
  }
  if (option?.kind === "clause") return suggestClauses(visit, typed);
  if (option?.kind === "words") return { kind: "suggestions", options: [] };
  const listed = { outcome: outcomesOf, task: tasksOf };
  const isListed = option?.kind === "outcome" || option?.kind === "task";
  const named = isListed ? visit.acts.rulebooks().flatMap(listed[option.kind]) : [];
  const kind = option?.kind === "task" ? "task" : "outcome";
  const options = [...new Set(named)]
    .map((value) => ({ value, label: visit.speech.name(kind, value) }))
    .filter(({ value, label }) => `${value} ${label}`.toLowerCase().includes(typed.toLowerCase()));
  return { kind: "suggestions", options };
}

async function suggestSessions(visit: Visit, typed: string): Promise<Answer> {
  const lines = await visit.acts.listSessions(visit.delivery.caller);
  const found = lines.filter(({ codeName }) => codeName.includes(typed.trim().toLowerCase()));
  return { kind: "suggestions", options: found.map(({ codeName }) => ({ value: codeName, label: codeName })) };
}

/** The outcomes that officers conclude stages with. */
function outcomesOf(rulebook: Rulebook): readonly string[] {
  const stages = Object.values(rulebook.procedures).flatMap((procedure) => Object.values(procedure.stages));
  return stages.flatMap((stage) => (isConcludedByHand(stage) ? Object.keys(stage.outcomes) : []));
}

/** The tasks that officers do. */
function tasksOf(rulebook: Rulebook): readonly string[] {
  const stages = Object.values(rulebook.procedures).flatMap((procedure) => Object.values(procedure.stages));
  return stages.flatMap((stage) => (stage.kind === "closed" ? [] : stage.tasks.map(({ id }) => id)));
}
