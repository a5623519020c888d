import type { TestProject } from "vitest/node";

import { startPostgres } from "./postgres.ts";
import type { TestServer } from "./postgres.ts";

declare module "vitest" {
  export interface ProvidedContext {
    readonly postgresUrl: string;
    /** What a play that names no store is kept in: memory, or the embedded database for Discord and a server for Slack. */
    readonly playsOn: "memory" | "databases";
    /** How much is tried of what takes long: a sample each time, the rest of it along with the faults. */
    readonly walks: "sample" | "rest";
  }
}

let server: TestServer | undefined;

/** Starts the PostgreSQL server that the tests of this run share. */
export async function setup(project: TestProject): Promise<void> {
  server = await startPostgres();
  project.provide("postgresUrl", server.url);
}

export async function teardown(): Promise<void> {
  await server?.stop();
}
