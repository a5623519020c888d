import type pg from "pg";
import { z } from "zod";

import type { Claim, Effect } from "../application/effect.ts";
import { query } from "./query.ts";
import { digestNotices, effectRow, wayOf } from "./rows.ts";

// Rows are held for a while by the clock of the database; a worker that died loses them when the time is over. What is told in one message
// is settled at its first attempt: what is gathered later comes in another, so that a message can be found again that may have been sent.
const CLAIM = `UPDATE outbox SET locked_by = $1, locked_until = now() + $3 * interval '1 millisecond', attempts = attempts + 1,
    effect = CASE WHEN effect ->> 'kind' = 'digest' AND attempts = 0
      THEN jsonb_set(effect, '{upTo}', to_jsonb(generation)) ELSE effect END
  WHERE key IN (
    SELECT key FROM outbox WHERE due < now() + interval '1 millisecond' AND (locked_until IS NULL OR locked_until < now()) AND rank <= $4
    ORDER BY rank, due LIMIT $2 FOR UPDATE SKIP LOCKED)
  RETURNING key, effect, attempts, coalesce((effect ->> 'upTo')::int, generation) AS generation, rank`;

const LAST_RANK = 2;

const claimRows = z.array(
  z.object({ key: z.string(), effect: effectRow, attempts: z.int(), generation: z.int(), rank: z.int() }),
);

export async function claim(
  pool: pg.Pool,
  worker: string,
  limit: number,
  leaseMs: number,
  onlyAwaited = false,
): Promise<readonly Claim[]> {
  const values = [worker, limit, leaseMs, onlyAwaited ? 0 : LAST_RANK];
  const { rows } = await query(pool, { name: "claim", text: CLAIM, values });
  const claims = claimRows.parse(rows).toSorted((one, other) => one.rank - other.rank);
  const digests = claims.filter(({ effect }) => effect.kind === "digest");
  const parts = digests.length === 0 ? [] : await readParts(pool, digests);
  return claims.map(({ key, effect, attempts, generation, rank }) => {
    const own = parts.filter((part) => part.key === key && part.generation <= generation);
    const notices = own.flatMap((part) => part.notices);
    return {
      key,
      effect: effect.kind === "digest" ? { ...effect, notices: [...effect.notices, ...notices] } : effect,
      attempt: attempts,
      generation,
      isAwaited: rank === 0,
    };
  });
}

const partRows = z.array(z.object({ key: z.string(), generation: z.int(), notices: digestNotices }));

/** What was gathered for these rows, in the order in which it was asked for. */
async function readParts(pool: pg.Pool, of: readonly { readonly key: string }[]): Promise<z.infer<typeof partRows>> {
  const { rows } = await query(pool, {
    name: "parts",
    text: `SELECT split_part(key, '#', 1) AS key, split_part(key, '#', 2)::int AS generation, effect AS notices FROM outbox
      WHERE due = 'infinity' AND split_part(key, '#', 1) = ANY($1) ORDER BY split_part(key, '#', 2)::int`,
    values: [of.map(({ key }) => key)],
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
  isUntouched = false,
): Promise<boolean> {
  const { rows } = await query(pool, {
    name: "put-off",
    text: `UPDATE outbox SET locked_by = NULL, locked_until = NULL, reason = $4, attempts = attempts - $6,
        due = CASE WHEN generation = $5 THEN now() + $3 * interval '1 millisecond' ELSE least(due, now()) END
      WHERE key = $2 AND locked_by = $1 RETURNING key`,
    values: [worker, held.key, waitMs, reason, held.generation, isUntouched ? 1 : 0],
  });
  return rows.length > 0;
}

/** Whatever nobody waits for and goes the same way is not tried before so many milliseconds from now. */
export async function holdUp(pool: pg.Pool, like: Effect, waitMs: number): Promise<void> {
  const { kinds, platform } = wayOf(like);
  await query(pool, {
    name: "hold-up",
    text: `UPDATE outbox SET due = now() + $3 * interval '1 millisecond' WHERE key IN (
      SELECT key FROM outbox WHERE rank > 0 AND due < now() + $3 * interval '1 millisecond' AND effect ->> 'kind' = ANY($1)
        AND ($2::text IS NULL OR effect ->> 'platform' = $2) AND (locked_until IS NULL OR locked_until < now())
      ORDER BY key FOR UPDATE SKIP LOCKED)`,
    values: [kinds, platform ?? null, waitMs],
  });
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
