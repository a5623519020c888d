import type { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case, Decision } from "../case/case.ts";
import type { Recorded } from "../case/entry.ts";
import type { NoticeId, PartyId, PersonId, StatementId } from "../identity.ts";
import type { Against, ChallengeEntry, ChallengeId, Question } from "./entry.ts";

type Of<Kind extends ChallengeEntry["kind"]> = Extract<ChallengeEntry, { kind: Kind }>;

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
  readonly judged: readonly (Omit<Of<"challenge-judged">, "kind" | "challenge"> & Done)[];
  /** The notices to those who are told before an answer is given; undefined while nobody has been told. */
  readonly toldFirst: readonly NoticeId[] | undefined;
  /** Whether those who read it may read the real names, and why they ask. */
  readonly names:
    | { readonly step: "asked" | "allowed" | "refused"; readonly reasons: StatementId; readonly by: PersonId }
    | undefined;
  readonly decided: (Omit<Of<"challenge-decided">, "kind" | "challenge"> & Done) | undefined;
}

/** When something was done, and who of the organisation did it. */
interface Done {
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
export const openChallenges = (rulebook: Rulebook, current: Case): readonly Challenge[] =>
  current.challenges.filter((challenge) => isOpen(rulebook, challenge));

export const isChallengeEntry = (entry: Recorded["entry"]): entry is ChallengeEntry =>
  entry.kind.startsWith("challenge-");

/** What of a case changes with an entry of a challenge. */
export function afterChallenge(
  current: Pick<Case, "challenges" | "decisions" | "decision" | "stage" | "findings">,
  entry: ChallengeEntry,
  { at, by }: Pick<Recorded, "at" | "by">,
): Partial<Case> {
  const done: Done = { at, by: by.kind === "person" ? by.person : undefined };
  if (entry.kind === "challenge-lodged") return { challenges: [...current.challenges, lodged(entry, at)] };
  const challenges = current.challenges.map((each) =>
    each.id === entry.challenge ? changed(each, entry, done) : each,
  );
  const next = entry.kind === "challenge-judged" || entry.kind === "challenge-decided" ? entry.next : undefined;
  const stage = next === undefined ? current.stage : { stage: next, opened: at, tasksDone: [] };
  if (entry.kind !== "challenge-decided") return { challenges, stage };
  const against = challenges.find(({ id }) => id === entry.challenge)?.against.decision;
  const decisions = current.decisions.map((each) => (each.id === against ? afterVerdict(each, entry, at) : each));
  return { challenges, stage, decisions, decision: decisions.at(-1) };
}

function lodged(entry: Of<"challenge-lodged">, at: Temporal.Instant): Challenge {
  const { kind: _, challenge: id, ...made } = entry;
  return {
    id,
    ...made,
    lodged: at,
    consulted: [],
    judged: [],
    toldFirst: undefined,
    names: undefined,
    decided: undefined,
  };
}

function changed(challenge: Challenge, entry: Exclude<ChallengeEntry, Of<"challenge-lodged">>, done: Done): Challenge {
  switch (entry.kind) {
    case "challenge-consulted": {
      const { person, words } = entry;
      return { ...challenge, consulted: [...challenge.consulted, { person, words }] };
    }
    case "challenge-judged": {
      const { kind: _, challenge: __, ...judged } = entry;
      return { ...challenge, judged: [...challenge.judged, { ...judged, ...done }] };
    }
    case "challenge-told-first":
      return { ...challenge, toldFirst: entry.notices };
    case "challenge-names": {
      const { step, reasons, person } = entry;
      return { ...challenge, names: { step, reasons, by: person } };
    }
    case "challenge-decided": {
      const { kind: _, challenge: __, ...decided } = entry;
      return { ...challenge, decided: { ...decided, ...done } };
    }
  }
}

/** What was annulled is as if it had never been decided; another sanction stands in the place of the first from the beginning. */
function afterVerdict(decision: Decision, entry: Of<"challenge-decided">, at: Temporal.Instant): Decision {
  if (entry.how === "annul") return { ...decision, quashed: at };
  if (entry.how !== "change_sanction") return decision;
  const { sanction, lasts, findings } = decision;
  const first = decision.first ?? { sanction, lasts, findings };
  // What was to be met with another sanction is not asked with this one.
  const conditions = entry.sanction === sanction ? decision.conditions : undefined;
  return {
    ...decision,
    findings: entry.findings ?? findings,
    sanction: entry.sanction,
    lasts: entry.lasts,
    conditions,
    first,
  };
}
