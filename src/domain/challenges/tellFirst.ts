import type { Act, Standing } from "../acts/act.ts";
import type { Entry } from "../case/entry.ts";
import type { Refusal } from "../refusal.ts";
import { readChallengeRule, stateOf } from "./challenge.ts";
import type { Challenge } from "./challenge.ts";
import { doersOf } from "./whoHears.ts";

/**
 * Tells those who are told before an answer is given to somebody else, such as whoever reported.
 * @param newId gives an id for each notice
 */
export function decideTellFirst(
  standing: Standing,
  challenge: Challenge,
  { words }: Extract<Act, { kind: "tell-first" }>,
  newId: () => string,
): readonly Entry[] | Refusal {
  const { rulebook, current, caller } = standing;
  const { clause, inform_first: sides = [] } = readChallengeRule(rulebook, challenge);
  const parties = current.parties.filter(({ role }) => sides.some((side) => side === role));
  if (parties.length === 0 || stateOf(rulebook, challenge) !== "hearing")
    return { refused: "challenge-closed", clause };
  if (!doersOf(standing, challenge, "answer").includes(caller)) return { refused: "not-your-task", clause };
  if (challenge.toldFirst !== undefined) return { refused: "already-done" };
  const notices = parties.map(({ party, role }) => ({ id: newId(), to: { kind: "party", party, role } as const }));
  return [
    { kind: "challenge-told-first", challenge: challenge.id, notices: notices.map(({ id }) => id) },
    ...notices.map(({ id, to }): Entry => ({
      kind: "notice-sent",
      notice: id,
      to,
      subject: { kind: "challenge-first", challenge: challenge.id, words },
    })),
  ];
}
