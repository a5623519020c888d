import type { OptionId } from "./paper.ts";

/** The SHA-256 of a text in UTF-8, as 64 hexadecimal digits in lower case. */
export type Sha256 = (text: string) => string;

/**
 * The order that a seed draws: options by the SHA-256 of "SEED:OPTION", the smallest first. Each option has its place whatever others
 * there are. The SHA-256 of the seed is published before the vote is opened: nobody can tell the order from it, and nobody can take another
 * seed afterwards. Once the seed is published, too, anybody can check both without this program, with
 * `printf '%s' 'SEED' | sha256sum`, and for each option with `printf '%s' 'SEED:OPTION' | sha256sum`.
 * @throws for a seed that could be guessed: it has to be 32 random bytes, written as 64 hexadecimal digits
 */
export function drawLot(seed: string, options: readonly OptionId[], sha256: Sha256): readonly OptionId[] {
  if (!/^[0-9a-f]{64}$/.test(seed)) throw new Error("The seed of a lot has to be 64 hexadecimal digits.");
  return options
    .map((option) => ({ option, drawn: sha256(`${seed}:${option}`) }))
    .toSorted((a, b) => compare(a.drawn, b.drawn) || compare(a.option, b.option))
    .map(({ option }) => option);
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
