import { Temporal } from "temporal-polyfill";

import type { PersonId } from "../identity.ts";
import type { Roster } from "../roster.ts";

/** Who entered something: a person, or the roster file that Redress was started with. */
type EnteredBy = { readonly kind: "file" } | { readonly kind: "person"; readonly person: PersonId };

/** Somebody comes to hold an office or to be of a class, or ceases to. Nothing that was entered is ever changed. */
export type Appointment = {
  /** Names it for all time; what is entered again under the same name is the same. */
  readonly id: string;
  readonly person: PersonId;
  /** The office, or the class as `classKey` gives it. */
  readonly key: string;
  readonly by: EnteredBy;
  /** When it was entered. */
  readonly at: Temporal.Instant;
} & (
  | { readonly kind: "begins"; readonly from: Temporal.Instant; readonly until: Temporal.Instant | undefined }
  | { readonly kind: "ends"; readonly until: Temporal.Instant }
);

/** For how long somebody holds an office or is of a class: from a moment on, until another where one is known. */
export interface Term {
  readonly person: PersonId;
  readonly key: string;
  readonly from: Temporal.Instant;
  /** The first moment after it. */
  readonly until: Temporal.Instant | undefined;
}

const compare = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other);

/**
 * The terms that come of what was entered, in the order of entering. An end cuts short every term of that person in that office which
 * would run beyond it; one that had not begun by then never does. A second beginning while the first still holds makes it longer or
 * shorter, not two.
 */
export function termsOf(entered: readonly Appointment[]): readonly Term[] {
  const byHolding = Map.groupBy(entered, nameOf);
  return [...byHolding.values()].flatMap((of) => of.reduce<readonly Term[]>(withAppointment, []));
}

const nameOf = ({ person, key }: Listed) => JSON.stringify([person, key]);

function withAppointment(terms: readonly Term[], entered: Appointment): readonly Term[] {
  const { person, key, until } = entered;
  if (entered.kind === "ends") return terms.flatMap((term) => cutAt(term, entered.until));
  const { from } = entered;
  const met = terms.filter((term) => isMet(term, from, until));
  const first = met.reduce((earliest, term) => (compare(term.from, earliest) < 0 ? term.from : earliest), from);
  return [...terms.filter((term) => !met.includes(term)), { person, key, from: first, until }];
}

function cutAt(term: Term, at: Temporal.Instant): readonly Term[] {
  if (compare(term.from, at) >= 0) return [];
  return [term.until !== undefined && compare(term.until, at) <= 0 ? term : { ...term, until: at }];
}

/** Whether a term and a new one touch or overlap. */
function isMet(term: Term, from: Temporal.Instant, until: Temporal.Instant | undefined): boolean {
  const beginsInTime = until === undefined || compare(term.from, until) <= 0;
  return beginsInTime && (term.until === undefined || compare(from, term.until) <= 0);
}

/** Whether a term runs at a moment. */
export function isRunning({ from, until }: Term, at: Temporal.Instant): boolean {
  return compare(from, at) <= 0 && (until === undefined || compare(at, until) < 0);
}

/** Who holds which office and is of which class at a moment, each once, in the order of entering. */
export function rosterAt(terms: readonly Term[], at: Temporal.Instant): Roster {
  const running = Map.groupBy(
    terms.filter((term) => isRunning(term, at)),
    ({ key }) => key,
  );
  return Object.fromEntries(
    [...running].map(([key, of]) => [key, [...new Set(of.map(({ person }) => person))]] as const),
  );
}

/** The first moment after another at which somebody comes or goes; undefined where nothing is to come. */
export function nextChange(terms: readonly Term[], after: Temporal.Instant): Temporal.Instant | undefined {
  const moments = terms.flatMap(({ from, until }) => (until === undefined ? [from] : [from, until]));
  return moments.filter((moment) => compare(moment, after) > 0).toSorted(compare)[0];
}

/** From when on somebody holds an office who held it before anything was entered. */
const BEFORE = Temporal.Instant.fromEpochMilliseconds(0);

/** The day on which a term began; undefined where that was before anything was entered. */
export const beginningOf = ({ from }: Term): Temporal.Instant | undefined =>
  compare(from, BEFORE) === 0 ? undefined : from;

/** Somebody in an office or of a class, as a roster file lists it. */
export interface Listed {
  readonly person: PersonId;
  readonly key: string;
}

/**
 * What a roster file changes that says something else than when it was read last: only what is new in it begins, only what has gone from
 * it ends. Whatever was entered otherwise stands.
 * @param id makes the name of each entry
 */
export function changesOfFile(
  entered: readonly Appointment[],
  listed: readonly Listed[],
  at: Temporal.Instant,
  id: () => string,
): readonly Appointment[] {
  const by = { kind: "file" } as const;
  const before = listedBefore(entered);
  const now = new Map(listed.map((each) => [nameOf(each), each]));
  const from = entered.length === 0 ? BEFORE : at;
  return [
    ...[...before]
      .filter(([name]) => !now.has(name))
      .map(([, each]): Appointment => ({ ...each, id: id(), kind: "ends", until: at, by, at })),
    ...[...now]
      .filter(([name]) => !before.has(name))
      .map(([, each]): Appointment => ({ ...each, id: id(), kind: "begins", from, until: undefined, by, at })),
  ];
}

/** What the file listed when it was read last, by its name. */
function listedBefore(entered: readonly Appointment[]): ReadonlyMap<string, Listed> {
  const listed = new Map<string, Listed>();
  for (const { person, key, kind, by } of entered) {
    if (by.kind !== "file") continue;
    if (kind === "begins") listed.set(nameOf({ person, key }), { person, key });
    else listed.delete(nameOf({ person, key }));
  }
  return listed;
}
