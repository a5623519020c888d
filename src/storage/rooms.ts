import type pg from "pg";
import { z } from "zod";

import type { StoredRoom } from "../application/casePorts.ts";
import type { Store } from "../application/ports.ts";
import { query } from "./query.ts";
import { platformRow, purposeRow, roomMessages } from "./rows.ts";

const roomRows = z.array(
  z
    .object({
      case: z.string(),
      purpose: purposeRow,
      platform: platformRow,
      remote: z.string().nullable(),
      members: z.array(z.string()),
      messages: roomMessages,
      isArchived: z.boolean(),
      series: z.int(),
    })
    .transform((row): StoredRoom => ({ ...row, remote: row.remote ?? undefined })),
);

const READ = `SELECT case_id AS case, purpose, platform, remote, members, messages, is_archived AS "isArchived", series FROM room`;

/** The rooms of cases on platforms, as they were left. */
export function roomStore(pool: pg.Pool): Pick<Store, "room" | "roomsOf" | "saveRoom"> {
  return {
    async room(of, purpose, platform) {
      const text = `${READ} WHERE case_id = $1 AND purpose = $2 AND platform = $3`;
      const { rows } = await query(pool, { name: "room", text, values: [of, purpose, platform] });
      return roomRows.parse(rows)[0];
    },
    async roomsOf(cases) {
      const text = `${READ} WHERE case_id = ANY($1::uuid[])`;
      return roomRows.parse((await query(pool, { name: "rooms-of", text, values: [cases] })).rows);
    },
    async saveRoom({ case: of, purpose, platform, remote, members, messages, isArchived, series }) {
      await query(pool, {
        name: "save-room",
        text: `INSERT INTO room (case_id, purpose, platform, remote, members, messages, is_archived, series)
          VALUES ($1, $2, $3, $4, $5::uuid[], $6::jsonb, $7, $8) ON CONFLICT (case_id, purpose, platform) DO UPDATE SET
          remote = excluded.remote, members = excluded.members, messages = excluded.messages,
          is_archived = excluded.is_archived, series = excluded.series`,
        values: [of, purpose, platform, remote ?? null, members, JSON.stringify(messages), isArchived, series],
      });
    },
  };
}
