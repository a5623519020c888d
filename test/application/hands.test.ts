import { expect, test } from "vitest";

import type { Claim } from "../../src/application/effect.ts";
import { wholeTurn, workOff } from "../../src/application/outbox/hands.ts";
import type { Turn } from "../../src/application/outbox/hands.ts";

const rowOf = (key: string, isAwaited: boolean): Claim => ({
  key,
  isAwaited,
  effect: { kind: "sanctions", case: key },
  attempt: 1,
  generation: 1,
});

/** Rows that are due, taken as the outbox gives them: what somebody waits for first. */
function dueRows(): {
  readonly rows: Claim[];
  readonly take: (limit: number, onlyAwaited: boolean) => Promise<Claim[]>;
} {
  const rows: Claim[] = [];
  return {
    rows,
    async take(limit, onlyAwaited) {
      const due = rows.filter(({ isAwaited }) => isAwaited || !onlyAwaited);
      const taken = due.toSorted((a, b) => Number(b.isAwaited) - Number(a.isAwaited)).slice(0, limit);
      for (const claim of taken) rows.splice(rows.indexOf(claim), 1);
      return taken;
    },
  };
}

/** A turn that can be woken. */
function wakeable() {
  let bell = Promise.withResolvers<void>();
  let isOver = false;
  const turn: Turn = { isOver: () => isOver, woken: () => bell.promise };
  const ring = () => {
    bell.resolve();
    bell = Promise.withResolvers<void>();
  };
  return {
    turn,
    ring,
    end: () => {
      isOver = true;
      ring();
    },
  };
}

const flood = (count: number) => Array.from({ length: count }, (_, i) => rowOf(`due-${i}`, false));

test("of what is due at the same time that which somebody waits for is begun first", async () => {
  const { rows, take } = dueRows();
  rows.push(...flood(50), rowOf("awaited", true));
  const begun: string[] = [];
  expect(await workOff(take, async ({ key }) => void begun.push(key), wholeTurn)).toBe(51);
  expect(begun[0]).toBe("awaited");
});

test("what somebody waits for is begun at once while everything else that is due hangs", async () => {
  const { rows, take } = dueRows();
  const { turn, ring } = wakeable();
  const hung = Promise.withResolvers<void>();
  rows.push(...flood(500));
  const begun: string[] = [];
  const answered = Promise.withResolvers<void>();
  const working = workOff(
    take,
    async ({ key, isAwaited }) => {
      begun.push(key);
      if (isAwaited) answered.resolve();
      else await hung.promise;
    },
    turn,
  );
  await expect.poll(() => begun.length).toBeGreaterThan(0);
  const busy = begun.length;
  rows.push(rowOf("awaited", true));
  ring();
  await answered.promise;
  expect(begun.slice(busy)).toEqual(["awaited"]);
  expect(rows.length).toBeGreaterThan(400);
  hung.resolve();
  expect(await working).toBe(501);
});

test("more than there are hands for waits until one is free", async () => {
  const { rows, take } = dueRows();
  rows.push(...Array.from({ length: 100 }, (_, i) => rowOf(`awaited-${i}`, true)), ...flood(100));
  let [busy, most] = [0, 0];
  const carryOut = async () => {
    busy += 1;
    most = Math.max(most, busy);
    await new Promise((resolve) => setImmediate(resolve));
    busy -= 1;
  };
  expect(await workOff(take, carryOut, wholeTurn)).toBe(200);
  expect(most).toBe(16);
});

test("what is asked for again while it is being finished is begun again at once", async () => {
  const { rows, take } = dueRows();
  const { turn, ring } = wakeable();
  rows.push(rowOf("room", true));
  const finishing = Promise.withResolvers<void>();
  let begun = 0;
  const working = workOff(
    take,
    async (_, letGo) => {
      begun += 1;
      if (begun > 1) return;
      letGo();
      rows.push(rowOf("room", true));
      ring();
      await finishing.promise;
    },
    turn,
  );
  await expect.poll(() => begun).toBe(2);
  finishing.resolve();
  expect(await working).toBe(2);
});

test("what takes longer than it is held for is not begun a second time by the same hands", async () => {
  const { turn, ring } = wakeable();
  const slow = Promise.withResolvers<void>();
  let [begun, taken] = [0, 0];
  const working = workOff(
    async () => {
      taken += 1;
      return taken <= 3 ? [rowOf("slow", false)] : [];
    },
    async () => {
      begun += 1;
      await slow.promise;
    },
    turn,
  );
  await expect.poll(() => taken).toBe(1);
  ring();
  await expect.poll(() => taken).toBe(2);
  slow.resolve();
  await working;
  expect(begun).toBe(1 + Math.max(0, taken - 3));
});

test("nothing more is begun once it is to end, and what is in hand is finished", async () => {
  const { rows, take } = dueRows();
  const { turn, end } = wakeable();
  rows.push(...flood(100));
  const hung = Promise.withResolvers<void>();
  let finished = 0;
  const working = workOff(
    take,
    async ({ key }) => {
      if (key !== "due-0") await hung.promise;
      finished += 1;
    },
    turn,
  );
  await expect.poll(() => rows.length).toBeLessThan(100);
  end();
  setImmediate(hung.resolve);
  const count = await working;
  expect(finished).toBe(count);
  expect(rows).toHaveLength(100 - count);
});

test("what cannot be carried out is told once nothing is in hand", async () => {
  const { rows, take } = dueRows();
  rows.push(...flood(3));
  let finished = 0;
  const carryOut = async ({ key }: Claim) => {
    if (key === "due-0") throw new Error("no database");
    await new Promise((resolve) => setImmediate(resolve));
    finished += 1;
  };
  await expect(workOff(take, carryOut, wholeTurn)).rejects.toThrow("no database");
  expect(finished).toBe(2);
});
