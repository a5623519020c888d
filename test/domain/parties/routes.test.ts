import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { findBeginning } from "../../../src/domain/parties/routes.ts";
import type { Reported } from "../../../src/domain/parties/routes.ts";
import { kth, roster, rulebookOf } from "../../fakes/kth.ts";

const shipped = (name: string) => rulebookOf(readFileSync(`src/rulebooks/${name}.yaml`, "utf8"));
const asec = shipped("asec");
const civil = shipped("civil_connections");

const plain: Reported = { rules: [], about: [], answers: {} };

describe("the first route that fits says how a case begins", () => {
  const holders = { executive_director: ["maren"], staff_member: ["grace", "maren"], director: ["joy"] };

  test.each([
    ["[A27] about the Executive Director", { about: ["maren"] }, "about_director"],
    ["[A26] about a member of the staff", { about: ["grace"] }, "about_staff"],
    ["[A32] about somebody without such an office", { about: ["joy", "nils"] }, "about_member"],
    ["about nobody who is known", {}, "about_member"],
    ["about several, one of whom holds the office", { about: ["nils", "grace"] }, "about_staff"],
  ] as const)("%s", (_, reported, procedure) => {
    expect(findBeginning(asec, holders, { ...plain, ...reported })).toEqual({ procedure, stage: "assess" });
  });

  test.each([
    ["[C18] a rule about children", { rules: ["harassment", "child_labour"] }, "child_protection"],
    ["[C41] an answer that somebody is under 18", { answers: { under_18: "under_18" } }, "child_protection"],
    ["another answer to the same question", { answers: { under_18: "adult" } }, "concern"],
    ["[C15] exploitation", { rules: ["sexual_exploitation"] }, "protection"],
    ["both: the route that stands first", { rules: ["trafficking", "child_labour"] }, "child_protection"],
    ["anything else", { rules: ["harassment"] }, "concern"],
  ] as const)("%s", (_, reported, procedure) => {
    expect(findBeginning(civil, {}, { ...plain, ...reported }).procedure).toBe(procedure);
  });
});

describe("the classes of both sides, as the roster says them", () => {
  const union = shipped("fxsu");
  const classes = {
    "class:full_member": ["mona"],
    "class:opted_out": ["otto"],
    "class:associate": ["ada"],
    "class:staff": ["simon"],
  };
  const organisation = { answers: { about: "organisation" } };

  test.each([
    ["[F144] about a full member", { about: ["mona"] }, "complaint", "assess"],
    ["[F144] about a student who opted out", { about: ["otto"] }, "complaint", "assess"],
    ["[F144] about somebody of whom nobody knows it", { about: ["nils"] }, "complaint", "assess"],
    ["[F145] about an associate", { about: ["ada"] }, "ce_final", "ce_decides"],
    ["[F145] about two, one of whom is an associate", { about: ["mona", "ada"] }, "ce_final", "ce_decides"],
    ["[F146] about the Union, by an associate", { ...organisation, filers: ["ada"] }, "ce_final", "ce_decides"],
    ["[F146] about the Union, by a full member", { ...organisation, filers: ["mona"] }, "complaint", "assess"],
    ["[F146] about a member, by an associate", { about: ["mona"], filers: ["ada"] }, "complaint", "assess"],
    [
      "[F146] for having opted out, which stands before",
      { ...organisation, filers: ["otto"], rules: ["opt_out_disadvantage"] },
      "complaint",
      "assess",
    ],
    ["[F163] about a member of the staff", { about: ["simon"] }, "complaint", "assess"],
  ] as const)("%s", (_, reported, procedure, stage) => {
    expect(findBeginning(union, classes, { ...plain, ...reported })).toEqual({ procedure, stage });
  });
});

test("[F009] whoever is worse off for having opted out of the union complains by the full procedure", () => {
  const reported = { rules: ["opt_out_disadvantage"], about: [], filers: ["s1"], answers: { about: "organisation" } };
  const optedOut = { "class:opted_out": ["s1"] };
  expect(findBeginning(shipped("fxsu"), optedOut, reported).procedure).toBe("complaint");
  expect(findBeginning(shipped("fxsu"), optedOut, { ...reported, rules: ["service"] }).procedure).toBe("ce_final");
});

const withRoute = (route: object) => {
  const { report } = kth.intake;
  const routes = [{ clause: "1", when: {}, procedure: "conduct", starts: "assess", ...route }];
  return { ...kth, intake: { report: { ...report, routes } } };
};

test("without a route that fits a case begins as any does", () => {
  expect(findBeginning(kth, roster, plain)).toEqual({ procedure: "conduct", stage: "contact" });
});

test("everything that a condition says must be so, and its exception not", () => {
  const both = withRoute({ when: { rule: ["boundaries"], respondent_holds: ["president"] } });
  const about = ["president"];
  expect(findBeginning(both, roster, { ...plain, about }).stage).toBe("contact");
  expect(findBeginning(both, roster, { ...plain, about, rules: ["boundaries"] }).stage).toBe("assess");
  const unless = withRoute({ when: { rule: ["boundaries"] }, unless: { respondent_holds: ["president"] } });
  expect(findBeginning(unless, roster, { ...plain, rules: ["boundaries"] }).stage).toBe("assess");
  expect(findBeginning(unless, roster, { ...plain, rules: ["boundaries"], about }).stage).toBe("contact");
});

test.each([{ about: ["person"] }, { respondent_class: ["member"] }, { complainant_class: ["member"] }])(
  "what nobody knows of a report yet is taken not to be so: %o",
  (unknown) => {
    expect(
      findBeginning(withRoute({ when: { rule: ["boundaries"], ...unknown } }), roster, {
        ...plain,
        rules: ["boundaries"],
      }).stage,
    ).toBe("contact");
    const excepted = withRoute({ when: { rule: ["boundaries"] }, unless: unknown });
    expect(findBeginning(excepted, roster, { ...plain, rules: ["boundaries"] }).stage).toBe("assess");
  },
);
