import path from "node:path";

import type { Log } from "../application/ports.ts";
import { openPassingStore, orClose } from "../parts.ts";
import type { Running } from "../parts.ts";
import { movableClock } from "../sandbox/clock.ts";
import type { Settings } from "../settings.ts";
import { openLocalHouse } from "./localHouse.ts";
import type { LocalHouse } from "./localHouse.ts";
import { localPeople } from "./localPeople.ts";
import { openLocalPage } from "./openLocalPage.ts";
import { findRunnable } from "./runnable.ts";
import type { RunnableFiles, RunnableRules } from "./runnable.ts";

const samples = path.resolve(import.meta.dirname, "../rulebooks");
const FIRST = "kth";

/**
 * Runs Redress on this machine alone: a local Discord, a local Slack, an organisation with made-up people, and a page on which one acts as
 * anybody. The local platforms live in memory, and so does its database: no database of the settings is ever written to.
 */
export async function startLocal(settings: Settings, log: Log): Promise<Running> {
  const own = ownFiles(settings);
  const organisations = findRunnable(samples, own, log);
  const first = own === undefined ? organisations.find(({ id }) => id === FIRST) : undefined;
  const chosen = (first ?? organisations[0])?.id;
  if (chosen === undefined) throw new Error(`No rulebook in ${samples} loads; the log says why.`);
  const openHouse = (rules: RunnableRules) => openFreshHouse(rules, log);
  const page = await openLocalPage({ port: settings.REDRESS_PORT, organisations, chosen, openHouse });
  process.stdout.write(
    `Redress is ready. Open ${page.url} to try it out. Nothing leaves this machine, and what you do is forgotten at the end.\n`,
  );
  return page;
}

/** What the settings name; where they name one file only, the sample's other one. */
function ownFiles({ REDRESS_RULEBOOK: rulebook, REDRESS_ROSTER: roster }: Settings): RunnableFiles | undefined {
  if (rulebook === undefined && roster === undefined) return undefined;
  return {
    rulebook: rulebook ?? path.join(samples, `${FIRST}.yaml`),
    roster: roster ?? path.join(samples, `${FIRST}.roster.yaml`),
  };
}

/** A house with a clock that starts now, and a database with nothing in it. */
async function openFreshHouse(rules: RunnableRules, log: Log): Promise<LocalHouse> {
  const store = await openPassingStore();
  const clock = movableClock();
  const house = await orClose(store, () =>
    openLocalHouse({ clock, store, log, ...rules, ...localPeople(rules.roster) }),
  );
  return {
    ...house,
    async close() {
      await house.close();
      clock.stop();
      await store.close();
    },
  };
}
