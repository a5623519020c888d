import { randomUUID } from "node:crypto";

import pg from "pg";
import { inject } from "vitest";

/** The address of a new, empty database on the tests' server. */
export async function freshDatabase(): Promise<string> {
  const name = `fresh_${randomUUID().replaceAll("-", "")}`;
  await onServer(`CREATE DATABASE ${name}`);
  return `${inject("postgresUrl")}/${name}`;
}

/** Does something on the server itself. */
export async function onServer(sql: string): Promise<void> {
  const admin = new pg.Client({ connectionString: `${inject("postgresUrl")}/postgres` });
  await admin.connect();
  await admin.query(sql);
  await admin.end();
}
