import { App, LogLevel } from "@slack/bolt";
import type { SlackShortcutMiddlewareArgs, SlackViewMiddlewareArgs } from "@slack/bolt";
import { WebClient } from "@slack/web-api";
import type { WebClientOptions } from "@slack/web-api";

import type { Platform } from "../application/platform.ts";
import type { Log } from "../application/ports.ts";
import type { Citation } from "../surface/cards/refusalCard.ts";
import type { Command } from "../surface/command.ts";
import type { Desk } from "../surface/desk/desk.ts";
import { boltLogger } from "./boltLogger.ts";
import { checkToken, requireSomebody } from "./checkTokens.ts";
import { actionBody, commandBody, messageBody, submissionBody } from "./deliveryOf.ts";
import { openHttpIntake } from "./httpIntake.ts";
import { postReply } from "./postReply.ts";
import { Responder } from "./respond.ts";
import type { Reply } from "./respond.ts";
import { SlackPeople } from "./slackPeople.ts";
import { slackPlatform } from "./slackPlatform.ts";
import { openSocketIntake } from "./socketIntake.ts";

export interface SlackOptions {
  readonly botToken: string;
  /** How deliveries come in: over sockets that we open, or as signed requests to a port of ours. */
  readonly delivery:
    | { readonly kind: "socket"; readonly appToken: string }
    | { readonly kind: "http"; readonly signingSecret: string; readonly port: number };
  /** Another Slack than the real one, on loopback: "http://127.0.0.1:PORT/api/". */
  readonly apiUrl: string | undefined;
  /** Accounts of the roster, of which at least one has to be in the workspace; left out where nobody is looked for. */
  readonly roster?: readonly string[];
  /** How long after a message the next one goes into the same channel, in milliseconds; a second when left out. */
  readonly betweenPostsMs?: number;
  /** How many calls of a method Slack takes in a minute; what it says when left out. */
  readonly callsPerMinute?: Readonly<Record<string, number>>;
  readonly desk: Desk;
  readonly commands: readonly Command[];
  readonly locale: string;
  readonly citation: Citation;
  readonly log: Log;
}

/** So long Slack has for the answer to a call; left to itself the library would wait five minutes. */
const CALL_MS = 15_000;

/**
 * Connects to Slack.
 * @throws with a plain sentence for a bad token or missing scopes; `Unreachable` when Slack does not answer
 */
export async function connectSlack(options: SlackOptions): Promise<Platform> {
  const { log, delivery } = options;
  const logger = boltLogger(log);
  // Retries belong to the outbox, which first looks whether an earlier call had its effect; a refused call must not hold up all others.
  const clientOptions: WebClientOptions = {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: CALL_MS,
    logger,
    ...(options.apiUrl === undefined ? {} : { slackApiUrl: options.apiUrl }),
  };
  const client = new WebClient(options.botToken, clientOptions);
  const { botId, botUserId, team, teamId } = await checkToken(client);
  await requireSomebody(client, team, options.roster ?? []);

  const intake =
    delivery.kind === "http"
      ? openHttpIntake({ ...delivery, logger, log })
      : openSocketIntake({ ...delivery, clientOptions, log });
  const [first, ...others] = intake.receivers;
  const app = new App({
    // Given here, Bolt does not ask Slack for it at every delivery.
    authorize: () => Promise.resolve({ botToken: options.botToken, botId, botUserId }),
    receiver: first,
    // What it would keep of each conversation is not used here, and messages, its own or others', are not subscribed to.
    convoStore: false,
    ignoreSelf: false,
    clientOptions,
    logger,
    logLevel: LogLevel.ERROR,
    deferInitialization: true,
  });
  await app.init();
  for (const receiver of others) receiver.init(app);
  const responder = new Responder(options.desk, client, new SlackPeople(client, teamId), options.commands, log, {
    origins: [options.apiUrl === undefined ? "https://files.slack.com" : new URL(options.apiUrl).origin],
    token: options.botToken,
  });
  const close = () => intake.stop(() => responder.drained());
  listen(app, responder);
  try {
    await intake.start();
  } catch (error) {
    await close();
    throw error;
  }
  log.info("slack ready", { delivery: delivery.kind });
  return slackPlatform({
    client,
    locale: options.locale,
    citation: options.citation,
    ...(options.betweenPostsMs === undefined ? {} : { betweenPostsMs: options.betweenPostsMs }),
    ...(options.callsPerMinute === undefined ? {} : { callsPerMinute: options.callsPerMinute }),
    onBadToken: once((sentence) => log.warn(sentence)),
    answered: () => responder.drained(),
    close,
  });
}

/** A token that Slack takes back is said once; what is to be sent waits until the program is started with another. */
function once(say: (sentence: string) => void): (sentence: string) => void {
  let isSaid = false;
  return (sentence) => {
    if (!isSaid) say(sentence);
    isSaid = true;
  };
}

/** One middleware for everything: whatever else listens, Bolt goes through it for each delivery. */
function listen(app: App, responder: Responder): void {
  app.use(async (args) => {
    if ("action" in args) {
      const { body, ack } = args;
      const url = "response_url" in body && typeof body.response_url === "string" ? body.response_url : "";
      const say = url === "" ? undefined : (reply: Reply) => postReply(url, reply);
      const pressed = actionBody.parse(body);
      letGo(body);
      await responder.action(pressed, () => ack(), say);
    } else if ("command" in args) {
      const { body, ack } = args;
      const say = (reply: Reply) => postReply(body.response_url, reply);
      await responder.command(commandBody.parse(body), (reply) => (reply === undefined ? ack() : ack(reply)), say);
    } else if ("view" in args) await onView(args, responder);
    else if ("shortcut" in args) await onShortcut(args, responder);
    else if ("event" in args && args.event.type === "app_home_opened" && args.event.tab === "home")
      await responder.home(args.event.user);
  });
}

/** The message under which something was pressed comes along whole, and Bolt would hold it until the press is answered: nobody reads it. */
function letGo(body: object): void {
  if ("message" in body) body.message = undefined;
}

async function onView({ body, ack }: SlackViewMiddlewareArgs, responder: Responder): Promise<void> {
  if (body.type !== "view_submission") return ack();
  return responder.submission(submissionBody.parse(body), (answer) => (answer === undefined ? ack() : ack(answer)));
}

async function onShortcut({ body, ack }: SlackShortcutMiddlewareArgs, responder: Responder): Promise<void> {
  if (body.type !== "message_action")
    return responder.shortcut(body.callback_id, body.user.id, body.trigger_id, () => ack());
  const say = (reply: Reply) => postReply(body.response_url, reply);
  return responder.onMessage(messageBody.parse(body), () => ack(), say);
}
