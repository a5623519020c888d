import { DatabaseError } from "pg";
import type pg from "pg";
import { z } from "zod";

import type { Store } from "../application/ports.ts";
import type { CountedReport } from "../domain/intake/counted.ts";
import type { DataKeys } from "./keys.ts";
import { inTransaction, query } from "./query.ts";
import { requestClauses, requestColumns, requestsOf } from "./request.ts";
import { seal, unseal } from "./vault.ts";

export type CountedStore = "fileCounted" | "countedReports" | "codeCounted";

const SCOPE = "counted";
/** Of the words of one report: destroyed with them. */
const scopeOf = (id: string) => `counted|${id}`;

const words = z.object({
  rules: z.array(z.string()),
  grounds: z.array(z.string()).default([]),
  texts: z.record(z.string(), z.string()),
  names: z.array(z.string()),
});
const code = z.object({
  rules: z.array(z.string()),
  grounds: z.array(z.string()).default([]),
  choices: z.record(z.string(), z.string()),
  summary: z.string(),
  by: z.string(),
  on: z.string(),
});

interface Row {
  readonly id: string;
  readonly code_name: string;
  readonly day: string;
  readonly receivers: readonly string[];
  readonly words: Buffer | null;
  readonly coded: Buffer | null;
  readonly kek: string | null;
  readonly wrapped: Buffer | null;
}

// The key, the report and the messages to those who read it are stored at once; of a draft that was filed nothing again.
const FILE = `WITH filed AS (
    INSERT INTO counted_report (id, code_name, draft, day, receivers, words) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id),
  sealed_by AS (INSERT INTO data_key (scope, kek, wrapped) SELECT $7, $8, $9 FROM filed),
  files_out AS (DELETE FROM draft_file WHERE draft = $3),
  draft_out AS (DELETE FROM draft WHERE id = $3)`;

const textOf = (value: unknown) => Buffer.from(JSON.stringify(value));
const parsed = (box: Buffer): unknown => JSON.parse(box.toString());

/** Anonymous reports that are only counted. */
export async function countedStore(pool: pg.Pool, keys: DataKeys): Promise<Pick<Store, CountedStore>> {
  const common = await keys.readOrMake(SCOPE);

  function stateOf({ id, words: sealed, coded, kek, wrapped }: Row): CountedReport["state"] {
    if (coded !== null) return { kind: "coded", ...code.parse(parsed(unseal(common, `counted|${id}`, coded))) };
    if (sealed === null) throw new Error(`The counted report ${id} has neither words nor a code.`);
    const key = keys.open(scopeOf(id), kek === null || wrapped === null ? undefined : { kek, wrapped });
    return { kind: "waiting", ...words.parse(parsed(unseal(key, `counted|${id}`, sealed))) };
  }

  return {
    async fileCounted({ id, codeName, day, receivers, state }, draft, effects) {
      const { key, kek, wrapped } = keys.make(scopeOf(id));
      const sealed = seal(key, `counted|${id}`, textOf(state));
      const clauses = requestClauses(`FROM jsonb_to_recordset($10::jsonb) AS x(${requestColumns})`);
      const asked = Object.entries(clauses).map(([name, sql]) => `${name} AS (${sql})`);
      try {
        await query(pool, {
          text: `${[FILE, ...asked].join(", ")} SELECT 1`,
          values: [
            id,
            codeName,
            draft,
            day,
            receivers,
            sealed,
            scopeOf(id),
            kek,
            Buffer.from(wrapped),
            JSON.stringify(requestsOf([{ effects }])),
          ],
        });
        return "filed";
      } catch (error) {
        if (!(error instanceof DatabaseError) || error.code !== "23505") throw error;
        return error.constraint === "counted_report_draft_key" ? "seen" : "stale";
      }
    },
    async countedReports() {
      const { rows } = await query<Row & pg.QueryResultRow>(pool, {
        name: "counted-reports",
        text: `SELECT id, code_name, day::text AS day, receivers, words, coded, kek, wrapped
          FROM counted_report LEFT JOIN data_key ON scope = 'counted|' || id ORDER BY day, id`,
        values: [],
      });
      return rows.map((row) => ({
        id: row.id,
        codeName: row.code_name,
        day: row.day,
        receivers: row.receivers,
        state: stateOf(row),
      }));
    },
    async codeCounted(id, given) {
      const coded = seal(common, `counted|${id}`, textOf(given));
      const isCoded = await inTransaction(pool, async (client) => {
        const { rowCount } = await client.query(
          "UPDATE counted_report SET coded = $2, words = NULL WHERE id = $1 AND coded IS NULL",
          [id, coded],
        );
        if (rowCount === 1) await client.query("DELETE FROM data_key WHERE scope = $1", [scopeOf(id)]);
        return rowCount === 1;
      });
      keys.forget(scopeOf(id));
      return isCoded;
    },
  };
}
