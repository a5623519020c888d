import { describe, expect, test } from "vitest";

import { admissionTo, barsFrom, isFullName, isSameName } from "../../../src/domain/sanctions/door.ts";
import type { Bar } from "../../../src/domain/sanctions/door.ts";
import { at } from "../../fakes/caseFile.ts";

const bar = (from: string, until: string | undefined, permits: readonly string[] = []): Bar => ({
  from: at(`${from}T12:00`),
  until: until === undefined ? undefined : at(`${until}T00:00`),
  permits,
});
const answer = (bars: readonly Bar[], event: string, moment: string) => {
  const admission = admissionTo(bars, { what: event, of: "events" }, at(moment));
  if (admission.kind === "admit") return "admit";
  return `refuse until ${admission.until?.toZonedDateTimeISO("Europe/Stockholm").toPlainDate().toString() ?? "no day"}`;
};

describe("at the door", () => {
  const suspended = bar("2026-03-04", "2026-06-02", ["chapter_meeting"]);

  test.each([
    {
      rule: "[K54] refused on the last day",
      bars: [suspended],
      on: "2026-06-01T23:59",
      says: "refuse until 2026-06-02",
    },
    { rule: "[K54] admitted on the day it lapses", bars: [suspended], on: "2026-06-02T00:00", says: "admit" },
    { rule: "admitted before it begins", bars: [suspended], on: "2026-03-04T11:59", says: "admit" },
    {
      rule: "[F273] a ban without a last day gives none",
      bars: [suspended, bar("2026-04-01", undefined)],
      on: "2026-05-01T12:00",
      says: "refuse until no day",
    },
    {
      rule: "two that follow on each other are one time",
      bars: [suspended, bar("2026-05-01", "2026-09-01")],
      on: "2026-05-02T12:00",
      says: "refuse until 2026-09-01",
    },
    {
      rule: "one that begins after the other has ended is another time",
      bars: [suspended, bar("2026-06-10", "2026-09-01")],
      on: "2026-05-02T12:00",
      says: "refuse until 2026-06-02",
    },
  ])("$rule", ({ bars, on, says }) => {
    expect(answer(bars, "party", on)).toBe(says);
  });

  test("[K66][F274] what a sanction permits stays open", () => {
    expect(answer([suspended], "chapter_meeting", "2026-05-01T12:00")).toBe("admit");
  });

  test("[K30] what has ended is kept no longer", () => {
    const bars = [suspended, bar("2026-04-01", undefined)];
    expect(barsFrom(bars, at("2026-06-01T12:00"))).toEqual(bars);
    expect(barsFrom(bars, at("2026-06-02T00:00"))).toEqual(bars.slice(1));
  });

  test.each([
    { typed: "Nils Orrby", name: "Nils Orrby", same: true },
    { typed: "orrby, nils", name: "Nils Orrby", same: true },
    { typed: "NILS ÖRRBY", name: "Nils Orrby", same: true },
    { typed: "Nils Erik Orrby", name: "Nils Orrby", same: true },
    { typed: "Nils Orrby", name: "Nils Erik Orrby", same: true },
    { typed: "Nils Berg", name: "Nils Orrby", same: false },
    { typed: "Anna Orrby", name: "Nils Orrby", same: false },
  ])("a name is found however it is written: $typed is $name: $same", ({ typed, name, same }) => {
    expect(isSameName(typed, name)).toBe(same);
  });

  test.each([
    { typed: "Nils", full: false },
    { typed: " Nils ", full: false },
    { typed: "Nils Orrby", full: true },
    { typed: "王小明", full: true },
  ])("$typed is a full name: $full", ({ typed, full }) => {
    expect(isFullName(typed)).toBe(full);
  });
});

const says = (bars: readonly Bar[], to: "candidacy" | "membership", of: string | undefined, on = "2027-03-01T12:00") =>
  admissionTo(bars, { what: "it", of: "", application: { to, of } }, at(on)).kind;

describe("whoever takes applications asks whether a sanction stands in the way", () => {
  const ban = (takesAway: Bar["takesAway"], scope?: readonly string[]): Bar => ({
    ...bar("2027-02-01", "2027-05-01"),
    bars: [],
    takesAway,
    scope,
  });

  test.each([
    [
      "[F201] standing for a post that was removed",
      ban(["candidacy"], ["sabbatical"]),
      "candidacy",
      "sabbatical",
      "refuse",
    ],
    ["[F201] standing for another post", ban(["candidacy"], ["sabbatical"]), "candidacy", "representative", "admit"],
    [
      "[F201] standing for any post, where all were removed",
      ban(["candidacy"]),
      "candidacy",
      "representative",
      "refuse",
    ],
    [
      "[F202] applying again for the membership that ended",
      ban(["membership"], ["associate"]),
      "membership",
      "associate",
      "refuse",
    ],
    ["[F202] applying for another", ban(["membership"], ["associate"]), "membership", "life_member", "admit"],
    [
      "[F202] applying for any, where membership ended altogether",
      ban(["membership"]),
      "membership",
      undefined,
      "refuse",
    ],
    ["nothing of it stands in the way of the other right", ban(["membership"]), "candidacy", "sabbatical", "admit"],
    ["a ban from events is none from applying", bar("2027-02-01", undefined), "membership", "associate", "admit"],
  ] as const)("%s", (_, held, to, of, expected) => {
    expect(says([held], to, of)).toBe(expected);
  });

  test("[F202] on the day after it is over it is taken", () => {
    const held = [ban(["membership"], ["associate"])];
    expect(says(held, "membership", "associate", "2027-04-30T23:59")).toBe("refuse");
    expect(says(held, "membership", "associate", "2027-05-01T00:00")).toBe("admit");
  });
});
