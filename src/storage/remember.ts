import type pg from "pg";

import { query } from "./query.ts";

/** Keeps a small value under a name, in place of the one that was there. */
export async function remember(pool: pg.Pool, name: string, value: string): Promise<void> {
  await query(pool, {
    name: "remember",
    text: "INSERT INTO memory (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    values: [name, value],
  });
}

/** The value under a name, if there is one. */
export async function remembered(pool: pg.Pool, name: string): Promise<string | undefined> {
  const { rows } = await query<{ value: string }>(pool, {
    name: "remembered",
    text: "SELECT value FROM memory WHERE name = $1",
    values: [name],
  });
  return rows[0]?.value;
}

/** The values under all names that begin so. */
export async function rememberedUnder(pool: pg.Pool, prefix: string): Promise<readonly string[]> {
  const { rows } = await query<{ value: string }>(pool, {
    text: "SELECT value FROM memory WHERE starts_with(name, $1) ORDER BY name",
    values: [prefix],
  });
  return rows.map(({ value }) => value);
}

export async function forget(pool: pg.Pool, name: string): Promise<void> {
  await query(pool, { text: "DELETE FROM memory WHERE name = $1", values: [name] });
}
