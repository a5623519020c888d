import type { Act, ActKind, Standing } from "../acts/act.ts";
import { taskOf } from "../acts/decideAct.ts";
import { readChallengeRule } from "../challenges/challenge.ts";
import type { Challenge } from "../challenges/challenge.ts";
import { sanctionsFor, verdictsOf } from "../challenges/hear.ts";
import { openingsFor } from "../challenges/openings.ts";
import { addresseesOf, benchOf, doersOf, isBefore, tasksOf } from "../challenges/whoHears.ts";
import { isLengthChosen } from "../sanctions/fitting.ts";

/** Nothing that is entered has an id yet. */
const UNWRITTEN = "";

type ChallengeKind =
  | "lodge"
  | "consult"
  | "judge-challenge"
  | "tell-first"
  | "decide-challenge"
  | "ask-names"
  | "judge-names";

export const isOfChallenge = (kind: ActKind): kind is ChallengeKind => kind === "lodge" || taskOf[kind] === "challenge";

/** Lodging each challenge that a party could lodge; everything that somebody can do with those that are before them. */
export function askedChallengeAct(standing: Standing, kind: ChallengeKind): readonly Act[] {
  if (kind === "lodge") return lodgings(standing);
  const own = standing.current.challenges.filter((challenge) => isBefore(standing, challenge, standing.caller));
  return own.flatMap((challenge) => asked(standing, kind, challenge));
}

function lodgings(standing: Standing): readonly Act[] {
  const { rulebook, current, viewer } = standing;
  if (viewer.kind !== "party") return [];
  const rules = Object.entries(rulebook.challenges).filter(([, rule]) =>
    rule.by.some((side) => side === viewer.party.role),
  );
  const open = openingsFor(rulebook, current, viewer.party).map(({ rule }) => rule);
  return rules
    .toSorted(([a], [b]) => Number(open.includes(b)) - Number(open.includes(a)))
    .map(([name, rule]) => ({
      kind: "lodge",
      rule: name,
      to: addresseesOf(standing, rule)[0] ?? 0,
      ground: rule.grounds === undefined || rule.grounds === "any" ? undefined : rule.grounds[0],
      words: UNWRITTEN,
      evidence: UNWRITTEN,
    }));
}

function asked(standing: Standing, kind: Exclude<ChallengeKind, "lodge">, challenge: Challenge): readonly Act[] {
  const { rulebook, caller } = standing;
  const { id } = challenge;
  const tasks = tasksOf(standing, challenge).filter((task) => doersOf(standing, challenge, task).includes(caller));
  switch (kind) {
    case "consult":
      return tasks.includes("consult") ? [{ kind, challenge: id, words: UNWRITTEN }] : [];
    case "judge-challenge":
      return tasks.includes("lateness") || tasks.includes("admission")
        ? [{ kind, challenge: id, isHeard: true, reasons: UNWRITTEN }]
        : [];
    case "tell-first":
      return tasks.includes("answer") && readChallengeRule(rulebook, challenge).inform_first !== undefined
        ? [{ kind, challenge: id, words: UNWRITTEN }]
        : [];
    case "decide-challenge": {
      const isTheirs = tasks.includes("decide") || tasks.includes("answer") || tasks.includes("opinion");
      return isTheirs ? verdictsOf(standing, challenge).map((how) => verdictAct(standing, challenge, how)) : [];
    }
    case "ask-names":
      return readChallengeRule(rulebook, challenge).unmask === undefined
        ? []
        : [{ kind, challenge: id, reasons: UNWRITTEN }];
    case "judge-names":
      return tasks.includes("names") ? [{ kind, challenge: id, isAllowed: true, reasons: UNWRITTEN }] : [];
  }
}

/** Ending a challenge so, with the first of the sanctions that can follow, for as long as can be chosen. */
function verdictAct(
  standing: Standing,
  challenge: Challenge,
  how: Extract<Act, { kind: "decide-challenge" }>["how"],
): Act {
  const { rulebook } = standing;
  const [sanction] = how === "change_sanction" ? sanctionsFor(standing, challenge) : [];
  const sanctionable = Object.entries(rulebook.rules).filter(([, rule]) => rule.sanctionable);
  return {
    kind: "decide-challenge",
    challenge: challenge.id,
    how,
    sanction,
    lasts: isLengthChosen(rulebook, sanction) ? { amount: 1, unit: "days" } : undefined,
    findings: sanctionable.slice(0, 1).map(([id]) => id),
    members: benchOf(standing, challenge)?.seats ?? [],
    reasons: UNWRITTEN,
  };
}
