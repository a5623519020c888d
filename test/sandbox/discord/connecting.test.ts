import { SlashCommandBuilder } from "discord.js";
import { expect, test } from "vitest";

import { permission } from "../../../src/sandbox/discord/numbers.ts";
import { property } from "../../../src/sandbox/discord/wire/json.ts";
import {
  botId,
  call,
  guildId,
  identity,
  login,
  openGuild,
  openSocket,
  place,
  startClient,
  token,
  until,
  who,
} from "./guild.ts";

test("discord.js connects, sees the guild and registers its commands", async () => {
  const { discord } = await openGuild();
  const client = await startClient(discord);
  expect(client.user.username).toBe("Redress");
  expect(client.guilds.cache.get(guildId)?.name).toBe("The Society");
  const commands = [
    new SlashCommandBuilder()
      .setName("case")
      .setDescription("Cases")
      .addSubcommand((sub) =>
        sub
          .setName("show")
          .setDescription("Shows one")
          .addStringOption((option) => option.setName("code").setDescription("Code name").setRequired(true)),
      ),
    new SlashCommandBuilder().setName("my").setDescription("Mine"),
  ];
  await client.application.commands.set(commands, guildId);
  await client.application.commands.set([new SlashCommandBuilder().setName("report").setDescription("Reports")]);
  expect((await client.application.commands.fetch({ guildId })).map(({ name }) => name)).toEqual(["case", "my"]);
  expect(discord.commands().map(({ name }) => name)).toEqual(["case", "my", "report"]);
  expect(discord.problems()).toEqual([]);
});

test("a command set again keeps its id, one left out is gone", async () => {
  const { discord } = await openGuild();
  const client = await startClient(discord);
  const first = await client.application.commands.set(
    ["one", "two"].map((name) => ({ name, description: "x" })),
    guildId,
  );
  const second = await client.application.commands.set([{ name: "two", description: "y" }], guildId);
  expect(second.first()?.id).toBe(first.find(({ name }) => name === "two")?.id);
  expect(discord.commands().map(({ name }) => name)).toEqual(["two"]);
  await client.application.commands.edit(second.first()?.id ?? "", { description: "z" }, guildId);
  expect(discord.commands()[0]?.["description"]).toBe("z");
  await client.application.commands.delete(second.first()?.id ?? "", guildId);
  expect(discord.commands()).toEqual([]);
});

test("discord.js finds accounts, members, roles and the application", async () => {
  const { discord } = await openGuild();
  const client = await startClient(discord);
  const guild = client.guilds.cache.get(guildId);
  expect((await client.users.fetch(who.ada)).globalName).toBe("Ada Lovelace");
  expect((await guild?.members.fetch(who.mira))?.permissions.has("ManageThreads")).toBe(true);
  expect((await guild?.members.fetch({ user: [who.ada, who.bob] }))?.size).toBe(2);
  expect((await client.application.fetch()).name).toBe("Redress");
  expect((await guild?.fetch())?.ownerId).toBe(who.olga);
  expect((await client.guilds.fetch()).map(({ name }) => name)).toEqual(["The Society"]);
  expect((await guild?.members.search({ query: "ada" }))?.map(({ id }) => id)).toEqual([who.ada]);
  expect(discord.problems()).toEqual([]);
});

test("without the intent the guild arrives with the bot as its only member, and the list of members is refused", async () => {
  const { discord } = await openGuild();
  const bot = await login(discord);
  const [ready, guild] = bot.received.slice(1);
  expect(ready?.d).toMatchObject({ application: { id: botId } });
  expect(property(ready?.d, "resume_gateway_url")).toMatch(/^ws:\/\/127\.0\.0\.1:/);
  expect(guild?.d).toMatchObject({ members: [{ user: { id: botId } }] });
  expect(await call(discord, "GET", `/guilds/${guildId}/members?limit=100`)).toMatchObject({
    status: 403,
    code: 50001,
  });
});

test("a channel the bot may not view has no name, and is not listed", async () => {
  const { discord } = await openGuild();
  discord.byHand.setOverwrites(place.officers, [{ id: guildId, type: "role", deny: permission.viewChannel }]);
  const bot = await login(discord);
  const guild = bot.received.find(({ t }) => t === "GUILD_CREATE")?.d;
  expect(guild).toMatchObject({ channels: [{ name: "general" }, { name: "___hidden___", topic: null }] });
  const listed = await call(discord, "GET", `/guilds/${guildId}/channels`);
  expect(listed.body).toMatchObject([{ name: "general" }]);
  expect(await call(discord, "GET", `/channels/${place.officers}`)).toMatchObject({ status: 403, code: 50001 });
});

test.each([
  ["a wrong token", { ...identity(), token: "wrong" }, 4004],
  ["a privileged intent that is not switched on", identity(1 | 2), 4014],
  ["intents that do not exist", identity(2 ** 30), 4013],
  ["no properties", { token, intents: 1 }, 4002],
])("the gateway closes on %s", async (_, payload, code) => {
  const { discord } = await openGuild();
  const bot = await openSocket(discord);
  bot.send(2, payload);
  await until(() => bot.closed() !== undefined);
  expect(bot.closed()).toBe(code);
});

test("the gateway closes on what is not JSON, on the unidentified and on a second identity", async () => {
  const { discord } = await openGuild();
  const garbled = await openSocket(discord);
  garbled.socket.send("{");
  const unknown = await openSocket(discord);
  unknown.send(8, {});
  const twice = await login(discord);
  twice.send(2, identity());
  await until(() => [garbled, unknown, twice].every((bot) => bot.closed() !== undefined));
  expect([garbled, unknown, twice].map((bot) => bot.closed())).toEqual([4002, 4003, 4005]);
});

test("a call without the token, or with another, is refused with 401", async () => {
  const { discord } = await openGuild();
  const bare = await fetch(`${discord.apiUrl}/v10/users/@me`);
  const wrong = await fetch(`${discord.apiUrl}/v10/users/@me`, { headers: { authorization: "Bot wrong" } });
  expect([bare.status, wrong.status]).toEqual([401, 401]);
  expect(await wrong.json()).toEqual({ message: "401: Unauthorized", code: 0 });
  await expect(startClientWithWrongToken(discord.apiUrl)).rejects.toThrow(/token/i);
});

async function startClientWithWrongToken(api: string): Promise<void> {
  const { Client } = await import("discord.js");
  await new Client({ intents: [], rest: { api } }).login("another-token");
}

test("a route Discord does not have is answered with 404 and reported", async () => {
  const { discord } = await openGuild();
  expect(await call(discord, "GET", `/channels/${place.general}/secrets`)).toMatchObject({ status: 404, code: 0 });
  expect(await call(discord, "POST", "/channels/undefined/messages", {})).toMatchObject({ status: 404 });
  expect(discord.problems()).toEqual([
    "GET /channels/:id/secrets: there is no such route",
    "POST /channels/undefined/messages: there is no such route",
  ]);
});
