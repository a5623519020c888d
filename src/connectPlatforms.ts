import { commands } from "../commands/index.ts";
import type { PlatformName } from "./application/person.ts";
import type { Platform } from "./application/platform.ts";
import type { Log, Store } from "./application/ports.ts";
import { connectPatiently } from "./connectPatiently.ts";
import { connectDiscord } from "./discord/connectDiscord.ts";
import { connectAll } from "./parts.ts";
import type { RosterPerson } from "./rulebook/loadRoster.ts";
import type { Settings } from "./settings.ts";
import { connectSlack } from "./slack/connectSlack.ts";
import type { Citation } from "./surface/cards/refusalCard.ts";
import type { Desk } from "./surface/desk/desk.ts";

export interface ConnectOptions {
  readonly settings: Settings;
  readonly roster: readonly RosterPerson[];
  readonly memory: Pick<Store, "remember" | "remembered">;
  readonly desk: Desk;
  readonly citation: Citation;
  readonly locale: string;
  readonly log: Log;
  /** Called when the start goes on without a platform. */
  readonly onLate: (name: PlatformName) => void;
  /** Called when a platform that could not be reached at first refuses, once it answers. */
  readonly onRefused: (error: unknown) => void;
}

/**
 * Connects each platform that the settings have a token for.
 * @throws with a plain sentence for each platform that refuses
 */
export function connectPlatforms(options: ConnectOptions): Promise<readonly Platform[]> {
  const { settings, log } = options;
  const { DISCORD_TOKEN: discordToken, SLACK_BOT_TOKEN: slackToken } = settings;
  const patiently = (name: PlatformName, connect: () => Promise<Platform>) =>
    connectPatiently({ name, connect, log, onLate: () => options.onLate(name), onRefused: options.onRefused });
  return connectAll([
    ...(discordToken === undefined ? [] : [patiently("discord", () => discord(options, discordToken))]),
    ...(slackToken === undefined ? [] : [patiently("slack", () => slack(options, slackToken))]),
  ]);
}

function discord({ settings, roster, ...common }: ConnectOptions, token: string): Promise<Platform> {
  return connectDiscord({
    ...common,
    commands,
    token,
    apiUrl: settings.DISCORD_API_URL,
    guildId: settings.DISCORD_GUILD_ID,
    roomsChannelId: settings.DISCORD_ROOMS_CHANNEL_ID,
    roster: roster.flatMap((person) => person.discord ?? []),
  });
}

function slack({ settings, roster, ...common }: ConnectOptions, botToken: string): Promise<Platform> {
  return connectSlack({
    ...common,
    commands,
    botToken,
    apiUrl: settings.SLACK_API_URL,
    roster: roster.flatMap((person) => person.slack ?? []),
    delivery:
      settings.SLACK_PORT === undefined
        ? { kind: "socket", appToken: settings.SLACK_APP_TOKEN ?? "" }
        : { kind: "http", signingSecret: settings.SLACK_SIGNING_SECRET ?? "", port: settings.SLACK_PORT },
  });
}
