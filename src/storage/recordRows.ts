import { z } from "zod";

/** What JSON leaves out comes back as undefined. */
const maybe = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined);

const publication = z.string();

/** What becomes of a decision that is to be published. */
const publicationRows = [
  z.object({
    kind: z.literal("publication-written"),
    publication,
    form: z.enum(["full", "anonymised", "summary"]),
    stage: z.string(),
    outcome: z.string(),
    statement: z.string(),
    where: z.string(),
    place: z
      .object({ platform: z.enum(["discord", "slack"]), channel: z.string() })
      .nullish()
      .transform((value) => value ?? undefined),
  }),
  z.object({ kind: z.literal("publication-approved"), publication }),
  z.object({
    kind: z.literal("publication-decided"),
    publication,
    on: z.string(),
    present: z.array(z.string()),
    others: maybe,
    inFavour: z.int(),
    against: z.int(),
    isAgreed: z.boolean(),
  }),
  z.object({ kind: z.literal("published"), publication }),
  z.object({ kind: z.literal("publication-posted"), publication, failed: maybe }),
] as const;

/** What becomes of the records of a case, as it stands in the database. */
export const recordRows = [
  ...publicationRows,
  z.object({ kind: z.literal("anonymising-told"), on: z.string(), isLast: z.boolean() }),
  z.object({ kind: z.literal("anonymising-held"), statement: z.string() }),
  z.object({ kind: z.literal("anonymising-released") }),
  z.object({ kind: z.literal("words-erased") }),
  z.object({ kind: z.literal("precedent-written"), precedent: z.string(), statement: z.string() }),
  z.object({ kind: z.literal("precedent-approved"), precedent: z.string() }),
  z.object({
    kind: z.literal("escalated"),
    escalation: z.string(),
    to: z.string(),
    person: maybe,
    statement: z.string(),
  }),
  z.object({ kind: z.literal("escalation-answered"), escalation: z.string(), isTaken: z.boolean() }),
  z.object({ kind: z.literal("bundle-written"), bundle: z.string(), statement: z.string() }),
  z.object({ kind: z.literal("bundle-approved"), bundle: z.string() }),
  z.object({
    kind: z.literal("handed-outside"),
    referral: z.string(),
    to: z.string(),
    ground: maybe,
    bundle: maybe,
    on: z.string(),
    waitsUntil: maybe,
    statement: z.string(),
  }),
  z.object({ kind: z.literal("outside-answered"), referral: z.string(), on: z.string(), statement: z.string() }),
] as const;

/** What is told of it. */
export const recordSubjectRows = [
  z.object({ kind: z.literal("anonymising"), on: z.string(), isLast: z.boolean() }),
  z.object({ kind: z.literal("to-approve"), what: z.enum(["precedent", "bundle", "publication"]), id: z.string() }),
  z.object({ kind: z.literal("not-posted"), publication }),
  z.object({ kind: z.literal("escalation-asked"), escalation: z.string() }),
] as const;
