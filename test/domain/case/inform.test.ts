import { describe, expect, test } from "vitest";

import { decideAct } from "../../../src/domain/acts/decideAct.ts";
import type { Case } from "../../../src/domain/case/case.ts";
import type { Entry } from "../../../src/domain/case/entry.ts";
import {
  addresseesOf,
  concludeInforming,
  decisionNotices,
  notifiedAt,
  sendNotices,
} from "../../../src/domain/case/inform.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import {
  at,
  caseAt,
  caseOf,
  complainant,
  goOn,
  ids,
  received,
  respondent,
  toParty,
  upTo,
} from "../../fakes/caseFile.ts";
import { kth } from "../../fakes/kth.ts";
import { standingOf } from "../../fakes/standing.ts";

const toOfficers = { kind: "room", purpose: "officers" } as const;

/** The case after its notices were sent: id-1 to the complainant, id-2 to the respondent, id-3 to the officers' room. */
function sent(current: Case = caseAt("inform")): Case {
  const entries = sendNotices(kth, current, ids());
  if (isRefusal(entries)) throw new Error(entries.refused);
  return goOn(current, ...entries);
}

const delivered = (
  notice: string,
  when = "2026-03-04T10:00",
  how: "direct" | "room" | "by-hand" = "direct",
): Entry => ({
  kind: "notice-delivered",
  notice,
  how,
  when: at(when),
});

const toOfficer = (notice: string, person: string): Entry => ({
  kind: "notice-sent",
  notice,
  to: { kind: "person", person },
  subject: { kind: "decision", vote: "vote-1", outcome: "upheld" },
});

describe("who is told of what", () => {
  test.each([
    ["[K48] a decision to uphold: both parties and the officers", "board_decision", "upheld", 3],
    ["[K48][K50] a dismissal: the same", "board_decision", "dismissed", 3],
    ["[K42] no violation: the complainant alone", "assess", "no_violation", 1],
    ["[K42][V-02] a violation: nobody yet", "assess", "violation", 0],
    ["[V-02] contact with the complainant: nobody", "contact", "in_contact", 0],
    ["an outcome there is not: nobody", "assess", "guilty", 0],
    ["a closed stage: nobody", "closed", "upheld", 0],
  ] as const)("%s", (_, stage, outcome, count) => {
    expect(addresseesOf(kth, caseAt("inform"), stage, outcome)).toHaveLength(count);
  });

  test("[K48] a witness is told nothing, every respondent is", () => {
    const [, ...rest] = upTo.inform;
    const second = { party: "party-c", role: "respondent", hasAccount: false } as const;
    const witness = { party: "party-w", role: "witness", hasAccount: true } as const;
    const current = caseOf(received({ parties: [complainant, respondent, second, witness] }), ...rest);
    expect(addresseesOf(kth, current, "board_decision", "upheld")).toEqual([
      toParty(complainant),
      toParty(respondent),
      toParty(second),
      toOfficers,
    ]);
  });
});

describe("the notices of a decision", () => {
  test("[K48] one for each addressee, with an id of its own", () => {
    const subject = { kind: "decision", vote: "vote-1", outcome: "upheld" };
    expect(sendNotices(kth, caseAt("inform"), ids())).toEqual([
      { kind: "notice-sent", notice: "id-1", to: toParty(complainant), subject },
      { kind: "notice-sent", notice: "id-2", to: toParty(respondent), subject },
      { kind: "notice-sent", notice: "id-3", to: toOfficers, subject },
    ]);
  });

  test("[K48] they are sent once", () => {
    expect(sendNotices(kth, sent(), ids())).toEqual({ refused: "already-done" });
  });

  test("[K50] without a decision there is nothing to tell", () => {
    for (const point of ["contact", "board_decision", "voting", "closed"] as const)
      expect(sendNotices(kth, caseAt(point), ids())).toMatchObject({ refused: "not-at-this-stage" });
  });

  test.each([
    ["2026-02-28", { refused: "date-too-early", earliest: "2026-03-01" }],
    ["0026-03-05", { refused: "date-too-early", earliest: "2026-03-01" }],
    ["2026-03-01", [{ kind: "notice-delivered", how: "by-hand" }]],
    ["2026-03-05", [{ kind: "notice-delivered", how: "by-hand" }]],
    ["2026-03-06", { refused: "date-in-future", today: "2026-03-05" }],
  ])(
    "[K48][V-04] made on 1 March and entered on the 5th as delivered on %s: no officer makes the clocks begin before there was a decision",
    (on, expected) => {
      const standing = standingOf({ current: sent(), person: "s1", at: at("2026-03-05T18:00") });
      expect(decideAct(standing, { kind: "record-delivery", notice: "id-2", on }, ids())).toMatchObject(expected);
    },
  );

  test("[K48] the case is closed only when every notice has arrived", () => {
    const current = sent();
    expect(concludeInforming(kth, current)).toEqual([]);
    const two = goOn(current, delivered("id-1"), delivered("id-3", "2026-03-04T10:00", "room"));
    expect(concludeInforming(kth, two)).toEqual([]);
    const all = goOn(two, delivered("id-2", "2026-03-06T12:00", "by-hand"));
    expect(concludeInforming(kth, all)).toEqual([
      { kind: "stage-concluded", stage: "inform", outcome: "delivered", next: "closed", rules: [], reasons: undefined },
    ]);
  });

  test("[K48] a notice that failed has not arrived", () => {
    const failed = goOn(sent(), delivered("id-1"), delivered("id-3"), {
      kind: "notice-failed",
      notice: "id-2",
      reason: "discord-50007",
    });
    expect(concludeInforming(kth, failed)).toEqual([]);
    expect(notifiedAt(failed, respondent.party)).toBeUndefined();
  });

  test("[E-12] a notice to a room that could not be had is replaced by those to its people", () => {
    const current = goOn(
      sent(),
      { kind: "notice-failed", notice: "id-3", reason: "discord-50013" },
      toOfficer("id-4", "s1"),
      toOfficer("id-5", "s2"),
    );
    expect(decisionNotices(current).map(({ id }) => id)).toEqual(["id-1", "id-2", "id-4", "id-5"]);
    const all = goOn(current, delivered("id-1"), delivered("id-2"), delivered("id-4"), delivered("id-5"));
    expect(concludeInforming(kth, all)).toHaveLength(1);
  });

  test("[K57] each party has been told on the day of the own notice", () => {
    const current = goOn(sent(), delivered("id-1", "2026-03-06T10:00"), delivered("id-2", "2026-03-04T10:00"));
    expect(notifiedAt(current, complainant.party)).toEqual(at("2026-03-06T10:00"));
    expect(notifiedAt(current, respondent.party)).toEqual(at("2026-03-04T10:00"));
    expect(notifiedAt(current, "party-x")).toBeUndefined();
  });

  test("[K43] a summons that arrived is no notice of a decision", () => {
    const current = goOn(caseAt("inform"), delivered("notice-summons"));
    expect(notifiedAt(current, respondent.party)).toBeUndefined();
    expect(decisionNotices(current)).toEqual([]);
  });
});

const unnamed = (current: Case): Case => ({ ...current, isAnonymous: true });

describe("[C11] to whoever reported without a name nothing can be brought", () => {
  test("the decision lies where they look for it, and keeps nothing waiting", () => {
    const current = goOn(sent(unnamed(caseAt("inform"))), delivered("id-2"), delivered("id-3"));
    expect(concludeInforming(kth, current)).toMatchObject([{ kind: "stage-concluded", stage: "inform" }]);
    expect(notifiedAt(current, complainant.party)).toBeUndefined();
  });

  test("their time runs from when they read it", () => {
    const current = goOn(sent(unnamed(caseAt("inform"))), {
      kind: "notice-delivered",
      notice: "id-1",
      how: "channel",
      when: at("2026-05-20T10:00"),
    });
    expect(notifiedAt(current, complainant.party)).toEqual(at("2026-05-20T10:00"));
  });
});
