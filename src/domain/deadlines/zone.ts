import { Temporal } from "temporal-polyfill";

import { dayOf, numberOf } from "./dayNumber.ts";

/** Local time in time zones of the IANA list. */
export interface Zones {
  /** What the clocks of a zone show at a moment. */
  readonly localTime: (zone: string, at: Temporal.Instant) => Temporal.PlainDateTime;
  /** The day a moment falls on in a zone. */
  readonly localDay: (zone: string, at: Temporal.Instant) => Temporal.PlainDate;
  /** The moment at which the clocks show this: after the gap where they skip it, the first of the two where they show it twice. */
  readonly momentOf: (zone: string, local: Temporal.PlainDateTime) => Temporal.Instant;
  /** The same for a time of day such as "09:00" on a day. */
  readonly timeOnDay: (zone: string, day: Temporal.PlainDate, time: string) => Temporal.Instant;
  /** 00:00 of a day; the first moment of the day where the clocks skip midnight. */
  readonly startOfDay: (zone: string, day: Temporal.PlainDate) => Temporal.Instant;
  /** The first moment after a day. */
  readonly endOfDay: (zone: string, day: Temporal.PlainDate) => Temporal.Instant;
  /** Where the runtime's data is out of date, and what is answered instead. */
  readonly corrected: readonly Correction[];
}

/** A zone that keeps one offset from a moment on, which older time-zone data does not know. */
interface Correction {
  /** The name of the zone and its other names. */
  readonly names: readonly [string, ...string[]];
  readonly from: Temporal.Instant;
  readonly offset: string;
  /** What older data answers some time after that moment. */
  readonly outdated: string;
  /** The release of the IANA time-zone data that has it. */
  readonly release: string;
}

/**
 * Source: IANA tz 2026c, file northamerica and NEWS (Alberta: Official Time Act, SA 2026; the clocks did not go back on 1 November 2026);
 * tz 2026a and 2026b (most of British Columbia: permanent UTC-07 from the same night).
 */
const corrections: readonly Correction[] = [
  {
    names: ["America/Edmonton", "America/Yellowknife", "Canada/Mountain"],
    from: Temporal.Instant.from("2026-11-01T08:00:00Z"),
    offset: "-06:00",
    outdated: "-07:00",
    release: "2026c",
  },
  {
    names: ["America/Vancouver", "Canada/Pacific"],
    from: Temporal.Instant.from("2026-11-01T09:00:00Z"),
    offset: "-07:00",
    outdated: "-08:00",
    release: "2026b",
  },
];

/**
 * Local time as the runtime knows it, corrected where a probe shows that its data is out of date. Data that answers anything else than the
 * outdated offset is left alone: the law may have changed again.
 * @param asKnown the zone whose data the runtime has for a name; tests give another one
 */
export function openZones(asKnown: (zone: string) => string = (zone) => zone): Zones {
  const corrected = corrections.filter(({ names, from, outdated }) => {
    const winter = from.add({ hours: 24 * 31 });
    return winter.toZonedDateTimeISO(asKnown(names[0])).offset === outdated;
  });
  const byName = new Map(
    corrected.flatMap((correction) => correction.names.map((name) => [name.toLowerCase(), correction] as const)),
  );
  const zoneAt = (zone: string, at: Temporal.Instant) => {
    if (byName.size === 0) return asKnown(zone);
    const correction = byName.get(zone.toLowerCase());
    return correction !== undefined && Temporal.Instant.compare(at, correction.from) >= 0
      ? correction.offset
      : asKnown(zone);
  };
  // Just before a correction the runtime is right, and just after it the offset has not changed: asked twice, the answer is settled.
  const settled = (zone: string, moment: (zone: string) => Temporal.Instant) =>
    byName.size === 0 ? moment(asKnown(zone)) : moment(zoneAt(zone, moment(zoneAt(zone, moment(asKnown(zone))))));
  const momentOf = (zone: string, local: Temporal.PlainDateTime) =>
    settled(zone, (known) => local.toZonedDateTime(known).toInstant());
  const timeIn = lately((zone: string, number: number, time: string) =>
    momentOf(zone, dayOf(number).toPlainDateTime(Temporal.PlainTime.from(time))),
  );
  const dayIn = lately((zone: string, number: number): DayInZone => {
    const day = dayOf(number);
    const begins = settled(zone, (known) => day.toZonedDateTime(known).toInstant());
    return { day, begins, beginsMs: begins.epochMilliseconds };
  });
  return {
    corrected,
    localTime: (zone, at) => at.toZonedDateTimeISO(zoneAt(zone, at)).toPlainDateTime(),
    localDay: (zone, at) => dayIn(zone, numberAt(dayIn, zone, at)).day,
    momentOf,
    timeOnDay: (zone, day, time) => timeIn(zone, numberOf(day), time),
    startOfDay: (zone, day) => dayIn(zone, numberOf(day)).begins,
    endOfDay: (zone, day) => dayIn(zone, numberOf(day) + 1).begins,
  };
}

const DAY_MS = 86_400_000;
const MOST_REMEMBERED = 4096;

/** A day in a zone, with its first moment. */
interface DayInZone {
  readonly day: Temporal.PlainDate;
  readonly begins: Temporal.Instant;
  readonly beginsMs: number;
}

/** The number of the day in a zone that a moment falls on. */
function numberAt(dayIn: (zone: string, number: number) => DayInZone, zone: string, at: Temporal.Instant): number {
  const ms = at.epochMilliseconds;
  let number = Math.floor(ms / DAY_MS);
  while (ms < dayIn(zone, number).beginsMs) number -= 1;
  while (ms >= dayIn(zone, number + 1).beginsMs) number += 1;
  return number;
}

/** Many cases begin and end on the same days: what was asked for lately is not worked out again. */
function lately<Asked extends readonly (string | number)[], Found>(
  find: (...asked: Asked) => Found,
): (...asked: Asked) => Found {
  const known = new Map<string, { readonly found: Found }>();
  return (...asked) => {
    const key = asked.join(" ");
    const kept = known.get(key);
    if (kept !== undefined) return kept.found;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const found = find(...asked);
    known.set(key, { found });
    return found;
  };
}

/** Local time on this machine: the one place that knows where its time-zone data is out of date. */
export const zones = openZones();
