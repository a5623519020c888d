import type { CameBy } from "../../domain/case/party.ts";
import { askingAnonymously } from "../../domain/intake/anonymous.ts";
import { AFFECTED, askedBesides, askedOfEverybody, groundsAsked, isAboutOthers } from "../../domain/intake/asked.ts";
import type { IntakeField, Rulebook } from "../../rulebook/rulebook.ts";
import { limits } from "../card.ts";
import { valueOf, valuesOf } from "../form.ts";
import type { Field, FieldOption, FormValues } from "../form.ts";
import { roomOf } from "../longLists.ts";
import type { Speech } from "../say.ts";
import { dayField, isAsked, ruleOptions, RULES } from "./formParts.ts";
import type { DrawnForm, FormContext } from "./formParts.ts";
import { TOGETHER, togetherField, togetherPages } from "./groupFields.ts";
import { isEntered as isOfOfficer, markEntered, readMessage, readRecord } from "./reportDraft.ts";
import { companionPages, voiceField } from "./voiceFields.ts";

/** Five things fit into a window; one of them is the introduction. */
const FIELDS_A_PAGE = 4;
const SHORT = 200;

type Pages = readonly (readonly Field[])[];

/** In the id of the form: an officer enters a report that came from somebody else. */
export const ENTER = "enter";

/** What an officer says of a report that came otherwise: the day, how, and from whom. */
export const CAME = {
  on: "entered_on",
  how: "entered_how",
  from: "entered_from",
  name: "entered_name",
  unsigned: "entered_unsigned",
} as const;

const waysToCome: readonly CameBy[] = ["letter", "email", "spoken", "telephone"];

/** A page of the form of a report; undefined for one there is not. */
export function drawReport(
  context: FormContext,
  isEntered: boolean,
  page: number,
  values: FormValues,
): DrawnForm | undefined {
  const { say } = context.speech;
  const pages = pagesOf(context, isEntered, values);
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

function introOf({ speech: { say }, rulebook }: FormContext, isEntered: boolean, page: number, values: FormValues) {
  if (isEntered) return say(page === 1 ? "form.enter.intro" : "form.enter.intro.report");
  if (page > 1) return valueOf(values, RELATION) === "self" ? say("form.report.intro.self") : undefined;
  if (readRecord(values) !== undefined) return say("form.report.intro.record");
  const message = readMessage(values);
  if (message === undefined) {
    const asks = Object.values(rulebook.registers).some(({ kind }) => kind === "question");
    const otherwise = [
      ...(rulebook.intake.report.anonymous === "refused" ? [] : [say("form.report.intro.anonymous")]),
      ...(asks ? [say("form.report.intro.ask")] : []),
    ];
    return [say("form.report.intro"), ...otherwise].join(" ");
  }
  return message.by === ""
    ? say("form.report.intro.message")
    : say("form.report.intro.message.by", { author: message.by });
}

/** All pages of the form of a report with these answers; of one that is entered by an officer with the page about how it came. */
export function pagesOf(context: FormContext, isEntered: boolean, values: FormValues): Pages {
  const pages = reportPages(context, isEntered ? { ...values, ...markEntered } : values);
  return isEntered ? [cameFields(context), ...pages] : pages;
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
    {
      ...common,
      id: CAME.unsigned,
      kind: "choices",
      label: say("field.entered_unsigned"),
      required: false,
      options: [{ value: "yes", label: say("field.entered_unsigned.yes") }],
      maximum: 1,
    },
  ];
}

/** How something came, by the option that was chosen; undefined for anything else. */
export const readCameBy = (option: string): CameBy | undefined => waysToCome.find((way) => way === option);

/** The question what an offence is based on. */
export const GROUNDS = "grounds";

/**
 * The pages of the report's form: what everybody is asked, with the question whether it is about a receiver, and then what is asked because
 * of what has been said on the pages before.
 */
export function reportPages(given: FormContext, values: FormValues): Pages {
  const context = isOfNobody(values) ? { ...given, rulebook: askingAnonymously(given.rulebook) } : given;
  const { rulebook, speech, receivers } = context;
  const { report } = rulebook.intake;
  const fields = askedOfEverybody(rulebook).map((field) => intakeField(rulebook, speech, field));
  const afterFirst = fields.findIndex((field) => field.kind === "choice") + 1;
  const asked = report.about_a_receiver.ask_first ? [aboutReceiver(speech, receivers)] : [];
  const together = [...togetherField(context), ...voiceField(context, values)];
  const all = [...fields.slice(0, afterFirst), ...asked, ...fields.slice(afterFirst), ...together].filter(isAsked);
  const said = { relation: valueOf(values, RELATION), rules: rulesIn(rulebook, values) };
  const pages = withoutOthers(rulebook, inPages(fitting(rulebook, all, values)), said.relation);
  const besides = [
    ...groundsField(speech, groundsAsked(rulebook, said)),
    ...askedBesides(rulebook, said).map((field) => intakeField(rulebook, speech, field)),
  ];
  const last = pages.at(-1) ?? [];
  // A page stays as it is while it is filled in: what follows from one of its answers stands on the next.
  const isDeciding = last.some(({ id }) => id === RELATION || isOfType(rulebook, id, "rules"));
  const first = isDeciding
    ? [...pages, ...inPages(besides)]
    : [...pages.slice(0, -1), ...inPages([...last, ...besides])];
  const pagesTogether = said.relation === "self" ? [] : togetherPages(context, values);
  return [...first, ...pagesTogether, ...companionPages(context, values)];
}

/** Whether it is entered of something that names nobody: it asks what somebody is asked who gives no name. */
const isOfNobody = (values: FormValues) => isOfOfficer(values) && valuesOf(values, CAME.unsigned).includes("yes");

/** How whoever reports is involved. */
const RELATION = "relation";

/** Whoever reports what they did themselves is not asked about others, on the pages after the one on which they said so. */
function withoutOthers({ intake }: Rulebook, pages: Pages, relation: string): Pages {
  if (relation !== "self") return pages;
  const said = pages.findIndex((fields) => fields.some(({ id }) => id === RELATION)) + 1;
  const others = new Set(intake.report.fields.filter(isAboutOthers).map(({ id }) => id));
  const rest = pages.slice(said).flat();
  const isOfOthers = (id: string) => id === ABOUT_RECEIVER || id === TOGETHER.is || others.has(id);
  return [...pages.slice(0, said), ...inPages(rest.filter(({ id }) => !isOfOthers(id)))];
}

/** As many on a page as fit: a question with a long list takes the room of several. */
function inPages(fields: readonly Field[]): Pages {
  const pages: Field[][] = [];
  for (const field of fields) {
    const last = pages.at(-1);
    const room = [...(last ?? []), field].reduce((sum, each) => sum + roomOf(each), 0);
    if (last === undefined || room > FIELDS_A_PAGE) pages.push([field]);
    else last.push(field);
  }
  return pages;
}

const isOfType = ({ intake }: Rulebook, id: string, type: IntakeField["type"]) =>
  intake.report.fields.some((field) => field.id === id && field.type === type);

/** The rules that were named on any page. */
function rulesIn({ intake }: Rulebook, values: FormValues): readonly string[] {
  return intake.report.fields.flatMap(({ id, type }) => (type === "rules" ? valuesOf(values, id) : []));
}

/** Of the rules only those that can be about what was answered on a page before. */
function fitting(rulebook: Rulebook, fields: readonly Field[], values: FormValues): readonly Field[] {
  const about = valueOf(values, ABOUT);
  const asked = fields.findIndex(({ id }) => id === ABOUT);
  if (about === "" || asked === -1) return fields;
  const pageOf = (index: number) => inPages(fields.slice(0, index + 1)).length;
  const fits = (rule: string) => rulebook.rules[rule]?.about?.some((subject) => subject === about) ?? true;
  return fields.map((field, index) =>
    isOfType(rulebook, field.id, "rules") && pageOf(index) > pageOf(asked)
      ? { ...field, options: field.options.filter(({ value }) => fits(value)) }
      : field,
  );
}

/** What it is about: the organisation, a person or a group. */
const ABOUT = "about";

function groundsField({ say, name }: Speech, grounds: readonly string[]): readonly Field[] {
  if (grounds.length === 0) return [];
  return [
    {
      id: GROUNDS,
      kind: "choices",
      label: say("field.grounds"),
      hint: say("field.grounds.hint"),
      required: false,
      options: grounds.map((value) => ({ value, label: name("protected", value) })),
      maximum: RULES,
      value: undefined,
    },
  ];
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

/** Where the rulebook says to whom it goes, a report can be about oneself. */
function optionsOf({ intake }: Rulebook, { id, options = [] }: IntakeField): readonly string[] {
  return id === RELATION && intake.report.self_disclosure !== undefined ? [...options, "self"] : options;
}

function intakeField(rulebook: Rulebook, { say, name }: Speech, field: IntakeField): Field {
  const common = { id: field.id, label: name("field", field.id), required: field.required, value: undefined };
  const hint = name("hint", field.id);
  const hinted = hint === field.id.replaceAll("_", " ") ? {} : { hint };
  switch (field.type) {
    case "long_text":
      return { ...common, ...hinted, kind: "long-text", options: [], maximum: limits.input };
    case "text":
    case "decision":
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
        maximum: field.id === AFFECTED.account ? 1 : 5,
        placeholder: say("field.people.placeholder"),
      };
    case "choice":
      return {
        ...common,
        ...hinted,
        kind: "choice",
        options: optionsOf(rulebook, field).map((option) => ({ value: option, label: name(field.id, option) })),
        maximum: 1,
      };
    case "rules":
      return { ...common, ...hinted, kind: "choices", options: ruleOptions(rulebook, name), maximum: RULES };
  }
}
