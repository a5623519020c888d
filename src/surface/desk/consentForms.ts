import type { Field } from "../form.ts";
import { dayField, longText } from "./formParts.ts";
import type { DrawnForm, FormContext } from "./formParts.ts";

const NOTE = 1000;
/** What is voted on stands on the card of the vote. */
const BALLOT = 1500;
/** As many digits as a group has members. */
const DIGITS = 6;

/** What whoever else has to agree to a sanction said. */
export function confirmForm({ speech }: FormContext): DrawnForm {
  const { say } = speech;
  return {
    title: say("form.confirm.title"),
    submitLabel: say("form.save"),
    intro: say("form.confirm.intro"),
    fields: [
      {
        id: "answer",
        kind: "choice",
        label: say("field.confirm"),
        required: true,
        options: [
          { value: "yes", label: say("field.confirm.yes") },
          { value: "no", label: say("field.confirm.no") },
        ],
        maximum: 1,
        value: undefined,
      },
      longText("text", "confirm", speech, undefined, NOTE),
    ],
  };
}

/** Having the body vote that has to confirm a sanction: what its members read, and until when they vote. */
export function ballotForm({ speech }: FormContext): DrawnForm {
  const { say } = speech;
  return {
    title: say("form.ballot.title"),
    submitLabel: say("form.ballot.submit"),
    intro: say("form.ballot.intro"),
    fields: [
      longText("text", "ballot", speech, undefined, BALLOT),
      dayField("day", speech, { label: say("field.ballot.day") }),
    ],
  };
}

/** Who is to learn of a sanction besides those whom the rules have told, and why. Undefined where nobody else can. */
export function discloseForm({ rulebook, speech }: FormContext): DrawnForm | undefined {
  const { say } = speech;
  if (rulebook.wider_disclosure === undefined) return undefined;
  return {
    title: say("form.disclose.title"),
    submitLabel: say("form.disclose.submit"),
    intro: say("form.disclose.intro"),
    fields: [
      {
        id: "who",
        kind: "people",
        label: say("field.disclose.who"),
        placeholder: say("field.people.placeholder"),
        required: true,
        options: [],
        maximum: 1,
        value: undefined,
      },
      longText("text", "disclose", speech, undefined, NOTE),
    ],
  };
}

/** A whole number that somebody types. */
export const numberField = (id: string, label: string): Field => ({
  id,
  kind: "text",
  label,
  required: true,
  options: [],
  maximum: DIGITS,
  value: undefined,
});

/** How many are of a group, and how many of them were involved. Undefined where no group is answerable as one. */
export function groupForm(context: FormContext): DrawnForm | undefined {
  const { rulebook, speech, place } = context;
  const { say } = speech;
  const rule = place === undefined ? undefined : rulebook.procedures[place.procedure]?.groups;
  if (place === undefined || rule === undefined || place.respondents.length === 0) return undefined;
  const { numerator, denominator } = rule.share;
  return {
    title: say("form.group.title"),
    submitLabel: say("form.save"),
    intro: say("form.group.intro", { share: `${numerator}/${denominator}` }),
    fields: [
      ...whomField(context),
      numberField("size", say("field.group.size")),
      numberField("involved", say("field.group.involved")),
    ],
  };
}

/** Of which class of people a respondent is: with that only sanctions that are meant for them are offered. */
export function classForm(context: FormContext): DrawnForm | undefined {
  const { rulebook, speech, place } = context;
  const { say, name } = speech;
  if (place === undefined || place.respondents.length === 0) return undefined;
  const classes = Object.keys(rulebook.people.classes);
  return {
    title: say("form.class.title"),
    submitLabel: say("form.save"),
    intro: say("form.class.intro"),
    fields: [
      ...whomField(context),
      {
        id: "class",
        kind: "choice",
        label: say("field.class"),
        required: true,
        options: classes.map((value) => ({ value, label: name("class", value) })),
        maximum: 1,
        value: undefined,
      },
    ],
  };
}

/** Of one respondent nobody is asked who is meant. */
function whomField({ speech: { say }, place }: FormContext): readonly Field[] {
  const respondents = place?.respondents ?? [];
  if (respondents.length < 2) return [];
  return [
    {
      id: "whom",
      kind: "choice",
      label: say("field.whom"),
      required: true,
      options: respondents.map(({ party, pseudonym }) => ({
        value: party,
        label: say("field.whom.option", { whom: pseudonym }),
      })),
      maximum: 1,
      value: undefined,
    },
  ];
}
