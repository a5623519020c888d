import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import { amendmentVotes, versionInForce, versionsToCome, votesToState } from "../../../src/domain/versions/version.ts";
import type { Statement, Version } from "../../../src/domain/versions/version.ts";
import { at } from "../../fakes/caseFile.ts";
import { kth, kthWith } from "../../fakes/kth.ts";

const adopted = at("2026-01-01T10:00");

const version = (number: number, inForce: string, rulebook = kth): Version => ({
  number,
  rulebook,
  hash: `hash-${number}`,
  inForce: Temporal.PlainDate.from(inForce),
  adoption: { kind: "first" },
  adoptedAt: adopted,
});

const stated = (vote: string): Statement => ({
  vote,
  decidedBy: "chapter meeting",
  decidedOn: "2027-02-03",
  minutes: "item 7",
  by: "ada",
  at: adopted,
});

describe("which version is in force", () => {
  test.each<readonly [when: string, days: readonly [string, ...string[]], moment: string, number: number]>([
    ["one version", ["2023-12-05"], "2026-03-01T10:00", 1],
    ["one version before its day: there is no other", ["2027-01-01"], "2026-03-01T10:00", 1],
    ["the last minute before the second", ["2023-12-05", "2026-03-02"], "2026-03-01T23:59", 1],
    ["00:00 of the second's first day, where the organisation is", ["2023-12-05", "2026-03-02"], "2026-03-02T00:00", 2],
    ["two of the same day: the one adopted last", ["2023-12-05", "2026-03-02", "2026-03-02"], "2026-03-02T10:00", 3],
    [
      "a later decision with an earlier day replaces one to come",
      ["2023-12-05", "2072-03-02", "2026-03-02"],
      "2072-06-01T10:00",
      3,
    ],
    ["the one to come stays to come until then", ["2023-12-05", "2026-05-01", "2026-07-01"], "2026-06-01T10:00", 2],
  ])("%s", (_, [first, ...others], moment, number) => {
    const versions = [version(1, first), ...others.map((day, i) => version(i + 2, day))] as const;
    expect(versionInForce(versions, at(moment)).number).toBe(number);
  });

  test("those to come are told in the order of their days, without one that is replaced before it begins", () => {
    const days = ["2023-12-05", "2026-09-01", "2026-05-01", "2026-07-01"];
    const versions = days.map((day, i) => version(i + 1, day));
    expect(versionsToCome(versions, at("2026-03-01T10:00")).map(({ number }) => number)).toEqual([3, 4]);
  });
});

describe("what an amendment needs", () => {
  const two = kthWith("amendment: { votes: [memo_revision] }", "amendment: { votes: [memo_revision, dismissal] }");
  const none = kthWith("  amendment: { votes: [memo_revision] }\n", "");

  test("[F005] two votes need a statement each", () => {
    expect(votesToState(two, [])).toEqual(["memo_revision", "dismissal"]);
    expect(votesToState(two, [stated("memo_revision")])).toEqual(["dismissal"]);
    expect(votesToState(two, [stated("dismissal"), stated("memo_revision")])).toEqual([]);
  });

  test("a document that names no vote needs one statement all the same", () => {
    expect(amendmentVotes(none)).toEqual([""]);
    expect(votesToState(none, [stated("")])).toEqual([]);
    expect(votesToState(none, [stated("memo_revision")])).toEqual([""]);
  });
});
