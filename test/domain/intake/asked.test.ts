import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { askedBesides, askedOfEverybody, groundsAsked } from "../../../src/domain/intake/asked.ts";
import { kth, rulebookOf } from "../../fakes/kth.ts";

const shipped = (name: string) => rulebookOf(readFileSync(`src/rulebooks/${name}.yaml`, "utf8"));
const asec = shipped("asec");
const civil = shipped("civil_connections");
const union = shipped("cope397");

const besides = (rulebook: typeof kth, ...rules: readonly string[]) =>
  askedBesides(rulebook, { rules }).map(({ id, required }) => (required ? `${id}!` : id));

describe("what only some rules need is asked of reports under these rules alone", () => {
  test.each([
    ["[C37] the position of somebody who misused it", civil, ["abuse_of_position"], ["position!"]],
    ["[C39] what kind of exploitation", civil, ["exploitative_relationship"], ["kind_of_exploitation!"]],
    [
      "both, in the order of the form",
      civil,
      ["exploitative_relationship", "abuse_of_position"],
      ["position!", "kind_of_exploitation!"],
    ],
    ["[C43] nothing, where the rule needs nothing", civil, ["commercial_sex"], []],
    ["[P04] the event at which it happened", union, ["harassment"], ["event!"]],
    ["[P08] a link to what was written in social media", union, ["social_media"], ["event!", "link!"]],
    [
      "[P16] against which decision, what was said, and when",
      union,
      ["solidarity_breach"],
      ["decision_number!", "public_statement!", "statement_date!"],
    ],
    ["a rule that there is not", union, ["gone"], []],
    ["no rule", union, [], []],
    ["a rulebook in which no rule needs anything", kth, Object.keys(kth.rules), []],
  ] as const)("%s", (_, rulebook, rules, asked) => {
    expect(besides(rulebook, ...rules)).toEqual(asked);
  });

  test.each([
    ["[A18] of a dispute it is asked whether they tried to settle it", ["disrespect"], ["tried_first"]],
    ["[A12] of sexual violence it is not", ["sexual_violence"], []],
    ["nor where one of several rules says so", ["disrespect", "safety"], []],
    ["without a rule it is", [], ["tried_first"]],
  ] as const)("%s; it is never required", (_, rules, asked) => {
    expect(besides(asec, ...rules)).toEqual(asked);
  });

  test.each([
    ["witness", ["whom_it_happened_to", "to_whom"]],
    ["on_behalf", ["whom_it_happened_to", "to_whom"]],
    ["affected", []],
    ["self", []],
  ] as const)(
    "[A02] whoever is involved as %s is asked to whom it happened only where that is somebody else",
    (relation, asked) => {
      expect(askedBesides(asec, { relation, rules: ["racism", "safety"] }).map(({ id }) => id)).toEqual(asked);
    },
  );

  test("whoever needs no further question has a shorter form", () => {
    expect(askedOfEverybody(union).map(({ id }) => id)).toEqual([
      "what",
      "relation",
      "rule",
      "who",
      "who_else",
      "capacity",
      "event_date",
      "witnesses",
    ]);
    expect(askedOfEverybody(kth)).toEqual(kth.intake.report.fields);
  });

  test("[C14] of discrimination the twelve grounds and another are offered; of anything else none", () => {
    expect(groundsAsked(civil, { rules: ["harassment", "discrimination"] })).toEqual([
      "age",
      "colour",
      "disability",
      "gender",
      "language",
      "marital_status",
      "origin",
      "political_conviction",
      "race",
      "religion",
      "sexual_orientation",
      "socioeconomic",
      "other",
    ]);
    expect(groundsAsked(civil, { rules: ["harassment"] })).toEqual([]);
  });
});
