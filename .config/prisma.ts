import path from "node:path";

import { defineConfig } from "prisma/config";

// The command line would download a native schema engine before every command; this one is WebAssembly from npm.
process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ??= path.resolve(import.meta.dirname, "../prisma/engine/schema-engine.mjs");

export default defineConfig({
  schema: "../prisma/schema.prisma",
  migrations: { path: "../prisma/migrations" },
  datasource: { url: process.env["DATABASE_URL"] ?? "postgresql://memory/memory" },
});
