/** Parts of a name shorter than this are too common to search for ("de", "Jo"). */
const SHORTEST = 3;

const fold = (text: string) => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLocaleLowerCase("en");

/**
 * The names that stand in a text: a whole name or one of its parts, whatever the case and the accents, as words of their own; and any
 * mention of an account.
 * @param names full names of the people who must not be named
 */
export function findNames(text: string, names: readonly string[]): readonly string[] {
  const words = fold(text).split(/[^\p{L}\p{N}]+/u);
  const parts = names.flatMap((name) => name.split(/[\s-]+/)).filter((part) => part.length >= SHORTEST);
  const named = parts.filter((part) => {
    const folded = fold(part);
    return words.includes(folded) || words.includes(`${folded}s`);
  });
  const mentions = text.match(/<@[!&]?\w+(\|[^>]*)?>|(?<![\p{L}\p{N}])@[\p{L}\p{N}._-]{2,}/gu) ?? [];
  return [...new Set([...named, ...mentions])];
}
