/** Parts of a name shorter than this are too common to search for alone ("de", "Jo"). */
const SHORTEST = 3;
/** Somebody called by more words than this is described ("the tall one from the party"): only words in capitals are then names. */
const LONGEST_NAME = 4;
/** Words that a description begins with and every brief is full of, in the languages there are. */
const COMMON = new Set(
  "the this that some somebody someone person den det han hon she they one någon personen".split(" "),
);
/** Letters that are no letter with an accent. */
const PLAIN: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  æ: "ae",
  œ: "oe",
  ß: "ss",
  ı: "i",
};
/** Scripts in which words are not set apart. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u;

const NO_LETTER = /[^\p{L}\p{N}]+/u;

/** Plain small letters, without accents and without what is not seen, such as the soft hyphens of a copied text. */
function fold(text: string): string {
  const bare = text
    .normalize("NFKD")
    .replaceAll(/[\p{M}\p{Cf}]/gu, "")
    .toLocaleLowerCase("en");
  return bare.replaceAll(/[øłđðþæœßı]/g, (letter) => PLAIN[letter] ?? letter);
}

const wordsOf = (text: string) => text.split(NO_LETTER).filter((word) => word !== "");

/**
 * The names that stand in a text: one of their parts or, where these are too short, the whole name, whatever the case and the accents, as
 * words of their own.
 * @param names full names of the people who must not be named
 */
export function findNames(text: string, names: readonly string[]): readonly string[] {
  const words = wordsOf(fold(text));
  const named = names.flatMap((name) => findName(fold(text), words, name.normalize("NFC").trim()));
  return [...new Set(named)];
}

/** The mentions of accounts that stand in a text. */
export function findMentions(text: string): readonly string[] {
  return [...new Set(text.match(/<@[!&]?\w+(\|[^>]*)?>|(?<![\p{L}\p{N}])@[\p{L}\p{N}._-]{2,}/gu))];
}

/** Whether every part of a name stands in a text, in whatever order, case and accents. */
export function isNamed(text: string, name: string): boolean {
  if (UNSPACED.test(name)) return text.includes(fold(name));
  const words = wordsOf(fold(text));
  const parts = wordsOf(fold(name));
  return parts.length > 0 && parts.every((part) => words.includes(part) || words.includes(`${part}s`));
}

function findName(text: string, words: readonly string[], name: string): readonly string[] {
  if (UNSPACED.test(name)) return text.includes(fold(name)) ? [name] : [];
  const parts = partsOf(name).filter((part) => {
    const folded = fold(part);
    return words.includes(folded) || words.includes(`${folded}s`);
  });
  if (parts.length > 0) return parts;
  const whole = wordsOf(fold(name)).join(" ");
  return whole.length > 1 && ` ${words.join(" ")} `.includes(` ${whole} `) ? [name] : [];
}

function partsOf(name: string): readonly string[] {
  const parts = wordsOf(name);
  const rare = parts.filter((part) => part.length >= SHORTEST && !COMMON.has(fold(part)));
  return parts.length <= LONGEST_NAME ? rare : rare.filter((part) => /^\p{Lu}/u.test(part));
}
