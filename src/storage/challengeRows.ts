import { z } from "zod";

/** What JSON leaves out comes back as undefined. */
const maybe = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);
const texts = z.array(z.string());
const text = maybe(z.string());
const span = z.object({
  amount: z.int(),
  unit: z.enum(["hours", "days", "working-days", "clear-days", "clear-working-days", "weeks", "months", "years"]),
});
const challenge = z.string();

/** What happens to challenges, as it stands in the database. */
export const challengeRows = [
  z.object({
    kind: z.literal("challenge-lodged"),
    challenge,
    rule: z.string(),
    party: z.string(),
    against: z.object({ outcome: z.string(), decision: text, sanction: text }),
    to: z.int(),
    ground: text,
    words: z.string(),
    evidence: text,
    isLate: z.boolean(),
  }),
  z.object({ kind: z.literal("challenge-consulted"), challenge, person: z.string(), words: z.string() }),
  z.object({
    kind: z.literal("challenge-judged"),
    challenge,
    question: z.enum(["lateness", "admission"]),
    isHeard: z.boolean(),
    reasons: text,
    next: text,
  }),
  z.object({ kind: z.literal("challenge-told-first"), challenge, notices: texts }),
  z.object({ kind: z.literal("decisions-replaced"), decisions: texts }),
  z.object({
    kind: z.literal("challenge-names"),
    challenge,
    step: z.enum(["asked", "allowed", "refused"]),
    person: z.string(),
    reasons: z.string(),
  }),
  z.object({
    kind: z.literal("challenge-decided"),
    challenge,
    how: z.enum(["confirm", "change_sanction", "annul", "no_agreement", "heard", "told", "not_told", "opinion"]),
    sanction: text,
    lasts: maybe(span),
    letter: text,
    findings: maybe(texts),
    members: texts,
    reasons: text,
    next: text,
  }),
] as const;

/** What is told of them. */
export const challengeSubjectRows = [
  z.object({
    kind: z.literal("challenge-task"),
    challenge,
    task: z.enum(["lateness", "consult", "admission", "decide", "answer", "opinion", "names"]),
  }),
  z.object({ kind: z.literal("challenge-first"), challenge, words: z.string() }),
  z.object({
    kind: z.literal("challenge-outcome"),
    challenge,
    about: z.enum(["lateness", "admission", "verdict"]),
  }),
] as const;
