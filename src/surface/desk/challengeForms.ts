import { isLetter } from "../../domain/sanctions/fitting.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import { limits } from "../card.ts";
import { recipientsText } from "../challengeText.ts";
import { valueOf } from "../form.ts";
import type { Field, FormValues } from "../form.ts";
import type { Speech } from "../say.ts";
import { letterField } from "./decisionForms.ts";
import { ruleOptions } from "./formParts.ts";
import type { DrawnForm, FormContext } from "./formParts.ts";

/** What is written with a challenge stands on one card. */
const WORDS = 2500;
/** What stands in a notice beside everything else. */
const REASONS = 1500;
const FINDINGS = 5;
const LENGTH = 40;

/** The rule and the challenge of a choice such as "appeal.1". */
export function parseChallengeChoice(choice: string): { readonly rule: string; readonly challenge: string } {
  const [rule = "", challenge = ""] = choice.split(".");
  return { rule, challenge };
}

/** The forms of challenges; undefined for any other. */
export function drawChallengeForm(
  context: FormContext,
  name: string,
  choice: string,
  page: number,
  values: FormValues,
): DrawnForm | undefined {
  const { rulebook, speech } = context;
  const { say } = speech;
  switch (name) {
    case "lodge":
      return lodgeForm(rulebook, choice, speech);
    case "consult":
    case "tellfirst":
    case "asknames":
      return oneText(speech, name);
    case "judge":
    case "judgenames": {
      const isYes = choice.endsWith("-yes");
      const form = oneText(speech, name);
      return { ...form, intro: say(isYes ? `form.${name}.yes` : `form.${name}.no`) };
    }
    case "verdict":
      return page === 1 ? verdictForm(context, choice) : changeForm(context, choice, valueOf(values, "how"));
    default:
      return undefined;
  }
}

function lodgeForm(rulebook: Rulebook, name: string, speech: Speech): DrawnForm | undefined {
  const rule = rulebook.challenges[name];
  if (rule === undefined) return undefined;
  const { say } = speech;
  const { kind, grounds, addressed_to: addressees, evidence_for: evidenceFor } = rule;
  const closed = grounds === undefined || grounds === "any" ? [] : grounds;
  return {
    title: say(`form.lodge.title.${kind}`),
    submitLabel: say("form.send"),
    intro: say(`form.lodge.intro.${kind}`),
    fields: [
      ...(addressees.length > 1 ? [addresseeField(rulebook, name, speech)] : []),
      ...(closed.length === 0
        ? []
        : [
            choiceField(
              "ground",
              say("field.ground"),
              closed.map((each) => ({ value: each, label: speech.name("ground", each) })),
            ),
          ]),
      text("words", say(`field.words.${kind}`), say("field.words.hint"), true, WORDS),
      ...(kind === "appeal"
        ? [
            text(
              "evidence",
              say("field.evidence"),
              evidenceFor === undefined ? say("field.evidence.hint") : say("field.evidence.hint.needed"),
              false,
              WORDS,
            ),
          ]
        : []),
    ],
  };
}

/** To whom one writes: nobody else reads it. */
function addresseeField(rulebook: Rulebook, name: string, speech: Speech): Field {
  const options = (rulebook.challenges[name]?.addressed_to ?? []).map((_, to) => ({
    value: String(to),
    label: recipientsText(rulebook, name, to, speech).slice(0, limits.optionLabel),
  }));
  return { ...choiceField("to", speech.say("field.to"), options), hint: speech.say("field.to.hint") };
}

function verdictForm({ rulebook, speech, place }: FormContext, choice: string): DrawnForm | undefined {
  const { rule: name, challenge } = parseChallengeChoice(choice);
  const rule = rulebook.challenges[name];
  if (rule === undefined) return undefined;
  const { say } = speech;
  const here = place?.challenges.find(({ id }) => id === challenge);
  const verdicts = here?.verdicts ?? [];
  const seats = here?.seats ?? [];
  const how = choiceField(
    "how",
    say("field.how"),
    verdicts.map((each) => ({ value: each, label: speech.name("verdict", each) })),
  );
  const members: Field = {
    id: "members",
    kind: "choices",
    label: say("field.members"),
    hint: say("field.members.hint"),
    required: true,
    options: seats.map(({ seat, label }) => ({
      value: seat,
      label: label ?? speech.name("office", seat.split(":")[1] ?? seat),
    })),
    maximum: Math.max(1, seats.length),
    value: seats.map(({ seat }) => seat),
  };
  return {
    title: say(`form.verdict.title.${rule.kind}`),
    submitLabel: say("form.save"),
    intro: say(`form.verdict.intro.${rule.kind}`),
    fields: [
      ...(verdicts.length > 1 ? [how] : []),
      ...(seats.length === 0 ? [] : [members]),
      text("text", say(`field.verdict.${rule.kind}`), say("field.verdict.hint"), true, REASONS),
    ],
  };
}

/** What stands in the place of the sanction; no page for any other verdict. */
function changeForm({ rulebook, speech, place }: FormContext, choice: string, how: string): DrawnForm | undefined {
  if (how !== "change_sanction") return undefined;
  const { say, name } = speech;
  const here = place?.challenges.find(({ id }) => id === parseChallengeChoice(choice).challenge);
  const sanctions = here?.sanctions ?? [];
  const isChosen = sanctions.some((each) => {
    const rule = rulebook.sanctions[each];
    return rule?.kind === "dated" && rule.lasts === "chosen";
  });
  const findings: Field = {
    id: "findings",
    kind: "choices",
    label: say("field.findings"),
    required: true,
    options: ruleOptions(rulebook, name),
    maximum: FINDINGS,
    value: undefined,
  };
  const lasts: Field = {
    id: "lasts",
    kind: "length",
    label: say("field.lasts"),
    hint: say("field.lasts.hint"),
    placeholder: say("field.lasts.placeholder"),
    required: false,
    options: [],
    maximum: LENGTH,
    value: undefined,
  };
  return {
    title: say("form.change.title"),
    submitLabel: say("form.save"),
    intro: say("form.change.intro"),
    fields: [
      choiceField(
        "sanction",
        say("field.sanction.decided"),
        sanctions.map((each) => ({ value: each, label: name("sanction", each) })),
      ),
      ...(here?.asksFindings === true ? [findings] : []),
      ...(isChosen ? [lasts] : []),
      ...(sanctions.some((each) => isLetter(rulebook, each))
        ? [{ ...letterField(speech), required: false, hint: say("form.letter.hint.some") }]
        : []),
    ],
  };
}

function oneText({ say }: Speech, form: "consult" | "tellfirst" | "asknames" | "judge" | "judgenames"): DrawnForm {
  return {
    title: say(`form.${form}.title`),
    submitLabel: say(form === "tellfirst" ? "form.send" : "form.save"),
    intro: undefined,
    fields: [text("text", say(`form.${form}.text`), say(`form.${form}.hint`), true, REASONS)],
  };
}

function choiceField(id: string, label: string, options: Field["options"]): Field {
  return { id, kind: "choice", label, required: true, options, maximum: 1, value: undefined };
}

function text(id: string, label: string, hint: string, required: boolean, maximum: number): Field {
  return { id, kind: "long-text", label, hint, required, options: [], maximum, value: undefined };
}
