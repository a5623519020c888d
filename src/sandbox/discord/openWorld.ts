import { openDirect } from "./acts/openDirect.ts";
import { channelType } from "./numbers.ts";
import {
  type ChannelSeed,
  type LocalDiscordOptions,
  type OverwriteSeed,
  usualBotPermissions,
  usualEveryonePermissions,
} from "./options.ts";
import type { Account, Role } from "./world/guild.ts";
import { usualLimits } from "./world/limits.ts";
import { openMessages } from "./world/message.ts";
import type { Channel, Overwrite } from "./world/place.ts";
import { snowflakes } from "./world/snowflake.ts";
import type { World } from "./world/world.ts";

/** Makes the world of a local Discord: guild, roles, members, channels. */
export function openWorld(options: LocalDiscordOptions, hooks: Pick<World, "announce" | "changed">): World {
  const { clock, guild, applicationId } = options;
  const keepsAll = options.keepCalls ?? true;
  const world: World = {
    ...hooks,
    clock,
    nextId: snowflakes(() => clock.now()),
    application: {
      id: applicationId,
      name: options.botName,
      token: options.botToken,
      privilegedIntents: options.privilegedIntents ?? 0,
    },
    guild: { id: guild.id, name: guild.name, ownerId: guild.ownerId, locale: guild.locale ?? "en-US" },
    gatewayRefusal: undefined,
    isGuildAway: false,
    limits: usualLimits,
    accounts: new Map(),
    members: new Map(),
    roles: new Map(),
    places: new Map(),
    messages: openMessages(keepsAll ? Infinity : 1000),
    commands: new Map(),
    interactions: new Map(),
    keepInteractions: keepsAll ? Infinity : 20_000,
    forms: new Map(),
    failures: new Map(),
    nonces: new Map(),
    suppressedMentions: [],
    uploads: new Map(),
    cdnUrl: "",
    problems: [],
  };
  const botRoleId = world.nextId();
  for (const role of rolesOf(options, botRoleId)) world.roles.set(role.id, role);
  const joinedAt = clock.now();
  const bot: Account = {
    id: applicationId,
    name: options.botName,
    isBot: true,
    locale: "en-US",
    takesDirectMessages: false,
  };
  world.accounts.set(bot.id, bot);
  world.members.set(bot.id, { id: bot.id, roles: [botRoleId], joinedAt });
  for (const [position, channel] of options.channels.entries())
    world.places.set(channel.id, channelOf(channel, position));
  for (const { id, name, locale = "en-US", roles = [] } of options.people) {
    world.accounts.set(id, { id, name, isBot: false, locale, takesDirectMessages: true });
    world.members.set(id, { id, roles, joinedAt });
    openDirect(world, id);
  }
  if (!world.members.has(guild.ownerId)) throw new Error(`The owner ${guild.ownerId} is not among the people.`);
  return world;
}

function rolesOf(options: LocalDiscordOptions, botRoleId: string): readonly Role[] {
  const given = options.roles ?? [];
  const everyone = given.find(({ id }) => id === options.guild.id);
  const others = given.filter(({ id }) => id !== options.guild.id);
  return [
    {
      id: options.guild.id,
      name: "@everyone",
      permissions: everyone?.permissions ?? usualEveryonePermissions,
      position: 0,
      managed: false,
    },
    ...others.map((role, index) => ({ ...role, position: index + 1, managed: false })),
    {
      id: botRoleId,
      name: options.botName,
      permissions: options.botPermissions ?? usualBotPermissions,
      position: others.length + 1,
      managed: true,
    },
  ];
}

function channelOf(seed: ChannelSeed, position: number): Channel {
  return {
    kind: "channel",
    id: seed.id,
    type: channelType.text,
    name: seed.name,
    topic: seed.topic ?? null,
    parentId: null,
    position,
    nsfw: false,
    slowmode: 0,
    overwrites: (seed.overwrites ?? []).map(overwriteOf),
  };
}

/** An overwrite as it is kept. */
export function overwriteOf(seed: OverwriteSeed): Overwrite {
  return { id: seed.id, type: seed.type === "role" ? 0 : 1, allow: seed.allow ?? 0n, deny: seed.deny ?? 0n };
}
