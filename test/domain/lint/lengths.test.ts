import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";

import { addSpan } from "../../../src/domain/deadlines/calendar.ts";
import { dayAfter } from "../../../src/domain/lint/lengths.ts";
import type { Span } from "../../../src/rulebook/schema/vocabulary.ts";
import { kth } from "../../fakes/kth.ts";

test("a length of time ends for the linter on the day on which it ends for a case", () => {
  const units = ["hours", "days", "clear-days", "working-days", "weeks", "months", "years"] as const;
  const spans: fc.Arbitrary<Span> = fc.record({ amount: fc.nat({ max: 40 }), unit: fc.constantFrom(...units) });
  fc.assert(
    fc.property(fc.nat({ max: 1500 }), spans, (after, span) => {
      const day = Temporal.PlainDate.from("2025-01-01").add({ days: after });
      expect(dayAfter(kth, day, span).toString()).toBe(addSpan(kth, day, span).toString());
    }),
  );
});
