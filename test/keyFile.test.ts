import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

import { afterAll, expect, test } from "vitest";

import { readKeys } from "../src/keyFile.ts";
import { openKeyring } from "../src/storage/vault.ts";

const root = mkdtempSync(path.join(tmpdir(), "redress-keys-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const logged: string[] = [];
const keep = (event: string, facts: object = {}) => logged.push(JSON.stringify({ event, ...facts }));
const log = { info: keep, warn: keep };
const rights = (file: string) => (statSync(file).mode & 0o777).toString(8);

test("[E-19] at the first start a key file is made that only its owner may read, and whoever starts it is told to back it up", () => {
  const folder = path.join(root, "deep", "data");
  const keys = readKeys(undefined, folder, log);
  const file = path.join(folder, "keys");
  expect(openKeyring(keys).primary).toBe("first");
  expect(readFileSync(file, "utf8")).toBe(`${keys}\n`);
  expect([rights(file), rights(folder)]).toEqual(["600", "700"]);
  expect(logged).toHaveLength(1);
  expect(logged[0]).toContain("back it up apart from the database");
  expect(logged[0]).toContain(JSON.stringify(file));
  expect(logged[0]).not.toContain(keys.slice("first:".length));
});

test("[E-19] the key file is read again at every start, never written again, and closed to others when somebody opened it", () => {
  const folder = path.join(root, "kept");
  const keys = readKeys(undefined, folder, log);
  const file = path.join(folder, "keys");
  chmodSync(file, 0o644);
  const said = logged.length;
  expect(readKeys(undefined, folder, log)).toBe(keys);
  expect(rights(file)).toBe("600");
  const older = `second:${Buffer.alloc(32, 2).toString("base64")},${keys}`;
  writeFileSync(file, `${older}\n`);
  expect(readKeys(undefined, folder, log)).toBe(older);
  expect(logged.length).toBe(said);
});

test("keys that are given are used, and no file is made", () => {
  expect(readKeys("given:key", path.join(root, "unused"), log)).toBe("given:key");
  expect(readdirSync(root)).not.toContain("unused");
});

test("every key file holds another key", () => {
  const keys = Array.from({ length: 20 }, (_, i) => readKeys(undefined, path.join(root, String(i)), log));
  expect(new Set(keys).size).toBe(keys.length);
});

test("[E-19] two that start for the first time at the same moment have the same key, and nothing half-written is left", async () => {
  const folders = Array.from({ length: 100 }, (_, i) => path.join(root, "together", String(i)));
  const script = `const { readKeys } = await import(${JSON.stringify(path.resolve("src/keyFile.ts"))});
    while (Date.now() < ${Date.now() + 1000});
    for (const folder of ${JSON.stringify(folders)}) console.log(readKeys(undefined, folder, { info() {}, warn() {} }));`;
  const run = promisify(execFile);
  const told = await Promise.all(
    [1, 2].map(async () => (await run(process.execPath, ["--input-type=module", "-e", script])).stdout.trim()),
  );
  expect(new Set(told).size).toBe(1);
  expect(told[0]?.split("\n").map((keys) => openKeyring(keys).primary)).toEqual(folders.map(() => "first"));
  expect(folders.flatMap((folder) => readdirSync(folder))).toEqual(folders.map(() => "keys"));
});
