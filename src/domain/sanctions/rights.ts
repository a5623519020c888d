import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { PersonId } from "../identity.ts";
import { attributeIn, classKey } from "../roster.ts";
import type { Roster } from "../roster.ts";
import type { Bar, Right } from "./door.ts";

/** What keeps somebody from something, or from rights. */
export interface Withheld {
  readonly person: PersonId;
  readonly bars: readonly Bar[];
}

/** What somebody may not do at a moment of what a member may; what is about some things only is none of it about the others. */
export function lacks(bars: readonly Bar[], right: Right, about: string | undefined, at: Temporal.Instant): boolean {
  return bars.some(
    (bar) =>
      isHeld(bar, at) &&
      bar.takesAway?.includes(right) === true &&
      (bar.scope === undefined || (about !== undefined && bar.scope.includes(about))),
  );
}

/**
 * Who holds which office and is of which class while sanctions take offices, memberships and votes away: it comes back by itself when they
 * end. A membership that ends is that of the classes which the sanction is about; of all that vote or stand where it names none.
 */
export function rosterInForce(
  rulebook: Rulebook,
  roster: Roster,
  withheld: readonly Withheld[],
  at: Temporal.Instant,
): Roster {
  const held = withheld.filter(({ bars }) => bars.some((bar) => bar.takesAway !== undefined && isHeld(bar, at)));
  if (held.length === 0) return roster;
  const { classes } = rulebook.people;
  const names = Object.keys(classes);
  const isOut = (key: string, person: PersonId) => {
    // What is so of somebody, such as where they study, no sanction takes away.
    if (attributeIn(key) !== undefined) return false;
    const bars = held.filter((each) => each.person === person).flatMap((each) => each.bars);
    const name = names.find((each) => classKey(each) === key);
    if (name === undefined) return lacks(bars, "office", key, at);
    const isMembership = classes[name]?.votes === true || classes[name]?.stands === true;
    return lacks(
      bars.map((bar) => (isMembership ? bar : onlyNamed(bar))),
      "membership",
      name,
      at,
    );
  };
  const left = Object.entries(roster).map(([key, people]) => [key, people.filter((person) => !isOut(key, person))]);
  const voteless = held.filter(({ bars }) => lacks(bars, "vote", undefined, at)).map(({ person }) => person);
  return { ...Object.fromEntries(left), [VOTELESS]: voteless };
}

const onlyNamed = (bar: Bar): Bar => ({ ...bar, scope: bar.scope ?? [] });

/** Under what those stand in a roster who hold their offices and may not vote: no office is called so. */
const VOTELESS = "right:vote";

/** Who may not vote now, whatever body they are of. */
export const voteless = (roster: Roster): readonly PersonId[] => roster[VOTELESS] ?? [];

function isHeld({ from, until }: Bar, at: Temporal.Instant): boolean {
  const hasBegun = Temporal.Instant.compare(from, at) <= 0;
  return hasBegun && (until === undefined || Temporal.Instant.compare(at, until) < 0);
}
