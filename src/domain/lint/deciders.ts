import type { Rulebook, Stage } from "../../rulebook/rulebook.ts";
import type { Owner, Selector } from "../../rulebook/schema/vocabulary.ts";
import type { OutcomeId, PersonId, StageId } from "../identity.ts";
import { peopleMeant } from "./seats.ts";
import type { Seats } from "./seats.ts";
import { edgesOf, reachedFrom, startsOf, withoutReturns } from "./stageGraph.ts";

type Challenge = Rulebook["challenges"][string];
type OpenStage = Exclude<Stage, { kind: "closed" }>;

/** Those who decided with an outcome: those who voted, or those whose stage it was. */
export interface Earlier {
  readonly outcome: OutcomeId;
  readonly people: readonly PersonId[];
  readonly ways: Decided["ways"];
}

/** Who decided what may be challenged. */
export function earlierDeciders(seats: Seats, { against }: Challenge): readonly Earlier[] {
  const stages = Object.values(seats.rulebook.procedures).flatMap((procedure) => Object.values(procedure.stages));
  return against.flatMap((outcome) =>
    stages.flatMap((stage): readonly Earlier[] => {
      if (stage.kind === "closed" || !(outcome in stage.outcomes)) return [];
      return waysTo(seats, stage, outcome).map((ways) => ({
        outcome,
        people: ways.flat().flatMap(({ people }) => people),
        ways,
      }));
    }),
  );
}

function waysTo(seats: Seats, stage: OpenStage, outcome: OutcomeId): readonly Decided["ways"][] {
  if (stage.kind === "panel") return [[sittingOn(seats, stage.panel)]];
  if (stage.kind !== "vote") return [selectorsOf(stage.owner).map((each) => allOfThem(seats, each))];
  const votes = Object.values(stage.motions).filter((motion) => motion.outcome === outcome);
  return votes.map(({ vote }) => [allOfThem(seats, seats.rulebook.votes[vote]?.electorate ?? stage.owner)]);
}

/** Everybody whose something can be. */
export function selectorsOf(owner: Owner): readonly Selector[] {
  if ("first_of" in owner) return owner.first_of;
  return "chosen_by" in owner ? owner.from : [owner];
}

/** So many of these people at the most. */
interface Part {
  readonly people: readonly PersonId[];
  readonly most: number;
}

/** Where something was decided before, with the ways in which it may have been: each by some of some people. */
export interface Decided {
  readonly at: string;
  readonly ways: readonly (readonly Part[])[];
}

/** Where a case may have been decided before it comes to a stage. What counts as deciding, the rulebook says. */
export function decidedBefore(seats: Seats, procedure: string, stage: StageId): readonly Decided[] {
  const { rulebook } = seats;
  const stages = rulebook.procedures[procedure]?.stages ?? {};
  const means = rulebook.conflicts.earlier_decider_means ?? ["stage_outcome"];
  const starts = startsOf(rulebook, procedure);
  const edges = starts.flatMap((start) => withoutReturns(edgesOf(rulebook, procedure), start));
  const before = Object.keys(stages).filter((id) => id !== stage && reachedFrom(edges, id).has(stage));
  const convening = means.includes("convened")
    ? edges.filter(({ to, challenge }) => challenge !== undefined && (to === stage || before.includes(to)))
    : [];
  return [
    ...before.flatMap((id): readonly Decided[] => {
      const ways = stages[id] === undefined ? [] : waysOf(seats, stages[id], means);
      return ways.length === 0 ? [] : [{ at: id, ways }];
    }),
    ...[...new Set(convening.map(({ challenge = "" }) => challenge))].flatMap((challenge): readonly Decided[] => {
      const admitting = rulebook.challenges[challenge]?.admitted_by;
      if (admitting === undefined || admitting === "automatic") return [];
      return [{ at: challenge, ways: selectorsOf(admitting).map((each) => allOfThem(seats, each)) }];
    }),
  ];
}

type Means = NonNullable<Rulebook["conflicts"]["earlier_decider_means"]>;

function waysOf(seats: Seats, stage: Stage, means: Means): Decided["ways"] {
  switch (stage.kind) {
    case "decide":
    case "elect":
      return means.includes("stage_outcome") ? selectorsOf(stage.owner).map((each) => allOfThem(seats, each)) : [];
    case "assess":
      return means.includes("assessed") ? selectorsOf(stage.owner).map((each) => allOfThem(seats, each)) : [];
    case "vote":
      return means.includes("stage_outcome") ? [allOfThem(seats, stage.owner)] : [];
    case "panel":
      return means.includes("stage_outcome") ? [sittingOn(seats, stage.panel)] : [];
    case "agree":
    case "closed":
    case "contact":
    case "external":
    case "investigate":
    case "notify":
      return [];
  }
}

function sittingOn(seats: Seats, panel: string): readonly Part[] {
  const places = seats.rulebook.panels[panel]?.seats ?? [];
  return places.map(({ from, count }) => ({ people: peopleMeant(seats, from) ?? [], most: count }));
}

/** A body that decides does so with all its members: the worst that can be. */
function allOfThem(seats: Seats, selector: Selector): readonly Part[] {
  const people = peopleMeant(seats, selector) ?? [];
  return [{ people, most: people.length }];
}

/** More combinations of ways than this are not tried. */
const MOST_COMBINATIONS = 2000;

/** How many of these people may have decided before, at the most: whoever decided twice is one person. */
export function goneOf(decided: readonly Decided[], people: readonly PersonId[]): number {
  const combinations = decided.reduce<readonly (readonly Part[])[]>(
    (known, { ways }) => known.flatMap((parts) => ways.map((way) => [...parts, ...way])).slice(0, MOST_COMBINATIONS),
    [[]],
  );
  return Math.max(0, ...combinations.map((parts) => mostOf(people, parts)));
}

/** The most of these people that can be found a place, each in one part: a largest matching, by augmenting ways. */
function mostOf(people: readonly PersonId[], parts: readonly Part[]): number {
  const placed = parts.map((): PersonId[] => []);
  const place = (person: PersonId, tried: Set<number>): boolean =>
    parts.some((part, i) => {
      const taken = placed[i];
      if (taken === undefined || tried.has(i) || !part.people.includes(person)) return false;
      tried.add(i);
      if (taken.length < part.most) {
        taken.push(person);
        return true;
      }
      const moved = taken.findIndex((other) => place(other, tried));
      if (moved === -1) return false;
      taken[moved] = person;
      return true;
    });
  return people.filter((person) => place(person, new Set())).length;
}
