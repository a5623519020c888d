import type pg from "pg";
import { Temporal } from "temporal-polyfill";

import type { Store } from "../application/ports.ts";
import { query } from "./query.ts";
import { answerRow } from "./rows.ts";

interface Row extends pg.QueryResultRow {
  readonly key: string;
  readonly value: string;
  readonly hash: string;
  readonly answer: string;
  readonly by: string;
  readonly at: Date;
}

/** What administrators answered about values of the rulebook: append-only. */
export function answerStore(pool: pg.Pool): Pick<Store, "recordAnswer" | "answers"> {
  return {
    async recordAnswer({ key, value, hash, answer, by, at }) {
      const { rowCount } = await query(pool, {
        text: `INSERT INTO answer (key, value, hash, answer, person_id, at) VALUES ($1, $2, $3, $4, $5, $6)
          ON CONFLICT DO NOTHING`,
        values: [key, value, hash, answer, by, new Date(at.epochMilliseconds)],
      });
      return (rowCount ?? 0) > 0;
    },
    async answers() {
      const { rows } = await query<Row>(pool, {
        text: "SELECT key, value, hash, answer, person_id AS by, at FROM answer ORDER BY id",
        values: [],
      });
      return rows.map(({ key, value, hash, answer, by, at }) => ({
        key,
        value,
        hash,
        answer: answerRow.parse(answer),
        by,
        at: Temporal.Instant.fromEpochMilliseconds(at.getTime()),
      }));
    },
  };
}
