import type { Claim } from "../effect.ts";

/** Rows that are carried out at once. */
const HANDS = 16;
/** So many of them are kept for what somebody waits for: however much else is due, that is begun at once. */
const KEPT_FREE = 4;
/** So many are free before more of what nobody waits for is taken up: one question to the database for several rows. */
const TAKEN_AT_ONCE = 4;

/** A turn of carrying out what is due. */
export interface Turn {
  /** Whether nothing more is to be begun. */
  isOver(): boolean;
  /** Resolves when something new may be due. */
  woken(): Promise<void>;
}

/** A turn that ends when nothing is due any more. */
export const wholeTurn: Turn = { isOver: () => false, woken: () => new Promise(() => {}) };

/**
 * Carries out rows, several at once, until none is due: what somebody waits for is not held up by what is slow or by what is much. Returns
 * how many it were. Throws what carrying out threw, once nothing is in hand any more.
 * @param take rows that are due, at most so many, and only what somebody waits for where that is asked for
 * @param carryOut lets a row go as soon as it may be taken again, by itself at the latest
 */
export async function workOff(
  take: (limit: number, onlyAwaited: boolean) => Promise<readonly Claim[]>,
  carryOut: (claim: Claim, letGo: () => void) => Promise<void>,
  turn: Turn,
): Promise<number> {
  const inHand = new Set<string>();
  const hands = new Map<Promise<void>, Claim>();
  const failures: unknown[] = [];
  let count = 0;
  /** Whether all that is due was taken, when it was looked last. */
  let isAll = false;

  const begin = (claim: Claim) => {
    inHand.add(claim.key);
    count += 1;
    const hand = carryOut(claim, () => inHand.delete(claim.key))
      .catch((error: unknown) => {
        failures.push(error);
        inHand.delete(claim.key);
      })
      .finally(() => hands.delete(hand));
    hands.set(hand, claim);
  };
  const freeForAll = () => {
    const busy = [...hands.values()].filter(({ isAwaited }) => !isAwaited).length;
    return Math.min(HANDS - hands.size, HANDS - KEPT_FREE - busy);
  };
  /** Whether there may be more than could be taken. */
  const takeUp = async (): Promise<boolean> => {
    const free = HANDS - hands.size;
    const all = freeForAll();
    const limit = all > 0 ? all : free;
    if (limit <= 0) return false;
    const claims = await take(limit, all <= 0);
    isAll = all > 0 && claims.length < limit;
    // What takes longer than it is held for comes again; it is in hand already.
    for (const claim of claims) if (!inHand.has(claim.key)) begin(claim);
    return claims.length === limit && hands.size < HANDS;
  };

  const isEnding = () => turn.isOver() || failures.length > 0;
  for (;;) {
    const woken = turn.woken();
    isAll = false;
    // oxlint-disable no-await-in-loop -- as long as there is something to do
    while (!isEnding() && (await takeUp()));
    if (hands.size === 0 && (isAll || isEnding())) break;
    let isRung = false;
    const waking = ring(woken, () => {
      isRung = true;
    });
    const isToWait = () => !isRung && hands.size > 0;
    while (isToWait() && freeForAll() < TAKEN_AT_ONCE) await Promise.race([waking, ...hands.keys()]);
    if (isToWait() && (isAll || isEnding())) await Promise.race([waking, ...hands.keys()]);
    // oxlint-enable no-await-in-loop
  }
  if (failures.length > 0) throw failures[0];
  return count;
}

async function ring(woken: Promise<void>, note: () => void): Promise<void> {
  await woken;
  note();
}
