import { Temporal } from "temporal-polyfill";

import type { SeatingFault } from "../../application/acts/offices.ts";
import { limits } from "../card.ts";
import { bodiesCard, bodyCard, seatedCard, unseatedCard } from "../cards/officeCards.ts";
import { cited } from "../cards/refusalCard.ts";
import type { Answer } from "../delivery.ts";
import { parseForm, valueOf } from "../form.ts";
import type { FormValues } from "../form.ts";
import { forAdministrators, fromAdministrators } from "./administratorsOnly.ts";
import { parseFormId } from "./forms.ts";
import { NOBODY, SEAT, seatForm, UNSEAT, unseatForm } from "./officeForms.ts";
import { nothingHere } from "./visit.ts";
import type { Act, Submission, Visit } from "./visit.ts";

const COMMAND = "/body";

/** Under which the offices of no body are asked for. */
const NONE = "-";

const list: Act = async (visit) => ({
  kind: "note",
  card: bodiesCard(await visit.acts.readBodies(), await mayChange(visit), visit.citation, visit.speech),
});

const show: Act = async (visit, { values, choice }) => {
  const wanted = values[0] ?? choice;
  const found = (await visit.acts.readBodies()).find(({ body }) => (body ?? NONE) === wanted);
  if (found === undefined) return nothingHere(visit);
  return { kind: "instead", card: bodyCard(found, await mayChange(visit), visit.citation, visit.speech) };
};

const mayChange = async ({ administers }: Visit) => (await administers()) === "yes";

const seat = forAdministrators(
  async ({ rulebook, speech }) => ({ kind: "form", form: seatForm(rulebook, {}, speech) }),
  COMMAND,
);

/** Of somebody who was picked from a list, or of whoever is named in the form. */
const unseat = forAdministrators(async (visit, { values: [picked = ""] }) => {
  const [office = "", person = NOBODY] = picked === "" ? [] : picked.split("|");
  return { kind: "form", form: unseatForm(visit.rulebook, office, person, {}, visit.speech) };
}, COMMAND);

/** Opens a form again that was not accepted, with what was typed in it. */
export const reopenOfficeForm: Act = forAdministrators(async (visit, { ref, choice }) => {
  const { acts, delivery, rulebook, speech } = visit;
  const id = parseFormId(choice);
  if (id === undefined) return nothingHere(visit);
  const typed = (await acts.readDraft(delivery.caller, await acts.typedId(delivery.caller, choice, ref))) ?? {};
  const form =
    id.name === SEAT ? seatForm(rulebook, typed, speech) : unseatForm(rulebook, id.choice, ref, typed, speech);
  return { kind: "form", form };
}, COMMAND);

const seated: Submission = async (visit, { ref, values }) => {
  const { acts, delivery, rulebook, speech } = visit;
  const form = seatForm(rulebook, values, speech);
  const draft = await acts.typedId(delivery.caller, form.id, ref);
  const wrong = async (errors: Readonly<Record<string, string>>): Promise<Answer> => {
    await acts.keepDraft(delivery.caller, draft, SEAT, values);
    return { kind: "errors", form, errors };
  };
  const parsed = parseForm(form.fields, values, speech.say);
  if (parsed.kind === "errors") return wrong(parsed.errors);
  const { answers } = parsed;
  const account = personIn(visit, answers);
  if (account === undefined) return wrong({ who: speech.say("field.seat.who.missing") });
  const result = await acts.seatPerson(
    delivery.caller,
    {
      office: valueOf(answers, "office"),
      account,
      name: valueOf(answers, "name").trim() || undefined,
      from: dayIn(answers, "from"),
      until: dayIn(answers, "until"),
    },
    delivery.key,
    limits.options - 1,
  );
  if ("fault" in result) return wrong({ [result.field]: faultText(visit, result) });
  await acts.discardDraft(delivery.caller, draft);
  return { kind: "note", card: seatedCard(result, speech) };
};

const unseated: Submission = async (visit, { ref, choice, values }) => {
  const { acts, delivery, rulebook, citation, speech } = visit;
  const form = unseatForm(rulebook, choice, ref, values, speech);
  const draft = await acts.typedId(delivery.caller, form.id, ref);
  const wrong = async (errors: Readonly<Record<string, string>>): Promise<Answer> => {
    await acts.keepDraft(delivery.caller, draft, UNSEAT, values);
    return { kind: "errors", form, errors };
  };
  const parsed = parseForm(form.fields, values, speech.say);
  if (parsed.kind === "errors") return wrong(parsed.errors);
  const { answers } = parsed;
  const office = choice === "" ? valueOf(answers, "office") : choice;
  const whose = ref === NOBODY ? personIn(visit, answers) : ref;
  if (whose === undefined) return wrong({ who: speech.say("field.seat.who.missing") });
  const asked = { office, whose, lastDay: dayIn(answers, "until") };
  const result = await acts.unseatPerson(delivery.caller, asked, delivery.key);
  if (result === undefined)
    return ref === NOBODY ? wrong({ who: speech.say("field.unseat.none") }) : nothingHere(visit);
  await acts.discardDraft(delivery.caller, draft);
  return { kind: "note", card: unseatedCard(result, citation, speech) };
};

const personIn = ({ delivery }: Visit, answers: FormValues) =>
  delivery.kind === "submit" ? delivery.people[valueOf(answers, "who")] : undefined;

function dayIn(answers: FormValues, field: string): Temporal.PlainDate | undefined {
  const day = valueOf(answers, field);
  return day === "" ? undefined : Temporal.PlainDate.from(day);
}

export function faultText({ speech: { say, name, list: listed }, citation }: Visit, fault: SeatingFault): string {
  switch (fault.fault) {
    case "before-from":
      return say("seat.fault.before-from");
    case "over":
      return say("seat.fault.over");
    case "full":
      return say("seat.fault.full", { seats: fault.seats, holders: listed(fault.holders) });
    case "too-often":
      return say("seat.fault.too-often", { times: fault.times, clause: cited(citation, fault.clause) });
    case "body-full":
      return say("seat.fault.body-full", {
        body: name("body", fault.body),
        most: fault.most,
        clause: cited(citation, fault.clause),
      });
    case "crowd":
      return say("seat.fault.crowd", { most: fault.most });
  }
}

export const officeActs: Readonly<Record<string, Act>> = {
  "body.list": list,
  "body.show": show,
  "body.seat": seat,
  "body.unseat": unseat,
};

export const officeForms: Readonly<Record<string, Submission>> = {
  [SEAT]: fromAdministrators(seated, COMMAND),
  [UNSEAT]: fromAdministrators(unseated, COMMAND),
};
