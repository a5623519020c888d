import type pg from "pg";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";

import type { Store } from "../application/ports.ts";
import { forget, remember, remembered } from "./remember.ts";
import { blindIndex } from "./vault.ts";

export type JoinCodeStore = "keepJoinCode" | "joinCode" | "dropJoinCode";

const made = z
  .strictObject({ person: z.string(), platform: z.enum(["discord", "slack"]), until: z.string() })
  .transform(({ until, ...by }) => ({ ...by, until: Temporal.Instant.from(until) }));

/** Codes with which people show that two accounts are theirs; kept under a keyed hash, so that nobody who reads the database can type one. */
export function joinCodeStore(pool: pg.Pool, indexKey: Buffer): Pick<Store, JoinCodeStore> {
  const nameOf = (code: string) => `join:${blindIndex(indexKey, "join", code).toString("hex")}`;
  return {
    async keepJoinCode(code, { until, ...by }) {
      const value = JSON.stringify({ ...by, until: until.toString() });
      await remember(pool, nameOf(code), value);
    },
    async joinCode(code) {
      const found = await remembered(pool, nameOf(code));
      return found === undefined ? undefined : made.parse(JSON.parse(found));
    },
    dropJoinCode: (code) => forget(pool, nameOf(code)),
  };
}
