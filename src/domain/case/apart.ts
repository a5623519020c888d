import type { Temporal } from "temporal-polyfill";

import type { Procedure, Rulebook } from "../../rulebook/rulebook.ts";
import type { PartyId, StatementId, WordsId } from "../identity.ts";
import { isSpokenFor } from "../intake/together.ts";
import type { Relayed } from "./apartEntries.ts";
import type { Case, Notice } from "./case.ts";
import type { PartyEntry } from "./party.ts";
import { isClosed, readProcedure } from "./stages.ts";

/** What a procedure says about keeping both sides apart. */
type ApartRule = NonNullable<Procedure["no_contact"]>;

export function apartRule(rulebook: Rulebook, current: Case): ApartRule | undefined {
  return readProcedure(rulebook, current).no_contact;
}

/** The clause of it; of a procedure without one that of the procedure. */
export function apartClause(rulebook: Rulebook, current: Case): string {
  return apartRule(rulebook, current)?.clause ?? readProcedure(rulebook, current).clause;
}

/** Since when both sides are kept apart; undefined where they are not. */
export function apartSince(current: Case): Temporal.Instant | undefined {
  const last = current.apart.spells.at(-1);
  return last?.ended === undefined ? last?.since : undefined;
}

/** What a party was told of being kept apart now, once it was sent. */
export function toldOfApart(current: Case, { party }: Pick<PartyEntry, "party">): Notice | undefined {
  const since = apartSince(current)?.epochNanoseconds;
  return current.notices.find(
    ({ to, subject, sent }) =>
      since !== undefined &&
      subject.kind === "kept-apart" &&
      to.kind === "party" &&
      to.party === party &&
      sent.epochNanoseconds >= since,
  );
}

/** Whether a party can put a question to the other side now. */
export function mayAskAcross(rulebook: Rulebook, current: Case): boolean {
  const relays = apartRule(rulebook, current)?.relay_questions ?? false;
  if (isClosed(rulebook, current)) return false;
  return relays === "always" || (relays && apartSince(current) !== undefined);
}

/** Both sides: who reported with whoever is affected, and whom it is about. A witness is of neither. */
export function sidesOf({ parties }: Pick<Case, "parties">): readonly PartyEntry[] {
  return parties.filter(({ role }) => role !== "witness");
}

/** Those on the other side of a party. */
export function acrossFrom(current: Case, party: PartyId): readonly PartyEntry[] {
  const own = sidesOf(current).find((each) => each.party === party);
  if (own === undefined) return [];
  return sidesOf(current).filter(({ role }) => (role === "respondent") !== (own.role === "respondent"));
}

export function findWords({ apart }: Case, id: WordsId): Relayed | undefined {
  return apart.words.find(({ words }) => words === id);
}

/** Who gets these words: of an answer whoever asked, of a question each of the other side for whom nobody else speaks. */
export function meantFor(current: Case, said: Relayed): readonly PartyEntry[] {
  const asker = said.question === undefined ? undefined : findWords(current, said.question)?.from;
  const meant =
    said.question === undefined
      ? acrossFrom(current, said.from).filter((party) => !isSpokenFor(current, party))
      : sidesOf(current).filter(({ party }) => party === asker);
  return meant.filter(({ party }) => !said.passed.some((each) => each.party === party));
}

/** Whether these words wait for those who handle the case: nobody has got them, and they were not held back. */
export function waitsForOfficers({ statement, passed, held }: Relayed): boolean {
  return statement !== undefined && passed.length === 0 && held === undefined;
}

/** To whom a question was passed on that they have not answered, and when that was. */
export function unansweredBy(current: Case, asked: Relayed): Relayed["passed"] {
  if (asked.question !== undefined || asked.closed !== undefined) return [];
  return asked.passed.filter(
    ({ party }) => !current.apart.words.some(({ question, from }) => question === asked.words && from === party),
  );
}

/**
 * What a party was asked and has not answered.
 * @param question the last one when not given
 */
export function askedAcross(current: Case, party: PartyId, question?: WordsId): Relayed | undefined {
  return current.apart.words.findLast(
    (asked) =>
      (question === undefined || asked.words === question) &&
      unansweredBy(current, asked).some((each) => each.party === party),
  );
}

/**
 * The words of a party of which they are asked whether they can be passed on in other ones.
 * @param wording in which; the last ones when not given
 */
export function wordingBefore(current: Case, party: PartyId, wording?: StatementId): Relayed | undefined {
  return current.apart.words.findLast(
    (said) =>
      said.from === party &&
      waitsForOfficers(said) &&
      isBeforeThem(said) &&
      (wording === undefined || said.wording?.statement === wording),
  );
}

/** Whether whoever it is from is asked about another wording and has not answered. */
export const isBeforeThem = ({ wording }: Relayed): boolean => wording !== undefined && wording.isAgreed === undefined;
