import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import {
  addSpan,
  endOfDay,
  endOfTerm,
  localTime,
  sameTimeAfter,
  startOfDay,
  subtractSpan,
} from "../../../src/domain/deadlines/calendar.ts";
import { windowRule } from "../../../src/domain/deadlines/countRule.ts";
import type { CountRule } from "../../../src/domain/deadlines/countRule.ts";
import { countWindow } from "../../../src/domain/deadlines/window.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import { span } from "../../../src/rulebook/schema/vocabulary.ts";
import { kth } from "../../fakes/kth.ts";
import vectors from "../../vectors/date-vectors.json" with { type: "json" };
import newer from "../../vectors/stale-zone.json" with { type: "json" };

type Vector = (typeof vectors)[number] | (typeof newer)[number];

/** Everything that the input of some vector says. */
interface Input {
  readonly op: string;
  readonly from?: string;
  readonly event?: string;
  readonly open?: string;
  readonly at?: string;
  readonly date?: string;
  readonly n?: number;
  readonly clear?: boolean;
  readonly countFirstDay?: boolean;
  readonly roll?: string;
  readonly calendar?: string;
  readonly closures?: readonly (readonly string[])[];
  readonly zone?: string;
}

const day = (text = "") => Temporal.PlainDate.from(text);
const utc = (at: Temporal.Instant) => at.toZonedDateTimeISO("UTC").toString({ timeZoneName: "never" });

function rulebookOf({ calendar, closures, zone }: Input): Rulebook {
  const holidays = calendar === undefined || calendar === "NONE" ? [] : [calendar];
  const closed = (closures ?? []).map(([from = "", to = ""]) => ({ name: "closure", from, to }));
  return {
    ...kth,
    organisation: { ...kth.organisation, timezone: zone ?? "Europe/London" },
    calendar: { ...kth.calendar, holidays, closures: closed },
  };
}

function lastDay(rulebook: Rulebook, from: string | undefined, length: string, rule: Partial<CountRule>): string {
  const counted = { ...windowRule(rulebook, span.parse(length)), ...rule };
  return countWindow(rulebook, startOfDay(rulebook, day(from)), counted).lastDay.toString();
}

function moment(rulebook: Rulebook, at: string | undefined): Temporal.Instant {
  return Temporal.PlainDateTime.from(at ?? "")
    .toZonedDateTime(rulebook.organisation.timezone)
    .toInstant();
}

/** A moment as the vectors write it: local time with its distance from UTC. */
function withOffset(rulebook: Rulebook, at: Temporal.Instant): string {
  const local = localTime(rulebook, at);
  const minutes = local.since(at.toZonedDateTimeISO("UTC").toPlainDateTime()).total("minutes");
  const offset = `${minutes < 0 ? "-" : "+"}${String(Math.abs(minutes) / 60).padStart(2, "0")}:00`;
  return `${local.toString()}${offset}`;
}

/** The answer of the calendar to a vector. */
function answer(input: Input): string {
  const rulebook = rulebookOf(input);
  const clear = input.clear === true ? "c" : "";
  switch (input.op) {
    case "workingDaysAfter":
      return addSpan(rulebook, day(input.from), span.parse(`${input.n}wd`)).toString();
    case "workingDayWindow":
      return lastDay(rulebook, input.open, `${input.n}wd`, { firstDay: "counted" });
    case "workingDaysBefore":
      return subtractSpan(rulebook, day(input.event), span.parse(`${input.n}${clear}wd`)).toString();
    case "clearDaysBefore":
      return subtractSpan(rulebook, day(input.event), span.parse(`${input.n}cd`)).toString();
    case "daysAfter":
      return lastDay(rulebook, input.from, `${input.n}d`, {
        firstDay: input.countFirstDay === true ? "counted" : "not-counted",
        roll: input.roll === "next" ? "next" : "none",
      });
    case "monthsAfter":
      return lastDay(rulebook, input.from, `${input.n}mo`, {});
    case "wallDaysAfter":
      return withOffset(rulebook, sameTimeAfter(rulebook, moment(rulebook, input.at), span.parse(`${input.n}d`)));
    case "hoursAfter":
      return withOffset(rulebook, endOfTerm(rulebook, moment(rulebook, input.at), span.parse(`${input.n}h`)));
    case "endOfDay":
      return utc(endOfDay(rulebook, day(input.date)));
    default:
      throw new Error(`Nothing here answers ${input.op}.`);
  }
}

const all: readonly Vector[] = [...vectors, ...newer];

describe("dates computed by two other methods", () => {
  test("every vector is answered, each once", () => {
    expect([vectors.length, newer.length]).toEqual([24, 2]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  test.each(all.map(({ id, description, expect: expected, input }) => [id, description, expected, input] as const))(
    "%s, %s: %s",
    (_id, _description, expected, input) => {
      expect(answer(input)).toBe(expected);
    },
  );
});
