import { Events } from "discord.js";
import { expect, test } from "vitest";

import { property } from "../../../src/sandbox/discord/wire/json.ts";
import {
  answering,
  identity,
  interactionsOf,
  login,
  openGuild,
  openSocket,
  place,
  type RawBot,
  register,
  startClient,
  token,
  until,
  who,
} from "./guild.ts";

const sessionOf = (bot: { readonly received: readonly { readonly d: unknown }[] }) =>
  property(bot.received[1]?.d, "session_id");

test("a heartbeat is answered, and a sequence number follows every dispatch", async () => {
  const { discord } = await openGuild();
  const bot = await login(discord);
  bot.send(1, 2);
  await until(() => bot.received.some(({ op }) => op === 11));
  expect(bot.received.filter(({ op }) => op === 0).map(({ s }) => s)).toEqual([1, 2]);
});

test("discord.js sends a heartbeat when it is asked for one", async () => {
  const { discord } = await openGuild();
  const client = await startClient(discord);
  const beat = new Promise<string>((resolve) =>
    client.on(Events.Debug, (text) => (text.includes("Heartbeat acknowledged") ? resolve(text) : undefined)),
  );
  discord.gateway.askForHeartbeat();
  expect(await beat).toContain("Heartbeat acknowledged");
});

test("what happened while the socket was gone is replayed when the session resumes", async () => {
  const { discord } = await openGuild();
  const bot = await login(discord);
  discord.gateway.drop();
  await until(() => bot.closed() !== undefined);
  discord.byHand.rename(place.general, "lobby");
  discord.byHand.rename(place.general, "hall");
  const again = await openSocket(discord);
  again.send(6, { token, session_id: sessionOf(bot), seq: 2 });
  await until(() => again.names().includes("RESUMED"));
  expect(again.received.filter(({ op }) => op === 0)).toMatchObject([
    { t: "CHANNEL_UPDATE", s: 3, d: { name: "lobby" } },
    { t: "CHANNEL_UPDATE", s: 4, d: { name: "hall" } },
    { t: "RESUMED", s: 5 },
  ]);
});

test("what the bot has not confirmed is replayed even if it was sent", async () => {
  const { discord } = await openGuild();
  const bot = await login(discord);
  discord.byHand.rename(place.general, "lobby");
  await until(() => bot.names().includes("CHANNEL_UPDATE"));
  discord.gateway.drop(4000);
  const again = await openSocket(discord);
  again.send(6, { token, session_id: sessionOf(bot), seq: 2 });
  await until(() => again.names().includes("RESUMED"));
  expect(again.names()).toEqual(["CHANNEL_UPDATE", "RESUMED"]);
});

test("discord.js resumes after a dropped socket and answers what it missed, too late", async () => {
  const { discord, clock } = await openGuild();
  await register(discord, { name: "go", description: "Go" });
  const late: string[] = [];
  const client = await startClient(discord, async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply("x").catch((error: unknown) => late.push(String(error)));
  });
  const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
  discord.gateway.drop();
  await until(() => discord.gateway.sockets() === 0);
  const ada = discord.person(who.ada);
  const typed = ada.type(place.general, "/go");
  clock.advance(3000);
  await typed;
  expect(ada.failures()).toEqual(["The application did not respond"]);
  await resumed;
  await until(() => late.length === 1);
  expect(late[0]).toContain("Unknown interaction");
});

test("discord.js follows when it is asked to reconnect", async () => {
  const { discord } = await openGuild();
  const client = await startClient(discord);
  const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
  discord.gateway.askToReconnect();
  await resumed;
  expect(discord.gateway.sockets()).toBe(1);
});

test("an invalid session cannot be resumed", async () => {
  const { discord } = await openGuild();
  const bot = await login(discord);
  discord.gateway.invalidate();
  await until(() => bot.received.some(({ op, d }) => op === 9 && d === false));
  const again = await openSocket(discord);
  again.send(6, { token, session_id: sessionOf(bot), seq: 2 });
  await until(() => again.received.some(({ op }) => op === 9));
  again.send(2, identity());
  await until(() => again.names().includes("GUILD_CREATE"));
  expect(sessionOf(bot)).not.toBe(property(again.received.at(-2)?.d, "session_id"));
});

test("a session that was left, forgotten or lost for too long cannot be resumed", async () => {
  const { discord, clock } = await openGuild();
  const ends = [
    async (bot: RawBot) => bot.socket.close(1000),
    async (bot: RawBot) => {
      bot.socket.terminate();
      await until(() => discord.gateway.sockets() === 0);
      discord.gateway.forgetLost();
    },
    async (bot: RawBot) => {
      bot.socket.terminate();
      await until(() => discord.gateway.sockets() === 0);
      clock.advance(10 * 60_000);
      discord.byHand.rename(place.general, "hall");
    },
  ];
  for (const end of ends) {
    const bot = await login(discord);
    await end(bot);
    await until(() => discord.gateway.sockets() === 0);
    const again = await openSocket(discord);
    again.send(6, { token, session_id: sessionOf(bot), seq: 2 });
    await until(() => again.received.some(({ op }) => op === 9));
    expect(again.received.at(-1)).toMatchObject({ op: 9, d: false });
  }
});

test("an interaction can be delivered twice: the second answer is refused", async () => {
  const { discord } = await openGuild();
  await register(discord, { name: "go", description: "Go" });
  const bot = await answering(discord, () => ({ type: 4, data: { content: "once" } }));
  discord.gateway.duplicate("INTERACTION_CREATE");
  const ada = discord.person(who.ada);
  await ada.type(place.general, "/go");
  await until(() => bot.replies.length === 2);
  expect(new Set(bot.replies.map(({ status }) => status))).toEqual(new Set([204, 400]));
  expect(interactionsOf(bot).map(({ id }) => id)).toHaveLength(2);
  expect(ada.messages(place.general)).toHaveLength(1);
});

test("deliveries can be held back, and released in another order", async () => {
  const { discord } = await openGuild();
  await register(discord, { name: "go", description: "Go" });
  const order: (string | undefined)[] = [];
  await answering(discord, (interaction) => {
    order.push(interaction.member?.user.id);
    return { type: 4, data: { content: "x", flags: 64 } };
  });
  discord.gateway.hold("INTERACTION_CREATE");
  const acts = [who.ada, who.bob, who.mira].map((id) => discord.person(id).type(place.general, "/go"));
  discord.byHand.rename(place.general, "hall");
  expect(discord.gateway.held()).toEqual(["INTERACTION_CREATE", "INTERACTION_CREATE", "INTERACTION_CREATE"]);
  discord.gateway.release([2, 0]);
  await Promise.all(acts);
  expect(order).toEqual([who.mira, who.ada, who.bob]);
  expect(discord.gateway.held()).toEqual([]);
});

test("two bots with one token both hear of everything in the guild", async () => {
  const { discord } = await openGuild();
  const bots = [await login(discord), await login(discord)];
  discord.byHand.rename(place.general, "hall");
  await until(() => bots.every((bot) => bot.names().includes("CHANNEL_UPDATE")));
  expect(discord.gateway.sockets()).toBe(2);
});

test("of two shards the one of the guild hears of the guild, and the first of direct conversations", async () => {
  const { discord } = await openGuild();
  const shards = await Promise.all(
    [0, 1].map(async (id) => {
      const bot = await openSocket(discord);
      bot.send(2, { ...identity(1 | 4096), shard: [id, 2] });
      await until(() => bot.names().includes("GUILD_CREATE"));
      return bot;
    }),
  );
  const ada = discord.person(who.ada);
  await ada.type(ada.places().at(-1)?.id ?? "", "hello");
  discord.byHand.rename(place.general, "hall");
  await until(() => shards.flatMap((bot) => bot.names()).length === 6);
  const heard = shards.map((bot) => bot.names().slice(2));
  expect(heard[0]).toContain("MESSAGE_CREATE");
  expect(heard[1]).not.toContain("MESSAGE_CREATE");
  expect(new Set(heard.flat())).toEqual(new Set(["CHANNEL_UPDATE", "MESSAGE_CREATE"]));
});

test("messages are told by intent, and without theirs content only of direct conversations and mentions", async () => {
  const { discord } = await openGuild();
  const deaf = await login(discord);
  const bot = await login(discord, 1 | 512 | 4096);
  const ada = discord.person(who.ada);
  await ada.type(place.general, "private matters");
  await ada.type(place.general, "hello @Redress");
  await ada.type(ada.places().at(-1)?.id ?? "", "to you");
  await until(() => bot.names().length === 5);
  expect(bot.received.filter(({ t }) => t === "MESSAGE_CREATE").map(({ d }) => property(d, "content"))).toEqual([
    "",
    "hello <@900000000000000001>",
    "to you",
  ]);
  expect(deaf.names()).not.toContain("MESSAGE_CREATE");
});

test("coming and going of members is told with the intent only", async () => {
  const { discord } = await openGuild({ privilegedIntents: 2 });
  const without = await login(discord);
  const bot = await login(discord, 1 | 2);
  discord.byHand.memberJoins({ id: "200000000000000099", name: "Nils" });
  discord.byHand.setRoles("200000000000000099", []);
  discord.byHand.memberLeaves("200000000000000099");
  await until(() => bot.names().includes("GUILD_MEMBER_REMOVE"));
  expect(bot.names().slice(2)).toEqual(["GUILD_MEMBER_ADD", "GUILD_MEMBER_UPDATE", "GUILD_MEMBER_REMOVE"]);
  expect(without.names()).toHaveLength(2);
});
