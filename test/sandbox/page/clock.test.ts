import { afterEach, expect, test } from "vitest";

import { movableClock } from "../../../src/sandbox/clock.ts";
import type { ShownClock } from "../../../src/sandbox/page/wire.ts";
import { openVisitor } from "./visitor.ts";
import type { Visitor } from "./visitor.ts";

const start = Date.parse("2026-03-01T09:00:00Z");
const HOUR = 3_600_000;
let visitor: Visitor | undefined;
afterEach(() => visitor?.close());

const nothing = () => Promise.resolve();

test.each([
  ["hour", HOUR],
  ["day", 24 * HOUR],
  ["week", 7 * 24 * HOUR],
  ["month", 30 * 24 * HOUR],
] as const)("the clock moves forward by one %s, and then what is due is done", async (by, length) => {
  const clock = movableClock(start, false);
  const moments: number[] = [];
  const afterMove = async () => void moments.push(clock.now());
  visitor = await openVisitor("discord", { platforms: [], clock, afterMove });
  expect(await visitor.send("/api/clock", { by })).toEqual({ status: 200, body: { now: start + length } });
  expect(moments).toEqual([start + length]);
});

test("the clock moves to what is due next", async () => {
  const clock = movableClock(start, false);
  const dues = [start + 5 * HOUR, start + 90 * HOUR];
  const nextDue = async () => dues.find((due) => due > clock.now());
  visitor = await openVisitor("discord", { platforms: [], clock, afterMove: nothing, nextDue });
  expect(await visitor.read<ShownClock>("/api/clock")).toEqual({ now: start, nextDue: dues[0] });
  expect((await visitor.send("/api/clock", { by: "next-due" })).body).toEqual({ now: dues[0], nextDue: dues[1] });
  await visitor.send("/api/clock", { by: "next-due" });
  expect(await visitor.send("/api/clock", { by: "next-due" })).toEqual({
    status: 409,
    body: { refused: { en: "Nothing is due.", sv: "Inget väntar på att förfalla." } },
  });
});

test("what is overdue is done without moving the clock back", async () => {
  const clock = movableClock(start, false);
  const options = { platforms: [], clock, afterMove: nothing, nextDue: async () => start - HOUR };
  visitor = await openVisitor("discord", options);
  expect((await visitor.send("/api/clock", { by: "next-due" })).body).toMatchObject({ now: start });
});

test("two moves at once happen one after the other", async () => {
  const clock = movableClock(start, false);
  let working = 0;
  const together: number[] = [];
  const afterMove = async () => {
    working += 1;
    together.push(working);
    await new Promise((resolve) => setImmediate(resolve));
    working -= 1;
  };
  const here = await openVisitor("discord", { platforms: [], clock, afterMove });
  visitor = here;
  await Promise.all([1, 2, 3].map(() => here.send("/api/clock", { by: "hour" })));
  expect(together).toEqual([1, 1, 1]);
  expect(clock.now()).toBe(start + 3 * HOUR);
});

test("a move that fails is told, and the next one works", async () => {
  const clock = movableClock(start, false);
  let fails = true;
  const afterMove = async () => {
    if (fails) throw new Error("The bot is gone.");
  };
  visitor = await openVisitor("discord", { platforms: [], clock, afterMove });
  expect(await visitor.send("/api/clock", { by: "hour" })).toEqual({
    status: 500,
    body: { refused: "The bot is gone." },
  });
  fails = false;
  expect((await visitor.send("/api/clock", { by: "hour" })).status).toBe(200);
});
