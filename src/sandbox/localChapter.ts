import type { SandboxClock } from "./clock.ts";
import { openLocalDiscord } from "./discord/localDiscord.ts";
import type { LocalDiscord } from "./discord/localDiscord.ts";
import { permission } from "./discord/numbers.ts";
import { usualBotPermissions } from "./discord/options.ts";
import { openLocalSlack } from "./slack/localSlack.ts";
import type { LocalSlack } from "./slack/localSlack.ts";

/** Somebody with an account on both local platforms. */
export interface ChapterPerson {
  readonly name: string;
  readonly discord: string;
  readonly slack: string;
  readonly locale: string;
}

interface ChapterOptions {
  readonly clock: SandboxClock;
  readonly people: readonly ChapterPerson[];
  /** Owns the Discord server and the Slack workspace: sees what owners see. */
  readonly owner: ChapterPerson;
  /** On 127.0.0.1; any free one when left out. */
  readonly port?: number;
  /** Whether calls are kept; off for load. */
  readonly keepCalls?: boolean;
  readonly validate?: boolean;
}

/** What the bot needs to connect to the local platforms. */
export const localTokens = {
  discord: "local-discord-token",
  slackBot: "xoxb-local",
  slackApp: "xapp-local",
  slackSigningSecret: "local-signing-secret",
} as const;

/** The account of the app on the local Slack. */
export const localSlackBot = "U0000BOT1";

const localGuild = { id: "900000000000000001", name: "The chapter" } as const;
const GENERAL = "910000000000000001";

export interface DiscordChapterOptions extends ChapterOptions {
  /** Roles of the server, below the bot's own, which may manage them then; whether all these people but the owner have one. */
  readonly roles?: readonly { readonly id: string; readonly name: string; readonly isHeld: boolean }[];
}

/** A Discord server with these people, a channel called general, and the bot invited. */
export function openChapterDiscord({
  clock,
  people,
  owner,
  roles = [],
  ...rest
}: DiscordChapterOptions): Promise<LocalDiscord> {
  const held = roles.filter(({ isHeld }) => isHeld).map(({ id }) => id);
  return openLocalDiscord({
    ...rest,
    roles: roles.map(({ id, name }) => ({ id, name, permissions: 0n })),
    ...(roles.length === 0 ? {} : { botPermissions: usualBotPermissions | permission.manageRoles }),
    clock,
    applicationId: "920000000000000001",
    botToken: localTokens.discord,
    botName: "Redress",
    guild: { ...localGuild, ownerId: owner.discord },
    people: [...people, owner].map(({ name, discord, locale }) => ({
      id: discord,
      name,
      locale: locale === "sv" ? "sv-SE" : "en-US",
      roles: discord === owner.discord ? [] : held,
    })),
    channels: [{ id: GENERAL, name: "general" }],
  });
}

export interface SlackChapterOptions extends ChapterOptions {
  readonly manifest: NonNullable<Parameters<typeof openLocalSlack>[0]["manifest"]>;
  readonly scopes: readonly string[];
  /** Private channels with everybody and the app in them. */
  readonly privateChannels?: readonly { readonly id: string; readonly name: string }[];
  readonly delivery?: Parameters<typeof openLocalSlack>[0]["delivery"];
  readonly patience?: number;
}

/** A Slack workspace with these people, a channel called general, and the app installed from its manifest. */
export function openChapterSlack({
  clock,
  people,
  owner,
  delivery,
  privateChannels = [],
  ...rest
}: SlackChapterOptions): Promise<LocalSlack> {
  const everybody = [...people, owner];
  return openLocalSlack({
    ...rest,
    clock,
    team: { id: "T00000001", name: "The chapter", ownerIds: [owner.slack] },
    appId: "A00000001",
    botUserId: localSlackBot,
    botName: "Redress",
    botToken: localTokens.slackBot,
    appToken: localTokens.slackApp,
    signingSecret: localTokens.slackSigningSecret,
    delivery: delivery ?? { mode: "socket" },
    people: everybody.map(({ name, slack, locale }) => ({
      id: slack,
      name,
      realName: name,
      locale: locale === "sv" ? "sv-SE" : "en-US",
    })),
    channels: [
      { id: "C00000001", name: "general", members: everybody.map((person) => person.slack) },
      ...privateChannels.map((channel) => ({
        ...channel,
        isPrivate: true,
        members: [...everybody.map((person) => person.slack), localSlackBot],
      })),
    ],
  });
}
