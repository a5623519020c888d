import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { performance } from "node:perf_hooks";

import { loadRulebook } from "../../src/rulebook/loadRulebook.ts";
import { row } from "./print.ts";

const AGAIN = 20;

/** How long the largest rulebook takes to be read and checked: the first time in a process, and after that. */
export function benchRulebook(): void {
  const files = globSync("src/rulebooks/*.yaml", { exclude: ["**/*.roster.yaml"] });
  const [largest] = files
    .map((file) => ({ name: path.basename(file), text: readFileSync(file, "utf8") }))
    .toSorted((a, b) => b.text.length - a.text.length);
  if (largest === undefined) throw new Error("There is no rulebook in src/rulebooks.");
  const { name, text } = largest;
  const first = timed(text);
  const again = Array.from({ length: AGAIN }, () => timed(text)).toSorted((a, b) => a - b);
  row(`loading ${name}, the largest rulebook, as the first thing in a process`, inMs(first));
  row(`loading it after start (median of ${AGAIN})`, inMs(again[AGAIN / 2] ?? first), "under 100 ms");
}

/** Milliseconds. Throws when the rulebook is refused: that would be quicker. */
function timed(text: string): number {
  const start = performance.now();
  const loaded = loadRulebook(text);
  const took = performance.now() - start;
  if (loaded.kind === "refused")
    throw new Error("The largest rulebook is refused: npm run rulebook -- check tells why.");
  return took;
}

const inMs = (ms: number) => `${ms.toFixed(1)} ms`;
