import type pg from "pg";
import { Temporal } from "temporal-polyfill";

import type { Store } from "../application/ports.ts";
import type { PrismaClient } from "./client/client.ts";
import type { DataKeys } from "./keys.ts";
import { query } from "./query.ts";
import { effectKey } from "./rows.ts";
import { seal, unseal } from "./vault.ts";

export type ObligationStore = "recordObligationDone" | "obligationsDone" | "announceObligation";

const SCOPE = "obligations";

// The announcement is kept and what follows from it is asked for in one statement: both or neither.
const ANNOUNCE = `WITH told AS (
    INSERT INTO obligation_told (key, at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING key),
  asked AS (
    INSERT INTO outbox (key, effect, rank, due)
    SELECT x.key, x.effect, 2, now() FROM told, jsonb_to_recordset($3::jsonb) AS x(key text, effect jsonb)
    ON CONFLICT (key) DO NOTHING)
  SELECT key FROM told`;

/** What was done of what has to be done again and again, and what was announced of it. */
export async function obligationStore(
  pool: pg.Pool,
  prisma: PrismaClient,
  keys: DataKeys,
): Promise<Pick<Store, ObligationStore>> {
  const key = await keys.readOrMake(SCOPE);
  return {
    async recordObligationDone({ id, obligation, on, by, at, note }) {
      const sealed = new Uint8Array(seal(key, `obligation|${id}`, Buffer.from(note)));
      const { count } = await prisma.obligationDone.createMany({
        data: [
          { id, obligation, on: new Date(`${on}T00:00:00Z`), personId: by, at: new Date(at.epochMilliseconds), sealed },
        ],
        skipDuplicates: true,
      });
      return count > 0;
    },
    async obligationsDone() {
      const rows = await prisma.obligationDone.findMany({ orderBy: [{ at: "asc" }, { id: "asc" }] });
      return rows.map(({ id, obligation, on, personId, at, sealed }) => ({
        id,
        obligation,
        on: on.toISOString().slice(0, 10),
        by: personId,
        at: Temporal.Instant.fromEpochMilliseconds(at.getTime()),
        note: unseal(key, `obligation|${id}`, sealed).toString(),
      }));
    },
    async announceObligation(announcement, at, effects) {
      const asked = effects.map((effect) => ({ key: effectKey(effect), effect }));
      const { rows } = await query(pool, {
        name: "announce-obligation",
        text: ANNOUNCE,
        values: [announcement, at.toString(), JSON.stringify(asked)],
      });
      return rows.length > 0;
    },
  };
}
