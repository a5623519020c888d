import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

let written: string | undefined;

/** A file with the rulebook of the chapter as it is when the memo leaves nothing open: Redress serves members at once with it. */
export function confirmedRulebook(): string {
  if (written !== undefined) return written;
  const text = readFileSync("src/rulebooks/kth.yaml", "utf8");
  const confirmed = text.replace(/^ {2}unconfirmed:\n(?: {4}.*\n)+/m, "");
  if (confirmed === text) throw new Error("The rulebook of the chapter lists nothing as unconfirmed.");
  written = path.join(mkdtempSync(path.join(tmpdir(), "redress-rulebook-")), "kth.yaml");
  writeFileSync(written, confirmed);
  return written;
}
