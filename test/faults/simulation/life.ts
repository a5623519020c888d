import type { Dice } from "./dice.ts";

/** What everything meets that a killed program still tries to do. */
export class Killed extends Error {
  constructor() {
    super("The program was killed.");
  }
}

/** How long a program runs: until it is killed at some step to its database or to a platform, before that was carried out or after it. */
export interface Life {
  isOver(): boolean;
  step(carryOut: () => unknown): Promise<unknown>;
  /** Waits until nothing is under way any more that was asked for before the end: nothing of it comes after what the next one does. */
  still(): Promise<void>;
}

/** @param steps after so many it is killed; Infinity for one that is never */
export function lifeOf(steps: number, dice: Dice): Life {
  let left = steps;
  let isOver = false;
  const underWay = new Set<Promise<unknown>>();
  const carried = async (carryOut: () => unknown): Promise<unknown> => {
    const one = (async () => carryOut())();
    underWay.add(one);
    try {
      return await one;
    } finally {
      underWay.delete(one);
    }
  };
  return {
    isOver: () => isOver,
    async step(carryOut) {
      if (isOver) throw new Killed();
      left -= 1;
      if (left > 0) {
        const answer = await carried(carryOut);
        // oxlint-disable-next-line typescript/no-unnecessary-condition -- it may have been killed in the meantime
        if (isOver) throw new Killed();
        return answer;
      }
      isOver = true;
      if (dice.isOneIn(2)) await carried(carryOut);
      throw new Killed();
    },
    async still() {
      await Promise.allSettled(underWay);
    },
  };
}

/** The same with everything that is asked of it done only as long as the program lives. */
export function mortal<T extends object>(thing: T, life: Life, atOnce: readonly (keyof T & string)[] = []): T {
  return new Proxy(thing, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function" || atOnce.some((each) => each === name)) return value;
      return (...given: unknown[]) => life.step(() => Reflect.apply(value, target, given));
    },
  });
}
