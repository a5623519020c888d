import type { Account } from "../../application/person.ts";
import { delegatedCard, doorAnswerCard, doorLogCard } from "../cards/doorCards.ts";
import type { Answer } from "../delivery.ts";
import { parseForm, valueOf } from "../form.ts";
import type { FormValues } from "../form.ts";
import { buildForm, formId } from "./forms.ts";
import { formContext } from "./reporting.ts";
import { isRefused, notForYou, refused } from "./visit.ts";
import type { Act, Sent, Submission, Visit } from "./visit.ts";

/** Nothing that is asked at a door belongs to a case. */
const REF = "home";

type DoorForm = "door" | "delegate";

/** To whomever may not ask it is answered as if there were no such thing. */
const opening =
  (name: DoorForm, typed: (visit: Visit) => Promise<FormValues>): Act =>
  async (visit) => {
    const as = await visit.acts.doorFor(visit.delivery.caller);
    if (as === undefined || (name === "delegate" && as !== "keeper")) return notForYou(visit);
    const form = formOf(visit, name, await typed(visit));
    return form === undefined ? notForYou(visit) : { kind: "form", form };
  };

const open = (name: DoorForm) => opening(name, async () => ({}));

/** Opens a form again that was not accepted, with what was typed in it. */
export const reopenAtDoor = (name: DoorForm) =>
  opening(name, async (visit) => (await visit.acts.readDraft(visit.delivery.caller, await draftOf(visit, name))) ?? {});

const draftOf = ({ acts, delivery }: Visit, name: DoorForm) =>
  acts.typedId(delivery.caller, formId({ name, choice: "", page: 1 }), REF);

const log: Act = async (visit) => {
  const lines = await visit.acts.doorLog(visit.delivery.caller);
  if (isRefused(lines)) return refused(visit, lines);
  return { kind: "note", card: doorLogCard(lines, visit.rulebook.organisation.timezone, visit.speech) };
};

const formOf = (visit: Visit, name: DoorForm, values: FormValues) =>
  buildForm(formContext(visit), { name, choice: "", page: 1 }, REF, values);

/** Checks what was entered; what is wrong goes back beside its field. */
function entered(
  name: DoorForm,
  carryOut: (
    visit: Visit,
    answers: FormValues,
    chosen: Account | undefined,
  ) => Promise<Answer | Readonly<Record<string, string>>>,
): Submission {
  return async (visit, { values }: Sent) => {
    const { acts, delivery, speech } = visit;
    const form = (await acts.doorFor(delivery.caller)) === undefined ? undefined : formOf(visit, name, values);
    if (form === undefined) return notForYou(visit);
    const draft = await draftOf(visit, name);
    const wrong = async (errors: Readonly<Record<string, string>>): Promise<Answer> => {
      await acts.keepDraft(delivery.caller, draft, name, values);
      return { kind: "errors", form, errors };
    };
    const parsed = parseForm(form.fields, values, speech.say);
    if (parsed.kind === "errors") return wrong(parsed.errors);
    const chosen = delivery.kind === "submit" ? delivery.people[valueOf(parsed.answers, "who")] : undefined;
    const result = await carryOut(visit, parsed.answers, chosen);
    if (!isAnswer(result)) return wrong(result);
    await acts.discardDraft(delivery.caller, draft);
    return result;
  };
}

const isAnswer = (result: Answer | Readonly<Record<string, string>>): result is Answer =>
  "card" in result && typeof result.card === "object";

const ask = entered("door", async (visit, answers, account) => {
  const { acts, delivery, citation, speech } = visit;
  const asked = { account, name: valueOf(answers, "name"), event: valueOf(answers, "event") };
  const answer = await acts.checkDoor(delivery.caller, asked);
  if (isRefused(answer)) return refused(visit, answer);
  if (answer.kind === "door-missing")
    return answer.what === "whom"
      ? { who: speech.say("door.missing.whom") }
      : { name: speech.say("door.missing.full-name") };
  const mayDelegate = answer.as === "keeper" && visit.rulebook.door_check?.delegate !== undefined;
  return { kind: "note", card: doorAnswerCard(answer, mayDelegate, citation, speech) };
});

const delegate = entered("delegate", async (visit, _, account) => {
  const { acts, delivery, citation, speech } = visit;
  if (account === undefined) return { who: speech.say("door.missing.whom") };
  const delegated = await acts.delegateDoor(delivery.caller, account);
  if (isRefused(delegated)) return refused(visit, delegated);
  return {
    kind: "note",
    card: delegatedCard(delegated, visit.rulebook.organisation.timezone, citation, speech),
  };
});

export const doorActs: Readonly<Record<string, Act>> = {
  "door.check": open("door"),
  "door.delegate": open("delegate"),
  "door.log": log,
};

export const doorForms: Readonly<Record<string, Submission>> = { door: ask, delegate };
