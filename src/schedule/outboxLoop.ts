/** Keeps the outbox going: at once when something is put in, and again when something falls due. */
export interface OutboxLoop {
  wake(): void;
  /** Resolves once nothing is being carried out. */
  settled(): Promise<void>;
  /** Ends after what is being carried out. */
  stop(): Promise<void>;
}

interface OutboxTurn {
  isOver(): boolean;
  /** Resolves when something was put in, and when it is to end. */
  woken(): Promise<void>;
}

export interface OutboxWork {
  /** Carries out everything that is due; is told when something new may be due meanwhile, and when it is to end. */
  run(turn: OutboxTurn): Promise<unknown>;
  /** How many milliseconds until something is due; undefined when nothing waits. */
  nextInMs(): Promise<number | undefined>;
  onError(error: unknown): void;
}

/** Looked at least so often, for what other instances left behind. */
const AT_LEAST_EVERY_MS = 30_000;
const AFTER_ERROR_MS = 2000;

export function openOutboxLoop(work: OutboxWork): OutboxLoop {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isWanted = false;
  let isStopped = false;
  let bell = Promise.withResolvers<void>();
  const turn: OutboxTurn = { isOver: () => isStopped, woken: () => bell.promise };

  const schedule = (ms: number) => {
    clearTimeout(timer);
    if (isStopped) return;
    timer = setTimeout(wake, Math.min(ms, AT_LEAST_EVERY_MS));
  };

  async function round(): Promise<void> {
    try {
      while (isWanted) {
        isWanted = false;
        // oxlint-disable-next-line no-await-in-loop -- again, when something came in meanwhile
        await work.run(turn);
      }
      schedule((await work.nextInMs()) ?? AT_LEAST_EVERY_MS);
    } catch (error) {
      work.onError(error);
      schedule(AFTER_ERROR_MS);
    } finally {
      running = undefined;
    }
    if (isWanted) wake();
  }

  function ring(): void {
    bell.resolve();
    bell = Promise.withResolvers<void>();
  }

  function wake(): void {
    if (isStopped) return;
    isWanted = true;
    ring();
    running ??= round();
  }

  /** One round may cause the next. */
  async function settled(): Promise<void> {
    if (running === undefined) return;
    await running;
    return settled();
  }

  return {
    wake,
    settled,
    async stop() {
      isStopped = true;
      isWanted = false;
      ring();
      clearTimeout(timer);
      await running;
    },
  };
}
