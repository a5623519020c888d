import type { TogetherAnswers } from "../../application/acts/together.ts";
import { limits } from "../card.ts";
import { valueOf, valuesOf } from "../form.ts";
import type { Field, FieldOption, FormValues } from "../form.ts";
import type { Speech } from "../say.ts";
import type { FormContext } from "./formParts.ts";
import { peopleIn } from "./reportDraft.ts";

/** What is asked of several who report together. */
export const TOGETHER = {
  is: "together",
  people: "together_with",
  others: "together_others",
  speaks: "together_speaks",
} as const;

const YES = "yes";
const AUTHOR = "author";
const OTHERS = 10;

/** Whether it is from several people. */
const isTogether = (values: FormValues) => valueOf(values, TOGETHER.is) === YES;

/** Whether a question is one of those about several who report together. */
export const isAboutTogether = (id: string) => Object.values<string>(TOGETHER).includes(id);

/** The question whether it is from several people, where the rulebook knows such reports. */
export function togetherField({ rulebook, speech: { say } }: FormContext): readonly Field[] {
  if (rulebook.intake.report.groups === undefined) return [];
  return [
    {
      id: TOGETHER.is,
      kind: "choice",
      label: say("field.together"),
      required: true,
      options: [
        { value: "no", label: say("field.together.no") },
        { value: YES, label: say("field.together.yes") },
      ],
      maximum: 1,
      value: "no",
    },
  ];
}

/** Who they are; and on a page after that who speaks for all. Nothing where somebody reports alone. */
export function togetherPages({ rulebook, speech }: FormContext, values: FormValues): readonly (readonly Field[])[] {
  const rule = rulebook.intake.report.groups;
  if (rule === undefined || !isTogether(values)) return [];
  const { say } = speech;
  const common = { required: false, options: [], value: undefined };
  const who: readonly Field[] = [
    {
      ...common,
      id: TOGETHER.people,
      kind: "people",
      label: say("field.together_with"),
      hint: say("field.together_with.hint"),
      placeholder: say("field.people.placeholder"),
      maximum: OTHERS,
    },
    {
      ...common,
      id: TOGETHER.others,
      kind: "long-text",
      label: say("field.together_others"),
      hint: say("field.together_others.hint"),
      maximum: 2000,
    },
  ];
  const speaks: Field = {
    id: TOGETHER.speaks,
    kind: "choice",
    label: say("field.together_speaks"),
    hint: say("field.together_speaks.hint"),
    required: rule.spokesperson === "required",
    options: speakers(values, speech),
    maximum: 1,
    value: undefined,
  };
  return [who, [speaks]];
}

/** The author and those who were named, as many as can be chosen from. */
function speakers(values: FormValues, { say }: Speech): readonly FieldOption[] {
  const { people, others } = namedIn(values);
  const named = [...people.map(({ name }) => name), ...others];
  return [
    { value: AUTHOR, label: say("field.together_speaks.author") },
    ...named.map((label, i) => ({ value: String(i), label: label.slice(0, limits.optionLabel) })),
  ].slice(0, limits.options);
}

function namedIn(values: FormValues): Pick<TogetherAnswers, "people" | "others"> {
  const known = peopleIn(values);
  const chosen = valuesOf(values, TOGETHER.people);
  const people = chosen.flatMap((id) => known.findLast((account) => `${account.platform}:${account.id}` === id) ?? []);
  const lines = valueOf(values, TOGETHER.others).split("\n");
  return { people, others: lines.map((line) => line.trim()).filter((line) => line !== "") };
}

/** Who reports it together, as it was answered; undefined where somebody reports alone. */
export function readTogether(values: FormValues): TogetherAnswers | undefined {
  if (!isTogether(values)) return undefined;
  const speaks = valueOf(values, TOGETHER.speaks);
  const number = Number.parseInt(speaks, 10);
  const other = Number.isNaN(number) ? undefined : number;
  return {
    ...namedIn(values),
    spokesperson: speaks === AUTHOR ? "author" : other,
  };
}

/**
 * What is wrong with who reports it together: nobody was named, somebody whom it is about was, or too many to choose from.
 * @param about the accounts of those whom it is about
 * @returns by the question what is wrong
 */
export function togetherErrors(
  fields: readonly Field[],
  values: FormValues,
  about: readonly string[],
  { say }: Speech,
): Readonly<Record<string, string>> {
  if (!fields.some(({ id }) => id === TOGETHER.people)) return {};
  const { people, others } = namedIn(values);
  const chosen = valuesOf(values, TOGETHER.people);
  if (people.length + others.length === 0) return { [TOGETHER.people]: say("form.error.nobody-together") };
  if (chosen.some((id) => about.includes(id))) return { [TOGETHER.people]: say("form.error.together-about") };
  if (others.some((name) => name.length > limits.optionLabel))
    return { [TOGETHER.others]: say("form.error.long-name", { maximum: limits.optionLabel }) };
  if (others.length + people.length >= limits.options)
    return { [TOGETHER.others]: say("form.error.too-many-together", { maximum: limits.options - 1 }) };
  return {};
}
