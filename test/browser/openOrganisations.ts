import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { Temporal } from "temporal-polyfill";

import { openLocalHouse } from "../../src/local/localHouse.ts";
import type { LocalHouse } from "../../src/local/localHouse.ts";
import { localPeople } from "../../src/local/localPeople.ts";
import { openLocalPage } from "../../src/local/openLocalPage.ts";
import { findRunnable } from "../../src/local/runnable.ts";
import { movableClock } from "../../src/sandbox/clock.ts";
import { memoryStore } from "../../src/storage/memory/memoryStore.ts";
import type { PlatformKind } from "../journeys/stage.ts";
import { stageOf } from "./house.ts";
import type { HouseStage } from "./house.ts";

/** The page with organisations behind it of which one chooses, on clocks that move only when told. */
export interface OrganisationsPage {
  readonly url: string;
  /** Every house that was opened, the one that stands last. */
  readonly houses: readonly LocalHouse[];
  /** In the house that stands. */
  stage(kind: PlatformKind): HouseStage;
  /** Makes the rulebook of this id one that does not load. */
  spoil(id: string): void;
  close(): Promise<void>;
}

export const chess = "The chess club of Uppsala";
export const kthName = "KTH student chapter";

const silent = { info: () => undefined, warn: () => undefined };
const start = Temporal.Instant.from("2026-03-01T09:00:00Z").epochMilliseconds;

/** The chapter at KTH, and a chess club with other people and no tour that goes by the same rules; or the chapter alone. */
export async function openOrganisations(isAlone = false): Promise<OrganisationsPage> {
  const folder = writeFolder(isAlone);
  const houses: LocalHouse[] = [];
  const page = await openLocalPage({
    port: 0,
    organisations: findRunnable(folder, undefined, silent),
    chosen: "kth",
    async openHouse(rules) {
      const house = await openLocalHouse({
        clock: movableClock(start, false),
        store: memoryStore(),
        log: silent,
        settleMs: 0,
        ...rules,
        ...localPeople(rules.roster),
      });
      houses.push(house);
      return house;
    },
  });
  return {
    url: page.url,
    houses,
    stage(kind) {
      const house = houses.at(-1);
      if (house === undefined) throw new Error("No house was opened.");
      return stageOf(house, kind);
    },
    spoil(id) {
      const file = path.join(folder, `${id}.yaml`);
      writeFileSync(file, readFileSync(file, "utf8").replace("redress: 1", "redress: 7"));
    },
    async close() {
      await page.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function writeFolder(isAlone: boolean): string {
  const folder = mkdtempSync(path.join(tmpdir(), "rulebooks-"));
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
  const rulebook = readFileSync("src/rulebooks/kth.yaml", "utf8");
  const roster = readFileSync("src/rulebooks/kth.roster.yaml", "utf8");
  write("kth.yaml", rulebook);
  write("kth.roster.yaml", roster);
  if (isAlone) return folder;
  write(
    "chess.yaml",
    rulebook.replace("id: kth_chapter", "id: chess_club").replace(`name: ${kthName}`, `name: ${chess}`),
  );
  const others = roster
    .replace("Sara Lind", "Selma Rook")
    .replace("Petra Nyman", "Paula King")
    .replaceAll('"1000000000000000', '"1000000000000005')
    .replaceAll("U000000", "U000005");
  write("chess.roster.yaml", others);
  return folder;
}
