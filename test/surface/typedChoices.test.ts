import { describe, expect, test } from "vitest";

import { speechOf } from "../../src/locale/speech.ts";
import { parseForm } from "../../src/surface/form.ts";
import type { Field } from "../../src/surface/form.ts";
import { menuId, menusOf, wholeOf } from "../../src/surface/longLists.ts";

const { say } = speechOf("en");
const options = [
  ...Array.from({ length: 58 }, (_, i) => ({
    value: `rule_${i + 1}`,
    label: `Rule ${i + 1}`,
    hint: `Memo 9.${i + 1}`,
  })),
  { value: "boundaries", label: "Crossing personal boundaries", hint: "Memo 3.1" },
  { value: "theft", label: "Theft", hint: "Memo 3.2" },
];
const field: Field = {
  id: "rules",
  kind: "choices",
  label: "Rules",
  required: true,
  options,
  maximum: 3,
  value: undefined,
};
const one: Field = { ...field, kind: "choice", maximum: 1 };

describe("of sixty options those are chosen", () => {
  test.each<readonly [string, string | readonly string[], readonly string[]]>([
    ["that were chosen in menus", ["rule_2", "theft"], ["rule_2", "theft"]],
    ["that are called so", "Rule 5", ["rule_5"]],
    ["that have this clause", "3.1", ["boundaries"]],
    ["in which alone the words stand", "personal BOUND", ["boundaries"]],
    ["that stand on lines, or behind semicolons", "Theft\nrule 7; memo 9.8", ["theft", "rule_7", "rule_8"]],
    ["once, however often they are named", "Theft; 3.2", ["theft"]],
  ])("%s", (_which, typed, chosen) => {
    expect(parseForm([field], { rules: typed }, say)).toEqual({ kind: "answers", answers: { rules: chosen } });
  });

  test.each<readonly [string, Field, string | readonly string[], string]>([
    ["nothing is called so", field, "arson", "nothing here is called “arson”"],
    [
      "it could be several, of which five are named",
      field,
      "rule",
      "could be “Rule 1”, “Rule 2”, “Rule 3”, “Rule 4”, “Rule 5”.",
    ],
    ["there are too many", field, ["rule_1", "rule_2", "rule_3", "theft"], "choose at most 3"],
    ["nothing is said", field, " ;", "please fill this in"],
    ["one alone can be chosen, and two menus were used", one, ["rule_1", "theft"], "choose at most 1"],
  ])("it is asked again where %s", (_why, asked, typed, message) => {
    const parsed = parseForm([asked], { rules: typed }, say);
    expect(parsed.kind === "errors" ? parsed.errors["rules"] : "").toContain(message);
  });
});

test("each option stands in one menu of at most twenty-five, in its order, and a menu names the question that it is of", () => {
  const menus = menusOf(options);
  expect(menus.map((menu) => menu.length)).toEqual([25, 25, 10]);
  expect(menus.flat()).toEqual(options);
  expect(wholeOf(menuId("rules", 2))).toBe("rules");
  expect(wholeOf("rules")).toBe("rules");
});
