import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from "@slack/bolt";
import type { Receiver } from "@slack/bolt";
import { WebClient } from "@slack/web-api";
import type { WebClientOptions } from "@slack/web-api";

import type { Log, Platform } from "../application/ports.ts";
import type { Citation } from "../surface/cards/refusalCard.ts";
import type { Command } from "../surface/command.ts";
import type { Desk } from "../surface/desk/desk.ts";
import { boltLogger } from "./boltLogger.ts";
import { actionBody, commandBody, submissionBody } from "./deliveryOf.ts";
import { botScopes } from "./manifest.ts";
import { postReply } from "./postReply.ts";
import { Responder } from "./respond.ts";
import type { Reply } from "./respond.ts";
import { SlackPeople } from "./slackPeople.ts";
import { slackPlatform } from "./slackPlatform.ts";

export interface SlackOptions {
  readonly botToken: string;
  /** How deliveries come in: over sockets that we open, or as signed requests to a port of ours. */
  readonly delivery:
    | { readonly kind: "socket"; readonly appToken: string }
    | { readonly kind: "http"; readonly signingSecret: string; readonly port: number };
  /** Another Slack than the real one, on loopback: "http://127.0.0.1:PORT/api/". */
  readonly apiUrl: string | undefined;
  readonly desk: Desk;
  readonly commands: readonly Command[];
  readonly locale: string;
  readonly citation: Citation;
  readonly log: Log;
}

/** While Slack renews one socket, the other goes on: with one alone commands fail for some seconds. */
const SOCKETS = 2;

/**
 * Connects to Slack.
 * @throws with a plain sentence for a bad token or missing scopes
 */
export async function connectSlack(options: SlackOptions): Promise<Platform> {
  const { log, delivery } = options;
  // Retries belong to the outbox, which first looks whether an earlier call had its effect; a refused call must not hold up all others.
  const clientOptions: WebClientOptions = {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: boltLogger(log),
    ...(options.apiUrl === undefined ? {} : { slackApiUrl: options.apiUrl }),
  };
  const client = new WebClient(options.botToken, clientOptions);
  const bot = await checkToken(client);

  const receivers = openReceivers(delivery, clientOptions, log);
  const app = new App({
    // Given here, Bolt does not ask Slack for it at every delivery.
    authorize: () => Promise.resolve({ botToken: options.botToken, ...bot }),
    receiver: receivers[0],
    // What it would keep of each conversation is not used here.
    convoStore: false,
    clientOptions,
    logger: boltLogger(log),
    logLevel: LogLevel.ERROR,
    deferInitialization: true,
  });
  await app.init();
  for (const receiver of receivers.slice(1)) receiver.init(app);
  const responder = new Responder(options.desk, client, new SlackPeople(client), options.commands, log);
  listen(app, responder);
  await startAll(receivers, delivery);
  log.info("slack ready", { delivery: delivery.kind });
  return slackPlatform({
    client,
    locale: options.locale,
    citation: options.citation,
    answered: () => responder.drained(),
    async close() {
      await responder.drained();
      await Promise.allSettled(receivers.map((receiver) => receiver.stop()));
    },
  });
}

/** A handful of listeners for everything: Bolt walks through all of them for each delivery. */
function listen(app: App, responder: Responder): void {
  app.command(/.*/, async ({ body, ack }) => {
    const say = (reply: Reply) => postReply(body.response_url, reply);
    await responder.command(commandBody.parse(body), (reply) => (reply === undefined ? ack() : ack(reply)), say);
  });
  app.action(/.*/, async ({ body, ack }) => {
    const url = "response_url" in body && typeof body.response_url === "string" ? body.response_url : "";
    const say = url === "" ? undefined : (reply: Reply) => postReply(url, reply);
    await responder.action(actionBody.parse(body), () => ack(), say);
  });
  app.view(/.*/, async ({ body, ack }) => {
    if (body.type !== "view_submission") {
      await ack();
      return;
    }
    await responder.submission(submissionBody.parse(body), (answer) => (answer === undefined ? ack() : ack(answer)));
  });
  app.shortcut(/.*/, async ({ body, ack }) => {
    await responder.shortcut(body.callback_id, body.user.id, body.trigger_id, () => ack());
  });
  app.event("app_home_opened", async ({ event }) => {
    if (event.tab === "home") await responder.home(event.user);
  });
}

function openReceivers(
  delivery: SlackOptions["delivery"],
  clientOptions: WebClientOptions,
  log: Log,
): [Receiver, ...Receiver[]] {
  const logger = boltLogger(log);
  if (delivery.kind === "http")
    return [new HTTPReceiver({ signingSecret: delivery.signingSecret, port: delivery.port, logger })];
  const { appToken } = delivery;
  const open = () => new SocketModeReceiver({ appToken, logger, installerOptions: { clientOptions } });
  return [open(), ...Array.from({ length: SOCKETS - 1 }, open)];
}

async function startAll(receivers: readonly Receiver[], delivery: SlackOptions["delivery"]): Promise<void> {
  try {
    await Promise.all(
      receivers.map((receiver) => (delivery.kind === "http" ? receiver.start(delivery.port) : receiver.start())),
    );
  } catch (error) {
    await Promise.allSettled(receivers.map((receiver) => receiver.stop()));
    const reason = error instanceof Error ? error.message : String(error);
    if (/invalid_auth|not_authed|not_allowed_token_type/.test(reason))
      throw new Error(
        "Slack does not accept SLACK_APP_TOKEN: make an app-level token with the scope connections:write on the page Basic Information of your app.",
        { cause: error },
      );
    throw new Error(`Slack could not be reached: ${reason}`, { cause: error });
  }
}

/** Whether the token is good, and whether the app was installed with everything it needs. */
async function checkToken(client: WebClient): Promise<{ readonly botId: string; readonly botUserId: string }> {
  try {
    const answer = await client.auth.test();
    const granted = answer.response_metadata?.scopes ?? [];
    const missing = botScopes.filter((scope) => !granted.includes(scope));
    if (granted.length > 0 && missing.length > 0)
      throw new Error(
        `The Slack app lacks the scopes: ${missing.join(", ")}. Update it with the manifest that npm run slack:manifest prints, and install it again.`,
      );
    return { botId: answer.bot_id ?? "", botUserId: answer.user_id ?? "" };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (/invalid_auth|not_authed|account_inactive|token_revoked|token_expired/.test(reason))
      throw new Error(
        "Slack does not accept SLACK_BOT_TOKEN: copy the Bot User OAuth Token anew from the page OAuth & Permissions of your app.",
        { cause: error },
      );
    if (error instanceof Error && reason.startsWith("The Slack app")) throw error;
    throw new Error(`Slack could not be reached: ${reason}`, { cause: error });
  }
}
