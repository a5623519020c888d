import cron from "node-cron";

/** Wakes what is due, every minute and at once at the start. */
export interface Alarm {
  /** Runs now, unless it is running; what fell due meanwhile is seen in the same round. */
  ring(): Promise<void>;
  stop(): Promise<void>;
}

/** A round of what is due. */
export interface Round {
  /** How long ago the last one was finished, or the alarm was set, on the clock on the wall: a machine that slept shows in it. */
  readonly sinceMs: number;
}

/** The watchdog looks this often whether cron still rings; it rings itself after so long a silence. */
const WATCH_EVERY_MS = 30_000;
const SILENCE_MS = 90_000;

/**
 * node-cron only wakes: what is due is in the database. It runs in UTC, where no minute is missing or double, and a watchdog on a
 * monotonic clock rings when cron does not (a suspended host, a stopped scheduler).
 * @param wall milliseconds on a clock that goes on while the machine sleeps
 */
export function openAlarm(
  run: (round: Round) => Promise<unknown>,
  onError: (error: unknown) => void,
  wall: () => number = Date.now,
): Alarm {
  let running: Promise<void> | undefined;
  let lastDone = wall();
  let lastRing = performance.now();

  async function ring(): Promise<void> {
    lastRing = performance.now();
    running ??= (async () => {
      try {
        await run({ sinceMs: wall() - lastDone });
        lastDone = wall();
      } catch (error) {
        onError(error);
      } finally {
        running = undefined;
      }
    })();
    return running;
  }

  const task = cron.schedule("* * * * *", () => ring(), { timezone: "Etc/UTC" });
  const watchdog = setInterval(() => {
    if (performance.now() - lastRing > SILENCE_MS) void ring();
  }, WATCH_EVERY_MS);
  watchdog.unref();
  return {
    ring,
    async stop() {
      clearInterval(watchdog);
      await task.destroy();
      await running;
    },
  };
}
