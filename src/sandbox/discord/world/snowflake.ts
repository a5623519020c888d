/** The moment Discord counts its ids from (reference, "Snowflakes"). */
const discordEpoch = 1_420_070_400_000;

/** Makes ids as Discord makes them: the moment in the high bits, a running number in the low ones, so that they sort by time. */
export function snowflakes(now: () => number): () => string {
  let last = 0;
  let running = 0;
  return () => {
    // Never back: a clock that was set to an earlier start must not give an id twice.
    last = Math.max(last, now() - discordEpoch);
    running = (running + 1) % 2 ** 22;
    return String((BigInt(last) << 22n) | BigInt(running));
  };
}

/** When the thing with this id was made, in milliseconds since 1970. */
export function momentOf(id: string): number {
  return Number(BigInt(id) >> 22n) + discordEpoch;
}

/** The order of two ids by age: an id is a number too large to compare as text of different length. */
export function byAge(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
