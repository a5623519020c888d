import type pg from "pg";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";

import type { Erasure, KeptKind, KeptOf, KeptRecord, RecordStore } from "../application/recordPorts.ts";
import type { DataKeys } from "./keys.ts";
import { inTransaction, query } from "./query.ts";
import { blindIndex, seal, unseal } from "./vault.ts";

const SCOPE = "records";
const about = (id: string) => `record|${id}`;

const rows = z.array(
  z.object({ id: z.string(), kind: z.string(), at: z.instanceof(Date), sealed: z.instanceof(Uint8Array) }),
);

const count = z.int().nonnegative();
const maybe = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined);
const facts = z.object({
  year: z.string(),
  academicYear: z.string(),
  procedure: z.string(),
  rules: z.array(z.string()),
  grounds: z.array(z.string()),
  answers: z.record(z.string(), z.string()),
  stage: z.string(),
  outcome: maybe,
  sanction: maybe,
  parties: z.partialRecord(z.enum(["complainant", "respondent", "affected", "witness"]), count),
  days: z.int(),
  steps: z.array(z.object({ stage: z.string(), outcome: maybe, days: z.int() })),
  challenges: z.array(z.object({ rule: z.string(), state: z.string() })),
});
const number = z
  .int()
  .nullish()
  .transform((value) => value ?? undefined);
const published = z.object({
  period: z.string(),
  minimum: z.int(),
  total: number,
  dimensions: z.array(z.object({ name: z.string(), cells: z.array(z.object({ value: z.string(), cases: number })) })),
});
const precedent = z.object({
  text: z.string(),
  rules: z.array(z.string()),
  stage: z.string(),
  outcome: z.string(),
  sanction: maybe,
  year: z.string(),
});
const given = z.object({
  what: z.enum(["statistics", "cases"]),
  to: z.string(),
  period: z.string(),
  by: z.string(),
  on: z.string(),
});

/** A record as it was kept. */
const keptValue = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("facts"), value: facts }),
  z.object({ kind: z.literal("precedent"), value: precedent }),
  z.object({ kind: z.literal("table"), value: published }),
  z.object({ kind: z.literal("given"), value: given }),
]);

/** Anonymises cases, and keeps what stays of them. */
export async function recordStore(pool: pg.Pool, keys: DataKeys, indexKey: Buffer): Promise<RecordStore> {
  const key = await keys.readOrMake(SCOPE);
  const rowOf = ({ id, at, ...kept }: KeptRecord) =>
    [id, kept.kind, new Date(at.epochMilliseconds), seal(key, about(id), Buffer.from(JSON.stringify(kept)))] as const;
  return {
    async closedCases() {
      const { rows: found } = await query(pool, {
        name: "closed-cases",
        text: "SELECT id FROM case_file WHERE is_closed ORDER BY id",
        values: [],
      });
      return z
        .array(z.object({ id: z.string() }))
        .parse(found)
        .map(({ id }) => id);
    },
    async closedMotions() {
      const { rows: found } = await query(pool, {
        name: "closed-motions",
        text: "SELECT id FROM motion_file WHERE is_closed AND kind = 'motion' ORDER BY id",
        values: [],
      });
      return z
        .array(z.object({ id: z.string() }))
        .parse(found)
        .map(({ id }) => id);
    },
    async anonymise(erasure) {
      const done = await inTransaction(pool, async (client) => {
        const { rows: held } = await client.query<{ version: number }>(
          "SELECT version FROM case_file WHERE id = $1 FOR UPDATE",
          [erasure.case],
        );
        if (held[0]?.version !== erasure.expected) return false;
        if (erasure.entry === undefined) await eraseAll(client, erasure);
        else await eraseWords(client, erasure, keys, indexKey);
        if (erasure.facts !== undefined) await client.query(INSERT, [...rowOf(erasure.facts)]);
        return true;
      });
      if (done) keys.forget(erasure.case);
      return done ? "committed" : "stale";
    },
    async keepRecord(record) {
      await query(pool, { name: "keep-record", text: `${INSERT} ON CONFLICT DO NOTHING`, values: rowOf(record) });
    },
    async keptRecords<Kind extends KeptKind>(kind: Kind): Promise<readonly KeptOf<Kind>[]> {
      const { rows: found } = await query(pool, {
        name: "kept-records",
        text: "SELECT id, kind, at, sealed FROM kept_record WHERE kind = $1 ORDER BY at, id",
        values: [kind],
      });
      const records = rows.parse(found).map(({ id, at, sealed }): KeptRecord => {
        const value = keptValue.parse(JSON.parse(unseal(key, about(id), sealed).toString()));
        return { id, at: Temporal.Instant.fromEpochMilliseconds(at.getTime()), ...value };
      });
      return records.filter((record): record is KeptOf<Kind> => record.kind === kind);
    },
  };
}

const INSERT = "INSERT INTO kept_record (id, kind, at, sealed) VALUES ($1, $2, $3, $4)";

/** The tables that have all of these columns: one that is added later is not forgotten. */
async function tablesWith(client: pg.PoolClient, columns: readonly string[]): Promise<readonly string[]> {
  const { rows: found } = await client.query(
    `SELECT quote_ident(table_name) AS name FROM information_schema.columns
      WHERE table_schema = current_schema() AND column_name = ANY($1)
      GROUP BY table_name HAVING count(*) = cardinality($1::text[])`,
    [columns],
  );
  return z
    .array(z.object({ name: z.string() }))
    .parse(found)
    .map(({ name }) => name);
}

/** What somebody typed for the case and has not sent, who read what, and everything that is sealed with its key but who its parties are. */
async function eraseSealed(client: pg.PoolClient, { case: id, motions }: Erasure): Promise<void> {
  await client.query("DELETE FROM draft WHERE id LIKE '%:' || $1 || ':%'", [id]);
  const sealed = (await tablesWith(client, ["case_id", "sealed"])).filter((name) => name !== "party");
  for (const table of [...sealed, "reading"])
    // oxlint-disable-next-line no-await-in-loop -- one after the other, on one connection
    await client.query(`DELETE FROM ${table} WHERE case_id = $1`, [id]);
  await client.query("DELETE FROM ballot WHERE vote_id IN (SELECT id FROM vote WHERE case_id = $1)", [id]);
  await client.query("DELETE FROM motion_text WHERE motion_id = ANY($1::uuid[])", [motions]);
}

/** The words go, and everybody but those who stay; these are sealed with a new key, and the old one is destroyed. */
async function eraseWords(client: pg.PoolClient, erasure: Erasure, keys: DataKeys, indexKey: Buffer): Promise<void> {
  const { case: id, entry, stay } = erasure;
  if (entry === undefined) return;
  await eraseSealed(client, erasure);
  const made = keys.make(id);
  await client.query("UPDATE data_key SET kek = $2, wrapped = $3 WHERE scope = $1", [id, made.kek, made.wrapped]);
  const { rows: parties } = await client.query<{ id: string }>("SELECT id FROM party WHERE case_id = $1", [id]);
  for (const { id: party } of parties) {
    const known = stay.find((each) => each.party === party);
    if (known === undefined) {
      // oxlint-disable-next-line no-await-in-loop -- few, on one connection
      await client.query("DELETE FROM party WHERE id = $1", [party]);
      continue;
    }
    const { person, name } = known;
    const text = JSON.stringify({ person, name });
    // oxlint-disable-next-line no-await-in-loop -- few, on one connection
    await client.query("UPDATE party SET blind = $2, sealed = $3 WHERE id = $1", [
      party,
      person === undefined ? null : blindIndex(indexKey, "party", person),
      seal(made.key, `party|${party}`, Buffer.from(text)),
    ]);
  }
  const { version, at, by, entry: body } = entry;
  await client.query("INSERT INTO entry (case_id, version, at, by, body) VALUES ($1, $2, $3, $4, $5)", [
    id,
    version,
    new Date(at.epochMilliseconds),
    JSON.stringify(by),
    JSON.stringify(body),
  ]);
  await client.query("UPDATE case_file SET version = $2 WHERE id = $1", [id, version]);
}

/** Nothing of the case is left, and nothing is asked for any more that was about it. */
async function eraseAll(client: pg.PoolClient, erasure: Erasure): Promise<void> {
  const { case: id } = erasure;
  await eraseSealed(client, erasure);
  await client.query("DELETE FROM voter WHERE vote_id IN (SELECT id FROM vote WHERE case_id = $1)", [id]);
  for (const table of await tablesWith(client, ["case_id"]))
    // oxlint-disable-next-line no-await-in-loop -- one after the other, on one connection
    await client.query(`DELETE FROM ${table} WHERE case_id = $1`, [id]);
  await client.query("DELETE FROM case_file WHERE id = $1", [id]);
  await client.query("DELETE FROM data_key WHERE scope = $1", [id]);
  await client.query("DELETE FROM outbox WHERE effect ->> 'case' = $1", [id]);
}
