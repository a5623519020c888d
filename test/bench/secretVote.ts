import { randomUUID } from "node:crypto";

import type { Database } from "../../src/storage/openDatabase.ts";
import { openStore } from "../../src/storage/openStore.ts";
import { openKeyring } from "../../src/storage/vault.ts";
import { accountOf, openForum, secretText } from "../faults/secretStory.ts";
import { load } from "./load.ts";
import { row } from "./print.ts";

const AT_ONCE = 20;
const CHOICES = ["in-favour", "against", "abstain"] as const;

/** A secret vote in which everybody votes, and what it takes to close it: opening every ballot, counting, shuffling and writing anew. */
export async function benchSecretVote(database: Database, voters: number): Promise<void> {
  const store = await openStore(database, openKeyring(`bench:${Buffer.alloc(32, 7).toString("base64")}`));
  const { acts, redress, motion } = await openForum(store, voters, secretText);
  const cast = await load(voters, AT_ONCE, async (i) => {
    const answer = await acts.castOnMotion(accountOf(i), { id: motion }, CHOICES[i % 3] ?? "abstain", randomUUID());
    return "kind" in answer && answer.kind === "voted-on-motion";
  });
  const all = voters.toLocaleString("en");
  row(`${all} secret ballots sealed and stored, ${AT_ONCE} at once`, `${cast.rate.toFixed(0)}/s`);
  row("  not counted", String(cast.failed), "0");
  const began = performance.now();
  const closed = await acts.closeMotionVote({ caller: accountOf(0), motion: { id: motion }, delivery: randomUUID() });
  const seconds = (performance.now() - began) / 1000;
  if (!("result" in closed) || !("voted" in closed.result) || closed.result.voted !== voters)
    throw new Error("Not every ballot was counted.");
  row(`closing and counting ${all} secret ballots`, `${seconds.toFixed(2)} s`, "under 5 s");
  await redress.close();
  await store.close();
}
