/** The least a bot can be: discord.js, a private reply to everything. What Redress is measured against. */
import { Client, Events, GatewayIntentBits, MessageFlags } from "discord.js";

const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: process.env["DISCORD_API_URL"] ?? "" } });
client.on(Events.InteractionCreate, (interaction) => {
  if (interaction.isRepliable()) void interaction.reply({ content: "ok", flags: MessageFlags.Ephemeral });
});
client.once(Events.ClientReady, () => process.stdout.write("ready\n"));
await client.login(process.env["DISCORD_TOKEN"] ?? "");
