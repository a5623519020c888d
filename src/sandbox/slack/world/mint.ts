import type { SandboxClock } from "../../clock.ts";

/** Makes the names Slack gives to things: ids, timestamps, hashes. The same acts in the same order make the same names. */
export class Mint {
  readonly #clock: SandboxClock;
  #counter = 0;
  #lastMicros = 0;

  constructor(clock: SandboxClock) {
    this.#clock = clock;
  }

  /** An id such as "C0000000001". */
  id(prefix: string): string {
    this.#counter += 1;
    return prefix + this.#counter.toString(36).toUpperCase().padStart(10, "0");
  }

  /** A short id for a block or an action the app did not name. */
  short(): string {
    this.#counter += 1;
    return this.#counter.toString(36).padStart(5, "0");
  }

  /** A message timestamp such as "1767225600.000100": never the same twice, never going back. */
  ts(): string {
    this.#lastMicros = Math.max(this.#clock.now() * 1000, this.#lastMicros + 1);
    const seconds = Math.floor(this.#lastMicros / 1_000_000);
    return `${seconds}.${String(this.#lastMicros % 1_000_000).padStart(6, "0")}`;
  }

  /** The hash of one version of a view. */
  hash(): string {
    return `${Math.floor(this.#clock.now() / 1000)}.${this.short()}`;
  }

  seconds(): number {
    return Math.floor(this.#clock.now() / 1000);
  }
}

/** The moment of a timestamp, in milliseconds. */
export function momentOf(ts: string): number {
  return Math.floor(Number(ts) * 1000);
}
