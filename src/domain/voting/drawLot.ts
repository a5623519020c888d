import type { OptionId } from "./paper.ts";

/** The SHA-256 of a text in UTF-8, as 64 hexadecimal digits in lower case. */
export type Sha256 = (text: string) => string;

/**
 * What is published before a vote is opened: the SHA-256 of the seed. Nobody can tell the order from it, and nobody can take another
 * seed afterwards.
 * @throws for a seed that could be guessed: it has to be 32 random bytes, written as 64 hexadecimal digits
 */
export function commitTo(seed: string, sha256: Sha256): string {
  if (!/^[0-9a-f]{64}$/.test(seed)) throw new Error("The seed of a lot has to be 64 hexadecimal digits.");
  return sha256(seed);
}

/**
 * The order that a seed draws: options by the SHA-256 of "SEED:OPTION", the smallest first. Each option has its place whatever others
 * there are. Once the seed is published anybody can check it without this program, for each option with
 * `printf '%s' 'SEED:OPTION' | sha256sum`, and the seed itself with `printf '%s' 'SEED' | sha256sum`.
 */
export function drawLot(seed: string, options: readonly OptionId[], sha256: Sha256): readonly OptionId[] {
  return options
    .map((option) => ({ option, drawn: sha256(`${seed}:${option}`) }))
    .toSorted((a, b) => compare(a.drawn, b.drawn) || compare(a.option, b.option))
    .map(({ option }) => option);
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** A lot as it is published after the count. */
export interface RevealedLot {
  /** What had been published before the vote was opened. */
  readonly commitment: string;
  readonly seed: string;
  readonly order: readonly OptionId[];
}

/** What is wrong with a lot that was revealed; undefined when it is the one that was committed to. */
export function findLotFault(
  { commitment, seed, order }: RevealedLot,
  options: readonly OptionId[],
  sha256: Sha256,
): "another-seed" | "another-order" | undefined {
  if (sha256(seed) !== commitment) return "another-seed";
  const drawn = drawLot(seed, options, sha256);
  const isSame = drawn.length === order.length && drawn.every((option, place) => option === order[place]);
  return isSame ? undefined : "another-order";
}
