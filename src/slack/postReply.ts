import { Agent, errors } from "undici";

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
  const { origin, pathname, search } = new URL(url);
  const status = await new Promise<number>((resolve, reject) => {
    let answered = 0;
    slack.dispatch(
      {
        origin,
        path: `${pathname}${search}`,
        method: "POST",
        headers: { "content-type": "application/json; charset=utf-8" },
        body: JSON.stringify(reply),
        headersTimeout: patienceMs,
        bodyTimeout: patienceMs,
      },
      {
        onConnect() {},
        onHeaders(statusCode) {
          answered = statusCode;
          return true;
        },
        onData: () => true,
        onComplete: () => resolve(answered),
        onError: (error) => reject(isTooLate(error) ? tooLate(error) : error),
      },
    );
  });
  if (status >= 300) throw new Error(`Slack answered ${status} to a private answer.`);
}

const tooLate = (cause: Error) => new Error("Slack did not answer in time to a private answer.", { cause });

const isTooLate = (error: unknown) =>
  error instanceof errors.HeadersTimeoutError ||
  error instanceof errors.BodyTimeoutError ||
  error instanceof errors.ConnectTimeoutError;

/** Connections of its own, used without what makes answers readable: nothing of them but the status is looked at. */
const slack = new Agent({ connect: { timeout: PATIENCE_MS } });
