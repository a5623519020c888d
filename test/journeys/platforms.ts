import path from "node:path";

import { expect, inject } from "vitest";

import type { PlatformKind } from "./stage.ts";

const both = ["discord", "slack"] as const;

/**
 * On which platforms the journeys of the file that asks are played.
 * In memory on both. On the databases on one of them, by turns from file to file: on Discord with the embedded database, or on Slack with
 * a server. Both platforms ask the same of what is stored, test/contracts asks the same of all that stores, and the story is
 * played on both platforms on both databases (story.test.ts).
 */
export function platforms(): readonly PlatformKind[] {
  if (inject("playsOn") === "memory") return both;
  const name = path.basename(expect.getState().testPath ?? "");
  const sum = Buffer.from(name).reduce((found, byte) => found + byte, 0);
  return both.filter((_, i) => i === sum % 2);
}
