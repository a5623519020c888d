import { DatabaseError } from "pg";
import type pg from "pg";
import { Temporal } from "temporal-polyfill";

import type { Store, StoredStatement } from "../application/ports.ts";
import type { PrismaClient } from "./client/client.ts";
import type { AmendmentStatementModel } from "./client/models.ts";
import type { DataKeys } from "./keys.ts";
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

/** Rulebooks: texts, versions and statements, none of which ever changes. */
export async function rulebookStore(
  pool: pg.Pool,
  prisma: PrismaClient,
  keys: DataKeys,
): Promise<Pick<Store, RulebookStore>> {
  const key = await keys.readOrMake(SCOPE);
  const opened = (row: AmendmentStatementModel): StoredStatement => {
    const { id, hash, vote, personId, at, sealed } = row;
    const said = statedText.parse(JSON.parse(unseal(key, `amendment|${id}`, sealed).toString()));
    return { id, hash, vote, ...said, by: personId, at: instantOf(at) };
  };
  const inOrder = { orderBy: { at: "asc" } } as const;
  return {
    rulebookTexts: () => prisma.rulebookText.findMany(),
    async rulebookVersions() {
      const [rows, statements] = await Promise.all([
        prisma.rulebookVersion.findMany({ orderBy: { number: "asc" } }),
        prisma.amendmentStatement.findMany(inOrder),
      ]);
      return rows.map(({ number, hash, inForce, statements: stated, at }) => ({
        number,
        hash,
        inForce: inForce.toISOString().slice(0, 10),
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
      return (await prisma.amendmentStatement.findMany({ where: { hash }, ...inOrder })).map(opened);
    },
    async stateAmendment({ id, hash, vote, by, at, decidedBy, decidedOn, minutes }) {
      const said = JSON.stringify({ decidedBy, decidedOn, minutes });
      const sealed = new Uint8Array(seal(key, `amendment|${id}`, Buffer.from(said)));
      const data = { id, hash, vote, personId: by, at: new Date(at.epochMilliseconds), sealed };
      await prisma.amendmentStatement.create({ data });
    },
  };
}

const instantOf = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime());
