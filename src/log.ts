import pino from "pino";

import type { Log } from "./application/ports.ts";

/** Lines of JSON on standard error: events, codes, counts; never names or words of a case. */
export function openLog(level: "info" | "warn" | "silent"): Log {
  const logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );
  return {
    info: (event, facts = {}) => logger.info(facts, event),
    warn: (event, facts = {}) => logger.warn(facts, event),
  };
}
