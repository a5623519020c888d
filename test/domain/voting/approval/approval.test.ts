import { describe, expect, test } from "vitest";

import { approvalOf } from "../../../../src/domain/voting/approval/approval.ts";
import type { VoteResult } from "../../../../src/domain/voting/result.ts";

const tally = { inFavour: 5, against: 2, abstaining: 0 };
const numbers = { tally, present: 7, recused: 0, base: 7 };
const carried: VoteResult = { kind: "carried", ...numbers };
const lost: VoteResult = { kind: "lost", ...numbers };
const inquorate: VoteResult = { kind: "inquorate", present: 2, needed: 5, missing: [] };

describe("[A34] the Board decides, and it takes effect once the membership has approved", () => {
  test.each([
    ["nobody has voted: the first body is waited for", undefined, undefined, { kind: "waiting", step: 0 }],
    ["the Board passed it: the membership is waited for", carried, undefined, { kind: "waiting", step: 1 }],
    ["both passed it", carried, carried, { kind: "approved" }],
    ["the membership refused it", carried, lost, { kind: "refused", step: 1 }],
    ["the Board refused it, whatever the membership says", lost, carried, { kind: "refused", step: 0 }],
    ["a vote without a quorum decides nothing: it can be held again", carried, inquorate, { kind: "waiting", step: 1 }],
    ["the second vote came too early", undefined, carried, { kind: "waiting", step: 0 }],
    [
      "a tie that waits for the chair is no answer",
      { ...carried, kind: "tied" },
      undefined,
      { kind: "waiting", step: 0 },
    ],
  ] as const satisfies readonly (readonly [string, VoteResult | undefined, VoteResult | undefined, unknown])[])(
    "%s",
    (_, board, membership, expected) => {
      expect(
        approvalOf([
          { text: "h1", result: board },
          { text: "h1", result: membership },
        ]),
      ).toEqual(expected);
    },
  );

  test("[F005] two bodies that passed different texts have approved nothing, until the second passes that of the first", () => {
    const trustees = { text: "h1", result: carried };
    expect(approvalOf([trustees, { text: "h2", result: carried }])).toEqual({ kind: "texts-differ", step: 1 });
    expect(approvalOf([trustees, { text: "h1", result: carried }])).toEqual({ kind: "approved" });
  });
});
