import { Temporal } from "temporal-polyfill";

import type { Log } from "../../src/application/ports.ts";
import { openLocalHouse } from "../../src/local/localHouse.ts";
import type { LocalHouse } from "../../src/local/localHouse.ts";
import { Actor } from "../../src/sandbox/actor.ts";
import { movableClock } from "../../src/sandbox/clock.ts";
import { openPage } from "../../src/sandbox/page/openPage.ts";
import { memoryStore } from "../../src/storage/memory/memoryStore.ts";
import { rulebookOf } from "../fakes/kth.ts";
import { chapter, members, officials, owner } from "../journeys/people.ts";
import type { Organisation } from "../journeys/people.ts";
import type { PlatformKind, Stage } from "../journeys/stage.ts";

/** As much of a stage as the plays of the journeys need, on one of the platforms. */
export type HouseStage = Pick<Stage, "kind" | "local" | "person" | "settle" | "now">;

/** Redress with both local platforms and the page before them, as `npm start` runs it, on a clock that moves only when told. */
export interface House extends LocalHouse {
  readonly url: string;
  stage(kind: PlatformKind): HouseStage;
}

const silent: Log = { info: () => undefined, warn: () => undefined };

/** Opens the house at a moment of the organisation's time; with the student chapter at KTH where no other is given. */
export async function openHouse(start = "2026-03-01T10:00", organisation: Organisation = chapter): Promise<House> {
  const first = Temporal.PlainDateTime.from(start).toZonedDateTime(organisation.timezone).epochMilliseconds;
  const house = await openLocalHouse({
    clock: movableClock(first, false),
    store: memoryStore(),
    log: silent,
    rulebook: rulebookOf(organisation.rulebookText),
    rulebookText: organisation.rulebookText,
    roster: organisation.officials,
    access: organisation.access ?? {},
    members,
    owner,
    settleMs: 0,
  });
  const page = await openPage({ port: 0, ...house.page });
  return {
    ...house,
    url: page.url,
    stage: (kind) => stageOf(house, kind),
    async close() {
      await page.close();
      await house.close();
    },
  };
}

/** A stage of whoever is in a house. */
export function stageOf(house: LocalHouse, kind: PlatformKind): HouseStage {
  const local = house[kind];
  return {
    kind,
    local,
    person(name) {
      const found = local.people().find((person) => person.name.startsWith(name));
      if (found === undefined) throw new Error(`There is nobody called ${name}.`);
      return new Actor(local, found.id, found.name, async () => house.redress()?.answered());
    },
    settle: house.catchUp,
    now: () => house.clock.now(),
  };
}

/** "safety officer", "president" and so on. */
export function officeOf(platform: PlatformKind, person: string): string | undefined {
  return officials.find((one) => one[platform] === person)?.offices[0]?.replaceAll("_", " ");
}
