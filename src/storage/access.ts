import type pg from "pg";
import { z } from "zod";

import type { KeptAccess, Store } from "../application/ports.ts";
import type { DataKeys } from "./keys.ts";
import { query } from "./query.ts";
import { keptText } from "./rows.ts";
import { blindIndex, seal, unseal } from "./vault.ts";

export type AccessStore = "accessOf" | "accessById" | "accessIds" | "saveAccess" | "forgetAccess";

const SCOPE = "access";
const about = (id: string) => `access|${id}`;
const found = z.array(z.object({ id: z.string(), version: z.int(), sealed: z.instanceof(Uint8Array) }));
const READ = "SELECT id, version, sealed FROM kept_access WHERE";

/** What was taken from people on the platforms and is to be given back. */
export async function accessStore(pool: pg.Pool, keys: DataKeys, indexKey: Buffer): Promise<Pick<Store, AccessStore>> {
  const key = await keys.readOrMake(SCOPE);
  const blindOf = (whom: string) => blindIndex(indexKey, "access", whom);
  const open = (rows: unknown): readonly KeptAccess[] =>
    found.parse(rows).map(({ id, version, sealed }) => ({
      id,
      version,
      ...keptText.parse(JSON.parse(unseal(key, about(id), sealed).toString())),
    }));
  const changed = async (name: string, text: string, values: readonly unknown[]) =>
    (await query(pool, { name, text, values: [...values] })).rows.length > 0;
  return {
    async accessOf(person) {
      const { rows } = await query(pool, { name: "access-of", text: `${READ} blind = $1`, values: [blindOf(person)] });
      return open(rows);
    },
    async accessById(id) {
      const { rows } = await query(pool, { name: "access-by-id", text: `${READ} id = $1`, values: [id] });
      return open(rows)[0];
    },
    async accessIds() {
      const { rows } = await query(pool, { name: "access-ids", text: "SELECT id FROM kept_access", values: [] });
      return z
        .array(z.object({ id: z.string() }))
        .parse(rows)
        .map(({ id }) => id);
    },
    saveAccess({ id, version, whom, accounts }) {
      const sealed = seal(key, about(id), Buffer.from(JSON.stringify({ whom, accounts })));
      if (version > 0)
        return changed(
          "access-save",
          "UPDATE kept_access SET sealed = $3, version = version + 1 WHERE id = $1 AND version = $2 RETURNING id",
          [id, version, sealed],
        );
      return changed(
        "access-new",
        "INSERT INTO kept_access (id, blind, version, sealed) VALUES ($1, $2, 1, $3) ON CONFLICT DO NOTHING RETURNING id",
        [id, blindOf(whom), sealed],
      );
    },
    forgetAccess: ({ id, version }) =>
      changed("access-forget", "DELETE FROM kept_access WHERE id = $1 AND version = $2 RETURNING id", [id, version]),
  };
}
