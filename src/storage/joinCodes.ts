import { Temporal } from "temporal-polyfill";
import { z } from "zod";

import type { Store } from "../application/ports.ts";
import type { Prisma } from "./prisma.ts";
import { blindIndex } from "./vault.ts";

export type JoinCodeStore = "keepJoinCode" | "joinCode" | "dropJoinCode";

const made = z
  .strictObject({ person: z.string(), platform: z.enum(["discord", "slack"]), until: z.string() })
  .transform(({ until, ...by }) => ({ ...by, until: Temporal.Instant.from(until) }));

/** Codes with which people show that two accounts are theirs; kept under a keyed hash, so that nobody who reads the database can type one. */
export function joinCodeStore(prisma: Prisma, indexKey: Buffer): Pick<Store, JoinCodeStore> {
  const nameOf = (code: string) => `join:${blindIndex(indexKey, "join", code).toString("hex")}`;
  return {
    async keepJoinCode(code, { until, ...by }) {
      const value = JSON.stringify({ ...by, until: until.toString() });
      const name = nameOf(code);
      await (await prisma.client()).memory.upsert({ where: { name }, create: { name, value }, update: { value } });
    },
    async joinCode(code) {
      const found = await (await prisma.client()).memory.findUnique({ where: { name: nameOf(code) } });
      return found === null ? undefined : made.parse(JSON.parse(found.value));
    },
    async dropJoinCode(code) {
      await (await prisma.client()).memory.deleteMany({ where: { name: nameOf(code) } });
    },
  };
}
