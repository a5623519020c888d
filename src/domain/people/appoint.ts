import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import { addSpan, endOfDay, localDay, startOfDay, subtractSpan } from "../deadlines/calendar.ts";
import type { OfficeId, PersonId } from "../identity.ts";
import { beginningOf, isRunning } from "./appointment.ts";
import type { Term } from "./appointment.ts";

const compare = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other);

type Office = Rulebook["offices"][string];

/** Whom an office is to be given to, from which day on, and until which last day; undefined: as long as the rules say. */
export interface Asked {
  readonly person: PersonId;
  readonly office: OfficeId;
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate | undefined;
}

/** Why somebody cannot be given an office so. */
export type AppointFault =
  | { readonly field: "until"; readonly fault: "before-from" }
  | { readonly field: "until"; readonly fault: "over" }
  /** Every seat is taken at some moment of it. */
  | { readonly field: "office"; readonly fault: "full"; readonly seats: number; readonly holders: readonly PersonId[] }
  | { readonly field: "office"; readonly fault: "too-often"; readonly times: number; readonly clause: string }
  /** A body would have more members than it may. */
  | {
      readonly field: "office";
      readonly fault: "body-full";
      readonly body: string;
      readonly most: number;
      readonly clause: string;
    };

/** Half-open, as moments. */
interface Stretch {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant | undefined;
}

/**
 * The last day of an office that begins on a day, by the rulebook: of a term that begins on a certain day of the year, somebody who comes in
 * between has the rest, unless the rulebook gives them a whole one. Undefined where the rulebook does not say how long it is held.
 */
export function lastDayOf(
  rulebook: Rulebook,
  office: Office,
  from: Temporal.PlainDate,
): Temporal.PlainDate | undefined {
  if (office.term === undefined) return undefined;
  const { lasts, starts, midway = "rest" } = office.term;
  const first = starts === undefined || midway === "whole" ? from : lastStart(from, starts);
  return addSpan(rulebook, first, lasts).subtract({ days: 1 });
}

/** @param starts a day of every year, as 07-01 */
function lastStart(from: Temporal.PlainDate, starts: string): Temporal.PlainDate {
  const thisYear = Temporal.PlainDate.from(`${String(from.year).padStart(4, "0")}-${starts}`);
  return Temporal.PlainDate.compare(thisYear, from) <= 0 ? thisYear : thisYear.subtract({ years: 1 });
}

/**
 * The stretch for which somebody comes to hold an office, or why they cannot.
 * @param terms of everybody
 */
export function appoint(
  rulebook: Rulebook,
  terms: readonly Term[],
  { person, office: id, from, until: given }: Asked,
  now: Temporal.Instant,
): Stretch | AppointFault {
  const office = rulebook.offices[id] ?? {};
  const until = given ?? lastDayOf(rulebook, office, from);
  if (until !== undefined && Temporal.PlainDate.compare(until, from) < 0)
    return { field: "until", fault: "before-from" };
  if (until !== undefined && Temporal.PlainDate.compare(until, localDay(rulebook, now)) < 0)
    return { field: "until", fault: "over" };
  const isToday = Temporal.PlainDate.compare(from, localDay(rulebook, now)) === 0;
  const stretch = {
    // Whoever begins today does so now: this morning the seat may have been somebody else's.
    from: isToday ? now : startOfDay(rulebook, from),
    until: until === undefined ? undefined : endOfDay(rulebook, until),
  };
  const others = terms.filter((term) => term.person !== person && overlaps(term, stretch));
  return (
    fullOffice(
      office,
      others.filter(({ key }) => key === id),
      stretch,
    ) ??
    fullBody(rulebook, id, others, stretch) ??
    tooOften(
      rulebook,
      office,
      terms.filter((term) => term.person === person && term.key === id),
      stretch,
    ) ??
    stretch
  );
}

function fullOffice({ seats }: Office, others: readonly Term[], stretch: Stretch): AppointFault | undefined {
  if (seats === undefined || mostAtOnce(others, stretch) < seats) return undefined;
  return { field: "office", fault: "full", seats, holders: [...new Set(others.map(({ person }) => person))] };
}

function fullBody(
  rulebook: Rulebook,
  id: OfficeId,
  others: readonly Term[],
  stretch: Stretch,
): AppointFault | undefined {
  for (const [body, rule] of Object.entries(rulebook.bodies)) {
    if (!("offices" in rule) || rule.at_most === undefined || !rule.offices.includes(id)) continue;
    const members = others.filter(({ key }) => rule.offices.includes(key));
    if (mostAtOnce(members, stretch) >= rule.at_most)
      return { field: "office", fault: "body-full", body, most: rule.at_most, clause: rule.clause };
  }
  return undefined;
}

/** How many people there are in a stretch at the same time, at the most: more than before there are only where a term begins. */
function mostAtOnce(terms: readonly Term[], stretch: Stretch): number {
  const moments = [stretch.from, ...terms.map(({ from }) => from).filter((from) => compare(from, stretch.from) > 0)];
  const at = (moment: Temporal.Instant) =>
    new Set(terms.filter((term) => isRunning(term, moment)).map(({ person }) => person)).size;
  return Math.max(...moments.map(at));
}

function overlaps(one: Stretch, other: Stretch): boolean {
  const beginsIn = ({ from }: Stretch, { until }: Stretch) => until === undefined || compare(from, until) < 0;
  return beginsIn(one, other) && beginsIn(other, one);
}

/** Whether that would be more terms than somebody may hold it. Time before anything was entered is not known and does not count. */
function tooOften(
  rulebook: Rulebook,
  { term, clause = "" }: Office,
  earlier: readonly Term[],
  stretch: Stretch,
): AppointFault | undefined {
  if (term?.times === undefined) return undefined;
  const { lasts, times } = term;
  const known = earlier.flatMap((each) => {
    const from = beginningOf(each);
    return from === undefined || overlaps(each, stretch) ? [] : [{ from, until: each.until }];
  });
  const held = [...known, stretch].reduce((sum, each) => sum + termsIn(rulebook, each, lasts), 0);
  return held <= times ? undefined : { field: "office", fault: "too-often", times, clause };
}

/** How many terms a stretch is; one that somebody held for less is one too. */
function termsIn(rulebook: Rulebook, { from, until }: Stretch, lasts: Parameters<typeof addSpan>[2]): number {
  if (until === undefined) return 1;
  let count = 0;
  const first = localDay(rulebook, from);
  for (
    let day = localDay(rulebook, until);
    Temporal.PlainDate.compare(day, first) > 0;
    day = subtractSpan(rulebook, day, lasts)
  )
    count += 1;
  return count;
}
