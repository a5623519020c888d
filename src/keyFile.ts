import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

import type { Log } from "./application/ports.ts";

/**
 * The keys that names and words are sealed with: those given, or those of a file beside the data that only its owner may read, made at
 * the first start.
 */
export function readKeys(given: string | undefined, folder: string, log: Log): string {
  if (given !== undefined) return given;
  const file = path.join(folder, "keys");
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (makeKeyFile(file))
      log.warn("a key file was made: back it up apart from the database, nothing can be read without it", { file });
  }
  chmodSync(file, 0o600);
  return readFileSync(file, "utf8").trim();
}

/** Makes a key file, whole or not at all. Returns false where another process made it at the same moment: that one counts. */
function makeKeyFile(file: string): boolean {
  const whole = `${file}.${randomBytes(6).toString("hex")}`;
  writeFileSync(whole, `first:${randomBytes(32).toString("base64")}\n`, { mode: 0o600, flag: "wx", flush: true });
  try {
    linkSync(whole, file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(whole);
  }
}
