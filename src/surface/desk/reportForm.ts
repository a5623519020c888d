import type { CameBy } from "../../domain/case/entry.ts";
import type { IntakeField, Rulebook } from "../../rulebook/rulebook.ts";
import { limits } from "../card.ts";
import type { Field, FieldOption, FormValues } from "../form.ts";
import type { Speech } from "../say.ts";
import { dayField, isAsked, ruleOptions, RULES } from "./formParts.ts";
import type { DrawnForm, FormContext } from "./formParts.ts";
import { readMessage } from "./reportDraft.ts";

/** Five things fit into a window; one of them is the introduction. */
const FIELDS_A_PAGE = 4;
const SHORT = 200;

type Pages = readonly (readonly Field[])[];

/** In the id of the form: an officer enters a report that came from somebody else. */
export const ENTER = "enter";

/** What an officer says of a report that came otherwise: the day, how, and from whom. */
export const CAME = { on: "entered_on", how: "entered_how", from: "entered_from", name: "entered_name" } as const;

const waysToCome: readonly CameBy[] = ["letter", "email", "spoken", "telephone"];

/** A page of the form of a report; undefined for one there is not. */
export function drawReport(
  context: FormContext,
  isEntered: boolean,
  page: number,
  values: FormValues,
): DrawnForm | undefined {
  const { say } = context.speech;
  const pages = pagesOf(context, isEntered);
  const fields = pages[page - 1];
  if (fields === undefined) return undefined;
  const isLast = page === pages.length;
  return {
    title: say(isEntered ? "form.enter.title" : "form.report.title", { page, pages: pages.length }),
    submitLabel: say(isLast ? "form.report.review" : "form.next"),
    intro: introOf(context, isEntered, page, values),
    fields,
  };
}

function introOf({ speech: { say } }: FormContext, isEntered: boolean, page: number, values: FormValues) {
  if (isEntered) return say(page === 1 ? "form.enter.intro" : "form.enter.intro.report");
  if (page > 1) return undefined;
  const message = readMessage(values);
  if (message === undefined) return say("form.report.intro");
  return message.by === ""
    ? say("form.report.intro.message")
    : say("form.report.intro.message.by", { author: message.by });
}

/** All pages of the form of a report; of one that is entered by an officer with the page about how it came. */
export function pagesOf(context: FormContext, isEntered: boolean): Pages {
  return isEntered ? [cameFields(context), ...reportPages(context)] : reportPages(context);
}

/** How, when and from whom a report came. */
export function cameFields({ speech }: FormContext): readonly Field[] {
  const { say, name } = speech;
  const common = { options: [], value: undefined };
  return [
    dayField(CAME.on, speech, { label: say("field.entered_on"), hint: say("field.entered_on.hint") }),
    {
      ...common,
      id: CAME.how,
      kind: "choice",
      label: say("field.entered_how"),
      required: true,
      options: waysToCome.map((value) => ({ value, label: name("came-by", value) })),
      maximum: 1,
    },
    {
      ...common,
      id: CAME.from,
      kind: "people",
      label: say("field.entered_from"),
      hint: say("field.entered_from.hint"),
      placeholder: say("field.people.placeholder"),
      required: false,
      maximum: 1,
    },
    {
      ...common,
      id: CAME.name,
      kind: "text",
      label: say("field.entered_name"),
      hint: say("field.entered_name.hint"),
      required: false,
      maximum: SHORT,
    },
  ];
}

/** How something came, by the option that was chosen; undefined for anything else. */
export const readCameBy = (option: string): CameBy | undefined => waysToCome.find((way) => way === option);

/** The pages of the report's form: the rulebook's fields, and the question whether it is about a receiver. */
export function reportPages({ rulebook, speech, receivers }: FormContext): Pages {
  const { report } = rulebook.intake;
  const fields = report.fields.map((field) => intakeField(rulebook, speech, field));
  const afterFirst = fields.findIndex((field) => field.kind === "choice") + 1;
  const asked = report.about_a_receiver.ask_first ? [aboutReceiver(speech, receivers)] : [];
  const all = [...fields.slice(0, afterFirst), ...asked, ...fields.slice(afterFirst)].filter(isAsked);
  return Array.from({ length: Math.ceil(all.length / FIELDS_A_PAGE) }, (_, i) =>
    all.slice(i * FIELDS_A_PAGE, (i + 1) * FIELDS_A_PAGE),
  );
}

/** The answer that it is about no receiver. */
export const NOBODY = "nobody";
/** The question whether it is about a receiver. */
export const ABOUT_RECEIVER = "about_receiver";

function aboutReceiver({ say }: Speech, receivers: readonly FieldOption[]): Field {
  return {
    id: ABOUT_RECEIVER,
    kind: "choice",
    label: say("field.about_receiver"),
    hint: say("field.about_receiver.hint"),
    required: true,
    options: [{ value: NOBODY, label: say("field.about_receiver.nobody") }, ...receivers],
    maximum: 1,
    value: NOBODY,
  };
}

function intakeField(rulebook: Rulebook, { say, name }: Speech, field: IntakeField): Field {
  const common = { id: field.id, label: name("field", field.id), required: field.required, value: undefined };
  const hint = name("hint", field.id);
  const hinted = hint === field.id.replaceAll("_", " ") ? {} : { hint };
  switch (field.type) {
    case "long_text":
      return { ...common, ...hinted, kind: "long-text", options: [], maximum: limits.input };
    case "text":
    case "contact":
      return { ...common, ...hinted, kind: "text", options: [], maximum: SHORT };
    case "date":
      return { ...common, ...hinted, kind: "date", options: [], maximum: SHORT };
    case "people":
      return {
        ...common,
        ...hinted,
        kind: "people",
        options: [],
        maximum: 5,
        placeholder: say("field.people.placeholder"),
      };
    case "choice":
      return {
        ...common,
        ...hinted,
        kind: "choice",
        options: (field.options ?? []).map((option) => ({ value: option, label: name(field.id, option) })),
        maximum: 1,
      };
    case "rules":
      return { ...common, ...hinted, kind: "choices", options: ruleOptions(rulebook, name), maximum: RULES };
  }
}
