import type { Act, Standing } from "../acts/act.ts";
import type { Entry } from "../case/entry.ts";
import type { Addressee } from "../case/noticeSubject.ts";
import { isClosed } from "../case/stages.ts";
import type { Refusal } from "../refusal.ts";
import { readChallengeRule, stateOf } from "./challenge.ts";
import type { Challenge } from "./challenge.ts";
import type { ChallengeEntry, Question } from "./entry.ts";
import { withTasks } from "./tellTasks.ts";
import { doersOf } from "./whoHears.ts";

type Of<Kind extends Act["kind"]> = Extract<Act, { kind: Kind }>;
type Decided = readonly Entry[] | Refusal;

/** Whoever is asked before it is decided whether a challenge is heard says what they think; or it is entered what they said. */
export function decideConsult(
  standing: Standing,
  challenge: Challenge,
  { words }: Of<"consult">,
  newId: () => string,
): Decided {
  const { rulebook, caller } = standing;
  const { clause, consults } = readChallengeRule(rulebook, challenge);
  if (consults === undefined || stateOf(rulebook, challenge) !== "admission") return over(clause);
  const may = [...doersOf(standing, challenge, "consult"), ...doersOf(standing, challenge, "admission")];
  if (!may.includes(caller)) return { refused: "not-your-task", clause };
  const consulted: ChallengeEntry = { kind: "challenge-consulted", challenge: challenge.id, person: caller, words };
  return withTasks(standing, [consulted], newId);
}

/**
 * Decides whether a challenge is heard: first a late one, by whoever decides on that; then any, by whoever admits it, once those have been
 * asked who are to be. Whoever lodged it is told, with the reasons.
 */
export function decideJudge(
  standing: Standing,
  challenge: Challenge,
  { isHeard, reasons }: Of<"judge-challenge">,
  newId: () => string,
): Decided {
  const { rulebook, current, caller } = standing;
  const rule = readChallengeRule(rulebook, challenge);
  const state = stateOf(rulebook, challenge);
  const late = rule.window !== "none" && "within" in rule.window ? rule.window.late : undefined;
  const clause = state === "lateness" ? (late?.clause ?? rule.clause) : rule.clause;
  if (state !== "lateness" && state !== "admission") return over(clause);
  if (!doersOf(standing, challenge, state).includes(caller)) return { refused: "not-your-task", clause };
  if (state === "admission" && rule.consults !== undefined && challenge.consulted.length === 0)
    return { refused: "consult-first", clause };
  const isLast = state === "admission" || rule.admitted_by === undefined || rule.admitted_by === "automatic";
  const isThere = current.stage.stage === rule.heard_at && !isClosed(rulebook, current);
  const next = isHeard && isLast && !isThere ? rule.heard_at : undefined;
  const judged: ChallengeEntry = {
    kind: "challenge-judged",
    challenge: challenge.id,
    question: state,
    isHeard,
    reasons,
    next,
  };
  const told = isHeard && !isLast ? [] : [toldOutcome(standing, challenge, state, newId)].flat();
  return [...withTasks(standing, [judged], newId), ...told];
}

/** Whoever lodged it is told; the other side is, once it is heard at a stage, where it takes part. */
function toldOutcome(
  { current }: Standing,
  { id, party }: Challenge,
  about: Question,
  newId: () => string,
): readonly Entry[] {
  const lodger = current.parties.find((each) => each.party === party);
  if (lodger === undefined) return [];
  const to: Addressee = { kind: "party", party, role: lodger.role };
  return [{ kind: "notice-sent", notice: newId(), to, subject: { kind: "challenge-outcome", challenge: id, about } }];
}

const over = (clause: string): Refusal => ({ refused: "challenge-closed", clause });
