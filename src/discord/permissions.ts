import { PermissionFlagsBits, PermissionsBitField } from "discord.js";

/** What the bot needs where case rooms hang, by the names Discord's own settings give. */
export const needed = {
  "View Channels": PermissionFlagsBits.ViewChannel,
  "Send Messages": PermissionFlagsBits.SendMessages,
  "Send Messages in Threads": PermissionFlagsBits.SendMessagesInThreads,
  "Create Private Threads": PermissionFlagsBits.CreatePrivateThreads,
  "Manage Threads": PermissionFlagsBits.ManageThreads,
  "Read Message History": PermissionFlagsBits.ReadMessageHistory,
} as const;

/** What of it is missing. */
export function missingOf(held: Readonly<PermissionsBitField>): readonly string[] {
  return Object.entries(needed).flatMap(([name, bit]) => (held.has(bit) ? [] : [name]));
}

/** Where an administrator of a server invites the bot with everything it needs. */
export function inviteLink(application: string): string {
  const { bitfield } = new PermissionsBitField([...Object.values(needed), PermissionFlagsBits.ManageChannels]);
  const query = new URLSearchParams({
    client_id: application,
    scope: "bot applications.commands",
    permissions: String(bitfield),
  });
  return `https://discord.com/oauth2/authorize?${query.toString()}`;
}
