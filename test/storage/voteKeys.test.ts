import { randomUUID } from "node:crypto";

import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";

import { DataKeys } from "../../src/storage/keys.ts";
import { motionStore } from "../../src/storage/motions/motionStore.ts";
import { scopesOf } from "../../src/storage/motions/secret.ts";
import { openKeyring } from "../../src/storage/vault.ts";
import { testKeys, testStore } from "../servers/testStore.ts";

const at = Temporal.Instant.from("2026-09-10T10:00:00Z");
const clock = { kind: "clock" } as const;
const nothing = { words: [], wakes: [], recuses: [], effects: [], delivery: undefined, isClosed: false };

test("[E-28][V-09] an instance that did not close a secret vote drops its keys when it next looks for what is due", async () => {
  const { store, database } = await testStore("embedded");
  if (database === undefined) throw new Error("There is no database.");
  const [motion, vote, person] = [randomUUID(), randomUUID(), randomUUID()];
  await store.commitMotion({
    ...nothing,
    motion,
    opens: { codeName: `name-${motion}`, rulebook: "hash" },
    expected: 0,
    entries: [
      {
        version: 1,
        at,
        by: clock,
        entry: {
          kind: "moved",
          origin: "discord",
          rule: "forum",
          mover: person,
          text: randomUUID(),
          lastDay: undefined,
        },
      },
    ],
    opensVote: { vote, electorate: [person], isSecret: true },
  });

  const keys = new DataKeys(database.pool, openKeyring(testKeys));
  const other = motionStore(database.pool, keys);
  const cast = { delivery: randomUUID(), vote, motion, person, paper: ["against"], replaces: true, receipt: "r" };
  expect(await other.castInSecret(cast)).toMatchObject({ kind: "counted" });
  const held = await keys.readIfThere(scopesOf(vote).voters);
  await other.dueMotions(at, 10);
  expect(await keys.readIfThere(scopesOf(vote).voters)).toBe(held);
  expect(held?.every((byte) => byte === 0)).toBe(false);

  await store.closeVoteOnMotion(vote, () => ({
    ...nothing,
    motion,
    expected: 1,
    entries: [
      {
        version: 2,
        at,
        by: clock,
        entry: { kind: "vote-closed", vote, result: { kind: "void", why: "withdrawn" }, published: undefined },
      },
    ],
    closesVote: vote,
  }));
  expect(await keys.readIfThere(scopesOf(vote).voters)).toBe(held);
  await other.dueMotions(at, 10);
  expect(held?.every((byte) => byte === 0)).toBe(true);
  expect(await keys.readIfThere(scopesOf(vote).voters)).toBeUndefined();
  expect(await other.secretMarks(vote)).toBeUndefined();
});
