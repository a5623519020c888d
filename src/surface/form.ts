import { z } from "zod";

import { limits } from "./card.ts";
import { parseLength, writeLength } from "./length.ts";
import { MENU, typedIn } from "./longLists.ts";
import type { Say } from "./say.ts";

export interface FieldOption {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

export type FieldValue = string | readonly string[];
export type FormValues = Readonly<Record<string, FieldValue>>;

/** One question of a form. */
export interface Field {
  readonly id: string;
  /** "people" are accounts of the platform, as "platform:id"; "files" are names that the delivery gives them; a "date" is a day, as 2026-03-20; a "time" is one of day, as 14:00; a "length" is one of time, as 90d. */
  readonly kind: "text" | "long-text" | "choice" | "choices" | "people" | "date" | "time" | "length" | "files";
  readonly label: string;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly required: boolean;
  readonly options: readonly FieldOption[];
  /** The most characters, or the most choices. */
  readonly maximum: number;
  readonly value: FieldValue | undefined;
}

/** A page of a form, at most five fields: as many as fit into one window on both platforms. */
export interface Form {
  /** Names the form and its page: "report.1". */
  readonly id: string;
  /** What the form is about: the id of a draft, a case or a vote. */
  readonly ref: string;
  readonly title: string;
  readonly submitLabel: string;
  readonly intro: string | undefined;
  readonly fields: readonly Field[];
}

export type ParsedForm =
  | { readonly kind: "answers"; readonly answers: FormValues }
  | { readonly kind: "errors"; readonly errors: Readonly<Record<string, string>> };

/** A calendar day as people write it: 2026-03-20, 20.3.2026 or 20/3/2026. Undefined when it is none. */
function parseDay(text: string): string | undefined {
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text);
  const european = /^\s*(\d{1,2})[./](\d{1,2})[./](\d{4})\s*$/.exec(text);
  const [year, month, day] = iso === null ? [european?.[3], european?.[2], european?.[1]] : [iso[1], iso[2], iso[3]];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${written}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== written ? undefined : written;
}

/** A time of day as people write it: 14:00, 9.30 or 14. Undefined when it is none. */
function parseTime(text: string): string | undefined {
  const [, hour = "", minute = "00"] = /^\s*(\d{1,2})(?:[:.](\d{2}))?\s*$/.exec(text) ?? [];
  const isTime = hour !== "" && Number(hour) < 24 && Number(minute) < 60;
  return isTime ? `${hour.padStart(2, "0")}:${minute}` : undefined;
}

/** Checks what was entered against the form's own description: every field that is wrong is named with what was expected. */
export function parseForm(fields: readonly Field[], values: FormValues, say: Say): ParsedForm {
  const errors: Record<string, string> = {};
  const answers: Record<string, FieldValue> = {};
  for (const field of fields) {
    const read = readField(field, values, say);
    if (read.kind === "wrong") errors[field.id] = read.message;
    else answers[field.id] = read.value;
  }
  return Object.keys(errors).length === 0 ? { kind: "answers", answers } : { kind: "errors", errors };
}

type ReadField =
  | { readonly kind: "read"; readonly value: FieldValue }
  | { readonly kind: "wrong"; readonly message: string };

function readField(field: Field, values: FormValues, say: Say): ReadField {
  let given = valuesOf(values, field.id);
  if (isChosen(field) && field.options.length > MENU) {
    const typed = typedIn(field, given, say);
    if (typed.kind === "wrong") return typed;
    given = typed.values;
  }
  const read = schemaOf(field, say).safeParse(isList(field) ? given : valueOf(values, field.id));
  if (read.success) return { kind: "read", value: read.data };
  return { kind: "wrong", message: read.error.issues[0]?.message ?? "" };
}

const isChosen = ({ kind }: Field) => kind === "choice" || kind === "choices";
const isList = (field: Field) => isChosen(field) || field.kind === "people" || field.kind === "files";

function schemaOf(field: Field, say: Say): z.ZodType<FieldValue> {
  const required = say("form.error.required", { field: field.label });
  const known = new Set(field.options.map((option) => option.value));
  const isKnown = (value: string) => known.has(value);
  const chosen = z.array(z.string().refine(isKnown, say("form.error.option", { field: field.label })));
  switch (field.kind) {
    case "text":
    case "long-text": {
      const maximum = Math.min(field.maximum, limits.input);
      const text = z.string().max(maximum, say("form.error.long", { field: field.label, maximum }));
      return field.required ? text.refine((value) => value.trim() !== "", required) : text;
    }
    case "choice": {
      const one = chosen.max(1, say("form.error.choices", { field: field.label, maximum: 1 }));
      return (field.required ? one.min(1, required) : one).transform(([value]) => value ?? "");
    }
    case "choices": {
      const tooMany = say("form.error.choices", { field: field.label, maximum: field.maximum });
      const choices = chosen.max(field.maximum, tooMany);
      return field.required ? choices.min(1, required) : choices;
    }
    case "people": {
      const people = z.array(z.string()).max(field.maximum, say("form.error.people", { maximum: field.maximum }));
      return field.required ? people.min(1, required) : people;
    }
    case "files": {
      const files = z.array(z.string()).max(field.maximum, say("form.error.files", { maximum: field.maximum }));
      return field.required ? files.min(1, required) : files;
    }
    case "length":
      return z.string().transform((value, context) => {
        const length = parseLength(value);
        if (length !== undefined) return writeLength(length);
        if (value.trim() === "" && !field.required) return "";
        const message = value.trim() === "" ? required : say("form.error.length", { field: field.label, given: value });
        context.addIssue({ code: "custom", message });
        return z.NEVER;
      });
    case "time":
      return z.string().transform((value, context) => {
        const time = parseTime(value);
        if (time !== undefined || (value.trim() === "" && !field.required)) return time ?? "";
        const message = value.trim() === "" ? required : say("form.error.time", { field: field.label, given: value });
        context.addIssue({ code: "custom", message });
        return z.NEVER;
      });
    case "date":
      return z.string().transform((value, context) => {
        const day = parseDay(value);
        if (day !== undefined || (value.trim() === "" && !field.required)) return day ?? "";
        const message = value.trim() === "" ? required : say("form.error.date", { field: field.label, given: value });
        context.addIssue({ code: "custom", message });
        return z.NEVER;
      });
  }
}

/** The one value of a field; "" when it was left empty. */
export function valueOf(answers: FormValues, field: string): string {
  const value = answers[field];
  return typeof value === "string" ? value : (value?.[0] ?? "");
}

/** The values of a field; none when it was left empty. */
export function valuesOf(answers: FormValues, field: string): readonly string[] {
  const value = answers[field];
  if (value === undefined || value === "") return [];
  return typeof value === "string" ? [value] : value;
}
