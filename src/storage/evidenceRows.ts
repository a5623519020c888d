import { z } from "zod";

/** What JSON leaves out comes back as undefined. */
const maybe = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined);
const texts = z.array(z.string());
const of = z.enum(["statement", "evidence"]);
const role = z.enum(["complainant", "respondent", "affected", "witness"]);

/** What happens with witnesses, statements and evidence, as it stands in the database. */
export const evidenceRows = [
  z.object({
    kind: z.literal("witness-asked"),
    party: z.string(),
    hasAccount: z.boolean(),
    question: z.string(),
    partyInBody: z.string().optional(),
  }),
  z.object({ kind: z.literal("witness-answered"), party: z.string(), isWilling: z.boolean() }),
  z.object({ kind: z.literal("witness-released"), party: z.string() }),
  z.object({
    kind: z.literal("evidence-given"),
    item: z.string(),
    of,
    party: maybe,
    text: z.string(),
    relevance: maybe,
    unmet: texts,
    came: z.enum(["form", "letter", "email", "spoken", "telephone"]),
    on: maybe,
    corrects: maybe,
    closedTo: z.array(role),
    files: z
      .array(z.object({ file: z.string(), about: z.string() }))
      .nullish()
      .transform((value) => value ?? undefined),
    anonymous: z
      .object({ number: z.int(), by: z.string(), role: z.int(), source: z.string(), how: z.string() })
      .nullish()
      .transform((value) => value ?? undefined),
    isForReport: z.boolean().optional(),
  }),
  z.object({ kind: z.literal("own-voice"), party: z.string(), companion: maybe }),
  z.object({ kind: z.literal("submission-returned"), item: maybe, party: z.string(), reasons: z.string() }),
  z.object({ kind: z.literal("evidence-set-aside"), item: z.string(), reasons: z.string() }),
  z.object({ kind: z.literal("evidence-opened"), items: texts, party: z.string() }),
  z.object({ kind: z.literal("body-asked"), question: z.string(), statement: z.string(), vote: z.string().optional() }),
  z.object({ kind: z.literal("question-put"), question: z.string(), party: z.string(), statement: z.string() }),
  z.object({ kind: z.literal("question-answered"), question: z.string(), party: z.string(), statement: z.string() }),
  z.object({ kind: z.literal("answer-returned"), question: z.string(), statement: z.string() }),
  z.object({ kind: z.literal("question-dropped"), question: z.string() }),
  z.object({ kind: z.literal("finding-made"), stage: z.string(), rules: texts, reasons: z.string() }),
] as const;

/** What is told of it. */
export const evidenceSubjectRows = [
  z.object({ kind: z.literal("witness-asked") }),
  z.object({ kind: z.literal("witness-answered"), isWilling: z.boolean() }),
  z.object({ kind: z.literal("evidence-given"), of, role }),
  z.object({ kind: z.literal("evidence-opened"), count: z.int() }),
  z.object({
    kind: z.literal("submission-returned"),
    what: z.enum(["report", "statement", "evidence"]),
    item: maybe,
    reasons: z.string(),
  }),
  z.object({ kind: z.literal("companion-named"), role, isNamed: z.boolean() }),
  z.object({ kind: z.literal("body-asked") }),
  z.object({ kind: z.literal("question-answered") }),
  z.object({ kind: z.literal("question-put"), question: z.string(), statement: z.string() }),
  z.object({ kind: z.literal("vote-rests"), isVoid: z.boolean() }),
  z.object({ kind: z.literal("answer-returned"), isPutAgain: z.boolean().optional() }),
  z.object({ kind: z.literal("question-dropped"), isPutAgain: z.boolean() }),
] as const;
