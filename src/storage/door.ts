import type pg from "pg";
import { Temporal } from "temporal-polyfill";

import type { Store } from "../application/ports.ts";
import type { DataKeys } from "./keys.ts";
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

interface QuestionRow extends pg.QueryResultRow {
  readonly by: string;
  readonly at: Date;
  readonly sealed: Buffer;
}

interface DelegateRow extends pg.QueryResultRow {
  readonly person: string;
  readonly by: string;
  readonly at: Date;
  readonly until: Date;
}

/** Who may not take part in events, what was asked at their doors, and who may ask. */
export async function doorStore(pool: pg.Pool, keys: DataKeys, indexKey: Buffer): Promise<Pick<Store, DoorStore>> {
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
      await query(pool, {
        text: "INSERT INTO door_question (person_id, at, sealed) VALUES ($1, $2, $3)",
        values: [by, moment, sealed(questionKey(by, moment), asked)],
      });
    },
    async doorQuestions(limit) {
      const { rows } = await query<QuestionRow>(pool, {
        text: "SELECT person_id AS by, at, sealed FROM door_question ORDER BY id DESC LIMIT $1",
        values: [limit],
      });
      return rows.map(({ by, at, sealed: bytes }) => ({
        by,
        at: instantOf(at),
        ...doorText.parse(opened(questionKey(by, at), bytes)),
      }));
    },
    async nameDoorDelegate({ person, by, at, until }) {
      await query(pool, {
        text: "INSERT INTO door_delegate (person_id, by_id, at, until) VALUES ($1, $2, $3, $4)",
        values: [person, by, dateOf(at), dateOf(until)],
      });
    },
    async doorDelegates(at) {
      const { rows } = await query<DelegateRow>(pool, {
        text: `SELECT person_id AS person, by_id AS by, at, until FROM door_delegate
          WHERE at <= $1 AND until > $1 ORDER BY id`,
        values: [dateOf(at)],
      });
      return rows.map((row) => ({ ...row, at: instantOf(row.at), until: instantOf(row.until) }));
    },
  };
}

const questionKey = (person: string, at: Date) => `question|${person}|${at.toISOString()}`;
const barredKey = (blind: Buffer) => `barred|${blind.toString("hex")}`;
const instantOf = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime());
const dateOf = (at: Temporal.Instant) => new Date(at.epochMilliseconds);
