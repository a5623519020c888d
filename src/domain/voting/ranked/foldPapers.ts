import type { OptionId } from "../paper.ts";
import type { Ballots } from "../question.ts";

/**
 * Ranked papers with equal ones kept once: the preferences of paper `i` are the candidates (by their place in the list) from
 * `starts[i]` to before `starts[i + 1]`, and `weights[i]` voters handed it in.
 */
export interface FoldedPapers {
  readonly preferences: Uint16Array;
  readonly starts: Uint32Array;
  readonly weights: Uint32Array;
  /** How many different papers there are. */
  readonly size: number;
  /** Papers on which a first preference can be read. */
  readonly valid: number;
  readonly blank: number;
  readonly spoilt: number;
}

const FIRST_SIZE = 1024;
/** The multiplier of the Fowler-Noll-Vo hash, 32 bits. */
const PRIME = 0x01000193;
const OFFSET = 0x811c9dc5;

/**
 * Reads papers one by one and keeps equal ones once. A second mention of a candidate says nothing; from the first name that is none of
 * the candidates a paper cannot be read any further (ERS97 6.12), and without any preference before it the paper is spoilt (6.9).
 * @throws with more candidates than 65,535
 */
export function foldPapers(candidates: readonly OptionId[], { papers, entered = [] }: Ballots): FoldedPapers {
  if (candidates.length > 0xff_ff) throw new Error(`${candidates.length} candidates are more than a count can hold.`);
  const places = new Map(candidates.map((candidate, place) => [candidate, place]));
  const fold = new Fold(candidates.length);
  for (const paper of papers) fold.add(paper, 1, places);
  for (const { paper, count } of entered) if (count > 0) fold.add(paper, count, places);
  return fold.folded();
}

class Fold {
  #preferences = new Uint16Array(FIRST_SIZE * 4);
  #starts = new Uint32Array(FIRST_SIZE + 1);
  #weights = new Uint32Array(FIRST_SIZE);
  /** Open addressing: the number of a paper and one more, or 0 where nothing is yet. */
  #table = new Uint32Array(FIRST_SIZE * 2);
  #size = 0;
  #valid = 0;
  #blank = 0;
  #spoilt = 0;
  #read = 0;
  readonly #scratch: Uint16Array;
  /** Of each candidate the last paper on which it was seen. */
  readonly #seen: Uint32Array;

  constructor(candidates: number) {
    this.#scratch = new Uint16Array(candidates);
    this.#seen = new Uint32Array(candidates);
  }

  add(paper: readonly OptionId[], count: number, places: ReadonlyMap<OptionId, number>): void {
    this.#read += 1;
    let length = 0;
    let hash = OFFSET;
    for (const option of paper) {
      const place = places.get(option);
      if (place === undefined) break;
      if (this.#seen[place] === this.#read) continue;
      this.#seen[place] = this.#read;
      this.#scratch[length] = place;
      hash = Math.imul(hash ^ place, PRIME);
      length += 1;
    }
    if (length > 0) {
      this.#valid += count;
      this.#keep(length, hash ^ (hash >>> 15), count);
    } else if (paper.length === 0) this.#blank += count;
    else this.#spoilt += count;
  }

  #keep(length: number, hash: number, count: number): void {
    const mask = this.#table.length - 1;
    let slot = hash & mask;
    for (let found = this.#at(slot); found > 0; found = this.#at(slot)) {
      if (this.#isSame(found - 1, length)) {
        this.#weights[found - 1] = (this.#weights[found - 1] ?? 0) + count;
        return;
      }
      slot = (slot + 1) & mask;
    }
    this.#append(length, count);
    this.#table[slot] = this.#size;
    if (this.#size * 2 > this.#table.length) this.#widen();
  }

  #at(slot: number): number {
    return this.#table[slot] ?? 0;
  }

  #isSame(paper: number, length: number): boolean {
    const start = this.#starts[paper] ?? 0;
    if ((this.#starts[paper + 1] ?? 0) - start !== length) return false;
    for (let i = 0; i < length; i += 1) if (this.#preferences[start + i] !== this.#scratch[i]) return false;
    return true;
  }

  #append(length: number, count: number): void {
    const start = this.#starts[this.#size] ?? 0;
    while (start + length > this.#preferences.length) this.#preferences = grown16(this.#preferences);
    if (this.#size + 1 >= this.#starts.length) this.#starts = grown32(this.#starts);
    if (this.#size >= this.#weights.length) this.#weights = grown32(this.#weights);
    for (let i = 0; i < length; i += 1) this.#preferences[start + i] = this.#scratch[i] ?? 0;
    this.#weights[this.#size] = count;
    this.#size += 1;
    this.#starts[this.#size] = start + length;
  }

  #widen(): void {
    const table = new Uint32Array(this.#table.length * 2);
    const mask = table.length - 1;
    for (let paper = 0; paper < this.#size; paper += 1) {
      let slot = this.#hashOf(paper) & mask;
      while ((table[slot] ?? 0) > 0) slot = (slot + 1) & mask;
      table[slot] = paper + 1;
    }
    this.#table = table;
  }

  #hashOf(paper: number): number {
    let hash = OFFSET;
    const end = this.#starts[paper + 1] ?? 0;
    for (let i = this.#starts[paper] ?? 0; i < end; i += 1) hash = Math.imul(hash ^ (this.#preferences[i] ?? 0), PRIME);
    return hash ^ (hash >>> 15);
  }

  folded(): FoldedPapers {
    return {
      preferences: this.#preferences,
      starts: this.#starts,
      weights: this.#weights,
      size: this.#size,
      valid: this.#valid,
      blank: this.#blank,
      spoilt: this.#spoilt,
    };
  }
}

function grown16(full: Uint16Array): Uint16Array<ArrayBuffer> {
  const grown = new Uint16Array(full.length * 2);
  grown.set(full);
  return grown;
}

function grown32(full: Uint32Array): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(full.length * 2);
  grown.set(full);
  return grown;
}
