import type pg from "pg";
import { Temporal } from "temporal-polyfill";

import type { Store } from "../application/ports.ts";
import type { DataKeys } from "./keys.ts";
import { query } from "./query.ts";
import { effectKey } from "./rows.ts";
import { seal, unseal } from "./vault.ts";

export type ObligationStore = "recordObligationDone" | "obligationsDone" | "announceObligation";

const SCOPE = "obligations";

interface DoneRow extends pg.QueryResultRow {
  readonly id: string;
  readonly obligation: string;
  readonly on: string;
  readonly by: string;
  readonly at: Date;
  readonly sealed: Buffer;
}

// The announcement is kept and what follows from it is asked for in one statement: both or neither.
const ANNOUNCE = `WITH told AS (
    INSERT INTO obligation_told (key, at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING key),
  asked AS (
    INSERT INTO outbox (key, effect, rank, due)
    SELECT x.key, x.effect, 2, now() FROM told, jsonb_to_recordset($3::jsonb) AS x(key text, effect jsonb)
    ON CONFLICT (key) DO NOTHING)
  SELECT key FROM told`;

/** What was done of what has to be done again and again, and what was announced of it. */
export async function obligationStore(pool: pg.Pool, keys: DataKeys): Promise<Pick<Store, ObligationStore>> {
  const key = await keys.readOrMake(SCOPE);
  return {
    async recordObligationDone({ id, obligation, on, by, at, note }) {
      const sealed = seal(key, `obligation|${id}`, Buffer.from(note));
      const { rowCount } = await query(pool, {
        text: `INSERT INTO obligation_done (id, obligation, "on", person_id, at, sealed)
          VALUES ($1, $2, $3::date, $4, $5, $6) ON CONFLICT DO NOTHING`,
        values: [id, obligation, on, by, new Date(at.epochMilliseconds), sealed],
      });
      return (rowCount ?? 0) > 0;
    },
    async obligationsDone() {
      const { rows } = await query<DoneRow>(pool, {
        text: `SELECT id, obligation, "on"::text AS "on", person_id AS by, at, sealed FROM obligation_done ORDER BY obligation_done.at, id`,
        values: [],
      });
      return rows.map(({ at, sealed, ...done }) => ({
        ...done,
        at: Temporal.Instant.fromEpochMilliseconds(at.getTime()),
        note: unseal(key, `obligation|${done.id}`, sealed).toString(),
      }));
    },
    async announceObligation(announcement, at, effects) {
      const asked = effects.map((effect) => ({ key: effectKey(effect), effect }));
      const { rows } = await query(pool, {
        name: "announce-obligation",
        text: ANNOUNCE,
        values: [announcement, at.toString(), JSON.stringify(asked)],
      });
      return rows.length > 0;
    },
  };
}
