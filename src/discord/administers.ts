import { PermissionFlagsBits } from "discord.js";
import type { Interaction } from "discord.js";

import type { Administers } from "../surface/administers.ts";

/**
 * Whether whoever acts may manage the server, by the permissions that Discord sends along.
 * https://discord.com/developers/docs/resources/guild#guild-member-object
 * @param guildId the server that Redress serves: who manages another one, to which anybody may invite a bot, manages nothing here
 */
export function administersOf(interaction: Interaction, guildId: string | undefined): Administers {
  return async () => {
    const { memberPermissions } = interaction;
    if (memberPermissions === null || guildId === undefined) return "unknown";
    if (interaction.guildId !== guildId) return "no";
    return memberPermissions.has(PermissionFlagsBits.ManageGuild) ? "yes" : "no";
  };
}
