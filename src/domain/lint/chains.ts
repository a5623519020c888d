import type { Owner } from "../../rulebook/schema/vocabulary.ts";
import type { Finding } from "./finding.ts";
import { isUnnumbered, peopleMeant, whoTheyAre } from "./seats.ts";
import type { Seats } from "./seats.ts";

/** A case has two sides at least: who reports, and whom it is about. */
const SIDES = 2;

/** Chains of people who step in for each other, and that end empty when the people of a chain are the two sides of a case. */
export function lintChains(seats: Seats): readonly Finding[] {
  const { procedures, challenges } = seats.rulebook;
  const stages = Object.entries(procedures).flatMap(([procedure, rule]) =>
    Object.entries(rule.stages).flatMap(([id, stage]) =>
      stage.kind === "closed" || stage.kind === "vote"
        ? []
        : endsEmpty(seats, stage.owner, {
            path: ["procedures", procedure, "stages", id, "owner"],
            clause: stage.clause,
            what: `handle the stage "${id}"`,
          }),
    ),
  );
  const admitting = Object.entries(challenges).flatMap(([id, { admitted_by: owner, clause }]) =>
    owner === undefined || owner === "automatic"
      ? []
      : endsEmpty(seats, owner, {
          path: ["challenges", id, "admitted_by"],
          clause,
          what: `decide whether "${id}" is heard`,
        }),
  );
  return [...stages, ...admitting];
}

interface Place {
  readonly path: Finding["path"];
  readonly clause: string;
  /** "handle the stage x". */
  readonly what: string;
}

function endsEmpty(seats: Seats, owner: Owner, { path, clause, what }: Place): readonly Finding[] {
  if (!("first_of" in owner)) return [];
  const links = owner.first_of.map((selector) => peopleMeant(seats, selector));
  const people = [...new Set(links.flatMap((link) => link ?? []))];
  if (links.includes(undefined) || isUnnumbered(seats, people) || people.length > SIDES) return [];
  return [
    {
      level: "cannot-work",
      kind: "fallback-ends-empty",
      path: [...path, "first_of"],
      clause,
      message: `nobody may be left to ${what}: the chain ends empty`,
      example:
        people.length === 0
          ? "Nobody holds an office that is named in it."
          : `If the two sides of a case are ${whoTheyAre(seats, people)}, nobody comes after them.`,
    },
  ];
}
