import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { Fault } from "../../src/sandbox/faults.ts";
import { fileReport } from "../journeys/plays.ts";
import { openStage } from "../journeys/stage.ts";
import type { Stage } from "../journeys/stage.ts";

/** A platform that says of some calls that they are too many, and when they may be made. */
const tooMany = (call: string, times: number): Fault => ({
  call,
  times,
  mishap: {
    kind: "answer",
    status: 429,
    effect: "none",
    headers: { "retry-after": "2", "x-ratelimit-scope": "user" },
    body: { ok: false, error: "ratelimited", message: "You are being rate limited.", retry_after: 2, global: false },
  },
});

const calls = {
  discord: {
    post: "POST /channels/:id/messages",
    edit: "PATCH /channels/:id/messages/:id",
    find: "GET /channels/:id/messages",
  },
  slack: {
    post: "chat.postMessage",
    edit: "chat.update",
    find: "conversations.history",
  },
} as const;

describe.each(["discord", "slack"] as const)("[E-23] a flood that %s rations", (platform) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage({ platform, store: "memory" });
  });
  afterEach(() => stage.close());

  const made = (call: string) => stage.local.calls().filter((each) => each.call === call).length;

  test("keeps nobody waiting who acts, goes on when it may, and says each thing once", async () => {
    const cases: string[] = [];
    // oxlint-disable-next-line no-await-in-loop -- one report after the other
    for (let i = 0; i < 6; i += 1) cases.push(await fileReport(stage));
    const { post, edit, find } = calls[platform];
    const looked = made(find);
    const disarm = [stage.local.faults.arm(tooMany(post, 100)), stage.local.faults.arm(tooMany(edit, 100))];
    await stage.moveTo("2026-03-03T09:00");
    const refused = made(post) + made(edit);
    expect((await stage.store.waiting()).rows).toBeGreaterThan(0);

    await stage.person("Mona").command("mycase");
    expect(stage.person("Mona").note()).toContain("Case 1 of 6");
    await stage.person("Sara").command("case show", { code: cases[5] ?? "" });
    expect(stage.person("Sara").note()).toContain(cases[5]);
    // Whatever was refused is not asked for again before the time that was named.
    expect(made(post) + made(edit)).toBe(refused);

    for (const each of disarm) each();
    await expect.poll(async () => (await stage.store.waiting()).rows, { timeout: 30_000, interval: 50 }).toBe(0);
    const told = stage
      .person("Sara")
      .messages()
      .flatMap(({ text }) => text.split("\n"))
      .filter((line) => line.includes("Acknowledge the report is due today"));
    expect(told).toHaveLength(cases.length);
    expect(new Set(told).size).toBe(cases.length);
    // What was refused left nothing behind that would have to be looked for.
    expect(made(find)).toBe(looked);
  });
});
