import fc from "fast-check";
import { expect, test } from "vitest";

import { decideAct } from "../../../src/domain/acts/decideAct.ts";
import type { Case } from "../../../src/domain/case/case.ts";
import { dueEntries } from "../../../src/domain/deadlines/due.ts";
import { viewerOf } from "../../../src/domain/parties/viewer.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { missingChanges } from "../../../src/domain/sanctions/across.ts";
import { heldAt, ledgerOf } from "../../../src/domain/sanctions/ledger.ts";
import { holdsAt, imposedIn, rulingsOf } from "../../../src/domain/sanctions/record.ts";
import { reviewsOf } from "../../../src/domain/sanctions/reviews.ts";
import { caseAt, goOn, ids } from "../../fakes/caseFile.ts";
import type { Played } from "../../fakes/caseFile.ts";
import { roster } from "../../fakes/kth.ts";
import { appealed, decided, ended, evening, lifted, on, party, rulebook, said, sent, told } from "./everyKind.ts";

const kinds = ["warning", "first_degree", "second_degree", "barred", "approved", "meanwhile"] as const;
type Kind = (typeof kinds)[number];
const WAITS: readonly Kind[] = ["approved", "meanwhile"];
const LASTS: Readonly<Partial<Record<string, number>>> = {
  warning: 365,
  first_degree: 90,
  second_degree: 365,
  approved: 30,
  meanwhile: 30,
};
const DECISIONS = 3;

/** What happens on a day to one of the decisions, where it can. */
const step = fc.record({
  /** Days since what came before. */
  wait: fc.integer({ min: 1, max: 60 }),
  which: fc.integer({ min: 0, max: DECISIONS - 1 }),
  what: fc.constantFrom(
    "decide",
    "decide",
    "tell",
    "tell",
    "appeal",
    "annul",
    "change",
    "keep",
    "agree",
    "refuse",
    "lift",
    "longer",
  ),
  kind: fc.constantFrom(...kinds),
});
type Step = Pick<typeof step extends fc.Arbitrary<infer Of> ? Of : never, "which" | "what" | "kind"> & { day: number };

/** What is known of one decision, day by day. */
interface Known {
  readonly name: string;
  readonly made: number;
  kind: Kind;
  told?: number;
  isAppealed: boolean;
  lodged?: string;
  isVoid: boolean;
  answered?: { day: number; isYes: boolean };
  lifted?: number;
  longer: number[];
}

interface Open {
  readonly of: string;
  readonly kind: string;
  readonly until: number;
  readonly by: readonly string[];
}

/** From when what was decided holds; undefined while it does not. */
function begins({ kind, made, told: reached, answered }: Known): number | undefined {
  if (kind === "warning") return made;
  if (reached === undefined || (kind === "approved" && answered?.isYes !== true)) return undefined;
  return Math.max(made, reached, kind === "approved" ? (answered?.day ?? 0) : 0);
}

/** What holds in the evening of a day by the words of the rules, gone through from the first day. */
function naive(known: readonly Known[], today: number): readonly Open[] {
  const isIn = (each: Known) =>
    begins(each) !== undefined && (!WAITS.includes(each.kind) || each.answered?.isYes !== false);
  const valid = known.filter(({ isVoid }) => !isVoid);
  const counted = valid.filter((each, i) => {
    const again = valid.slice(i + 1).filter(({ kind }) => kind === each.kind);
    return again.length === 0 || (isIn(each) && !again.some(isIn));
  });
  let open: readonly Open[] = [];
  for (let day = 0; day <= today; day += 1) {
    open = open.filter(({ until }) => until > day);
    for (const each of counted) {
      const { name: of, kind } = each;
      if (
        begins(each) === day &&
        (each.lifted ?? Infinity) > day &&
        !(isRefused(each) && (each.answered?.day ?? 0) <= day)
      )
        open = [...open, { of, kind, until: day + (LASTS[kind] ?? Infinity), by: [of] }];
      if (kind === "warning" && each.told !== undefined && Math.max(each.told, each.made) === day)
        open = open.map((held) => warned(held, of, day));
      if (each.longer.includes(day))
        open = open.map((held) => (held.of === of ? { ...held, until: held.until + 30 } : held));
      if (each.lifted === day || (isRefused(each) && each.answered?.day === day))
        open = open.filter((held) => held.of !== of);
    }
  }
  return open;
}

const isRefused = ({ kind, answered }: Known) => WAITS.includes(kind) && answered?.isYes === false;

function warned(held: Open, warning: string, day: number): Open {
  if (held.by.includes(warning)) return held;
  const by = [...held.by, warning];
  if (held.kind === "first_degree") return { ...held, kind: "second_degree", until: day + 365, by };
  return held.kind === "second_degree" ? { ...held, until: Math.max(held.until, day + 365), by } : held;
}

/** What one step puts into the file; nothing where it cannot happen now. */
function entriesOf({ which, what, kind, day }: Step, known: Known[]): readonly Played[] {
  const name = `d${which}`;
  const own = known.find((each) => each.name === name);
  if (own === undefined) {
    if (what !== "decide") return [];
    known.push({ name, made: day, kind, isAppealed: false, isVoid: false, longer: [] });
    return [on(day, decided(name, kind)), on(day, sent(name))];
  }
  const holds = naive(known, day - 1).find(({ of, until }) => of === name && until > day);
  switch (what) {
    case "decide":
      return [];
    case "tell":
      if (own.told !== undefined) return [];
      own.told = day;
      return [told(name, day)];
    case "appeal":
      if (own.told === undefined || own.isAppealed || own.isVoid) return [];
      own.isAppealed = true;
      own.lodged = `${name}-${day}`;
      return [on(day, appealed(own.lodged, name))];
    case "annul":
    case "change":
    case "keep":
      return verdict(own, what, kind, day);
    case "agree":
    case "refuse": {
      if (!WAITS.includes(own.kind) || own.answered !== undefined || own.isVoid) return [];
      own.answered = { day, isYes: what === "agree" };
      return [on(day, said(name, what === "agree"))];
    }
    case "lift":
      if (holds === undefined || own.isAppealed || own.lifted !== undefined) return [];
      own.lifted = day;
      return [on(day, lifted(name, holds.kind))];
    case "longer":
      if (holds === undefined || own.isAppealed || holds.until === Infinity) return [];
      own.longer.push(day);
      return [
        on(day, {
          kind: "sanction-prolonged",
          breach: `b-${name}-${day}`,
          decision: name,
          party,
          sanction: holds.kind,
          by: { amount: 30, unit: "days" },
          reasons: "words",
        }),
      ];
  }
}

function verdict(own: Known, what: "annul" | "change" | "keep", kind: Kind, day: number): readonly Played[] {
  if (!own.isAppealed || own.lodged === undefined) return [];
  own.isAppealed = false;
  if (what === "annul") own.isVoid = true;
  if (what === "change") own.kind = kind;
  const how = { annul: "annul", change: "change_sanction", keep: "confirm" } as const;
  return [on(day, ended(own.lodged, how[what], what === "change" ? kind : undefined))];
}

const ledgerIn = (current: Case) => ledgerOf(rulingsOf(rulebook, current, party));

/** The file after what is recorded of itself: what decisions do to one another, and what is due. */
function settled(current: Case, day: number): Case {
  const changed = goOn(
    current,
    ...missingChanges(rulebook, current, party, ledgerIn(current), ids()).map((entry) => on(day, entry)),
  );
  const due = dueEntries(rulebook, roster, changed, evening(day), ids());
  return goOn(changed, ...due.map((entry) => ({ at: evening(day), entry })));
}

/** Whether everything that is to be looked at again can be. */
const unfitReviews = (current: Case, day: number) =>
  reviewsOf(rulebook, current).flatMap(({ imposed: { decision } }) => {
    const standing = {
      rulebook,
      roster,
      current,
      viewer: viewerOf(rulebook, roster, current, "s1", undefined),
      caller: "s1",
      parties: [],
      names: [],
      at: evening(day),
    };
    const done = decideAct(standing, { kind: "review", decision: decision.id, party, reasons: "r" }, ids());
    return isRefusal(done) ? [done.refused] : [];
  });

test("decisions, appeals, what others agree to or refuse, liftings and breaches in any order come to what going through the days does", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 6, maxLength: 24 }), (steps) => {
      const known: Known[] = [];
      let current = caseAt("board_decision");
      let day = 0;
      for (const { wait, ...what } of steps) {
        day += wait;
        current = settled(goOn(current, ...entriesOf({ ...what, day }, known)), day);
        const rests = known.filter(({ isAppealed }) => isAppealed).map(({ name }) => name);
        const expected = naive(known, day)
          .filter(({ of }) => !rests.includes(of))
          .map(({ of, kind, until }) => `${of} ${kind} ${until}`)
          .toSorted();
        const held = heldAt(ledgerIn(current), evening(day));
        const dayOf = (until: (typeof held)[number]["until"]) =>
          until === undefined
            ? Infinity
            : Math.round((until.epochMilliseconds - evening(0).epochMilliseconds) / 86_400_000 + 23 / 24);
        expect(
          held.map(({ sanction, until, because }) => `${because[0]?.ruling} ${sanction} ${dayOf(until)}`).toSorted(),
        ).toEqual(expected);
        // The file of the case says the same as everything together.
        const inFile = imposedIn(rulebook, current)
          .filter((each) => holdsAt(each, evening(day)))
          .map(({ decision, sanction, until }) => `${decision.id} ${sanction} ${dayOf(until)}`);
        expect(inFile.toSorted()).toEqual(expected);
        expect(unfitReviews(current, day)).toEqual([]);
        expect(missingChanges(rulebook, current, party, ledgerIn(current), ids())).toEqual([]);
        expect(dueEntries(rulebook, roster, current, evening(day), ids())).toEqual([]);
      }
      const lapses = current.lapsed.map(({ sanction, effective }) => `${sanction} ${effective.toString()}`);
      expect(lapses).toEqual([...new Set(lapses)]);
    }),
    { numRuns: Number(process.env["RUNS"] ?? 60) },
  );
});
