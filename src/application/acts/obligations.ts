import { Temporal } from "temporal-polyfill";

import { localDay } from "../../domain/deadlines/calendar.ts";
import { exportOf } from "../../domain/obligations/exports.ts";
import { standingOf } from "../../domain/obligations/standing.ts";
import type { ObligationStanding } from "../../domain/obligations/standing.ts";
import { holdersOf } from "../../domain/roster.ts";
import { notForYou, nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { beganOn, daysDone, exportsOwed } from "../announceObligations.ts";
import { findPerson, nameOf } from "../house.ts";
import type { House } from "../house.ts";
import type { AccountRef } from "../person.ts";
import { recipientOf } from "./statistics.ts";
import type { Recipient } from "./statistics.ts";

/** Something that has to be done again and again, as those in office see it. */
export interface ObligationItem {
  readonly standing: ObligationStanding;
  readonly isLate: boolean;
  /** Whether it is the caller's to do and to record. */
  readonly isOwn: boolean;
  /** When it was recorded last, by whom, and where it is written down. */
  readonly last: { readonly on: string; readonly by: string; readonly note: string } | undefined;
  /** To whom it is handed out, where it is that: it is done by doing so, and not recorded. */
  readonly exportTo?: readonly Recipient[] | undefined;
}

/**
 * What has to be done again and again, and how it stands; to whoever holds no office as if there were nothing. What is handed out regularly
 * stands there for whoever looks at it first.
 */
export async function openObligations(house: House, caller: AccountRef): Promise<readonly ObligationItem[] | Blocked> {
  const { rulebook, roster } = house;
  const person = await findPerson(house, caller);
  if (person === undefined || !house.people.has(person)) return notForYou;
  const [all, done, since] = await Promise.all([house.store.obligationsDone(), daysDone(house), beganOn(house)]);
  const today = localDay(rulebook, house.clock.now());
  const exports = Object.entries(await exportsOwed(house)).filter(([, { owner }]) =>
    holdersOf(rulebook, roster, owner).includes(person),
  );
  return [...Object.entries(rulebook.obligations), ...exports].map(([id, rule]): ObligationItem => {
    const standing = standingOf(rulebook, id, rule, done.get(id) ?? [], since, today);
    const exportTo = exportOf(rulebook, id)?.to.map((selector) => recipientOf(rulebook, selector));
    const last = all
      .filter(({ obligation }) => obligation === id)
      .toSorted((a, b) => a.on.localeCompare(b.on))
      .at(-1);
    return {
      standing,
      isLate: standing.dueBy !== undefined && Temporal.PlainDate.compare(standing.dueBy, today) < 0,
      isOwn: holdersOf(rulebook, roster, rule.owner).includes(person),
      last: last === undefined ? undefined : { on: last.on, by: nameOf(house, last.by), note: last.note },
      exportTo,
    };
  });
}

/** What somebody records: what was done, on which day, as 2026-03-20, and where it is written down. */
export interface ObligationRecord {
  readonly obligation: string;
  readonly on: string;
  readonly note: string;
}

/** Recorded: how it stands now. "future": a day that has not come cannot be recorded. */
export type Recorded =
  | { readonly kind: "recorded"; readonly standing: ObligationStanding }
  | { readonly kind: "future" }
  | { readonly kind: "seen" };

/** Records that something was done that has to be done again and again: those who owe it do, by one delivery once. */
export async function recordObligation(
  house: House,
  caller: AccountRef,
  delivery: string,
  { obligation: id, on, note }: ObligationRecord,
): Promise<Recorded | Blocked> {
  const { rulebook, roster, store } = house;
  const person = await findPerson(house, caller);
  const rule = Object.hasOwn(rulebook.obligations, id) ? rulebook.obligations[id] : undefined;
  if (person === undefined || rule === undefined || !house.people.has(person)) return nothingHere;
  if (!holdersOf(rulebook, roster, rule.owner).includes(person))
    return { refused: "not-your-task", clause: rule.clause, unblock: [] };
  const at = house.clock.now();
  const today = localDay(rulebook, at);
  if (Temporal.PlainDate.compare(Temporal.PlainDate.from(on), today) > 0) return { kind: "future" };
  const isFresh = await store.recordObligationDone({ id: delivery, obligation: id, on, by: person, at, note });
  if (!isFresh) return { kind: "seen" };
  const [done, since] = await Promise.all([daysDone(house), beganOn(house)]);
  return { kind: "recorded", standing: standingOf(rulebook, id, rule, done.get(id) ?? [], since, today) };
}
