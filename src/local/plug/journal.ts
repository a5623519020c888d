import type { SandboxClock } from "../../sandbox/clock.ts";
import type { PlugLine } from "../../sandbox/page/plug.ts";
import type { Told } from "../../sandbox/page/told.ts";
import type { PlatformKind } from "../../sandbox/page/wire.ts";

/** Looks at what stands now and tells what is new; resolves with whether there is nothing more to wait for. */
type Look = (tell: (text: Told) => void) => Promise<boolean> | boolean;

/** What was done and what was seen to follow, with the times of the local clock. */
export interface Journal {
  lines(): readonly PlugLine[];
  done(text: Told, platform?: PlatformKind): void;
  /** Looks at once, and again and again until there is nothing more to wait for. Returns what ends it sooner. */
  watch(look: Look, platform?: PlatformKind): () => void;
  /** Tells the listeners that something changed which is not a line. */
  changed(): void;
  onChange(listener: () => void): () => void;
  /** Ends all watching. */
  close(): void;
}

/** How often is looked again, in milliseconds of the computer's clock. */
const EVERY_MS = 100;
const MOST_LINES = 200;

interface Watched {
  readonly look: Look;
  readonly platform: PlatformKind | undefined;
}

/** An empty journal. */
export function openJournal(clock: Pick<SandboxClock, "now">): Journal {
  let lines: readonly PlugLine[] = [];
  let last = 0;
  let timer: NodeJS.Timeout | undefined;
  let isLooking = false;
  const listeners = new Set<() => void>();
  const watched = new Set<Watched>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  const write = (kind: PlugLine["kind"], text: Told, platform: PlatformKind | undefined) => {
    last += 1;
    const line: PlugLine = { id: last, at: clock.now(), kind, text, ...(platform === undefined ? {} : { platform }) };
    lines = [...lines, line].slice(-MOST_LINES);
    changed();
  };
  const lookOnce = async (one: Watched) => {
    try {
      const isOver = await one.look((text) => {
        if (watched.has(one)) write("seen", text, one.platform);
      });
      if (isOver) watched.delete(one);
    } catch {
      // What was looked at is gone: a room that was made anew was deleted again.
      watched.delete(one);
    }
  };
  const lookAround = async () => {
    if (isLooking) return;
    isLooking = true;
    try {
      await Promise.all([...watched].map(lookOnce));
    } finally {
      isLooking = false;
    }
    if (watched.size === 0) stop();
  };
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
  };
  return {
    lines: () => lines,
    done: (text, platform) => write("done", text, platform),
    watch(look, platform) {
      const one: Watched = { look, platform };
      watched.add(one);
      timer ??= setInterval(() => void lookAround(), EVERY_MS).unref();
      return () => void watched.delete(one);
    },
    changed,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      watched.clear();
      stop();
    },
  };
}
