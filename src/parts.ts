import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

import type { Platform } from "./application/platform.ts";
import type { Log, Store } from "./application/ports.ts";
import { readKeys } from "./keyFile.ts";
import type { Redress } from "./redress.ts";
import { loadRoster } from "./rulebook/loadRoster.ts";
import type { RosterFile } from "./rulebook/loadRoster.ts";
import { loadRulebook } from "./rulebook/loadRulebook.ts";
import type { Complaint } from "./rulebook/loadRulebook.ts";
import type { Rulebook } from "./rulebook/rulebook.ts";
import { complaintLine } from "./rulebook/yamlFile.ts";
import type { Settings } from "./settings.ts";
import { openDatabase } from "./storage/openDatabase.ts";
import { openStore } from "./storage/openStore.ts";
import { openKeyring } from "./storage/vault.ts";

const TEMPLATE = path.resolve(import.meta.dirname, "../node_modules/.redress/template.tgz");

/** Something that runs and can be ended. */
export interface Running {
  close(): Promise<void>;
}

/** A database as the settings name it, with every migration applied. */
export async function openSettingsStore(settings: Settings, folder: string, log: Log): Promise<Store> {
  const keyring = openKeyring(readKeys(settings.REDRESS_KEYS, folder, log));
  const database =
    settings.DATABASE_URL === undefined
      ? await openDatabase({
          kind: "embedded",
          folder: path.join(folder, "database"),
          ...template(),
          onLockLost: () => {
            log.warn("the lock of the database folder was lost; stopping");
            process.exit(70);
          },
        })
      : await openDatabase({ kind: "server", url: settings.DATABASE_URL });
  return openStore(database, keyring);
}

/** A database in memory, under a key that nobody keeps. */
export async function openPassingStore(): Promise<Store> {
  const database = await openDatabase({ kind: "memory", ...template() });
  return openStore(database, openKeyring(`passing:${randomBytes(32).toString("base64")}`));
}

const template = () => (existsSync(TEMPLATE) ? { template: readFileSync(TEMPLATE) } : {});

/** Both platforms, or neither: when one cannot be connected the other is left again. */
export async function connectAll(connecting: readonly Promise<Platform>[]): Promise<readonly Platform[]> {
  const settled = await Promise.allSettled(connecting);
  const connected = settled.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
  const reasons = settled.flatMap((each) => (each.status === "rejected" ? [messageOf(each.reason)] : []));
  if (reasons.length === 0) return connected;
  await Promise.allSettled(connected.map((platform) => platform.close()));
  throw new Error(reasons.join("\n"));
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export async function orClose<T>(store: Store, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await store.close();
    throw error;
  }
}

export function closing(redress: Redress, store: Store): Running {
  return {
    async close() {
      await redress.close();
      await store.close();
    },
  };
}

export function readFile(file: string, variable: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new Error(`The file ${file} that ${variable} names cannot be read.`, { cause: error });
  }
}

export function readRulebook(text: string, file: string): Rulebook {
  const loaded = loadRulebook(text);
  if (loaded.kind === "loaded") return loaded.rulebook;
  throw new Error(complaintLines(file, loaded.complaints));
}

export function readRoster(
  text: string,
  rulebook: Rulebook,
  file: string,
  earlier: readonly Rulebook[] = [],
): RosterFile {
  const loaded = loadRoster(text, rulebook, earlier);
  if (loaded.kind === "loaded") return loaded;
  throw new Error(complaintLines(file, loaded.complaints));
}

function complaintLines(file: string, complaints: readonly Complaint[]): string {
  const lines = complaints.map((complaint) => `  ${complaintLine(file, complaint)}`);
  return [`The file ${file} is not right:`, ...lines].join("\n");
}
