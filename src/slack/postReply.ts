import { Agent, errors, request } from "undici";

import type { Reply } from "./respond.ts";

/** Whoever pressed has long gone on, and the end of the program waits for every answer. */
const PATIENCE_MS = 10_000;

/**
 * Posts a private answer to the response_url of an interaction: five times within thirty minutes. It is not tried again: an answer that
 * was lost on its way back may have arrived.
 * https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
 * @throws when Slack does not take it, or not in time
 */
export async function postReply(url: string, reply: Reply, patienceMs = PATIENCE_MS): Promise<void> {
  try {
    const { statusCode, body } = await request(url, {
      dispatcher: slack,
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8" },
      body: JSON.stringify(reply),
      headersTimeout: patienceMs,
      bodyTimeout: patienceMs,
    });
    await body.dump();
    if (statusCode >= 300) throw new Error(`Slack answered ${statusCode} to a private answer.`);
  } catch (error) {
    if (!isTooLate(error)) throw error;
    throw new Error("Slack did not answer in time to a private answer.", { cause: error });
  }
}

const isTooLate = (error: unknown) =>
  error instanceof errors.HeadersTimeoutError ||
  error instanceof errors.BodyTimeoutError ||
  error instanceof errors.ConnectTimeoutError;

/** Connections of its own: the usual ones of the process are those of the older undici that discord.js brings, at twice the cost. */
const slack = new Agent({ connect: { timeout: PATIENCE_MS } });
