import type { PublicationForm } from "../../domain/records/publication.ts";
import { fitted, limits } from "../card.ts";
import { numberField } from "./consentForms.ts";
import { shortText } from "./evidenceForms.ts";
import { dayField, longText } from "./formParts.ts";
import type { DrawnForm, FormContext } from "./formParts.ts";

const FORMS: readonly PublicationForm[] = ["anonymised", "summary", "full"];
export const isPublicationForm = (text: string): text is PublicationForm => FORMS.some((form) => form === text);
/** What is published stands on one card. */
const SUMMARY = 1500;
const OTHERS = 500;

/** In which form, where, and the words of a summary. */
export function publicationForm({ speech }: FormContext): DrawnForm {
  const { say, name } = speech;
  return {
    title: say("form.publication.title"),
    submitLabel: say("form.save"),
    intro: say("form.publication.intro"),
    fields: [
      {
        id: "form",
        kind: "choice",
        label: say("field.publication.form"),
        required: true,
        options: FORMS.map((value) => ({ value, label: name("publication-form", value) })),
        maximum: 1,
        value: "anonymised",
      },
      { ...shortText("where", say("field.publication.where"), say("field.publication.where.hint")), required: true },
      { ...longText("text", "publication", speech, undefined, SUMMARY), required: false },
    ],
  };
}

/** How the panel decided on it; undefined where nobody can have decided. */
export function panelDecisionForm({ speech, place }: FormContext): DrawnForm | undefined {
  const { say } = speech;
  const panel = place?.panel;
  if (panel === undefined) return undefined;
  const options = panel.people.map(({ person, name }) => ({ value: person, label: fitted(name, limits.optionLabel) }));
  return {
    title: say("form.paneldecision.title"),
    submitLabel: say("form.save"),
    intro: say("form.paneldecision.intro", { needed: panel.needed }),
    fields: [
      dayField("on", speech, { label: say("field.publication.on") }),
      {
        id: "present",
        kind: "choices",
        label: say("field.publication.present"),
        required: true,
        options: options.slice(0, limits.options),
        maximum: Math.max(1, Math.min(options.length, limits.options)),
        value: undefined,
      },
      numberField("infavour", say("field.publication.infavour")),
      numberField("against", say("field.publication.against")),
      { ...longText("text", "paneldecision", speech, undefined, OTHERS), required: false },
    ],
  };
}
