import { globSync, readFileSync } from "node:fs";
import { posix } from "node:path";

import { expect, test } from "vitest";

/** Which room may look into which. The one picture of the architecture that cannot go stale. */
const mayImport: Record<string, readonly string[]> = {
  domain: ["domain", "rulebook", "leven", "temporal-polyfill"],
  rulebook: ["rulebook", "zod", "yaml", "leven", "temporal-polyfill", "node", "csv-parse"],
  locale: ["locale", "locales", "intl-messageformat", "temporal-polyfill", "node"],
  application: ["application", "domain", "rulebook", "temporal-polyfill"],
  surface: ["surface", "application", "domain", "rulebook", "locale", "temporal-polyfill", "zod"],
  commands: ["surface", "application", "commands"],
  discord: ["discord", "surface", "application", "domain", "locale", "discord.js", "zod", "node"],
  slack: ["slack", "surface", "application", "domain", "locale", "@slack", "undici", "zod", "node"],
  storage: [
    "storage",
    "application",
    "domain",
    "@prisma",
    "pg",
    "@electric-sql",
    "proper-lockfile",
    "temporal-polyfill",
    "zod",
    "node",
  ],
  rehearsal: ["rehearsal", "surface", "application", "domain", "rulebook", "locale", "storage", "temporal-polyfill"],
  schedule: ["schedule", "application", "domain", "node-cron", "temporal-polyfill", "node"],
  sandbox: ["sandbox", "ws", "zod", "ajv", "discord-api-spec", "discord-api-types", "@slack", "node"],
  local: [
    "local",
    "rehearsal",
    "sandbox",
    "commands",
    "surface",
    "application",
    "domain",
    "rulebook",
    "locale",
    "discord",
    "slack",
    "temporal-polyfill",
    "node",
    // What `npm start` is put together from, with tokens or without.
    "chance.ts",
    "parts.ts",
    "redress.ts",
    "settings.ts",
  ],
  setup: ["node"],
};

const files = globSync(["src/*/**/*.ts", "commands/*.ts"], { exclude: ["src/storage/client/**"] });

function roomOf(specifier: string, from: string): string {
  if (specifier.startsWith("node:")) return "node";
  if (specifier.startsWith(".")) {
    const target = posix.join(posix.dirname(from), specifier).split("/");
    return (target[0] === "src" ? target[1] : target[0]) ?? "";
  }
  return specifier.startsWith("@") ? (specifier.split("/")[0] ?? "") : specifier;
}

/** import ... from "x", export ... from "x", import "x", import("x"). */
const IMPORTS =
  /^import\s+(?:[^"';]*?\sfrom\s+)?"([^"]+)"|^export\s[^"';=]*?\sfrom\s+"([^"]+)"|\bimport\(\s*"([^"]+)"/gm;

const packageOf = (room: string) => room.split("/")[0] ?? room;

test.each(files)("%s stays in its room", (file) => {
  const room = roomOf(`./${posix.basename(file)}`, file);
  const specifiers = [...readFileSync(file, "utf8").matchAll(IMPORTS)].map((m) => m[1] ?? m[2] ?? m[3] ?? "");
  const allowed = mayImport[room] ?? [];
  const strangers = specifiers.filter((specifier) => {
    const target = roomOf(specifier, file);
    return !allowed.includes(target) && !allowed.includes(packageOf(target));
  });
  expect(strangers).toEqual([]);
});
