import { randomUUID } from "node:crypto";

import { expect, test } from "vitest";

import type { Store } from "../../src/application/ports.ts";
import { openDatabase } from "../../src/storage/openDatabase.ts";
import { openStore } from "../../src/storage/openStore.ts";
import { openKeyring } from "../../src/storage/vault.ts";
import { unionText } from "../fakes/union.ts";
import { freshDatabase } from "../storage/freshDatabase.ts";
import { accountOf, openForum, secretText } from "./secretStory.ts";

const keyring = openKeyring(`first:${Buffer.alloc(32, 7).toString("base64")}`);
const PEOPLE = 200;
const TIMES = 10;
const CHOICES = ["in-favour", "against", "abstain"] as const;

/** The same in another order, the same each time: Fisher and Yates, with the numbers of a small generator. */
function mixed<T>(items: readonly T[], seed: number): readonly T[] {
  let state = seed;
  const next = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
  const left = [...items];
  return items.flatMap(() => left.splice(next(left.length), 1));
}

/** Everybody means something else each time, and in the end neither what they meant first nor what they meant before. */
const turnOf = (round: number): number => (round === TIMES - 1 ? 1 : round);

async function openServer(): Promise<Store> {
  return openStore(await openDatabase({ kind: "server", url: await freshDatabase() }), keyring);
}

test.each([
  ["open", unionText],
  ["secret", secretText],
])(
  "[E-26] of 200 people who press at once, ten times over, each press brought twice and in any order, every ballot is counted once: a vote that is %s",
  async (_, text) => {
    const store = await openServer();
    const { acts, redress, motion } = await openForum(store, PEOPLE, text);
    const wanted = new Map<number, (typeof CHOICES)[number]>();
    for (let round = 0; round < TIMES; round += 1) {
      const presses = Array.from({ length: PEOPLE }, (__, i) => ({
        i,
        choice: CHOICES[(i + turnOf(round)) % 3] ?? "abstain",
        delivery: randomUUID(),
      }));
      for (const { i, choice } of presses) wanted.set(i, choice);
      // oxlint-disable-next-line no-await-in-loop -- a round after the other: whoever presses again means the last
      const answers = await Promise.all(
        mixed([...presses, ...presses], round + 1).map(({ i, choice, delivery }) =>
          acts.castOnMotion(accountOf(i), { id: motion }, choice, delivery),
        ),
      );
      const kinds = answers.map((answer) => ("kind" in answer ? answer.kind : answer.refused));
      expect(kinds.filter((kind) => kind === "voted-on-motion")).toHaveLength(PEOPLE);
      expect(kinds.filter((kind) => kind === "seen")).toHaveLength(PEOPLE);
    }
    const closed = await acts.closeMotionVote({ caller: accountOf(0), motion: { id: motion }, delivery: randomUUID() });
    const count = (choice: string) => [...wanted.values()].filter((each) => each === choice).length;
    expect(closed).toMatchObject({
      result: {
        voted: PEOPLE,
        present: PEOPLE,
        count: {
          tally: { inFavour: count("in-favour"), against: count("against"), abstaining: count("abstain") },
          base: count("in-favour") + count("against"),
        },
      },
    });
    await redress.close();
    await store.close();
  },
);
