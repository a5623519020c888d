import { createHmac } from "node:crypto";
import { Agent, request as httpRequest, type IncomingMessage } from "node:http";

import type { Carrier, Delivery, Outcome, Payload } from "./delivery.ts";

/**
 * Deliveries as signed HTTP requests to the app's request URL.
 * @see https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
export class SignedHttp implements Carrier {
  readonly #agent = new Agent({ keepAlive: true });
  readonly #signingSecret: string;
  #url: string;

  constructor(url: string, signingSecret: string) {
    this.#url = url;
    this.#signingSecret = signingSecret;
  }

  /** Makes this the app's request URL, once it has answered Slack's challenge. Throws when it does not. */
  async pointTo(url: string): Promise<void> {
    this.#url = url;
    const challenge = "local-challenge";
    const payload = { type: "url_verification", token: "local-verification-token", challenge };
    const delivery: Delivery = { id: "url_verification", kind: "events_api", payload, acceptsReply: true };
    const outcome = await new Promise<Outcome>((resolve) => {
      this.send(delivery, resolve);
    });
    const said = outcome.kind === "acked" ? JSON.stringify(outcome.reply ?? "nothing") : outcome.kind;
    if (!said.includes(challenge)) throw new Error(`${url} did not answer Slack's challenge, but: ${said}`);
  }

  send(delivery: Delivery, settle: (outcome: Outcome) => void): () => void {
    const { type, body } = written(delivery);
    // Receivers compare the timestamp with the computer's clock, so it is not the sandbox clock's, which may be days ahead.
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = createHmac("sha256", this.#signingSecret).update(`v0:${timestamp}:${body}`).digest("hex");
    const fail = (reason: "connection_failed" | "http_error", mayRetry: boolean) =>
      settle({ kind: "failed", reason, mayRetry });
    const request = httpRequest(this.#url, {
      method: "POST",
      agent: this.#agent,
      headers: {
        "content-type": type,
        "content-length": Buffer.byteLength(body),
        "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
        "x-slack-request-timestamp": timestamp,
        "x-slack-signature": `v0=${signature}`,
        ...(delivery.retry === undefined
          ? {}
          : {
              "x-slack-retry-num": String(delivery.retry.attempt),
              "x-slack-retry-reason": delivery.retry.reason === "timeout" ? "http_timeout" : delivery.retry.reason,
            }),
      },
    });
    request.on("error", () => fail("connection_failed", true));
    request.on("response", (response) => {
      const mayRetry = response.headers["x-slack-no-retry"] !== "1";
      void readReply(response).then((reply) =>
        response.statusCode === 200 ? settle({ kind: "acked", reply }) : fail("http_error", mayRetry),
      );
    });
    request.end(body);
    return () => request.destroy();
  }

  close(): Promise<void> {
    this.#agent.destroy();
    return Promise.resolve();
  }
}

function written(delivery: Delivery): { readonly type: string; readonly body: string } {
  if (delivery.kind === "events_api") return { type: "application/json", body: JSON.stringify(delivery.payload) };
  const form =
    delivery.kind === "slash_commands"
      ? new URLSearchParams(flat(delivery.payload))
      : new URLSearchParams({ payload: JSON.stringify(delivery.payload) });
  return { type: "application/x-www-form-urlencoded", body: form.toString() };
}

function flat(payload: Payload): Record<string, string> {
  return Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, String(value)]));
}

/** What the body says: JSON, or plain text, which is the text of a message. */
async function readReply(response: IncomingMessage): Promise<unknown> {
  let body = "";
  response.setEncoding("utf8");
  try {
    for await (const chunk of response) body += String(chunk);
  } catch {
    return undefined;
  }
  if (body === "") return undefined;
  if (!(response.headers["content-type"] ?? "").includes("json")) return { text: body };
  try {
    const parsed: unknown = JSON.parse(body);
    return parsed;
  } catch {
    return { text: body };
  }
}
