import type pg from "pg";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";

import type { Store } from "../application/ports.ts";
import type { Reading } from "../domain/records/readings.ts";
import { query } from "./query.ts";

const parts = ["card", "people", "priors", "timeline", "readings", "steps"] as const satisfies readonly ReadPartOf[];
const viewers = ["handler", "voter", "party", "witness", "addressee", "reader", "nobody"] as const;

type ReadPartOf = Extract<Reading["what"], { kind: "part" }>["part"];

const part = z.enum(parts);
const readAs = z.enum(viewers).nullable();

const RECORD = `INSERT INTO reading (case_id, counted_id, person_id, at, read_as, statement_id, part)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;
const SELECT = `SELECT person_id AS reader, at, read_as, statement_id, part FROM reading
  WHERE case_id = $1::uuid OR counted_id = $2::uuid ORDER BY id`;

interface Row extends pg.QueryResultRow {
  readonly reader: string;
  readonly at: Date;
  readonly read_as: string | null;
  readonly statement_id: string | null;
  readonly part: string | null;
}

/** Who read what: of a case, or of a report that is only counted. */
export function readingStore(pool: pg.Pool): Pick<Store, "recordReading" | "readings"> {
  return {
    async recordReading(of, { reader, at, as, what }) {
      const values = [
        ...placeOf(of),
        reader,
        new Date(at.epochMilliseconds),
        as ?? null,
        what.kind === "text" ? what.statement : null,
        what.kind === "part" ? what.part : null,
      ];
      await query(pool, { name: "record-reading", text: RECORD, values });
    },
    async readings(of) {
      const { rows } = await query<Row>(pool, { text: SELECT, values: placeOf(of) });
      return rows.map((row) => ({
        reader: row.reader,
        at: Temporal.Instant.fromEpochMilliseconds(row.at.getTime()),
        as: readAs.parse(row.read_as) ?? undefined,
        what: whatOf(row.statement_id, row.part),
      }));
    },
  };
}

/** The case, or the report that is only counted: one of both. */
const placeOf = (of: Parameters<Store["readings"]>[0]) => (typeof of === "string" ? [of, null] : [null, of.counted]);

function whatOf(statement: string | null, named: string | null): Reading["what"] {
  if (statement !== null) return { kind: "text", statement };
  return named === null ? { kind: "refused" } : { kind: "part", part: part.parse(named) };
}
