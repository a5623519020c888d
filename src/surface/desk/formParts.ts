import type { Place } from "../../application/acts/rulebooks.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import { limits } from "../card.ts";
import type { Field, FieldOption, FieldValue, Form } from "../form.ts";
import type { Speech } from "../say.ts";

/** What forms are made from. */
export interface FormContext {
  readonly rulebook: Rulebook;
  readonly speech: Speech;
  /** The receivers of reports, of whom the report's form asks first. */
  readonly receivers: readonly FieldOption[];
  /** Where the case is that a form is about, where that could be read in time. */
  readonly place?: Place | undefined;
}

/** A form before it is known what it is about. */
export type DrawnForm = Omit<Form, "id" | "ref">;

/** So many rules are named at once: they are listed in cards. */
export const RULES = 10;

/** The rules, with their clauses. */
export function ruleOptions(rulebook: Rulebook, name: Speech["name"]): readonly FieldOption[] {
  return Object.entries(rulebook.rules).map(([id, rule]) => ({
    value: id,
    label: name("rule", id),
    hint: `${rulebook.document.cite} ${rule.clause}`,
  }));
}

/** A choice among nothing is not asked: an organisation may have no sanctions. */
export function isAsked({ kind, options }: Field): boolean {
  return (kind !== "choice" && kind !== "choices") || options.length > 0;
}

type TextForm =
  | "acknowledge"
  | "write"
  | "askauthor"
  | "record"
  | "question"
  | "askon"
  | "count"
  | "note"
  | "situation"
  | "task"
  | "tell"
  | "brief"
  | "conclude"
  | "letter"
  | "summon"
  | "motion"
  | "lift"
  | "confirm"
  | "witness"
  | "state"
  | "exhibit"
  | "askparties"
  | "putquestion"
  | "agreement"
  | "keepapart"
  | "endapart"
  | "contact"
  | "enterwords"
  | "passon"
  | "holdback"
  | "across"
  | "acrossback"
  | "reply"
  | "returned"
  | "unnamed"
  | "finding"
  | "given"
  | "hearing"
  | "hearingrecord"
  | "aside"
  | "giveback"
  | "ballot"
  | "disclose"
  | "impose"
  | "ask"
  | "review"
  | "extend"
  | "longer"
  | "next"
  | "answered"
  | "answer"
  | "tick"
  | "breach"
  | "decider"
  | "deputise"
  | "needs"
  | "counter"
  | "unreported"
  | "condition"
  | "prolong"
  | "hold"
  | "precedent"
  | "publication"
  | "paneldecision"
  | "bundle"
  | "escalate"
  | "handover"
  | "outside";

/** A text of several paragraphs; where no maximum is given as long as fits. */
export function longText(
  id: string,
  form: TextForm,
  { say }: Speech,
  value?: string,
  maximum: number = limits.input,
): Field {
  return {
    id,
    kind: "long-text",
    label: say(`form.${form}.text`),
    hint: say(`form.${form}.hint`),
    required: true,
    options: [],
    maximum,
    value,
  };
}

/** What a day is asked with. */
interface AskedDay {
  readonly label: string;
  /** How it is written, when nothing else is to be said. */
  readonly hint?: string;
  /** True when not given. */
  readonly required?: boolean;
  readonly value?: FieldValue | undefined;
}

/** A calendar day, as 2026-03-20. */
export function dayField(id: string, { say }: Speech, asked: AskedDay): Field {
  return {
    id,
    kind: "date",
    label: asked.label,
    hint: asked.hint ?? say("field.date.hint"),
    placeholder: say("field.date.placeholder"),
    required: asked.required ?? true,
    options: [],
    maximum: 10,
    value: asked.value,
  };
}
