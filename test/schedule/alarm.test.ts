import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { openAlarm } from "../../src/schedule/alarm.ts";
import type { Alarm } from "../../src/schedule/alarm.ts";

let alarm: Alarm | undefined;
afterEach(async () => {
  await alarm?.stop();
  alarm = undefined;
  vi.useRealTimers();
});

const SECOND = 1000;
const MINUTE = 60 * SECOND;

describe("[E-21] while cron works", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  test.each([
    ["an hour in which nothing happens", "2026-11-22T10:00:30Z"],
    ["the hour in which summer time begins in Stockholm, Copenhagen and London", "2026-03-29T00:30:30Z"],
    ["the hour in which it ends", "2026-10-25T00:30:30Z"],
    ["the hour in which it begins in Edmonton", "2026-03-08T08:30:30Z"],
    ["the hour in which it begins in Winnipeg", "2026-03-08T07:30:30Z"],
    ["the hour in which it ends in Winnipeg", "2026-11-01T06:30:30Z"],
    ["the turn of the year", "2026-12-31T23:30:30Z"],
    ["the night to the first of March", "2028-02-28T23:30:30Z"],
  ])("it rings once a minute through %s", async (_, start) => {
    vi.setSystemTime(new Date(start));
    const rung: string[] = [];
    alarm = openAlarm(
      () => Promise.resolve(rung.push(new Date().toISOString().slice(11, 19))),
      () => {},
    );
    await vi.advanceTimersByTimeAsync(60 * MINUTE);
    expect(rung).toHaveLength(60);
    expect(new Set(rung).size).toBe(60);
    expect(rung.filter((time) => !time.endsWith(":00"))).toEqual([]);
  });

  test("it does not ring any more once it is stopped", async () => {
    const rung: number[] = [];
    alarm = openAlarm(
      () => Promise.resolve(rung.push(Date.now())),
      () => {},
    );
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    await alarm.stop();
    const before = rung.length;
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(before).toBeGreaterThan(0);
    expect(rung).toHaveLength(before);
  });
});

describe("[E-21] when cron has stopped", () => {
  beforeEach(() => {
    // Cron waits on timeouts, which do not move here; the watchdog looks on its own.
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
  });

  test("the watchdog rings within two minutes, and goes on", async () => {
    let rung = 0;
    alarm = openAlarm(
      () => Promise.resolve((rung += 1)),
      () => {},
    );
    await vi.advanceTimersByTimeAsync(90 * SECOND);
    expect(rung).toBe(0);
    await vi.advanceTimersByTimeAsync(30 * SECOND);
    expect(rung).toBe(1);
    await vi.advanceTimersByTimeAsync(20 * MINUTE);
    expect(rung).toBe(11);
  });

  test("it is silent while something else rings", async () => {
    let rung = 0;
    alarm = openAlarm(
      () => Promise.resolve((rung += 1)),
      () => {},
    );
    for (let minute = 0; minute < 10; minute += 1) {
      // oxlint-disable-next-line no-await-in-loop -- minute after minute
      await vi.advanceTimersByTimeAsync(MINUTE);
      // oxlint-disable-next-line no-await-in-loop
      await alarm.ring();
    }
    expect(rung).toBe(10);
  });
});

describe("ringing", () => {
  test("while it is being done does nothing twice at once, and ends with it", async () => {
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    let begun = 0;
    alarm = openAlarm(
      () => {
        begun += 1;
        return held;
      },
      () => {},
    );
    const rings = [alarm.ring(), alarm.ring(), alarm.ring()];
    expect(begun).toBe(1);
    release();
    await Promise.all(rings);
    await alarm.ring();
    expect(begun).toBe(2);
  });

  test("goes on after a failure, which is told", async () => {
    const told: unknown[] = [];
    let begun = 0;
    alarm = openAlarm(
      () => {
        begun += 1;
        return begun === 1 ? Promise.reject(new Error("no database")) : Promise.resolve();
      },
      (error) => told.push(error),
    );
    await alarm.ring();
    await alarm.ring();
    expect(begun).toBe(2);
    expect(told).toEqual([new Error("no database")]);
  });

  test("says how long ago the last round was finished, on a clock that goes on while the machine sleeps", async () => {
    let [wall, isDatabaseThere] = [0, true];
    const since: number[] = [];
    alarm = openAlarm(
      ({ sinceMs }) => {
        since.push(sinceMs);
        return isDatabaseThere ? Promise.resolve() : Promise.reject(new Error("no database"));
      },
      () => {},
      () => wall,
    );
    for (const minutes of [1, 1, 180]) {
      wall += minutes * MINUTE;
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await alarm.ring();
    }
    isDatabaseThere = false;
    wall += MINUTE;
    await alarm.ring();
    wall += 90 * MINUTE;
    await alarm.ring();
    expect(since).toEqual([1, 1, 180, 1, 91].map((minutes) => minutes * MINUTE));
  });

  test("is waited for when it is stopped", async () => {
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    const order: string[] = [];
    alarm = openAlarm(
      async () => {
        await held;
        order.push("done");
      },
      () => {},
    );
    void alarm.ring();
    const stopped = alarm.stop().then(() => order.push("stopped"));
    release();
    await stopped;
    expect(order).toEqual(["done", "stopped"]);
  });
});
