import type { StageOutcome } from "../../rulebook/rulebook.ts";
import type { Act, Standing } from "../acts/act.ts";
import type { Decision } from "../case/case.ts";
import type { Entry } from "../case/entry.ts";
import { addresseesOf as toldAfter } from "../case/inform.ts";
import type { Addressee } from "../case/noticeSubject.ts";
import { isClosed, readProcedure } from "../case/stages.ts";
import { isTold } from "../case/told.ts";
import type { SanctionId } from "../identity.ts";
import type { Refusal } from "../refusal.ts";
import { findNoLetter, findUnfitSanction, isLengthChosen, isLetter, offeredSanctions } from "../sanctions/fitting.ts";
import { readChallengeRule, stateOf } from "./challenge.ts";
import type { Challenge } from "./challenge.ts";
import type { ChallengeEntry, Verdict } from "./entry.ts";
import { benchOf, doersOf } from "./whoHears.ts";
import type { Setting } from "./whoHears.ts";

type Decide = Extract<Act, { kind: "decide-challenge" }>;
type Decided = readonly Entry[] | Refusal;

/** How a challenge can end, by its rule. */
export function verdictsOf(
  { rulebook }: Pick<Setting, "rulebook">,
  challenge: Pick<Challenge, "rule">,
): readonly Verdict[] {
  const rule = readChallengeRule(rulebook, challenge);
  switch (rule.kind) {
    case "appeal":
      return [...(rule.powers ?? ["confirm"]), ...(rule.fallback === undefined ? [] : (["no_agreement"] as const))];
    case "information":
      if (rule.answer === "always") return ["told"];
      return rule.answer === "never" ? ["not_told"] : ["told", "not_told"];
    case "review":
      return ["opinion"];
  }
}

/**
 * Ends a challenge: an appeal by what those decided who heard it, a request by its answer, a review by what was thought. Everybody is told
 * whom the rulebook names after the outcome that was challenged; of a request and a review whoever made it.
 * @param newId gives an id for each notice
 */
export function decideVerdict(standing: Standing, challenge: Challenge, act: Decide, newId: () => string): Decided {
  const { rulebook, current, caller } = standing;
  const rule = readChallengeRule(rulebook, challenge);
  const { clause } = rule;
  if (stateOf(rulebook, challenge) !== "hearing") return { refused: "challenge-closed", clause };
  const task = ({ appeal: "decide", information: "answer", review: "opinion" } as const)[rule.kind];
  if (!doersOf(standing, challenge, task).includes(caller)) return { refused: "not-your-task", clause };
  if (!verdictsOf(standing, challenge).includes(act.how)) return { refused: "nothing-here" };
  if (act.how === "told" && !isToldFirst(standing, challenge))
    return { refused: "tell-first", sides: rule.inform_first ?? [], clause };
  const refusal = findUnfitBench(standing, challenge, act, clause) ?? findUnfitChange(standing, challenge, act, clause);
  if (refusal !== undefined) return refusal;
  const decision = current.decisions.find(({ id }) => id === challenge.against.decision);
  const isChange = act.how === "change_sanction";
  const decided: ChallengeEntry = {
    kind: "challenge-decided",
    challenge: challenge.id,
    how: act.how,
    sanction: isChange ? act.sanction : undefined,
    lasts: isChange && isLengthChosen(rulebook, act.sanction) ? act.lasts : undefined,
    letter: isChange && isLetter(rulebook, act.sanction) ? act.letter : undefined,
    findings: isChange && decision?.findings.length === 0 ? act.findings : undefined,
    members: rule.kind === "appeal" ? act.members : [],
    reasons: act.reasons,
    next: act.how === "annul" && isUndecidedAfter(standing, decision) ? decision?.stage : undefined,
  };
  const told = rule.kind === "appeal" ? appealTold(standing, challenge) : lodgerOf(standing, challenge);
  return [
    decided,
    ...told.map((to): Entry => ({
      kind: "notice-sent",
      notice: newId(),
      to,
      subject: { kind: "challenge-outcome", challenge: challenge.id, about: "verdict" },
    })),
  ];
}

/** With a decision that imposed nothing annulled, the complaint is not decided: it is decided anew where it was. */
function isUndecidedAfter({ rulebook, current }: Standing, decision: Decision | undefined): boolean {
  if (decision === undefined || decision.sanction !== undefined || !isClosed(rulebook, current)) return false;
  return decision === current.decisions.findLast(({ quashed }) => quashed === undefined);
}

/** Whether everybody has been told who is told before an answer is given: it has reached them. */
export function isToldFirst(
  { rulebook, current }: Pick<Setting, "rulebook" | "current">,
  challenge: Challenge,
): boolean {
  const first = readChallengeRule(rulebook, challenge).inform_first ?? [];
  const parties = current.parties.filter(({ role }) => first.some((side) => side === role));
  if (parties.length === 0) return true;
  const notices = challenge.toldFirst ?? [];
  return (
    notices.length > 0 && notices.every((id) => current.notices.some((each) => each.id === id && isTold(current, each)))
  );
}

function findUnfitBench(
  standing: Standing,
  challenge: Challenge,
  { members }: Decide,
  clause: string,
): Refusal | undefined {
  const bench = benchOf(standing, challenge);
  if (bench === undefined) return undefined;
  const sat = members.filter((seat) => bench.seats.includes(seat));
  if (sat.length === members.length && sat.length >= bench.minimum) return undefined;
  return { refused: "panel-too-small", present: sat.length, needed: bench.minimum, clause };
}

function findUnfitChange(standing: Standing, challenge: Challenge, act: Decide, clause: string): Refusal | undefined {
  if (act.how !== "change_sanction") return undefined;
  const { rulebook, current, at } = standing;
  if (act.sanction === undefined) return { refused: "no-sanction", clause };
  const decision = current.decisions.find(({ id }) => id === challenge.against.decision);
  const findings = decision === undefined || decision.findings.length === 0 ? (act.findings ?? []) : decision.findings;
  const [outcome] = Object.values(outcomesOf(standing, challenge));
  if (outcome === undefined) return { refused: "no-sanction", clause };
  const sanctions = [...sanctionsFor(standing, challenge)];
  const { sanction, lasts, letter } = act;
  return (
    findUnfitSanction(rulebook, { ...outcome, sanctions }, { findings, sanction, lasts }, clause, at) ??
    findNoLetter(rulebook, sanction, letter)
  );
}

/** The sanctions that can stand in the place of the first: those that the stage could impose. */
export function sanctionsFor(
  { rulebook, current }: Pick<Setting, "rulebook" | "current">,
  challenge: Challenge,
): readonly SanctionId[] {
  const outcomes = Object.values(outcomesOf({ rulebook, current }, challenge));
  return [...new Set(outcomes.flatMap((outcome) => offeredSanctions(rulebook, outcome)))];
}

/** How the stage can end at which it was decided what is challenged. */
function outcomesOf(
  { rulebook, current }: Pick<Setting, "rulebook" | "current">,
  challenge: Challenge,
): Readonly<Record<string, StageOutcome>> {
  const decision = current.decisions.find(({ id }) => id === challenge.against.decision);
  const stage = decision === undefined ? undefined : readProcedure(rulebook, current).stages[decision.stage];
  return stage === undefined || stage.kind === "closed" ? {} : stage.outcomes;
}

/** Those whom the rulebook has told of the outcome, and whoever lodged it. */
function appealTold(standing: Standing, challenge: Challenge): readonly Addressee[] {
  const { rulebook, current } = standing;
  const { outcome, decision } = challenge.against;
  const stage = current.decisions.find(({ id }) => id === decision)?.stage;
  const stages =
    stage === undefined
      ? current.concluded.filter((each) => each.outcome === outcome).map((each) => each.stage)
      : [stage];
  const named = stages.flatMap((each) => toldAfter(rulebook, current, each, outcome));
  const all = [...lodgerOf(standing, challenge), ...named];
  return [...new Map(all.map((to) => [to.kind === "party" ? to.party : JSON.stringify(to), to])).values()];
}

function lodgerOf({ current }: Standing, { party }: Challenge): readonly Addressee[] {
  return current.parties.filter((each) => each.party === party).map(({ role }) => ({ kind: "party", party, role }));
}
