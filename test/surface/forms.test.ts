import { describe, expect, test } from "vitest";

import type { Place } from "../../src/application/acts/rulebooks.ts";
import { languages, speechOf } from "../../src/locale/speech.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";
import { limits } from "../../src/surface/card.ts";
import { errorsCard } from "../../src/surface/cards/formCards.ts";
import { challengeForms } from "../../src/surface/desk/challenges.ts";
import { decidingForms } from "../../src/surface/desk/deciding.ts";
import type { FormContext } from "../../src/surface/desk/formParts.ts";
import { buildForm, formId, parseFormId } from "../../src/surface/desk/forms.ts";
import type { FormId } from "../../src/surface/desk/forms.ts";
import { handlingForms } from "../../src/surface/desk/handling.ts";
import { ownVoiceForms } from "../../src/surface/desk/ownVoice.ts";
import { ENTER, pagesOf } from "../../src/surface/desk/reportForm.ts";
import { reportingForms } from "../../src/surface/desk/reporting.ts";
import { sanctionForms } from "../../src/surface/desk/sanctions.ts";
import { scopeForms } from "../../src/surface/desk/scope.ts";
import { parseForm } from "../../src/surface/form.ts";
import type { Field, Form, FormValues } from "../../src/surface/form.ts";
import type { Speech } from "../../src/surface/say.ts";
import { kth } from "../fakes/kth.ts";
import { formExcess } from "./neutral.ts";
import { discordFaults, formFaults, slackFaults } from "./platforms.ts";
import { everyWords, id } from "./words.ts";
import type { Words } from "./words.ts";

/** The forms that can be sent; one that is added is drawn here too, by what the rulebook gives it to choose. */
const names = Object.keys({
  ...reportingForms,
  ...handlingForms,
  ...decidingForms,
  ...sanctionForms,
  ...challengeForms,
  ...ownVoiceForms,
  ...scopeForms,
});

const many = <Thing>(count: number, thing: Thing) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`thing_${i}_`.padEnd(40, "x"), thing]));
const rule = { clause: "chapter 12, section 34 (b)", sanctionable: true };
const [warning] = Object.values(kth.sanctions);
const fields: Rulebook["intake"]["report"]["fields"] = [
  ...kth.intake.report.fields,
  ...Array.from({ length: 8 }, (_, i) => ({
    id: `field_${i}_`.padEnd(40, "x"),
    type: "long_text" as const,
    required: true,
  })),
];

/** Nobody from outside speaks for a party, and somebody of a kind with a long name may go with them. */
const companion: Rulebook["intake"]["report"]["companion"] = {
  clause: rule.clause,
  from: { kind: "class", id: "members_".padEnd(40, "x") },
  may_speak: true,
};

/** The memo of the chapter, a rulebook with as much in it as there can be, and one with as little. */
const rulebooks: Readonly<Record<string, Rulebook>> = {
  "the memo": kth,
  "a full rulebook": {
    ...kth,
    document: { ...kth.document, cite: "Bye-laws of 2026-11-" },
    rules: many(25, rule),
    severity: Object.keys(many(25, true)),
    sanctions: many(25, warning ?? { kind: "instant", clause: "1", notice: "outcome", bars: [], permits: [] }),
    intake: { report: { ...kth.intake.report, fields, companion } },
    procedures: { conduct: withOutcomes(Object.keys(many(25, true))) },
  },
  "a bare rulebook": {
    ...kth,
    rules: {},
    sanctions: {},
    procedures: { conduct: withOutcomes([]) },
  },
};

function withOutcomes(sanctions: readonly string[]): Rulebook["procedures"][string] {
  const conduct = kth.procedures["conduct"];
  const decision = conduct?.stages["board_decision"];
  const assess = conduct?.stages["assess"];
  if (conduct === undefined || decision?.kind !== "vote" || assess?.kind !== "assess")
    throw new Error("The memo has another procedure.");
  const { upheld } = decision.outcomes;
  const { violation } = assess.outcomes;
  if (upheld === undefined || violation === undefined) throw new Error("The memo has other outcomes.");
  return {
    ...conduct,
    scope: { clause: rule.clause, any_of: Object.keys(many(24, true)) },
    stages: {
      ...conduct.stages,
      assess: { ...assess, outcomes: many(10, violation) },
      board_decision: {
        ...decision,
        outcomes: { ...decision.outcomes, upheld: { ...upheld, sanctions: [...sanctions] } },
      },
    },
  };
}

/** Everything a form can be opened for. */
function idsOf(context: FormContext, name: string): readonly FormId[] {
  const stages = Object.values(context.rulebook.procedures).flatMap((procedure) => Object.values(procedure.stages));
  if (name === "report")
    return ["", ENTER].flatMap((choice) =>
      pagesOf(context, choice === ENTER, {}).map((_, i) => ({ name, choice, page: i + 1 })),
    );
  if (name === "conclude")
    return stages
      .flatMap((stage) => (stage.kind === "closed" ? [] : Object.keys(stage.outcomes)))
      .map((choice) => ({ name, choice, page: 1 }));
  if (name === "lodge") return Object.keys(context.rulebook.challenges).map((choice) => ({ name, choice, page: 1 }));
  if (name === "verdict")
    return Object.keys(context.rulebook.challenges).map((challenge) => ({ name, choice: `${challenge}.1`, page: 1 }));
  if (name === "judge" || name === "judgenames") return ["1-yes", "1-no"].map((choice) => ({ name, choice, page: 1 }));
  const isScoped = Object.values(context.rulebook.procedures).some(({ scope }) => scope !== undefined);
  if (name === "situation" && !isScoped) return [];
  if (name === "task") return [{ name, choice: "report_to_university", page: 1 }];
  return [{ name, choice: name === "delivered" ? id() : "", page: 1 }];
}

/** What can stand in a field, also from another platform and from before the rulebook was changed. */
function everyValue(field: Field, words: Words): FormValues[string] {
  switch (field.kind) {
    case "text":
      return words.short;
    case "long-text":
      return words.long.slice(0, field.maximum);
    case "time":
      return words.isPlain ? "14:00" : "9.30";
    case "length":
      return words.isPlain ? "6 months" : "1 år";
    case "date":
      return words.isPlain ? "2026-03-20" : "20.3.2026";
    case "choice":
      return field.options.at(-1)?.value ?? "gone";
    case "choices":
      return [...field.options.slice(0, field.maximum).map((option) => option.value), "gone"];
    case "people":
      return ["discord:1000000000000000141", "slack:U00000141"];
    case "files":
      return ["1000000000000000142"];
  }
}

/** A case about several people, in which everything can be imposed and was broken. */
function placeOf(rulebook: Rulebook): Place {
  const things = Object.keys(many(25, true));
  const interim = things.slice(0, 13).flatMap((sanction) => [
    { sanction, grounds: things, body: undefined },
    { sanction, grounds: things, body: things[0] },
  ]);
  return {
    rulebook,
    procedure: "conduct",
    stage: "board_decision",
    vote: undefined,
    challenges: [
      {
        id: "1",
        verdicts: ["confirm", "change_sanction", "annul", "no_agreement"],
        seats: things.map((thing) => ({ seat: `external:${thing}`, label: thing })),
        sanctions: things,
        asksFindings: true,
      },
    ],
    days: undefined,
    earlier: things.map((sanction) => ({ sanction, pseudonym: "B", until: "2026-09-30" })),
    returnables: things.map((item, i) => ({
      item: i === 0 ? undefined : item,
      what: i === 0 ? "report" : "statement",
      role: "respondent",
      pseudonym: "B",
      on: "2026-09-30",
    })),
    interim,
    conditions: [{ key: "", conditions: things }],
    breakable: [{ key: "", consequences: ["extend", "rehear", "new_report"] }],
    respondents: Array.from({ length: 6 }, (_, i) => ({
      party: id(),
      pseudonym: String.fromCodePoint(66 + i),
      classes: [],
    })),
  };
}

const contextOf = (rulebook: Rulebook, speech: Speech, receivers: number): FormContext => ({
  rulebook,
  speech,
  place: placeOf(rulebook),
  receivers: Array.from({ length: receivers }, () => ({
    value: id(),
    label: "Anna-Karin Bergström-Lindqvist ".repeat(3).slice(0, 75),
  })),
});

function everyForm(context: FormContext, of: readonly string[] = names): readonly Form[] {
  return of.flatMap((name) =>
    idsOf(context, name).flatMap((each) => {
      const empty = buildForm(context, each, id(), {});
      if (empty === undefined) throw new Error(`There is no form ${formId(each)}.`);
      const filled = everyWords.flatMap((words) => {
        const values = Object.fromEntries(empty.fields.map((field) => [field.id, everyValue(field, words)]));
        return buildForm(context, each, id(), values) ?? [];
      });
      return [empty, ...filled];
    }),
  );
}

describe.each([...languages])("in %s both platforms take", (language) => {
  const speech = speechOf(language);
  test.each(Object.keys(rulebooks))("every form of %s, empty, filled in, and filled in elsewhere", (name) => {
    const rulebook = rulebooks[name] ?? kth;
    const forms = [
      ...everyForm(contextOf(rulebook, speech, 24)),
      ...[0, 3].flatMap((receivers) => everyForm(contextOf(rulebook, speech, receivers), ["report"])),
    ];
    const wrong = forms.flatMap((form) =>
      [...formExcess(form), ...formFaults(form, speech)].map((fault) => `${form.id}: ${fault}`),
    );
    expect([...new Set(wrong)]).toEqual([]);
  });

  test.each(["witness", "self"])("every page of a report that follows from what was said: %s", (relation) => {
    const needs = fields.slice(-8).map((field) => field.id);
    const grounds = Object.keys(many(25, true));
    const demanding = { ...rule, needs: [...needs], grounds, flags: [] };
    const further = [
      ...fields.map((field) => (needs.includes(field.id) ? { ...field, required: false } : field)),
      { id: "whom_it_happened_to", type: "text" as const, required: false },
      { id: "to_whom", type: "people" as const, required: false },
      { id: "tried_first", type: "choice" as const, options: grounds.slice(0, 10), required: false },
    ];
    const report = {
      ...kth.intake.report,
      fields: further,
      groups: { clause: "9.1", spokesperson: "required" as const, confirm_each: true },
      own_attempt: { clause: "1" },
      companion,
      self_disclosure: { clause: "1", to: { kind: "office" as const, id: "president" } },
    };
    const rulebook: Rulebook = { ...kth, rules: many(25, demanding), intake: { report } };
    const said: FormValues = {
      relation,
      rule: Object.keys(many(10, true)),
      together: "yes",
      speaks_for: "accompanied",
      together_others: Array.from({ length: 24 }, () => "Anna-Karin ".repeat(7).slice(0, 75)).join("\n"),
    };
    const context = contextOf(rulebook, speech, 24);
    const pages = pagesOf(context, true, said);
    expect(pages.length).toBeGreaterThan(3);
    const forms = pages.flatMap(
      (_, i) => buildForm(context, { name: "report", choice: ENTER, page: i + 1 }, id(), said) ?? [],
    );
    const wrong = forms.flatMap((form) =>
      [...formExcess(form), ...formFaults(form, speech)].map((fault) => `${form.id}: ${fault}`),
    );
    expect([...new Set(wrong)]).toEqual([]);
  });

  test("what is said when everything in a form is wrong", () => {
    const wrong = everyForm(contextOf(kth, speech, 3)).flatMap((form) => {
      const values = Object.fromEntries(form.fields.map((field) => [field.id, wrongValue(field)]));
      const parsed = parseForm(form.fields, values, speech.say);
      if (parsed.kind === "answers") return [`${form.id} takes everything`];
      const named = Object.keys(parsed.errors);
      const card = errorsCard({ kind: "errors", form, errors: parsed.errors }, speech);
      return [
        // Slack shows an error only beside a field that is there.
        ...named.filter((field) => !form.fields.some((each) => each.id === field)),
        ...form.fields.filter((field) => !named.includes(field.id)).map((field) => `${form.id} takes any ${field.id}`),
        ...Object.values(parsed.errors).filter((error) => /Invalid|expected|Too (big|small)/.test(error)),
        ...discordFaults(card, false),
        ...slackFaults(card, speech),
      ];
    });
    expect([...new Set(wrong)]).toEqual([]);
  });
});

function wrongValue(field: Field): FormValues[string] {
  switch (field.kind) {
    case "text":
    case "long-text":
      return "x".repeat(field.maximum + 1);
    case "date":
    case "time":
    case "length":
      return "@soon`<!";
    case "choice":
      return "none of them";
    case "choices":
      return ["none of them"];
    case "people":
      return Array.from({ length: field.maximum + 1 }, (_, i) => `slack:U${i}`);
    case "files":
      return Array.from({ length: field.maximum + 1 }, (_, i) => `F${i}`);
  }
}

test("no form is filled in beyond what a card can show again", () => {
  const { say } = speechOf("en");
  const form = buildForm(contextOf(kth, speechOf("en"), 0), { name: "brief", choice: "", page: 1 }, id(), {});
  const parsed = parseForm(form?.fields ?? [], { text: "x".repeat(limits.input + 1) }, say);
  expect(parsed).toEqual({
    kind: "errors",
    errors: { text: "What is needed to decide: at most 3,000 characters fit." },
  });
});

test("a choice among nothing is not asked", () => {
  const form = buildForm(
    contextOf(rulebooks["a bare rulebook"] ?? kth, speechOf("en"), 0),
    { name: "motion", choice: "", page: 1 },
    id(),
    {},
  );
  expect(form?.fields.map((field) => field.id)).toEqual(["motion", "severity", "text"]);
});

test("the id of a form says which, for which choice and which page, and nothing else is one", () => {
  const known: FormId = { name: "conclude", choice: "violation", page: 2 };
  expect(parseFormId(formId(known))).toEqual(known);
  for (const text of ["", "conclude", "conclude/violation", "conclude/violation/1/2"])
    expect(parseFormId(text)).toBeUndefined();
  const context = contextOf(kth, speechOf("en"), 0);
  const none: readonly FormId[] = [
    { name: "nothing", choice: "", page: 1 },
    { name: "conclude", choice: "nothing", page: 1 },
    { name: "report", choice: "", page: 9 },
    { name: "report", choice: "", page: Number.NaN },
  ];
  for (const each of none) expect(buildForm(context, each, id(), {})).toBeUndefined();
});
