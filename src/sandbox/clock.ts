/** The time both local platforms live by: their timestamps, their three seconds, their fifteen minutes. */
export interface SandboxClock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number;
  /** Calls back once `ms` milliseconds have passed by this clock. Returns what cancels it. */
  after(ms: number, callback: () => void): () => void;
}

/** A clock that follows the computer's and can be moved forward, never back. */
export interface MovableClock extends SandboxClock {
  /** Moves the clock forward by `ms`; what falls due on the way is called in order. */
  advance(ms: number): void;
  /** Ends every pending call. */
  stop(): void;
}

interface Pending {
  readonly due: number;
  readonly callback: () => void;
  timer: NodeJS.Timeout | undefined;
}

/**
 * @param start where the clock stands at first, in milliseconds; the computer's time when left out
 * @param runs whether it goes on by itself; a clock that does not run only moves by `advance`
 */
export function movableClock(start = Date.now(), runs = true): MovableClock {
  const origin = performance.now();
  let moved = 0;
  const pending = new Set<Pending>();
  const now = () => start + moved + (runs ? performance.now() - origin : 0);

  const fire = (entry: Pending) => {
    if (!pending.delete(entry)) return;
    clearTimeout(entry.timer);
    entry.callback();
  };
  const arm = (entry: Pending) => {
    if (!runs) return;
    clearTimeout(entry.timer);
    const wait = Math.min(Math.max(0, entry.due - now()), 2 ** 31 - 1);
    entry.timer = setTimeout(() => (now() >= entry.due ? fire(entry) : arm(entry)), wait);
    entry.timer.unref();
  };

  return {
    now: () => Math.floor(now()),
    after(ms, callback) {
      const entry: Pending = { due: now() + ms, callback, timer: undefined };
      pending.add(entry);
      arm(entry);
      return () => {
        clearTimeout(entry.timer);
        pending.delete(entry);
      };
    },
    advance(ms) {
      if (ms < 0) throw new RangeError(`The clock moves forward only; ${ms} ms was asked for.`);
      moved += ms;
      const due = [...pending].filter((entry) => entry.due <= now()).toSorted((a, b) => a.due - b.due);
      for (const entry of due) fire(entry);
      for (const entry of pending) arm(entry);
    },
    stop() {
      for (const entry of pending) clearTimeout(entry.timer);
      pending.clear();
    },
  };
}
