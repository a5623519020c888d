import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { classesIn, meantFor } from "../../../src/domain/sanctions/classes.ts";
import { caseOf, received } from "../../fakes/caseFile.ts";
import { rulebookOf } from "../../fakes/kth.ts";

const asec = rulebookOf(readFileSync("src/rulebooks/asec.yaml", "utf8"));
const fxsu = rulebookOf(readFileSync("src/rulebooks/fxsu.yaml", "utf8"));

describe("which sanctions are offered", () => {
  const all = ["reprimand", "suspension", "volunteer_end", "dismissal"];

  test.each([
    {
      rule: "[A50] to a volunteer the end of the role is offered, and no dismissal",
      classes: [["volunteer"]],
      offered: ["volunteer_end"],
    },
    { rule: "to a member what is meant for members", classes: [["member"]], offered: ["reprimand", "suspension"] },
    {
      rule: "to somebody who is both, what is meant for either",
      classes: [["member", "volunteer"]],
      offered: ["reprimand", "suspension", "volunteer_end"],
    },
    { rule: "of whom nobody knows the class, everything is offered", classes: [[]], offered: all },
    {
      rule: "to several, what is meant for each",
      classes: [["member"], ["volunteer", "member"]],
      offered: ["reprimand", "suspension"],
    },
  ])("$rule", ({ classes, offered }) => {
    expect(meantFor(asec, all, classes)).toEqual(offered);
  });

  test("[F198] penalties are for students; somebody from outside has the remedies only", () => {
    const sanctions = ["apology", "caution", "ban", "refer_university"];
    expect(meantFor(fxsu, sanctions, [["external"]])).toEqual(["apology"]);
    expect(meantFor(fxsu, sanctions, [["full_member"]])).toEqual(sanctions);
  });

  test("what those who handle the case entered goes before what the roster says", () => {
    const current = caseOf(received(), { kind: "class-named", party: "party-b", class: "volunteer" });
    expect(classesIn(current, { "party-b": ["member"] })).toEqual({ "party-b": ["volunteer"] });
    expect(classesIn(caseOf(received()), { "party-b": ["member"] })).toEqual({ "party-b": ["member"] });
  });
});
