import type { Claim } from "../ports.ts";

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
 */
export async function workOff(
  take: (limit: number, onlyAwaited: boolean) => Promise<readonly Claim[]>,
  carryOut: (claim: Claim) => Promise<void>,
  turn: Turn,
): Promise<number> {
  const inHand = new Map<string, { readonly isAwaited: boolean; readonly done: Promise<void> }>();
  const failures: unknown[] = [];
  let count = 0;

  const begin = (claim: Claim) => {
    const done = carryOut(claim)
      .catch((error: unknown) => {
        failures.push(error);
      })
      .finally(() => inHand.delete(claim.key));
    inHand.set(claim.key, { isAwaited: claim.isAwaited, done });
    count += 1;
  };
  const freeForAll = () => HANDS - KEPT_FREE - [...inHand.values()].filter(({ isAwaited }) => !isAwaited).length;
  /** Whether there may be more than could be taken. */
  const takeUp = async (): Promise<boolean> => {
    const free = HANDS - inHand.size;
    const all = Math.min(free, freeForAll());
    const limit = all > 0 ? all : free;
    if (limit <= 0) return false;
    const claims = await take(limit, all <= 0);
    // What takes longer than it is held for comes again; it is in hand already.
    for (const claim of claims) if (!inHand.has(claim.key)) begin(claim);
    return claims.length === limit && inHand.size < HANDS;
  };

  for (;;) {
    const woken = turn.woken();
    // oxlint-disable no-await-in-loop -- as long as there is something to do
    while (failures.length === 0 && !turn.isOver() && (await takeUp()));
    if (inHand.size === 0) break;
    let isWoken = false;
    const waking = woken.then(() => (isWoken = true));
    do await Promise.race([waking, ...[...inHand.values()].map(({ done }) => done)]);
    while (!isWoken && inHand.size > 0 && freeForAll() < TAKEN_AT_ONCE);
    // oxlint-enable no-await-in-loop
  }
  if (failures.length > 0) throw failures[0];
  return count;
}
