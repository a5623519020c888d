import type pg from "pg";
import { expect, test } from "vitest";

import { openDatabase } from "../../src/storage/openDatabase.ts";
import { openStore } from "../../src/storage/openStore.ts";
import { openKeyring } from "../../src/storage/vault.ts";
import { freshDatabase } from "../storage/freshDatabase.ts";
import { accountOf, openForum, secretText } from "./secretStory.ts";

const keyring = openKeyring(`first:${Buffer.alloc(32, 7).toString("base64")}`);
const SIZE = 9;
const CHOICES = ["in-favour", "against", "abstain"] as const;

/** Every row of every table as one text each, bytes in hexadecimal digits, in the order in which they lie in the database. */
async function dump(pool: pg.Pool): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
  );
  const dumped = new Map<string, readonly string[]>();
  for (const { name } of tables) {
    // oxlint-disable-next-line no-await-in-loop -- one connection
    const { rows } = await pool.query<{ row: string }>(`SELECT t::text AS row FROM "${name}" AS t ORDER BY ctid`);
    dumped.set(
      name,
      rows.map(({ row }) => row),
    );
  }
  return dumped;
}

/** How a word reads in the open, in hexadecimal digits and in base64. */
const disguised = (word: string) => [
  word,
  Buffer.from(word).toString("hex"),
  Buffer.from(word).toString("base64").slice(0, -4),
];

/** The people of the roll, in the order in which they lie. */
const voters = (rows: ReadonlyMap<string, readonly string[]>): readonly string[] =>
  (rows.get("motion_voter") ?? []).map((row) => row.split(",")[1] ?? "");

test("[E-28][F024][V-10][V-15] of a secret vote the database, the log and the outbox link no voter to a choice: not while it is open, and after its closing not even for whoever has every key", async () => {
  const database = await openDatabase({ kind: "server", url: await freshDatabase() });
  const store = await openStore(database, keyring);
  const { acts, redress, logged, motion, vote } = await openForum(store, SIZE, secretText);
  const before = await dump(database.pool);

  // Nobody votes in the order of the roll, and some change their vote.
  const order = [7, 2, 8, 0, 5, 1, 6, 3, 4, 2, 7];
  const cast = new Map<number, { readonly choice: string; readonly receipt: string; readonly mark: string }>();
  for (const [turn, i] of order.entries()) {
    const choice = CHOICES[(i + turn) % 2 === 0 ? 0 : 1];
    // oxlint-disable-next-line no-await-in-loop -- one after the other, so that an order could show
    const paper = await acts.ballotPaper(accountOf(i), { id: motion });
    if (!("left" in paper)) throw new Error(`No paper was given: ${JSON.stringify(paper)}`);
    const mark = paper.left.find((each) => each.choice === choice)?.mark ?? "";
    // oxlint-disable-next-line no-await-in-loop
    const voted = await acts.castOnMotion(accountOf(i), { id: motion }, mark, `delivery-cast-${turn}`);
    if (!("receipt" in voted)) throw new Error(`It was not counted: ${JSON.stringify(voted)}`);
    cast.set(i, { choice, receipt: voted.receipt ?? "", mark });
  }
  await redress.settled();

  const open = await dump(database.pool);
  // One envelope of everybody who has voted, all of one length; whose it is, and when it came, stands nowhere.
  const envelopes = open.get("envelope") ?? [];
  expect(envelopes).toHaveLength(SIZE);
  expect(new Set(envelopes.map((row) => row.length)).size).toBe(1);
  for (const table of ["delivery", "outbox", "motion_entry", "motion_voter", "draft", "reading"])
    expect(open.get(table)).toEqual(before.get(table));
  const everything = [...open.values()].flat().join("\n");
  // Names, accounts and the words of the motion are sealed, as in a case.
  for (const word of ["MARK", accountOf(3).id].flatMap(disguised)) expect(everything).not.toContain(word);
  for (const [i, { receipt, mark }] of cast)
    for (const word of [receipt, mark, receipt.replaceAll("-", ""), `delivery-cast-${i}`].flatMap(disguised))
      expect(everything).not.toContain(word);
  for (const word of CHOICES.flatMap(disguised)) expect(envelopes.join("\n")).not.toContain(word);

  const closed = await acts.closeMotionVote({
    caller: accountOf(0),
    motion: { id: motion },
    delivery: "delivery-close",
  });
  expect(closed).toMatchObject({ kind: "closed-motion", result: { voted: SIZE } });
  await redress.settled();

  const after = await dump(database.pool);
  expect(after.get("envelope")).toEqual([]);
  expect(after.get("envelope_delivery")).toEqual([]);
  expect((after.get("data_key") ?? []).filter((row) => row.includes(vote))).toEqual([]);
  expect(after.get("motion_vote")?.join()).not.toContain("\\x");
  // Who has voted lies in the order of the roll or of their ids, never in that in which they did; the ballots in that of their random ids.
  expect([voters(before), voters(before).toSorted((a, b) => (a < b ? -1 : 1))]).toContainEqual(voters(after));
  expect(after.get("motion_voter")?.every((row) => row.endsWith(",t)"))).toBe(true);
  const ids = (after.get("secret_ballot") ?? []).map((row) => row.slice(1, 37));
  expect(ids).toEqual(ids.toSorted());

  // With every key that there is, the ballots say what was chosen and by which receipt, which is found nowhere else.
  const published = await store.publishedBallots(vote);
  expect(published).toHaveLength(SIZE);
  const chosen = new Map([...cast.values()].map(({ receipt, choice }) => [receipt, choice]));
  for (const { receipt, paper } of published)
    expect(paper === undefined || paper[0] === chosen.get(receipt)).toBe(true);
  const rest = [...after].flatMap(([table, rows]) => (table === "secret_ballot" ? [] : rows)).join("\n");
  for (const { receipt } of published) for (const word of disguised(receipt)) expect(rest).not.toContain(word);
  const log = logged.join("\n");
  for (const word of ["MARK", "700000000", ...CHOICES, ...published.map(({ receipt }) => receipt)])
    expect(log).not.toContain(word);
  await redress.close();
  await store.close();
});

test("[V-04][V-06] how a secret vote stands is told to nobody before it is closed: neither who has voted nor how many", async () => {
  const database = await openDatabase({ kind: "server", url: await freshDatabase() });
  const store = await openStore(database, keyring);
  const { acts, redress, motion } = await openForum(store, SIZE, secretText);
  const seen = async () => JSON.stringify(await acts.openMotionCard(accountOf(4), { id: motion }));
  const nobody = await seen();
  for (const i of [1, 2, 3]) {
    // oxlint-disable-next-line no-await-in-loop
    await acts.castOnMotion(accountOf(i), { id: motion }, "against", `delivery-${i}`);
    // oxlint-disable-next-line no-await-in-loop
    expect(await seen()).toBe(nobody);
  }
  await redress.close();
  await store.close();
});
