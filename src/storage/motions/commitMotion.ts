import { createHash, randomUUID } from "node:crypto";

import { DatabaseError } from "pg";
import type pg from "pg";

import type { Committed } from "../../application/casePorts.ts";
import type { MotionChange } from "../../application/motionPorts.ts";
import type { DataKeys } from "../keys.ts";
import { inTransaction } from "../query.ts";
import { effectKey } from "../rows.ts";
import { seal } from "../vault.ts";
import { publicKeyOf, scopesOf } from "./secret.ts";

const UNIQUE_VIOLATION = "23505";

/** What a failed change of a motion means; anything else is thrown on. */
export function meaningOfMotion(error: unknown): Exclude<Committed, "committed"> {
  if (error instanceof DatabaseError && error.code === UNIQUE_VIOLATION) {
    if (error.constraint === "delivery_pkey") return "seen";
    if (error.constraint === "motion_entry_pkey" || error.constraint === "motion_file_code_name_key") return "stale";
  }
  throw error;
}

/** A change of a motion or of a session: what is stored of their entries is the same. */
export interface FileChange extends Omit<MotionChange, "entries"> {
  readonly kind?: "session";
  readonly entries: readonly (Omit<MotionChange["entries"][number], "entry"> & { readonly entry: object })[];
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

/**
 * One change of a motion as one statement: stored as a whole or not at all. A duplicate delivery or version violates a unique index and
 * takes everything back.
 * @param voted who has voted in a secret vote that is closed with it
 */
export async function motionStatement(change: FileChange, keys: DataKeys, voted: readonly string[] = []) {
  const made = change.opens === undefined ? undefined : keys.make(change.motion);
  const key = made?.key ?? (await keys.read(change.motion));
  const { opensVote } = change;
  const scopes = opensVote?.isSecret === true ? scopesOf(opensVote.vote) : undefined;
  const secret =
    scopes === undefined ? [] : [scopes.ballots, scopes.voters].map((scope) => ({ scope, ...keys.make(scope) }));
  const [ballots] = secret;
  const payload = {
    keys: [...(made === undefined ? [] : [{ scope: change.motion, ...made }]), ...secret].map(
      ({ scope, kek, wrapped }) => ({
        scope,
        kek,
        wrapped: base64(wrapped),
      }),
    ),
    opens: change.opens === undefined ? undefined : { ...change.opens, kind: change.kind ?? "motion" },
    at: change.entries[0]?.at,
    version: change.expected + change.entries.length,
    closed: change.isClosed,
    entries: change.entries.map(({ version, at, by, entry }) => ({ version, at, by, body: entry })),
    words: change.words.map(({ id, text }) => ({
      id,
      sealed: base64(seal(key, `motion|${id}`, Buffer.from(text))),
    })),
    wakes: change.wakes,
    electorate: opensVote?.electorate.map((person) => ({
      person,
      present: opensVote.present?.includes(person) ?? false,
    })),
    secret: opensVote?.isSecret ?? false,
    publicKey: ballots === undefined ? undefined : base64(publicKeyOf(ballots.key)),
    recuses: change.recuses,
    // By random ids, and stored in their order: nothing is left of the one in which they came.
    ballots: (change.publishes ?? [])
      .map((ballot) => ({ id: randomUUID(), text: JSON.stringify(ballot) }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, text }) => ({ id, sealed: base64(seal(key, `secret-ballot|${id}`, Buffer.from(text))) })),
    effects: change.effects.map((effect) => ({
      key: effectKey(effect),
      effect: { ...effect, settle: undefined },
      settle: "settle" in effect ? (effect.settle ?? 0) : 0,
    })),
  };
  const clauses = clausesFor(change);
  const closed = change.closesVote === undefined ? undefined : scopesOf(change.closesVote);
  return {
    name: `motion-${createHash("sha256").update(Object.keys(clauses).join()).digest("hex").slice(0, 16)}`,
    text: `WITH payload AS (SELECT $1::jsonb AS p), ${Object.entries(clauses)
      .map(([name, sql]) => `${name} AS (${sql})`)
      .join(",\n")} SELECT 1`,
    values: [
      JSON.stringify(payload),
      change.motion,
      change.delivery ?? null,
      opensVote?.vote ?? change.closesVote ?? null,
      closed === undefined ? [] : [closed.ballots, closed.voters],
      voted,
    ],
    /** The key of a motion that begins with it, to be kept once it is stored. */
    key: made?.key,
  };
}

const rows = (field: string, columns: string) =>
  `FROM payload CROSS JOIN LATERAL jsonb_to_recordset(p -> '${field}') AS x(${columns})`;
const people = (field: string) => `(SELECT value::uuid FROM payload, jsonb_array_elements_text(p -> '${field}'))`;

function clausesFor(change: FileChange): Readonly<Record<string, string>> {
  const clauses: Record<string, string> = {
    given:
      "SELECT $2::uuid AS motion_id, $3::text AS delivery, $4::uuid AS vote, $5::text[] AS scopes, $6::uuid[] AS voted",
    keys_in: `INSERT INTO data_key (scope, kek, wrapped)
      SELECT scope, kek, decode(wrapped, 'base64') ${rows("keys", "scope text, kek text, wrapped text")}`,
  };
  if (change.delivery !== undefined) clauses["delivery_in"] = "INSERT INTO delivery (key) SELECT delivery FROM given";
  clauses["file"] =
    change.opens === undefined
      ? `UPDATE motion_file SET version = (p ->> 'version')::int, is_closed = (p ->> 'closed')::boolean
          FROM payload WHERE id = (SELECT motion_id FROM given)`
      : `INSERT INTO motion_file (id, kind, code_name, rulebook, version, opened)
          SELECT motion_id, p #>> '{opens,kind}', p #>> '{opens,codeName}', p #>> '{opens,rulebook}', (p ->> 'version')::int, (p ->> 'at')::timestamptz
          FROM payload, given`;
  clauses["entries"] = `INSERT INTO motion_entry (motion_id, version, at, by, body)
    SELECT (SELECT motion_id FROM given), version, at, by, body ${rows("entries", "version int, at timestamptz, by jsonb, body jsonb")}`;
  if (change.words.length > 0)
    clauses["words"] = `INSERT INTO motion_text (id, motion_id, sealed)
      SELECT id, (SELECT motion_id FROM given), decode(sealed, 'base64') ${rows("words", "id uuid, sealed text")}`;
  if (change.opens === undefined)
    clauses["wakes_out"] = `DELETE FROM motion_wake WHERE motion_id = (SELECT motion_id FROM given)
      AND key NOT IN (SELECT x.key ${rows("wakes", "key text")})`;
  if (change.wakes.length > 0)
    clauses["wakes_in"] = `INSERT INTO motion_wake (motion_id, key, at)
      SELECT (SELECT motion_id FROM given), key, at ${rows("wakes", "key text, at timestamptz")}
      ON CONFLICT (motion_id, key) DO UPDATE SET at = excluded.at`;
  if (change.opensVote !== undefined) {
    clauses["vote_in"] = `INSERT INTO motion_vote (id, motion_id, is_secret, public_key)
      SELECT vote, motion_id, (p ->> 'secret')::boolean, decode(p ->> 'publicKey', 'base64') FROM payload, given`;
    clauses["voters_in"] = `INSERT INTO motion_voter (vote_id, person_id, is_present)
      SELECT (SELECT vote FROM given), person, present ${rows("electorate", "person uuid, present boolean")}`;
  }
  if (change.recuses.length > 0)
    clauses["recuses"] = `UPDATE motion_voter SET is_recused = true FROM motion_vote, given
      WHERE motion_vote.id = motion_voter.vote_id AND motion_vote.motion_id = given.motion_id AND person_id IN ${people("recuses")}`;
  if (change.closesVote !== undefined) Object.assign(clauses, closing);
  if (change.sealsVote === true)
    clauses["papers_out"] = "DELETE FROM motion_ballot WHERE vote_id = (SELECT vote FROM given)";
  if (change.effects.length > 0)
    clauses["effects"] = `INSERT INTO outbox (key, effect, due)
      SELECT key, effect, now() + settle * interval '1 millisecond' ${rows("effects", "key text, effect jsonb, settle int")}
      ON CONFLICT (key) DO UPDATE SET generation = outbox.generation + 1, effect = excluded.effect,
        due = least(outbox.due, excluded.due)`;
  return clauses;
}

/** With a secret vote its envelopes and its keys go: from then on nobody can tell whose ballot is whose. */
const closing = {
  vote_closed: "UPDATE motion_vote SET is_open = false, public_key = NULL WHERE id = (SELECT vote FROM given)",
  // Each is found by its key, in the order of the ids: a join of two lists of ten thousand takes minutes when it is planned badly.
  voted: `INSERT INTO motion_voter (vote_id, person_id, has_voted)
    SELECT given.vote, v.person, true FROM given, unnest($6::uuid[]) AS v(person) ORDER BY v.person
    ON CONFLICT (vote_id, person_id) DO UPDATE SET has_voted = true`,
  envelopes_out: "DELETE FROM envelope WHERE vote_id = (SELECT vote FROM given)",
  deliveries_out: "DELETE FROM envelope_delivery WHERE vote_id = (SELECT vote FROM given)",
  keys_out: "DELETE FROM data_key WHERE scope = ANY (SELECT unnest(scopes) FROM given)",
  ballots_in: `INSERT INTO secret_ballot (id, vote_id, sealed)
    SELECT id, (SELECT vote FROM given), decode(sealed, 'base64') ${rows("ballots", "id uuid, sealed text")}`,
} as const;

/** Stores a change of a motion that closes no vote. */
export async function commitMotion(pool: pg.Pool, keys: DataKeys, change: FileChange): Promise<Committed> {
  const { key, ...statement } = await motionStatement(change, keys);
  try {
    await inTransaction(pool, async (client) => {
      // No ballot comes in between: what is destroyed with the vote is everything.
      if (change.closesVote !== undefined)
        await client.query("SELECT id FROM motion_vote WHERE id = $1 FOR UPDATE", [change.closesVote]);
      await client.query({ ...statement, values: [...statement.values] });
    });
  } catch (error) {
    return meaningOfMotion(error);
  }
  if (key !== undefined) keys.keep(change.motion, key);
  if (change.closesVote !== undefined) forgetKeys(keys, change.closesVote);
  return "committed";
}

/** Takes the keys of a vote out of the memory of this process. */
export function forgetKeys(keys: DataKeys, vote: string): void {
  const { ballots, voters } = scopesOf(vote);
  keys.forget(ballots);
  keys.forget(voters);
}
