import { z } from "zod";

/** What JSON leaves out comes back as undefined. */
const maybe = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);

const chosen = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("person"), person: z.string() }),
  z.object({ kind: z.literal("body"), body: z.string() }),
]);

/** Entries of in whose hands a case is, as they stand in the database. */
export const handRows = [
  z.object({
    kind: z.literal("given"),
    stage: z.string(),
    to: chosen,
    handlers: z.array(z.string()),
    mitigation: maybe(z.string()),
  }),
  z.object({ kind: z.literal("choice-ended"), stage: z.string() }),
  z.object({ kind: z.literal("handed-on"), stage: z.string(), handlers: z.array(z.string()) }),
  z.object({ kind: z.literal("succeeded"), person: z.string() }),
  z.object({
    kind: z.literal("delegated"),
    from: z.string(),
    to: z.string(),
    until: maybe(z.string()),
    statement: z.string(),
  }),
  z.object({ kind: z.literal("delegation-ended"), to: z.string() }),
  z.object({
    kind: z.literal("needs-considered"),
    stage: z.string(),
    party: z.string(),
    how: z.enum(["none", "provided", "referred"]),
  }),
  z.object({ kind: z.literal("conflicts-checked"), body: z.string(), out: z.array(z.string()) }),
  z.object({ kind: z.literal("counter-asked"), statement: z.string() }),
  z.object({
    kind: z.literal("linked"),
    case: z.string(),
    codeName: z.string(),
    procedure: z.string(),
    link: z.enum(["goes-on", "enacts", "counter"]),
    isOrigin: z.boolean(),
  }),
] as const;
