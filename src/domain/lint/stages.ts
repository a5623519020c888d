import type { Rulebook } from "../../rulebook/rulebook.ts";
import { isConcludedByHand } from "../case/conclude.ts";
import type { StageId } from "../identity.ts";
import type { Finding } from "./finding.ts";
import { edgesOf, endingOutcomes, needsSummons, reachedFrom, startsOf } from "./stageGraph.ts";
import { allOf } from "./words.ts";

/** Stages that no case comes to, or that no case comes out of. */
export function lintStages(rulebook: Rulebook): readonly Finding[] {
  return Object.keys(rulebook.procedures).flatMap((procedure) => [
    ...neverReached(rulebook, procedure),
    ...withoutWayOut(rulebook, procedure),
    ...neverMet(rulebook, procedure),
    ...nobodyToSummon(rulebook, procedure),
    ...onlyWithoutRespondent(rulebook, procedure),
    ...neverLedTo(rulebook, procedure),
  ]);
}

const pathOf = (procedure: string, stage: StageId) => ["procedures", procedure, "stages", stage];

function stagesOf(rulebook: Rulebook, procedure: string) {
  return rulebook.procedures[procedure]?.stages ?? {};
}

function reachedAtAll(rulebook: Rulebook, procedure: string): ReadonlySet<StageId> {
  const edges = edgesOf(rulebook, procedure);
  return new Set(startsOf(rulebook, procedure).flatMap((start) => [...reachedFrom(edges, start)]));
}

function neverReached(rulebook: Rulebook, procedure: string): readonly Finding[] {
  const reached = reachedAtAll(rulebook, procedure);
  return Object.entries(stagesOf(rulebook, procedure)).flatMap(([id, stage]): readonly Finding[] =>
    reached.has(id)
      ? []
      : [
          {
            level: "cannot-work",
            kind: "stage-never-reached",
            path: pathOf(procedure, id),
            isOfKey: true,
            clause: stage.clause,
            message: `no case ever comes to the stage "${id}"`,
            example: `Cases come to ${allOf([...reached])}; nothing leads from one of these to "${id}".`,
          },
        ],
  );
}

/** Of each group of stages that lead only to one another one is told: what leads there is not itself at fault. */
function withoutWayOut(rulebook: Rulebook, procedure: string): readonly Finding[] {
  const stages = stagesOf(rulebook, procedure);
  const edges = edgesOf(rulebook, procedure);
  const reach = new Map(
    [...reachedAtAll(rulebook, procedure)].map((stage) => [stage, reachedFrom(edges, stage)] as const),
  );
  const isTrap = (stage: StageId, reached: ReadonlySet<StageId>) =>
    [...reached].every((other) => stages[other]?.kind !== "closed" && reach.get(other)?.has(stage) === true);
  const told = new Set<StageId>();
  return [...reach].flatMap(([id, reached]): readonly Finding[] => {
    const stage = stages[id];
    if (stage === undefined || stage.kind === "closed" || told.has(id) || !isTrap(id, reached)) return [];
    for (const other of reached) told.add(other);
    const isStuck = !edges.some(({ from }) => from === id);
    // Where needs are what keeps it, these are told.
    if (isStuck && unmetOutcomes(rulebook, procedure, id).length > 0) return [];
    return [
      {
        level: "cannot-work",
        kind: "no-way-out",
        path: pathOf(procedure, id),
        isOfKey: true,
        clause: stage.clause,
        message: `nothing leads from the stage "${id}" to the end of a case`,
        example: isStuck
          ? `A case that comes to "${id}" stays there: ${stage.kind === "vote" ? "none of its motions leads" : "it has no outcome that leads"} anywhere.`
          : `A case that comes to "${id}" goes round for ever: ${[...reached, id].join(" → ")}.`,
      },
    ];
  });
}

function unmetOutcomes(rulebook: Rulebook, procedure: string, id: StageId): readonly string[] {
  const stages = stagesOf(rulebook, procedure);
  const stage = stages[id];
  if (stage === undefined || !isConcludedByHand(stage)) return [];
  const ending = endingOutcomes(stages, id);
  return Object.keys(stage.outcomes).filter((outcome) => !ending.includes(outcome));
}

function neverMet(rulebook: Rulebook, procedure: string): readonly Finding[] {
  return Object.entries(stagesOf(rulebook, procedure)).flatMap(([id, stage]) =>
    unmetOutcomes(rulebook, procedure, id).map((outcome): Finding => ({
      level: "cannot-work",
      kind: "need-never-met",
      path: [...pathOf(procedure, id), "outcomes", outcome, "needs"],
      clause: stage.clause,
      message: `the outcome "${outcome}" waits for a summons, but neither "${id}" nor a stage before it has one (summons)`,
      example: `A case at "${id}" never ends with "${outcome}": nobody can be summoned.`,
    })),
  );
}

/** A report may name nobody it is about: then nobody can be summoned. */
function nobodyToSummon(rulebook: Rulebook, procedure: string): readonly Finding[] {
  const { report } = rulebook.intake;
  const mayNameNobody = !report.fields.some((field) => field.type === "people" && field.required);
  const started = [report.procedure, ...report.routes.map((route) => route.procedure)];
  if (!mayNameNobody || !started.includes(procedure)) return [];
  const stages = stagesOf(rulebook, procedure);
  return Object.entries(stages).flatMap(([id, stage]): readonly Finding[] => {
    if (!isConcludedByHand(stage)) return [];
    const outcomes = endingOutcomes(stages, id);
    if (outcomes.length === 0 || !outcomes.every((outcome) => needsSummons(stages, id, outcome))) return [];
    return [
      {
        level: "cannot-work",
        kind: "nobody-to-summon",
        path: [...pathOf(procedure, id), "outcomes"],
        clause: stage.clause,
        message: `a case without a known respondent cannot leave the stage "${id}": each of its outcomes waits for a summons`,
        example: `A report need not name anybody (no field of people is required). At "${id}" there is then nobody to summon, and ${allOf(outcomes.map((outcome) => `"${outcome}"`))} can never be said.`,
      },
    ];
  });
}

/** Once a report says whom it is about, what needs that not to be known is not offered. */
function onlyWithoutRespondent(rulebook: Rulebook, procedure: string): readonly Finding[] {
  const stages = stagesOf(rulebook, procedure);
  return Object.entries(stages).flatMap(([id, stage]): readonly Finding[] => {
    if (!isConcludedByHand(stage)) return [];
    const outcomes = endingOutcomes(stages, id);
    const isOnlyWithout = (outcome: string) => stage.outcomes[outcome]?.needs.includes("no_respondent") === true;
    if (outcomes.length === 0 || !outcomes.every(isOnlyWithout)) return [];
    return [
      {
        level: "cannot-work",
        kind: "no-way-out",
        path: [...pathOf(procedure, id), "outcomes"],
        clause: stage.clause,
        message: `a case with a known respondent cannot leave the stage "${id}": each of its outcomes is only for a case without one`,
        example: `Once a report names somebody, ${allOf(outcomes.map((outcome) => `"${outcome}"`))} can never be said at "${id}".`,
      },
    ];
  });
}

function neverLedTo(rulebook: Rulebook, procedure: string): readonly Finding[] {
  const stages = stagesOf(rulebook, procedure);
  return Object.entries(stages).flatMap(([id, stage]) => {
    if (stage.kind !== "vote" && stage.kind !== "notify") return [];
    const ending = endingOutcomes(stages, id);
    const why = stage.kind === "vote" ? "no motion leads to it" : "a delivery ends with the first outcome";
    return Object.keys(stage.outcomes)
      .filter((outcome) => !ending.includes(outcome))
      .map((outcome): Finding => ({
        level: "look-again",
        kind: "never-used",
        path: [...pathOf(procedure, id), "outcomes", outcome],
        isOfKey: true,
        clause: stage.clause,
        message: `the stage "${id}" never ends with "${outcome}": ${why}`,
      }));
  });
}
