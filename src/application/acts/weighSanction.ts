import type { Act } from "../../domain/acts/act.ts";
import { decideAct } from "../../domain/acts/decideAct.ts";
import { arePriorsSealed } from "../../domain/case/priors.ts";
import type { RuleId } from "../../domain/identity.ts";
import { isRefusal } from "../../domain/refusal.ts";
import { adviceOn } from "../../domain/sanctions/advice.ts";
import type { Advice, Prior } from "../../domain/sanctions/advice.ts";
import { heldAt } from "../../domain/sanctions/ledger.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { factsOf, readCase } from "../actOnCase.ts";
import type { Done, Facts, Request, Seen } from "../actOnCase.ts";
import { findPerson } from "../house.ts";
import type { House } from "../house.ts";
import { respondentsOf } from "../organisationParty.ts";
import { casesOfRespondent, ledgerOfCases } from "../sanctions/personsCases.ts";
import { put } from "./decideCase.ts";
import type { MotionText } from "./decideCase.ts";
import { conclude } from "./handleCase.ts";
import type { ConclusionText } from "./handleCase.ts";

/** What the rules say against a sanction that is about to be chosen: nothing has been done yet. */
export interface Advised {
  readonly kind: "advised";
  readonly sanction: string;
  readonly advice: readonly Advice[];
  /** Whether the rules allow it all the same. */
  readonly isAllowed: boolean;
}

type Weighed = Done | Seen | Blocked | Advised;

/**
 * Puts a motion, unless the rules say something against its sanction.
 * @param isConfirmed whether whoever puts it has read that, and stays with it where they may
 */
export async function putWeighed(
  house: House,
  request: Request,
  motion: MotionText,
  isConfirmed: boolean,
): Promise<Weighed> {
  const { reasons: _, letter, ...rest } = motion;
  const act: Act = { kind: "put-motion", ...rest, vote: "", reasons: "", letter: letter || undefined };
  return (await weigh(house, request, act, motion, isConfirmed)) ?? put(house, request, motion);
}

/**
 * Concludes a stage, unless the complaint is decided with it and the rules say something against the sanction.
 * @param isConfirmed whether whoever decides has read that, and stays with it where they may
 */
export async function concludeWeighed(
  house: House,
  request: Request,
  conclusion: ConclusionText,
  isConfirmed: boolean,
): Promise<Weighed> {
  const { rules: findings, severity, sanction } = conclusion;
  const act: Act = { kind: "conclude", ...conclusion, letter: conclusion.letter || undefined };
  const chosen = { findings, severity, sanction };
  return (await weigh(house, request, act, chosen, isConfirmed)) ?? conclude(house, request, conclusion);
}

/** Only whoever could do it now is told anything: before that, what the person has had is nobody's business. */
async function weigh(
  house: House,
  { caller, case: ref }: Request,
  act: Act,
  chosen: {
    readonly findings: readonly RuleId[];
    readonly severity?: string | undefined;
    readonly sanction?: string | undefined;
  },
  isConfirmed: boolean,
): Promise<Advised | undefined> {
  const { sanction, severity } = chosen;
  const person = sanction === undefined ? undefined : await findPerson(house, caller);
  const stored = person === undefined ? undefined : await readCase(house, ref);
  const facts = stored === undefined || person === undefined ? undefined : factsOf(house, stored, person);
  if (sanction === undefined || facts === undefined || isRefusal(decideAct(facts, act, facts.newId))) return undefined;
  const { rulebook, current } = facts;
  const findings = chosen.findings.length > 0 ? chosen.findings : current.findings;
  const advice = adviceOn(rulebook, await priorsOf(house, facts), { findings, severity, sanction });
  const isAllowed = advice.every(({ isBinding }) => !isBinding);
  if (advice.length === 0 || (isConfirmed && isAllowed)) return undefined;
  return { kind: "advised", sanction, advice, isAllowed };
}

/** What whoever is reported has now: what has ended is no earlier violation. While that is closed to those who decide it is not read. */
async function priorsOf(house: House, { rulebook, current, stored, at }: Facts): Promise<readonly Prior[]> {
  if (arePriorsSealed(rulebook, current)) return [];
  const respondents = respondentsOf(stored);
  const all = await Promise.all(respondents.map((respondent) => casesOfRespondent(house, stored.id, respondent)));
  return all.flatMap((cases): readonly Prior[] => {
    const decisions = cases.flatMap((each) => each.current.decisions);
    const held = heldAt(ledgerOfCases(cases), at);
    // Nothing was decided with what holds while a case is handled.
    const decided = held.filter((each) => each.rulebook.sanctions[each.sanction]?.kind !== "interim");
    return decided.map(({ sanction, because }) => {
      const decision = decisions.find(({ id }) => id === because[0]?.ruling);
      return { sanction, severity: decision?.severity, violations: Math.max(1, decision?.findings.length ?? 1) };
    });
  });
}
