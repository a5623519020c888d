import { expect, test } from "vitest";

import { closedVote, shownOf } from "./minutes.ts";

const came = { present: 9, voted: 9, recused: 1 };

/** What stood in the database before counts were kept whole, and what its minute says. */
test.each([
  [
    "a motion with its numbers",
    {
      kind: "carried",
      ...came,
      numbers: { tally: { inFavour: 5, against: 3, abstaining: 1 }, base: 8 },
    },
    "Carried. 5 in favour, 3 against, 1 abstained. More than 1/2 of the votes cast: 5 of 8 were needed. Reached. 9 were present; one had stepped aside. 9 of 10 voted.",
  ],
  [
    "a motion of which they were withheld",
    { kind: "lost", ...came },
    "Lost. The numbers are told to nobody, and nothing is left of them: with so few ballots, or so few on one side, they could show who voted how. 9 of 10 voted.",
  ],
  [
    "a choice",
    { kind: "chosen", ...came, taken: ["o2"], counts: { o1: 2, o2: 7 }, tied: [] },
    "Taken: Buses. 9 of 10 voted. Buses █████████ 7 ✓ Rents ██▌       2",
  ],
  [
    "a choice with a tie",
    { kind: "chosen", ...came, taken: ["o1"], counts: { o1: 4, o2: 4 }, tied: ["o1", "o2"] },
    "Taken: Rents. Equally often: Rents and Buses. 9 of 10 voted. Rents █████████ 4 ✓ Buses █████████ 4",
  ],
  [
    "a choice of which the numbers were withheld",
    { kind: "chosen", ...came, taken: ["o1"], tied: [] },
    "Taken: Rents. The numbers are told to nobody, and nothing is left of them: with so few ballots, or so few on one side, they could show who voted how. 9 of 10 voted.",
  ],
  [
    "an election",
    {
      kind: "elected",
      ...came,
      elected: ["o2"],
      vacant: 1,
      stages: [
        { kind: "first", of: [], votes: { o1: 400, o2: 500 }, elected: [] },
        { kind: "exclusion", of: ["o1"], votes: { o1: 0, o2: 900 }, elected: ["o2"] },
      ],
    },
    "Elected: Buses. 1 of 2 seats stays vacant. 9 of 10 voted. Stage 1. Buses 5.00, Rents 4.00. Stage 2. Excluded: Rents. Buses 9.00.",
  ],
])("an earlier minute is read and shown as it was: %s", (_, stored, words) => {
  expect(shownOf(closedVote(stored))).toBe(words);
});
