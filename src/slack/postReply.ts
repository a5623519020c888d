import { request } from "undici";

import type { Reply } from "./respond.ts";

/**
 * Posts a private answer to the response_url of an interaction: five times within thirty minutes.
 * https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
 * @throws when Slack does not take it
 */
export async function postReply(url: string, reply: Reply): Promise<void> {
  const { statusCode, body } = await request(url, {
    method: "POST",
    headers: { "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify(reply),
  });
  await body.dump();
  if (statusCode >= 300) throw new Error(`Slack answered ${statusCode} to a private answer.`);
}
