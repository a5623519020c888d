import { beforeEach, describe, expect, test } from "vitest";

import { openRations, Rationed, slackTiers } from "../../src/slack/rations.ts";
import type { Rations } from "../../src/slack/rations.ts";

let now = 0;
let rations: Rations;
let made = 0;
beforeEach(() => {
  now = 0;
  made = 0;
  rations = openRations({ betweenPostsMs: 0, callsPerMinute: { "chat.update": 20 }, now: () => now });
});

/** How long a call has to wait, in milliseconds; 0 where it was made. */
async function waitOf(call: Rations["call"], method = "chat.update"): Promise<number> {
  try {
    await call(method, async () => (made += 1));
    return 0;
  } catch (error) {
    if (error instanceof Rationed) return error.waitMs;
    throw error;
  }
}

async function times(count: number, call: Rations["call"], method?: string): Promise<readonly number[]> {
  const waits: number[] = [];
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  for (let i = 0; i < count; i += 1) waits.push(await waitOf(call, method));
  return waits;
}

describe("of the calls that Slack takes in a minute a quarter is kept for what somebody waits for", () => {
  test("what nobody waits for stops before they are used up, and is told when the next is free", async () => {
    now = 1000;
    expect(await times(15, rations.inBackground.call)).toEqual(Array.from({ length: 15 }, () => 0));
    now = 31_000;
    expect(await waitOf(rations.inBackground.call)).toBe(30_000);
    expect(made).toBe(15);
  });

  test("whoever waits goes on, and is refused by nobody here", async () => {
    await times(15, rations.inBackground.call);
    expect(await times(10, rations.call)).toEqual(Array.from({ length: 10 }, () => 0));
  });

  test("what was asked for by those who wait is counted as well", async () => {
    await times(14, rations.call);
    expect(await waitOf(rations.inBackground.call)).toBe(0);
    expect(await waitOf(rations.inBackground.call)).toBe(60_000);
  });

  test("a minute after the first the next is free", async () => {
    await times(15, rations.inBackground.call);
    now = 59_999;
    expect(await waitOf(rations.inBackground.call)).toBe(1);
    now = 60_000;
    expect(await waitOf(rations.inBackground.call)).toBe(0);
  });

  test("of a method of which nothing is known nothing is kept back", async () => {
    expect(await times(500, rations.inBackground.call, "views.open")).toEqual(Array.from({ length: 500 }, () => 0));
  });

  test("each method has its own", async () => {
    rations = openRations({ betweenPostsMs: 0, callsPerMinute: slackTiers, now: () => now });
    const waits = await times(16, rations.inBackground.call, "conversations.create");
    expect(waits.filter((wait) => wait > 0)).toEqual([60_000]);
    expect(await waitOf(rations.inBackground.call, "conversations.invite")).toBe(0);
  });
});
