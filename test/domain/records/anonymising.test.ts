import { describe, expect, test } from "vitest";

import type { Case } from "../../../src/domain/case/case.ts";
import type { Entry } from "../../../src/domain/case/entry.ts";
import { anonymisingStep } from "../../../src/domain/records/anonymising.ts";
import { retentionOf, dayOfRetention } from "../../../src/domain/records/retention.ts";
import {
  at,
  caseAt,
  caseOf,
  carried,
  complainant,
  concluded,
  decided,
  goOn,
  ids,
  noticeSent,
  respondent,
  toParty,
  upTo,
} from "../../fakes/caseFile.ts";
import type { Played } from "../../fakes/caseFile.ts";
import { kth, officers } from "../../fakes/kth.ts";

const roster = { safety_officer: officers };
const decision = { kind: "decision", vote: "vote-1", outcome: "upheld" } as const;
const summonsArrived: Entry = {
  kind: "notice-delivered",
  notice: "notice-summons",
  how: "direct",
  when: at("2026-03-02T12:00"),
};

/** A case that was upheld with a sanction; both sides were told on 4 March, and it is closed. */
function told(sanction: string): Case {
  const when = at("2026-03-04T10:00");
  const arrived = (notice: string): Played => ({
    at: when,
    entry: { kind: "notice-delivered", notice, how: "direct", when },
  });
  return goOn(
    caseOf(...upTo.voting, carried, decided(sanction)),
    { at: at("2026-03-04T09:00"), entry: summonsArrived },
    noticeSent("n-a", toParty(complainant), decision),
    noticeSent("n-b", toParty(respondent), decision),
    arrived("n-a"),
    arrived("n-b"),
    concluded("inform", "informed", "closed"),
  );
}

const stepAt = (current: Case, local: string) => anonymisingStep(kth, roster, current, [], at(local), ids());

/** What an announcement brings about, and that it arrived. */
function afterTelling(current: Case, local: string): Case {
  const step = stepAt(current, local);
  if (step.kind !== "tell") throw new Error(`On ${local} it is ${step.kind}; an announcement was expected.`);
  const arrivals = step.entries.flatMap((entry): Entry[] =>
    entry.kind === "notice-sent"
      ? [{ kind: "notice-delivered", notice: entry.notice, how: "direct", when: at(local) }]
      : [],
  );
  return goOn(current, ...[...step.entries, ...arrivals].map((entry) => ({ at: at(local), entry })));
}

describe("a case that is over", () => {
  const closed = told("first_degree");

  test("[K29] is anonymised from the day after the last on which the decision can be challenged", () => {
    const retention = retentionOf(kth, closed);
    expect(retention === undefined ? "" : dayOfRetention(kth, retention.words).toString()).toBe("2026-04-04");
    // As long as the suspension holds nobody knows when everything goes.
    expect(retention?.all).toBeUndefined();
  });

  test("[E-18] is announced a week before, a second time the day before, and only then words go; each on a day of its own", () => {
    expect(stepAt(closed, "2026-03-27T09:00").kind).toBe("nothing");
    const once = afterTelling(closed, "2026-03-28T09:00");
    expect(once.records.told.map(({ on }) => on)).toEqual(["2026-04-04"]);
    expect(stepAt(once, "2026-03-28T10:00").kind).toBe("nothing");
    expect(stepAt(once, "2026-04-02T09:00").kind).toBe("nothing");
    const twice = afterTelling(once, "2026-04-03T09:00");
    expect(stepAt(twice, "2026-04-03T10:00").kind).toBe("nothing");
    expect(stepAt(twice, "2026-04-04T09:00")).toEqual({ kind: "erase-words", stay: ["party-b"] });
  });

  test("[E-18] a clock that jumps ten years announces it, and takes nothing", () => {
    const once = afterTelling(closed, "2036-03-28T09:00");
    expect(once.records.told.map(({ on }) => on)).toEqual(["2036-04-04"]);
    expect(stepAt(once, "2026-04-10T09:00").kind).toBe("nothing");
    const twice = afterTelling(once, "2036-04-04T09:00");
    expect(twice.records.told.at(-1)?.on).toBe("2036-04-05");
    expect(stepAt(twice, "2026-04-10T09:00").kind).toBe("nothing");
  });

  test("an announcement that reached nobody takes nothing", () => {
    const once = afterTelling(closed, "2026-03-28T09:00");
    const step = stepAt(once, "2026-04-03T09:00");
    const unread =
      step.kind === "tell" ? goOn(once, ...step.entries.map((entry) => ({ at: at("2026-04-03T09:00"), entry }))) : once;
    expect(stepAt(unread, "2026-04-04T09:00").kind).toBe("nothing");
  });

  test("is kept as long as an officer holds it, and announced anew after that", () => {
    const once = afterTelling(closed, "2026-03-28T09:00");
    const held = goOn(once, { kind: "anonymising-held", statement: "why" });
    expect(stepAt(held, "2027-04-04T09:00").kind).toBe("nothing");
    const released = goOn(held, { kind: "anonymising-released" });
    expect(afterTelling(released, "2027-04-04T09:00").records.told.map(({ on }) => on)).toEqual(["2027-04-11"]);
  });

  test("[K30] whoever has a sanction stays known by it until it has lapsed; then nothing is left", () => {
    const words = goOn(closed, { kind: "words-erased" });
    expect(stepAt(words, "2026-05-01T09:00").kind).toBe("nothing");
    const effective = at("2026-06-02T00:00");
    const lapsed = goOn(words, {
      kind: "sanction-lapsed",
      sanction: "first_degree",
      effective,
      party: undefined,
    });
    expect(stepAt(lapsed, "2026-06-02T09:00").kind).toBe("erase-all");
  });

  test.each([
    ["the case is open", caseAt("board_decision")],
    ["a notice has not reached a party", goOn(closed, noticeSent("n-c", toParty(respondent), decision))],
    [
      "an appeal is open",
      goOn(closed, {
        kind: "challenge-lodged",
        challenge: "1",
        rule: "appeal",
        party: "party-b",
        against: { outcome: "upheld", decision: "vote-1" },
        to: 0,
        ground: "new_evidence",
        words: "w",
        evidence: undefined,
        isLate: false,
      }),
    ],
  ])("is not anonymised while %s", (_, current) => {
    expect(retentionOf(kth, current)).toBeUndefined();
    expect(stepAt(current, "2036-04-04T09:00").kind).toBe("nothing");
  });
});
