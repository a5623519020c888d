import type { Mishap } from "../../faults.ts";
import { drop, type Exchange, type Headers, send } from "./exchange.ts";
import type { Answer } from "./route.ts";

/**
 * Plays a bad day.
 * @param happen carries out the call
 */
export async function playMishap(
  exchange: Exchange,
  mishap: Mishap,
  happen: () => Answer,
  headers: Headers,
): Promise<void> {
  if (mishap.kind === "delay") {
    const answer = happen();
    await new Promise((resolve) => setTimeout(resolve, mishap.ms));
    return send(exchange, answer, headers);
  }
  if (mishap.effect === "happens") happen();
  if (mishap.kind === "drop") return drop(exchange);
  const { status, body = usualBody(status) } = mishap;
  const usual: Headers = status === 429 ? { "retry-after": "0", "x-ratelimit-scope": "shared" } : {};
  send(exchange, { status, body }, { ...usual, ...mishap.headers });
}

function usualBody(status: number): unknown {
  if (status === 429) return { message: "You are being rate limited.", retry_after: 0, global: false };
  return status === 204 ? undefined : { message: `${status}: Error`, code: 0 };
}
