import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { PersonId } from "../identity.ts";
import { votersOf } from "../roster.ts";
import type { Roster } from "../roster.ts";
import type { Motion, VoteOnMotion } from "./motion.ts";
import { observersOf, ruleOf } from "./rules.ts";

/** What somebody is to a motion; nobody: then there is none, as far as they can see. */
export type MotionViewer = "member" | "observer" | "nobody";

/**
 * Who knows of a motion: the members of the body that votes on it, and its observers. Whoever stepped aside does not, and whoever has left
 * the body. Whoever has come since the vote was opened sees it, and has no vote in it.
 */
export function viewerOfMotion(rulebook: Rulebook, roster: Roster, motion: Motion, person: PersonId): MotionViewer {
  if (motion.recused.includes(person)) return "nobody";
  if (votersOf(rulebook, roster, ruleOf(rulebook, motion).electorate).includes(person)) return "member";
  return observersOf(rulebook, roster, motion).includes(person) ? "observer" : "nobody";
}

/** Everybody who belongs in the room of a motion now. */
export function membersOfRoom(rulebook: Rulebook, roster: Roster, motion: Motion): readonly PersonId[] {
  const voters = votersOf(rulebook, roster, ruleOf(rulebook, motion).electorate);
  return [...new Set([...voters, ...observersOf(rulebook, roster, motion)])].filter(
    (person) => !motion.recused.includes(person),
  );
}

/** Who may vote in a vote, as it stands now: of the electorate as it was fixed whoever is still of the body and has not stepped aside. */
export function electorsNow(
  rulebook: Rulebook,
  roster: Roster,
  motion: Motion,
  { electorate }: VoteOnMotion,
): readonly PersonId[] {
  const members = new Set(votersOf(rulebook, roster, ruleOf(rulebook, motion).electorate));
  return electorate.filter((person) => members.has(person) && !motion.recused.includes(person));
}
