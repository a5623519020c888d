import { readFileSync } from "node:fs";

import type { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import { afterOutage } from "../../../src/domain/motions/due.ts";
import type { MotionEntry } from "../../../src/domain/motions/entry.ts";
import { foldMotion } from "../../../src/domain/motions/motion.ts";
import { rulebookOf } from "../../fakes/kth.ts";
import { london, union, unionText } from "../../fakes/union.ts";

const council = rulebookOf(readFileSync("src/rulebooks/cope397.yaml", "utf8"));
const voiding = rulebookOf(unionText.replace(/( {2}executive:\n {4}clause: "4.2"\n)/, "$1    outage: voids\n"));
const at = london("2026-09-10T10:00");
const closes = london("2026-09-15T00:00");

const motionOf = (rule: string, ...entries: readonly MotionEntry[]) =>
  foldMotion({
    id: "m",
    codeName: "quiet-harbour-41",
    entries: [
      { kind: "moved" as const, origin: "discord", rule, mover: "a", text: "t", lastDay: undefined },
      ...entries,
    ].map((entry, i) => ({ version: i + 1, at, by: { kind: "clock" } as const, entry })),
  });
const opened = (until?: Temporal.Instant): MotionEntry => ({
  kind: "vote-opened",
  vote: "v",
  electorate: ["a", "b"],
  seats: 2,
  bodies: {},
  closes: until,
  isSecret: false,
});
const until = at.add({ hours: 48 });
const called: MotionEntry = { kind: "consensus-called", vote: "v", until };
const since = (hours: number) => at.add({ hours });
const extended = (from: number, back: number, end: Temporal.Instant): MotionEntry => ({
  kind: "vote-extended",
  vote: "v",
  awayFrom: since(from),
  awayUntil: since(back),
  closes: end,
});

describe("[E-26] a vote that was open while Redress was away", () => {
  const open = motionOf("executive", opened(closes));
  test.each([
    ["under an hour: nothing", 10, 10.9, []],
    ["an hour: to the end of the day on which its end then falls", 10, 11, [london("2026-09-16T00:00")]],
    ["over its end", 109, 114, [london("2026-09-16T00:00")]],
    ["since before it was opened: from then", -50, 25, [london("2026-09-17T00:00")]],
    ["after its end: it is only closed late", 111, 120, []],
  ])("%s", (_, from, back, ends) => {
    const last = at.add({ minutes: from * 60 });
    const entries = afterOutage(union, open, last, at.add({ minutes: back * 60 }));
    expect(entries.map((entry) => (entry.kind === "vote-extended" ? entry.closes.toString() : entry.kind))).toEqual(
      ends.map(String),
    );
  });

  test("is void where its rule says so", () => {
    expect(afterOutage(voiding, open, since(10), since(20))).toEqual([
      { kind: "vote-closed", vote: "v", result: { kind: "void", why: "outage" }, published: undefined },
    ]);
  });

  test("is made longer once for one outage, and again for the next", () => {
    const first = extended(10, 20, london("2026-09-16T00:00"));
    const longer = motionOf("executive", opened(closes), first);
    expect(afterOutage(union, longer, since(10), since(20.5 - 0.5))).toEqual([]);
    expect(afterOutage(union, longer, since(30), since(40))).toMatchObject([{ awayFrom: since(30) }]);
  });

  test("that is closed by hand, or is over, stays as it is", () => {
    expect(afterOutage(union, motionOf("executive", opened()), since(1), since(9))).toEqual([]);
    expect(afterOutage(union, motionOf("executive"), since(1), since(9))).toEqual([]);
  });

  test("[P12] to what was called by consensus one may object for as much longer; nobody agrees by silence meanwhile", () => {
    const consensus = motionOf("council_consensus", opened(), called);
    const entries = afterOutage(council, consensus, since(40), since(60));
    expect(entries).toEqual([{ kind: "consensus-called", vote: "v", until: since(68) }, extended(40, 60, since(68))]);
    expect(afterOutage(council, motionOf("council_consensus", opened()), since(40), since(60))).toEqual([]);
    expect(
      afterOutage(council, motionOf("council_consensus", opened(), called, ...entries), since(40), since(60)),
    ).toEqual([]);
  });
});
