import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { PersonId } from "../identity.ts";
import type { Finding } from "./finding.ts";
import { peopleMeant } from "./seats.ts";
import type { Seats } from "./seats.ts";
import { allOf, wordsOf } from "./words.ts";

type Panel = Rulebook["panels"][string];

/** Panels on which some groups are to be in equal numbers, and by arithmetic never are. */
export function lintSides(seats: Seats): readonly Finding[] {
  return Object.entries(seats.rulebook.panels).flatMap(([id, panel]) => unequal(seats, id, panel));
}

function unequal(seats: Seats, id: string, panel: Panel): readonly Finding[] {
  const { equal_sides: rule } = panel;
  if (rule === undefined) return [];
  const sides = rule.of.map((selector) => peopleMeant(seats, selector));
  const divisions = divisionsOf(seats, panel, sides);
  if (divisions === undefined || divisions.some((numbers) => numbers.every((number) => number === numbers[0])))
    return [];
  const names = rule.of.map((selector) => (selector.kind === "anyone" ? "all" : wordsOf(selector.id)));
  const inWords = divisions.map((numbers) => allOf(numbers.map((number, i) => `${number} of the ${names[i] ?? ""}`)));
  const sitting = panel.seats.reduce((sum, { count }) => sum + count, 0);
  return [
    {
      level: rule.binds ? "cannot-work" : "look-again",
      kind: "sides-never-equal",
      path: ["panels", id, "equal_sides"],
      clause: rule.clause,
      message: `the panel "${id}" can never have equal numbers of the ${allOf(names)}`,
      example: `On its ${sitting} seats there are ${inWords.join(", or ")}.`,
    },
  ];
}

/** Each way in which the seats can be divided among the sides; undefined where it is not known who sits there. */
function divisionsOf(
  seats: Seats,
  panel: Panel,
  sides: readonly (readonly PersonId[] | undefined)[],
): readonly (readonly number[])[] | undefined {
  const places = panel.seats.map(({ from, count }) => ({ people: peopleMeant(seats, from), count }));
  if (sides.includes(undefined) || places.some(({ people }) => people === undefined)) return undefined;
  let divisions: readonly (readonly number[])[] = [sides.map(() => 0)];
  for (const { people = [], count } of places) {
    const takers = [...new Set(people.map((person) => sides.findIndex((side) => side?.includes(person) === true)))];
    for (let place = 0; place < count; place += 1) {
      const next = divisions.flatMap((numbers) =>
        takers.map((side) => numbers.map((number, i) => (i === side ? number + 1 : number))),
      );
      divisions = [...new Map(next.map((numbers) => [numbers.join(), numbers])).values()];
    }
  }
  return divisions;
}
