import { DiscordAPIError } from "discord.js";
import type { Client, Guild } from "discord.js";

import { Unreachable } from "../application/unreachable.ts";
import { plainError } from "./discordErrors.ts";
import { inviteLink } from "./permissions.ts";

/**
 * The server the bot serves.
 * @param wanted its id; may be left out when the bot is in one server only
 * @throws with a plain sentence when the bot is not there, or in several; `Unreachable` when Discord cannot reach the server itself
 */
export function findGuild(client: Client<true>, wanted: string | undefined): Guild {
  const guilds = [...client.guilds.cache.values()];
  const [only] = guilds;
  const invite = inviteLink(client.application.id);
  if (only === undefined) throw new Error(`The bot is in no Discord server yet: invite it with ${invite}`);
  if (wanted === undefined && guilds.length > 1)
    throw new Error(`The bot is in ${guilds.length} Discord servers: name the one it serves in DISCORD_GUILD_ID.`);
  const found = wanted === undefined ? only : client.guilds.cache.get(wanted);
  if (found === undefined)
    throw new Error(
      `The bot is not in the Discord server ${wanted} that DISCORD_GUILD_ID names: correct the setting, or invite the bot with ${invite}`,
    );
  if (!found.available) throw new Unreachable(`Discord itself cannot reach the server ${found.id}.`);
  return found;
}

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const nobody = [10_007, 10_013];

/**
 * That a report would have readers: at least one of these accounts is a member of the server.
 * @throws with a plain sentence when none is
 */
export async function requireSomebody(guild: Guild, accounts: readonly string[]): Promise<void> {
  for (const account of accounts) {
    // oxlint-disable-next-line no-await-in-loop -- the first one found is enough
    if (await isMember(guild, account)) return;
  }
  if (accounts.length > 0)
    throw new Error(
      `None of the people that REDRESS_ROSTER names is a member of the Discord server ${guild.name}: correct DISCORD_GUILD_ID, or the Discord ids in the file.`,
    );
}

async function isMember(guild: Guild, account: string): Promise<boolean> {
  try {
    await guild.members.fetch(account);
    return true;
  } catch (error) {
    if (error instanceof DiscordAPIError && typeof error.code === "number" && nobody.includes(error.code)) return false;
    throw plainError(error, "the members of the server");
  }
}
