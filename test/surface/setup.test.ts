import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import type { Account } from "../../src/application/person.ts";
import { chance } from "../../src/chance.ts";
import { openRedress } from "../../src/redress.ts";
import { loadRulebook } from "../../src/rulebook/loadRulebook.ts";
import { memoryStore } from "../../src/storage/memory/memoryStore.ts";
import type { Delivery } from "../../src/surface/delivery.ts";
import { actNames } from "../../src/surface/desk/desk.ts";
import type { Desk } from "../../src/surface/desk/desk.ts";
import { kthText } from "../fakes/kth.ts";

const loaded = loadRulebook(kthText);
const refs = loaded.kind === "loaded" ? loaded.questions.map(({ ref }) => ref) : [];
const caller = (platform: "discord" | "slack"): Account => ({ platform, id: "1", name: "Mona Wik", locale: "en" });

async function openDesk(store = memoryStore()) {
  const opened = Promise.withResolvers<Desk>();
  const redress = await openRedress({
    store,
    clock: { now: () => Temporal.Instant.from("2026-03-01T09:00:00Z") },
    chance,
    log: { info() {}, warn() {} },
    rulebookText: kthText,
    roster: [],
    mustBeConfirmed: true,
    connect: (desk) => {
      opened.resolve(desk);
      return Promise.resolve([]);
    },
  });
  return { store, desk: await opened.promise, close: () => redress.close() };
}

const setupActs = actNames.filter((act) => act.startsWith("setup."));

describe.each(["discord", "slack"] as const)("on %s", (platform) => {
  const base = { key: "one", platform, caller: caller(platform) };
  const everything: readonly Delivery[] = [
    { ...base, kind: "command", words: ["setup"], options: {} },
    ...setupActs.flatMap((act): readonly Delivery[] =>
      [refs[0] ?? "", "home"].map((ref) => ({
        ...base,
        kind: "press",
        act,
        choice: "1",
        ref,
        values: refs.slice(0, 1),
      })),
    ),
  ];

  test.each(["no", "unknown"] as const)(
    "whoever administers nothing, or of whom that is not known (%s), gets a refusal without the list, and answers nothing",
    async (administers) => {
      const { store, desk, close } = await openDesk();
      const answers = await Promise.all(everything.map((delivery) => desk.handle(delivery, async () => administers)));
      await close();
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(JSON.stringify(answers)).not.toMatch(/qualified|46|votes\./);
      expect(await store.answers()).toEqual([]);
    },
  );

  test("an administrator gets an answer to each of them, also to a question that there is not", async () => {
    const { desk, close } = await openDesk();
    const gone = everything.map((delivery) =>
      delivery.kind === "press" ? { ...delivery, ref: "gone", values: ["gone"] } : delivery,
    );
    for (const delivery of [...gone, ...everything]) {
      // oxlint-disable-next-line no-await-in-loop -- one press after the other
      const answer = await desk.handle(delivery, async () => "yes");
      expect(["note", "instead"]).toContain(answer.kind);
    }
    await close();
  });
});

test("what an administrator confirms at one instance opens every other at once", async () => {
  const store = memoryStore();
  const [one, other] = [await openDesk(store), await openDesk(store)];
  const base = { key: "one", platform: "slack", caller: caller("slack") } as const;
  const report: Delivery = { ...base, kind: "command", words: ["report"], options: {} };
  for (const ref of refs) {
    // oxlint-disable-next-line no-await-in-loop -- one press after the other
    expect((await other.desk.handle(report)).kind).toBe("note");
    // oxlint-disable-next-line no-await-in-loop
    await one.desk.handle(
      { ...base, kind: "press", act: "setup.confirm", choice: "", ref, values: [] },
      async () => "yes",
    );
  }
  expect((await other.desk.handle(report)).kind).toBe("form");
  await Promise.all([one.close(), other.close()]);
});

test("whoever has said of the last open questions that they are different is shown the list, not the same question again", async () => {
  const { desk, close } = await openDesk();
  const base = { key: "one", platform: "slack", caller: caller("slack") } as const;
  const press = async (act: string, ref: string) =>
    JSON.stringify(await desk.handle({ ...base, kind: "press", act, choice: "", ref, values: [] }, async () => "yes"));
  const [first = "", ...others] = refs;
  expect(await press("setup.differs", first)).toContain("Then change the rulebook");
  expect(await press("setup.next", first)).toContain(`Question 2 of ${refs.length}`);
  let last = "";
  // oxlint-disable-next-line no-await-in-loop -- one press after the other
  for (const ref of others) last = await press("setup.confirm", ref);
  expect(last).toContain("What your document leaves open");
  expect(await press("setup.next", first)).toContain("What your document leaves open");
  expect(await press("setup.next", "home")).toContain(`Question 1 of ${refs.length}`);
  expect(await press("setup.confirm", first)).toContain("Redress is open");
  await close();
});

test("a platform that does not say at all who administers it opens /setup to nobody", async () => {
  const { desk, close } = await openDesk();
  const delivery: Delivery = {
    key: "one",
    platform: "discord",
    caller: caller("discord"),
    kind: "command",
    words: ["setup"],
    options: {},
  };
  expect(JSON.stringify(await desk.handle(delivery))).toContain("Discord does not say here");
  await close();
});
