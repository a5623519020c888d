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
  readonly call: <T>(method: string, work: () => Promise<T>, channel?: string) => Promise<T>;
  /** The same for what nobody waits for: it stops before the calls of a minute are used up, and leaves the rest to whoever does. */
  readonly inBackground: Pick<Rations, "call">;
}

export interface RationOptions {
  /** How long after a message the next one may go into the same channel. */
  readonly betweenPostsMs: number;
  /** How many calls of a method Slack takes in a minute; of a method that is not here nothing is kept back. */
  readonly callsPerMinute: Readonly<Record<string, number>>;
  /** Milliseconds that only ever go up. */
  readonly now?: () => number;
}

/**
 * The tiers of the methods that are called for cases. Slack gives them as the least that it takes.
 * https://docs.slack.dev/apis/web-api/rate-limits, and "Rate limits" on the page of each method
 */
export const slackTiers = {
  "conversations.create": 20,
  "conversations.archive": 20,
  "conversations.invite": 50,
  "conversations.kick": 50,
  "conversations.open": 50,
  "conversations.history": 50,
  "users.conversations": 50,
  "chat.update": 50,
} as const;

/** Of the calls of a minute so much is left to what somebody waits for. */
const KEPT_BACK = 1 / 4;
const MINUTE_MS = 60_000;

/**
 * Keeps to what Slack says: no call of a method before the time named in Retry-After, and a message a second into a channel.
 * https://docs.slack.dev/apis/web-api/rate-limits
 */
export function openRations({ betweenPostsMs, callsPerMinute, now = () => performance.now() }: RationOptions): Rations {
  const closedUntil = new Map<string, number>();
  const postedAt = new Map<string, number>();
  const calledAt = new Map<string, readonly number[]>();

  /** The moment at which the next message may go into a channel; kept for it. */
  const reserve = (channel: string): number => {
    const at = now();
    const next = Math.max(at, (postedAt.get(channel) ?? -Infinity) + betweenPostsMs);
    for (const [other, posted] of postedAt) if (posted + betweenPostsMs < at) postedAt.delete(other);
    postedAt.set(channel, next);
    return next - at;
  };
  const refuseEarly = (key: string, isForAll: boolean) => {
    const left = (closedUntil.get(key) ?? 0) - now();
    if (left > 0) throw new Rationed(left, isForAll);
    closedUntil.delete(key);
  };
  /** Whoever is in the background stops before the calls of a minute are used up. */
  const count = (method: string, isBackground: boolean) => {
    const most = callsPerMinute[method];
    if (most === undefined) return;
    const calls = (calledAt.get(method) ?? []).filter((at) => at > now() - MINUTE_MS);
    const share = Math.floor(most * (1 - KEPT_BACK));
    const first = calls[calls.length - share];
    if (isBackground && first !== undefined) throw new Rationed(first + MINUTE_MS - now(), true);
    calledAt.set(method, [...calls, now()].slice(-most));
  };
  const caller =
    (isBackground: boolean): Rations["call"] =>
    async (method, work, channel) => {
      const key = channel === undefined ? method : `${method} ${channel}`;
      refuseEarly(key, channel === undefined);
      count(method, isBackground);
      if (channel !== undefined && betweenPostsMs > 0) await pause(reserve(channel));
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof WebAPIRateLimitedError)) throw error;
        const waitMs = error.retryAfter * 1000;
        closedUntil.set(key, now() + waitMs);
        throw new Rationed(waitMs, channel === undefined);
      }
    };
  return { call: caller(false), inBackground: { call: caller(true) } };
}
