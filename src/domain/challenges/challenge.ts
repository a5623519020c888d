import type { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { PartyId, StatementId, PersonId, NoticeId } from "../identity.ts";
import type { ChallengeEntry, ChallengeId, Against, Question } from "./entry.ts";

export type ChallengeEntryOf<Kind extends ChallengeEntry["kind"]> = Extract<ChallengeEntry, { kind: Kind }>;

/** A challenge as it stands. */
export interface Challenge {
  readonly id: ChallengeId;
  readonly rule: string;
  readonly party: PartyId;
  readonly against: Against;
  readonly to: number;
  readonly ground: string | undefined;
  readonly words: StatementId;
  readonly evidence: StatementId | undefined;
  readonly lodged: Temporal.Instant;
  readonly isLate: boolean;
  readonly consulted: readonly { readonly person: PersonId; readonly words: StatementId }[];
  readonly judged: readonly (Omit<ChallengeEntryOf<"challenge-judged">, "kind" | "challenge"> & Done)[];
  /** The notices to those who are told before an answer is given; undefined while nobody has been told. */
  readonly toldFirst: readonly NoticeId[] | undefined;
  /** Whether those who read it may read the real names, and why they ask. */
  readonly names:
    | { readonly step: "asked" | "allowed" | "refused"; readonly reasons: StatementId; readonly by: PersonId }
    | undefined;
  readonly decided: (Omit<ChallengeEntryOf<"challenge-decided">, "kind" | "challenge"> & Done) | undefined;
}

/** When something was done, and who of the organisation did it. */
export interface Done {
  readonly at: Temporal.Instant;
  readonly by: PersonId | undefined;
}

/** What is waited for: whether a late one is heard, whether any is, that it is heard by people or at a stage of the case; or nothing more. */
export type ChallengeState = Question | "hearing" | "at-stage" | "refused" | "decided";

/** How far a challenge has come. */
export function stateOf(rulebook: Rulebook, challenge: Challenge): ChallengeState {
  if (challenge.decided !== undefined) return "decided";
  if (challenge.judged.some(({ isHeard }) => !isHeard)) return "refused";
  const isJudged = (question: Question) => challenge.judged.some((each) => each.question === question);
  if (challenge.isLate && !isJudged("lateness")) return "lateness";
  const rule = readChallengeRule(rulebook, challenge);
  if (isAdmittedBySomebody(rule) && !isJudged("admission")) return "admission";
  return rule.heard_at === undefined ? "hearing" : "at-stage";
}

type Rule = Rulebook["challenges"][string];

/** Whether somebody decides whether it is heard; otherwise whatever is in time is. */
export const isAdmittedBySomebody = ({ admitted_by: by }: Rule): boolean => by !== undefined && by !== "automatic";

/** The rule of a challenge. Throws when the rulebook has none of that name. */
export function readChallengeRule(rulebook: Rulebook, { rule }: Pick<Challenge, "rule">): Rule {
  const found = rulebook.challenges[rule];
  if (found === undefined) throw new Error(`The rulebook has no challenge "${rule}".`);
  return found;
}

/** Whether something is still waited for in a challenge. */
export function isOpen(rulebook: Rulebook, challenge: Challenge): boolean {
  const state = stateOf(rulebook, challenge);
  return state !== "refused" && state !== "decided";
}

/** The challenges of a case in which something is waited for. */
export const openChallenges = (
  rulebook: Rulebook,
  { challenges }: { readonly challenges: readonly Challenge[] },
): readonly Challenge[] => challenges.filter((challenge) => isOpen(rulebook, challenge));
