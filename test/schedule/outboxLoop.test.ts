import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { openOutboxLoop } from "../../src/schedule/outboxLoop.ts";
import type { OutboxLoop } from "../../src/schedule/outboxLoop.ts";

let loop: OutboxLoop;
/** What was done, and when, in milliseconds from the beginning. */
let done: string[];
let start: number;
beforeEach(() => {
  vi.useFakeTimers();
  done = [];
  start = Date.now();
});
afterEach(async () => {
  await loop.stop();
  vi.useRealTimers();
});

const note = (what: string) => done.push(`${what} at ${Date.now() - start}`);

interface Work {
  readonly run?: () => Promise<unknown>;
  readonly nextInMs?: () => Promise<number | undefined>;
}

function open(work: Work = {}): OutboxLoop {
  return openOutboxLoop({
    async run() {
      note("run");
      await work.run?.();
    },
    nextInMs: work.nextInMs ?? (() => Promise.resolve(undefined)),
    onError: (error) => note(String(error)),
  });
}

test("it begins when it is woken, and not before", async () => {
  loop = open();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(done).toEqual([]);
  loop.wake();
  await loop.settled();
  expect(done).toEqual(["run at 60000"]);
});

test("it runs again when the next row falls due", async () => {
  const waits = [500, 1500];
  loop = open({ nextInMs: () => Promise.resolve(waits.shift()) });
  loop.wake();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(done).toEqual(["run at 0", "run at 500", "run at 2000"]);
});

test("[E-03] it looks every half minute for what another instance left behind, however late its own next row is due", async () => {
  loop = open({ nextInMs: () => Promise.resolve(3_600_000) });
  loop.wake();
  await vi.advanceTimersByTimeAsync(90_000);
  expect(done).toEqual(["run at 0", "run at 30000", "run at 60000", "run at 90000"]);
});

test("[E-04] it never runs twice at once: woken many times meanwhile, it runs once more", async () => {
  let running = 0;
  let most = 0;
  const held: (() => void)[] = [];
  loop = open({
    async run() {
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => held.push(resolve));
      running -= 1;
    },
  });
  loop.wake();
  for (let i = 0; i < 20; i += 1) loop.wake();
  await vi.advanceTimersByTimeAsync(0);
  held.shift()?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(done).toHaveLength(2);
  held.shift()?.();
  await loop.settled();
  expect(done).toHaveLength(2);
  expect(most).toBe(1);
});

test("woken while it asks when the next row is due, it runs again at once", async () => {
  const { promise: asked, resolve: answer } = Promise.withResolvers<number>();
  let first = true;
  loop = open({
    nextInMs() {
      if (!first) return Promise.resolve(undefined);
      first = false;
      return asked;
    },
  });
  loop.wake();
  await vi.advanceTimersByTimeAsync(0);
  loop.wake();
  answer(20_000);
  await loop.settled();
  expect(done).toEqual(["run at 0", "run at 0"]);
});

test("after a failure it is tried again, a while later and not in a circle", async () => {
  let failures = 3;
  loop = open({
    run() {
      failures -= 1;
      return failures >= 0 ? Promise.reject(new Error("no database")) : Promise.resolve();
    },
  });
  loop.wake();
  await vi.advanceTimersByTimeAsync(7000);
  expect(done).toEqual([
    "run at 0",
    "Error: no database at 0",
    "run at 2000",
    "Error: no database at 2000",
    "run at 4000",
    "Error: no database at 4000",
    "run at 6000",
  ]);
});

test("stopped, it ends what it is doing, and does nothing more", async () => {
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  loop = open({ run: () => held, nextInMs: () => Promise.resolve(100) });
  loop.wake();
  await vi.advanceTimersByTimeAsync(0);
  loop.wake();
  let isStopped = false;
  const stopping = loop.stop().then(() => (isStopped = true));
  await vi.advanceTimersByTimeAsync(1000);
  expect(isStopped).toBe(false);
  release();
  await stopping;
  loop.wake();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(done).toEqual(["run at 0"]);
});
