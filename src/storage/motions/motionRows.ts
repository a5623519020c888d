import { Temporal } from "temporal-polyfill";
import { z } from "zod";

import type { MotionActor, MotionEntry, MotionResult } from "../../domain/motions/entry.ts";
import type { SessionEntry } from "../../domain/sessions/session.ts";
import { agreementRow, chosenRow, electedRow, missingQuorum, talliedRow, turnoutRow } from "../resultRows.ts";

/** What JSON leaves out comes back as undefined. */
const maybe = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);
const instant = z.string().transform((text) => Temporal.Instant.from(text));
const texts = z.array(z.string());

export const motionActorRow: z.ZodType<MotionActor> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("person"), person: z.string() }),
  z.object({ kind: z.literal("clock") }),
]);

const came = { present: z.int(), voted: z.int(), recused: z.int() };

// Before counts were kept whole there was less of them: numbers, counts with what was tied, and stages.
const earlierTally = z.object({
  tally: z.object({ inFavour: z.int(), against: z.int(), abstaining: z.int() }),
  base: z.int(),
});
const earlierStage = z.object({
  kind: z.enum(["first", "surplus", "exclusion", "filled"]),
  of: texts,
  votes: z.record(z.string(), z.int()),
  elected: texts,
});

const result: z.ZodType<MotionResult> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("inquorate"), ...missingQuorum }),
  turnoutRow,
  z.object({ kind: z.literal("void"), why: z.enum(["outage", "withdrawn", "question", "counted-twice"]) }),
  z
    .object({
      kind: z.enum(["carried", "lost", "tied"]),
      ...came,
      casting: maybe(z.enum(["in-favour", "against"])),
      count: maybe(talliedRow),
      numbers: maybe(earlierTally),
    })
    .transform(({ numbers, count, ...kept }) => {
      const { kind, present, recused } = kept;
      return { ...kept, count: count ?? (numbers === undefined ? undefined : { kind, present, recused, ...numbers }) };
    }),
  z.object({ kind: z.enum(["agreed", "not-reached"]), ...came, count: maybe(agreementRow) }),
  z
    .object({
      kind: z.literal("chosen"),
      ...came,
      taken: texts,
      count: maybe(chosenRow),
      counts: maybe(z.record(z.string(), z.int())),
      tied: maybe(texts),
    })
    .transform(({ counts, tied = [], ...kept }) =>
      counts === undefined ? kept : { ...kept, earlier: { counts, tied } },
    ),
  z
    .object({
      kind: z.literal("elected"),
      ...came,
      elected: texts,
      vacant: z.int(),
      isReopened: maybe(z.boolean()),
      count: maybe(electedRow),
      stages: maybe(z.array(earlierStage)),
    })
    .transform(({ stages, ...kept }) => (stages === undefined ? kept : { ...kept, earlier: stages })),
]);

/** An entry of a motion as it stands in the database. */
export const motionEntryRow: z.ZodType<MotionEntry> = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("moved"),
    origin: z.string(),
    rule: z.string(),
    mover: z.string(),
    text: z.string(),
    lastDay: maybe(z.string()),
    options: maybe(z.object({ ids: texts, words: z.string() })),
    session: maybe(z.object({ id: z.string(), isInCamera: z.boolean() })),
    about: maybe(z.object({ case: z.string() })),
  }),
  z.object({ kind: z.literal("seconded"), person: z.string() }),
  z.object({ kind: z.literal("withdrawn"), person: z.string() }),
  z.object({ kind: z.literal("recused"), person: z.string() }),
  z.object({
    kind: z.literal("vote-opened"),
    vote: z.string(),
    electorate: texts,
    seats: z.int(),
    bodies: z.record(z.string(), texts),
    closes: maybe(instant),
    isSecret: z.boolean(),
    committed: maybe(z.object({ commitment: z.string(), seed: z.string() })),
    lot: maybe(texts),
    rule: maybe(z.string()),
  }),
  z.object({ kind: z.literal("option-withdrawn"), option: z.string(), person: z.string() }),
  z.object({
    kind: z.literal("mover-asked"),
    question: z.string(),
    person: z.string(),
    vote: maybe(z.string()),
  }),
  z.object({ kind: z.literal("mover-answered"), question: z.string(), answer: z.string(), person: z.string() }),
  z.object({ kind: z.literal("question-dropped"), question: z.string() }),
  z.object({ kind: z.literal("amended"), text: z.string() }),
  z.object({ kind: z.literal("consensus-called"), vote: z.string(), until: maybe(instant) }),
  z.object({ kind: z.literal("tie-decided"), vote: z.string(), casting: z.enum(["in-favour", "against"]) }),
  z.object({
    kind: z.literal("hands-counted"),
    vote: z.string(),
    inFavour: z.int(),
    against: z.int(),
    abstaining: z.int(),
  }),
  z.object({ kind: z.literal("reminded"), vote: z.string(), occasion: z.string() }),
  z.object({
    kind: z.literal("vote-extended"),
    vote: z.string(),
    awayFrom: instant,
    awayUntil: instant,
    closes: instant,
  }),
  z.object({
    kind: z.literal("vote-closed"),
    vote: z.string(),
    result,
    published: maybe(z.object({ hash: z.string(), ballots: z.int(), hasChoices: z.boolean() })),
    revealed: maybe(z.object({ seed: z.string(), order: texts })),
  }),
]);

/** An entry of a session as it stands in the database. */
export const sessionEntryRow: z.ZodType<SessionEntry> = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("convened"),
    origin: z.string(),
    body: z.string(),
    chair: z.string(),
    purpose: z.string(),
    isInCamera: z.boolean(),
  }),
  z.object({ kind: z.literal("motion-added"), motion: z.string() }),
  z.object({ kind: z.literal("opened") }),
  z.object({ kind: z.literal("present"), person: z.string() }),
  z.object({ kind: z.literal("adjourned"), until: maybe(z.string()) }),
  z.object({ kind: z.literal("resumed") }),
  z.object({ kind: z.literal("ended") }),
]);

/** A ballot as it is sealed. */
export const paperText = z.array(z.string());
export const secretBallotText = z.object({ receipt: z.string(), paper: maybe(paperText) });
