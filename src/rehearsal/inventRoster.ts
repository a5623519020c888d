import type { RosterPerson } from "../rulebook/loadRoster.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Selector } from "../rulebook/schema/vocabulary.ts";

/** Holders of an office whose number the rulebook leaves open. */
const OPEN = 3;
/** As many as are invented for an office, unless a quorum needs more. */
const MOST = 15;

/**
 * Somebody for every seat of every office. An office without a number of seats gets three, or
 * as many as the quorums of the rulebook need.
 */
export function inventRoster(rulebook: Rulebook): readonly RosterPerson[] {
  return Object.entries(seatsOf(rulebook)).flatMap(([office, seats]) =>
    Array.from({ length: seats }, (_, i) => {
      const id = `${office}-${i + 1}`;
      return { name: id, offices: [office], discord: id, locale: "en" };
    }),
  );
}

function seatsOf(rulebook: Rulebook): Readonly<Record<string, number>> {
  const seats = Object.fromEntries(
    Object.entries(rulebook.offices).map(([office, rule]) => [office, Math.min(rule.seats ?? OPEN, MOST)]),
  );
  for (const { who, needed } of neededBy(rulebook)) {
    const offices = officesOf(rulebook, who);
    const missing = needed - offices.reduce((sum, office) => sum + (seats[office] ?? 0), 0);
    const roomy = offices.toReversed().find((office) => hasRoom(rulebook, office, (seats[office] ?? 0) + missing));
    if (missing > 0 && roomy !== undefined) seats[roomy] = (seats[roomy] ?? 0) + missing;
  }
  return seats;
}

/** How many of whom the quorums ask for. */
function neededBy(rulebook: Rulebook): readonly { readonly who: Selector; readonly needed: number }[] {
  return Object.values(rulebook.votes).flatMap((vote) => {
    if (vote.method !== "motion" || vote.quorum === undefined) return [];
    const including = vote.quorum.including.map(({ from, at_least: needed }) => ({ who: from, needed }));
    return [{ who: vote.electorate, needed: vote.quorum.present }, ...including];
  });
}

function hasRoom(rulebook: Rulebook, office: string, wanted: number): boolean {
  const seats = rulebook.offices[office]?.seats;
  return seats === undefined || wanted <= seats;
}

function officesOf(rulebook: Rulebook, who: Selector): readonly string[] {
  if (who.kind === "office") return [who.id];
  const body = who.kind === "body" ? rulebook.bodies[who.id] : undefined;
  return body === undefined || "members" in body ? [] : body.offices;
}
