import type { Rulebook, VoteStage } from "../../rulebook/rulebook.ts";
import type { PersonId } from "../identity.ts";
import type { Roster } from "../roster.ts";
import { findVoteStage } from "./briefs.ts";
import type { Case, VoteInCase } from "./case.ts";
import { chairOfficesOf, takingNoPart } from "./decide.ts";

/**
 * Those who have a casting vote: the holders of the first office that chairs the body of which anybody is left, so that the next named
 * stands in for a chair who has stepped aside. Nobody where the rulebook names no chair, or none of them is left.
 * @param parties the people who are parties in the case
 */
export function castingChairs(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  stage: VoteStage,
  parties: readonly PersonId[],
): readonly PersonId[] {
  const out = takingNoPart(current, parties);
  const left = chairOfficesOf(rulebook, stage).map((office) =>
    (roster[office] ?? []).filter((person) => !out.includes(person)),
  );
  return left.find((holders) => holders.length > 0) ?? [];
}

/**
 * The vote whose tie waits for the casting vote of the chair: the last that was put at this stage. Undefined where nobody has one: then a
 * tied motion is lost.
 * @param parties the people who are parties in the case
 */
export function findOpenTie(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  parties: readonly PersonId[],
): VoteInCase | undefined {
  const last = current.votes.at(-1);
  const stage = findVoteStage(rulebook, current);
  if (last?.result?.kind !== "tied" || stage === undefined) return undefined;
  const isHere =
    last.stage === current.stage.stage && last.put.epochMilliseconds >= current.stage.opened.epochMilliseconds;
  return isHere && castingChairs(rulebook, roster, current, stage, parties).length > 0 ? last : undefined;
}
