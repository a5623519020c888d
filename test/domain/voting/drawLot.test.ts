import { createHash } from "node:crypto";

import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { drawLot } from "../../../src/domain/voting/drawLot.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString("hex"));
const SEED = "00".repeat(32);
const OPTIONS = ["RON", "alex", "bo", "chris"];

describe("[F085] a lot is committed to before the vote and can be checked by anybody after it", () => {
  test("the commitment is what `printf '%s' SEED | sha256sum` says, and the order what it says of SEED:OPTION", () => {
    // Written down from the command line, not computed here.
    expect(sha256(SEED)).toBe("60e05bd1b195af2f94112fa7197a5c88289058840ce7c6df9693756bc6250f55");
    expect(drawLot(SEED, OPTIONS, sha256)).toEqual(["bo", "chris", "alex", "RON"]);
  });

  test("the order in which options are listed changes nothing, and one that is withdrawn leaves the others where they were", () => {
    fc.assert(
      fc.property(seeds, fc.shuffledSubarray(OPTIONS, { minLength: OPTIONS.length }), (seed, listed) => {
        const order = drawLot(seed, listed, sha256);
        expect(order).toEqual(drawLot(seed, OPTIONS, sha256));
        expect(order.filter((option) => option !== "bo")).toEqual(
          drawLot(
            seed,
            OPTIONS.filter((option) => option !== "bo"),
            sha256,
          ),
        );
      }),
    );
  });

  test("every option is drawn first about as often as every other", () => {
    const first = Array.from({ length: 4000 }, (_, i) => drawLot(sha256(`${i}`), OPTIONS, sha256)[0]);
    for (const option of OPTIONS) {
      const times = first.filter((each) => each === option).length;
      // Four standard deviations of a fair lot round 1000.
      expect(Math.abs(times - 1000)).toBeLessThan(4 * Math.sqrt(4000 * 0.25 * 0.75));
    }
  });

  test("a seed that could be guessed is an error", () => {
    for (const seed of ["", "1234", "AB".repeat(32), "ab".repeat(31)])
      expect(() => drawLot(seed, OPTIONS, sha256)).toThrow("64");
  });
});
