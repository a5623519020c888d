/**
 * Counts ranked ballots in a program of its own, so that its memory is what the count needs. Prints the fastest of three counts in
 * milliseconds, and the most memory it ever took, in MiB.
 */
import process from "node:process";

import { countRanked } from "../../src/domain/voting/ranked/countRanked.ts";
import { foldPapers } from "../../src/domain/voting/ranked/foldPapers.ts";
import { RON } from "../../src/domain/voting/ranked/ron.ts";
import { row } from "./print.ts";

const BALLOTS = 1_000_000;
const SEATS = 4;
const MOST = 6;
const TRIES = 3;
const candidates = [...Array.from({ length: 11 }, (_, i) => `candidate ${i}`), RON];

/** Numbers of 32 bits, always the same ones (Numerical Recipes). */
function* numbers(): Generator<number, never> {
  for (let state = 1997; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** As they come out of a database: a byte for how many choices, and one for each. The first candidates are chosen more often. */
function encodedBallots(): Uint8Array {
  const random = numbers();
  const bytes = new Uint8Array(BALLOTS * (MOST + 1));
  let at = 0;
  for (let ballot = 0; ballot < BALLOTS; ballot += 1) {
    const choices = new Set<number>();
    const length = 1 + Math.floor(random.next().value * MOST);
    while (choices.size < length) choices.add(Math.floor(random.next().value ** 1.5 * candidates.length));
    bytes[at] = length;
    bytes.set([...choices], at + 1);
    at += length + 1;
  }
  return bytes.slice(0, at);
}

function* ballots(bytes: Uint8Array): Generator<readonly string[]> {
  for (let at = 0; at < bytes.length;) {
    const length = bytes[at] ?? 0;
    const paper: string[] = [];
    for (let i = 1; i <= length; i += 1) paper.push(candidates[bytes[at + i] ?? 0] ?? "");
    at += length + 1;
    yield paper;
  }
}

const bytes = encodedBallots();
let fastest = Number.POSITIVE_INFINITY;
let different = 0;
let stages = 0;
for (let attempt = 0; attempt < TRIES; attempt += 1) {
  const began = performance.now();
  const folded = foldPapers(candidates, { papers: ballots(bytes) });
  const count = countRanked({ seats: SEATS, reopens: "again" }, candidates, candidates, folded);
  fastest = Math.min(fastest, performance.now() - began);
  different = folded.size;
  stages = count.stages.length;
}
const memory = process.resourceUsage().maxRSS / 1024;
const what = `ranked count of ${BALLOTS.toLocaleString("en")} ballots`;
row(`${what}, read and counted`, `${(fastest / 1000).toFixed(2)} s`, "under 0.5 s");
row("  the most memory of a program that only counts", `${memory.toFixed(0)} MiB`, "under 200 MB");
row("  of which different, and stages of the count", `${different.toLocaleString("en")}, ${stages}`);
