import type { MotionRule, Rulebook } from "../../rulebook/rulebook.ts";
import type { Fraction, Selector, Span } from "../../rulebook/schema/vocabulary.ts";

/** Something that Redress does by a clause, with its numbers. */
export type Resting =
  | {
      readonly kind: "vote";
      readonly vote: string;
      /** What is put to this vote in a case; none where it is a vote of its own. */
      readonly motions: readonly string[];
      readonly present: number | undefined;
      readonly including: readonly { readonly from: Selector; readonly atLeast: number }[];
      /** The share of all seats that must be present too, and how many are enough once somebody has stepped aside. */
      readonly share?: { readonly fraction: Fraction; readonly strict: boolean };
      readonly conflicted?: number;
      /** How many must have voted. */
      readonly turnout?: number;
      /** What has to be reached; more than one where a rule has further majorities. */
      readonly majorities: readonly { readonly fraction: Fraction; readonly of: string; readonly strict: boolean }[];
    }
  | { readonly kind: "sanction"; readonly sanction: string; readonly lasts: Span }
  | { readonly kind: "challenge"; readonly challenge: string; readonly within: Span }
  | { readonly kind: "task"; readonly task: string; readonly within: Span }
  | { readonly kind: "stage"; readonly stage: string; readonly within: Span }
  | { readonly kind: "summons"; readonly notice: Span; readonly attempts: number };

/** Everything with a number that the rulebook does by a clause, in the order of the file. */
export function restsOn(rulebook: Rulebook, clause: string): readonly Resting[] {
  return [
    ...stagesBy(rulebook, clause),
    ...votesBy(rulebook, clause),
    ...sanctionsBy(rulebook, clause),
    ...challengesBy(rulebook, clause),
  ];
}

function stagesBy({ procedures }: Rulebook, clause: string): readonly Resting[] {
  const stages = Object.values(procedures).flatMap((procedure) => Object.entries(procedure.stages));
  return stages.flatMap(([id, stage]): readonly Resting[] => {
    if (stage.kind === "closed") return [];
    const tasks = stage.tasks.flatMap((task) =>
      task.within !== undefined && (task.clause ?? stage.clause) === clause
        ? [{ kind: "task" as const, task: task.id, within: task.within }]
        : [],
    );
    if (stage.clause !== clause) return tasks;
    const summons =
      "summons" in stage && stage.summons !== undefined ? [{ kind: "summons" as const, ...stage.summons }] : [];
    const target =
      stage.target === undefined ? [] : [{ kind: "stage" as const, stage: id, within: stage.target.within }];
    return [...tasks, ...summons, ...target];
  });
}

function votesBy({ procedures, votes }: Rulebook, clause: string): readonly Resting[] {
  const stages = Object.values(procedures).flatMap((procedure) => Object.values(procedure.stages));
  const motionsOf = (vote: string) =>
    stages.flatMap((stage) =>
      stage.kind === "vote"
        ? Object.entries(stage.motions).flatMap(([id, motion]) => (motion.vote === vote ? [id] : []))
        : [],
    );
  return Object.entries(votes).flatMap(([id, rule]) =>
    rule.method === "motion" && rule.clause === clause ? [voteOf(id, rule, motionsOf(id))] : [],
  );
}

function voteOf(vote: string, rule: MotionRule, motions: readonly string[]): Resting {
  const { majority, and_also, quorum, turnout } = rule;
  return {
    kind: "vote",
    vote,
    motions: [...new Set(motions)],
    present: quorum?.present,
    including: (quorum?.including ?? []).map(({ from, at_least: atLeast }) => ({ from, atLeast })),
    ...(quorum?.share !== undefined && { share: quorum.share }),
    ...(quorum?.when_conflicted !== undefined && { conflicted: quorum.when_conflicted }),
    ...(turnout !== undefined && { turnout: turnout.at_least }),
    majorities: [majority, ...and_also].map(({ fraction, of, strict }) => ({ fraction, of, strict })),
  };
}

function sanctionsBy({ sanctions }: Rulebook, clause: string): readonly Resting[] {
  return Object.entries(sanctions).flatMap(([id, rule]) =>
    rule.clause === clause && rule.kind === "dated" && rule.lasts !== "chosen"
      ? [{ kind: "sanction" as const, sanction: id, lasts: rule.lasts }]
      : [],
  );
}

function challengesBy({ challenges }: Rulebook, clause: string): readonly Resting[] {
  return Object.entries(challenges).flatMap(([id, rule]) =>
    rule.clause === clause && rule.window !== "none" && "within" in rule.window
      ? [{ kind: "challenge" as const, challenge: id, within: rule.window.within }]
      : [],
  );
}
