import { setTimeout as pause } from "node:timers/promises";

import { WebAPIRateLimitedError } from "@slack/web-api";

/** Too much was asked of Slack: this was not asked for, or refused. */
export class Rationed extends Error {
  readonly waitMs: number;
  /** Whether every other call of this method would be refused too, and not only those into this channel. */
  readonly isForAll: boolean;

  constructor(waitMs: number, isForAll: boolean) {
    super("Slack was asked for too much.");
    this.waitMs = waitMs;
    this.isForAll = isForAll;
  }
}

export interface Rations {
  /**
   * Makes a call, unless Slack has said that it is too early for it. Messages into one channel are sent one after the other.
   * @param channel of a message that is posted; left out for every other method
   * @throws Rationed with how long to wait
   */
  call<T>(method: string, work: () => Promise<T>, channel?: string): Promise<T>;
}

/**
 * Keeps to what Slack says: no call of a method before the time named in Retry-After, and a message a second into a channel.
 * https://docs.slack.dev/apis/web-api/rate-limits
 * @param betweenPostsMs how long after a message the next one may go into the same channel
 */
export function openRations(betweenPostsMs: number): Rations {
  const closedUntil = new Map<string, number>();
  const postedAt = new Map<string, number>();

  /** The moment at which the next message may go into a channel; kept for it. */
  const reserve = (channel: string): number => {
    const now = performance.now();
    const next = Math.max(now, (postedAt.get(channel) ?? -Infinity) + betweenPostsMs);
    for (const [other, at] of postedAt) if (at + betweenPostsMs < now) postedAt.delete(other);
    postedAt.set(channel, next);
    return next - now;
  };
  const refuseEarly = (key: string, isForAll: boolean) => {
    const left = (closedUntil.get(key) ?? 0) - performance.now();
    if (left > 0) throw new Rationed(left, isForAll);
    closedUntil.delete(key);
  };

  return {
    async call(method, work, channel) {
      const key = channel === undefined ? method : `${method} ${channel}`;
      refuseEarly(key, channel === undefined);
      if (channel !== undefined && betweenPostsMs > 0) await pause(reserve(channel));
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof WebAPIRateLimitedError)) throw error;
        const waitMs = error.retryAfter * 1000;
        closedUntil.set(key, performance.now() + waitMs);
        throw new Rationed(waitMs, channel === undefined);
      }
    },
  };
}
