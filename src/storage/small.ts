import type pg from "pg";
import { Temporal } from "temporal-polyfill";

import type { Draft, Store } from "../application/ports.ts";
import type { PrismaClient } from "./client/client.ts";
import type { DataKeys } from "./keys.ts";
import { query } from "./query.ts";
import { draftText } from "./rows.ts";
import { seal, unseal } from "./vault.ts";

type SmallStore =
  | "saveDraft"
  | "draft"
  | "draftsOf"
  | "deleteDraft"
  | "purgeDrafts"
  | "remember"
  | "remembered"
  | "rememberedUnder";

interface DraftRow extends pg.QueryResultRow {
  readonly id: string;
  readonly person_id: string | null;
  readonly form: string;
  readonly sealed: Buffer;
  readonly at: Date;
}

/** Drafts, and small values that outlive a restart. */
export async function smallStore(
  pool: pg.Pool,
  prisma: PrismaClient,
  keys: DataKeys,
): Promise<Pick<Store, SmallStore>> {
  const key = await keys.readOrMake("drafts");
  const opened = ({ id, person_id: person, form, sealed, at }: DraftRow): Draft => ({
    id,
    person: person ?? undefined,
    form,
    values: draftText.parse(JSON.parse(unseal(key, `draft|${id}`, sealed).toString())),
    at: Temporal.Instant.fromEpochMilliseconds(at.getTime()),
  });
  return {
    async saveDraft({ id, person, form, values, at }) {
      const sealed = seal(key, `draft|${id}`, Buffer.from(JSON.stringify(values)));
      await query(pool, {
        name: "save-draft",
        text: `INSERT INTO draft (id, person_id, form, sealed, at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO UPDATE
          SET person_id = excluded.person_id, form = excluded.form, sealed = excluded.sealed, at = excluded.at`,
        values: [id, person ?? null, form, sealed, at.toString()],
      });
    },
    async draft(id) {
      const { rows } = await query<DraftRow>(pool, {
        name: "draft",
        text: "SELECT id, person_id, form, sealed, at FROM draft WHERE id = $1",
        values: [id],
      });
      return rows.map(opened)[0];
    },
    async draftsOf(person) {
      const { rows } = await query<DraftRow>(pool, {
        text: "SELECT id, person_id, form, sealed, at FROM draft WHERE person_id = $1 ORDER BY at DESC, id",
        values: [person],
      });
      return rows.map(opened);
    },
    async deleteDraft(id) {
      await query(pool, { name: "delete-draft", text: "DELETE FROM draft WHERE id = $1", values: [id] });
    },
    async purgeDrafts(before, kept) {
      const { rowCount } = await query(pool, {
        text: "DELETE FROM draft WHERE at < $1 AND form <> ALL ($2::text[])",
        values: [before.toString(), kept],
      });
      return rowCount ?? 0;
    },
    async remember(name, value) {
      await prisma.memory.upsert({ where: { name }, create: { name, value }, update: { value } });
    },
    async remembered(name) {
      return (await prisma.memory.findUnique({ where: { name } }))?.value;
    },
    async rememberedUnder(prefix) {
      return (await prisma.memory.findMany({ where: { name: { startsWith: prefix } } })).map((row) => row.value);
    },
  };
}
