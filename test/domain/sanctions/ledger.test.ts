import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import { admissionTo, barsOf } from "../../../src/domain/sanctions/door.ts";
import { heldAt, ledgerOf } from "../../../src/domain/sanctions/ledger.ts";
import type { Held, Ledger, Prolonging, Ruling } from "../../../src/domain/sanctions/ledger.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import { kth } from "../../fakes/kth.ts";

/** The chapter's rules, with a sanction that holds while a case is handled. */
const rulebook: Rulebook = {
  ...kth,
  sanctions: {
    ...kth.sanctions,
    leave: {
      kind: "interim",
      clause: "9.20",
      notice: "warning",
      from: "decision.notified",
      bars: ["events"],
      permits: [],
    },
  },
};

const zone = kth.organisation.timezone;
const noon = (day: string) => Temporal.PlainDateTime.from(`${day}T12:00`).toZonedDateTime(zone).toInstant();
const day = (at: Temporal.Instant | undefined) => at?.toZonedDateTimeISO(zone).toPlainDate().toString();

/** A decision made on one day at noon and told on another; not told when there is none. */
function ruling(id: string, sanction: string, made: string, notified?: string, more: Partial<Ruling> = {}): Ruling {
  return {
    id,
    sanction,
    rulebook,
    made: noon(made),
    notified: notified === undefined ? undefined : noon(notified),
    isQuashed: false,
    lifted: undefined,
    ...more,
  };
}

const told = (id: string, sanction: string, on: string, more: Partial<Ruling> = {}) =>
  ruling(id, sanction, on, on, more);
/** What was not kept holds so many days longer. */
const longer = (breach: string, on: string, days: number): Prolonging => ({
  breach,
  at: noon(on),
  by: { amount: days, unit: "days" },
});
const line = ({ sanction, from, until, ending }: Held) => `${sanction} ${day(from)} to ${day(until)} ${ending}`;
const lines = (ledger: Ledger) => ledger.held.map(line);

describe("what a person's sanctions come to", () => {
  test.each<{ rule: string; rulings: readonly Ruling[]; held: readonly string[] }>([
    {
      rule: "[K63] a warning holds for 365 days from the day it was decided",
      rulings: [ruling("w", "warning", "2026-01-10", "2026-01-15")],
      held: ["warning 2026-01-10 to 2027-01-10 lapse"],
    },
    {
      rule: "[K67] a suspension counts from the later of decided and notified",
      rulings: [ruling("f", "first_degree", "2026-03-01", "2026-03-04")],
      held: ["first_degree 2026-03-04 to 2026-06-02 lapse"],
    },
    {
      rule: "[K67] a suspension that has not reached the person does not run",
      rulings: [ruling("f", "first_degree", "2026-03-01")],
      held: [],
    },
    {
      rule: "[K68] a warning during a first-degree suspension makes it a second-degree one, for 365 days from the warning",
      rulings: [told("f", "first_degree", "2026-03-04"), told("w", "warning", "2026-04-01")],
      held: [
        "first_degree 2026-03-04 to 2026-04-01 conversion",
        "warning 2026-04-01 to 2027-04-01 lapse",
        "second_degree 2026-04-01 to 2027-04-01 lapse",
      ],
    },
    {
      rule: "[K68] a warning decided during the suspension and told after it changes nothing of it",
      rulings: [told("f", "first_degree", "2026-03-04"), ruling("w", "warning", "2026-05-30", "2026-06-03")],
      held: ["first_degree 2026-03-04 to 2026-06-02 lapse", "warning 2026-05-30 to 2027-05-30 lapse"],
    },
    {
      rule: "[K68] a warning told on the last day of the suspension still converts it",
      rulings: [told("f", "first_degree", "2026-03-04"), told("w", "warning", "2026-06-01")],
      held: [
        "first_degree 2026-03-04 to 2026-06-01 conversion",
        "warning 2026-06-01 to 2027-06-01 lapse",
        "second_degree 2026-06-01 to 2027-06-01 lapse",
      ],
    },
    {
      rule: "[K72] each warning during a second-degree suspension extends it to 365 days from the latest decision",
      rulings: [
        told("s", "second_degree", "2026-01-10"),
        told("w1", "warning", "2026-06-01"),
        told("w2", "warning", "2027-03-01"),
      ],
      held: [
        "second_degree 2026-01-10 to 2028-02-29 lapse",
        "warning 2026-06-01 to 2027-06-01 lapse",
        "warning 2027-03-01 to 2028-02-29 lapse",
      ],
    },
    {
      rule: "[K72] one warning acts once: what it converted it does not extend as well",
      rulings: [
        told("f", "first_degree", "2026-03-04"),
        told("w1", "warning", "2026-04-01"),
        told("w2", "warning", "2026-12-01"),
      ],
      held: [
        "first_degree 2026-03-04 to 2026-04-01 conversion",
        "warning 2026-04-01 to 2027-04-01 lapse",
        "second_degree 2026-04-01 to 2027-12-01 lapse",
        "warning 2026-12-01 to 2027-12-01 lapse",
      ],
    },
    {
      rule: "[K55] a warning that is quashed has converted nothing",
      rulings: [told("f", "first_degree", "2026-03-04"), told("w", "warning", "2026-04-01", { isQuashed: true })],
      held: ["first_degree 2026-03-04 to 2026-06-02 lapse"],
    },
    {
      rule: "[K55] a suspension that is quashed leaves the warning that converted it",
      rulings: [told("f", "first_degree", "2026-03-04", { isQuashed: true }), told("w", "warning", "2026-04-01")],
      held: ["warning 2026-04-01 to 2027-04-01 lapse"],
    },
    {
      rule: "a suspension that was lifted is not converted by a later warning",
      rulings: [
        told("f", "first_degree", "2026-03-04", { lifted: noon("2026-03-20") }),
        told("w", "warning", "2026-04-01"),
      ],
      held: ["first_degree 2026-03-04 to 2026-03-20 lifting", "warning 2026-04-01 to 2027-04-01 lapse"],
    },
    {
      rule: "a suspension can be lifted after a warning has made another of it, and the warning stays",
      rulings: [
        told("f", "first_degree", "2026-03-04", { lifted: noon("2026-05-01") }),
        told("w", "warning", "2026-04-01"),
      ],
      held: [
        "first_degree 2026-03-04 to 2026-04-01 conversion",
        "warning 2026-04-01 to 2027-04-01 lapse",
        "second_degree 2026-04-01 to 2026-05-01 lifting",
      ],
    },
    {
      rule: "[F203] a suspension that was not kept holds so much longer from its end; a warning after that still counts from its own day",
      rulings: [
        told("f", "first_degree", "2026-03-04", { prolonged: [longer("b", "2026-03-20", 30)] }),
        told("w", "warning", "2026-06-10"),
      ],
      held: [
        "first_degree 2026-03-04 to 2026-06-10 conversion",
        "warning 2026-06-10 to 2027-06-10 lapse",
        "second_degree 2026-06-10 to 2027-06-10 lapse",
      ],
    },
    {
      rule: "[F203] what was not kept after a warning had made another of it is longer as that other",
      rulings: [
        told("f", "first_degree", "2026-03-04", { prolonged: [longer("b", "2026-05-01", 30)] }),
        told("w", "warning", "2026-04-01"),
      ],
      held: [
        "first_degree 2026-03-04 to 2026-04-01 conversion",
        "warning 2026-04-01 to 2027-04-01 lapse",
        "second_degree 2026-04-01 to 2027-05-01 lapse",
      ],
    },
    {
      rule: "[F203] a breach that is entered once the suspension has lapsed makes nothing longer",
      rulings: [told("f", "first_degree", "2026-03-04", { prolonged: [longer("b", "2026-06-02", 30)] })],
      held: ["first_degree 2026-03-04 to 2026-06-02 lapse"],
    },
    {
      rule: "[A29] an interim sanction holds from when the person is told until it is ended",
      rulings: [
        ruling("i", "leave", "2026-12-01", "2026-12-03", { lifted: noon("2027-01-15") }),
        told("w", "warning", "2026-12-20"),
      ],
      held: ["leave 2026-12-03 to 2027-01-15 lifting", "warning 2026-12-20 to 2027-12-20 lapse"],
    },
    {
      rule: "[A29] one that was ended before the person was told never held",
      rulings: [ruling("i", "leave", "2026-12-01", "2026-12-10", { lifted: noon("2026-12-09") })],
      held: [],
    },
  ])("$rule", ({ rulings, held }) => {
    expect(lines(ledgerOf(rulings)).toSorted()).toEqual([...held].toSorted());
  });

  test("[K61] an admonition is done once it has been told, and never holds", () => {
    const ledger = ledgerOf([told("a", "admonition", "2026-03-04")]);
    expect(ledger.held).toEqual([]);
    expect(ledger.done.map(({ id }) => id)).toEqual(["a"]);
  });

  test("[K67] what has not reached the person is waiting", () => {
    expect(ledgerOf([ruling("f", "first_degree", "2026-03-01")]).waiting.map(({ id }) => id)).toEqual(["f"]);
  });

  test("[K68][K72] why somebody is suspended until a day is a chain of decisions", () => {
    const { held } = ledgerOf([
      told("f", "first_degree", "2026-03-04"),
      told("w1", "warning", "2026-04-01"),
      told("w2", "warning", "2026-12-01"),
    ]);
    const suspension = held.find(({ sanction }) => sanction === "second_degree");
    expect(
      suspension?.because.map(
        ({ kind, ruling: id, at, until }) => `${kind} by ${id} on ${day(at)}: until ${day(until)}`,
      ),
    ).toEqual([
      "imposed by f on 2026-03-04: until 2026-06-02",
      "converted by w1 on 2026-04-01: until 2027-04-01",
      "extended by w2 on 2026-12-01: until 2027-12-01",
    ]);
  });
});

describe("at the door", () => {
  const suspended = ledgerOf([told("f", "first_degree", "2026-03-04"), told("w", "warning", "2026-04-01")]);

  test.each([
    { on: "2026-03-03", event: "party", answer: "admit" },
    { on: "2026-03-04", event: "party", answer: "refuse until 2027-04-01" },
    { on: "2026-05-05", event: "pub", answer: "refuse until 2027-04-01" },
    { on: "2026-05-05", event: "study_event", answer: "admit" },
    { on: "2026-05-05", event: "chapter_meeting", answer: "admit" },
    { on: "2027-04-01", event: "party", answer: "admit" },
  ])("[K54][K66] on $on at a $event: $answer", ({ on, event, answer }) => {
    const admission = admissionTo(barsOf(suspended), { what: event, of: "events" }, noon(on));
    expect(admission.kind === "admit" ? "admit" : `refuse until ${day(admission.until)}`).toBe(answer);
  });
});

/** Decisions on days of two years, told on the same day, later, or not at all. */
const drawn = fc.array(
  fc.record({
    sanction: fc.constantFrom("warning", "first_degree", "second_degree", "admonition", "leave"),
    made: fc.integer({ min: 0, max: 730 }),
    wait: fc.option(fc.integer({ min: 0, max: 40 })),
    isQuashed: fc.boolean(),
    /** So many days after it has reached the person it is found not to be kept, or an interim one is ended. */
    later: fc.option(fc.integer({ min: 0, max: 500 })),
  }),
  { maxLength: 7 },
);
const start = Temporal.PlainDate.from("2026-01-01");
const dayNumber = (days: number) => start.add({ days }).toString();
const rulingsOf = (decisions: typeof drawn extends fc.Arbitrary<infer Drawn> ? Drawn : never): readonly Ruling[] =>
  decisions.map(({ sanction, made, wait, isQuashed, later }, i) => {
    const on = later === null ? undefined : dayNumber(made + (wait ?? 0) + later);
    return ruling(`r${i}`, sanction, dayNumber(made), wait === null ? undefined : dayNumber(made + wait), {
      isQuashed,
      lifted: on === undefined || sanction !== "leave" ? undefined : noon(on),
      prolonged: on === undefined || sanction === "leave" ? [] : [longer(`b${i}`, on, 30)],
    });
  });

describe("in whatever order decisions arrive", () => {
  test("the same decisions in another order come to the same", () => {
    fc.assert(
      fc.property(drawn, fc.func(fc.integer()), (decisions, shuffle) => {
        const rulings = rulingsOf(decisions);
        const shuffled = rulings.toSorted((a, b) => shuffle(a.id) - shuffle(b.id));
        expect(lines(ledgerOf(shuffled)).toSorted()).toEqual(lines(ledgerOf(rulings)).toSorted());
      }),
    );
  });

  test("a quashed decision is as if it had never been made", () => {
    fc.assert(
      fc.property(drawn, (decisions) => {
        const rulings = rulingsOf(decisions);
        const without = rulings.filter(({ isQuashed }) => !isQuashed);
        expect(lines(ledgerOf(rulings))).toEqual(lines(ledgerOf(without)));
      }),
    );
  });

  test("going through the days one by one, by the words of the memo, comes to the same on every day", () => {
    fc.assert(
      fc.property(drawn, (decisions) => {
        const rulings = rulingsOf(decisions).map((each) => ({ ...each, isQuashed: false }));
        const ledger = ledgerOf(rulings);
        const naive = dayByDay(decisions);
        for (const [days, suspended] of naive.entries()) {
          const at = Temporal.PlainDateTime.from(`${dayNumber(days)}T23:00`)
            .toZonedDateTime(zone)
            .toInstant();
          const degrees = heldAt(ledger, at)
            .map(({ sanction }) => sanction)
            .filter((sanction) => sanction !== "warning");
          expect([dayNumber(days), degrees.toSorted()]).toEqual([dayNumber(days), suspended.toSorted()]);
        }
      }),
      { numRuns: 30 },
    );
  });
});

/** The suspensions that hold in the evening of each day, found by keeping books from day to day. */
function dayByDay(decisions: ReturnType<typeof fc.sample<Parameters<typeof rulingsOf>[0]>>[number]): string[][] {
  let open: { of: string; degree: string; ends: number }[] = [];
  const days: string[][] = [];
  for (let today = 0; today < 1300; today += 1) {
    open = open.filter(({ ends }) => ends > today);
    const effective = decisions
      .map((each, i) => ({ ...each, name: `r${i}`, on: each.wait === null ? undefined : each.made + each.wait }))
      .filter(({ on }) => on === today)
      .toSorted((a, b) => a.made - b.made || a.name.localeCompare(b.name));
    // What begins today is there before anything of today acts on it.
    for (const { sanction, name: of, later } of effective) {
      if (sanction === "first_degree") open.push({ of, degree: "first_degree", ends: today + 90 });
      if (sanction === "second_degree") open.push({ of, degree: "second_degree", ends: today + 365 });
      if (sanction === "leave") open.push({ of, degree: "leave", ends: later === null ? Infinity : today + later });
    }
    for (const { sanction } of effective) {
      if (sanction !== "warning") continue;
      open = open.map((each) =>
        each.degree === "leave"
          ? each
          : {
              of: each.of,
              degree: "second_degree",
              ends: each.degree === "second_degree" ? Math.max(each.ends, today + 365) : today + 365,
            },
      );
    }
    // What is found today not to be kept holds longer from its end.
    for (const [i, { sanction, made, wait, later }] of decisions.entries())
      if (later !== null && sanction !== "leave" && made + (wait ?? 0) + later === today)
        open = open.map((each) => (each.of === `r${i}` ? { ...each, ends: each.ends + 30 } : each));
    // What was ended as soon as it was told never held.
    open = open.filter(({ ends }) => ends > today);
    days.push(open.map(({ degree }) => degree));
  }
  return days;
}
