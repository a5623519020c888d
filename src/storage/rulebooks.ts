import { DatabaseError } from "pg";
import type pg from "pg";
import { Temporal } from "temporal-polyfill";

import type { Store, StoredStatement } from "../application/ports.ts";
import type { DataKeys } from "./keys.ts";
import type { Prisma } from "./prisma.ts";
import { query } from "./query.ts";
import { statedText } from "./rows.ts";
import { seal, unseal } from "./vault.ts";

export type RulebookStore =
  | "rulebookTexts"
  | "rulebookVersions"
  | "adoptVersion"
  | "amendmentStatements"
  | "stateAmendment";

const UNIQUE_VIOLATION = "23505";
const SCOPE = "amendments";

/** The text and the version together or neither; a version of this number stands in the way of both. */
const ADOPT = `WITH text_in AS (INSERT INTO rulebook_text (hash, text) VALUES ($2, $6) ON CONFLICT (hash) DO NOTHING)
  INSERT INTO rulebook_version (number, hash, in_force, statements, at) VALUES ($1, $2, $3::date, $4::uuid[], $5::timestamptz)`;

const VERSIONS = `SELECT number, hash, in_force::text AS "inForce", statements::text[] AS statements, at
  FROM rulebook_version ORDER BY number`;
const STATEMENTS = "SELECT id, hash, vote, person_id AS by, at, sealed FROM amendment_statement ORDER BY at";

interface TextRow extends pg.QueryResultRow {
  readonly hash: string;
  readonly text: string;
}

interface VersionRow extends pg.QueryResultRow {
  readonly number: number;
  readonly hash: string;
  readonly inForce: string;
  readonly statements: readonly string[];
  readonly at: Date;
}

interface StatementRow extends pg.QueryResultRow {
  readonly id: string;
  readonly hash: string;
  readonly vote: string;
  readonly by: string;
  readonly at: Date;
  readonly sealed: Buffer;
}

/** Rulebooks: texts, versions and statements, none of which ever changes. */
export async function rulebookStore(
  pool: pg.Pool,
  prisma: Prisma,
  keys: DataKeys,
): Promise<Pick<Store, RulebookStore>> {
  const key = await keys.readOrMake(SCOPE);
  const opened = ({ id, hash, vote, by, at, sealed }: StatementRow): StoredStatement => {
    const said = statedText.parse(JSON.parse(unseal(key, `amendment|${id}`, sealed).toString()));
    return { id, hash, vote, ...said, by, at: instantOf(at) };
  };
  return {
    async rulebookTexts() {
      const { rows } = await query<TextRow>(pool, { text: "SELECT hash, text FROM rulebook_text", values: [] });
      return rows;
    },
    async rulebookVersions() {
      const [{ rows }, { rows: statements }] = await Promise.all([
        query<VersionRow>(pool, { text: VERSIONS, values: [] }),
        query<StatementRow>(pool, { text: STATEMENTS, values: [] }),
      ]);
      return rows.map(({ number, hash, inForce, statements: stated, at }) => ({
        number,
        hash,
        inForce,
        statements: statements.filter(({ id }) => stated.includes(id)).map(opened),
        at: instantOf(at),
      }));
    },
    async adoptVersion({ number, hash, inForce, statements, at }, text) {
      const values = [number, hash, inForce, statements.map(({ id }) => id), at.toString(), text];
      try {
        await query(pool, { text: ADOPT, values });
        return "adopted";
      } catch (error) {
        if (error instanceof DatabaseError && error.code === UNIQUE_VIOLATION) return "stale";
        throw error;
      }
    },
    async amendmentStatements(hash) {
      const { amendmentStatement } = await prisma.client();
      const rows = await amendmentStatement.findMany({ where: { hash }, orderBy: { at: "asc" } });
      return rows.map(({ personId, sealed, ...row }) => opened({ ...row, by: personId, sealed: Buffer.from(sealed) }));
    },
    async stateAmendment({ id, hash, vote, by, at, decidedBy, decidedOn, minutes }) {
      const said = JSON.stringify({ decidedBy, decidedOn, minutes });
      const sealed = new Uint8Array(seal(key, `amendment|${id}`, Buffer.from(said)));
      const data = { id, hash, vote, personId: by, at: new Date(at.epochMilliseconds), sealed };
      const { amendmentStatement } = await prisma.client();
      await amendmentStatement.create({ data });
    },
  };
}

const instantOf = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime());
