/** Chance that comes again with the same seed: whatever a simulation finds can be played again. */
export interface Dice {
  /** From 0 to below 1. */
  share(): number;
  /** A whole number from `least` to `most`, both possible. */
  between(least: number, most: number): number;
  isOneIn(many: number): boolean;
  pick<T>(things: readonly [T, ...T[]]): T;
  /** A UUID version 4. */
  id(): string;
}

/** The generator mulberry32, which is in the public domain. */
export function rollFrom(seed: number): Dice {
  let state = seed;
  const share = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number) => least + Math.floor(share() * (most - least + 1));
  const hex = (digits: number) => Array.from({ length: digits }, () => between(0, 15).toString(16)).join("");
  return {
    share,
    between,
    isOneIn: (many) => between(1, many) === 1,
    pick: (things) => things[between(0, things.length - 1)] ?? things[0],
    id: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
  };
}
