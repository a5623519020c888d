import fc from "fast-check";

export interface Election {
  readonly seats: number;
  readonly candidates: readonly string[];
  readonly lot: readonly string[];
  readonly ballots: readonly (readonly string[])[];
}

const NAMES = ["A", "B", "C", "D", "E", "F", "G", "H"];

/**
 * Elections in which ties, surpluses and papers that run out come often: many papers are the same, and many are short.
 * @param extra further candidates that always stand
 */
export const elections = (extra: readonly string[] = [], maxBallots = 40): fc.Arbitrary<Election> =>
  fc
    .record({ howMany: fc.integer({ min: 1, max: NAMES.length }), seats: fc.integer({ min: 1, max: 4 }) })
    .chain(({ howMany, seats }) => {
      const candidates = [...NAMES.slice(0, howMany), ...extra];
      const paper = fc.shuffledSubarray(candidates, { maxLength: Math.min(candidates.length, 5) });
      const bundle = fc.tuple(fc.integer({ min: 1, max: 7 }), paper);
      const ballots = fc
        .array(bundle, { maxLength: Math.ceil(maxBallots / 4) })
        .map((bundles) => bundles.flatMap(([count, each]) => Array.from({ length: count }, () => each)));
      return fc.record({
        seats: fc.constant(seats),
        candidates: fc.constant(candidates),
        lot: fc.shuffledSubarray(candidates, { minLength: candidates.length }),
        ballots,
      });
    });
