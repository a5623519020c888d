import { describe, expect, test } from "vitest";

import { decideAct } from "../../../src/domain/acts/decideAct.ts";
import { openVote } from "../../../src/domain/case/case.ts";
import type { Case } from "../../../src/domain/case/case.ts";
import type { Entry } from "../../../src/domain/case/entry.ts";
import { findNoQuorum, referCase } from "../../../src/domain/case/wayOut.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import type { Roster } from "../../../src/domain/roster.ts";
import type { Voter } from "../../../src/domain/voting/result.ts";
import { why } from "../../../src/domain/why/why.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import { caseAt, goOn, ids, motionPut } from "../../fakes/caseFile.ts";
import { kth, kthWith, motionRule, roster as whole } from "../../fakes/kth.ts";
import { standingOf } from "../../fakes/standing.ts";
import type { Situation } from "../../fakes/standing.ts";
import { boardOf } from "../voting/voters.ts";

/** Where a seat of the board stands during a vote. */
type Seat = "sits" | "aside" | "aside-after-coming" | "left-office" | "left-office-after-coming";

interface Quorum {
  readonly needed: number;
  readonly presidents: number;
  readonly recusedCount: boolean;
}

const sanction = motionRule(kth, "sanction");
const member = (seat: number) => `m${seat}`;
const presidents = [0, 1];

function rulesOf({ needed, presidents: atLeast, recusedCount }: Quorum): Rulebook {
  const rule = {
    ...sanction,
    quorum: {
      present: needed,
      including: atLeast === 0 ? [] : [{ from: { kind: "body", id: "presidency" } as const, at_least: atLeast }],
      recused_count: recusedCount,
      check: ["open" as const, "close" as const],
    },
  };
  return { ...kth, votes: { ...kth.votes, sanction: rule, dismissal: rule } };
}

const hasCome = (seat: Seat) => seat.endsWith("after-coming");
const isAside = (seat: Seat) => seat.startsWith("aside");

/** A vote of the whole board, and where everybody has stood since. */
function situationOf(board: readonly Seat[]) {
  const electorate = board.map((_, seat) => member(seat));
  const { votes, ...before } = caseAt("voting");
  const here: Case = {
    ...before,
    votes: votes.map((vote) => ({ ...vote, electorate })),
    recused: electorate.filter((_, seat) => isAside(board[seat] ?? "sits")),
  };
  const inOffice = electorate.filter((_, seat) => !board[seat]?.startsWith("left-office"));
  const [president, vice, others] = [member(0), member(1), inOffice.filter((id) => id !== "m0" && id !== "m1")];
  const roster: Roster = {
    president: inOffice.filter((id) => id === president),
    vice_president: inOffice.filter((id) => id === vice),
    board_member: others,
  };
  const voters = board.map((seat, i): Voter => ({
    person: member(i),
    isPresent: hasCome(seat),
    isRecused: isAside(seat),
    choice: undefined,
  }));
  return { current: here, roster, voters };
}

/** Whether some set of ballots makes it quorate: every set of those who may still vote is tried, and counted by hand. */
function canBeQuorate({ needed, presidents: atLeast, recusedCount }: Quorum, board: readonly Seat[]): boolean {
  const come = board.flatMap((seat, i) => {
    const counts = seat === "left-office-after-coming" || (seat === "aside-after-coming" && recusedCount);
    return counts ? [i] : [];
  });
  const open = board.flatMap((seat, i) => (seat === "sits" ? [i] : []));
  // Whoever has left office is of the presidency no longer.
  const ofPresidency = (i: number) => presidents.includes(i) && !board[i]?.startsWith("left-office");
  for (let set = 0; set < 2 ** open.length; set += 1) {
    const there = [...come, ...open.filter((_, bit) => Math.floor(set / 2 ** bit) % 2 === 1)];
    if (there.length >= needed && there.filter(ofPresidency).length >= atLeast) return true;
  }
  return false;
}

function* boards(size: number, seats: readonly Seat[]): Generator<readonly Seat[]> {
  for (let number = 0; number < seats.length ** size; number += 1)
    yield Array.from(
      { length: size },
      (_, i) => seats[Math.floor(number / seats.length ** i) % seats.length] ?? "sits",
    );
}

function differences(quorum: Quorum, size: number, seats: readonly Seat[]): readonly string[] {
  const rulebook = rulesOf(quorum);
  const found: string[] = [];
  for (const board of boards(size, seats)) {
    const { current, roster, voters } = situationOf(board);
    const isOpen = !isRefusal(referCase(rulebook, roster, current, [], voters, ids()));
    if (isOpen === canBeQuorate(quorum, board)) found.push(`${board.join()}: ${isOpen ? "open" : "shut"}`);
  }
  return found.slice(0, 3);
}

const quorums = [1, 2, 3, 4, 5].flatMap((needed) =>
  [0, 1, 2].flatMap((atLeast) =>
    [false, true].map((recusedCount): Quorum => ({ needed, presidents: atLeast, recusedCount })),
  ),
);

describe("[K22][K23][Q05] the way out is open exactly when no set of ballots could make the vote quorate", () => {
  test.each([1, 2, 3, 4, 5, 6, 7])("boards of %i: every quorum, every recusal", (size) => {
    for (const quorum of quorums)
      expect(differences(quorum, size, ["sits", "aside", "aside-after-coming"])).toEqual([]);
  });

  test.each([8, 9])("boards of %i: five of them, one of the presidency", (size) => {
    for (const recusedCount of [false, true])
      expect(
        differences({ needed: 5, presidents: 1, recusedCount }, size, ["sits", "aside", "aside-after-coming"]),
      ).toEqual([]);
  });

  test("boards of four of which some have left office during the vote", () => {
    const seats = ["sits", "aside", "aside-after-coming", "left-office", "left-office-after-coming"] as const;
    for (const quorum of quorums) expect(differences(quorum, 4, seats)).toEqual([]);
  });

  test("before a motion is put: boards of up to eight, every recusal", () => {
    const differ = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((size) =>
      [...boards(size, ["sits", "aside"])].flatMap((board) =>
        [0, 1, 2].filter((atLeast) => {
          const quorum = { needed: 4, presidents: atLeast, recusedCount: true };
          const { current, roster } = situationOf(board);
          const referred = referCase(rulesOf(quorum), roster, { ...current, votes: [] }, [], [], ids());
          return isRefusal(referred) === !canBeQuorate(quorum, board);
        }),
      ),
    );
    expect(differ).toEqual([]);
  });
});

const recused = (...people: readonly string[]) => people.map((person): Entry => ({ kind: "recused", person }));
const stuck = goOn(caseAt("voting"), ...recused("president", "vice"));
const refer = (situation: Situation) => {
  const voters = boardOf(openVote(situation.current)?.electorate ?? [], {});
  return decideAct(standingOf(situation), { kind: "refer", voters }, ids());
};

describe("referring a case whose board cannot be quorate", () => {
  test("[K23] the open vote ends as void, without a ballot, the case goes to the officer whom the memo names, and the officers are told", () => {
    const entries = refer({ current: stuck, person: "b3" });
    const missing = [{ body: "presidency", present: 0, needed: 1 }];
    expect(entries).toEqual([
      {
        kind: "vote-closed",
        vote: "vote-1",
        result: { kind: "cannot-be-quorate", present: 7, needed: 5, missing },
      },
      { kind: "referred", stage: "board_decision", next: "refer_seo", rule: "sanction" },
      {
        kind: "notice-sent",
        notice: "id-1",
        to: { kind: "room", purpose: "officers" },
        subject: { kind: "referred", stage: "board_decision", next: "refer_seo" },
      },
    ]);
    const then = isRefusal(entries) ? stuck : goOn(stuck, ...entries);
    expect(then.stage.stage).toBe("refer_seo");
    expect(openVote(then)).toBeUndefined();
    expect(then.decision).toBeUndefined();
    expect(then.concluded.at(-1)).toMatchObject({ stage: "board_decision", outcome: undefined });
  });

  test("before a motion is put there is no vote to end", () => {
    const current = goOn(caseAt("briefed"), { kind: "cleared", person: "b3" }, ...recused("president", "vice"));
    expect(refer({ current, person: "b3" })).toMatchObject([{ kind: "referred" }, { kind: "notice-sent" }]);
  });

  test("[K22] while enough may vote it is refused, with the numbers", () => {
    const current = goOn(caseAt("voting"), ...recused("president"));
    expect(refer({ current, person: "vice" })).toEqual({
      refused: "can-be-quorate",
      mayVote: 8,
      needed: 5,
      including: [{ body: "presidency", needed: 1 }],
      clause: "4.1",
    });
  });

  test("[K26] of those who are passed by, or handle the case, nobody is counted", () => {
    const { current } = situationOf(["sits", "sits", "sits", "sits", "sits"]);
    const roster = { ...whole, board_member: ["m2", "m3", "m4"], president: ["m0"], vice_president: ["m1"] };
    const before = { ...current, votes: [] };
    const numbers = (changed: Partial<Case>, parties: readonly string[] = []) =>
      findNoQuorum(kth, roster, { ...before, ...changed }, parties, [])?.numbers.present;
    expect(numbers({})).toBeUndefined();
    expect(numbers({ keptOut: ["m4"] })).toBe(4);
    expect(numbers({ handlers: ["m3", "m4"] })).toBe(3);
    expect(numbers({}, ["m2"])).toBe(4);
  });

  test("where the rules name no way out, it is refused by saying so, and the vote can be ended", () => {
    const rulebook = kthWith(
      "    tie: fails\n    unreachable_quorum: refer_seo\n  dismissal:",
      "    tie: fails\n  dismissal:",
    );
    const standing = { ...standingOf({ current: stuck, person: "b3" }), rulebook };
    const voters = boardOf(openVote(stuck)?.electorate ?? [], {});
    expect(why(standing, { kind: "refer", voters })).toMatchObject({
      by: { refused: "cannot-be-quorate", exit: undefined, unblock: [{ kind: "no-exit" }] },
    });
    const closed = decideAct(standing, { kind: "close-vote", voters }, ids());
    expect(closed).toMatchObject([{ kind: "vote-closed", result: { kind: "cannot-be-quorate" } }]);
  });

  test("a vote that cannot be quorate ends as void where enough may vote on a new motion, and nobody is referred", () => {
    const roster: Roster = { ...whole, vice_president: ["vice", "vice-2"] };
    const voters = boardOf(openVote(stuck)?.electorate ?? [], {});
    const chair = standingOf({ current: goOn(stuck, { kind: "cleared", person: "vice-2" }), person: "vice-2", roster });
    expect(decideAct(chair, { kind: "refer", voters }, ids())).toMatchObject({
      refused: "can-be-quorate",
      mayVote: 8,
    });
    const closed = decideAct(chair, { kind: "close-vote", voters }, ids());
    expect(closed).toMatchObject([{ kind: "vote-closed", result: { kind: "cannot-be-quorate" } }]);
    const then = isRefusal(closed) ? chair.current : goOn(chair.current, ...closed);
    const { kind: _, electorate: _fixed, rule: _rule, ...put } = motionPut({ vote: "vote-2" });
    const motion = decideAct({ ...chair, current: then }, { kind: "put-motion", ...put }, ids());
    expect(motion).toMatchObject([{ kind: "motion-put", electorate: expect.arrayContaining(["vice-2"]) as unknown }]);
  });

  test("a party who is a member of a body that may not decide is not led back to it", () => {
    const rulebook = kthWith(
      "    second_ballot: replaces\n    tie: fails\n    unreachable_quorum: refer_seo\n  dismissal:",
      "    second_ballot: replaces\n    tie: fails\n    unreachable_quorum: board_decision\n  dismissal:",
    );
    const found = findNoQuorum(rulebook, whole, { ...stuck, partyInBody: "board" }, [], []);
    expect(found?.numbers.exit).toBe("refer_seo");
  });
});

describe("who refers a case", () => {
  const briefed = goOn(caseAt("briefed"), ...recused("president", "vice"));
  const cleared = goOn(briefed, { kind: "cleared", person: "b3" });
  test.each([
    ["somebody who is left of the body, once nothing stands in the way", cleared, "b3", "referred"],
    ["somebody who is left, before saying so", cleared, "b4", "conflict-first"],
    ["an officer, while somebody of the body can", cleared, "s1", "not-your-task"],
    ["an officer, where nobody of the body has said that nothing is in the way", briefed, "s1", "referred"],
    [
      "an officer, before there is a brief",
      goOn(caseAt("board_decision"), ...recused("president", "vice")),
      "s2",
      "referred",
    ],
    ["an officer at another stage", caseAt("refer_seo"), "s1", "not-at-this-stage"],
    ["whoever stepped aside", cleared, "president", "nothing-here"],
    ["a respondent who is told of the case", cleared, "nils", "not-your-task"],
    ["a stranger", cleared, "a stranger", "nothing-here"],
  ] as const)("%s", (_, current, person, expected) => {
    const entries = refer({ current, person });
    const answer = isRefusal(entries) ? entries.refused : entries.some(({ kind }) => kind === "referred") && "referred";
    expect(answer).toBe(expected);
  });

  test("the chair alone, while the body has one who takes part", () => {
    const current = goOn(
      caseAt("briefed"),
      ...["president", "b3"].map((person): Entry => ({ kind: "cleared", person })),
    );
    const roster: Roster = { ...whole, board_member: ["b3", "b4"], vice_president: [] };
    expect(refer({ current, person: "b3", roster })).toMatchObject({ refused: "not-the-chair" });
    expect(refer({ current, person: "president", roster })).toMatchObject([{ kind: "referred" }, {}]);
  });

  test("an officer, where nobody of the body is left at all", () => {
    const everybody = ["president", "vice", "b3", "b4", "b5", "b6", "b7", "b8", "b9"];
    const current = goOn(caseAt("voting"), ...recused(...everybody));
    expect(refer({ current, person: "s1" })).toMatchObject([{ kind: "vote-closed" }, { kind: "referred" }, {}]);
  });
});
