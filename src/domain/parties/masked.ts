import { findMentions, findNames } from "./findNames.ts";

/** Somebody by name, and what stands in its place. */
export interface Mask {
  readonly name: string;
  readonly pseudonym: string;
}

/** A text with other names in place of those of these people, whatever their case and accents, and without mentions of accounts. */
export function masked(text: string, masks: readonly Mask[]): string {
  const bare = findMentions(text).reduce((left, mention) => left.replaceAll(mention, "…"), text);
  return masks.reduce((left, { name, pseudonym }) => {
    const words = left.replaceAll(/[\p{L}\p{N}\p{M}]+/gu, (word) =>
      findNames(word, [name]).length > 0 ? pseudonym : word,
    );
    // Of several parts of one name one pseudonym is left; a name that is not made of such words is found as a whole.
    const once = words.replaceAll(new RegExp(`${pseudonym}(\\P{L}?${pseudonym})+`, "gu"), pseudonym);
    return findNames(once, [name]).reduce((rest, found) => rest.replaceAll(found, pseudonym), once);
  }, bare);
}
