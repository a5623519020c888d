import { describe, expect, test } from "vitest";

import { agreementsAfter, tasksAfter } from "../../../src/domain/case/agreementEntries.ts";
import type { Agreement, AgreementEntry } from "../../../src/domain/case/agreementEntries.ts";
import type { PartyEntry } from "../../../src/domain/case/party.ts";
import { at, complainant, respondent } from "../../fakes/caseFile.ts";

const other: PartyEntry = { party: "party-c", role: "respondent", hasAccount: true };
const unreached: PartyEntry = { party: "party-d", role: "respondent", hasAccount: false };
const asked = (agreement: string): AgreementEntry => ({ kind: "agreement-asked", agreement, statement: "s" });
const says = (agreement: string, { party }: PartyEntry, isAgreed: boolean): AgreementEntry => ({
  kind: "agreement-answered",
  agreement,
  party,
  isAgreed,
});
const left: AgreementEntry = { kind: "agreement-left", party: complainant.party };

/** The tasks that are done after these entries. */
function done(parties: readonly PartyEntry[], entries: readonly AgreementEntry[], before: readonly string[] = []) {
  let [agreements, tasks]: [readonly Agreement[], readonly string[]] = [[], before];
  for (const entry of entries) {
    agreements = agreementsAfter(agreements, entry, { stage: "consents", visit: 1 }, at("2026-03-02T10:00"));
    tasks = tasksAfter(tasks, entry, parties, agreements.at(-1));
  }
  return tasks;
}

const both = [complainant, respondent];

describe("[A42][A43] both sides have agreed", () => {
  test.each<[string, readonly AgreementEntry[], readonly string[]]>([
    ["neither before anybody has answered", [asked("1")], ["propose"]],
    ["one where one has", [asked("1"), says("1", complainant, true)], ["propose", "consent_complainant"]],
    [
      "both where both have",
      [asked("1"), says("1", respondent, true), says("1", complainant, true)],
      ["propose", "consent_complainant", "consent_respondent"],
    ],
    ["nobody who says no", [asked("1"), says("1", complainant, false)], ["propose"]],
    [
      "nobody who takes it back",
      [asked("1"), says("1", complainant, true), says("1", complainant, false)],
      ["propose"],
    ],
    ["nobody to a newer text", [asked("1"), says("1", complainant, true), asked("2")], ["propose"]],
    [
      "not the one who agreed to the older text and the one who agreed to the newer",
      [asked("1"), says("1", complainant, true), asked("2"), says("2", respondent, true)],
      ["propose", "consent_respondent"],
    ],
    ["nothing by an end", [asked("1"), says("1", complainant, true), left], ["propose", "consent_complainant"]],
  ])("%s", (_, entries, expected) => {
    expect(done(both, entries)).toEqual(expected);
  });

  test("of several respondents each has to", () => {
    const parties = [...both, other];
    expect(done(parties, [asked("1"), says("1", respondent, true)])).toEqual(["propose"]);
    expect(done(parties, [asked("1"), says("1", respondent, true), says("1", other, true)])).toEqual([
      "propose",
      "consent_respondent",
    ]);
  });

  test("what an officer noted of somebody without an account stays until there is a newer text", () => {
    const parties = [complainant, unreached];
    expect(done(parties, [says("1", complainant, true)], ["consent_respondent"])).toEqual([
      "propose",
      "consent_respondent",
    ]);
    expect(done(parties, [asked("1")], ["consent_respondent"])).toEqual(["propose"]);
  });

  test("a side of which nobody is known agrees to nothing", () => {
    expect(done([complainant], [asked("1"), says("1", complainant, true)])).toEqual(["propose", "consent_complainant"]);
  });

  test("other tasks of the stage are left alone", () => {
    expect(done(both, [asked("1")], ["safety_plan"])).toEqual(["safety_plan", "propose"]);
  });
});
