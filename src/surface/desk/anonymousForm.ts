import { askingAnonymously } from "../../domain/intake/anonymous.ts";
import type { Field, FormValues } from "../form.ts";
import type { Say } from "../say.ts";
import { longText, ruleOptions, RULES } from "./formParts.ts";
import type { DrawnForm, FormContext } from "./formParts.ts";
import { reportPages } from "./reportForm.ts";

/** The question for the code. */
export const CODE = "code";
/** What is typed of a code at most, with its lines and some spaces. */
const LONGEST = 60;
const SUMMARY = 1000;
/** The number of a receipt with its spaces and some more. */
const NUMBER = 120;

/** A page of the form of a report without a name; undefined for one there is not. */
export function drawAnonymous(context: FormContext, page: number, values: FormValues): DrawnForm | undefined {
  const { say } = context.speech;
  const { anonymous } = context.rulebook.intake.report;
  const pages = reportPages({ ...context, rulebook: askingAnonymously(context.rulebook) }, values);
  const fields = pages[page - 1];
  if (fields === undefined || anonymous === "refused") return undefined;
  return {
    title: say("form.anonymous.title", { page, pages: pages.length }),
    submitLabel: say(page === pages.length ? "form.report.review" : "form.next"),
    intro: page === 1 ? say(`form.anonymous.intro.${anonymous}`) : undefined,
    fields,
  };
}

/** The code that opens the channel of an anonymous report. */
export function unlockForm({ speech: { say } }: FormContext): DrawnForm {
  return {
    title: say("form.unlock.title"),
    submitLabel: say("form.unlock.submit"),
    intro: say("form.unlock.intro"),
    fields: [codeField(say)],
  };
}

const codeField = (say: Say): Field => ({
  id: CODE,
  kind: "text",
  label: say("form.unlock.code"),
  hint: say("form.unlock.hint"),
  required: true,
  options: [],
  maximum: LONGEST,
  value: undefined,
});

/**
 * What the author of an anonymous report writes, or what is written to them.
 * @param isCodeAsked whether it is not known yet by which code
 */
export function channelForm({ speech }: FormContext, name: "write" | "askauthor", isCodeAsked: boolean): DrawnForm {
  const { say } = speech;
  return {
    title: say(`form.${name}.title`),
    submitLabel: say("form.send"),
    intro: say(`form.${name}.intro`),
    fields: [...(isCodeAsked ? [codeField(say)] : []), longText("text", name, speech)],
  };
}

/** What somebody writes down for themselves. */
export function recordForm({ speech }: FormContext): DrawnForm {
  const { say } = speech;
  return {
    title: say("form.record.title"),
    submitLabel: say("form.record.submit"),
    intro: say("form.record.intro"),
    fields: [longText("text", "record", speech)],
  };
}

/** The number of a receipt that somebody has. */
export function receiptForm({ speech: { say } }: FormContext): DrawnForm {
  return {
    title: say("form.receipt.title"),
    submitLabel: say("form.receipt.submit"),
    intro: undefined,
    fields: [
      {
        id: "number",
        kind: "text",
        label: say("form.receipt.number"),
        hint: say("form.receipt.hint"),
        required: true,
        options: [],
        maximum: NUMBER,
        value: undefined,
      },
    ],
  };
}

/** As what an anonymous report is counted. */
export function countForm({ rulebook, speech }: FormContext): DrawnForm {
  const { say, name } = speech;
  const rules = ruleOptions(rulebook, name);
  return {
    title: say("form.count.title"),
    submitLabel: say("form.count.submit"),
    intro: say("form.count.intro"),
    fields: [
      {
        id: "rules",
        kind: "choices",
        label: say("form.count.rules"),
        required: false,
        options: rules,
        maximum: RULES,
        value: undefined,
      },
      { ...longText("summary", "count", speech, undefined, SUMMARY), required: false },
    ],
  };
}
