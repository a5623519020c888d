import type { Act, Standing } from "../acts/act.ts";
import type { Entry } from "../case/entry.ts";
import type { Refusal } from "../refusal.ts";
import { isOpen, readChallengeRule } from "./challenge.ts";
import type { Challenge } from "./challenge.ts";
import type { ChallengeEntry } from "./entry.ts";
import { withTasks } from "./tellTasks.ts";
import { doersOf, receiversOf } from "./whoHears.ts";

type Of<Kind extends Act["kind"]> = Extract<Act, { kind: Kind }>;

/** Whether whoever reads a challenge reads the file with other names in place of the real ones. */
export function isMasked(standing: Pick<Standing, "rulebook">, challenge: Challenge): boolean {
  return readChallengeRule(standing.rulebook, challenge).sees === "pseudonymous" && challenge.names?.step !== "allowed";
}

/**
 * Those who read a challenge without names ask for the real ones, with a reason; somebody else decides.
 * @param newId gives an id for each notice
 */
export function decideAskNames(
  standing: Standing,
  challenge: Challenge,
  { reasons }: Of<"ask-names">,
  newId: () => string,
): readonly Entry[] | Refusal {
  const { rulebook, caller } = standing;
  const { clause, unmask } = readChallengeRule(rulebook, challenge);
  if (unmask === undefined || !isOpen(rulebook, challenge)) return { refused: "challenge-closed", clause };
  if (!receiversOf(standing, challenge).includes(caller)) return { refused: "not-your-task", clause };
  if (challenge.names?.step === "asked" || challenge.names?.step === "allowed") return { refused: "already-done" };
  return withTasks(standing, [names(challenge, "asked", caller, reasons)], newId);
}

/** Somebody else than who asked lets them read the real names, or does not. */
export function decideJudgeNames(
  standing: Standing,
  challenge: Challenge,
  { isAllowed, reasons }: Of<"judge-names">,
  newId: () => string,
): readonly Entry[] | Refusal {
  const { rulebook, caller } = standing;
  const { clause } = readChallengeRule(rulebook, challenge);
  if (challenge.names?.step !== "asked" || !isOpen(rulebook, challenge)) return { refused: "challenge-closed", clause };
  if (!doersOf(standing, challenge, "names").includes(caller) || challenge.names.by === caller)
    return { refused: "not-your-task", clause };
  return withTasks(standing, [names(challenge, isAllowed ? "allowed" : "refused", caller, reasons)], newId);
}

const names = (
  { id }: Challenge,
  step: "asked" | "allowed" | "refused",
  person: string,
  reasons: string,
): ChallengeEntry => ({ kind: "challenge-names", challenge: id, step, person, reasons });
