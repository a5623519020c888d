import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Selector } from "../../rulebook/schema/vocabulary.ts";
import type { PersonId } from "../identity.ts";
import { holdersOf } from "../roster.ts";
import type { Roster } from "../roster.ts";
import { allOf, pluralOf, wordsOf } from "./words.ts";

/** Who could hold the offices of a rulebook. */
export interface Seats {
  readonly rulebook: Rulebook;
  readonly roster: Roster;
  /** Who stands for as many as there may be: an office without a number of seats. */
  readonly unnumbered: ReadonlySet<PersonId>;
}

/** Those who hold the offices; without a roster one imagined person on each seat, and more than enough in an office without a number. */
export function seatsOf(rulebook: Rulebook, roster: Roster | undefined): Seats {
  if (roster !== undefined) return { rulebook, roster, unnumbered: new Set() };
  const enough = enoughOf(rulebook);
  const imagined = Object.entries(rulebook.offices).map(
    ([office, { seats = enough }]) =>
      [office, Array.from({ length: seats }, (_, i): PersonId => `${office} ${i + 1}`)] as const,
  );
  const unnumbered = imagined.flatMap(([office, people]) =>
    rulebook.offices[office]?.seats === undefined ? people : [],
  );
  return { rulebook, roster: Object.fromEntries(imagined), unnumbered: new Set(unnumbered) };
}

/** One more than any rule asks for. */
function enoughOf({ votes, challenges, panels }: Rulebook): number {
  const asked = Object.values(votes).flatMap((vote) => {
    const quorum = vote.method === "motion" ? vote.quorum : undefined;
    return quorum === undefined ? [] : [quorum.present, ...quorum.including.map((part) => part.at_least)];
  });
  const seated = Object.values(panels).flatMap(({ seats }) => seats.map(({ count }) => count));
  return 1 + Math.max(1, ...asked, ...seated, ...Object.values(challenges).map(({ panel }) => panel?.minimum ?? 0));
}

/**
 * Everybody whom a selector means, outside bodies as one each; undefined where the rulebook does not say who they are: a class, a party,
 * anyone.
 */
export function peopleMeant(seats: Seats, selector: Selector): readonly PersonId[] | undefined {
  const { rulebook, roster } = seats;
  switch (selector.kind) {
    case "office":
      return holdersOf(rulebook, roster, selector);
    case "body": {
      const body = rulebook.bodies[selector.id];
      return body !== undefined && "members" in body
        ? peopleMeant(seats, body.members)
        : holdersOf(rulebook, roster, selector);
    }
    case "external":
      return [`external:${selector.id}`];
    case "panel": {
      const sitting =
        rulebook.panels[selector.id]?.seats.map(({ from }) => from) ?? rulebook.challenges[selector.id]?.panel?.seats;
      // Whoever sits on the panel of a case, and chairs it, are other people from case to case.
      const panel = sitting?.map((seat) => peopleMeant(seats, seat)) ?? [undefined];
      const known = panel.flatMap((people) => people ?? []);
      return panel.includes(undefined) ? undefined : [...new Set(known)];
    }
    case "anyone":
    case "class":
    case "party":
      return undefined;
  }
}

/** Whether there may be more of them than are imagined. */
export function isUnnumbered(seats: Seats, people: readonly PersonId[]): boolean {
  return people.some((person) => seats.unnumbered.has(person));
}

/** The offices in the order of the rulebook, each with those of the people who hold it; who holds two is counted in the first. */
function byOffice({ rulebook, roster }: Seats, people: readonly PersonId[]): ReadonlyMap<string, readonly PersonId[]> {
  const offices = Object.keys(rulebook.offices);
  return Map.groupBy(people, (person) => offices.find((office) => roster[office]?.includes(person)) ?? person);
}

/** So many of the people, from the largest office first: one of many is missed least. */
export function someOf(seats: Seats, people: readonly PersonId[], count: number): readonly PersonId[] {
  const groups = [...byOffice(seats, people).values()];
  return groups
    .toSorted((a, b) => b.length - a.length)
    .flat()
    .slice(0, count);
}

/** "the president and 5 of the 7 board members". */
export function whoTheyAre(seats: Seats, people: readonly PersonId[]): string {
  const offices = Object.keys(seats.rulebook.offices);
  const groups = [...byOffice(seats, people)].toSorted(([a], [b]) => offices.indexOf(a) - offices.indexOf(b));
  return allOf(
    groups.map(([office, some]) =>
      isUnnumbered(seats, some) ? `some ${pluralOf(wordsOf(office))}` : holdersInWords(seats, office, some.length),
    ),
  );
}

function holdersInWords({ rulebook, roster }: Seats, office: string, count: number): string {
  const all = roster[office]?.length;
  if (all === undefined) return `the ${rulebook.externals[office.replace("external:", "")]?.label ?? office}`;
  if (all === 1) return `the ${wordsOf(office)}`;
  const words = pluralOf(wordsOf(office));
  return count === all ? `the ${all} ${words}` : `${count} of the ${all} ${words}`;
}

/** "the president steps aside", "the president and the vice president step aside". */
export function stepAside(seats: Seats, people: readonly PersonId[]): string {
  return `${whoTheyAre(seats, people)} ${people.length === 1 ? "steps" : "step"} aside`;
}
