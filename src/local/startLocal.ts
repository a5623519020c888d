import path from "node:path";

import type { Log } from "../application/ports.ts";
import { openPassingStore, orClose, readFile, readRoster, readRulebook } from "../parts.ts";
import type { Running } from "../parts.ts";
import { movableClock } from "../sandbox/clock.ts";
import type { ChapterPerson } from "../sandbox/localChapter.ts";
import { openPage } from "../sandbox/page/openPage.ts";
import type { Settings } from "../settings.ts";
import { openLocalHouse } from "./localHouse.ts";

const sample = (name: string) => path.resolve(import.meta.dirname, "../rulebooks", name);

/** Members without an office, to try things out as. */
const members: readonly ChapterPerson[] = [
  { name: "Mona Wik", discord: "100000000000000141", slack: "U00000141", locale: "en" },
  { name: "Nils Orrby", discord: "100000000000000142", slack: "U00000142", locale: "en" },
  { name: "Lo Ström", discord: "100000000000000143", slack: "U00000143", locale: "sv" },
];
const owner: ChapterPerson = { name: "Owen Root", discord: "100000000000000199", slack: "U00000199", locale: "en" };

/**
 * Runs Redress on this machine alone: a local Discord, a local Slack, the sample chapter, and a page on which one acts as anybody. The
 * local platforms live in memory, and so does its database: no database of the settings is ever written to.
 */
export async function startLocal(settings: Settings, log: Log): Promise<Running> {
  const rulebookFile = settings.REDRESS_RULEBOOK ?? sample("kth.yaml");
  const rosterFile = settings.REDRESS_ROSTER ?? sample("kth.roster.yaml");
  const rulebookText = readFile(rulebookFile, "REDRESS_RULEBOOK");
  const rulebook = readRulebook(rulebookText, rulebookFile);
  const roster = readRoster(readFile(rosterFile, "REDRESS_ROSTER"), rulebook, rosterFile);
  const store = await openPassingStore();
  const clock = movableClock();
  const house = await orClose(store, () =>
    openLocalHouse({ clock, store, log, rulebook, rulebookText, roster, members, owner }),
  );
  const page = await openPage({ port: settings.REDRESS_PORT, ...house.page });
  process.stdout.write(
    `Redress is ready. Open ${page.url} to try it out. Nothing leaves this machine, and what you do is forgotten at the end.\n`,
  );
  return {
    async close() {
      await page.close();
      await house.close();
      await store.close();
    },
  };
}
