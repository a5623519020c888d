import { OverwriteType, PermissionFlagsBits } from "discord.js";
import type { Guild } from "discord.js";

import type { RoomReader } from "../application/platform.ts";

/**
 * Who can read private threads of a channel without being in them: the owner, whoever has a role with Manage Threads there (as every
 * administrator has), and whomever the channel itself gives that. Who has a role Discord tells only bots with a privileged intent.
 * https://discord.com/developers/docs/topics/threads#private-threads
 */
export async function roomReaders(guild: Guild, channelId: string): Promise<readonly RoomReader[]> {
  const owner = await guild.fetchOwner();
  const channel = guild.channels.cache.get(channelId);
  if (channel === undefined || channel.isThread()) return [{ kind: "owner", name: owner.displayName }];
  const me = guild.client.user.id;
  const roles = [...guild.roles.cache.values()]
    .filter((role) => role.tags?.botId !== me)
    .filter((role) => channel.permissionsFor(role).has(PermissionFlagsBits.ManageThreads));
  const allowed = [...channel.permissionOverwrites.cache.values()]
    .filter(({ type, id }) => type === OverwriteType.Member && id !== me && id !== owner.id)
    .filter(({ allow }) => allow.has(PermissionFlagsBits.ManageThreads));
  const people = await Promise.all(allowed.map(({ id }) => guild.members.fetch(id)));
  return [
    { kind: "owner", name: owner.displayName },
    ...roles.map(({ name }): RoomReader => ({ kind: "role", name })),
    ...people.map(({ displayName }): RoomReader => ({ kind: "person", name: displayName })),
  ];
}
