import type { Amended, StatedVote } from "../../application/acts/amendRules.ts";
import type { StatingView } from "../../application/views/rulesView.ts";
import { speechOf } from "../../locale/speech.ts";
import { limits } from "../card.ts";
import { button } from "../cards/controls.ts";
import { noteCard } from "../cards/noteCard.ts";
import { differenceCard, rulesCard, voteText } from "../cards/rulesCards.ts";
import type { Answer } from "../delivery.ts";
import { parseForm, valueOf } from "../form.ts";
import type { Field, Form, FormValues } from "../form.ts";
import { withNames } from "../ownNames.ts";
import type { Speech } from "../say.ts";
import { forAdministrators, fromAdministrators } from "./administratorsOnly.ts";
import { dayField } from "./formParts.ts";
import { formId, parseFormId } from "./forms.ts";
import type { Act, Submission, Visit } from "./visit.ts";

/** The form that states a vote on the rules. */
export const AMENDMENT = "amendment";
const SHORT = 200;

/** The choice of `/setup` that shows the rules instead of what is to be confirmed. */
export const RULES = "rules";

/** The versions of the rules; in place of the note on which a button was when there was one. */
export const showRules: Act = async (visit, { choice }) => {
  const card = rulesCard(await visit.acts.openRules(), visit.citation, visit.speech);
  return { kind: choice === "" ? "note" : "instead", card };
};

/** The choice of a button is a version and a page, "2.1"; that of a list is a version. */
const difference: Act = async (visit, { choice, values }) => {
  const [which = "", page = "1"] = (values[0] ?? choice).split(".");
  const number = which === "waiting" ? undefined : Number.parseInt(which, 10);
  // The differences are told in English: so are the names in them.
  const view = visit.acts.openDifference(number, withNames(visit.rulebook.names, speechOf("en")).name);
  if (view === undefined) return { kind: "note", card: goneCard(visit) };
  return { kind: "instead", card: differenceCard(view, Number.parseInt(page, 10), visit.citation, visit.speech) };
};

const state: Act = async (visit, { choice }) => {
  return openAmendment(visit, choice);
};

/** The form that states a vote, with what was typed in it before. */
async function openAmendment(visit: Visit, vote: string): Promise<Answer> {
  const { acts, delivery, speech } = visit;
  const stating = await acts.openStating(vote);
  if (stating === undefined) return { kind: "note", card: goneCard(visit) };
  const typed = await acts.readDraft(delivery.caller, await draftOf(visit, stating));
  return { kind: "form", form: amendmentForm(stating, typed ?? {}, speech) };
}

const draftOf = ({ acts, delivery }: Visit, { vote, text }: StatingView) =>
  acts.typedId(delivery.caller, idOf(vote), text);

const idOf = (vote: string) => formId({ name: AMENDMENT, choice: vote, page: 1 });

const submit: Submission = async (visit, { choice: vote, ref, values }) => {
  const { acts, delivery, speech } = visit;
  const stating = await acts.openStating(vote);
  if (stating === undefined || stating.text !== ref) return { kind: "note", card: goneCard(visit) };
  const form = amendmentForm(stating, values, speech);
  const parsed = parseForm(form.fields, values, speech.say);
  const draft = await draftOf(visit, stating);
  const refuse = async (errors: Readonly<Record<string, string>>): Promise<Answer> => {
    await acts.keepDraft(delivery.caller, draft, AMENDMENT, values);
    return { kind: "errors", form, errors };
  };
  if (parsed.kind === "errors") return refuse(parsed.errors);
  const amended = await acts.stateVote(delivery.caller, statedVote(stating, parsed.answers));
  if (amended.kind === "wrong-day") return refuse(wrongDay(amended, form, speech));
  if (amended.kind === "day-missing") return openAmendment(visit, vote);
  if (amended.kind === "questions-open") {
    await acts.keepDraft(delivery.caller, draft, AMENDMENT, values);
    return { kind: "note", card: questionsCard(amended.open, form, speech) };
  }
  await acts.discardDraft(delivery.caller, draft);
  return answerOf(visit, amended);
};

function statedVote({ text, vote, isLast }: StatingView, answers: FormValues): StatedVote {
  return {
    text,
    vote,
    decidedBy: valueOf(answers, "decided_by"),
    decidedOn: valueOf(answers, "decided_on"),
    minutes: valueOf(answers, "minutes"),
    inForce: isLast ? valueOf(answers, "in_force") : undefined,
  };
}

function wrongDay(
  { field, why }: Extract<Amended, { kind: "wrong-day" }>,
  form: Form,
  { say }: Speech,
): Readonly<Record<string, string>> {
  const id = field === "decidedOn" ? "decided_on" : "in_force";
  const label = form.fields.find((each) => each.id === id)?.label ?? "";
  return { [id]: say(why === "future" ? "form.amendment.future" : "form.amendment.before", { field: label }) };
}

function answerOf(
  visit: Visit,
  amended: Exclude<Amended, { kind: "wrong-day" | "day-missing" | "questions-open" }>,
): Answer {
  const { speech } = visit;
  const { say, list, day } = speech;
  const done = (text: string): Answer => ({
    kind: "note",
    card: noteCard("good", say("done.title"), text, back(speech)),
  });
  switch (amended.kind) {
    case "stated":
      return done(say("done.rules.stated", { votes: list(amended.missing.map((vote) => voteText(vote, speech))) }));
    case "adopted": {
      const { number, inForce, isInForce } = amended;
      return done(say(isInForce ? "done.rules.now" : "done.rules.later", { number, day: day(inForce) }));
    }
    case "nothing-waits":
    case "no-such-vote":
      return { kind: "note", card: goneCard(visit) };
  }
}

const back = ({ say }: Speech) => [[button("secondary", say("act.rules"), "setup.rules", "home", "back")]];

/** What the new text leaves open is confirmed first; what was typed is kept until then. */
function questionsCard(open: number, form: Form, { say }: Speech) {
  return noteCard("attention", say("rules.questions.title"), say("rules.questions", { open }), [
    [
      button("primary", say("setup.next"), "setup.next", "home"),
      button("secondary", say("form.again"), "form.open", form.ref, form.id),
    ],
  ]);
}

function goneCard({ speech }: Visit) {
  return noteCard("attention", speech.say("rules.gone.title"), speech.say("rules.gone"), back(speech));
}

/** The form with which an administrator states that a vote on the text that waits was passed. */
export function amendmentForm(stating: StatingView, values: FormValues, speech: Speech): Form {
  const { say, name } = speech;
  const { vote, body, isLast, given } = stating;
  const common = { required: true, options: [] } as const;
  const text = { ...common, kind: "text", maximum: SHORT } as const;
  const fields: readonly Field[] = [
    {
      ...text,
      id: "decided_by",
      label: say("field.decided_by"),
      hint: say("field.decided_by.hint"),
      value: body === undefined ? undefined : name("body", body),
    },
    dayField("decided_on", speech, { label: say("field.decided_on") }),
    { ...text, id: "minutes", label: say("field.minutes"), hint: say("field.minutes.hint"), value: undefined },
    ...(isLast ? [dayField("in_force", speech, { label: say("field.in_force"), value: given })] : []),
  ];
  return {
    id: idOf(vote),
    ref: stating.text,
    title: say("form.amendment.title"),
    submitLabel: say("form.save"),
    intro: say("form.amendment.intro", { vote: voteText(vote, speech) }).slice(0, limits.input),
    fields: fields.map((each) => ({ ...each, value: values[each.id] ?? each.value })),
  };
}

/** Opens the form again that was not accepted. */
export const reopenAmendment = forAdministrators((visit, { choice }) =>
  openAmendment(visit, parseFormId(choice)?.choice ?? ""),
);

export const rulesActs: Readonly<Record<string, Act>> = {
  "setup.rules": forAdministrators(showRules),
  "setup.rules.difference": forAdministrators(difference),
  "setup.rules.state": forAdministrators(state),
};

export const rulesForms: Readonly<Record<string, Submission>> = { [AMENDMENT]: fromAdministrators(submit) };
