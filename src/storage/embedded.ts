import fs from "node:fs";
import os from "node:os";
import path from "node:path";

import { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";
import pg from "pg";
import lockfile from "proper-lockfile";

import { ProtocolStream } from "./protocolStream.ts";
import type { Exchange } from "./protocolStream.ts";

/** PostgreSQL compiled to WebAssembly, in this process, on a folder of its own. */
export interface Embedded {
  /** Gives node-postgres its one connection. */
  readonly pool: pg.PoolConfig;
  /** The whole database as a compressed archive, consistent at this moment. */
  backup(): Promise<Buffer>;
  close(): Promise<void>;
}

export interface EmbeddedOptions {
  /** A backup to begin with, when the folder is new. */
  readonly template?: Buffer;
  /** How long to wait for another process that holds the folder, in milliseconds. */
  readonly waitMs?: number;
  /** Called when the folder's lock was lost: the process must not write any more. */
  readonly onLockLost?: (error: Error) => void;
}

const EIO = 29;
const CHECKPOINT_EVERY_MS = 5 * 60_000;
const VACUUM_EVERY_MS = 24 * 60 * 60_000;

const settings = [
  "wal_sync_method=fsync",
  "shared_buffers=16MB",
  "wal_buffers=1MB",
  "max_wal_size=64MB",
  "min_wal_size=32MB",
];

const sizes = settings.flatMap((setting) => ["-c", setting]);

// "-F" would switch fsync off: a power cut would lose or break acknowledged writes.
const startParams = [...PGlite.defaultStartParams.filter((parameter) => parameter !== "-F"), ...sizes];

/** PGlite's file layer never calls fsync by itself; this one does. */
class DurableFiles extends NodeFS {
  override async init(...args: Parameters<NodeFS["init"]>): ReturnType<NodeFS["init"]> {
    const result = await super.init(...args);
    const { emscriptenOpts } = result;
    emscriptenOpts.preRun = [
      ...(emscriptenOpts.preRun ?? []),
      (module: object) => {
        const files: unknown = Reflect.get(module, "NODEFS");
        const operations: unknown =
          typeof files === "object" && files !== null ? Reflect.get(files, "stream_ops") : undefined;
        if (typeof operations !== "object" || operations === null)
          throw new Error("The embedded database's file layer has changed: it cannot be made durable.");
        Reflect.set(operations, "fsync", sync);
      },
    ];
    return result;
  }
}

/** An exception thrown through WebAssembly would break PostgreSQL's own error handling; an errno makes it stop itself. */
function sync(stream: { readonly nfd: number }): number {
  try {
    fs.fsyncSync(stream.nfd);
    return 0;
  } catch {
    return EIO;
  }
}

/**
 * Opens the embedded database in a folder, which is made when it is missing.
 * @throws with a plain sentence when another process holds the folder or it cannot be written to
 */
export async function openEmbedded(folder: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  const directory = path.resolve(folder);
  makeFolder(directory);
  const release = await lockFolder(directory, options.waitMs ?? 20_000, options.onLockLost);
  const isNew = !fs.existsSync(path.join(directory, "PG_VERSION"));
  const template =
    isNew && options.template !== undefined ? { loadDataDir: new Blob([new Uint8Array(options.template)]) } : {};
  const database = await PGlite.create({ fs: new DurableFiles(directory), startParams, ...template });
  if (isNew) await syncFolder(database, directory);

  // It has no checkpointer and no autovacuum of its own: without these its log and its tables only grow.
  const timers = [
    setInterval(() => void database.exec("CHECKPOINT"), CHECKPOINT_EVERY_MS),
    setInterval(() => void database.exec("VACUUM (ANALYZE)"), VACUUM_EVERY_MS),
  ];
  for (const timer of timers) timer.unref();
  return {
    pool: poolOver(database),
    backup: async () => Buffer.from(await (await database.dumpDataDir("gzip")).arrayBuffer()),
    async close() {
      for (const timer of timers) clearInterval(timer);
      await database.exec("CHECKPOINT");
      await database.close();
      await release();
    },
  };
}

/** A database in memory only, for trying things out, for tests and for making templates. */
export async function openInMemory(template?: Buffer): Promise<Embedded> {
  const database = await PGlite.create({
    startParams: [...PGlite.defaultStartParams, ...sizes],
    ...(template === undefined ? {} : { loadDataDir: new Blob([new Uint8Array(template)]) }),
  });
  return {
    pool: poolOver(database),
    backup: async () => Buffer.from(await (await database.dumpDataDir("gzip")).arrayBuffer()),
    close: () => database.close(),
  };
}

/** One connection, kept for good: there is one session in there, whatever node-postgres thinks. */
function poolOver(database: PGlite): pg.PoolConfig {
  const exchange: Exchange = async (bytes) => {
    const answers: Buffer[] = [];
    await database.execProtocolRawStream(bytes, { onRawData: (data) => answers.push(Buffer.from(data)) });
    // Without a turn of the event loop after each exchange a chain of statements starves timers and sockets.
    await new Promise((resolve) => setImmediate(resolve));
    return Buffer.concat(answers);
  };
  // A connection that follows another finds its prepared statements, and a transaction it broke off.
  const reset = async () => {
    await database.exec("ROLLBACK; DEALLOCATE ALL");
  };
  const stream = () => new ProtocolStream(exchange, reset);
  class Client extends pg.Client {
    constructor(config?: string | pg.ClientConfig) {
      const rest = typeof config === "object" ? config : {};
      super({ ...rest, user: "postgres", database: "postgres", ssl: false, stream });
    }
  }
  return { Client, max: 1, idleTimeoutMillis: 0 };
}

function makeFolder(directory: string): void {
  try {
    fs.mkdirSync(directory, { recursive: true, mode: 0o700 });
    fs.accessSync(directory, fs.constants.W_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The database folder ${directory} cannot be written to (${reason}). Make it writable, or name another in REDRESS_DATA.`,
      { cause: error },
    );
  }
}

/** The first creation copies files without fsync. */
async function syncFolder(database: PGlite, directory: string): Promise<void> {
  await database.exec("CHECKPOINT");
  const names = fs.readdirSync(directory, { recursive: true, encoding: "utf8" });
  for (const name of ["", ...names, ".."]) {
    const descriptor = fs.openSync(path.join(directory, name), "r");
    try {
      fs.fsyncSync(descriptor);
    } finally {
      fs.closeSync(descriptor);
    }
  }
}

const UPDATE_MS = 5000;
const STALE_MS = 15_000;
const LEFT_STALE_MS = 2000;

/** Only one process may open the folder: the database itself does not refuse a second one, whose writes are then lost. */
async function lockFolder(
  directory: string,
  waitMs: number,
  onLost: ((error: Error) => void) | undefined,
): Promise<() => Promise<void>> {
  const owner = `${directory}.owner`;
  const isLeft = ownerIsGone(owner);
  const retries = isLeft ? 10 : Math.ceil(waitMs / 1000);
  try {
    const release = await lockfile.lock(directory, {
      lockfilePath: `${directory}.lock`,
      stale: isLeft ? LEFT_STALE_MS : STALE_MS,
      update: isLeft ? LEFT_STALE_MS / 2 : UPDATE_MS,
      retries: { retries, factor: 1, minTimeout: isLeft ? 250 : 1000 },
      ...(onLost === undefined ? {} : { onCompromised: onLost }),
    });
    fs.writeFileSync(owner, JSON.stringify({ host: os.hostname(), pid: process.pid }));
    return release;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ELOCKED")
      throw new Error(
        `The database folder ${directory} is in use by another process. Stop that one first; to run several, set DATABASE_URL to a PostgreSQL server.`,
        { cause: error },
      );
    throw error;
  }
}

/** Whether the process that last held the folder is known to have ended. */
function ownerIsGone(file: string): boolean {
  try {
    const parsed: unknown = JSON.parse(fs.readFileSync(file, "utf8"));
    if (typeof parsed !== "object" || parsed === null || !("host" in parsed) || !("pid" in parsed)) return false;
    const { host, pid } = parsed;
    if (host !== os.hostname() || typeof pid !== "number") return false;
    return pid === process.pid || !isRunning(pid);
  } catch {
    return false;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}
