import { describe, expect, test } from "vitest";

import { adviceOn } from "../../../src/domain/sanctions/advice.ts";
import type { Advice, Prior } from "../../../src/domain/sanctions/advice.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import { kth, kthWith } from "../../fakes/kth.ts";

const prior = (sanction: string, severity = "ordinary", violations = 1): Prior => ({ sanction, severity, violations });
const text = (advice: Advice) =>
  advice.kind === "repeat"
    ? `${advice.active.join()}: ${advice.isBinding ? "at least " : ""}${advice.instead}`
    : `conditions of ${advice.clause}${advice.isBinding ? ", binding" : ""}`;

const warningsRequire = kthWith("then: suggest, sanction: first_degree", "then: require, sanction: first_degree");
const enforced = kthWith(
  "for: { any: [{ severity: [very_serious] }, { repeat_severity: serious }] }\n    conditions: advise",
  "for: { any: [{ severity: [very_serious] }, { repeat_severity: serious }] }\n    conditions: enforce",
);

describe("what the rules say against a sanction that is about to be chosen", () => {
  test.each<{
    rule: string;
    chosen: string;
    severity?: string;
    findings?: number;
    priors?: readonly Prior[];
    rulebook?: Rulebook;
    advice: readonly string[];
  }>([
    { rule: "[K62] a first warning needs no more", chosen: "warning", advice: [] },
    {
      rule: "[K62] with an active warning another one is advised against",
      chosen: "warning",
      priors: [prior("warning")],
      advice: ["warning: first_degree"],
    },
    {
      rule: "[K62] so is what is less than a warning",
      chosen: "admonition",
      severity: "minor",
      priors: [prior("warning")],
      advice: ["warning: first_degree"],
    },
    {
      rule: "[K62] what was suggested, or is heavier, is not advised against for that",
      chosen: "first_degree",
      priors: [prior("warning")],
      advice: [],
    },
    {
      rule: "[K62] where the rules require it, nothing less can be chosen",
      chosen: "warning",
      priors: [prior("warning")],
      rulebook: warningsRequire,
      advice: ["warning: at least first_degree"],
    },
    {
      rule: "[K64] one ordinary violation is not enough for a first-degree suspension",
      chosen: "first_degree",
      advice: ["conditions of 6.3"],
    },
    { rule: "[K64] two violations are, in this case", chosen: "first_degree", findings: 2, advice: [] },
    {
      rule: "[K64] or one here and one that still counts",
      chosen: "first_degree",
      priors: [prior("second_degree")],
      advice: [],
    },
    { rule: "[K64] or a single serious one", chosen: "first_degree", severity: "serious", advice: [] },
    {
      rule: "[K69] one serious violation is not enough for a second-degree suspension",
      chosen: "second_degree",
      severity: "serious",
      advice: ["conditions of 6.4"],
    },
    { rule: "[K69] a very serious one is", chosen: "second_degree", severity: "very_serious", advice: [] },
    {
      rule: "[K69] or a serious one after another that still counts",
      chosen: "second_degree",
      severity: "serious",
      priors: [prior("first_degree", "serious")],
      advice: [],
    },
    {
      rule: "[K69] not after one that was less",
      chosen: "second_degree",
      severity: "serious",
      priors: [prior("warning", "ordinary")],
      advice: ["conditions of 6.4"],
    },
    {
      rule: "[K64] where the conditions are enforced the advice binds",
      chosen: "second_degree",
      rulebook: enforced,
      advice: ["conditions of 6.4, binding"],
    },
    {
      rule: "nothing is said before something was found to be broken",
      chosen: "second_degree",
      findings: 0,
      priors: [prior("warning")],
      advice: [],
    },
  ])("$rule", ({ chosen, severity = "ordinary", findings = 1, priors = [], rulebook = kth, advice }) => {
    const found = Array.from({ length: findings }, (_, i) => ["boundaries", "exclusion"][i] ?? "offence");
    expect(adviceOn(rulebook, priors, { findings: found, severity, sanction: chosen }).map(text)).toEqual(advice);
  });
});
