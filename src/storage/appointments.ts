import type pg from "pg";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";

import type { Store } from "../application/ports.ts";
import type { Appointment } from "../domain/people/appointment.ts";
import { query } from "./query.ts";
import { effectKey } from "./rows.ts";

export type AppointmentStore = "enterAppointments" | "appointments" | "countAppointments";

// Those that were entered before ask for nothing again.
const ENTER = `WITH given AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb)
      AS x(id text, person uuid, key text, kind text, "from" timestamptz, until timestamptz, by uuid, at timestamptz)),
  entered AS (
    INSERT INTO appointment (id, person_id, key, kind, "from", until, by_id, at)
    SELECT id, person, key, kind, "from", until, by, at FROM given ON CONFLICT DO NOTHING RETURNING id)
  INSERT INTO outbox (key, effect, rank, due)
  SELECT x.key, x.effect, 2, now() FROM jsonb_to_recordset($2::jsonb) AS x(key text, effect jsonb)
  WHERE EXISTS (SELECT 1 FROM entered) ON CONFLICT (key) DO NOTHING`;

const SELECT = `SELECT id, person_id, key, kind, "from", until, by_id, at FROM appointment ORDER BY number`;

const moment = z.date().transform((date) => Temporal.Instant.fromEpochMilliseconds(date.getTime()));
const common = { id: z.string(), person_id: z.string(), key: z.string(), by_id: z.string().nullable(), at: moment };
const appointmentRow = z
  .discriminatedUnion("kind", [
    z.object({ ...common, kind: z.literal("begins"), from: moment, until: moment.nullable() }),
    z.object({ ...common, kind: z.literal("ends"), until: moment }),
  ])
  .transform(({ id, person_id: person, key, by_id: by, at, ...of }): Appointment => {
    const entered = { id, person, key, by: by === null ? file : ({ kind: "person", person: by } as const), at };
    return of.kind === "ends"
      ? { ...entered, kind: of.kind, until: of.until }
      : { ...entered, kind: of.kind, from: of.from, until: of.until ?? undefined };
  });
const file = { kind: "file" } as const;

/** Who came to hold an office or to be of a class, and who ceased to. */
export function appointmentStore(pool: pg.Pool): Pick<Store, AppointmentStore> {
  return {
    async enterAppointments(entered, effects) {
      const rows = entered.map((each) => ({
        ...each,
        from: each.kind === "begins" ? each.from : null,
        by: each.by.kind === "file" ? null : each.by.person,
      }));
      const asked = effects.map((effect) => ({ key: effectKey(effect), effect }));
      await query(pool, {
        name: "enter-appointments",
        text: ENTER,
        values: [JSON.stringify(rows), JSON.stringify(asked)],
      });
    },
    async appointments() {
      const { rows } = await query(pool, { name: "appointments", text: SELECT, values: [] });
      return rows.map((row) => appointmentRow.parse(row));
    },
    async countAppointments() {
      const { rows } = await query<{ count: string }>(pool, {
        name: "count-appointments",
        text: "SELECT count(*) FROM appointment",
        values: [],
      });
      return Number(rows[0]?.count ?? 0);
    },
  };
}
