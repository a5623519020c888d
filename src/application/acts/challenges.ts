import { isOpen, stateOf } from "../../domain/challenges/challenge.ts";
import type { Challenge } from "../../domain/challenges/challenge.ts";
import type { ChallengeId, ChallengeTask, Verdict } from "../../domain/challenges/entry.ts";
import { doersOf, isBefore, tasksOf } from "../../domain/challenges/whoHears.ts";
import type { CaseId, RuleId, SanctionId } from "../../domain/identity.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";
import { actOnCase, factsOf } from "../actOnCase.ts";
import type { CaseRef, Done, Facts, Request, Seen } from "../actOnCase.ts";
import type { CaseSummary } from "../casePorts.ts";
import { findPerson } from "../house.ts";
import type { House } from "../house.ts";
import { letterWords } from "../letterWords.ts";
import type { AccountRef } from "../person.ts";
import { challengeView } from "../views/challengeView.ts";
import type { ChallengeKind, ChallengeView } from "../views/challengeView.ts";
import { readFacts } from "./readFacts.ts";

type Result = Promise<Done | Seen | Blocked>;

/** What somebody writes with a challenge. */
export interface ChallengeText {
  readonly rule: string;
  /** To which of those one can write, by its number from 0. */
  readonly to: number;
  readonly ground: string | undefined;
  readonly words: string;
  readonly evidence: string;
}

/** A party lodges a challenge. */
export function lodge(house: House, request: Request, { words: text, evidence, ...rest }: ChallengeText): Result {
  return actOnCase(house, request, ({ newId }) => {
    const words = newId();
    const more = evidence.trim() === "" ? undefined : newId();
    return {
      act: { kind: "lodge", ...rest, words, evidence: more },
      words: [{ id: words, text }, ...(more === undefined ? [] : [{ id: more, text: evidence }])],
    };
  });
}

/** Somebody who is asked says what they think of whether it is to be heard. */
export function consult(house: House, request: Request, challenge: ChallengeId, text: string): Result {
  return actOnCase(house, request, ({ newId }) => {
    const words = newId();
    return { act: { kind: "consult", challenge, words }, words: [{ id: words, text }] };
  });
}

/** Whether it is heard. */
export function judgeChallenge(
  house: House,
  request: Request,
  challenge: ChallengeId,
  isHeard: boolean,
  text: string,
): Result {
  return actOnCase(house, request, ({ newId }) => {
    const reasons = newId();
    return { act: { kind: "judge-challenge", challenge, isHeard, reasons }, words: [{ id: reasons, text }] };
  });
}

/** Tells those who are told before an answer is given. */
export function tellFirst(house: House, request: Request, challenge: ChallengeId, text: string): Result {
  return actOnCase(house, request, ({ newId }) => {
    const words = newId();
    return { act: { kind: "tell-first", challenge, words }, words: [{ id: words, text }] };
  });
}

export interface VerdictText {
  readonly how: Verdict;
  readonly sanction: SanctionId | undefined;
  readonly lasts: Span | undefined;
  readonly findings: readonly RuleId[];
  readonly members: readonly string[];
  readonly reasons: string;
  /** The text of the letter, where the sanction is one. */
  readonly letter?: string | undefined;
}

/** Ends a challenge. */
export function decideChallenge(
  house: House,
  request: Request,
  challenge: ChallengeId,
  { reasons: text, letter, ...verdict }: VerdictText,
): Result {
  return actOnCase(house, request, ({ newId }) => {
    const reasons = newId();
    const written = letterWords(letter, newId);
    return {
      act: { kind: "decide-challenge", challenge, ...verdict, reasons, letter: written[0]?.id },
      words: [{ id: reasons, text }, ...written],
    };
  });
}

/** Asks for the real names. */
export function askNames(house: House, request: Request, challenge: ChallengeId, text: string): Result {
  return actOnCase(house, request, ({ newId }) => {
    const reasons = newId();
    return { act: { kind: "ask-names", challenge, reasons }, words: [{ id: reasons, text }] };
  });
}

/** Lets somebody read the real names, or does not. */
export function judgeNames(
  house: House,
  request: Request,
  challenge: ChallengeId,
  isAllowed: boolean,
  text: string,
): Result {
  return actOnCase(house, request, ({ newId }) => {
    const reasons = newId();
    return { act: { kind: "judge-names", challenge, isAllowed, reasons }, words: [{ id: reasons, text }] };
  });
}

/** A challenge for somebody before whom it is, or who lodged it; by a case alone the one that waits for them, or the last. */
export async function openChallenge(
  house: House,
  caller: AccountRef,
  ref: CaseRef,
  challenge: ChallengeId | undefined,
): Promise<ChallengeView | Blocked> {
  const facts = await readFacts(house, ref, caller);
  if (facts === undefined) return nothingHere;
  const mine = ownChallenges(facts);
  const found =
    challenge === undefined
      ? (mine.find((each) => isTheirs(facts, each)) ?? mine.at(-1))
      : mine.find(({ id }) => id === challenge);
  return found === undefined ? nothingHere : challengeView(house, facts, found);
}

/** Those that somebody may read: of a party those that it lodged. */
function ownChallenges(facts: Facts): readonly Challenge[] {
  const { current, viewer, caller } = facts;
  if (viewer.kind === "party") return current.challenges.filter(({ party }) => party === viewer.party.party);
  return current.challenges.filter((each) => isBefore(facts, each, caller));
}

/**
 * What those read who hear a challenge, to be taken along: for them, and for those who handle the case while a stage of it hears it; of an
 * appeal alone.
 */
export async function openBundle(
  house: House,
  caller: AccountRef,
  ref: CaseRef,
  challenge: ChallengeId,
): Promise<ChallengeView | Blocked> {
  const facts = await readFacts(house, ref, caller);
  if (facts === undefined || facts.viewer.kind === "party") return nothingHere;
  const found = bundlesFor(facts).findLast(({ id }) => challenge === "" || id === challenge);
  return found === undefined ? nothingHere : challengeView(house, facts, found);
}

/** The challenges of which somebody may have everything that those read who hear it. */
export function bundlesFor(facts: Facts): readonly Challenge[] {
  const { rulebook, current, viewer, caller } = facts;
  return current.challenges.filter((each) => {
    if (rulebook.challenges[each.rule]?.kind !== "appeal") return false;
    const isHandedOn = viewer.kind === "handler" && stateOf(rulebook, each) === "at-stage";
    return isHandedOn || isBefore(facts, each, caller);
  });
}

const isTheirs = (facts: Facts, challenge: Challenge) =>
  tasksOf(facts, challenge).some((task) => doersOf(facts, challenge, task).includes(facts.caller));

/** A challenge in a list of those before somebody. */
export interface ChallengeLine {
  readonly case: CaseId;
  readonly codeName: string;
  readonly challenge: ChallengeId;
  readonly rule: string;
  readonly what: ChallengeKind;
  readonly tasks: readonly ChallengeTask[];
}

/** The challenges that are before somebody: nobody else's are listed or counted. */
export async function challengesBefore(house: House, caller: AccountRef): Promise<readonly ChallengeLine[]> {
  const person = await findPerson(house, caller);
  if (person === undefined) return [];
  const summaries = await house.store.openCases();
  const found = await Promise.all(summaries.map(({ id }) => house.store.caseById(id)));
  return found.flatMap((stored) => {
    const facts = stored === undefined ? undefined : factsOf(house, stored, person);
    if (facts === undefined || facts.viewer.kind === "party") return [];
    const { rulebook, current } = facts;
    return ownChallenges(facts)
      .filter((each) => isOpen(rulebook, each))
      .map((each) => ({
        case: current.id,
        codeName: current.codeName,
        challenge: each.id,
        rule: each.rule,
        what: rulebook.challenges[each.rule]?.kind ?? "appeal",
        tasks: tasksOf(facts, each).filter((task) => doersOf(facts, each, task).includes(person)),
      }));
  });
}

/** Code names that complete what somebody typed, among the cases with a challenge before them. */
export async function suggestChallenged(
  house: House,
  caller: AccountRef,
  typed: string,
): Promise<readonly CaseSummary[]> {
  const lines = await challengesBefore(house, caller);
  const found = lines.filter(({ codeName }) => codeName.includes(typed.trim().toLowerCase()));
  return [...new Map(found.map(({ case: id, codeName }) => [id, { id, codeName, isClosed: false }])).values()];
}
