import { AttachmentBuilder, ChannelType } from "discord.js";
import { expect, test } from "vitest";

import { property } from "../../../src/sandbox/discord/wire/json.ts";
import { answering, botId, call, login, openGuild, place, register, startClient, until, who } from "./guild.ts";

const messages = `/channels/${place.general}/messages`;
const posting = "POST /channels/:id/messages";

test("a call can fail before its effect, or after it", async () => {
  const { discord } = await openGuild();
  discord.faults.arm({ call: posting, mishap: { kind: "answer", status: 503, effect: "none" } });
  discord.faults.arm({ call: posting, mishap: { kind: "answer", status: 502, effect: "happens" } });
  const before = await call(discord, "POST", messages, { content: "before" });
  const after = await call(discord, "POST", messages, { content: "after" });
  expect([before.status, after.status]).toEqual([503, 502]);
  expect(
    discord
      .person(who.ada)
      .messages(place.general)
      .map(({ text }) => text),
  ).toEqual(["after"]);
  expect(discord.calls().map(({ call: name, status }) => [name, status])).toEqual([
    [posting, 503],
    [posting, 502],
  ]);
});

test("a connection can be dropped before or after the effect", async () => {
  const { discord } = await openGuild();
  discord.faults.arm({
    call: /messages$/,
    times: 2,
    where: (body) => property(body, "content") !== "ok",
    mishap: { kind: "drop", effect: "happens" },
  });
  await expect(call(discord, "POST", messages, { content: "one" })).rejects.toThrow("fetch failed");
  expect((await call(discord, "POST", messages, { content: "ok" })).status).toBe(200);
  expect(discord.person(who.ada).messages(place.general)).toHaveLength(2);
});

test("an answer can come late", async () => {
  const { discord } = await openGuild();
  discord.faults.arm({ call: posting, mishap: { kind: "delay", ms: 5 } });
  expect((await call(discord, "POST", messages, { content: "late" })).status).toBe(200);
});

test("a bad day can strike an answer to an interaction: the person sees a failure", async () => {
  const { discord, clock } = await openGuild();
  await register(discord, { name: "go", description: "Go" });
  discord.faults.arm({
    call: "POST /interactions/:id/:token/callback",
    mishap: { kind: "answer", status: 500, effect: "none" },
  });
  const bot = await answering(discord, () => ({ type: 4, data: { content: "x" } }));
  const ada = discord.person(who.ada);
  const typed = ada.type(place.general, "/go");
  await until(() => bot.replies.length === 1);
  clock.advance(3000);
  await typed;
  expect(ada.failures()).toHaveLength(1);
});

test("discord.js waits out a 429 and sends again", async () => {
  const { discord } = await openGuild();
  const client = await startClient(discord);
  discord.faults.arm({ call: posting, mishap: { kind: "answer", status: 429, effect: "none" } });
  const channel = await client.channels.fetch(place.general);
  if (channel?.isSendable()) await channel.send("through");
  expect(discord.person(who.ada).messages(place.general)).toMatchObject([{ text: "through" }]);
  expect(
    discord
      .calls()
      .filter(({ call: name }) => name === posting)
      .map(({ status }) => status),
  ).toEqual([429, 200]);
});

test("the global limit answers 429 to everything but answers to interactions", async () => {
  const { discord, clock } = await openGuild();
  await register(discord, { name: "go", description: "Go" });
  await answering(discord, () => ({ type: 4, data: { content: "x", flags: 64 } }));
  discord.limit({ globalPerSecond: 2 });
  clock.advance(1000);
  const replies = [
    await call(discord, "GET", "/users/@me"),
    await call(discord, "GET", "/users/@me"),
    await call(discord, "GET", "/users/@me"),
  ];
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 429]);
  expect(replies[2]?.body).toEqual({ message: "You are being rate limited.", retry_after: 1, global: true });
  expect(replies[2]?.headers.get("retry-after")).toBe("1");
  expect(replies[2]?.headers.get("x-ratelimit-global")).toBe("true");
  const ada = discord.person(who.ada);
  await ada.type(place.general, "/go");
  expect(ada.failures()).toEqual([]);
  clock.advance(1000);
  expect((await call(discord, "GET", "/users/@me")).status).toBe(200);
});

test("a bucket counts per channel and says when it is open again", async () => {
  const { discord, clock } = await openGuild();
  discord.limit({ buckets: { [posting]: { calls: 1, perMs: 5000 } } });
  const first = await call(discord, "POST", messages, { content: "1" });
  expect(first.headers.get("x-ratelimit-remaining")).toBe("0");
  expect(first.headers.get("x-ratelimit-reset-after")).toBe("5.000");
  const second = await call(discord, "POST", messages, { content: "2" });
  expect([second.status, property(second.body, "retry_after"), property(second.body, "global")]).toEqual([
    429,
    5,
    false,
  ]);
  expect((await call(discord, "POST", `/channels/${place.officers}/messages`, { content: "3" })).status).toBe(200);
  clock.advance(5000);
  expect((await call(discord, "POST", messages, { content: "4" })).status).toBe(200);
});

test("globally rationed calls are counted apart from answers to interactions", async () => {
  const { discord } = await openGuild();
  await register(discord, { name: "go", description: "Go" });
  const bot = await answering(discord, () => ({ type: 5, data: { flags: 64 } }));
  const before = discord.rationedCalls();
  await discord.person(who.ada).type(place.general, "/go");
  const token = property(bot.received.at(-1)?.d, "token");
  await call(discord, "PATCH", `/webhooks/${botId}/${String(token)}/messages/@original`, { content: "x" });
  expect(discord.rationedCalls()).toBe(before);
  await call(discord, "POST", messages, { content: "x" });
  expect(discord.rationedCalls()).toBe(before + 1);
});

test("places deleted, renamed and locked by hand answer as Discord would", async () => {
  const { discord } = await openGuild();
  await register(discord, { name: "go", description: "Go" });
  const bot = await answering(discord, () => {
    discord.byHand.deletePlace(place.general);
    return { type: 4, data: { content: "x" } };
  });
  void discord.person(who.ada).type(place.general, "/go");
  await until(() => bot.replies.length === 1);
  expect(bot.replies[0]).toMatchObject({ status: 404, code: 10003 });
  expect(await call(discord, "POST", messages, { content: "x" })).toMatchObject({ status: 404, code: 10003 });
});

test("without keeping calls nothing is kept, and raw interactions are answered", async () => {
  const { discord } = await openGuild({ keepCalls: false, validate: false });
  await register(discord, { name: "go", description: "Go" });
  await answering(discord, ({ data }) => ({ type: 4, data: { content: JSON.stringify(data), flags: 64 } }));
  const outcome = await discord.interact(who.ada, { kind: "command", place: place.general, name: "go" });
  expect(outcome).toMatchObject({ kind: "answered", callback: { type: 4 } });
  const form = await discord.interact(who.ada, { kind: "form", place: place.general, form: "f", components: [] });
  expect(form).toMatchObject({ kind: "answered" });
  expect(discord.calls()).toEqual([]);
});

test("a call is kept with its path, its audit reason and the words of its files", async () => {
  const { discord } = await openGuild();
  const client = await startClient(discord);
  const channel = await client.channels.fetch(place.general);
  if (channel?.type !== ChannelType.GuildText) throw new Error("no text channel");
  await channel.setTopic("Agenda", "tidying up");
  await channel.send({ files: [new AttachmentBuilder(Buffer.from("the minutes"), { name: "minutes.txt" })] });
  const made = discord.calls().filter(({ call: name }) => name === "PATCH /channels/:id" || name === posting);
  expect(made).toMatchObject([
    {
      call: "PATCH /channels/:id",
      path: `/channels/${place.general}`,
      reason: "tidying up",
      body: { topic: "Agenda" },
    },
    { call: posting, path: messages, files: [{ name: "minutes.txt", text: "the minutes" }], status: 200 },
  ]);
  expect(discord.problems()).toEqual([]);
});

test("whoever watches is told when something changes", async () => {
  const { discord } = await openGuild();
  let changes = 0;
  const end = discord.onChange(() => (changes += 1));
  await call(discord, "POST", messages, { content: "x" });
  expect(changes).toBeGreaterThan(0);
  end();
  const seen = changes;
  await call(discord, "POST", messages, { content: "y" });
  expect(changes).toBe(seen);
});

test("closing ends every connection and every wait", async () => {
  const { discord } = await openGuild();
  await register(discord, { name: "go", description: "Go" });
  const bot = await login(discord);
  const typed = discord.person(who.ada).type(place.general, "/go");
  await discord.close();
  await typed;
  await until(() => bot.closed() !== undefined);
  await expect(call(discord, "GET", "/users/@me")).rejects.toThrow("fetch failed");
});
