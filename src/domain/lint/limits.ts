import { Temporal } from "temporal-polyfill";

import type { Procedure, Rulebook, Stage } from "../../rulebook/rulebook.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";
import type { StageId } from "../identity.ts";
import type { Finding } from "./finding.ts";
import { dayAfter, endOf, findOverrun, isEven } from "./lengths.ts";
import { edgesOf } from "./stageGraph.ts";
import type { Edge } from "./stageGraph.ts";
import { spanWords } from "./words.ts";

/** What goes beyond a limit that the source sets: the time a whole procedure takes, the highest sanction. */
export function lintLimits(rulebook: Rulebook): readonly Finding[] {
  return [
    ...Object.entries(rulebook.procedures).flatMap(([id, procedure]) => overTheLimit(rulebook, id, procedure)),
    ...aboveTheLimit(rulebook),
  ];
}

function overTheLimit(rulebook: Rulebook, id: string, procedure: Procedure): readonly Finding[] {
  const { limit } = procedure;
  if (limit === undefined) return [];
  const edges = withoutReturns(edgesOf(rulebook, id), procedure.starts);
  const way = longestWays(rulebook, procedure, edges);
  const lastOf = (from: Temporal.PlainDate) => way(from).at(-1)?.until ?? from;
  const even = [limit.within, ...Object.values(procedure.stages).map(timeOf)].every(
    (span) => span === undefined || isEven(span),
  );
  const found = findOverrun(rulebook, lastOf, endOf(rulebook, limit.within), even);
  if (found === undefined) return [];
  const stages = way(found.from).map(
    ({ stage, span, until }) => `${stage} (${spanWords(span)}) until ${until.toString()}`,
  );
  return [
    {
      level: found.always ? "cannot-work" : "look-again",
      kind: "over-the-limit",
      path: ["procedures", id, "limit"],
      clause: limit.clause,
      message: `a case that keeps every deadline can take longer than the ${spanWords(limit.within)} of the procedure "${id}"`,
      example: `Received on ${found.from.toString()}: ${stages.join(", ")}; the limit ends on ${found.limit.toString()}.`,
    },
  ];
}

/** How long a stage may take: its target, otherwise its longest task; undefined where the rulebook sets no deadline. */
function timeOf(stage: Stage): Span | undefined {
  if (stage.kind === "closed") return undefined;
  return stage.target?.within ?? stage.tasks[0]?.within;
}

/** The edges of a procedure that go on: of those that return to a stage on the way there, none. */
function withoutReturns(edges: readonly Edge[], start: StageId): readonly Edge[] {
  const kept: Edge[] = [];
  const done = new Set<StageId>();
  const visit = (stage: StageId, way: ReadonlySet<StageId>) => {
    if (done.has(stage)) return;
    for (const edge of edges.filter(({ from, to }) => from === stage && !way.has(to))) {
      kept.push(edge);
      visit(edge.to, new Set([...way, edge.to]));
    }
    done.add(stage);
  };
  visit(start, new Set([start]));
  return kept;
}

interface Leg {
  readonly stage: StageId;
  readonly span: Span;
  readonly until: Temporal.PlainDate;
}

/**
 * From a day, the stages with a deadline on the way that takes longest when each deadline is used up, with the day each ends. What follows
 * from a stage and a day is looked up once, from whatever day the case began.
 */
function longestWays(
  rulebook: Rulebook,
  procedure: Procedure,
  edges: readonly Edge[],
): (from: Temporal.PlainDate) => readonly Leg[] {
  const known = new Map<string, readonly Leg[]>();
  const after = (stage: StageId, day: Temporal.PlainDate): readonly Leg[] => {
    const key = `${stage} ${day.toString()}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const rule = procedure.stages[stage];
    const span = rule === undefined ? undefined : timeOf(rule);
    const until = span === undefined ? day : dayAfter(rulebook, day, span);
    const next = [...new Set(edges.flatMap((edge) => (edge.from === stage ? [edge.to] : [])))];
    const ways = next.map((each) => after(each, until));
    const longest = ways.toSorted((a, b) => Temporal.PlainDate.compare(lastDay(b, until), lastDay(a, until)))[0] ?? [];
    const way = span === undefined ? longest : [{ stage, span, until }, ...longest];
    known.set(key, way);
    return way;
  };
  return (from) => after(procedure.starts, from);
}

function lastDay(way: readonly Leg[], otherwise: Temporal.PlainDate): Temporal.PlainDate {
  return way.at(-1)?.until ?? otherwise;
}

/** Sanctions stand in the rulebook from the mildest to the most severe. */
function aboveTheLimit({ sanctions, sanctions_limit: limit, procedures }: Rulebook): readonly Finding[] {
  if (limit === undefined) return [];
  const above = Object.keys(sanctions).slice(Object.keys(sanctions).indexOf(limit.highest) + 1);
  return above.flatMap((id): readonly Finding[] => {
    const offering = Object.values(procedures).flatMap(({ stages }) =>
      Object.entries(stages).flatMap(([stage, rule]) =>
        rule.kind !== "closed" &&
        Object.values(rule.outcomes).some((outcome) => outcome.sanctions?.includes(id) === true)
          ? [stage]
          : [],
      ),
    );
    const [stage] = offering;
    return [
      {
        level: "cannot-work",
        kind: "sanction-above-the-limit",
        path: ["sanctions", id],
        isOfKey: true,
        clause: sanctions[id]?.clause,
        message: `the sanction "${id}" is above "${limit.highest}", the highest there is by ${limit.clause}`,
        ...(stage === undefined
          ? {}
          : {
              example: `At the stage "${stage}" it could be imposed, though ${limit.clause} allows at most "${limit.highest}".`,
            }),
      },
    ];
  });
}
