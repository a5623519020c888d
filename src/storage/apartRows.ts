import { z } from "zod";

const words = z.string();
const party = z.string();
const statement = z.string();
/** What JSON leaves out comes back as undefined. */
const maybe = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined);

/** Entries about both sides that are kept apart, as they stand in the database. */
export const apartRows = [
  z.object({ kind: z.literal("kept-apart"), reasons: statement }),
  z.object({ kind: z.literal("apart-ended"), reasons: maybe }),
  z.object({ kind: z.literal("contact-noted"), party, statement }),
  z.object({ kind: z.literal("relay-asked"), words, party, statement }),
  z.object({ kind: z.literal("relay-answered"), words, question: words, party, statement: maybe }),
  z.object({ kind: z.literal("wording-shown"), words, statement, to: z.array(party) }),
  z.object({ kind: z.literal("wording-answered"), words, isAgreed: z.boolean() }),
  z.object({ kind: z.literal("relay-passed"), words, party, statement }),
  z.object({ kind: z.literal("relay-held"), words, reasons: statement }),
  z.object({ kind: z.literal("relay-closed"), words }),
] as const;

/** What is told of it. */
export const apartSubjects = [
  z.object({ kind: z.literal("kept-apart") }),
  z.object({ kind: z.literal("apart-ended"), isOver: z.boolean() }),
  z.object({ kind: z.literal("relay-passed"), words, statement, isAnswer: z.boolean() }),
  z.object({ kind: z.literal("relay-wording"), words, statement }),
  z.object({ kind: z.literal("relay-held"), reasons: statement, isAnswer: z.boolean() }),
  z.object({ kind: z.literal("relay-unanswered"), isDeclined: z.boolean() }),
  z.object({
    kind: z.literal("relay-waits"),
    what: z.enum(["question", "answer", "declined", "wording-agreed", "wording-refused"]),
  }),
] as const;
