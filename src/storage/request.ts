import type pg from "pg";

import type { Change } from "../application/casePorts.ts";
import type { Effect } from "../application/effect.ts";
import { query } from "./query.ts";
import { effectKey, gathered, rankOf } from "./rows.ts";

/** The columns of a row that is asked for, as in jsonb_to_recordset. */
export const requestColumns = "key text, effect jsonb, rank int, settle int, notices jsonb";

type Asked = Pick<Change, "effects" | "urgency">;

/** One row for each thing that is to be done, always in the same order: two who ask for the same things do not wait for each other. */
export function requestsOf(asked: readonly Asked[]) {
  const byKey = new Map<string, { readonly effect: Effect; readonly rank: number }>();
  for (const { effects, urgency } of asked)
    for (const effect of effects) {
      const [key, rank] = [effectKey(effect), rankOf(effect, urgency)];
      const known = byKey.get(key);
      byKey.set(key, { effect: gathered(known?.effect, effect), rank: Math.min(rank, known?.rank ?? rank) });
    }
  return [...byKey]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, { effect, rank }]) => ({
      key,
      rank,
      effect: { ...effect, settle: undefined, ...(effect.kind === "digest" ? { notices: [] } : {}) },
      settle: "settle" in effect ? (effect.settle ?? 0) : 0,
      notices: effect.kind === "digest" ? effect.notices : null,
    }));
}

/**
 * The clauses of a statement that ask for the effects in `from`. A row that is being carried out keeps its worker; its new generation
 * makes it due again when that worker is done. What is gathered for one message stands in rows of its own, which are never due and are
 * read and deleted with the row that they belong to: thousands of reminders are not written anew with each that is added.
 */
export function requestClauses(from: string): Readonly<Record<string, string>> {
  return {
    effects: `INSERT INTO outbox (key, effect, rank, due)
      SELECT key, effect, rank, now() + settle * interval '1 millisecond' ${from}
      ON CONFLICT (key) DO UPDATE SET generation = outbox.generation + 1, due = least(outbox.due, excluded.due),
        rank = least(outbox.rank, excluded.rank),
        effect = CASE WHEN excluded.effect ->> 'kind' = 'digest' THEN outbox.effect ELSE excluded.effect END
      RETURNING key, generation`,
    gathered: `INSERT INTO outbox (key, effect, due)
      SELECT effects.key || '#' || lpad(effects.generation::text, 9, '0'), x.notices, 'infinity'
      FROM effects JOIN (SELECT x.key, x.notices ${from}) AS x ON x.key = effects.key WHERE jsonb_typeof(x.notices) = 'array'`,
  };
}

/** Asks for effects without a change of a case. */
export async function request(pool: pg.Pool, asked: Asked): Promise<void> {
  if (asked.effects.length === 0) return;
  const clauses = requestClauses(`FROM jsonb_to_recordset($1::jsonb) AS x(${requestColumns})`);
  await query(pool, {
    name: "request",
    text: `WITH ${Object.entries(clauses)
      .map(([name, sql]) => `${name} AS (${sql})`)
      .join(", ")} SELECT 1`,
    values: [JSON.stringify(requestsOf([asked]))],
  });
}
