import { Temporal } from "temporal-polyfill";

import type { Procedure, Rulebook, Stage } from "../../rulebook/rulebook.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";
import type { StageId } from "../identity.ts";
import type { Finding } from "./finding.ts";
import { dayAfter, endOf, findOverrun, isEven } from "./lengths.ts";
import { edgesOf, startsOf, withoutReturns } from "./stageGraph.ts";
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
  const way = longestWay(rulebook, id, procedure);
  const lastOf = (from: Temporal.PlainDate) => lastDay(way(from), from);
  const even = [limit.within, ...spansOf(rulebook, id, procedure)].every(isEven);
  const found = findOverrun(rulebook, lastOf, endOf(rulebook, limit.within), even);
  if (found === undefined) return [];
  const legs = way(found.from).map(
    ({ what, span, clause, until }) => `${what} (${spanWords(span)}, ${clause}) until ${until.toString()}`,
  );
  const [aim, ends] = limit.soft
    ? [`that the procedure "${id}" aims at`, "the aim was"]
    : [`of the procedure "${id}"`, "the limit ends on"];
  return [
    {
      level: found.always && !limit.soft ? "cannot-work" : "look-again",
      kind: "over-the-limit",
      path: ["procedures", id, "limit"],
      clause: limit.clause,
      message: `a case that keeps every deadline can take longer than the ${spanWords(limit.within)} ${aim}`,
      example: `Received on ${found.from.toString()}: ${legs.join(", ")}; ${ends} ${found.limit.toString()}.`,
    },
  ];
}

/** How long a stage may take: its target, otherwise its longest task; undefined where the rulebook sets no deadline. */
function timeOf(stage: Stage): Span | undefined {
  if (stage.kind === "closed") return undefined;
  return stage.target?.within ?? stage.tasks[0]?.within;
}

/** A stretch of a case that has its time, by a clause. */
interface Stretch {
  readonly what: string;
  readonly clause: string;
  readonly span: Span;
}

/** The stretches of a stage: its own time, and after a hearing the time until its outcome is told. */
function stretchesOf({ hearings }: Rulebook, id: StageId, stage: Stage): readonly Stretch[] {
  const span = timeOf(stage);
  if (span === undefined || stage.kind === "closed") return [];
  const own = { what: id, span, clause: stage.target?.clause ?? stage.clause };
  const hearing = stage.kind === "panel" ? hearings?.profiles[stage.hearing?.profile ?? ""] : undefined;
  if (hearing === undefined) return [own];
  return [own, { what: `outcome of ${id}`, span: hearing.outcome, clause: hearing.clause }];
}

/** How long somebody has to challenge an outcome, where the case then goes on. */
function windowOf({ challenges }: Rulebook, { challenge }: Edge): readonly Stretch[] {
  const rule = challenge === undefined ? undefined : challenges[challenge];
  if (challenge === undefined || typeof rule?.window !== "object" || !("within" in rule.window)) return [];
  return [{ what: challenge, span: rule.window.within, clause: rule.clause }];
}

function spansOf(rulebook: Rulebook, id: string, procedure: Procedure): readonly Span[] {
  const windows = edgesOf(rulebook, id).map((edge) => windowOf(rulebook, edge));
  const stages = Object.entries(procedure.stages).map(([stage, rule]) => stretchesOf(rulebook, stage, rule));
  return [...windows, ...stages].flat().map(({ span }) => span);
}

interface Leg extends Stretch {
  readonly until: Temporal.PlainDate;
}

/** From a day, the stretches with a time on the way that takes longest when each time is used up, with the day each ends. */
function longestWay(
  rulebook: Rulebook,
  id: string,
  procedure: Procedure,
): (from: Temporal.PlainDate) => readonly Leg[] {
  const ways = startsOf(rulebook, id).map((start) => {
    const edges = withoutReturns(edgesOf(rulebook, id), start);
    return longestWays(rulebook, procedure, edges, start);
  });
  return (from) =>
    longestOf(
      ways.map((way) => way(from)),
      from,
    );
}

/** What follows from a stage and a day is looked up once, from whatever day the case began. */
function longestWays(rulebook: Rulebook, procedure: Procedure, edges: readonly Edge[], start: StageId) {
  const known = new Map<string, readonly Leg[]>();
  const after = (stage: StageId, day: Temporal.PlainDate): readonly Leg[] => {
    const key = `${stage} ${day.toString()}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const rule = procedure.stages[stage];
    const own = rule === undefined ? [] : legsOf(rulebook, stretchesOf(rulebook, stage, rule), day);
    const until = lastDay(own, day);
    const ways = edges
      .filter(({ from }) => from === stage)
      .map((edge) => {
        const waiting = legsOf(rulebook, windowOf(rulebook, edge), until);
        return [...waiting, ...after(edge.to, lastDay(waiting, until))];
      });
    const way = [...own, ...longestOf(ways, until)];
    known.set(key, way);
    return way;
  };
  return (from: Temporal.PlainDate) => after(start, from);
}

function legsOf(rulebook: Rulebook, stretches: readonly Stretch[], from: Temporal.PlainDate): readonly Leg[] {
  return stretches.reduce<readonly Leg[]>(
    (legs, stretch) => [...legs, { ...stretch, until: dayAfter(rulebook, lastDay(legs, from), stretch.span) }],
    [],
  );
}

function longestOf(ways: readonly (readonly Leg[])[], from: Temporal.PlainDate): readonly Leg[] {
  const byEnd = ways.toSorted((a, b) => Temporal.PlainDate.compare(lastDay(b, from), lastDay(a, from)));
  return byEnd[0] ?? [];
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
