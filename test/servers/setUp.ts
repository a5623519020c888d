import type { TestProject } from "vitest/node";

import { startPostgres } from "./postgres.ts";

declare module "vitest" {
  export interface ProvidedContext {
    readonly postgresUrl: string;
  }
}

/** Starts the PostgreSQL server that the tests of this run share. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  project.provide("postgresUrl", server.url);
  return () => server.stop();
}
