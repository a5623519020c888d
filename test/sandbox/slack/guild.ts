import { App, LogLevel, type Logger, type Receiver, SocketModeReceiver } from "@slack/bolt";
import { onTestFinished } from "vitest";

import { type MovableClock, movableClock } from "../../../src/sandbox/clock.ts";
import { type LocalSlack, openLocalSlack } from "../../../src/sandbox/slack/localSlack.ts";
import type { LocalSlackOptions } from "../../../src/sandbox/slack/localSlackOptions.ts";
import type { AppManifestInput } from "../../../src/sandbox/slack/world/appManifest.ts";

export const botToken = "xoxb-guild";
export const appToken = "xapp-guild";
export const signingSecret = "a-secret-of-the-guild";

const allScopes = [
  "channels:history",
  "channels:join",
  "channels:manage",
  "channels:read",
  "chat:write",
  "commands",
  "groups:history",
  "groups:read",
  "groups:write",
  "im:history",
  "im:read",
  "im:write",
  "mpim:read",
  "mpim:write",
  "team:read",
  "usergroups:read",
  "users:read",
] as const;

const manifest = {
  features: {
    app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
    slash_commands: [
      { command: "/case", description: "Looks after cases", usage_hint: "show [case]", should_escape: true },
      { command: "/plain", description: "Takes its text as it is" },
    ],
    shortcuts: [
      { name: "File a report", type: "global", callback_id: "file-report", description: "Opens the form" },
      { name: "Report this", type: "message", callback_id: "report-message", description: "Reports a message" },
    ],
  },
  settings: {
    event_subscriptions: {
      bot_events: [
        "app_home_opened",
        "channel_archive",
        "channel_rename",
        "group_archive",
        "group_left",
        "group_rename",
        "member_joined_channel",
        "member_left_channel",
        "message.im",
      ],
    },
    interactivity: { is_enabled: true },
  },
} as const satisfies object;

/** A local Slack of a small guild, with a clock that stands still until it is moved. It closes with the test. */
export async function openGuild(
  change: Partial<LocalSlackOptions> = {},
): Promise<{ readonly slack: LocalSlack; readonly clock: MovableClock }> {
  const clock = movableClock(Date.UTC(2026, 0, 5, 10), false);
  const slack = await openLocalSlack({
    clock,
    team: { id: "T1", name: "Guild", ownerIds: ["UOWNER"] },
    appId: "A1",
    botUserId: "UBOT",
    botName: "redress",
    botToken,
    appToken,
    signingSecret,
    scopes: allScopes,
    manifest: manifest as unknown as AppManifestInput,
    delivery: { mode: "socket" },
    people: [
      { id: "UOWNER", name: "olga" },
      { id: "UADA", name: "ada", realName: "Ada Byron", locale: "en-GB" },
      { id: "UBO", name: "bo", locale: "sv-SE" },
      { id: "UCY", name: "cy" },
      { id: "UGUEST", name: "gus", isRestricted: true },
      { id: "UONE", name: "una", isUltraRestricted: true },
      { id: "USTRANGE", name: "sam", isStranger: true },
    ],
    channels: [
      { id: "CHALL", name: "hall", members: ["UADA", "UBO", "UBOT", "UGUEST"], topic: "Everything" },
      { id: "COPEN", name: "open-door", members: ["UCY"] },
      { id: "CROOM", name: "amber-fox", members: ["UADA", "UBO", "UBOT"], isPrivate: true },
      { id: "CSECRET", name: "board", members: ["UADA", "UCY"], isPrivate: true },
    ],
    ...change,
  });
  onTestFinished(() => slack.close());
  return { slack, clock };
}

/** An unmodified Bolt app at this local Slack, by Socket Mode or by signed HTTP. It stops with the test. */
export async function startBolt(
  slack: LocalSlack,
  mode: "socket" | "http",
  prepare: (app: App) => void,
): Promise<{ readonly app: App; readonly url: string }> {
  const app = new App({
    token: botToken,
    ...(mode === "socket" ? { appToken, socketMode: true } : { signingSecret }),
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
    logger: silence(),
  });
  prepare(app);
  const server: unknown = await app.start(0);
  onTestFinished(async () => {
    await app.stop();
  });
  if (mode === "socket") return { app, url: "" };
  const url = `http://127.0.0.1:${portOf(server)}/slack/events`;
  await slack.pointTo(url);
  return { app, url };
}

/** One Bolt app with two Socket Mode receivers, so that one goes on while the other connects anew. */
export async function startTwin(slack: LocalSlack, prepare: (app: App) => void): Promise<App> {
  const clientOptions = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } };
  const twins = [0, 1].map(
    () =>
      new SocketModeReceiver({
        appToken,
        logger: silence(),
        clientPingTimeout: 300,
        installerOptions: { clientOptions },
      }),
  );
  const receiver: Receiver = {
    init: (app) => twins.forEach((twin) => twin.init(app)),
    start: () => Promise.all(twins.map((twin) => twin.start())),
    stop: () => Promise.all(twins.map((twin) => twin.stop())),
  };
  const app = new App({ token: botToken, receiver, clientOptions, logger: silence() });
  prepare(app);
  await app.start();
  onTestFinished(async () => {
    await app.stop();
  });
  return app;
}

/** Calls a method of the Web API as JSON, and gives its answer. */
export async function call(
  slack: LocalSlack,
  method: string,
  args: object = {},
  token: string = botToken,
): Promise<Readonly<Record<string, unknown>> & { readonly ok: boolean; readonly error?: string }> {
  const response = await fetch(slack.apiUrl + method, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify(args),
  });
  return (await response.json()) as Awaited<ReturnType<typeof call>>;
}

export function silence(): Logger {
  return {
    debug: nothing,
    info: nothing,
    warn: nothing,
    error: nothing,
    setLevel: nothing,
    setName: nothing,
    getLevel: () => LogLevel.ERROR,
  };
}

function nothing(): void {
  return undefined;
}

/** Lets everything that is under way on the loopback arrive. */
export async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 2000 && !isSo(); turn += 1) await new Promise((resolve) => setTimeout(resolve, 1));
  if (!isSo()) throw new Error("It never came to that.");
}

function portOf(server: unknown): number {
  const address = (server as { address(): { port: number } }).address();
  return address.port;
}
