import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { classesOf, holdersOf } from "../../src/domain/roster.ts";
import type { Roster } from "../../src/domain/roster.ts";
import { rulebookOf } from "../fakes/kth.ts";

const asec = rulebookOf(readFileSync("src/rulebooks/asec.yaml", "utf8"));
const roster: Roster = { board_chair: ["theo"], "class:member": ["maja", "theo"], "class:volunteer": ["maja"] };

test("who is of a class is of the body that this class makes up, whatever offices they hold", () => {
  expect(holdersOf(asec, roster, { kind: "body", id: "membership" })).toEqual(["maja", "theo"]);
  expect(holdersOf(asec, roster, { kind: "class", id: "volunteer" })).toEqual(["maja"]);
  expect(holdersOf(asec, roster, { kind: "class", id: "staff" })).toEqual([]);
});

test("somebody can be of several classes, or of none that is known", () => {
  expect(classesOf(asec, roster, "maja")).toEqual(["member", "volunteer"]);
  expect(classesOf(asec, roster, "nobody")).toEqual([]);
});
