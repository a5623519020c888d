#!/usr/bin/env node
// Prisma's command line wants a native "schema engine" and downloads it at the first command. This file stands in for it: the same
// JSON-RPC over stdin and stdout, answered by Prisma's own WebAssembly build from npm, so that no command ever downloads anything.
// DATABASE_URL=postgres...  that server (its shadow database is in memory); otherwise everything happens in memory (PGlite).
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { createInterface } from "node:readline";

import { PGlite } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";

import { ProtocolStream } from "../../src/storage/protocolStream.ts";

const argv = process.argv.slice(2);
const option = (name) => (argv.includes(name) ? argv[argv.indexOf(name) + 1] : undefined);
const datasource = option("--datasource");
const url = datasource === undefined ? undefined : JSON.parse(datasource).url;
const isServer = url !== undefined && !url.startsWith("postgresql://memory");

const log = (level, message, extra) =>
  process.stderr.write(
    `${JSON.stringify({ timestamp: new Date().toISOString(), level, fields: { message, ...extra }, target: "schema_engine::logger" })}\n`,
  );

/** `cli can-connect-to-database | create-database | drop-database`, as Prisma's command line calls them. */
async function administer(command) {
  if (!isServer) return;
  const name = decodeURIComponent(new URL(url).pathname.slice(1)) || "postgres";
  const quoted = pg.escapeIdentifier(name);
  const run = async (address, sql) => {
    const client = new pg.Client({ connectionString: address });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  const admin = Object.assign(new URL(url), { pathname: "/postgres" }).toString();
  const codes = { "3D000": "P1003", "28P01": "P1000", 28000: "P1000" };
  try {
    if (command === "can-connect-to-database") await run(url, "SELECT 1");
    if (command === "create-database") await run(admin, `CREATE DATABASE ${quoted}`);
    if (command === "drop-database") await run(admin, `DROP DATABASE IF EXISTS ${quoted} WITH (FORCE)`);
  } catch (error) {
    process.stderr.write("\n");
    log("ERROR", String(error.message || error.code), { error_code: codes[error.code] ?? "P1001", is_panic: false });
    process.exit(1);
  }
}

const inMemory = () => {
  const database = new PGlite();
  const exec = async (bytes) => {
    await database.waitReady;
    const answers = [];
    await database.execProtocolRawStream(bytes, { onRawData: (data) => answers.push(Buffer.from(data)) });
    return Buffer.concat(answers);
  };
  class Client extends pg.Client {
    constructor(config) {
      super({ ...config, user: "postgres", database: "postgres", ssl: false, stream: () => new ProtocolStream(exec) });
    }
  }
  return new PrismaPg({ max: 1, Client });
};

// @prisma/adapter-pg does not know the catalogue's own types and splits scripts at every ';': both matter to the schema engine.
const typeOfOid = {
  16: ColumnTypeEnum.Boolean,
  17: ColumnTypeEnum.Bytes,
  18: ColumnTypeEnum.Character,
  20: ColumnTypeEnum.Int64,
  21: ColumnTypeEnum.Int32,
  23: ColumnTypeEnum.Int32,
  26: ColumnTypeEnum.Int64,
  114: ColumnTypeEnum.Json,
  700: ColumnTypeEnum.Float,
  701: ColumnTypeEnum.Double,
  1000: ColumnTypeEnum.BooleanArray,
  1002: ColumnTypeEnum.CharacterArray,
  1003: ColumnTypeEnum.TextArray,
  1005: ColumnTypeEnum.Int32Array,
  1007: ColumnTypeEnum.Int32Array,
  1009: ColumnTypeEnum.TextArray,
  1015: ColumnTypeEnum.TextArray,
  1016: ColumnTypeEnum.Int64Array,
  1114: ColumnTypeEnum.DateTime,
  1184: ColumnTypeEnum.DateTime,
  3802: ColumnTypeEnum.Json,
};

const forSchemaEngine = (adapter) => {
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    try {
      return await queryRaw(query);
    } catch (error) {
      if (error.cause?.kind !== "UnsupportedNativeDataType") throw error;
      const result = await adapter.client.query({ text: query.sql, values: query.args, rowMode: "array" });
      return {
        columnNames: result.fields.map((field) => field.name),
        columnTypes: result.fields.map((field) => typeOfOid[field.dataTypeID] ?? ColumnTypeEnum.Text),
        rows: result.rows,
      };
    }
  };
  adapter.executeScript = async (script) => {
    try {
      await adapter.client.query(script);
    } catch (error) {
      adapter.onError(error);
    }
  };
  return adapter;
};

const factoryFor = (factory) => ({
  provider: factory.provider,
  adapterName: factory.adapterName,
  connect: async () => forSchemaEngine(await factory.connect()),
  connectToShadowDb: async () => forSchemaEngine(await inMemory().connect()),
});

async function openEngine() {
  const gluePath = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const glue = await import(gluePath);
  const wasm = await readFile(path.join(path.dirname(gluePath), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const factory = factoryFor(isServer ? new PrismaPg(url) : inMemory());
  return glue.SchemaEngine.new({ datamodels: undefined }, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
}

let engine;
const send = (answer) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...answer })}\n`);

async function answer({ id, method, params }) {
  if (method === undefined) return;
  if (method === "createDatabase" || method === "ensureConnectionValidity") return send({ id, result: {} });
  try {
    engine ??= await openEngine();
    const call = engine[method === "getDatabaseVersion" ? "version" : method];
    if (call === undefined) return send({ id, error: { code: -32_601, message: `no such method ${method}` } });
    // In 7.10 these two look for their shadow database only in a cache that devDiagnostic fills and applyMigrations empties.
    if (method === "evaluateDataLoss" || method === "createMigration")
      await engine.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters });
    const result = await call.call(engine, params);
    if (method === "diff" && result.stdout != null) {
      send({ id: "print", method: "print", params: { content: result.stdout } });
      return send({ id, result: { exitCode: result.exitCode, stdout: null } });
    }
    send({ id, result: result ?? {} });
  } catch (error) {
    const message = error?.message ?? String(error);
    const data = { is_panic: false, message, meta: error?.meta ?? null, error_code: error?.code, backtrace: null };
    send({ id, error: { code: 4466, message, data } });
  }
}

if (argv.includes("--version")) {
  process.stdout.write("schema-engine-wasm\n");
} else if (argv.includes("cli")) {
  await administer(argv.at(-1));
} else {
  let queue = Promise.resolve();
  createInterface({ input: process.stdin })
    .on("line", (line) => {
      queue = queue.then(() => answer(JSON.parse(line)));
    })
    .on("close", () => queue.then(() => process.exit(0)));
}
