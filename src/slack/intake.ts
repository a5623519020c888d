import type { Receiver } from "@slack/bolt";

/** The way by which deliveries come in. */
export interface Intake {
  readonly receivers: readonly [Receiver, ...Receiver[]];
  /**
   * Lets deliveries in.
   * @throws with a plain sentence when that cannot be; `Unreachable` when Slack does not answer
   */
  readonly start: () => Promise<void>;
  /**
   * Lets nothing more in, as far as that leaves a way back for what is being answered, and ends.
   * @param drained resolves once everything that came in has been answered
   */
  readonly stop: (drained: () => Promise<void>) => Promise<void>;
}
