import type { OptionId } from "../paper.ts";
import type { Ballots } from "../question.ts";

/**
 * Ranked papers with equal ones kept once. Of paper `i` three numbers stand in `records` from `i * 3` on: where its preferences begin in
 * `preferences`, how many voters handed it in, and its hash; its preferences end where those of the next begin. They are candidates by
 * their places in the list.
 */
export interface FoldedPapers {
  readonly preferences: Uint16Array;
  readonly records: Uint32Array;
  /** How many different papers there are. */
  readonly size: number;
  /** Papers on which a first preference can be read. */
  readonly valid: number;
  readonly blank: number;
  readonly spoilt: number;
}

const FIELDS = 3;
const FIRST_SIZE = 4096;
/** The multiplier of the Fowler-Noll-Vo hash, 32 bits, and where it begins. */
const PRIME = 0x01000193;
const OFFSET = 0x811c9dc5;

/** How many voters handed in a paper. */
export const weightOf = ({ records }: FoldedPapers, paper: number): number => records[paper * FIELDS + 1] ?? 0;

/** Where the preferences of a paper begin. Those of the last paper end where the next one would begin. */
export const startOf = ({ records }: FoldedPapers, paper: number): number => records[paper * FIELDS] ?? 0;

/**
 * Reads papers one by one and keeps equal ones once. A second mention of a candidate says nothing; from the first name that is none of
 * the candidates a paper cannot be read any further (ERS97 6.12), and without any preference before it the paper is spoilt (6.9).
 * @throws with more candidates than 65,535
 */
export function foldPapers(candidates: readonly OptionId[], { papers, entered = [] }: Ballots): FoldedPapers {
  if (candidates.length > 0xff_ff) throw new Error(`${candidates.length} candidates are more than a count can hold.`);
  const fold = new Fold(candidates);
  for (const paper of papers) fold.add(paper, 1);
  for (const { paper, count } of entered) if (count > 0) fold.add(paper, count);
  return fold.folded();
}

class Fold {
  readonly #places: ReadonlyMap<OptionId, number>;
  #preferences = new Uint16Array(FIRST_SIZE * 4);
  #records = new Uint32Array(FIRST_SIZE * FIELDS);
  /** Open addressing: the number of a paper and one more, or 0 where nothing is yet. */
  #table = new Uint32Array(FIRST_SIZE * 2);
  #size = 0;
  #valid = 0;
  #blank = 0;
  #spoilt = 0;
  #read = 0;
  /** The preferences of the paper that is being read. */
  readonly #reading: Uint16Array;
  /** Of each candidate the last paper on which it was seen. */
  readonly #seen: Uint32Array;

  constructor(candidates: readonly OptionId[]) {
    this.#places = new Map(candidates.map((candidate, place) => [candidate, place]));
    this.#reading = new Uint16Array(candidates.length);
    this.#seen = new Uint32Array(candidates.length);
  }

  add(paper: readonly OptionId[], count: number): void {
    this.#read += 1;
    const [places, seen, reading, read] = [this.#places, this.#seen, this.#reading, this.#read];
    let length = 0;
    let hash = OFFSET;
    for (const option of paper) {
      const place = places.get(option);
      if (place === undefined) break;
      if (seen[place] === read) continue;
      seen[place] = read;
      reading[length] = place;
      hash = Math.imul(hash ^ place, PRIME);
      length += 1;
    }
    if (length > 0) {
      this.#valid += count;
      this.#keep(length, spread(hash), count);
    } else if (paper.length === 0) this.#blank += count;
    else this.#spoilt += count;
  }

  #keep(length: number, hash: number, count: number): void {
    const [table, records] = [this.#table, this.#records];
    const mask = table.length - 1;
    let slot = hash & mask;
    for (let found = table[slot] ?? 0; found > 0; found = table[slot] ?? 0) {
      const record = (found - 1) * FIELDS;
      if (
        records[record + 2] === hash &&
        this.#isReading(records[record] ?? 0, records[record + FIELDS] ?? 0, length)
      ) {
        records[record + 1] = (records[record + 1] ?? 0) + count;
        return;
      }
      slot = (slot + 1) & mask;
    }
    this.#append(length, hash, count);
    this.#table[slot] = this.#size;
    if (this.#size * 2 > this.#table.length) this.#widen();
  }

  #isReading(start: number, end: number, length: number): boolean {
    if (end - start !== length) return false;
    for (let i = 0; i < length; i += 1) if (this.#preferences[start + i] !== this.#reading[i]) return false;
    return true;
  }

  #append(length: number, hash: number, count: number): void {
    const record = this.#size * FIELDS;
    if (record + FIELDS >= this.#records.length)
      this.#records = twice(this.#records, new Uint32Array(record * 2 + FIELDS * 2));
    const start = this.#records[record] ?? 0;
    if (start + length > this.#preferences.length)
      this.#preferences = twice(this.#preferences, new Uint16Array((start + length) * 2));
    this.#preferences.set(this.#reading.subarray(0, length), start);
    this.#records[record + 1] = count;
    this.#records[record + 2] = hash;
    this.#records[record + FIELDS] = start + length;
    this.#size += 1;
  }

  #widen(): void {
    const table = new Uint32Array(this.#table.length * 4);
    const mask = table.length - 1;
    for (let paper = 0; paper < this.#size; paper += 1) {
      let slot = (this.#records[paper * FIELDS + 2] ?? 0) & mask;
      while ((table[slot] ?? 0) > 0) slot = (slot + 1) & mask;
      table[slot] = paper + 1;
    }
    this.#table = table;
  }

  folded(): FoldedPapers {
    return {
      preferences: this.#preferences,
      records: this.#records,
      size: this.#size,
      valid: this.#valid,
      blank: this.#blank,
      spoilt: this.#spoilt,
    };
  }
}

/** Spreads a hash over all of its bits (the last step of MurmurHash3), so that papers that differ little do not lie together. */
function spread(hash: number): number {
  let bits = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

function twice<Numbers extends Uint16Array | Uint32Array>(full: Numbers, larger: Numbers): Numbers {
  larger.set(full);
  return larger;
}
