import { enforceRule } from "../../domain/sanctions/access.ts";
import { capital } from "../capital.ts";
import type { Field } from "../form.ts";
import { lengthField } from "./decisionForms.ts";
import { longText } from "./formParts.ts";
import type { DrawnForm, FormContext } from "./formParts.ts";

const NOTE = 1000;

/**
 * Imposing something while a case is handled, or asking a body to.
 * @param choice which sanction, where it was chosen before
 * @returns undefined where nothing can be imposed, or where the case could not be read in time
 */
export function imposeForm(
  { rulebook, speech, place }: FormContext,
  form: "impose" | "ask",
  choice: string,
): DrawnForm | undefined {
  const { say, name } = speech;
  const rules = (place?.interim ?? []).filter(
    ({ sanction, body }) => (body === undefined) === (form === "impose") && (choice === "" || sanction === choice),
  );
  const body = name("body", rules[0]?.body ?? "");
  const sanctions = [...new Set(rules.map(({ sanction }) => sanction))];
  const grounds = [...new Set(rules.flatMap((rule) => rule.grounds))];
  const respondents = place?.respondents ?? [];
  const [only, ...others] = sanctions;
  if (only === undefined || respondents.length === 0) return undefined;
  const whom = respondents.map(({ party, pseudonym }) => ({
    value: party,
    label: say("field.whom.option", { whom: pseudonym }),
  }));
  return {
    title: say(`form.${form}.title`),
    submitLabel: say(`form.${form}.submit`),
    intro: [
      introOf(form, others.length === 0 ? only : undefined, body, speech),
      ...(sanctions.some((each) => enforceRule(rulebook, each) !== undefined) ? [say("choice.kept-from")] : []),
    ].join(" "),
    fields: [
      ...chosen(
        "sanction",
        say("field.interim-sanction"),
        sanctions.map((value) => ({ value, label: name("sanction", value) })),
      ),
      ...chosen("whom", say("field.interim-whom"), whom),
      ...chosen(
        "ground",
        say("field.interim-ground"),
        grounds.map((value) => ({ value, label: name("interim-ground", value) })),
      ),
      longText("text", form, speech, undefined, NOTE),
    ],
  };
}

/** A choice, where there is one. */
function chosen(id: string, label: string, options: Field["options"]): readonly Field[] {
  if (options.length < 2) return [];
  return [{ id, kind: "choice", label, required: true, options, maximum: 1, value: undefined }];
}

/** What follows, where it is one thing that can be imposed with its name. */
function introOf(form: "impose" | "ask", only: string | undefined, body: string, speech: FormContext["speech"]) {
  const { say, name } = speech;
  if (form === "ask") return say("form.ask.intro", { body });
  if (only === undefined) return say("form.impose.intro.any");
  return say("form.impose.intro", { sanction: capital(name("sanction", only), speech) });
}

/**
 * That a sanction was not kept, and what follows of what the rules name.
 * @param choice which sanction
 */
export function breachForm({ speech, place }: FormContext, choice: string): DrawnForm | undefined {
  const { say } = speech;
  const consequences = place?.breakable.find(({ key }) => key === choice)?.consequences;
  if (consequences === undefined) return undefined;
  const then: Field = {
    id: "then",
    kind: "choice",
    label: say("field.breach"),
    required: true,
    options: consequences.map((value) => ({ value, label: say(`breach.then.${value}`) })),
    maximum: 1,
    value: undefined,
  };
  return {
    title: say("form.breach.title"),
    submitLabel: say("form.save"),
    intro: undefined,
    fields: [...(consequences.length === 0 ? [] : [then]), longText("text", "breach", speech, undefined, NOTE)],
  };
}

/**
 * Whether a condition of a sanction was met.
 * @param choice which sanction
 */
export function conditionForm({ speech, place }: FormContext, choice: string): DrawnForm | undefined {
  const { say, name } = speech;
  const conditions = place?.conditions.find(({ key }) => key === choice)?.conditions;
  if (conditions === undefined || conditions.length === 0) return undefined;
  return {
    title: say("form.condition.title"),
    submitLabel: say("form.save"),
    intro: undefined,
    fields: [
      oneOf(
        "condition",
        say("field.condition"),
        conditions.map((value) => ({ value, label: name("condition", value) })),
      ),
      oneOf(
        "condition-is",
        say("field.condition-is"),
        (["met", "missed"] as const).map((value) => ({ value, label: say(`condition.is.${value}`) })),
      ),
      longText("text", "condition", speech, undefined, NOTE),
    ],
  };
}

/** By how much a sanction is made longer that was not kept, and why. */
export function prolongForm({ speech }: FormContext): DrawnForm {
  const { say } = speech;
  return {
    title: say("form.prolong.title"),
    submitLabel: say("form.save"),
    intro: say("form.prolong.intro"),
    fields: [lengthField(speech, "field.prolong"), longText("text", "prolong", speech, undefined, NOTE)],
  };
}

/** One of a few. */
const oneOf = (id: string, label: string, options: Field["options"]): Field => ({
  id,
  kind: "choice",
  label,
  required: true,
  options,
  maximum: 1,
  value: undefined,
});
