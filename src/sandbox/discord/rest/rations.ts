import type { Bucket } from "../world/limits.ts";
import type { World } from "../world/world.ts";
import type { Route } from "./route.ts";

/** Whether a call may go on, and what is told about rate limits with the answer (topics/rate-limits). */
type Ration =
  | { readonly kind: "free"; readonly headers: Readonly<Record<string, string>> }
  | {
      readonly kind: "limited";
      readonly headers: Readonly<Record<string, string>>;
      readonly seconds: number;
      readonly global: boolean;
    };

/** Keeps count of the calls that Discord rations. */
export interface Rations {
  take(route: Route, ids: readonly string[]): Ration;
  /** Calls so far that count towards the global ration: all but answers to interactions. */
  globallyRationed(): number;
}

interface Window {
  readonly start: number;
  calls: number;
}

/** What a route without a bucket of its own is said to have. */
const plenty: Bucket = { calls: 1000, perMs: 1000 };

export function openRations(world: World): Rations {
  const windows = new Map<string, Window>();
  const hashes = new Map<string, string>();
  let counted = 0;

  const open = (key: string, perMs: number): Window => {
    const known = windows.get(key);
    const now = world.clock.now();
    if (known !== undefined && now - known.start < perMs) return known;
    const fresh: Window = { start: now, calls: 0 };
    windows.set(key, fresh);
    return fresh;
  };
  const hashOf = (name: string) => {
    const known = hashes.get(name);
    if (known !== undefined) return known;
    const hash = Buffer.from(name).toString("hex").slice(0, 32);
    hashes.set(name, hash);
    return hash;
  };

  const takeGlobal = (): Ration | undefined => {
    counted += 1;
    const perSecond = world.limits.globalPerSecond;
    if (perSecond === undefined) return undefined;
    const window = open("global", 1000);
    window.calls += 1;
    if (window.calls <= perSecond) return undefined;
    const seconds = (window.start + 1000 - world.clock.now()) / 1000;
    return limited(seconds, true, { "x-ratelimit-global": "true", "x-ratelimit-scope": "global" });
  };

  const takeBucket = (name: string, major: string): Ration => {
    const bucket = world.limits.buckets[name];
    const window = bucket === undefined ? undefined : open(`${name} ${major}`, bucket.perMs);
    const { calls, perMs } = bucket ?? plenty;
    if (window !== undefined) window.calls += 1;
    const start = window?.start ?? world.clock.now();
    const left = Math.max(0, start + perMs - world.clock.now()) / 1000;
    const headers = {
      "x-ratelimit-limit": String(calls),
      "x-ratelimit-remaining": String(Math.max(0, calls - (window?.calls ?? 1))),
      "x-ratelimit-reset": ((start + perMs) / 1000).toFixed(3),
      "x-ratelimit-reset-after": left.toFixed(3),
      "x-ratelimit-bucket": hashOf(name),
    };
    if (window === undefined || window.calls <= calls) return { kind: "free", headers };
    return limited(left, false, { ...headers, "x-ratelimit-scope": "user" });
  };

  return {
    take(route, ids) {
      if (route.isInteraction)
        return world.limits.buckets[route.name] === undefined ? unlimited : takeBucket(route.name, ids.join(" "));
      return takeGlobal() ?? takeBucket(route.name, ids[0] ?? "");
    },
    globallyRationed: () => counted,
  };
}

const unlimited: Ration = { kind: "free", headers: {} };

function limited(seconds: number, global: boolean, headers: Readonly<Record<string, string>>): Ration {
  return { kind: "limited", seconds, global, headers: { ...headers, "retry-after": String(Math.ceil(seconds)) } };
}
