import leven from "leven";

import type { Code } from "../../rulebook/rulebook.ts";
import { oncePer } from "../oncePer.ts";
import { entriesOf } from "./entries.ts";
import type { CodeEntry } from "./entries.ts";

/** Nobody searches with more words; more would only make it slow. */
const MOST_WORDS = 12;
/** A clause that fits less well than this, beside the best one, is not what was looked for. */
const FAIR = 0.4;
/** "the", "och", "who": so short a word that stands in more than this share of all clauses says nothing. */
const SHORT = 3;
const COMMON = 1 / 3;
/** A word that stands in the title tells more of what a clause is about. */
const IN_TITLE = 2;

/**
 * The clauses that somebody means with some words, the best first: upper and lower case, accents, inflection and small misspellings make
 * no difference, and a word of which many clauses speak says less than a rare one. It looks in all languages of the code.
 */
export function findClauses(code: Code, words: string): readonly CodeEntry[] {
  const wanted = [...new Set(wordsIn(words))].slice(0, MOST_WORDS);
  const pages = pagesOf(code);
  const weights = wanted.map((word) => weigh(word, pages));
  const scored = pages
    .map(({ entry }, i) => ({ entry, score: weights.reduce((sum, weight) => sum + (weight[i] ?? 0), 0) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 0;
  return scored.filter(({ score }) => score >= best * FAIR).map(({ entry }) => entry);
}

interface Page {
  readonly entry: CodeEntry;
  readonly title: readonly string[];
  readonly says: readonly string[];
}

/** The words of every clause. */
const pagesOf = oncePer((code: Code): readonly Page[] =>
  entriesOf(code).map((entry) => ({
    entry,
    title: wordsOf(entry.title),
    says: [...wordsOf(entry.says), ...wordsOf(entry.foundBy)],
  })),
);

/** How much a word says of each page: how well it fits there, and how few other pages it fits. */
function weigh(word: string, pages: readonly Page[]): readonly number[] {
  const fits = pages.map(({ title, says }) => Math.max(IN_TITLE * bestFit(word, title), bestFit(word, says)));
  const count = fits.filter((fit) => fit > 0).length;
  if (word.length <= SHORT && count > pages.length * COMMON) return fits.map(() => 0);
  const rarity = Math.log((pages.length + 1) / (count + 0.5));
  return fits.map((fit) => fit * rarity);
}

const bestFit = (word: string, words: readonly string[]) => Math.max(0, ...words.map((each) => fitOf(word, each)));

/** From 0, another word, to 1, the same. */
function fitOf(word: string, other: string): number {
  if (word === other) return 1;
  const shorter = Math.min(word.length, other.length);
  if (shorter < 4) return 0;
  const [start, longer] = [sameStart(word, other), Math.max(word.length, other.length)];
  // "appealed" and "appeals", "röstning" and "rösta": the same beginning, another end.
  if (start >= 4 && start >= shorter - 2 && start >= longer / 2) return 0.8;
  // "suspension" and "suspended"; "quorate" and "quorum".
  if (start >= 4 && start >= longer * 0.55) return 0.5;
  const allowed = shorter < 8 ? 1 : 2;
  return leven(word, other, { maxDistance: allowed + 1 }) <= allowed ? 0.6 : 0;
}

function sameStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

const wordsOf = (texts: Readonly<Record<string, string>>) => [...new Set(Object.values(texts).flatMap(wordsIn))];

/** The words of a text, in lower case and without accents: "överklagande" is found by who types "overklagande". */
function wordsIn(text: string): readonly string[] {
  const bare = text.slice(0, 4000).toLowerCase().normalize("NFD").replaceAll(/\p{M}/gu, "");
  return bare.match(/[\p{L}\p{N}]+/gu) ?? [];
}
