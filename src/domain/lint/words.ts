import type { Span } from "../../rulebook/schema/vocabulary.ts";

/** A name of the rulebook in words: "vice_president" is the vice president. */
export function wordsOf(name: string): string {
  return name.replaceAll("_", " ");
}

/** "a, b and c". */
export function allOf(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

/** "14 days", "1 working day". */
export function spanWords({ amount, unit }: Span): string {
  const words = unit.replaceAll("-", " ");
  return `${amount} ${amount === 1 ? words.slice(0, -1) : words}`;
}

export function pluralOf(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return word.endsWith("s") ? word : `${word}s`;
}

/** "1 is", "4 are". */
export function are(count: number): string {
  return `${count} ${count === 1 ? "is" : "are"}`;
}
