import type { ReportAnswers } from "../../application/intake/reportAnswers.ts";
import { ownVoiceRule } from "../../domain/parties/companions.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import { citationOf, cited } from "../cards/refusalCard.ts";
import { valueOf, valuesOf } from "../form.ts";
import type { Field, FormValues } from "../form.ts";
import type { Speech } from "../say.ts";
import { selectorText } from "../selectorText.ts";
import type { FormContext } from "./formParts.ts";
import { isEntered, peopleIn } from "./reportDraft.ts";

/** What is asked where nobody from outside may speak for a party: who does, and who goes with them. */
const VOICE = { speaks: "speaks_for", companion: "goes_with" } as const;

/** Stands for the report among what can go back to its party. */
export const REPORT = "report";

const OWN = "own";
const ACCOMPANIED = "accompanied";
const OUTSIDE = "outside";

/** Whether a question is one of those about who speaks for a party. */
export const isAboutVoice = (id: string) => Object.values<string>(VOICE).includes(id);

/** Who speaks for whoever reports. Of a report that an officer enters it is not asked. */
export function voiceField({ rulebook, speech }: FormContext, values: FormValues): readonly Field[] {
  const rule = ownVoiceRule(rulebook);
  if (rule === undefined || isEntered(values)) return [];
  const { say } = speech;
  const accompanied = {
    value: ACCOMPANIED,
    label: say("field.speaks_for.accompanied"),
    hint: fromText(rulebook, speech),
  };
  return [speaksField(speech, "field.speaks_for", [accompanied])];
}

/** Who hands something in. */
export function inOwnName({ rulebook, speech }: FormContext): readonly Field[] {
  return ownVoiceRule(rulebook) === undefined ? [] : [speaksField(speech, "field.hands_in", [])];
}

function speaksField({ say }: Speech, asked: "field.speaks_for" | "field.hands_in", more: Field["options"]): Field {
  return {
    id: VOICE.speaks,
    kind: "choice",
    label: say(asked),
    required: true,
    options: [{ value: OWN, label: say(`${asked}.own`) }, ...more, { value: OUTSIDE, label: say(`${asked}.outside`) }],
    maximum: 1,
    value: OWN,
  };
}

/** On a page of its own who goes with whoever reports; nothing where nobody does. */
export function companionPages(context: FormContext, values: FormValues): readonly (readonly Field[])[] {
  return valueOf(values, VOICE.speaks) === ACCOMPANIED ? [[companionField(context, true)]] : [];
}

/** Who goes with a party. */
export function companionField({ rulebook, speech }: FormContext, required: boolean): Field {
  const { say } = speech;
  return {
    id: VOICE.companion,
    kind: "people",
    label: say("field.goes_with"),
    hint: say(required ? "field.goes_with.hint" : "field.goes_with.hint.none", { whom: fromText(rulebook, speech) }),
    placeholder: say("field.people.placeholder"),
    required,
    options: [],
    maximum: 1,
    value: undefined,
  };
}

/** From among whom somebody may go with a party. */
function fromText(rulebook: Rulebook, speech: Speech): string {
  const from = ownVoiceRule(rulebook)?.from;
  return from === undefined ? "" : selectorText(from, speech);
}

/** Whether somebody from outside hands something in; undefined where that is not asked. */
export function readIsFromOutside(answers: FormValues): boolean | undefined {
  const speaks = valueOf(answers, VOICE.speaks);
  return speaks === "" ? undefined : speaks === OUTSIDE;
}

/** The account of whoever goes with a party, as "platform:id"; undefined where nobody was chosen. */
export const readCompanion = (answers: FormValues): string | undefined => valuesOf(answers, VOICE.companion)[0];

/** Who speaks in a report, as it was answered; undefined where that was not asked. */
export function readOwnVoice(fields: readonly Field[], values: FormValues): ReportAnswers["ownVoice"] {
  if (!fields.some(({ id }) => id === VOICE.speaks)) return undefined;
  const speaks = valueOf(values, VOICE.speaks);
  const chosen = speaks === ACCOMPANIED ? readCompanion(values) : undefined;
  const companion = peopleIn(values).findLast(({ platform, id }) => `${platform}:${id}` === chosen);
  return { isFromOutside: speaks === OUTSIDE, companion };
}

/**
 * What is wrong with who speaks for whoever reports: somebody from outside would, or whoever it is about would go with them.
 * @param about the accounts of those whom it is about
 * @returns by the question what is wrong
 */
export function voiceErrors(
  rulebook: Rulebook,
  fields: readonly Field[],
  values: FormValues,
  about: readonly string[],
  { say }: Speech,
): Readonly<Record<string, string>> {
  const rule = ownVoiceRule(rulebook);
  const isAsked = (field: string) => fields.some(({ id }) => id === field);
  if (rule === undefined) return {};
  if (isAsked(VOICE.speaks) && valueOf(values, VOICE.speaks) === OUTSIDE)
    return { [VOICE.speaks]: say("form.error.from-outside", { clause: cited(citationOf(rulebook), rule.clause) }) };
  const companion = isAsked(VOICE.companion) ? readCompanion(values) : undefined;
  return companion !== undefined && about.includes(companion)
    ? { [VOICE.companion]: say("form.error.companion-about") }
    : {};
}

/** Beside its question: that somebody cannot go with whoever reports. */
export function companionError(rulebook: Rulebook, speech: Speech): Readonly<Record<string, string>> {
  const clause = cited(citationOf(rulebook), ownVoiceRule(rulebook)?.clause ?? "");
  return { [VOICE.companion]: speech.say("form.error.no-companion", { whom: fromText(rulebook, speech), clause }) };
}
