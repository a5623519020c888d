import type { SentFile } from "../delivery.ts";

/** Lines as a text file, which whoever asked for it hands on. */
export const fileOf = (name: string, lines: readonly string[]): SentFile => ({
  name: `${name}.txt`,
  bytes: new TextEncoder().encode(`${lines.join("\n")}\n`),
});
