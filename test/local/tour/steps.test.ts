import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import type { Entry } from "../../../src/domain/case/entry.ts";
import { foldCase } from "../../../src/domain/case/foldCase.ts";
import type { VoteResult } from "../../../src/domain/voting/result.ts";
import { kthSteps } from "../../../src/local/tour/kthSteps.ts";
import type { TourFacts } from "../../../src/local/tour/tourFacts.ts";
import { statesOf } from "../../../src/local/tour/tourStep.ts";
import type { TourStepState } from "../../../src/sandbox/page/tour.ts";
import { kth } from "../../journeys/people.ts";

const day = (date: string) => Temporal.Instant.from(`${date}T12:00:00Z`);

const received: Entry = {
  kind: "received",
  origin: "discord",
  procedure: "conduct",
  startsAt: "contact",
  relation: "affected",
  rules: ["boundaries"],
  statement: "s1",
  parties: [
    { party: "c", role: "complainant", hasAccount: true },
    { party: "r", role: "respondent", hasAccount: true },
  ],
  handlers: ["sara", "omar"],
  keptOut: [],
  partyInBody: undefined,
};
const concluded = (stage: string, outcome: string, next: string): Entry => ({
  kind: "stage-concluded",
  stage,
  outcome,
  next,
  rules: [],
  reasons: undefined,
});
const acknowledgement: Entry = {
  kind: "notice-sent",
  notice: "n0",
  to: { kind: "party", party: "c", role: "complainant" },
  subject: { kind: "acknowledgement", statement: "s2" },
};
const hearing = [
  concluded("contact", "in_contact", "assess"),
  concluded("assess", "violation", "witnesses"),
  concluded("witnesses", "done", "hear_respondent"),
  concluded("hear_respondent", "heard", "board_decision"),
];
const brief: readonly Entry[] = [
  { kind: "brief-drafted", statement: "s3", officer: "sara" },
  { kind: "brief-approved", officer: "omar" },
];
const aside: Entry = { kind: "recused", person: "bea" };
const motion: Entry = {
  kind: "motion-put",
  electorate: ["petra", "dina"],
  vote: "v1",
  motion: "uphold",
  rule: "sanction",
  findings: ["boundaries"],
  severity: "ordinary",
  sanction: "warning",
  reasons: "s4",
};
const decided = (sanction: string | undefined): Entry => ({
  kind: "decided",
  vote: "v1",
  outcome: sanction === undefined ? "dismissed" : "upheld",
  sanction,
  next: "inform",
});
const notice = (party: "c" | "r"): readonly Entry[] => [
  {
    kind: "notice-sent",
    notice: `n-${party}`,
    to: { kind: "party", party, role: party === "c" ? "complainant" : "respondent" },
    subject: { kind: "decision", vote: "v1", outcome: "upheld" },
  },
];
const delivered = (party: "c" | "r"): Entry => ({
  kind: "notice-delivered",
  notice: `n-${party}`,
  how: "direct",
  when: day("2026-03-01"),
});
const lapsed: Entry = { kind: "sanction-lapsed", sanction: "warning", effective: day("2027-03-01") };
const notices = [...notice("c"), ...notice("r")];

const inquorate: VoteResult = { kind: "inquorate", present: 4, needed: 5, missing: [] };
const carried: VoteResult = {
  kind: "carried",
  tally: { inFavour: 5, against: 0, abstaining: 0 },
  present: 5,
  recused: 1,
  base: 5,
};

interface Happened {
  readonly entries: readonly Entry[];
  readonly result?: VoteResult;
  readonly wasRefused?: boolean;
  readonly now?: string;
}

function factsOf({ entries, result, wasRefused = false, now = "2026-03-01" }: Happened): TourFacts {
  const recorded = entries.map((entry, at) => ({
    version: at + 1,
    at: day("2026-03-01"),
    by: { kind: "platform" } as const,
    entry,
  }));
  return {
    rulebook: kth,
    now: day(now),
    current: entries.length === 0 ? undefined : foldCase({ id: "k1", codeName: "amber-fox-11", entries: recorded }),
    vote: result === undefined ? undefined : { vote: "v1", isOpen: true, result, wasRefused, voted: [] },
    cleared: [],
    aside: [],
  };
}

function statesIn(happened: Happened): Readonly<Record<TourStepState, readonly string[]>> {
  const states = statesOf(kthSteps, factsOf(happened));
  const ids = (state: TourStepState) => kthSteps.filter((_, at) => states[at] === state).map(({ id }) => id);
  return { done: ids("done"), now: ids("now"), later: ids("later"), missed: ids("missed") };
}

const order = kthSteps.map(({ id }) => id);
const toBoard = [received, acknowledgement, ...hearing, ...brief];
const toDecision = [...toBoard, aside, motion, decided("warning")];

describe("how far the story is", () => {
  const cases: readonly [what: string, now: string | undefined, happened: Happened][] = [
    ["nothing has happened", "file", { entries: [] }],
    ["a report is in", "receive", { entries: [received] }],
    [
      "an officer leads the case but has not written",
      "receive",
      { entries: [received, { kind: "taken", officer: "sara" }] },
    ],
    ["the complainant has been written to", "hear", { entries: [received, acknowledgement] }],
    ["the witnesses are heard", "hear", { entries: [received, acknowledgement, ...hearing.slice(0, 3)] }],
    ["the respondent is heard", "brief", { entries: [received, acknowledgement, ...hearing] }],
    ["the brief is written, not approved", "brief", { entries: toBoard.slice(0, -1) }],
    ["the brief is approved", "conflict", { entries: toBoard }],
    ["a member stepped aside", "inquorate", { entries: [...toBoard, aside] }],
    ["four have voted", "inquorate", { entries: [...toBoard, aside, motion], result: inquorate }],
    [
      "four have voted and closing was refused",
      "quorum",
      { entries: [...toBoard, aside, motion], result: inquorate, wasRefused: true },
    ],
    ["a fifth has voted", "warning", { entries: [...toBoard, aside, motion], result: carried, wasRefused: true }],
    ["the warning is decided", "notices", { entries: toDecision, result: carried, wasRefused: true }],
    [
      "notices are sent, one has not arrived",
      "notices",
      { entries: [...toDecision, ...notices, delivered("c")], result: carried, wasRefused: true },
    ],
    [
      "both parties have been told",
      "appeal",
      { entries: [...toDecision, ...notices, delivered("c"), delivered("r")], result: carried, wasRefused: true },
    ],
    [
      "it is the last day for an appeal",
      "appeal",
      {
        entries: [...toDecision, ...notices, delivered("c"), delivered("r")],
        result: carried,
        wasRefused: true,
        now: "2026-03-31",
      },
    ],
    [
      "the window has closed",
      "lapse",
      {
        entries: [...toDecision, ...notices, delivered("c"), delivered("r")],
        result: carried,
        wasRefused: true,
        now: "2026-04-01",
      },
    ],
    [
      "the warning has lapsed",
      undefined,
      {
        entries: [...toDecision, ...notices, delivered("c"), delivered("r"), lapsed],
        result: carried,
        wasRefused: true,
        now: "2027-03-01",
      },
    ],
  ];
  test.each(cases)("when %s, the step to do now is %s", (_, now, happened) => {
    const at = now === undefined ? order.length : order.indexOf(now);
    expect(statesIn(happened)).toEqual({
      done: order.slice(0, at),
      now: now === undefined ? [] : [now],
      later: order.slice(at + 1),
      missed: [],
    });
  });
});

describe("a story that goes another way", () => {
  test("a step that was passed over is missed, and done as soon as it happens after all", () => {
    const happened: Happened = { entries: [...toBoard, motion], result: inquorate, wasRefused: true };
    expect(statesIn(happened)).toMatchObject({ missed: ["conflict"], now: ["quorum"] });
    expect(statesIn({ ...happened, entries: [...toBoard, motion, aside] })).toMatchObject({
      missed: [],
      now: ["quorum"],
    });
  });

  test("five who vote at once make the quorum without a refusal before", () => {
    const states = statesIn({ entries: [...toBoard, aside, motion], result: carried });
    expect(states).toMatchObject({ missed: ["inquorate"], now: ["warning"] });
  });

  test.each(["admonition", undefined])("where the board decides on %s, nothing will lapse", (sanction) => {
    const states = statesIn({
      entries: [...toBoard, aside, motion, decided(sanction)],
      result: carried,
      wasRefused: true,
    });
    expect(states).toMatchObject({ missed: ["warning", "lapse"], now: ["notices"], later: ["appeal"] });
  });

  test("at a moment when both parties can still appeal, the clock is moved by thirty days, and on the last day by one", () => {
    const appeal = kthSteps.find(({ id }) => id === "appeal");
    const told: Happened = { entries: [...toDecision, ...notices, delivered("c"), delivered("r")] };
    expect(appeal?.move?.(factsOf(told))).toBe("month");
    expect(appeal?.move?.(factsOf({ ...told, now: "2026-03-31" }))).toBe("day");
  });
});
