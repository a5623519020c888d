import { readFileSync } from "node:fs";

import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import { evolveConsensus, openConsensus } from "../../../../src/domain/voting/consensus/consensus.ts";
import type { Consensus } from "../../../../src/domain/voting/consensus/consensus.ts";
import { decideConsensus, settleConsensus } from "../../../../src/domain/voting/consensus/decideConsensus.ts";
import type { ConsensusAct } from "../../../../src/domain/voting/consensus/decideConsensus.ts";
import type { ConsensusRule, Rulebook } from "../../../../src/rulebook/rulebook.ts";
import { kth, rulebookOf } from "../../../fakes/kth.ts";

function consensusOf({ votes }: Rulebook, id: string): ConsensusRule {
  const rule = votes[id];
  if (rule?.method !== "consensus") throw new Error(`The vote "${id}" is no consensus.`);
  return rule;
}

const caucus = consensusOf(rulebookOf(readFileSync("src/rulebooks/cope397.yaml", "utf8")), "council_consensus");
const unanimous = consensusOf(kth, "appeal_consensus");

const MEMBERS = ["chair", "m2", "m3", "m4", "m5", "m6", "m7", "m8"];
const people = { chairs: ["chair"], membersOf: () => [] };
const until = Temporal.Instant.from("2027-03-03T10:00:00Z");
const later = until.add({ minutes: 1 });

type Step = readonly [person: string, act: ConsensusAct];

const put = (text: string): ConsensusAct => ({ kind: "put-text", text });
const object: ConsensusAct = { kind: "take-position", position: "object" };
const agree: ConsensusAct = { kind: "take-position", position: "agree" };
const standAside: ConsensusAct = { kind: "take-position", position: "stand-aside" };
const call: ConsensusAct = { kind: "call", until };
const started: readonly Step[] = [
  ["chair", put("v1")],
  ["chair", call],
];

/** Plays steps; a refusal is the last thing that happens. */
function play(steps: readonly Step[], rule = caucus, chairs: readonly string[] = ["chair"]) {
  let current: Consensus = openConsensus(MEMBERS);
  for (const [person, act] of steps) {
    const decided = decideConsensus(rule, current, { ...people, chairs }, person, act);
    if ("refused" in decided) return { current, refused: decided.refused };
    current = decided.reduce(evolveConsensus, current);
  }
  return { current, refused: undefined };
}

const settled = ({ current }: { readonly current: Consensus }, now = later, rule = caucus) =>
  settleConsensus(rule, current, people, now);

describe("[P12] the chair calls the consensus, and members may object", () => {
  const views = MEMBERS.map((person, i): Step => [person, { kind: "give-view", how: i < 6 ? "stated" : "passed" }]);

  test("six have stated their views and two have passed; nobody objects in time: adopted", () => {
    const played = play([["chair", put("v1")], ...views, ["chair", call]]);
    expect(played.current).toMatchObject({ stage: "called", version: 1 });
    expect(settled(played)).toEqual([{ kind: "adopted", objections: 0, standingAside: 0 }]);
  });

  test("one objects: not adopted, back to the discussion, and the next text is the second", () => {
    const objected = play([...started, ["m3", object]]);
    expect(objected.current).toMatchObject({ stage: "views", version: 1, numbers: { objections: 1 } });
    expect(settled(objected)).toEqual([]);
    const again = play([...started, ["m3", object], ["chair", put("v2")], ["chair", call]]);
    expect(again.current).toMatchObject({ stage: "called", version: 2, text: "v2" });
    expect(again.current.positions.size).toBe(0);
  });

  test("before the time is over nothing is adopted", () => {
    expect(settled(play(started), until.subtract({ seconds: 1 }))).toEqual([]);
    expect(settled(play(started), until)).toHaveLength(1);
  });

  test("standing aside is written down and prevents nothing, and whoever thinks again may object", () => {
    const aside = play([...started, ["m3", standAside], ["m4", standAside]]);
    expect(settled(aside)).toEqual([{ kind: "adopted", objections: 0, standingAside: 2 }]);
    expect(play([...started, ["m3", standAside], ["m3", object]]).current.stage).toBe("views");
  });

  test("where two objections prevent it, one alone does not, and it can be taken back", () => {
    const two: ConsensusRule = { ...caucus, objections: caucus.objections && { ...caucus.objections, block: 2 } };
    expect(settled(play([...started, ["m3", object]], two), later, two)).toMatchObject([
      { kind: "adopted", objections: 1 },
    ]);
    expect(play([...started, ["m3", object], ["m4", object]], two).current.stage).toBe("views");
    expect(play([...started, ["m3", object], ["m3", agree], ["m4", object]], two).current.stage).toBe("called");
  });

  test("[A23] what somebody said who then steps aside counts no longer, and they may say nothing more", () => {
    const two: ConsensusRule = { ...caucus, objections: caucus.objections && { ...caucus.objections, block: 2 } };
    const steps: readonly Step[] = [...started, ["m3", object], ["m3", { kind: "step-aside" }], ["m4", object]];
    expect(play(steps, two).current.stage).toBe("called");
    expect(play([...steps, ["m3", object]], two).refused).toBe("no-member");
  });

  test.each([
    [
      "only the chair calls it",
      [
        ["chair", put("v1")],
        ["m2", call],
      ],
      "not-the-chair",
    ],
    ["only the chair puts a text", [["m2", put("v1")]], "not-the-chair"],
    ["nothing is called without a text", [["chair", call]], "no-text"],
    ["there is nothing to say a view on without a text", [["m2", { kind: "give-view", how: "stated" }]], "no-text"],
    [
      "nobody objects before it is called",
      [
        ["chair", put("v1")],
        ["m2", object],
      ],
      "not-called",
    ],
    ["it is called once", [...started, ["chair", call]], "already-called"],
    ["the text stays while it is called", [...started, ["chair", put("v2")]], "already-called"],
    ["somebody from elsewhere has no say", [...started, ["stranger", object]], "no-member"],
  ] as const satisfies readonly (readonly [string, readonly Step[], string])[])("%s", (_, steps, refused) => {
    expect(play(steps).refused).toBe(refused);
  });

  test("nobody stands aside where the rule has no such thing", () => {
    const rule: ConsensusRule = {
      ...caucus,
      objections: caucus.objections && { ...caucus.objections, stand_aside: false },
    };
    expect(play([...started, ["m2", standAside]], rule).refused).toBe("no-standing-aside");
  });

  test("with a quorum it is not called while too few are there; whoever has given a view is", () => {
    const quorum = { present: 3, including: [], recused_count: false, check: ["open" as const] };
    const rule: ConsensusRule = { ...caucus, quorum };
    expect(play(started, rule).refused).toBe("inquorate");
    expect(play([["chair", put("v1")], ...views.slice(0, 3), ["chair", call]], rule).current.stage).toBe("called");
  });
});

test("[P09] a vote on the same can be opened only once the attempt has ended without consensus; then nothing more is said in it", () => {
  const ended = play([...started, ["m3", object], ["chair", { kind: "end-without" }]]);
  expect(ended.current.stage).toBe("ended-without");
  expect(play([...started, ["m3", object], ["chair", { kind: "end-without" }], ["chair", put("v2")]]).refused).toBe(
    "consensus-over",
  );
});

test("where nobody calls it, everybody who may vote has to agree, and it is adopted with the last of them", () => {
  const all = MEMBERS.map((person): Step => [person, agree]);
  const first: readonly Step[] = [
    ["m2", put("v1")],
    ["m2", { kind: "call", until: undefined }],
  ];
  expect(play([...first, ...all.slice(1)], unanimous, MEMBERS).current.stage).toBe("called");
  expect(play([...first, ...all], unanimous, MEMBERS).current.stage).toBe("adopted");
  const without: readonly Step[] = [...first, ["chair", { kind: "step-aside" }], ...all.slice(1)];
  expect(play(without, unanimous, MEMBERS).current.stage).toBe("adopted");
});

describe("laws of a consensus", () => {
  const acts: fc.Arbitrary<ConsensusAct> = fc.constantFrom(
    put("v"),
    call,
    object,
    agree,
    standAside,
    { kind: "give-view", how: "stated" },
    { kind: "step-aside" },
    { kind: "end-without" },
  );
  const stories = fc.array(fc.tuple(fc.constantFrom(...MEMBERS), acts), { maxLength: 30 });

  test("[P12][E-24] whatever is pressed in whatever order: nothing is adopted that was not called, nor over an objection", () => {
    fc.assert(
      fc.property(stories, (steps) => {
        let current = openConsensus(MEMBERS);
        for (const [person, act] of steps) {
          const decided = decideConsensus(caucus, current, people, person, act);
          if ("refused" in decided) continue;
          current = decided.reduce(evolveConsensus, current);
          const isObjecting = [...current.positions.values()].includes("object");
          expect(isObjecting && current.stage === "called").toBe(false);
          const isAdopted = settleConsensus(caucus, current, people, later).some(({ kind }) => kind === "adopted");
          expect(isAdopted && current.stage !== "called").toBe(false);
        }
      }),
    );
  });

  test("[P15] the numbers that are published name nobody", () => {
    fc.assert(
      fc.property(stories, (steps) => {
        const then = settleConsensus(caucus, play(steps).current, people, later);
        for (const member of MEMBERS) expect(JSON.stringify(then)).not.toContain(`"${member}"`);
      }),
    );
  });
});
