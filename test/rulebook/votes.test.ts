import { describe, expect, test } from "vitest";

import { vote } from "../../src/rulebook/schema/votes.ts";

const common = { clause: "6.1", electorate: "body:electorate", closed: true };
const election = { ...common, method: "ranked", seats: 1, reopen_nominations: true };
const motion = {
  ...common,
  method: "motion",
  majority: { fraction: "1/2", of: "present", strict: true },
  quorum: {
    present: 1,
    share: { fraction: "1/2", strict: true },
    when_conflicted: 4,
    recused_count: false,
    check: ["close"],
  },
  second_ballot: "replaces",
  tie: "fails",
};

/** What is wrong with a vote as a rulebook writes it. */
const faults = (written: unknown) =>
  (vote.safeParse(written).error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);

describe("a vote says what it is counted by", () => {
  test("[F093] with several seats it says how re-open nominations is counted, as it can mean three things", () => {
    expect(faults({ ...election, seats: 2 })).toEqual([
      "reopened: a vote with several seats says how re-open nominations is counted (reopened)",
    ]);
    expect(faults({ ...election, seats: 2, reopened: "again" })).toEqual([]);
    expect(faults({ ...election, seats: 2, reopen_nominations: false })).toEqual([]);
    expect(faults(election)).toEqual([]);
  });

  test("[F067] a count by hand has its clause, and there is none in a secret vote", () => {
    const hands = { clause: "5.7" };
    expect(faults({ ...motion, hands })).toEqual([]);
    expect(faults({ ...motion, hands, secret: true })).toEqual(["hands: a secret vote has no count by hand (hands)"]);
  });

  test("[F037][F128] several majorities, a share as quorum, fewer once somebody has stepped aside, and a turnout", () => {
    const written = {
      ...motion,
      and_also: [{ fraction: "2/3", of: "votes_cast", strict: false }],
      turnout: { clause: "7.4", at_least: 350 },
    };
    expect(faults(written)).toEqual([]);
    expect(vote.parse(written)).toMatchObject({
      and_also: [{ fraction: { numerator: 2, denominator: 3 } }],
      quorum: { share: { fraction: { numerator: 1, denominator: 2 }, strict: true }, when_conflicted: 4 },
    });
  });

  test("what is no share is refused", () => {
    expect(faults({ ...motion, quorum: { ...motion.quorum, share: { fraction: "0.5", strict: true } } })).toHaveLength(
      1,
    );
    expect(faults({ ...motion, and_also: [{ fraction: "3/2", of: "present", strict: true }] })).toHaveLength(1);
  });
});
