import type pg from "pg";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";

import type { StoredCase } from "../application/casePorts.ts";
import type { Identity } from "../application/person.ts";
import type { DataKeys } from "./keys.ts";
import { query } from "./query.ts";
import { actorRow, entryRow, partyText, roleRow } from "./rows.ts";
import { unseal } from "./vault.ts";

const instant = z.number().transform((milliseconds) => Temporal.Instant.fromEpochMilliseconds(milliseconds));

const caseRow = z.object({
  id: z.string(),
  code_name: z.string(),
  rulebook: z.string(),
  kek: z.string().nullable(),
  wrapped: z.instanceof(Buffer).nullable(),
  entries: z.array(z.object({ version: z.int(), at: instant, by: actorRow, entry: entryRow })).nullable(),
  parties: z.array(z.object({ id: z.string(), role: roleRow, sealed: z.string() })).nullable(),
});

const TEXT = `SELECT file.id, file.code_name, file.rulebook, key.kek, key.wrapped,
  (SELECT json_agg(json_build_object('version', version, 'at', round(extract(epoch FROM at) * 1000), 'by', by, 'entry', body)
    ORDER BY version) FROM entry WHERE case_id = file.id) AS entries,
  (SELECT json_agg(json_build_object('id', id, 'role', role, 'sealed', encode(sealed, 'base64')) ORDER BY ordinal)
    FROM party WHERE case_id = file.id) AS parties
  FROM case_file AS file LEFT JOIN data_key AS key ON key.scope = file.id::text`;

/** How cases are found: by their ids, or one by its code name. */
export type CaseWhere =
  | { readonly by: "id"; readonly ids: readonly string[] }
  | { readonly by: "code-name"; readonly codeName: string };

/**
 * Reads whole case files in one statement, as they all stood at one moment, in the order in which they are asked for; a case that there
 * is not is left out. Throws for a case whose key is gone or cannot be opened.
 */
export async function readCases(pool: pg.Pool, keys: DataKeys, where: CaseWhere): Promise<readonly StoredCase[]> {
  const isById = where.by === "id";
  const { rows } = await query(pool, {
    name: isById ? "cases-by-id" : "case-by-code-name",
    text: `${TEXT} WHERE ${isById ? "file.id = ANY($1::uuid[])" : "file.code_name = $1"}`,
    values: [isById ? where.ids : where.codeName],
  });
  const found = rows.map((row) => storedCase(keys, caseRow.parse(row)));
  if (!isById) return found;
  const order = new Map(where.ids.map((id, i) => [id, i]));
  return found.toSorted((one, other) => (order.get(one.id) ?? 0) - (order.get(other.id) ?? 0));
}

function storedCase(keys: DataKeys, row: z.infer<typeof caseRow>): StoredCase {
  const { id, code_name: codeName, rulebook, kek, wrapped, entries, parties } = row;
  const key = keys.open(id, kek === null || wrapped === null ? undefined : { kek, wrapped });
  const identities = (parties ?? []).map(({ id: party, role, sealed }): Identity => {
    const words = unseal(key, `party|${party}`, Buffer.from(sealed, "base64")).toString();
    const { person, name } = partyText.parse(JSON.parse(words));
    return { party, role, person, name };
  });
  return { id, codeName, rulebook, entries: entries ?? [], identities };
}
