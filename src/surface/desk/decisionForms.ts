import { LATE_OUTCOMES } from "../../domain/case/conclude.ts";
import { reasonsToChoose } from "../../domain/case/listedReasons.ts";
import { enforceRule } from "../../domain/sanctions/access.ts";
import { meantFor } from "../../domain/sanctions/classes.ts";
import { offeredConditions } from "../../domain/sanctions/conditions.ts";
import { isLengthChosen, isLetter, longestOf, offeredSanctions, scopesOf } from "../../domain/sanctions/fitting.ts";
import type { TextKey } from "../../locale/speech.ts";
import type { Rulebook, Stage, StageOutcome, VoteStage } from "../../rulebook/rulebook.ts";
import { fitted, limits } from "../card.ts";
import { sayLength } from "../counting.ts";
import type { Field } from "../form.ts";
import { dayField, longText, ruleOptions, RULES } from "./formParts.ts";
import type { DrawnForm, FormContext } from "./formParts.ts";

/** Reasons of a decision stand in its notice, beside everything that the rulebook wants there. */
const REASONS = 1500;
/** Where something else takes the place of what was decided before, that stands there, too. */
export const REASONS_ANEW = 1300;
/** A letter stands there, too. */
const LETTER = 1000;
/** So many broken rules stand in a notice, with their clauses. */
const FINDINGS = 5;
/** As long as "12 clear working days" in any language. */
const LENGTH = 40;

/** How a stage ends: with the rules and reasons that the outcome asks for, and where it imposes a sanction with that. */
export function concludeForm(context: FormContext, outcome: string): DrawnForm | undefined {
  const { rulebook, speech } = context;
  if (LATE_OUTCOMES.some((late) => late === outcome)) return lateForm(context, outcome);
  const found = findOutcome(context, outcome);
  if (found === undefined) return undefined;
  const { rule, next } = found;
  const { say, name } = speech;
  const sanctions = meantHere(context, offeredSanctions(rulebook, rule));
  const imposes = offeredSanctions(rulebook, rule).length > 0;
  const isBesideOther = imposes || next?.kind === "notify" || reasonsToChoose(rulebook, rule).length > 0;
  const rules: Field = {
    id: "rules",
    kind: "choices",
    label: say(imposes ? "field.findings" : "field.rules"),
    required: true,
    options: ruleOptions(rulebook, name),
    maximum: imposes ? FINDINGS : RULES,
    value: undefined,
  };
  return {
    title: say("form.conclude.title"),
    submitLabel: say("form.save"),
    intro: [
      say("form.conclude.intro", { outcome: name("outcome", outcome) }),
      ...(rule.says === undefined ? [] : [say("form.conclude.says", { says: rule.says })]),
      ...(rule.changes_earlier === undefined ? [] : earlierText(context)),
    ].join(" "),
    fields: [
      ...((imposes && context.place?.finding === undefined) || rule.needs.includes("rule_cited") ? [rules] : []),
      ...(imposes
        ? [
            choice(context, "severity", false, rulebook.severity, true),
            choice(context, "sanction", true, sanctions, true),
          ]
        : []),
      ...becauseField(context, rule),
      longText("text", "conclude", speech, undefined, isBesideOther ? reasonsBeside([rule]) : undefined),
    ],
  };
}

/** So many sanctions of earlier stages are named. */
const EARLIER = 3;

/** What earlier stages imposed, and that what is decided now takes its place. */
function earlierText({ place, speech }: FormContext): readonly string[] {
  const { say, name, day, list } = speech;
  const earlier = (place?.earlier ?? []).slice(0, EARLIER).map(({ sanction, pseudonym, until }) => {
    const values = { sanction: name("sanction", sanction), pseudonym };
    return until === undefined
      ? say("form.conclude.earlier.one", values)
      : say("form.conclude.earlier.until", { ...values, day: day(until) });
  });
  return earlier.length === 0 ? [] : [say("form.conclude.earlier", { earlier: list(earlier) })];
}

/** Whether a report is taken that came too late: why, for whoever reported. */
function lateForm({ speech }: FormContext, outcome: string): DrawnForm {
  const { say, name } = speech;
  return {
    title: say("form.conclude.title"),
    submitLabel: say("form.save"),
    intro: say("form.conclude.intro", { outcome: name("outcome", outcome) }),
    fields: [longText("text", "conclude", speech, undefined, REASONS)],
  };
}

/** The motions of the body that votes on the case now. */
export function motionForm(context: FormContext): DrawnForm | undefined {
  const { rulebook, speech } = context;
  const { say, name } = speech;
  const stage = voteStageFor(context);
  if (stage === undefined) return undefined;
  const sanctions = Object.values(stage.motions).flatMap((motion) => {
    const outcome = motion.requires.includes("one_sanction") ? stage.outcomes[motion.outcome] : undefined;
    return outcome === undefined ? [] : meantHere(context, offeredSanctions(rulebook, outcome));
  });
  const motions = Object.values(stage.motions);
  const finds = motions.some(({ requires }) => requires.includes("finding"));
  // What an earlier vote of the case found goes on to hold, and is not asked again.
  const isAboutBreach = finds || (sanctions.length > 0 && !findsElsewhere(context, stage));
  const imposes = motions.every(({ requires }) => requires.includes("one_sanction"));
  const sanction = choice(context, "sanction", imposes, [...new Set(sanctions)], imposes);
  const findings: Field = {
    id: "findings",
    kind: "choices",
    label: say("field.findings"),
    required: false,
    options: ruleOptions(rulebook, name),
    maximum: FINDINGS,
    value: undefined,
  };
  return {
    title: say("form.motion.title"),
    submitLabel: say("form.motion.submit"),
    intro: undefined,
    fields: [
      choice(context, "motion", true, Object.keys(stage.motions)),
      ...(isAboutBreach ? [findings, choice(context, "severity", false, rulebook.severity)] : []),
      isAboutBreach || imposes ? sanction : { ...sanction, label: say("field.sanction.any") },
      longText("text", "motion", speech, undefined, reasonsBeside(Object.values(stage.outcomes))),
    ],
  };
}

/** As much as can be said of why beside everything else that a notice of one of these outcomes holds. */
const reasonsBeside = (outcomes: readonly StageOutcome[]) =>
  outcomes.some(({ changes_earlier }) => changes_earlier !== undefined) ? REASONS_ANEW : REASONS;

/** Those that are meant for whom the case is about. */
function meantHere({ rulebook, place }: FormContext, sanctions: readonly string[]): readonly string[] {
  return meantFor(
    rulebook,
    sanctions,
    (place?.respondents ?? []).map(({ classes }) => classes),
  );
}

/** Whether another vote of the same procedure says which rules were broken. */
function findsElsewhere({ rulebook, place }: FormContext, here: VoteStage): boolean {
  const stages = place === undefined ? [] : Object.values(rulebook.procedures[place.procedure]?.stages ?? {});
  return stages.some(
    (stage) =>
      stage.kind === "vote" &&
      stage !== here &&
      Object.values(stage.motions).some(({ requires }) => requires.includes("finding")),
  );
}

/**
 * What else is asked of a motion: why, where the outcome that it leads to takes a reason of a list, and how long its sanction holds. No form
 * where nothing is.
 */
export function motionPage(context: FormContext, motion: string, sanction: string): DrawnForm | undefined {
  const stage = voteStageFor(context);
  const rule = stage?.outcomes[stage.motions[motion]?.outcome ?? ""];
  const why = rule === undefined ? [] : becauseField(context, rule);
  const length = sanctionPage(context, sanction, "form.motion.submit");
  if (why.length === 0) return length;
  const { say } = context.speech;
  return {
    title: say("form.motion.title"),
    submitLabel: say("form.motion.submit"),
    intro: length?.intro,
    fields: [...why, ...(length?.fields ?? [])],
  };
}

/** The reasons of the rulebook's list, of which at least one is given. */
function becauseField({ rulebook, speech: { say, name } }: FormContext, rule: StageOutcome): readonly Field[] {
  const listed = reasonsToChoose(rulebook, rule);
  if (listed.length === 0) return [];
  const options = listed.map((value) => ({ value, label: name("reason", value) }));
  return [
    {
      id: "because",
      kind: "choices",
      label: say("field.because"),
      required: true,
      options,
      maximum: options.length,
      value: undefined,
    },
  ];
}

/** What else is asked of a decision: the text of the letter, where the sanction is one; how long it holds and what it is about otherwise. */
export function sanctionPage(
  context: FormContext,
  sanction: string,
  submitLabel: "form.save" | "form.motion.submit" = "form.save",
): DrawnForm | undefined {
  const { rulebook, speech } = context;
  if (!isLetter(rulebook, sanction)) return lengthForm(context, sanction, submitLabel);
  return {
    title: speech.say("form.letter.title"),
    submitLabel: speech.say(submitLabel),
    intro: speech.say("form.letter.intro", { sanction: speech.name("sanction", sanction) }),
    fields: [letterField(speech)],
  };
}

/** The text of a letter. */
export const letterField = (speech: FormContext["speech"]): Field =>
  longText("letter", "letter", speech, undefined, LETTER);

/** How long a sanction holds, and what it is about, where whoever decides says so; no form for any other. */
function lengthForm({ rulebook, speech }: FormContext, sanction: string, submitLabel: TextKey): DrawnForm | undefined {
  const scopes = scopesOf(rulebook, sanction);
  const isChosen = isLengthChosen(rulebook, sanction);
  const conditions = conditionFields(rulebook, sanction, speech);
  if (!isChosen && scopes.length === 0 && conditions.length === 0) return undefined;
  const { say } = speech;
  const isTask = rulebook.sanctions[sanction]?.kind === "task";
  const about = scopes.length === 0 ? "attached" : "scope";
  return {
    title: say(isChosen ? "form.length.title" : `form.${about}.title`),
    submitLabel: say(submitLabel),
    intro: isChosen
      ? introOf(rulebook, sanction, speech)
      : say(`form.${about}.intro`, { sanction: speech.name("sanction", sanction) }),
    fields: [
      ...(isChosen ? [lengthField(speech, isTask ? "field.within" : "field.lasts")] : []),
      ...(scopes.length === 0 ? [] : [scopeField(scopes, speech)]),
      ...conditions,
    ],
  };
}

function introOf(rulebook: Rulebook, id: string, speech: FormContext["speech"]): string {
  const { say, name } = speech;
  const sanction = name("sanction", id);
  if (rulebook.sanctions[id]?.kind === "task") return say("form.length.intro.task", { sanction });
  const longest = longestOf(rulebook, id);
  return longest === undefined
    ? say("form.length.intro", { sanction })
    : say("form.length.intro.at-most", { sanction, longest: sayLength(speech, longest) });
}

/** Of what can be chosen nothing need be: then it is about everything. */
function scopeField(scopes: readonly string[], { say, name }: FormContext["speech"]): Field {
  return {
    id: "scope",
    kind: "choices",
    label: say("field.scope"),
    hint: say("field.scope.hint"),
    required: false,
    options: scopes.map((each) => ({ value: each, label: name("permit", each) })),
    maximum: scopes.length,
    value: undefined,
  };
}

/** The conditions of which some can be attached, and by when those are met that have a day. */
function conditionFields(rulebook: Rulebook, sanction: string, speech: FormContext["speech"]): readonly Field[] {
  const { say, name, list } = speech;
  const { byDay, throughout } = offeredConditions(rulebook, sanction);
  const offered = [...byDay, ...throughout];
  if (offered.length === 0) return [];
  const which: Field = {
    id: "attached",
    kind: "choices",
    label: say("field.attached"),
    hint: say("field.attached.hint"),
    required: false,
    options: offered.map((each) => ({ value: each, label: name("condition", each) })),
    maximum: offered.length,
    value: undefined,
  };
  if (byDay.length === 0) return [which];
  const hint = say("field.attached-by.hint", { conditions: list(byDay.map((each) => name("condition", each))) });
  return [
    which,
    dayField("attached-by", speech, {
      label: say("field.attached-by"),
      hint: fitted(hint, limits.fieldHint),
      required: false,
    }),
  ];
}

/** A length of time that somebody types. */
export function lengthField(
  { say }: FormContext["speech"],
  label: "field.lasts" | "field.within" | "field.prolong" = "field.lasts",
): Field {
  return {
    id: "lasts",
    kind: "length",
    label: say(label),
    hint: say("field.lasts.hint"),
    placeholder: say("field.lasts.placeholder"),
    required: true,
    options: [],
    maximum: LENGTH,
    value: undefined,
  };
}

/** @param isDecided whether it is upheld with the form itself */
function choice(
  { rulebook, speech: { say, name } }: FormContext,
  id: "motion" | "severity" | "sanction",
  required: boolean,
  ids: readonly string[],
  isDecided = false,
): Field {
  const label = say(isDecided && id !== "motion" ? `field.${id}.decided` : `field.${id}`);
  const isEnforced = (each: string) => id === "sanction" && enforceRule(rulebook, each) !== undefined;
  const options = ids.map((each) => ({
    value: each,
    label: name(id, each),
    ...(isEnforced(each) ? { hint: say("choice.kept-from") } : {}),
  }));
  return { id, kind: "choice", label, required, options, maximum: 1, value: undefined };
}

/** The outcome as the present stage of the case has it; where that is not known, or it has none, as another stage does. */
function findOutcome(
  { rulebook, place }: FormContext,
  outcome: string,
): { readonly rule: StageOutcome; readonly next: Stage | undefined } | undefined {
  const own = place === undefined ? undefined : rulebook.procedures[place.procedure];
  const procedures = [...(own === undefined ? [] : [own]), ...Object.values(rulebook.procedures)];
  const here = place === undefined ? undefined : own?.stages[place.stage];
  const found = procedures.flatMap(({ stages }) =>
    [...(here === undefined ? [] : [here]), ...Object.values(stages)].flatMap((stage) => {
      const rule = stage.kind === "closed" ? undefined : stage.outcomes[outcome];
      return rule === undefined ? [] : [{ rule, next: stages[rule.then] }];
    }),
  );
  return found[0];
}

/** The stage at which the case is voted on; where that could not be read, the only one that the rulebook has. */
function voteStageFor({ rulebook, place }: FormContext): VoteStage | undefined {
  if (place?.vote !== undefined) return place.vote;
  const stages = Object.values(rulebook.procedures).flatMap((procedure) => Object.values(procedure.stages));
  const [only, ...others] = stages.filter((stage) => stage.kind === "vote");
  return others.length === 0 ? only : undefined;
}
