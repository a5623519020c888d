import { offersApart } from "../../domain/acts/apartAct.ts";
import { decideAct } from "../../domain/acts/decideAct.ts";
import {
  apartClause,
  apartSince,
  findWords,
  isBeforeThem,
  meantFor,
  sidesOf,
  toldOfApart,
  unansweredBy,
  waitsForOfficers,
} from "../../domain/case/apart.ts";
import type { Relayed } from "../../domain/case/apartEntries.ts";
import type { Case } from "../../domain/case/case.ts";
import type { PartyRole } from "../../domain/case/party.ts";
import { localDay } from "../../domain/deadlines/calendar.ts";
import type { CaseId, PartyId, StatementId, WordsId } from "../../domain/identity.ts";
import { isRefusal } from "../../domain/refusal.ts";
import { isTold } from "../../domain/timeline/partyLines.ts";
import type { Facts } from "../actOnCase.ts";
import { pseudonymOf } from "../acts/pseudonymOf.ts";
import { nameOf } from "../house.ts";
import type { House } from "../house.ts";
import { readWords } from "../keepReading.ts";

/** Somebody of either side, as those who handle the case tell them apart. */
export interface SideView {
  readonly party: PartyId;
  readonly role: PartyRole;
  readonly pseudonym: string;
}

/** Whether both sides are kept apart, and what they said to each other, one at a time: for those who handle the case. */
export interface ApartView {
  readonly kind: "apart";
  readonly case: CaseId;
  readonly codeName: string;
  /** Since when, by whom and why; who was told, and on which day it reached them. */
  readonly state:
    | {
        readonly since: string;
        readonly by: string | undefined;
        readonly reasons: string;
        readonly told: readonly (SideView & { readonly on: string | undefined })[];
      }
    | undefined;
  /** Whether it suggests itself. */
  readonly isOffered: boolean;
  readonly canKeep: boolean;
  readonly canEnd: boolean;
  /** Whether what somebody without an account said can be entered. */
  readonly canEnter: boolean;
  readonly words: WordsView | undefined;
  /** Which of how many it is; those that wait come first. */
  readonly number: number;
  readonly total: number;
  readonly clause: string;
}

/** What one party said to the other side, and how far it has come. Days are written as 2026-03-15. */
export interface WordsView {
  readonly words: WordsId;
  readonly from: SideView & { readonly name: string };
  readonly on: string;
  readonly isAnswer: boolean;
  /** Undefined where somebody would rather not answer. */
  readonly text: string | undefined;
  readonly wording: { readonly text: string; readonly isAgreed: boolean | undefined } | undefined;
  readonly passed: readonly (SideView & { readonly on: string; readonly isUnanswered: boolean })[];
  readonly held: string | undefined;
  readonly isClosed: boolean;
  readonly canPass: boolean;
  readonly canHold: boolean;
  readonly canClose: boolean;
}

/** @param number which of what was said, the first being 1 */
export async function readApart(house: House, facts: Facts, number: number): Promise<ApartView> {
  const { rulebook, current } = facts;
  const said = inOrder(current);
  const shown = Math.min(Math.max(1, number), Math.max(1, said.length));
  const one = said[shown - 1];
  return {
    kind: "apart",
    case: current.id,
    codeName: current.codeName,
    state: await stateOf(house, facts),
    isOffered: offersApart(rulebook, current),
    canKeep: can(facts, "keep-apart"),
    canEnd: can(facts, "end-apart"),
    canEnter: sidesOf(current).some(({ hasAccount }) => !hasAccount),
    words: one === undefined ? undefined : await wordsView(house, facts, one),
    number: shown,
    total: said.length,
    clause: apartClause(rulebook, current),
  };
}

/** Whether whoever reads it may begin or end it. */
const can = (facts: Facts, kind: "keep-apart" | "end-apart") =>
  !isRefusal(decideAct(facts, { kind, reasons: "" }, facts.newId));

/** What waits for those who handle the case first, then what is not answered, then the rest from the newest on. */
function inOrder(current: Case): readonly Relayed[] {
  const rank = (said: Relayed) => {
    if (waitsForOfficers(said)) return isBeforeThem(said) ? 1 : 0;
    return unansweredBy(current, said).length > 0 ? 2 : 3;
  };
  return current.apart.words.toReversed().toSorted((a, b) => rank(a) - rank(b));
}

async function stateOf(house: House, facts: Facts): Promise<ApartView["state"]> {
  const { rulebook, current } = facts;
  const spell = current.apart.spells.at(-1);
  if (spell === undefined || apartSince(current) === undefined) return undefined;
  return {
    since: localDay(rulebook, spell.since).toString(),
    by: spell.by === undefined ? undefined : nameOf(house, spell.by),
    reasons: await readWords(house, facts, spell.reasons),
    told: sidesOf(current).map((party) => {
      const when = toldOfApart(current, party)?.delivered?.when;
      return { ...sideOf(current, party.party), on: when && localDay(rulebook, when).toString() };
    }),
  };
}

async function wordsView(house: House, facts: Facts, said: Relayed): Promise<WordsView> {
  const { rulebook, current, stored } = facts;
  const read = (statement: StatementId) => readWords(house, facts, statement);
  const unanswered = unansweredBy(current, said);
  const isOpen = said.statement !== undefined && said.held === undefined && said.closed === undefined;
  return {
    words: said.words,
    from: {
      ...sideOf(current, said.from),
      name: stored.identities.find(({ party }) => party === said.from)?.name ?? "",
    },
    on: localDay(rulebook, said.at).toString(),
    isAnswer: said.question !== undefined,
    text: said.statement === undefined ? undefined : await read(said.statement),
    wording:
      said.wording === undefined
        ? undefined
        : { text: await read(said.wording.statement), isAgreed: said.wording.isAgreed },
    passed: said.passed.map(({ party, at }) => ({
      ...sideOf(current, party),
      on: localDay(rulebook, at).toString(),
      isUnanswered: unanswered.some((each) => each.party === party),
    })),
    held: said.held === undefined ? undefined : await read(said.held.reasons),
    isClosed: said.closed !== undefined,
    canPass: isOpen && meantFor(current, said).some((party) => isTold(current, party)),
    canHold: waitsForOfficers(said),
    canClose: unanswered.length > 0,
  };
}

const sideOf = (current: Case, party: PartyId): SideView => ({
  party,
  role: current.parties.find((each) => each.party === party)?.role ?? "complainant",
  pseudonym: pseudonymOf(current, party),
});

/** What the forms about it ask: who could get what was said, and of whom something can be entered. */
export interface ApartPlace {
  readonly sides: readonly (SideView & { readonly hasAccount: boolean })[];
  readonly meant: Readonly<Record<WordsId, readonly SideView[]>>;
}

export function apartPlace({ current }: Facts): ApartPlace {
  return {
    sides: sidesOf(current).map(({ party, hasAccount }) => ({ ...sideOf(current, party), hasAccount })),
    meant: Object.fromEntries(
      current.apart.words.map(({ words }) => {
        const said = findWords(current, words);
        return [words, said === undefined ? [] : meantFor(current, said).map(({ party }) => sideOf(current, party))];
      }),
    ),
  };
}
