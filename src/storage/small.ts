import type pg from "pg";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";

import type { Draft, DraftFile, Store } from "../application/ports.ts";
import type { DataKeys } from "./keys.ts";
import { query } from "./query.ts";
import { remember, remembered, rememberedUnder } from "./remember.ts";
import { draftText } from "./rows.ts";
import { seal, unseal } from "./vault.ts";

type SmallStore =
  | "saveDraft"
  | "draft"
  | "draftsOf"
  | "deleteDraft"
  | "saveDraftFile"
  | "draftFiles"
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

interface FileRow extends pg.QueryResultRow {
  readonly number: number;
  readonly sealed: Buffer;
}

/** A file as it is sealed: its name, and its bytes or why it was not taken. */
const fileText = z.object({
  name: z.string(),
  bytes: z.base64().optional(),
  untaken: z.enum(["kind", "too-large", "too-much", "gone"]).default("gone"),
});

/** Drafts, and small values that outlive a restart. */
export async function smallStore(pool: pg.Pool, keys: DataKeys): Promise<Pick<Store, SmallStore>> {
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
      await query(pool, {
        name: "delete-draft",
        text: "WITH files_out AS (DELETE FROM draft_file WHERE draft = $1) DELETE FROM draft WHERE id = $1",
        values: [id],
      });
    },
    async saveDraftFile({ draft, number, name, content }) {
      const text =
        typeof content === "string" ? { untaken: content } : { bytes: Buffer.from(content).toString("base64") };
      const sealed = seal(key, `draft-file|${draft}|${number}`, Buffer.from(JSON.stringify({ name, ...text })));
      await query(pool, {
        text: `INSERT INTO draft_file (draft, number, sealed) SELECT id, $2, $3 FROM draft WHERE id = $1
          ON CONFLICT (draft, number) DO NOTHING`,
        values: [draft, number, sealed],
      });
    },
    async draftFiles(draft) {
      const { rows } = await query<FileRow>(pool, {
        text: "SELECT number, sealed FROM draft_file WHERE draft = $1 ORDER BY number",
        values: [draft],
      });
      return rows.map(({ number, sealed }): DraftFile => {
        const box = unseal(key, `draft-file|${draft}|${number}`, sealed);
        const { name, bytes, untaken } = fileText.parse(JSON.parse(box.toString()));
        return { draft, number, name, content: bytes === undefined ? untaken : Buffer.from(bytes, "base64") };
      });
    },
    async purgeDrafts(before, kept) {
      const { rowCount } = await query(pool, {
        text: "DELETE FROM draft WHERE at < $1 AND form <> ALL ($2::text[])",
        values: [before.toString(), kept],
      });
      // Of what was deleted otherwise, while a file was on its way, it goes as well.
      await query(pool, {
        text: "DELETE FROM draft_file WHERE NOT EXISTS (SELECT FROM draft WHERE draft.id = draft_file.draft)",
        values: [],
      });
      return rowCount ?? 0;
    },
    remember: (name, value) => remember(pool, name, value),
    remembered: (name) => remembered(pool, name),
    rememberedUnder: (prefix) => rememberedUnder(pool, prefix),
  };
}
