import { ChannelType, OverwriteType, PermissionFlagsBits } from "discord.js";
import type { Guild, GuildMember, TextChannel } from "discord.js";

import type { Store } from "../application/ports.ts";
import { plainError } from "./discordErrors.ts";
import { missingOf, needed } from "./permissions.ts";

export interface RoomsOptions {
  /** The channel that the settings name; one is made when they name none. */
  readonly roomsChannelId: string | undefined;
  readonly memory: Pick<Store, "remember" | "remembered">;
}

/**
 * The channel under which case threads hang. Everybody may see it, for who cannot see it cannot be in its threads; nobody writes there.
 * @throws with a plain sentence for a channel that is not there or of another kind, and for permissions that are missing
 */
async function findRoomsChannel(guild: Guild, { roomsChannelId, memory }: RoomsOptions): Promise<string> {
  const me = await ownMember(guild);
  if (roomsChannelId !== undefined) return namedChannel(guild, me, roomsChannelId);
  const remembered = await memory.remembered(`discord-rooms:${guild.id}`);
  const known = remembered === undefined ? undefined : guild.channels.cache.get(remembered);
  if (known?.type === ChannelType.GuildText) {
    refuseLacking(known, me);
    return known.id;
  }
  const made = await makeChannel(guild, me);
  await memory.remember(`discord-rooms:${guild.id}`, made);
  return made;
}

/** The channel under which case threads hang, as long as it is there, and then the one that takes its place. */
export interface RoomsChannel {
  readonly id: () => string;
  /** Another one where this one was deleted by hand; undefined where none can be had. Asked by several at once they get the same. */
  readonly insteadOf: (gone: string) => Promise<string | undefined>;
}

/** @throws as `findRoomsChannel` does, for the first one */
export async function openRoomsChannel(guild: Guild, options: RoomsOptions): Promise<RoomsChannel> {
  let current = await findRoomsChannel(guild, options);
  let looking: Promise<string | undefined> | undefined;
  const look = async (gone: string) => {
    try {
      // Discord may not have said yet that it is gone.
      guild.channels.cache.delete(gone);
      current = await findRoomsChannel(guild, options);
      return current;
    } catch {
      return undefined;
    } finally {
      looking = undefined;
    }
  };
  return {
    id: () => current,
    insteadOf(gone) {
      if (gone !== current) return Promise.resolve(current);
      looking ??= look(gone);
      return looking;
    },
  };
}

async function ownMember(guild: Guild): Promise<GuildMember> {
  try {
    return await guild.members.fetchMe();
  } catch (error) {
    throw plainError(error, "the bot's own membership");
  }
}

function namedChannel(guild: Guild, me: GuildMember, id: string): string {
  const channel = guild.channels.cache.get(id);
  if (channel === undefined)
    throw new Error(
      `The Discord channel ${id} that DISCORD_ROOMS_CHANNEL_ID names is not on the server ${guild.name}, or the bot may not see it.`,
    );
  if (channel.type !== ChannelType.GuildText)
    throw new Error(
      `The Discord channel ${id} that DISCORD_ROOMS_CHANNEL_ID names cannot have private threads: name a text channel.`,
    );
  refuseLacking(channel, me);
  return channel.id;
}

async function makeChannel(guild: Guild, me: GuildMember): Promise<string> {
  const missing = missingOf(me.permissions);
  if (missing.length > 0)
    throw new Error(
      `On the Discord server ${guild.name} the bot lacks: ${missing.join(", ")}. Grant that to its role, and start again.`,
    );
  if (!me.permissions.has(PermissionFlagsBits.ManageChannels))
    throw new Error(
      `On the Discord server ${guild.name} the bot lacks the permission Manage Channels, with which it makes the channel for case rooms. Grant it, or make a channel and name it in DISCORD_ROOMS_CHANNEL_ID.`,
    );
  const forNobody = [
    PermissionFlagsBits.SendMessages,
    PermissionFlagsBits.CreatePublicThreads,
    PermissionFlagsBits.CreatePrivateThreads,
  ];
  try {
    const made = await guild.channels.create({
      name: "redress-rooms",
      type: ChannelType.GuildText,
      permissionOverwrites: [
        {
          id: guild.roles.everyone.id,
          type: OverwriteType.Role,
          allow: [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessagesInThreads],
          // A bot can deny only what it holds; what it does not hold nobody has who has no role.
          deny: forNobody.filter((bit) => me.permissions.has(bit)),
        },
        { id: me.id, type: OverwriteType.Member, allow: Object.values(needed) },
      ],
    });
    return made.id;
  } catch (error) {
    throw plainError(error, "the channel for case rooms");
  }
}

function refuseLacking(channel: TextChannel, me: GuildMember): void {
  const missing = missingOf(channel.permissionsFor(me));
  if (missing.length > 0)
    throw new Error(
      `In the channel ${channel.name} of the Discord server ${channel.guild.name}, where case rooms hang, the bot lacks: ${missing.join(", ")}. Grant that to its role there, and start again.`,
    );
}
