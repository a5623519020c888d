import type pg from "pg";

import type { PrismaClient } from "./client/client.ts";

/** Prisma's client, made when it is first asked for: what is asked seldom and by people goes through it. */
export interface Prisma {
  client(): Promise<PrismaClient>;
  close(): Promise<void>;
}

/** What its query compiler and its graph of the schema take (14 MiB), only those organisations give that ask for something by it. */
export function prismaOn(pool: pg.Pool): Prisma {
  let made: Promise<PrismaClient> | undefined;
  return {
    client: () => (made ??= make(pool)),
    close: async () => (await made)?.$disconnect(),
  };
}

async function make(pool: pg.Pool): Promise<PrismaClient> {
  const [{ PrismaPg }, { PrismaClient }] = await Promise.all([
    import("@prisma/adapter-pg"),
    import("./client/client.ts"),
  ]);
  return new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: false }) });
}
