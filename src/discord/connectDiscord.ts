import { createHash } from "node:crypto";

import {
  ChannelType,
  Client,
  DiscordAPIError,
  Events,
  GatewayIntentBits,
  OverwriteType,
  PermissionFlagsBits,
  REST,
  Routes,
} from "discord.js";
import type { Guild, PermissionsBitField } from "discord.js";

import type { Log, Platform, Store } from "../application/ports.ts";
import type { Citation } from "../surface/cards/refusalCard.ts";
import type { Command } from "../surface/command.ts";
import type { Desk } from "../surface/desk/desk.ts";
import { commandsJson } from "./commandsJson.ts";
import { discordPlatform } from "./discordPlatform.ts";
import { Responder } from "./respond.ts";

export interface DiscordOptions {
  readonly token: string;
  /** Another Discord than the real one, on loopback: "http://127.0.0.1:PORT/api". */
  readonly apiUrl: string | undefined;
  /** The server it serves; may be left out when the bot is in one server only. */
  readonly guildId: string | undefined;
  /** The channel under which case threads hang; one is made when none is named. */
  readonly roomsChannelId: string | undefined;
  readonly desk: Desk;
  readonly commands: readonly Command[];
  readonly memory: Pick<Store, "remember" | "remembered">;
  readonly locale: string;
  readonly citation: Citation;
  readonly log: Log;
}

/** discord.js keeps something for each interaction token, for an hour if it is left to itself. */
const SWEEP_EVERY_MS = 60_000;
/** Discord's own limit does not hold for interaction responses. */
const UNRATIONED = 1_000_000;

const needed = {
  "View Channels": PermissionFlagsBits.ViewChannel,
  "Send Messages": PermissionFlagsBits.SendMessages,
  "Send Messages in Threads": PermissionFlagsBits.SendMessagesInThreads,
  "Create Private Threads": PermissionFlagsBits.CreatePrivateThreads,
  "Manage Threads": PermissionFlagsBits.ManageThreads,
  "Read Message History": PermissionFlagsBits.ReadMessageHistory,
} as const;

/**
 * Connects to Discord: logs in, registers the commands when they have changed, finds or makes the channel for case rooms.
 * @throws with a plain sentence for a bad token, no server, or missing permissions
 */
export async function connectDiscord(options: DiscordOptions): Promise<Platform> {
  const api = options.apiUrl === undefined ? {} : { api: options.apiUrl };
  // Retries belong to the outbox, which first looks whether an earlier call had its effect.
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { ...api, retries: 0 } });
  const responses = new REST({
    ...api,
    retries: 0,
    globalRequestsPerSecond: UNRATIONED,
    handlerSweepInterval: SWEEP_EVERY_MS,
  });
  const responder = new Responder(options.desk, responses, options.log);
  client.on(Events.InteractionCreate, (interaction) => responder.respond(interaction));
  client.on(Events.Error, (error) => options.log.warn("discord connection", { reason: error.name }));
  client.on(Events.ShardDisconnect, (event) => options.log.warn("discord disconnected", { code: event.code }));
  client.on(Events.ShardResume, () => options.log.info("discord resumed"));

  const close = async () => {
    await responder.drained();
    await client.destroy();
    responses.clearHandlerSweeper();
    responses.clearHashSweeper();
  };
  try {
    await logIn(client, options.token);
    const guild = findGuild(client, options.guildId);
    const application = client.application?.id ?? "";
    await registerCommands(client.rest, application, options);
    const roomsChannel = await findRoomsChannel(guild, options);
    options.log.info("discord ready", { server: guild.id });
    return discordPlatform({
      rest: client.rest,
      botId: client.user?.id ?? "",
      guildId: guild.id,
      roomsChannel,
      locale: options.locale,
      citation: options.citation,
      answered: () => responder.drained(),
      close,
    });
  } catch (error) {
    await close();
    throw error;
  }
}

async function logIn(client: Client, token: string): Promise<void> {
  const ready = new Promise<void>((resolve) => {
    client.once(Events.ClientReady, () => resolve());
  });
  try {
    await client.login(token);
  } catch (error) {
    const isToken =
      (error instanceof Error && "code" in error && error.code === "TokenInvalid") ||
      (error instanceof DiscordAPIError && error.status === 401);
    if (isToken)
      throw new Error(
        "Discord does not accept DISCORD_TOKEN: copy the token anew from the page Bot of your application at https://discord.com/developers/applications.",
        { cause: error },
      );
    throw new Error(`Discord could not be reached: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  await ready;
}

function findGuild(client: Client, wanted: string | undefined): Guild {
  const guilds = [...client.guilds.cache.values()];
  const [only] = guilds;
  if (wanted !== undefined) {
    const found = client.guilds.cache.get(wanted);
    if (found === undefined)
      throw new Error(
        `The bot is not in the Discord server ${wanted} that DISCORD_GUILD_ID names: invite it there, or correct the setting.`,
      );
    return found;
  }
  if (only === undefined)
    throw new Error("The bot is in no Discord server yet: invite it with the link that the README shows.");
  if (guilds.length > 1)
    throw new Error(`The bot is in ${guilds.length} Discord servers: name the one it serves in DISCORD_GUILD_ID.`);
  return only;
}

/** Registered when they have changed since the last time, and not otherwise. */
async function registerCommands(
  rest: REST,
  application: string,
  { commands, memory, log }: DiscordOptions,
): Promise<void> {
  const body = commandsJson(commands);
  const hash = createHash("sha256").update(application).update(JSON.stringify(body)).digest("hex");
  if ((await memory.remembered("discord-commands")) === hash) return;
  await rest.put(Routes.applicationCommands(application), { body });
  await memory.remember("discord-commands", hash);
  log.info("discord commands registered", { commands: body.length });
}

/** The channel under which case threads hang. Everybody may see it, for who cannot see it cannot be in its threads; nobody writes there. */
async function findRoomsChannel(guild: Guild, { roomsChannelId, memory }: DiscordOptions): Promise<string> {
  const known = roomsChannelId ?? (await memory.remembered(`discord-rooms:${guild.id}`));
  const channel = known === undefined ? undefined : guild.channels.cache.get(known);
  if (roomsChannelId !== undefined && channel === undefined)
    throw new Error(
      `The Discord channel ${roomsChannelId} that DISCORD_ROOMS_CHANNEL_ID names is not there, or the bot may not see it.`,
    );
  const me = await guild.members.fetchMe();
  if (channel !== undefined) {
    refuseMissing(channel.permissionsFor(me), guild.name);
    return channel.id;
  }
  refuseMissing(me.permissions, guild.name);
  if (!me.permissions.has(PermissionFlagsBits.ManageChannels))
    throw new Error(
      `On the Discord server ${guild.name} the bot lacks the permission Manage Channels, with which it makes the channel for case rooms. Grant it, or make a channel and name it in DISCORD_ROOMS_CHANNEL_ID.`,
    );
  const made = await guild.channels.create({
    name: "redress-rooms",
    type: ChannelType.GuildText,
    permissionOverwrites: [
      {
        id: guild.roles.everyone.id,
        type: OverwriteType.Role,
        allow: [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessagesInThreads],
        deny: [
          PermissionFlagsBits.SendMessages,
          PermissionFlagsBits.CreatePublicThreads,
          PermissionFlagsBits.CreatePrivateThreads,
        ],
      },
      {
        id: me.id,
        type: OverwriteType.Member,
        allow: Object.values(needed),
      },
    ],
  });
  await memory.remember(`discord-rooms:${guild.id}`, made.id);
  return made.id;
}

function refuseMissing(permissions: Readonly<PermissionsBitField>, server: string): void {
  const missing = Object.entries(needed).flatMap(([name, bit]) => (permissions.has(bit) ? [] : [name]));
  if (missing.length > 0)
    throw new Error(
      `On the Discord server ${server} the bot lacks: ${missing.join(", ")}. Grant that to its role, and start again.`,
    );
}
