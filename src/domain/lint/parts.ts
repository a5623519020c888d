import { holdersOf } from "../roster.ts";
import type { Finding } from "./finding.ts";
import { whoTheyAre } from "./seats.ts";
import type { Seats } from "./seats.ts";
import { wordsOf } from "./words.ts";

/** Bodies that are part of a larger one, with members in the roster who are not members of that. */
export function lintParts(seats: Seats): readonly Finding[] {
  const { rulebook, roster } = seats;
  const membersOf = (id: string) => holdersOf(rulebook, roster, { kind: "body", id });
  return Object.entries(rulebook.bodies).flatMap(([id, body]): readonly Finding[] => {
    const larger = "part_of" in body ? body.part_of : undefined;
    if (larger === undefined) return [];
    const members = membersOf(larger);
    const others = membersOf(id).filter((person) => !members.includes(person));
    if (others.length === 0) return [];
    return [
      {
        level: "look-again",
        kind: "not-of-the-larger-body",
        path: ["bodies", id, "part_of"],
        clause: body.clause,
        message: `the body "${id}" is part of the body "${larger}", but some of its members are no members of that`,
        example: `Not of the ${wordsOf(larger)}: ${whoTheyAre(seats, others)}.`,
      },
    ];
  });
}
