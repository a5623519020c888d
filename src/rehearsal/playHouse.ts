import type { Temporal } from "temporal-polyfill";

import { emptyMemory } from "../application/house.ts";
import type { House } from "../application/house.ts";
import type { Seats } from "../application/seats.ts";
import { onlyVersion } from "../application/versions.ts";
import type { Roster } from "../domain/roster.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";

type Given = "store" | "chance" | "seats";

export interface PlayedHouse extends Pick<House, Given>, Partial<Pick<House, "access" | "platforms">> {
  readonly rulebook: Rulebook;
  /** What stands for the rulebook in case files. */
  readonly hash: string;
  readonly start: Temporal.Instant;
  readonly now: () => Temporal.Instant;
}

/**
 * A house of one rulebook, in force from the start, that says nothing and waits for nothing. Where no platform is given nobody can be
 * reached.
 */
export function playHouse({ rulebook, hash, start, now, seats, ...given }: PlayedHouse): House {
  return {
    access: {},
    platforms: () => [],
    ...given,
    seats,
    get roster() {
      return seats.roster;
    },
    get people() {
      return seats.people;
    },
    get formerNames() {
      return seats.formerNames;
    },
    clock: { now },
    log: { info: () => {}, warn: () => {} },
    versions: onlyVersion(rulebook, hash, start),
    rulebook,
    rulebookHash: hash,
    rulebookOf: () => rulebook,
    goingLive: { isNeeded: false, isLive: false },
    wakeOutbox: () => {},
    ...emptyMemory(),
    settleMs: 0,
    retryMs: 0,
  };
}

/** Seats that nobody comes to or leaves, of people whom nobody can reach. */
export const fixedSeats = (roster: Roster): Seats => ({
  roster,
  people: new Map(),
  formerNames: new Map(),
  terms: [],
  entered: [],
  same: new Map(),
  learn: async () => {},
});
