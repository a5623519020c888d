import type pg from "pg";
import { Temporal } from "temporal-polyfill";

import type { Store } from "../application/ports.ts";
import type { DataKeys } from "./keys.ts";
import type { Prisma } from "./prisma.ts";
import { query } from "./query.ts";
import { barredText, doorText } from "./rows.ts";
import { blindIndex, seal, unseal } from "./vault.ts";

export type DoorStore =
  | "barred"
  | "saveBarred"
  | "recordDoorQuestion"
  | "doorQuestions"
  | "nameDoorDelegate"
  | "doorDelegates";

const SCOPE = "door";

interface BarredRow extends pg.QueryResultRow {
  readonly blind: Buffer;
  readonly sealed: Buffer;
}

/** Who may not take part in events, what was asked at their doors, and who may ask. */
export async function doorStore(
  pool: pg.Pool,
  prisma: Prisma,
  keys: DataKeys,
  indexKey: Buffer,
): Promise<Pick<Store, DoorStore>> {
  const key = await keys.readOrMake(SCOPE);
  const sealed = (about: string, value: unknown) => seal(key, about, Buffer.from(JSON.stringify(value)));
  const opened = (about: string, bytes: Buffer): unknown => JSON.parse(unseal(key, about, bytes).toString());
  return {
    async barred() {
      const { rows } = await query<BarredRow>(pool, { text: "SELECT blind, sealed FROM barred", values: [] });
      return rows.map((row) => barredText.parse(opened(barredKey(row.blind), row.sealed)));
    },
    async saveBarred(barred) {
      const blind = blindIndex(indexKey, "barred", barred.whom);
      if (barred.bars.length === 0) {
        await query(pool, { text: "DELETE FROM barred WHERE blind = $1", values: [blind] });
        return;
      }
      await query(pool, {
        text: "INSERT INTO barred (blind, sealed) VALUES ($1, $2) ON CONFLICT (blind) DO UPDATE SET sealed = excluded.sealed",
        values: [blind, sealed(barredKey(blind), barred)],
      });
    },
    async recordDoorQuestion({ by, at, ...asked }) {
      const moment = dateOf(at);
      const { doorQuestion } = await prisma.client();
      const said = new Uint8Array(sealed(questionKey(by, moment), asked));
      await doorQuestion.create({ data: { personId: by, at: moment, sealed: said } });
    },
    async doorQuestions(limit) {
      const { doorQuestion } = await prisma.client();
      const rows = await doorQuestion.findMany({ orderBy: { id: "desc" }, take: limit });
      return rows.map(({ personId, at, sealed: bytes }) => ({
        by: personId,
        at: instantOf(at),
        ...doorText.parse(opened(questionKey(personId, at), Buffer.from(bytes))),
      }));
    },
    async nameDoorDelegate({ person, by, at, until }) {
      const { doorDelegate } = await prisma.client();
      await doorDelegate.create({ data: { personId: person, byId: by, at: dateOf(at), until: dateOf(until) } });
    },
    async doorDelegates(at) {
      const { doorDelegate } = await prisma.client();
      const rows = await doorDelegate.findMany({
        where: { at: { lte: dateOf(at) }, until: { gt: dateOf(at) } },
        orderBy: { id: "asc" },
      });
      return rows.map((row) => ({
        person: row.personId,
        by: row.byId,
        at: instantOf(row.at),
        until: instantOf(row.until),
      }));
    },
  };
}

const questionKey = (person: string, at: Date) => `question|${person}|${at.toISOString()}`;
const barredKey = (blind: Buffer) => `barred|${blind.toString("hex")}`;
const instantOf = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime());
const dateOf = (at: Temporal.Instant) => new Date(at.epochMilliseconds);
