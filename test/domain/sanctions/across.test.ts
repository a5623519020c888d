import fc from "fast-check";
import type { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import type { Case } from "../../../src/domain/case/case.ts";
import type { Entry } from "../../../src/domain/case/entry.ts";
import { deadlinesOf } from "../../../src/domain/deadlines/deadline.ts";
import { dueEntries } from "../../../src/domain/deadlines/due.ts";
import { changesBy, missingChanges } from "../../../src/domain/sanctions/across.ts";
import { missingDisclosures } from "../../../src/domain/sanctions/disclose.ts";
import { ledgerOf } from "../../../src/domain/sanctions/ledger.ts";
import { imposedIn, rulingsOf } from "../../../src/domain/sanctions/record.ts";
import {
  at,
  caseOf,
  decided,
  goOn,
  ids,
  motionPut,
  noticeSent,
  respondent,
  toParty,
  upTo,
} from "../../fakes/caseFile.ts";
import { kth, roster } from "../../fakes/kth.ts";

const noon = (day: string) => at(`${day}T12:00`);
const day = (moment: Temporal.Instant | undefined) =>
  moment === undefined ? "no end" : moment.toZonedDateTimeISO("Europe/Stockholm").toPlainDate().toString();

/** A case in which a sanction was decided on one day and told on another; several have their votes and notices named apart. */
function imposed(name: string, sanction: string, made: string, notified?: string): Case {
  const vote = `vote-${name}`;
  const subject = { kind: "decision", vote, outcome: "upheld" } as const;
  return caseOf(
    ...upTo.briefed,
    motionPut({ vote, sanction }),
    { at: noon(made), entry: { ...decided(sanction), vote } },
    noticeSent(`notice-${name}`, toParty(respondent), subject),
    ...(notified === undefined ? [] : [told(name, notified)]),
  );
}

const told = (name: string, on: string): Entry => ({
  kind: "notice-delivered",
  notice: `notice-${name}`,
  how: "direct",
  when: noon(on),
});

const ledgerFor = (...cases: readonly Case[]) =>
  ledgerOf(cases.flatMap((each) => rulingsOf(kth, each, respondent.party)));

/** What the file of the first case is missing, after every decision of all of them. */
const missing = (first: Case, ...others: readonly Case[]) =>
  missingChanges(kth, first, respondent.party, ledgerFor(first, ...others), ids());

/** The first case with what was missing in it. */
const settled = (first: Case, ...others: readonly Case[]) => goOn(first, ...missing(first, ...others));

const standing = (current: Case) =>
  imposedIn(kth, current).map(({ sanction, until }) => `${sanction} until ${day(until)}`);
const lapsesOf = (current: Case) =>
  deadlinesOf(kth, current).flatMap(({ kind, key, day: ends }) =>
    kind === "lapse" ? [`${key} ${ends.toString()}`] : [],
  );

const first = imposed("f", "first_degree", "2026-03-01", "2026-03-04");
const warning = (made: string, notified?: string) => imposed("w", "warning", made, notified);

describe("what a decision in one case does to the sanction of another stands in the file of that one", () => {
  test("[K68] a warning that reaches the person during a first-degree suspension makes it second-degree, and its end moves", () => {
    const current = settled(first, warning("2026-03-30", "2026-04-01"));
    expect(standing(current)).toEqual(["second_degree until 2027-04-01"]);
    expect(lapsesOf(current)).toEqual(["lapse:second_degree 2027-04-01"]);
  });

  test("[K68] nothing stands in it before the warning has reached the person, nor where it came too late", () => {
    expect(missing(first, warning("2026-03-30"))).toEqual([]);
    expect(missing(first, warning("2026-05-30", "2026-06-02"))).toEqual([]);
  });

  test("[K68] the person and the officers are told, and nothing in the file names the other case", () => {
    const entries = missing(first, warning("2026-03-30", "2026-04-01"));
    const subject = {
      kind: "sanction-changed",
      change: "converted",
      was: "first_degree",
      sanction: "second_degree",
      until: "2027-04-01",
    };
    expect(entries.slice(1).map((entry) => (entry.kind === "notice-sent" ? entry.subject : entry))).toEqual(
      Array.from({ length: 4 }, () => subject),
    );
    expect(JSON.stringify(entries)).not.toContain("vote-w");
  });

  test("[K72] a second warning extends it, to 365 days from that warning, and the reminders move along", () => {
    const cases = [warning("2026-03-30", "2026-04-01"), imposed("v", "warning", "2026-12-01", "2026-12-03")];
    const current = settled(settled(first, cases[0] ?? first), ...cases);
    expect(standing(current)).toEqual(["second_degree until 2027-12-03"]);
    expect(lapsesOf(current)).toEqual(["lapse:second_degree 2027-12-03"]);
  });

  test("once it stands in the file nothing is missing, however often one looks", () => {
    const other = warning("2026-03-30", "2026-04-01");
    expect(missing(settled(first, other), other)).toEqual([]);
  });

  test("[E-22] what lapsed before a late receipt was entered holds again, and lapses once more at its new end only", () => {
    const lapsed = goOn(first, ...dueEntries(kth, roster, first, noon("2026-06-02"), ids()));
    expect(lapsesOf(lapsed)).toEqual([]);
    // Entered on 10 June: it was handed over on 1 June.
    const current = settled(lapsed, warning("2026-05-30", "2026-06-01"));
    expect(standing(current)).toEqual(["second_degree until 2027-06-01"]);
    expect(dueEntries(kth, roster, current, noon("2026-06-10"), ids())).toEqual([]);
    const over = dueEntries(kth, roster, current, noon("2027-06-01"), ids());
    expect(over.filter(({ kind }) => kind === "sanction-lapsed")).toHaveLength(1);
  });

  test("decisions that become known in another order come to the same file", () => {
    const others = [
      warning("2026-03-30", "2026-04-01"),
      imposed("v", "warning", "2026-05-01", "2026-05-20"),
      imposed("u", "warning", "2026-04-10", "2026-04-12"),
    ];
    const last = standing(settled(first, ...others));
    fc.assert(
      fc.property(fc.shuffledSubarray(others, { minLength: 3 }), (order) => {
        const current = order.reduce((reached, _, i) => settled(reached, ...order.slice(0, i + 1)), first);
        expect(standing(current)).toEqual(last);
        expect(missing(current, ...others)).toEqual([]);
      }),
    );
  });

  test("a sanction that was lifted is changed by nothing that comes later", () => {
    const lifted = goOn(first, {
      at: noon("2026-03-20"),
      entry: {
        kind: "sanction-lifted",
        decision: "vote-f",
        party: respondent.party,
        sanction: "first_degree",
        reasons: "statement-lifted",
      },
    });
    expect(missing(lifted, warning("2026-03-30", "2026-04-01"))).toEqual([]);
    expect(lapsesOf(lifted)).toEqual([]);
  });
});

test("[K68] the notice of a warning can say what it does, before it has been delivered", () => {
  const reached = rulingsOf(kth, warning("2026-03-30"), respondent.party).map((each) => ({
    ...each,
    notified: noon("2026-04-01"),
  }));
  const ledger = ledgerOf([...rulingsOf(kth, first, respondent.party), ...reached]);
  expect(changesBy(ledger, "vote-w").map(({ was, sanction, until }) => `${was} ${sanction} ${day(until)}`)).toEqual([
    "first_degree second_degree 2027-04-01",
  ]);
});

const disclosures = (current: Case, on: string, parties: readonly string[] = []) =>
  missingDisclosures(kth, roster, current, respondent.party, parties, noon(on), ids());
const said = (entries: readonly Entry[]) =>
  entries.map((entry) =>
    entry.kind === "notice-sent" && entry.subject.kind === "disclosure" && entry.to.kind === "person"
      ? `${entry.to.person}: ${entry.subject.what} ${entry.subject.from} ${entry.subject.until ?? ""}`
      : entry.kind,
  );

describe("those who see to it that a suspension is kept are told of it", () => {
  test("[K51] when it begins, once; not of a warning, and not before the person has been told", () => {
    expect(said(disclosures(first, "2026-03-04"))).toEqual(["t1: begins 2026-03-04 2026-06-02"]);
    expect(disclosures(goOn(first, ...disclosures(first, "2026-03-04")), "2026-03-05")).toEqual([]);
    expect(disclosures(warning("2026-03-30", "2026-04-01"), "2026-04-01")).toEqual([]);
    expect(disclosures(imposed("n", "first_degree", "2026-03-01"), "2026-03-04")).toEqual([]);
  });

  test("[K51] when its end moves and when it is over; whoever is a party is not told", () => {
    const begun = goOn(first, ...disclosures(first, "2026-03-04"));
    const changed = settled(begun, warning("2026-03-30", "2026-04-01"));
    expect(said(disclosures(changed, "2026-04-01"))).toEqual(["t1: changes 2026-03-04 2027-04-01"]);
    const known = goOn(changed, ...disclosures(changed, "2026-04-01"));
    expect(said(disclosures(known, "2027-04-01"))).toEqual(["t1: ends 2026-03-04 2027-04-01"]);
    expect(disclosures(first, "2026-03-04", ["t1"])).toEqual([]);
  });
});
