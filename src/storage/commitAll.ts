import type pg from "pg";

import type { Change, Committed } from "../application/casePorts.ts";
import { commitStatement, meaningOf } from "./commit.ts";
import type { DataKeys } from "./keys.ts";
import { inTransaction, query } from "./query.ts";
import type { Statement } from "./query.ts";
import { requestClauses, requestColumns, requestsOf } from "./request.ts";

/** Stores one change. */
export async function commitOne(pool: pg.Pool, keys: DataKeys, indexKey: Buffer, change: Change): Promise<Committed> {
  const statement = await commitStatement(change, keys, indexKey);
  return change.sealsVote === true ? commitHeld(pool, statement, change.closesVote) : commitWith(pool, statement);
}

/** Holds the vote still first, so that every ballot that was cast in it is seen, and goes with its end. */
async function commitHeld(pool: pg.Pool, statement: Statement, vote: string | undefined): Promise<Committed> {
  try {
    await inTransaction(pool, async (client) => {
      await client.query("SELECT 1 FROM vote WHERE id = $1 FOR UPDATE", [vote]);
      await client.query({ ...statement, values: [...statement.values] });
    });
    return "committed";
  } catch (error) {
    return meaningOf(error);
  }
}

/**
 * Stores changes of as many cases: those that are entries and what follows from them in one statement, for which the disk is waited for
 * once. Where somebody was faster in one of the cases nothing of that statement is stored, and each change is stored on its own.
 */
export async function commitAll(
  pool: pg.Pool,
  keys: DataKeys,
  indexKey: Buffer,
  changes: readonly Change[],
): Promise<readonly Committed[]> {
  const plain = changes.filter(isPlain);
  const isTogether = plain.length > 1 && (await commitWith(pool, plainStatement(plain))) === "committed";
  const results: Committed[] = [];
  for (const change of changes)
    // oxlint-disable-next-line no-await-in-loop -- one connection serves everybody
    results.push(isTogether && isPlain(change) ? "committed" : await commitOne(pool, keys, indexKey, change));
  return results;
}

async function commitWith(pool: pg.Pool, statement: Statement): Promise<Committed> {
  try {
    await query(pool, statement);
    return "committed";
  } catch (error) {
    return meaningOf(error);
  }
}

/** Whether a change of a case that there is already brings entries, and nobody's words, votes or delivery. */
function isPlain(change: Change): boolean {
  const { opens, delivery, opensVote, closesVote, identities, words, clears, recuses } = change;
  const isBare = [opens, delivery, opensVote, closesVote].every((each) => each === undefined);
  return isBare && [identities, words, clears, recuses].every((each) => each.length === 0);
}

const requests = requestClauses(
  `FROM payload CROSS JOIN LATERAL jsonb_to_recordset(p -> 'effects') AS x(${requestColumns})`,
);
const TEXT = `WITH payload AS (SELECT $1::jsonb AS p),
  files AS (UPDATE case_file SET version = x.version, is_closed = x.closed, handlers = x.handlers
    FROM payload CROSS JOIN LATERAL jsonb_to_recordset(p -> 'files') AS x(id uuid, version int, closed boolean, handlers uuid[])
    WHERE case_file.id = x.id),
  entries AS (INSERT INTO entry (case_id, version, at, by, body) SELECT x.of, version, at, by, body
    FROM payload CROSS JOIN LATERAL jsonb_to_recordset(p -> 'entries') AS x(of uuid, version int, at timestamptz, by jsonb, body jsonb)),
  wakes AS (SELECT x.* FROM payload CROSS JOIN LATERAL
    jsonb_to_recordset(p -> 'wakes') AS x(of uuid, key text, kind text, at timestamptz)),
  deadlines_out AS (DELETE FROM deadline WHERE case_id = ANY($2::uuid[])
    AND NOT EXISTS (SELECT FROM wakes WHERE wakes.of = deadline.case_id AND wakes.key = deadline.key)),
  deadlines_in AS (INSERT INTO deadline (case_id, key, kind, at) SELECT of, key, kind, at FROM wakes
    ON CONFLICT (case_id, key) DO UPDATE SET kind = excluded.kind, at = excluded.at),
  effects AS (${requests["effects"]}),
  gathered AS (${requests["gathered"]})
  SELECT 1`;

function plainStatement(changes: readonly Change[]): Statement {
  // Always in the same order: two who store much at once do not wait for each other.
  const ordered = changes.toSorted((one, other) => (one.case < other.case ? -1 : 1));
  const payload = {
    files: ordered.map(({ case: id, expected, entries, isClosed, handlers }) => ({
      id,
      version: expected + entries.length,
      closed: isClosed,
      handlers,
    })),
    entries: ordered.flatMap(({ case: of, entries }) =>
      entries.map(({ version, at, by, entry }) => ({ of, version, at, by, body: entry })),
    ),
    wakes: ordered.flatMap(({ case: of, wakes }) => wakes.map((wake) => ({ of, ...wake }))),
    effects: requestsOf(ordered),
  };
  return { name: "commit-all", text: TEXT, values: [JSON.stringify(payload), ordered.map(({ case: id }) => id)] };
}
