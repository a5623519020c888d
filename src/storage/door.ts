import { Temporal } from "temporal-polyfill";

import type { Store } from "../application/ports.ts";
import type { PrismaClient } from "./client/client.ts";
import type { DataKeys } from "./keys.ts";
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

/** Who may not take part in events, what was asked at their doors, and who may ask. */
export async function doorStore(
  prisma: PrismaClient,
  keys: DataKeys,
  indexKey: Buffer,
): Promise<Pick<Store, DoorStore>> {
  const key = await keys.readOrMake(SCOPE);
  const sealed = (about: string, value: unknown) =>
    new Uint8Array(seal(key, about, Buffer.from(JSON.stringify(value))));
  const opened = (about: string, bytes: Uint8Array): unknown => JSON.parse(unseal(key, about, bytes).toString());
  return {
    async barred() {
      const rows = await prisma.barred.findMany();
      return rows.map((row) => barredText.parse(opened(barredKey(row.blind), row.sealed)));
    },
    async saveBarred(barred) {
      const blind = new Uint8Array(blindIndex(indexKey, "barred", barred.whom));
      if (barred.bars.length === 0) {
        await prisma.barred.deleteMany({ where: { blind } });
        return;
      }
      const data = { sealed: sealed(barredKey(blind), barred) };
      await prisma.barred.upsert({ where: { blind }, create: { blind, ...data }, update: data });
    },
    async recordDoorQuestion({ by, at, ...asked }) {
      const moment = new Date(at.epochMilliseconds);
      await prisma.doorQuestion.create({
        data: { personId: by, at: moment, sealed: sealed(questionKey(by, moment), asked) },
      });
    },
    async doorQuestions(limit) {
      const rows = await prisma.doorQuestion.findMany({ orderBy: { id: "desc" }, take: limit });
      return rows.map(({ personId, at, sealed: bytes }) => ({
        by: personId,
        at: instantOf(at),
        ...doorText.parse(opened(questionKey(personId, at), bytes)),
      }));
    },
    async nameDoorDelegate({ person, by, at, until }) {
      const data = { personId: person, byId: by, at: dateOf(at), until: dateOf(until) };
      await prisma.doorDelegate.create({ data });
    },
    async doorDelegates(at) {
      const rows = await prisma.doorDelegate.findMany({
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

const questionKey = (personId: string, at: Date) => `question|${personId}|${at.toISOString()}`;
const barredKey = (blind: Uint8Array) => `barred|${Buffer.from(blind).toString("hex")}`;
const instantOf = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime());
const dateOf = (at: Temporal.Instant) => new Date(at.epochMilliseconds);
