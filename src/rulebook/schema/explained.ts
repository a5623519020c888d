import type { z } from "zod";

/** For a key that is read and checked and kept, and by which nothing in Redress is done differently yet. */
export const recorded = "Recorded; nothing acts on it yet.";

/** A choice of words with a sentence about each, for editors and for the reference. */
export function explained<Word extends string>(
  choice: z.ZodEnum<{ [Key in Word]: Key }>,
  sentences: Readonly<Record<Word, string>>,
): typeof choice {
  return choice.meta({ enumDescriptions: choice.options.map((word) => sentences[word]) });
}
