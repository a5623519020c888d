import fc from "fast-check";
import { expect, test } from "vitest";

import { elections } from "../domain/voting/ranked/elections.ts";
import { sheetByHand, sheetOf } from "../domain/voting/ranked/sheets.ts";

test("[F085] thousands of elections under the ERS97 rules are counted at every stage as by hand", () => {
  fc.assert(
    fc.property(elections([], 100), (election) => {
      expect(sheetOf(election)).toEqual(sheetByHand(election));
    }),
    { numRuns: 4000 },
  );
});
