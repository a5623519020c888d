import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case } from "../case/case.ts";
import type { AskedDisclosure } from "../case/consentEntries.ts";
import type { Entry } from "../case/entry.ts";
import { localDay } from "../deadlines/calendar.ts";
import type { PersonId } from "../identity.ts";
import { holdersOf } from "../roster.ts";
import type { Roster } from "../roster.ts";
import { endedAt, holdsAt, imposedIn } from "./record.ts";
import type { Imposed } from "./record.ts";

/**
 * Who may approve that somebody else learns of a sanction: those whom the rulebook names, without whoever asked for it and everybody who may
 * not know of the case.
 * @param parties the people who are parties in the case
 */
export function approversOf(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  by: PersonId | undefined,
  parties: readonly PersonId[],
): readonly PersonId[] {
  const named = rulebook.wider_disclosure?.approved_by ?? [];
  const out = [...parties, ...current.recused, ...current.keptOut, ...(by === undefined ? [] : [by])];
  const people = named.flatMap((selector) => holdersOf(rulebook, roster, selector));
  return [...new Set(people)].filter((person) => !out.includes(person));
}

/** Whether others have something to keep: a sanction that keeps nobody from anything is nobody else's business. */
export const isDisclosable = (rulebook: Rulebook, { sanction }: Pick<Imposed, "sanction">): boolean =>
  rulebook.wider_disclosure !== undefined && (rulebook.sanctions[sanction]?.bars.length ?? 0) > 0;

/** The sanction that somebody else is to learn of; undefined once it does not hold any more. */
export function disclosable(
  rulebook: Rulebook,
  current: Case,
  { decision, party }: Pick<AskedDisclosure, "decision" | "party">,
  at: Parameters<typeof holdsAt>[1],
): Imposed | undefined {
  return imposedIn(rulebook, current).find(
    (each) =>
      each.decision.id === decision && each.party.party === party && holdsAt(each, at) && isDisclosable(rulebook, each),
  );
}

/**
 * What comes of an answer to somebody who asked that somebody else learns of a sanction: with a yes that person is told.
 * @param newId gives the notice its id
 */
export function answered(
  rulebook: Rulebook,
  { disclosure, decision, party, to }: AskedDisclosure,
  imposed: Imposed,
  isApproved: boolean,
  newId: () => string,
): readonly Entry[] {
  const answer: Entry = { kind: "disclosure-answered", disclosure, isApproved };
  if (!isApproved || imposed.from === undefined) return [answer];
  const ends = endedAt(imposed) ?? imposed.until;
  const subject = {
    kind: "wider-disclosure",
    disclosure,
    what: "begins",
    decision,
    party,
    sanction: imposed.sanction,
    from: localDay(rulebook, imposed.from).toString(),
    until: ends === undefined ? undefined : localDay(rulebook, ends).toString(),
  } as const;
  return [answer, { kind: "notice-sent", notice: newId(), to: { kind: "person", person: to }, subject }];
}
