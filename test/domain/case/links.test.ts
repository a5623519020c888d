import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { decideAct } from "../../../src/domain/acts/decideAct.ts";
import type { Case } from "../../../src/domain/case/case.ts";
import { isCounterPossible } from "../../../src/domain/case/counter.ts";
import type { Entry } from "../../../src/domain/case/entry.ts";
import { isToBeLinked, wantedLinks } from "../../../src/domain/case/links.ts";
import { openableBy, ownersAtStart } from "../../../src/domain/parties/opening.ts";
import { viewerOf } from "../../../src/domain/parties/viewer.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import { complainant, concluded, goOn, ids, received, respondent } from "../../fakes/caseFile.ts";
import { kth, roster as chapter, rulebookOf } from "../../fakes/kth.ts";
import { complaintOf, london, union, unionRoster } from "../../fakes/union.ts";

const asec = rulebookOf(readFileSync("src/rulebooks/asec.yaml", "utf8"));
const at = london("2026-10-20T10:00");

const linked = (link: "goes-on" | "enacts" | "counter"): Entry => ({
  kind: "linked",
  case: "case-2",
  codeName: "still-garden-12",
  procedure: "discipline",
  link,
  isOrigin: false,
});

describe("a matter goes on as another case", () => {
  const about = complaintOf("2026-10-15T10:00", { startsAt: "track_student_trustee", handlers: ["deputy", "lt2"] });
  const onward = goOn(about, concluded("track_student_trustee", "to_discipline", "closed"));

  test("[F161] bye-law 10 for a student trustee opens one case of discipline, and no second one", () => {
    expect(wantedLinks(union, about)).toEqual([]);
    expect(wantedLinks(union, onward)).toEqual([{ key: "goes-on.0", link: "goes-on", procedure: "discipline" }]);
    expect(isToBeLinked(union, onward)).toBe(true);
    expect(isToBeLinked(union, goOn(onward, linked("goes-on")))).toBe(false);
  });

  test("[F162] exclusion from office opens the case by which alone it takes effect; a void decision none", () => {
    const decided = goOn(complaintOf("2026-10-15T10:00"), {
      kind: "decided-by-officers",
      decision: "d1",
      stage: "stage1",
      outcome: "upheld",
      next: "closed",
      findings: ["personal_harassment"],
      severity: undefined,
      sanction: "exclusion_from_office",
      reasons: "r",
    });
    expect(wantedLinks(union, decided)).toEqual([{ key: "enacts.d1", link: "enacts", procedure: "discipline" }]);
    expect(wantedLinks(union, goOn(decided, { kind: "decisions-replaced", decisions: ["d1"] }))).toEqual([]);
  });

  test("the origin of a case is no case that it opens", () => {
    const origin = { ...linked("goes-on"), isOrigin: true } as Entry;
    expect(isToBeLinked(union, goOn(onward, origin))).toBe(true);
  });
});

const dismissed = (because: readonly string[]): Case =>
  goOn(complaintOf("2026-10-15T10:00", { procedure: "about_member" }), {
    kind: "stage-concluded",
    stage: "decide",
    outcome: "not_upheld",
    next: "inform",
    rules: [],
    reasons: "r",
    because,
  });
const ask = (current: Case, rulebook: Rulebook = asec) =>
  decideAct(
    {
      rulebook,
      roster: unionRoster,
      current,
      viewer: viewerOf(rulebook, unionRoster, current, "ce", undefined),
      caller: "ce",
      parties: [],
      names: [],
      at,
    },
    { kind: "ask-counter", statement: "s" },
    ids(),
  );

describe("a case about a report that was knowingly false", () => {
  test("[A07] it is opened only from a dismissal for that reason", () => {
    expect(ask(dismissed(["knowingly_false"]))).toEqual([{ kind: "counter-asked", statement: "s" }]);
    for (const because of [[], ["not_shown"], ["no_breach", "not_shown"]])
      expect(ask(dismissed(because))).toMatchObject({ refused: "no-false-report", reason: "knowingly_false" });
    expect(ask(complaintOf("2026-10-15T10:00", { procedure: "about_member" }))).toMatchObject({
      refused: "no-false-report",
    });
  });

  test("[A07] once, about whoever reported; where nobody knows who that was, or the rulebook names no reason, never", () => {
    const asked = goOn(dismissed(["knowingly_false"]), { kind: "counter-asked", statement: "s" });
    expect(ask(asked)).toEqual({ refused: "already-done" });
    expect(wantedLinks(asec, asked)).toMatchObject([{ key: "counter", link: "counter" }]);
    const nobody = { ...dismissed(["knowingly_false"]), parties: [respondent] };
    expect(isCounterPossible(asec, nobody)).toBe(false);
    const report = { ...asec.intake.report, false_reports: undefined };
    const without = { ...asec, intake: { ...asec.intake, report } };
    expect(ask(dismissed(["knowingly_false"]), without)).toMatchObject({ refused: "no-false-report" });
  });

  test("[A07] a decision that is void is no dismissal", () => {
    const decided = goOn(complaintOf("2026-10-15T10:00", { procedure: "about_member" }), {
      kind: "decided-by-officers",
      decision: "d1",
      stage: "decide",
      outcome: "not_upheld",
      next: "inform",
      findings: [],
      severity: undefined,
      sanction: undefined,
      reasons: "r",
      because: ["knowingly_false"],
    });
    expect(isCounterPossible(asec, decided)).toBe(true);
    expect(isCounterPossible(asec, goOn(decided, { kind: "decisions-replaced", decisions: ["d1"] }))).toBe(false);
  });
});

describe("a case that nobody has reported", () => {
  const seats = { ...unionRoster, manager: ["m1"], president_falmouth: ["vf"] };
  const ways = (person: string) =>
    openableBy(union, seats, person).map(({ procedure, stage, skipped }) => [procedure, stage, skipped]);

  test.each(["m1", "vf"])(
    "[F157][F276] %s opens one of discipline, at any of its three stages; the file says which were left out",
    (person) => {
      expect(ways(person)).toEqual([
        ["discipline", "informal_talk", []],
        ["discipline", "committee", ["informal_talk"]],
        ["discipline", "discipline_hearing", ["informal_talk", "committee"]],
      ]);
    },
  );

  test.each(["ce", "h1", "nobody"])("[F157] %s opens none", (person) => {
    expect(ways(person)).toEqual([]);
  });

  test("[F157] it is of those whose stage it begins with, and never of whom it is about", () => {
    const start = { procedure: "discipline", stage: "informal_talk" };
    expect(ownersAtStart(union, seats, start, ["ce"])).toEqual(["n1", "n2"]);
    expect(ownersAtStart(union, seats, start, ["ce", "n1", "n2"])).toBeUndefined();
    expect(ownersAtStart(union, seats, { procedure: "discipline", stage: "committee" }, [])).toBeUndefined();
  });

  test("[K28] a safety officer opens one without whoever reported: there is nobody to speak with first", () => {
    expect(openableBy(kth, chapter, "s1")).toEqual([
      { procedure: "conduct", stage: "assess", skipped: ["contact"], clause: "4.2" },
    ]);
    expect(openableBy(kth, chapter, "president")).toEqual([]);
    expect(complainant.role).toBe("complainant");
    expect(received()).not.toHaveProperty("opened");
  });
});
