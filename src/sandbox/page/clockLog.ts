import type { Told } from "./told.ts";

/** Something that the bot did because of the time. */
export interface ClockLine {
  readonly id: string;
  /** Milliseconds since 1970 of the local clock. */
  readonly at: number;
  /** The case it was done in. */
  readonly codeName: string;
  readonly text: Told;
  /** "Memo 5.2". */
  readonly clause?: string;
}

export interface ShownClockLog {
  /** Newest first. */
  readonly lines: readonly ClockLine[];
}

/** Everything that the bot did because of the time, newest first. */
export type ReadClockLog = () => Promise<readonly ClockLine[]>;
