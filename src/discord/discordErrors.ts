import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import type { RateLimitData } from "discord.js";

import { Unreachable } from "../application/unreachable.ts";

export const badToken =
  "Discord does not accept DISCORD_TOKEN: copy the token anew from the page Bot of your application at https://discord.com/developers/applications, and start again.";

/** What whoever starts the program can do about a gateway that closed for good, by its code. */
const refusedByGateway: Readonly<Record<number, string>> = {
  4004: badToken,
  4010: "Discord refused the shard of the connection (4010): this is a fault of Redress, please report it.",
  4011: "The bot is in too many Discord servers for one connection (4011): use an application of its own for this organisation.",
  4012: "Discord no longer speaks the version of its gateway that Redress uses (4012): update Redress.",
  4013: "Discord does not know an intent that Redress asks for (4013): update Redress.",
  4014: "Discord refuses an intent that Redress asks for (4014): switch it on under Privileged Gateway Intents on the page Bot of your application at https://discord.com/developers/applications, and start again.",
};

/**
 * Why the gateway has closed for good, as a plain sentence.
 * https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
 */
export function gatewayRefusal(code: number): string {
  return refusedByGateway[code] ?? `Discord closed the connection for good (${code}).`;
}

/** Whether Discord refused the token itself. */
export function isBadToken(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === 401;
  return error instanceof Error && "code" in error && error.code === "TokenInvalid";
}

/**
 * What discord.js throws while connecting, as a plain sentence, or as `Unreachable` when another try may work.
 * @param doing what was being done: "the registration of the commands"
 */
export function plainError(error: unknown, doing: string): Error {
  if (isBadToken(error)) return new Error(badToken, { cause: error });
  if (error instanceof DiscordAPIError)
    return new Error(`Discord refuses ${doing}: ${error.message} (${error.code}).`, { cause: error });
  const trouble = troubleOf(error);
  if (trouble !== undefined) return new Unreachable(`Discord does not answer (${trouble}).`, { cause: error });
  const reason = error instanceof Error ? error.message : String(error);
  return new Error(`Discord could not be asked for ${doing}: ${reason}`, { cause: error });
}

/** Codes of Node and undici for a network in trouble; not of certificates, which somebody has to mend. */
const NETWORK = /^(E[A-Z]+|UND_ERR_[A-Z_]+)$/;

/** The name of a trouble of the network, or of Discord's own; undefined for anything else. */
function troubleOf(error: unknown): string | undefined {
  if (error instanceof HTTPError) return String(error.status);
  if (error instanceof RateLimitError) return "429";
  if (!(error instanceof Error)) return undefined;
  if (error.name === "AbortError") return "no answer in time";
  // The token may connect so many times a day; the rest of the day is waited for.
  if (error.message.startsWith("Not enough sessions remaining")) return "no more connections today";
  return "code" in error && typeof error.code === "string" && NETWORK.test(error.code) ? error.code : undefined;
}

/** How long Discord wants to be waited for, in milliseconds, wherever it says so. */
export function waitOf(limit: Pick<RateLimitData, "timeToReset" | "retryAfter" | "sublimitTimeout">): number {
  return Math.max(limit.timeToReset, limit.retryAfter, limit.sublimitTimeout);
}
