import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Selector } from "../../rulebook/schema/vocabulary.ts";
import type { PersonId } from "../identity.ts";
import { decidedBefore, goneOf } from "./deciders.ts";
import type { Decided } from "./deciders.ts";
import type { Finding } from "./finding.ts";
import { isUnnumbered, peopleMeant } from "./seats.ts";
import type { Seats } from "./seats.ts";
import { allOf, are, pluralOf, wordsOf } from "./words.ts";

type Panel = Rulebook["panels"][string];

/** Panels that cannot be filled, that nobody on them may chair, or whose vote asks for more than sit there. */
export function lintBenches(seats: Seats): readonly Finding[] {
  return Object.entries(seats.rulebook.panels).flatMap(([id, panel]) => [
    ...unfilled(seats, id, panel),
    ...withoutChair(seats, id, panel),
    ...voteOfMore(seats, id, panel),
  ]);
}

/** So many places that only these people can take. */
interface Places {
  /** "sabbaticals", "heads". */
  readonly from: string;
  readonly people: readonly PersonId[];
  readonly count: number;
}

/** More groups of places than this are not tried together. */
const MOST_GROUPS = 8;

/** The places for which only so many people come into question; others are never short of people. */
function tightPlaces(seats: Seats, panel: Panel): readonly Places[] {
  const places = panel.seats.flatMap(({ from, count, including = [], except = [] }) => {
    const barred = except.flatMap((selector) => peopleMeant(seats, selector) ?? []);
    const pool = peopleMeant(seats, from)?.filter((person) => !barred.includes(person));
    const parts = including.map((part) => {
      const among = peopleMeant(seats, part.from);
      const people = pool?.filter((person) => among?.includes(person) ?? true);
      return { from: namesOf(part.from), people, count: part.at_least };
    });
    const rest = count - parts.reduce((sum, part) => sum + part.count, 0);
    return [...parts, { from: namesOf(from), people: pool, count: rest }];
  });
  return places.flatMap(({ from, people, count }) =>
    people === undefined || count < 1 || isUnnumbered(seats, people) ? [] : [{ from, people, count }],
  );
}

function namesOf(selector: Selector): string {
  if (selector.kind === "anyone") return "all";
  return selector.kind === "office" ? pluralOf(wordsOf(selector.id)) : wordsOf(selector.id);
}

/** People of whom too few are left for the places that only they can take. */
interface Shortage {
  readonly from: readonly string[];
  readonly people: readonly PersonId[];
  readonly left: number;
  readonly needed: number;
}

/**
 * The places that are shortest of people. By Hall's theorem all places can be filled exactly if for any of them taken together enough
 * people come into question; so every set of them is tried.
 * @param gone how many of some people are not there
 */
function shortest(places: readonly Places[], gone: (people: readonly PersonId[]) => number): Shortage | undefined {
  const groups = places.slice(0, MOST_GROUPS);
  const sets = Array.from({ length: 2 ** groups.length - 1 }, (_, i) =>
    groups.filter((_group, j) => (i + 1) & (2 ** j)),
  );
  const shortages = sets.map((set) => {
    const people = [...new Set(set.flatMap((each) => each.people))];
    const needed = set.reduce((sum, { count }) => sum + count, 0);
    const from = [...new Set(set.map((each) => each.from))];
    return { from, people, needed, left: people.length - gone(people) };
  });
  return shortages.toSorted((a, b) => a.left - a.needed - (b.left - b.needed) || a.people.length - b.people.length)[0];
}

function unfilled(seats: Seats, id: string, panel: Panel): readonly Finding[] {
  const places = tightPlaces(seats, panel);
  const never = shortest(places, () => 0);
  if (never === undefined) return [];
  const common = { level: "cannot-work", kind: "panel-too-small", clause: panel.clause } as const;
  if (never.left < never.needed)
    return [
      {
        ...common,
        path: ["panels", id, "seats"],
        message: `the panel "${id}" can never be filled`,
        example: `${never.needed} must be from the ${allOf(never.from)}, and only ${are(never.left)} there.`,
      },
    ];
  const [first] = usesOf(seats, id).flatMap(({ procedure, stage }) => {
    const decided = panel.exclude.includes("earlier_decider") ? decidedBefore(seats, procedure, stage) : [];
    return shortOnceSomeAreGone(seats, id, panel, places, decided);
  });
  return first === undefined ? [] : [first];
}

/** The stages at which a panel sits. */
function usesOf({ rulebook }: Seats, id: string) {
  return Object.entries(rulebook.procedures).flatMap(([procedure, { stages }]) =>
    Object.entries(stages).flatMap(([stage, rule]) =>
      rule.kind === "panel" && rule.panel === id ? [{ procedure, stage }] : [],
    ),
  );
}

/** Once those who decided earlier are gone, and then the two parties, whoever they are. */
function shortOnceSomeAreGone(
  seats: Seats,
  id: string,
  panel: Panel,
  places: readonly Places[],
  decided: readonly Decided[],
): readonly Finding[] {
  const parties = panel.exclude.includes("party") ? 2 : 0;
  const before = shortest(places, (people) => goneOf(decided, people));
  const after = shortest(places, (people) => Math.min(people.length, goneOf(decided, people) + parties));
  const isHistory = before !== undefined && before.left < before.needed;
  const short = isHistory ? before : after;
  if (short === undefined || short.left >= short.needed) return [];
  const end = endOfFallback(seats, panel, short);
  if (end === undefined) return [];
  const stages = decided.filter((each) => goneOf([each], short.people) > 0).map(({ at }) => `"${at}"`);
  const why = [
    ...(stages.length === 0 ? [] : [`whoever decided at ${allOf(stages)} is gone`]),
    ...(isHistory ? [] : ["the two sides of the case are among them"]),
  ];
  return [
    {
      level: "cannot-work",
      kind: panel.fallback === undefined ? "panel-too-small" : "fallback-ends-empty",
      clause: panel.fallback?.clause ?? panel.clause,
      path: ["panels", id, ...(panel.fallback === undefined ? ["seats"] : ["fallback", "who"])],
      message: `the panel "${id}" cannot always be filled, and ${end}`,
      example: `${short.needed} must be from the ${allOf(short.from)}, of whom there are ${short.people.length}: when ${allOf(why)}, ${are(short.left)} left.`,
    },
  ];
}

/** Why nobody else sits there either; undefined where somebody does. */
function endOfFallback(seats: Seats, { fallback }: Panel, { people }: Shortage): string | undefined {
  if (fallback === undefined) return "nothing leads out (fallback)";
  const others = peopleMeant(seats, fallback.who);
  if (others === undefined || isUnnumbered(seats, others)) return undefined;
  if (!others.every((person) => people.includes(person))) return undefined;
  return "those who would sit there instead are the same people";
}

function withoutChair(seats: Seats, id: string, { chair, seats: places, clause }: Panel): readonly Finding[] {
  const chairing = peopleMeant(seats, chair);
  const sitting = places.map(({ from }) => peopleMeant(seats, from));
  if (chairing === undefined || sitting.includes(undefined)) return [];
  if (chairing.some((person) => sitting.some((people) => people?.includes(person)))) return [];
  const who = chair.kind === "anyone" ? "anybody" : wordsOf(chair.id);
  return [
    {
      level: "cannot-work",
      kind: "panel-without-chair",
      path: ["panels", id, "chair"],
      clause,
      message: `nobody on the panel "${id}" may chair it`,
      example: `It is for the ${who} to chair it, of whom nobody sits there.`,
    },
  ];
}

function voteOfMore({ rulebook }: Seats, id: string, { seats: places, vote, clause }: Panel): readonly Finding[] {
  const rule = rulebook.votes[vote];
  const sitting = places.reduce((sum, { count }) => sum + count, 0);
  if (rule?.method !== "motion" || rule.quorum === undefined || rule.quorum.present <= sitting) return [];
  return [
    {
      level: "cannot-work",
      kind: "impossible-quorum",
      path: ["panels", id, "vote"],
      clause,
      message: `the panel "${id}" can never be quorate`,
      example: `${sitting} sit on it, but in the vote "${vote}" ${rule.quorum.present} must be present.`,
    },
  ];
}
