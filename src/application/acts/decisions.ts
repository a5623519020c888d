import type { Temporal } from "temporal-polyfill";

import type { PersonId } from "../../domain/identity.ts";
import { foldMotion } from "../../domain/motions/motion.ts";
import { ruleOf, wayOf } from "../../domain/motions/rules.ts";
import { numbered } from "../../domain/records/register.ts";
import { holdersOf } from "../../domain/roster.ts";
import { notForYou } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import { findPerson } from "../house.ts";
import type { House } from "../house.ts";
import type { AccountRef } from "../person.ts";
import type { Precedent } from "../recordPorts.ts";

/** A decision as others may learn of it: no name, no count, and nothing of how it came about but the way to decide. */
interface DecisionLine {
  /** D-2027-04. */
  readonly number: string;
  /** 2027-03-01. */
  readonly day: string;
  readonly text: string;
  /** The way to vote, by its name in the rulebook. */
  readonly rule: string;
  readonly body: string;
}

export interface DecisionsView {
  readonly kind: "decisions";
  readonly words: string;
  /** The last first. */
  readonly lines: readonly DecisionLine[];
  readonly clause: string;
}

/** Whether a text holds every one of some words, whatever their case. */
const holds = (text: string, words: string) =>
  words
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => text.toLowerCase().includes(word));

/**
 * The register of what bodies decided: the motions that were carried, but for those of a case and those in camera. Somebody to whom the
 * rulebook makes nothing known is answered as if there were none.
 */
export async function searchDecisions(
  house: House,
  caller: AccountRef,
  words: string,
): Promise<DecisionsView | Blocked> {
  const register = await readRegister(house, caller);
  if (register === undefined) return notForYou;
  const lines = register.lines
    .filter(({ number, text, day }) => holds(`${number} ${day} ${text}`, words.trim()))
    .toReversed();
  return { kind: "decisions", words: words.trim(), lines, clause: register.clause };
}

/**
 * Whether the register holds a decision of this number, such as D-2027-04. Undefined for somebody who may not read it: they do not learn from
 * a form either what was decided.
 */
export async function isDecided(house: House, caller: AccountRef, number: string): Promise<boolean | undefined> {
  const register = await readRegister(house, caller);
  return register?.lines.some((line) => line.number.toLowerCase() === number.trim().toLowerCase());
}

/** The register, the first decision first; undefined for somebody to whom nothing of it is made known. */
async function readRegister(house: House, caller: AccountRef) {
  const person = await findPerson(house, caller);
  const rule = house.rulebook.records.decisions;
  if (rule === undefined || rule.publish === "nothing" || !isTold(house, rule.to, person)) return undefined;
  const decided = (await Promise.all((await house.store.closedMotions()).map((id) => readDecision(house, id)))).flatMap(
    (each) => each ?? [],
  );
  return { lines: numbered(house.rulebook, decided), clause: rule.clause };
}

function isTold(
  { rulebook, roster }: House,
  to: NonNullable<Rulebook["records"]["decisions"]>["to"],
  person: PersonId | undefined,
): boolean {
  if (to === undefined) return true;
  return person !== undefined && to.some((selector) => holdersOf(rulebook, roster, selector).includes(person));
}

interface Decided {
  readonly at: Temporal.Instant;
  readonly id: string;
  readonly text: string;
  readonly rule: string;
  readonly body: string;
}

async function readDecision(house: House, id: string): Promise<Decided | undefined> {
  const file = await house.store.motionById(id);
  if (file === undefined) return undefined;
  const rulebook = house.rulebookOf(file.rulebook);
  const motion = foldMotion(file);
  const vote = motion.votes.findLast(({ result }) => result?.kind === "carried" || result?.kind === "agreed");
  if (motion.about !== undefined || motion.session?.isInCamera === true || vote?.closed === undefined) return undefined;
  const { electorate } = ruleOf(rulebook, motion);
  const body = electorate.kind === "anyone" ? "anyone" : electorate.id;
  const text = (await house.store.motionWords(motion.id, motion.text)) ?? "";
  return { at: vote.closed, id, text, rule: wayOf(motion), body };
}

/** Precedents that hold some words, for those who handle or decide cases. */
export interface PrecedentsView {
  readonly kind: "precedents";
  readonly words: string;
  readonly found: readonly Precedent[];
  readonly clause: string;
}

/**
 * The precedents that hold these words in their text, or by the names of what was broken and imposed.
 * @param called what the language calls something of the rulebook, such as a rule
 */
export async function searchPrecedents(
  house: House,
  caller: AccountRef,
  words: string,
  called: (kind: string, id: string) => string,
): Promise<PrecedentsView | Blocked> {
  const person = await findPerson(house, caller);
  const rule = house.rulebook.records.precedents;
  if (rule === undefined || person === undefined || !isOfAnyBody(house, person)) return notForYou;
  const kept = await house.store.keptRecords("precedent");
  const found = kept
    .map(({ value }) => value)
    .filter(({ text, rules, outcome, sanction, year }) => {
      const names = [
        ...rules.map((each) => called("rule", each)),
        called("outcome", outcome),
        ...(sanction === undefined ? [] : [called("sanction", sanction)]),
      ];
      return holds([text, year, ...rules, ...names].join(" "), words.trim());
    })
    .toReversed();
  return { kind: "precedents", words: words.trim(), found, clause: rule.clause };
}

/** Whoever holds an office of the organisation: those who handle and decide cases are among them, parties as such are not. */
const isOfAnyBody = ({ roster }: House, person: PersonId) =>
  Object.entries(roster).some(([key, people]) => !key.includes(":") && people.includes(person));
