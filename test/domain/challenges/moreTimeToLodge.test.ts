import { describe, expect, test } from "vitest";

import type { Act } from "../../../src/domain/acts/act.ts";
import type { Case } from "../../../src/domain/case/case.ts";
import type { Entry } from "../../../src/domain/case/entry.ts";
import type { Addressee } from "../../../src/domain/case/noticeSubject.ts";
import { openingsFor } from "../../../src/domain/challenges/openings.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import type { Refusal } from "../../../src/domain/refusal.ts";
import { comingOf } from "../../../src/domain/timeline/coming.ts";
import { complainant, concluded, goOn, noticeSent, respondent, toParty } from "../../fakes/caseFile.ts";
import { actBy, complaintOf, informed, london, union } from "../../fakes/union.ts";

const decided: Entry = {
  kind: "decided-by-officers",
  decision: "d",
  stage: "stage1",
  outcome: "upheld",
  findings: ["harassment"],
  severity: undefined,
  sanction: undefined,
  next: "closed",
  reasons: "statement-reasons",
};
const tells = [complainant, respondent].flatMap((party, i): readonly Entry[] => [
  noticeSent(`n-${party.party}`, toParty(party), { kind: "decision", vote: "d", outcome: "upheld" }),
  {
    kind: "notice-delivered",
    notice: `n-${party.party}`,
    how: "direct",
    when: london(i === 0 ? "2026-11-10T12:00" : "2026-11-12T12:00"),
  },
]);

/** Upheld at Stage 1 on 10 November 2026, told to the complainant that day and to the respondent two days later; nothing is left to do. */
const upheld = goOn(
  complaintOf("2026-10-15T10:00"),
  { at: london("2026-10-29T10:00"), entry: concluded("assess", "allocated", "stage1") },
  { at: london("2026-10-29T10:00"), entry: informed },
  ...[decided, ...tells].map((entry) => ({ at: london("2026-11-10T10:00"), entry })),
);

const RESPONDENTS = `appeal:to_stage2:${respondent.party}`;
const extend = (until: string, deadline = RESPONDENTS): Act => ({ kind: "extend", deadline, until, reasons: "why" });
const lodge: Act = {
  kind: "lodge",
  rule: "to_stage2",
  to: 0,
  ground: "wrong_outcome",
  words: "words",
  evidence: undefined,
};

const whom = (to: Addressee) => (to.kind === "party" ? to.role : to.kind);
function told(entries: readonly Entry[] | Refusal): readonly string[] {
  if (isRefusal(entries)) return [entries.refused];
  return entries.flatMap((entry) =>
    entry.kind === "notice-sent" ? [`${entry.subject.kind} to ${whom(entry.to)}`] : [],
  );
}
const lastDayOf = (current: Case, party: typeof respondent) =>
  openingsFor(union, current, party)
    .find(({ rule }) => rule === "to_stage2")
    ?.window?.lastDay.toString();
const isLate = (entries: readonly Entry[] | Refusal) =>
  isRefusal(entries) ? undefined : entries.find((entry) => entry.kind === "challenge-lodged")?.isLate;

/** The last days that are to come for somebody who looks at the case. */
const comingDays = (current: Case, viewer: Parameters<typeof comingOf>[2]) =>
  comingOf(union, current, viewer, london("2026-11-21T10:00")).flatMap((coming) =>
    coming.kind === "appeal" && coming.about === "respondent" ? [coming.day] : [],
  );

describe("more time to challenge an outcome", () => {
  const given = actBy(upheld, "ce", extend("2026-12-10"), "2026-11-20T10:00");

  test("[F143] whoever may gives it to one side, with a reason: both sides are told, the case being over or not", () => {
    expect(lastDayOf(upheld, respondent)).toBe("2026-11-26");
    expect(told(given.entries)).toEqual(["extended to complainant", "extended to respondent"]);
    expect(given.current.times.extended).toMatchObject([{ was: "2026-11-26", until: "2026-12-10", reasons: "why" }]);
    expect(lastDayOf(given.current, respondent)).toBe("2026-12-10");
    expect(lastDayOf(given.current, complainant)).toBe("2026-11-24");
  });

  test("what is lodged in it is in time; without it, it is late", () => {
    expect(isLate(actBy(given.current, "nils", lodge, "2026-12-10T23:00").entries)).toBe(false);
    expect(isLate(actBy(given.current, "nils", lodge, "2026-12-11T00:00").entries)).toBe(true);
    expect(isLate(actBy(upheld, "nils", lodge, "2026-12-10T23:00").entries)).toBe(true);
    expect(isLate(actBy(given.current, "mona", lodge, "2026-11-25T10:00").entries)).toBe(true);
  });

  test("both the officers and the party read the new day among what is to come", () => {
    expect(comingDays(given.current, { kind: "party", party: respondent })).toEqual(["2026-12-10"]);
    expect(comingDays(given.current, { kind: "handler" })).toEqual(["2026-12-10"]);
  });

  test("that somebody has lodged already makes no difference to whoever gives more time", () => {
    const lodged = actBy(upheld, "nils", lodge, "2026-11-15T10:00").current;
    expect(told(actBy(lodged, "ce", extend("2026-12-10"), "2026-11-20T10:00").entries)).toEqual(told(given.entries));
  });

  const cases: readonly (readonly [string, string, Act, string, string])[] = [
    [
      "once its time is over there is none to add to",
      "ce",
      extend("2026-12-10"),
      "2026-11-27T00:00",
      "not-at-this-stage",
    ],
    ["until the day that holds already is no more time", "ce", extend("2026-11-26"), "2026-11-20T10:00", "not-later"],
    [
      "a reason is given",
      "ce",
      { ...extend("2026-12-10"), reasons: undefined } as Act,
      "2026-11-20T10:00",
      "no-reasons",
    ],
    ["the party gives itself none", "nils", extend("2026-12-10"), "2026-11-20T10:00", "not-your-task"],
    [
      "nor is there any for a rule that is against something else",
      "ce",
      extend("2026-12-10", `appeal:to_stage3:${respondent.party}`),
      "2026-11-20T10:00",
      "not-at-this-stage",
    ],
  ];
  test.each(cases)("%s", (_, person, act, at, refused) => {
    expect(actBy(upheld, person, act, at).entries).toMatchObject({ refused });
  });
});
