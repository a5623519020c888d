import { existsSync } from "node:fs";
import { setFlagsFromString } from "node:v8";

import { Temporal } from "temporal-polyfill";

import { earlierRulebooks, withEarlierOffices } from "./application/earlierOffices.ts";
import type { PlatformName } from "./application/person.ts";
import type { Clock, Log } from "./application/ports.ts";
import { chance } from "./chance.ts";
import { connectPlatforms } from "./connectPlatforms.ts";
import { bugOf, openLog } from "./log.ts";
import { closing, messageOf, openSettingsStore, orClose, readFile, readRoster, readRulebook } from "./parts.ts";
import type { Running } from "./parts.ts";
import { openRedress } from "./redress.ts";
import { readSettings } from "./settings.ts";
import type { Settings } from "./settings.ts";
import { tellOldZones } from "./tellOldZones.ts";

const SAME_PRESS_MS = 1000;
/** By then nothing that starting needed is in use any more. */
const SETTLED_MS = 2000;

/** Reads the settings and runs Redress until it is told to end. A mistake of whoever starts it is one plain sentence. */
export async function start(): Promise<void> {
  try {
    if (existsSync(".env")) process.loadEnvFile(".env");
    const settings = readSettings(process.env);
    const log = openLog(settings.REDRESS_LOG);
    stopOnBug(log);
    tellOldZones(log);
    const isLocal = settings.DISCORD_TOKEN === undefined && settings.SLACK_BOT_TOKEN === undefined;
    const running = isLocal
      ? await (await import("./local/startLocal.ts")).startLocal(settings, log)
      : await startReal(settings, log);
    endOnSignal(running);
    setTimeout(letGo, SETTLED_MS).unref();
  } catch (error) {
    giveUp(error);
  }
}

/**
 * Gives back the memory that only starting needed (Node has to be started for that, as `npm start` does), and from then on lets it grow
 * by a fifth at a time instead of doubling.
 */
function letGo(): void {
  setFlagsFromString("--heap-growing-percent=20");
  globalThis.gc?.({ type: "major", execution: "sync", flavor: "last-resort" });
}

function giveUp(error: unknown): never {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exit(1);
}

/** Ctrl-C reaches this process twice, from the terminal and from the program that started it; only a later one does not wait. */
function endOnSignal(running: Running): void {
  let endingSince: number | undefined;
  const end = async () => {
    if (endingSince !== undefined) {
      if (performance.now() - endingSince > SAME_PRESS_MS) process.exit(130);
      return;
    }
    endingSince = performance.now();
    await running.close();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void end());
}

/** A bug ends the program: what is stored is whole, and what was under way is taken up at the next start. */
function stopOnBug(log: Log): void {
  const stop = (error: unknown) => {
    log.warn("stopped by a bug", bugOf(error));
    process.exit(70);
  };
  process.on("uncaughtException", stop);
  process.on("unhandledRejection", stop);
}

const systemClock: Clock = { now: () => Temporal.Instant.fromEpochMilliseconds(Date.now()) };

async function startReal(settings: Settings, log: Log): Promise<Running> {
  const rulebookText = readFile(settings.REDRESS_RULEBOOK ?? "", "REDRESS_RULEBOOK");
  const rulebook = readRulebook(rulebookText, settings.REDRESS_RULEBOOK ?? "");
  const rosterText = readFile(settings.REDRESS_ROSTER ?? "", "REDRESS_ROSTER");
  const store = await openSettingsStore(settings, settings.REDRESS_DATA, log);
  const { people: roster, access } = await orClose(store, async () => {
    const earlier = await earlierRulebooks(store);
    return readRoster(rosterText, withEarlierOffices(rulebook, earlier), settings.REDRESS_ROSTER ?? "", earlier);
  });
  const late: PlatformName[] = [];
  const redress = await orClose(store, () =>
    openRedress({
      store,
      clock: systemClock,
      chance,
      log,
      rulebookText,
      roster,
      access,
      mustBeConfirmed: true,
      connect: (desk, citation, locale) =>
        connectPlatforms({
          settings,
          roster,
          memory: store,
          desk,
          citation,
          locale,
          log,
          onLate: (name) => late.push(name),
          onRefused: giveUp,
        }),
    }),
  );
  process.stdout.write(
    late.length === 0
      ? "Redress is ready.\n"
      : `Redress has started, and goes on trying to reach ${late.join(" and ")}.\n`,
  );
  return closing(redress, store);
}
