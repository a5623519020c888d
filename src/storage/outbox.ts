import type pg from "pg";
import { z } from "zod";

import type { Claim } from "../application/ports.ts";
import { query } from "./query.ts";
import { digestNotices, effectRow } from "./rows.ts";

// Rows are held for a while by the clock of the database; a worker that died loses them when the time is over.
const CLAIM = `UPDATE outbox SET locked_by = $1, locked_until = now() + $3 * interval '1 millisecond', attempts = attempts + 1
  WHERE key IN (
    SELECT key FROM outbox WHERE due <= now() AND (locked_until IS NULL OR locked_until < now())
    ORDER BY due LIMIT $2 FOR UPDATE SKIP LOCKED)
  RETURNING key, effect, attempts, generation`;

const claimRows = z.array(z.object({ key: z.string(), effect: effectRow, attempts: z.int(), generation: z.int() }));

export async function claim(pool: pg.Pool, worker: string, limit: number, leaseMs: number): Promise<readonly Claim[]> {
  const { rows } = await query(pool, { name: "claim", text: CLAIM, values: [worker, limit, leaseMs] });
  const claims = claimRows.parse(rows);
  const parts = await partsOf(
    pool,
    claims.filter(({ effect }) => effect.kind === "digest").map(({ key }) => key),
  );
  return claims.map(({ key, effect, attempts, generation }) => {
    const notices = parts.flatMap((part) => (part.key === key ? part.notices : []));
    return {
      key,
      effect: effect.kind === "digest" ? { ...effect, notices: [...effect.notices, ...notices] } : effect,
      attempt: attempts,
      generation,
    };
  });
}

const partRows = z.array(z.object({ key: z.string(), notices: digestNotices }));

/** What was gathered for these rows, in the order in which it was asked for. */
async function partsOf(pool: pg.Pool, keys: readonly string[]): Promise<z.infer<typeof partRows>> {
  if (keys.length === 0) return [];
  const { rows } = await query(pool, {
    name: "parts",
    text: `SELECT split_part(key, '#', 1) AS key, effect AS notices FROM outbox
      WHERE due = 'infinity' AND split_part(key, '#', 1) = ANY($1) ORDER BY outbox.key COLLATE "C"`,
    values: [keys],
  });
  return partRows.parse(rows);
}

const PARTS_GONE = `,
      parts AS (DELETE FROM outbox WHERE due = 'infinity' AND split_part(key, '#', 1) = $2 AND EXISTS (SELECT FROM gone))`;

/**
 * Takes the row away, unless it was asked for again meanwhile: then it is due at once, from its first attempt. Whether it was is seen once
 * the row is locked: somebody may be asking at this moment.
 */
export async function finish(pool: pg.Pool, worker: string, held: Claim): Promise<boolean> {
  const hasParts = held.effect.kind === "digest";
  const { rows } = await query(pool, {
    name: hasParts ? "finish-parts" : "finish",
    text: `WITH gone AS (DELETE FROM outbox WHERE key = $2 AND locked_by = $1 AND generation = $3 RETURNING key),
      again AS (UPDATE outbox SET locked_by = NULL, locked_until = NULL, attempts = 0, reason = NULL
        WHERE key = $2 AND locked_by = $1 AND NOT EXISTS (SELECT FROM gone) RETURNING key)${hasParts ? PARTS_GONE : ""}
      SELECT key FROM gone UNION ALL SELECT key FROM again`,
    values: [worker, held.key, held.generation],
  });
  return rows.length > 0;
}

export async function putOff(
  pool: pg.Pool,
  worker: string,
  held: Claim,
  waitMs: number,
  reason: string,
): Promise<boolean> {
  const { rows } = await query(pool, {
    name: "put-off",
    text: `UPDATE outbox SET locked_by = NULL, locked_until = NULL, reason = $4,
        due = CASE WHEN generation = $5 THEN now() + $3 * interval '1 millisecond' ELSE least(due, now()) END
      WHERE key = $2 AND locked_by = $1 RETURNING key`,
    values: [worker, held.key, waitMs, reason, held.generation],
  });
  return rows.length > 0;
}

const waitingRow = z.object({ rows: z.int(), next: z.number().nullable() });

export async function waiting(
  pool: pg.Pool,
): Promise<{ readonly rows: number; readonly nextInMs: number | undefined }> {
  const { rows } = await query(pool, {
    name: "waiting",
    text: `SELECT count(*)::int AS rows,
      ceil(extract(epoch FROM min(greatest(due, coalesce(locked_until, due))) - now()) * 1000)::float8 AS next FROM outbox WHERE due < 'infinity'`,
    values: [],
  });
  const row = waitingRow.parse(rows[0]);
  return { rows: row.rows, nextInMs: row.next === null ? undefined : Math.max(0, row.next) };
}
