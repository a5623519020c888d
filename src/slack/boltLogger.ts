import { LogLevel } from "@slack/bolt";
import type { Logger } from "@slack/bolt";

import type { Log } from "../application/ports.ts";

const silent = () => {};

/** For what is told in our own words elsewhere. */
export const silentLogger: Logger = {
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  setLevel: silent,
  getLevel: () => LogLevel.ERROR,
  setName: silent,
};

/** What Bolt has to say, without its words: they can hold what people typed. */
export function boltLogger(log: Log): Logger {
  return { ...silentLogger, error: () => log.warn("slack library reported an error") };
}
