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

/** Of what kind a bug is and where it happened. Its message is left out: it may quote what it could not read. */
export function bugOf(error: unknown): { readonly reason: string; readonly where: string } {
  if (!(error instanceof Error)) return { reason: "unknown", where: "unknown" };
  const { stack = "", message } = error;
  const calls = stack
    .slice(stack.indexOf(message) + message.length)
    .split("\n")
    .filter((line) => line.startsWith("    at "));
  const where = calls.slice(0, 5).map((line) => line.slice("    at ".length));
  return { reason: error.name, where: where.join(" < ") };
}
