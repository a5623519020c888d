import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { shareOf } from "../../../src/domain/sanctions/groups.ts";

const fifth = { numerator: 1, denominator: 5 };

describe("a group that is answerable as one", () => {
  test.each([
    { rule: "[F275] 7 of 40 are less than a fifth", size: 40, involved: 7, isAnswerable: false, needed: 8 },
    { rule: "[F275] 8 of 40 are a fifth", size: 40, involved: 8, isAnswerable: true, needed: 8 },
    {
      rule: "[F275] of 41 nine are needed: a fifth is more than 8",
      size: 41,
      involved: 8,
      isAnswerable: false,
      needed: 9,
    },
    { rule: "of a group of nobody nobody was involved", size: 0, involved: 0, isAnswerable: false, needed: 0 },
  ])("$rule", ({ size, involved, isAnswerable, needed }) => {
    expect(shareOf(fifth, size, involved)).toEqual({ size, involved, needed, isAnswerable });
  });

  test("the number that is said to be needed is the smallest that is enough", () => {
    const number = fc.integer({ min: 1, max: 2000 });
    fc.assert(
      fc.property(number, number, number, (size, a, b) => {
        const share = { numerator: Math.min(a, b), denominator: Math.max(a, b) };
        const { needed } = shareOf(share, size, 0);
        expect(shareOf(share, size, needed).isAnswerable).toBe(true);
        expect(shareOf(share, size, needed - 1).isAnswerable).toBe(false);
      }),
    );
  });
});
