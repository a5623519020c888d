import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Field, Form, FormValues } from "../form.ts";
import type { Speech } from "../say.ts";
import { dayField } from "./formParts.ts";
import { formId } from "./forms.ts";

/** The form with which somebody is given an office, and the one with which that ends. */
export const SEAT = "seat";
export const UNSEAT = "unseat";

/** Where it is not about a certain person. */
export const NOBODY = "home";

const NAME = 75;

/** Who is to hold which office, and for how long. */
export function seatForm(rulebook: Rulebook, values: FormValues, speech: Speech): Form {
  const { say } = speech;
  const fields: readonly Field[] = [
    officeField(rulebook, speech),
    whoField(speech),
    {
      id: "name",
      kind: "text",
      label: say("field.seat.name"),
      hint: say("field.seat.name.hint"),
      required: false,
      options: [],
      maximum: NAME,
      value: undefined,
    },
    dayField("from", speech, { label: say("field.seat.from"), hint: say("field.seat.from.hint"), required: false }),
    dayField("until", speech, { label: say("field.seat.until"), hint: say("field.seat.until.hint"), required: false }),
  ];
  return {
    id: formId({ name: SEAT, choice: "", page: 1 }),
    ref: NOBODY,
    title: say("form.seat.title"),
    submitLabel: say("form.seat.submit"),
    intro: undefined,
    fields: fields.map((field) => ({ ...field, value: values[field.id] })),
  };
}

/**
 * Whose office ends, and when.
 * @param office empty where it is asked for
 * @param person who holds it; NOBODY where that is asked for
 */
export function unseatForm(
  rulebook: Rulebook,
  office: string,
  person: string,
  values: FormValues,
  speech: Speech,
): Form {
  const { say, name } = speech;
  const fields: readonly Field[] = [
    ...(person === NOBODY ? [officeField(rulebook, speech), whoField(speech)] : []),
    dayField("until", speech, {
      label: say("field.unseat.until"),
      hint: say("field.unseat.until.hint"),
      required: false,
    }),
  ];
  return {
    id: formId({ name: UNSEAT, choice: office, page: 1 }),
    ref: person,
    title: say("form.unseat.title"),
    submitLabel: say("form.unseat.submit"),
    intro: office === "" ? undefined : name("office", office),
    fields: fields.map((field) => ({ ...field, value: values[field.id] })),
  };
}

const officeField = ({ offices }: Rulebook, { say, name }: Speech): Field => ({
  id: "office",
  kind: "choice",
  label: say("field.seat.office"),
  required: true,
  options: Object.keys(offices).map((value) => ({ value, label: name("office", value) })),
  maximum: 1,
  value: undefined,
});

const whoField = ({ say }: Speech): Field => ({
  id: "who",
  kind: "people",
  label: say("field.seat.who"),
  placeholder: say("field.people.placeholder"),
  required: true,
  options: [],
  maximum: 1,
  value: undefined,
});
