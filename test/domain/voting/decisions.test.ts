import { describe, expect, test } from "vitest";

import { count } from "../../../src/domain/voting/count.ts";
import type { Paper } from "../../../src/domain/voting/paper.ts";
import type { Elector } from "../../../src/domain/voting/question.ts";
import { neededOf } from "../../../src/domain/voting/quorum.ts";
import type { ConsensusRule, MotionRule, VoteRule } from "../../../src/rulebook/rulebook.ts";
import { kth, motionRule } from "../../fakes/kth.ts";
import vectors from "../../vectors/decision-vectors.json" with { type: "json" };

type Vector = (typeof vectors)[number];
type Rule = Vector["rule"];
type Threshold = NonNullable<Rule["threshold"]>[number];

const sanction = motionRule(kth, "sanction");
const bases = { cast: "votes_cast", present: "present", inOffice: "all_members" } as const;
const isBase = (base: string): base is keyof typeof bases => base in bases;

function majorityOf({ num, den, base, cmp }: Threshold): MotionRule["majority"] {
  if (!isBase(base)) throw new Error(`"${base}" is not known as a base.`);
  return { fraction: { numerator: num, denominator: den }, of: bases[base], strict: cmp === ">" };
}

function quorumOf({ quorum: asked }: Rule): MotionRule["quorum"] {
  if (asked === undefined) return undefined;
  const fraction = "fraction" in asked ? asked.fraction : undefined;
  const composition = "composition" in asked ? (asked.composition ?? []) : [];
  return {
    present: "min" in asked ? (asked.min ?? 1) : 1,
    ...(fraction && {
      share: { fraction: { numerator: fraction.num, denominator: fraction.den }, strict: fraction.cmp === ">" },
    }),
    ...("minWhenConflict" in asked && { when_conflicted: asked.minWhenConflict }),
    including: composition.map(({ role, min }) => ({ from: { kind: "body", id: role }, at_least: min })),
    recused_count: "recusedCount" in asked && (asked.recusedCount ?? false),
    check: ["open", "close"],
  };
}

function consensusOf(rule: Rule): ConsensusRule {
  const { clause, electorate, closed, secret, observers, ...common } = sanction;
  return {
    clause,
    electorate,
    closed,
    secret,
    observers,
    seconder: common.seconder,
    receipt: common.receipt,
    outage: common.outage,
    method: "consensus",
    called_by: { kind: "office", id: "chair" },
    objections: {
      within: { amount: 48, unit: "hours" },
      block: ("maxBlocks" in rule ? (rule.maxBlocks ?? 0) : 0) + 1,
      stand_aside: true,
    },
    quorum: quorumOf(rule),
  };
}

function ruleOf(rule: Rule): VoteRule {
  if (rule.kind === "consensus") return consensusOf(rule);
  const [majority, ...and_also] = (rule.threshold ?? []).map(majorityOf);
  if (majority === undefined) throw new Error("A motion needs a majority.");
  const turnout = "minTurnout" in rule ? { clause: "7.4", at_least: rule.minTurnout ?? 0 } : undefined;
  return {
    ...sanction,
    majority,
    and_also,
    quorum: quorumOf(rule),
    ...(turnout && { turnout }),
    tie: rule.tie === "chair" ? "chair" : "fails",
  };
}

const times = <Thing>(howMany: number, thing: Thing): readonly Thing[] =>
  Array.from({ length: Math.max(0, howMany) }, () => thing);

function papersOf({ rule, input }: Vector): readonly Paper[] {
  const inFavour = rule.kind === "consensus" ? "agree" : "in-favour";
  return [
    ...times(input.yes, [inFavour]),
    ...times(input.no, ["against"]),
    ...times(input.abstain, ["abstain"]),
    ...times(input.standAside ?? 0, ["stand-aside"]),
    ...times(input.block ?? 0, ["object"]),
    ...times(input.illegal ?? 0, ["in-favour", "against"]),
  ];
}

/** Those who voted come first, so that whoever a vector counts of a body is among them. */
function electorateOf({ input }: Vector, voted: number): readonly Elector[] {
  const stayed = input.recusedPresent ?? 0;
  const absent = { isPresent: false, isRecused: false, hasVoted: false };
  return [
    ...times(voted, { ...absent, hasVoted: true }),
    ...times(input.present - voted, { ...absent, isPresent: true }),
    ...times(stayed, { isPresent: true, isRecused: true, hasVoted: false }),
    ...times(input.recused - stayed, { ...absent, isRecused: true }),
    ...times(input.inOffice - input.present - input.recused, absent),
  ].map((elector, i) => ({ ...elector, person: `m${i}` }));
}

describe("cases from charters, statutes and handbooks", () => {
  test.each(vectors.map((vector) => [vector.id, vector.source, vector.expect, vector] as const))(
    "[K21][K22][F128][P12] %s, %s: %s",
    (_id, _source, expected, vector) => {
      const roles: Readonly<Record<string, number | undefined>> = vector.input.roles ?? {};
      const papers = papersOf(vector);
      const rule = ruleOf(vector.rule);
      const question = {
        rule,
        options: [],
        membersOf: (selector: VoteRule["electorate"]) =>
          "id" in selector ? Array.from({ length: roles[selector.id] ?? 0 }, (_, i) => `m${i}`) : [],
        lot: [],
      };
      const electorate = electorateOf(vector, papers.length);
      const found = count(question, electorate, { papers });
      const roll = { seats: electorate.length, entitled: electorate.filter((each) => !each.isRecused).length };
      const needed = rule.quorum === undefined ? 0 : neededOf(rule.quorum, roll);
      expect({ result: found.kind, needed }).toEqual({ result: expected, needed: vector.quorumNeeded });
    },
  );
});
