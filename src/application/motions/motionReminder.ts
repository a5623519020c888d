/** That a vote is open, as whoever may vote and has not is told of it, or that it is over: the same for everybody, nothing of the motion. */
export interface MotionReminder {
  readonly motion: string;
  readonly codeName: string;
  readonly body: string;
  readonly isSecret: boolean;
  /**
   * That it has just been opened, stays open for longer, rests, lost something that stood on its ballots, or is over, is told in person where
   * the body has no room.
   */
  readonly state: "opened" | "open" | "longer" | "rests" | "gone" | "over";
  /** The last day, as 2026-03-15; undefined where it is closed by hand. */
  readonly lastDay: string | undefined;
  readonly clause: string;
}
