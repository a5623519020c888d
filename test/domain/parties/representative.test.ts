import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { isAboutOrganisation, mayRepresent, organisationIn } from "../../../src/domain/parties/representative.ts";
import { rulebookOf } from "../../fakes/kth.ts";

const shipped = (name: string) => rulebookOf(readFileSync(`src/rulebooks/${name}.yaml`, "utf8"));
const union = shipped("fxsu");
const roster = { chief_executive: ["helen"], nominee: ["ruth", "jack"] };

test.each([
  ["it says so", "organisation", undefined, true],
  ["it counts as such a report", "person", { treated_as: "organisation" as const }, true],
  ["it is about a member", "person", {}, false],
  ["it is about a group", "group", undefined, false],
])("[F148] whether the Union is the respondent of a report: %s", (_, about, route, is) => {
  expect(isAboutOrganisation(union, { answers: { about }, route })).toBe(is);
});

test("where the rules do not say who represents the organisation, it is no party", () => {
  const reported = { answers: { about: "organisation" }, route: undefined };
  expect(isAboutOrganisation(shipped("kth"), reported)).toBe(false);
  expect(mayRepresent(shipped("kth"), roster, [])).toEqual([]);
});

test.each([
  ["the first nominee", [], ["ruth", "jack"]],
  ["the next, where the first reports it", ["ruth"], ["jack"]],
  ["nobody, where all of them have another part in it", ["ruth", "jack"], []],
])("[F148] the Union is represented by %s", (_, out, people) => {
  expect(mayRepresent(union, roster, out)).toEqual(people);
});

test("the organisation is found among the parties, and in a file of before there is none", () => {
  const party = { party: "b", role: "respondent", hasAccount: true } as const;
  expect(organisationIn([party])).toBeUndefined();
  expect(organisationIn([party, { ...party, party: "c", isOrganisation: true }])).toBe("c");
});
