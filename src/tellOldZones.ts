import process from "node:process";

import type { Log } from "./application/ports.ts";
import { zones } from "./domain/deadlines/zone.ts";
import type { Zones } from "./domain/deadlines/zone.ts";

/** Says in the log, in one sentence, where the time-zone data of this Node is out of date and what is done about it; nothing otherwise. */
export function tellOldZones(log: Log, corrected: Zones["corrected"] = zones.corrected): void {
  if (corrected.length === 0) return;
  const changes = corrected.map(
    ({ names: [name], from, offset, release }) =>
      `${name} is counted at UTC${offset} from ${from.toString().slice(0, 10)} on, as tz ${release} has it`,
  );
  log.warn(`The time-zone data of this Node is out of date and is corrected: ${changes.join("; ")}.`, {
    tz: process.versions["tz"] ?? "unknown",
  });
}
