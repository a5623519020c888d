import { z } from "zod";

// How votes ended, as it stands in the database: in cases, and on motions that are no case.

const texts = z.array(z.string());
const votes = z.record(z.string(), z.int());
const came = { present: z.int(), recused: z.int() };

/** Whatever the method: too few were present. */
export const missingQuorum = {
  present: z.int(),
  needed: z.int(),
  missing: z.array(z.object({ body: z.string(), present: z.int(), needed: z.int() })),
};

/** Whatever the method: too few voted. */
export const turnoutRow = z.object({
  kind: z.literal("turnout-not-met"),
  voted: z.int(),
  needed: z.int(),
  ...came,
});

/** A motion of which the votes were counted. */
export const talliedRow = z.object({
  kind: z.enum(["carried", "lost", "tied"]),
  tally: z.object({ inFavour: z.int(), against: z.int(), abstaining: z.int(), spoilt: z.int().optional() }),
  ...came,
  base: z.int(),
  further: z.array(z.object({ base: z.int(), isReached: z.boolean() })).optional(),
  casting: z.enum(["in-favour", "against"]).optional(),
});

const papers = { blank: z.int(), spoilt: z.int() };

/** A consensus of which the positions were counted. */
export const agreementRow = z.object({
  kind: z.enum(["agreed", "not-reached"]),
  objections: z.int(),
  block: z.int(),
  standingAside: z.int(),
  silent: z.int(),
  ...came,
});

/** A choice that was counted. */
export const chosenRow = z.object({
  kind: z.literal("chosen"),
  counts: votes,
  taken: texts,
  tie: z.object({ tied: texts, taken: texts, by: z.enum(["earliest_submitted", "lot"]) }).optional(),
  ballots: z.int(),
  ...papers,
  ...came,
});

const afterStage = {
  quota: z.int(),
  votes,
  nonTransferable: z.int(),
  elected: texts,
  ties: z.array(
    z.object({
      of: z.enum(["exclusion", "surplus", "last-places"]),
      tied: texts,
      by: z.enum(["earlier-stage", "lot"]),
      chosen: texts,
    }),
  ),
};

const stage = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("first"), ...afterStage }),
  z.object({
    kind: z.literal("surplus"),
    of: z.string(),
    surplus: z.int(),
    papers: z.int(),
    transferable: z.int(),
    value: z.int(),
    ...afterStage,
  }),
  z.object({
    kind: z.literal("exclusion"),
    of: texts,
    batches: z.array(
      z.object({
        value: z.int(),
        papers: z.int(),
        nonTransferable: z.int(),
        votes,
        quota: z.int(),
        elected: texts,
      }),
    ),
    ...afterStage,
  }),
  z.object({ kind: z.literal("filled"), of: texts, ...afterStage }),
]);

/** A ranked vote that was counted. */
export const electedRow = z.object({
  kind: z.literal("elected"),
  ...came,
  seats: z.int(),
  candidates: texts,
  valid: z.int(),
  ...papers,
  elected: texts,
  withoutVotes: texts,
  vacant: z.int(),
  stages: z.array(stage),
});
