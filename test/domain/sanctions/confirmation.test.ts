import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import { chainOf } from "../../../src/domain/sanctions/chain.ts";
import { confirmationOf } from "../../../src/domain/sanctions/confirmation.ts";
import type { Confirmation } from "../../../src/domain/sanctions/confirmation.ts";
import { heldAt, ledgerOf } from "../../../src/domain/sanctions/ledger.ts";
import type { Held, Ruling } from "../../../src/domain/sanctions/ledger.ts";
import { imposedIn } from "../../../src/domain/sanctions/record.ts";
import {
  at,
  carried,
  caseAt,
  decided,
  goOn,
  motionPut,
  noticeSent,
  respondent,
  toParty,
} from "../../fakes/caseFile.ts";
import type { Played } from "../../fakes/caseFile.ts";
import { kth, kthWith } from "../../fakes/kth.ts";

const zone = kth.organisation.timezone;
const noon = (day: string) => Temporal.PlainDateTime.from(`${day}T12:00`).toZonedDateTime(zone).toInstant();
const day = (moment: Temporal.Instant | undefined) => moment?.toZonedDateTimeISO(zone).toPlainDate().toString();
const line = ({ sanction, from, until, ending }: Held) => `${sanction} ${day(from)} to ${day(until)} ${ending}`;

function ruling(
  id: string,
  sanction: string,
  made: string,
  notified: string | undefined,
  confirmation: Confirmation | undefined,
): Ruling {
  const told = notified === undefined ? undefined : noon(notified);
  return {
    id,
    sanction,
    rulebook: kth,
    made: noon(made),
    notified: told,
    isQuashed: false,
    lifted: undefined,
    confirmation,
  };
}

const pending: Confirmation = { kind: "pending", before: "no_effect" };
const heldMeanwhile: Confirmation = { kind: "pending", before: "in_force" };
const confirmed = (on: string): Confirmation => ({ kind: "confirmed", before: "no_effect", at: noon(on) });
const refused = (on: string, before: Confirmation["before"] = "no_effect"): Confirmation => ({
  kind: "refused",
  before,
  at: noon(on),
});

interface Drawn {
  readonly made: number;
  readonly answer: "none" | "pending" | "confirmed" | "refused";
  readonly after: number;
  readonly isInForce: boolean;
}

describe("what somebody else has to agree to", () => {
  test.each<{ rule: string; rulings: readonly Ruling[]; held: readonly string[]; waits: readonly string[] }>([
    {
      rule: "[A34] a decision that waits for the membership is pending, and holds for nobody",
      rulings: [ruling("f", "first_degree", "2026-12-10", "2026-12-11", pending)],
      held: [],
      waits: ["f"],
    },
    {
      rule: "[A34] once the membership has confirmed it, it holds from that day",
      rulings: [ruling("f", "first_degree", "2026-12-10", "2026-12-11", confirmed("2027-01-14"))],
      held: ["first_degree 2027-01-14 to 2027-04-14 lapse"],
      waits: [],
    },
    {
      rule: "[A34] or from the day on which the notice arrives, where that is later",
      rulings: [ruling("f", "first_degree", "2026-12-10", "2027-01-20", confirmed("2027-01-14"))],
      held: ["first_degree 2027-01-20 to 2027-04-20 lapse"],
      waits: [],
    },
    {
      rule: "[A34] what the membership has refused never holds, and does nothing to any other sanction",
      rulings: [
        ruling("f", "first_degree", "2026-12-10", "2026-12-11", undefined),
        ruling("w", "warning", "2026-12-20", "2026-12-20", refused("2027-01-14")),
      ],
      held: ["first_degree 2026-12-11 to 2027-03-11 lapse"],
      waits: [],
    },
    {
      rule: "[A34] what is confirmed acts on others from that day, and not before",
      rulings: [
        ruling("f", "first_degree", "2026-12-10", "2026-12-11", undefined),
        ruling("w", "warning", "2026-12-20", "2026-12-20", confirmed("2027-01-14")),
      ],
      held: [
        "first_degree 2026-12-11 to 2027-01-14 conversion",
        "warning 2027-01-14 to 2028-01-14 lapse",
        "second_degree 2027-01-14 to 2028-01-14 lapse",
      ],
      waits: [],
    },
    {
      rule: "what is in force until it is confirmed holds meanwhile",
      rulings: [ruling("f", "first_degree", "2026-12-10", "2026-12-11", heldMeanwhile)],
      held: ["first_degree 2026-12-11 to 2027-03-11 lapse"],
      waits: [],
    },
    {
      rule: "and ends when it is refused; what it did to others is undone",
      rulings: [
        ruling("f", "first_degree", "2026-12-10", "2026-12-11", undefined),
        ruling("w", "warning", "2026-12-20", "2026-12-20", refused("2027-01-14", "in_force")),
      ],
      held: ["first_degree 2026-12-11 to 2027-03-11 lapse", "warning 2026-12-20 to 2027-01-14 refusal"],
      waits: [],
    },
  ])("$rule", ({ rulings, held, waits }) => {
    const ledger = ledgerOf(rulings);
    expect(ledger.held.map(line).toSorted()).toEqual([...held].toSorted());
    expect(ledger.pending.map(({ id }) => id)).toEqual(waits);
  });

  test("going through the days one by one comes to the same, in whatever order decisions and answers arrive", () => {
    const start = Temporal.PlainDate.from("2026-01-01");
    const on = (days: number) => start.add({ days }).toString();
    const drawn = fc.array(
      fc.record({
        made: fc.integer({ min: 0, max: 200 }),
        wait: fc.integer({ min: 0, max: 40 }),
        answer: fc.constantFrom<Drawn["answer"]>("none", "pending", "confirmed", "refused"),
        after: fc.integer({ min: 0, max: 60 }),
        isInForce: fc.boolean(),
      }),
      { maxLength: 5 },
    );
    const saidOf = ({ made, answer, after, isInForce }: Drawn) => {
      const before = isInForce ? "in_force" : "no_effect";
      if (answer === "none") return undefined;
      if (answer === "confirmed" || answer === "refused")
        return { kind: answer, before, at: noon(on(made + after)) } as const;
      return { kind: "pending", before } as const;
    };
    fc.assert(
      fc.property(drawn, fc.func(fc.integer()), (decisions, shuffle) => {
        const rulings = decisions.map((each, i) =>
          ruling(`r${i}`, "first_degree", on(each.made), on(each.made + each.wait), saidOf(each)),
        );
        const ledger = ledgerOf(rulings.toSorted((a, b) => shuffle(a.id) - shuffle(b.id)));
        for (let today = 0; today < 420; today += 1) {
          const evening = Temporal.PlainDateTime.from(`${on(today)}T23:00`)
            .toZonedDateTime(zone)
            .toInstant();
          const expected = decisions.filter((each) => {
            const told = each.made + each.wait;
            const said = each.made + each.after;
            const waits = each.answer !== "none" && !each.isInForce;
            const begins = waits && each.answer === "confirmed" ? Math.max(told, said) : told;
            if (waits && each.answer !== "confirmed") return false;
            if (each.answer === "refused" && today >= said) return false;
            return begins <= today && today < begins + 90;
          }).length;
          expect([on(today), heldAt(ledger, evening).length]).toEqual([on(today), expected]);
        }
      }),
      { numRuns: 20 },
    );
  });
});

const entered = (isConfirmed: boolean): Played => ({
  at: at("2026-04-14T19:00"),
  entry: { kind: "sanction-confirmed", decision: "vote-1", isConfirmed, statement: "words" },
});

describe("what the file of a case says of it", () => {
  const rulebook = kthWith(
    "  first_degree:\n",
    '  first_degree:\n    confirm: { clause: "6.3", vote: sanction, before: no_effect }\n',
  );
  const imposed = [motionPut({ sanction: "first_degree" }), carried, decided("first_degree")];
  const stateAfter = (...played: readonly Played[]) => {
    const current = goOn(caseAt("briefed"), ...imposed, ...played);
    const decision = current.decision;
    const [sanction] = imposedIn(rulebook, current);
    if (decision === undefined || sanction === undefined) throw new Error("Nothing was decided.");
    const { state } = chainOf(rulebook, sanction, at("2026-05-01T12:00"));
    return [confirmationOf(rulebook, current, decision)?.kind, state, day(sanction.from)];
  };
  const told: readonly Played[] = [
    noticeSent("n", toParty(respondent), { kind: "decision", vote: "vote-1", outcome: "upheld" }),
    {
      at: at("2026-03-24T12:00"),
      entry: { kind: "notice-delivered", notice: "n", how: "direct", when: at("2026-03-24T12:00") },
    },
  ];

  test("[A34] it is pending, then it holds from the day on which it was confirmed, or it is not confirmed", () => {
    expect(stateAfter(...told)).toEqual(["pending", "pending", undefined]);
    expect(stateAfter(...told, entered(true))).toEqual(["confirmed", "holds", "2026-04-14"]);
    expect(stateAfter(...told, entered(false))).toEqual(["refused", "unconfirmed", undefined]);
  });

  test("a sanction that nobody else has to agree to waits for nobody", () => {
    const current = goOn(caseAt("briefed"), ...imposed);
    expect(current.decision === undefined ? "none" : confirmationOf(kth, current, current.decision)).toBeUndefined();
  });
});
