import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { CaseFacts } from "../../../src/domain/records/facts.ts";
import { publishTable } from "../../../src/domain/records/statistics.ts";

const rule = {
  dimensions: ["year", "rule", "ground", "outcome", "sanction"],
  minimum_cell: 5,
  share_with: [],
};

const facts = (changed: Partial<CaseFacts> = {}): CaseFacts => ({
  year: "2026",
  academicYear: "2026",
  procedure: "conduct",
  rules: ["boundaries"],
  grounds: [],
  answers: {},
  stage: "board_decision",
  outcome: "upheld",
  sanction: "warning",
  parties: {},
  days: 20,
  steps: [],
  challenges: [],
  ...changed,
});

const times = (count: number, changed?: Partial<CaseFacts>) => Array.from({ length: count }, () => facts(changed));

const cellsOf = (all: readonly CaseFacts[], dimension: string) => {
  const table = publishTable(rule, "2026", all);
  const found = table.dimensions.find(({ name }) => name === dimension)?.cells ?? [];
  return Object.fromEntries(found.map(({ value, cases }) => [value, cases]));
};

describe("numbers about cases that are over", () => {
  test("[K11] three cases under one rule are told as fewer than five, and neither is their number by the rest", () => {
    const all = [...times(3, { rules: ["exclusion"] }), ...times(9), ...times(8, { rules: ["offence"] })];
    expect(cellsOf(all, "rule")).toEqual({ exclusion: undefined, boundaries: 9, offence: undefined });
    expect(publishTable(rule, "2026", all).total).toBe(20);
  });

  test("of a year with four cases nothing is told, not even that they were four", () => {
    const table = publishTable(rule, "2026", times(4));
    expect(table.total).toBeUndefined();
    expect(table.dimensions.flatMap(({ cells }) => cells.map(({ cases }) => cases))).toEqual(
      table.dimensions.flatMap(({ cells }) => cells.map(() => undefined)),
    );
  });

  test("[C14] grounds are counted, each case under every one it names, and other years are not", () => {
    const all = [
      ...times(6, { grounds: ["gender", "age"] }),
      ...times(6, { grounds: ["gender"] }),
      ...times(6, { grounds: ["age"], year: "2025" }),
    ];
    expect(cellsOf(all, "ground")).toEqual({ age: 6, gender: 12 });
  });

  test("a case that was upheld without a sanction is not found by taking those dismissed from those without one", () => {
    const all = [
      ...times(9, { outcome: "dismissed", sanction: undefined }),
      ...times(1, { sanction: undefined }),
      ...times(10),
    ];
    const told = { ...cellsOf(all, "sanction"), ...cellsOf(all, "outcome") };
    // Ten without a sanction, of whom nine were dismissed, would leave one; so would eleven upheld, of whom ten were warned.
    expect([told["none"], told["dismissed"]]).toContain(undefined);
    expect([told["upheld"], told["warning"]]).toContain(undefined);
  });

  const value = fc.constantFrom("a", "b", "c");
  const anyFacts = fc
    .record({
      rules: fc.uniqueArray(value, { minLength: 1 }),
      outcome: value,
      sanction: fc.option(value, { nil: undefined }),
    })
    .map((changed) => facts(changed));

  test("whatever is closed, no number under the minimum is told, nor one that is left when others are taken from it", () => {
    fc.assert(
      fc.property(fc.array(anyFacts, { maxLength: 40 }), (all) => {
        const { total, dimensions } = publishTable(rule, "2026", all);
        const told = dimensions.flatMap(({ name, cells }) =>
          cells.flatMap(({ value: of, cases }) => (cases === undefined ? [] : [{ name, of, cases }])),
        );
        for (const { cases } of told) expect(cases).toBeGreaterThanOrEqual(5);
        const whole = new Set(all.keys());
        const casesOf = ({ name, of }: { name: string; of: string }) =>
          new Set(
            [...whole].filter((i) => {
              const each = all[i];
              if (name === "rule") return each?.rules.includes(of);
              if (name === "outcome") return each?.outcome === of;
              if (name === "sanction") return (each?.sanction ?? "none") === of;
              return of === "none";
            }),
          );
        const sets = [...(total === undefined ? [] : [whole]), ...told.map(casesOf)];
        for (const [i, larger] of sets.entries())
          for (const [j, smaller] of sets.entries()) {
            const isWithin = i !== j && [...smaller].every((each) => larger.has(each));
            const rest = larger.size - smaller.size;
            expect(!isWithin || rest === 0 || rest >= 5).toBe(true);
          }
        // What is kept back of a dimension in which each case counts once is nothing or enough together.
        for (const name of ["outcome", "sanction"]) {
          const shown = told.filter((each) => each.name === name).reduce((sum, { cases }) => sum + cases, 0);
          const rest = (total ?? 0) - shown;
          expect(total === undefined || rest === 0 || rest >= 5).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
