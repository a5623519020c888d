import type { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import { openVote } from "../../../src/domain/case/case.ts";
import type { Case } from "../../../src/domain/case/case.ts";
import { extendCall } from "../../../src/domain/case/missedCall.ts";
import { caseAt, filed, goOn } from "../../fakes/caseFile.ts";
import { board } from "../../fakes/kth.ts";

const put = goOn(caseAt("briefed"), ...board.map((person) => ({ kind: "cleared", person }) as const), {
  kind: "motion-put",
  vote: "vote-1",
  motion: "uphold",
  rule: "sanction",
  findings: ["boundaries"],
  severity: "ordinary",
  sanction: "warning",
  reasons: "reasons",
  electorate: board,
  seats: board.length,
});
const calledUntil = (hours: number | undefined): Case =>
  goOn(put, {
    kind: "consensus-called",
    vote: "vote-1",
    until: hours === undefined ? undefined : openedAt.add({ hours }),
  });
const openedAt: Temporal.Instant =
  openVote(goOn(put, { kind: "consensus-called", vote: "vote-1", until: undefined }))?.called?.at ?? filed;
const away = (from: number, until: number) => ({
  from: openedAt.add({ minutes: from * 60 }),
  until: openedAt.add({ minutes: until * 60 }),
});

/** Until how many hours after it was called one may object in the end, where each time that was missed is made up for. */
function endOf(current: Case, outages: readonly ReturnType<typeof away>[]): number | undefined {
  const [entry] = extendCall(current, outages);
  if (entry !== undefined) return endOf(goOn(current, entry), outages);
  const until = openVote(current)?.called?.until;
  return until === undefined ? undefined : openedAt.until(until).total("hours");
}

describe("[E-26] where Redress was away while one could object to what was called, one may object for as much longer", () => {
  test.each([
    ["never", [], 48],
    ["over the end", [away(47, 50)], 51],
    ["in the middle", [away(10, 13)], 51],
    ["before and after it was called", [away(-5, 2)], 50],
    ["before it was called", [away(-5, -2)], 48],
    ["after it was over", [away(49, 60)], 48],
    ["twice", [away(10, 13), away(20, 22)], 53],
    ["again in what it was made longer by", [away(47, 50), away(50.5, 52)], 52.5],
    ["twice, which two instances kept that came back one after the other", [away(10, 13), away(10, 13.5)], 51.5],
  ])("away %s", (_, outages, end) => {
    expect(endOf(calledUntil(48), outages)).toBe(end);
  });

  test("what was not called, or has no end, is not made longer", () => {
    expect(extendCall(put, [away(0, 9)])).toEqual([]);
    expect(extendCall(calledUntil(undefined), [away(0, 9)])).toEqual([]);
  });

  test("it stays called when it was", () => {
    const longer = goOn(calledUntil(48), ...extendCall(calledUntil(48), [away(10, 13)]));
    expect(openVote(longer)?.called).toMatchObject({ at: openedAt, away: [away(10, 13)] });
  });
});
