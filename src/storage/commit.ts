import { createHash } from "node:crypto";

import { DatabaseError } from "pg";

import type { Change, Committed } from "../application/casePorts.ts";
import type { DataKeys } from "./keys.ts";
import type { Statement } from "./query.ts";
import { requestClauses, requestColumns, requestsOf } from "./request.ts";
import { blindIndex, seal } from "./vault.ts";

/** Constraints whose violation means that this was done before; of the others, that somebody else was faster. */
const seenConstraints = new Set(["delivery_pkey", "case_file_draft_key"]);
const staleConstraints = new Set(["entry_pkey", "case_file_code_name_key"]);
const UNIQUE_VIOLATION = "23505";
/** Two waited for each other, and this one was given up. */
const DEADLOCK = "40P01";

/** What a failed commit means; anything else is thrown on. */
export function meaningOf(error: unknown): Exclude<Committed, "committed"> {
  if (error instanceof DatabaseError && error.code === DEADLOCK) return "stale";
  if (error instanceof DatabaseError && error.code === UNIQUE_VIOLATION) {
    if (seenConstraints.has(error.constraint ?? "")) return "seen";
    if (staleConstraints.has(error.constraint ?? "")) return "stale";
  }
  throw error;
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

/**
 * One change as one statement: every table it touches in a clause of its own, so that it is stored as a whole or not at all, in one
 * round trip. A duplicate delivery, draft or version violates a unique index and takes everything back.
 */
export async function commitStatement(change: Change, keys: DataKeys, indexKey: Buffer): Promise<Statement> {
  const made = change.opens === undefined ? undefined : keys.make(change.case);
  const key = made?.key ?? (await keys.read(change.case));
  if (made !== undefined) keys.keep(change.case, made.key);
  const sealed = (kind: string, id: string, text: string) => base64(seal(key, `${kind}|${id}`, Buffer.from(text)));

  const payload = {
    key: made === undefined ? undefined : { kek: made.kek, wrapped: base64(made.wrapped) },
    opens: change.opens,
    at: change.entries[0]?.at,
    version: change.expected + change.entries.length,
    handlers: change.handlers,
    closed: change.isClosed,
    entries: change.entries.map(({ version, at, by, entry }) => ({ version, at, by, body: entry })),
    parties: change.identities.map(({ party, role, person, name }, i) => ({
      id: party,
      // Who comes into a case later stands after those who were in it from the beginning.
      ordinal: change.expected + i,
      role,
      blind: person === undefined ? null : base64(blindIndex(indexKey, "party", person)),
      sealed: sealed("party", party, JSON.stringify({ person, name })),
    })),
    words: change.words.map(({ id, text }) => ({ id, sealed: sealed("statement", id, text) })),
    wakes: change.wakes,
    voters: change.opensVote?.electorate.map((person) => ({
      person,
      cleared: change.opensVote?.cleared.includes(person) ?? false,
    })),
    clears: change.clears,
    recuses: change.recuses,
    effects: requestsOf([change]),
  };
  const clauses = clausesFor(change);
  return {
    // PostgreSQL cuts names off at 63 bytes: a short one for each set of clauses.
    name: `commit-${createHash("sha256").update(Object.keys(clauses).join()).digest("hex").slice(0, 16)}`,
    text: `WITH payload AS (SELECT $1::jsonb AS p), ${Object.entries(clauses)
      .map(([name, sql]) => `${name} AS (${sql})`)
      .join(",\n")} SELECT 1`,
    values: [
      JSON.stringify(payload),
      change.case,
      change.delivery ?? null,
      change.opensVote?.vote ?? change.closesVote ?? null,
    ],
  };
}

const rows = (field: string, columns: string) =>
  `FROM payload CROSS JOIN LATERAL jsonb_to_recordset(p -> '${field}') AS x(${columns})`;
const people = (field: string) => `(SELECT value::uuid FROM payload, jsonb_array_elements_text(p -> '${field}'))`;

function clausesFor(change: Change): Readonly<Record<string, string>> {
  const clauses: Record<string, string> = {
    // The parameters are named once here, whatever the change holds, so that each has a type.
    given: "SELECT $2::uuid AS case_id, $3::text AS delivery, $4::uuid AS vote",
  };
  if (change.delivery !== undefined) clauses["delivery_in"] = "INSERT INTO delivery (key) SELECT delivery FROM given";
  if (change.opens === undefined) {
    clauses["file"] = `UPDATE case_file SET version = (p ->> 'version')::int, is_closed = (p ->> 'closed')::boolean,
      handlers = ARRAY${people("handlers")} FROM payload WHERE id = (SELECT case_id FROM given)`;
  } else {
    clauses["key_in"] =
      "INSERT INTO data_key (scope, kek, wrapped) SELECT case_id::text, p #>> '{key,kek}', decode(p #>> '{key,wrapped}', 'base64') FROM payload, given";
    clauses["file"] = `INSERT INTO case_file (id, code_name, rulebook, draft, version, opened, handlers)
      SELECT case_id, p #>> '{opens,codeName}', p #>> '{opens,rulebook}', p #>> '{opens,draft}', (p ->> 'version')::int,
        (p ->> 'at')::timestamptz, ARRAY${people("handlers")} FROM payload, given`;
    clauses["draft_out"] = "DELETE FROM draft WHERE id = (SELECT p #>> '{opens,draft}' FROM payload)";
    clauses["draft_files_out"] = "DELETE FROM draft_file WHERE draft = (SELECT p #>> '{opens,draft}' FROM payload)";
  }
  clauses["entries"] = `INSERT INTO entry (case_id, version, at, by, body)
    SELECT (SELECT case_id FROM given), version, at, by, body ${rows("entries", "version int, at timestamptz, by jsonb, body jsonb")}`;
  if (change.identities.length > 0)
    clauses["parties"] = `INSERT INTO party (id, case_id, ordinal, role, blind, sealed)
      SELECT id, (SELECT case_id FROM given), ordinal, role, decode(blind, 'base64'), decode(sealed, 'base64')
      ${rows("parties", "id uuid, ordinal int, role text, blind text, sealed text")}`;
  if (change.words.length > 0)
    clauses["words"] = `INSERT INTO statement (id, case_id, sealed)
      SELECT id, (SELECT case_id FROM given), decode(sealed, 'base64') ${rows("words", "id uuid, sealed text")}`;
  if (change.opens === undefined)
    clauses["deadlines_out"] = `DELETE FROM deadline WHERE case_id = (SELECT case_id FROM given)
      AND key NOT IN (SELECT x.key ${rows("wakes", "key text")})`;
  if (change.wakes.length > 0)
    clauses["deadlines_in"] = `INSERT INTO deadline (case_id, key, kind, at)
      SELECT (SELECT case_id FROM given), key, kind, at ${rows("wakes", "key text, kind text, at timestamptz")}
      ON CONFLICT (case_id, key) DO UPDATE SET kind = excluded.kind, at = excluded.at`;
  if (change.opensVote !== undefined) {
    clauses["vote_in"] = "INSERT INTO vote (id, case_id) SELECT vote, case_id FROM given";
    clauses["voters_in"] = `INSERT INTO voter (vote_id, person_id, is_cleared)
      SELECT (SELECT vote FROM given), person, cleared ${rows("voters", "person uuid, cleared boolean")}`;
  }
  if (change.clears.length > 0)
    clauses["clears"] = `UPDATE voter SET is_cleared = true FROM vote, given
      WHERE vote.id = voter.vote_id AND vote.case_id = given.case_id AND person_id IN ${people("clears")}`;
  if (change.recuses.length > 0)
    clauses["recuses"] = `UPDATE voter SET is_recused = true FROM vote, given
      WHERE vote.id = voter.vote_id AND vote.case_id = given.case_id AND person_id IN ${people("recuses")}`;
  if (change.closesVote !== undefined)
    clauses["vote_closed"] = "UPDATE vote SET is_open = false WHERE id = (SELECT vote FROM given)";
  if (change.sealsVote === true) clauses["ballots_out"] = "DELETE FROM ballot WHERE vote_id = (SELECT vote FROM given)";
  if (change.effects.length > 0) Object.assign(clauses, requestClauses(rows("effects", requestColumns)));
  return clauses;
}
