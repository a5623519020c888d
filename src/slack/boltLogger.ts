import { LogLevel } from "@slack/bolt";
import type { Logger } from "@slack/bolt";

import type { Log } from "../application/ports.ts";

const silent = () => {};

/** What Bolt has to say, without its words: they can hold what people typed. */
export function boltLogger(log: Log): Logger {
  return {
    debug: silent,
    info: silent,
    warn: silent,
    error: () => log.warn("slack library reported an error"),
    setLevel: silent,
    getLevel: () => LogLevel.ERROR,
    setName: silent,
  };
}
