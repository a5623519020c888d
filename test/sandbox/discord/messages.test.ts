import { AttachmentBuilder } from "discord.js";
import { expect, test } from "vitest";

import { permission } from "../../../src/sandbox/discord/numbers.ts";
import { usualBotPermissions } from "../../../src/sandbox/discord/options.ts";
import { property } from "../../../src/sandbox/discord/wire/json.ts";
import { answering, call, guildId, openGuild, place, register, startClient, who } from "./guild.ts";

const messages = `/channels/${place.general}/messages`;

test("a message with a nonce that is enforced is posted once in some minutes", async () => {
  const { discord, clock } = await openGuild();
  const body = { content: "once", nonce: "case-1:opened", enforce_nonce: true };
  const first = await call(discord, "POST", messages, body);
  clock.advance(2 * 60_000);
  const second = await call(discord, "POST", messages, body);
  expect([second.status, property(second.body, "id")]).toEqual([200, property(first.body, "id")]);
  expect(property(first.body, "nonce")).toBe("case-1:opened");
  clock.advance(10 * 60_000);
  await call(discord, "POST", messages, body);
  await call(discord, "POST", messages, { ...body, enforce_nonce: false });
  expect(discord.person(who.ada).messages(place.general)).toHaveLength(3);
});

test("messages are listed newest first, and cut by before, after, around and limit", async () => {
  const { discord } = await openGuild();
  const ids: string[] = [];
  for (const content of ["1", "2", "3", "4", "5"])
    ids.push(String(property((await call(discord, "POST", messages, { content })).body, "id")));
  const listed = async (query: string) => {
    const { body } = await call(discord, "GET", `${messages}?${query}`);
    return Array.isArray(body) ? body.map((one: unknown) => property(one, "content")) : [];
  };
  expect(await listed("")).toEqual(["5", "4", "3", "2", "1"]);
  expect(await listed("limit=2")).toEqual(["5", "4"]);
  expect(await listed(`limit=2&before=${ids[3]}`)).toEqual(["3", "2"]);
  expect(await listed(`limit=2&after=${ids[1]}`)).toEqual(["4", "3"]);
  expect(await listed(`limit=3&around=${ids[2]}`)).toEqual(["4", "3", "2"]);
  expect(discord.problems()).toEqual([]);
});

test("the bot reads its own messages, and of others' only that they are there", async () => {
  const { discord } = await openGuild();
  await discord.person(who.ada).type(place.general, "private matters");
  const { body } = await call(discord, "GET", messages);
  expect(body).toMatchObject([{ content: "", author: { id: who.ada } }]);
});

test("the bot edits and deletes its own messages only", async () => {
  const { discord } = await openGuild();
  await discord.person(who.ada).type(place.general, "mine");
  const id = discord.person(who.ada).messages(place.general)[0]?.id;
  expect(await call(discord, "PATCH", `${messages}/${id}`, { content: "yours" })).toMatchObject({
    status: 403,
    code: 50005,
  });
  expect(await call(discord, "DELETE", `${messages}/${id}`)).toMatchObject({ status: 403, code: 50013 });
  const own = String(property((await call(discord, "POST", messages, { content: "one" })).body, "id"));
  expect(await call(discord, "PATCH", `${messages}/${own}`, { content: "two" })).toMatchObject({
    status: 200,
    body: { content: "two" },
  });
  expect((await call(discord, "DELETE", `${messages}/${own}`)).status).toBe(204);
  expect(await call(discord, "GET", `${messages}/${own}`)).toMatchObject({ status: 404, code: 10008 });
});

test.each([
  ["send messages", permission.sendMessages, { content: "x" }],
  ["embed links", permission.embedLinks, { embeds: [{ title: "x" }] }],
])("without the permission to %s the bot is refused with 50013", async (_, bit, body) => {
  const { discord } = await openGuild({
    botPermissions: usualBotPermissions & ~bit,
    roles: [{ id: guildId, name: "@everyone", permissions: permission.viewChannel }],
  });
  expect(await call(discord, "POST", messages, body)).toMatchObject({ status: 403, code: 50013 });
});

test("files arrive with the message they were sent with", async () => {
  const { discord } = await openGuild();
  const client = await startClient(discord);
  const channel = await client.channels.fetch(place.general);
  if (!channel?.isSendable()) throw new Error("not sendable");
  const sent = await channel.send({
    content: "minutes",
    files: [new AttachmentBuilder(Buffer.from("text"), { name: "minutes.txt", description: "Of the meeting" })],
  });
  expect(sent.attachments.first()).toMatchObject({ name: "minutes.txt", size: 4, description: "Of the meeting" });
  expect(discord.person(who.ada).messages(place.general)[0]?.text).toBe("minutes\nminutes.txt: Of the meeting");
  expect(discord.problems()).toEqual([]);
});

test("discord.js sends, replies, pins, edits and finds messages", async () => {
  const { discord } = await openGuild({ botPermissions: usualBotPermissions | permission.pinMessages });
  const client = await startClient(discord);
  const channel = await client.channels.fetch(place.general);
  if (!channel?.isSendable()) throw new Error("not sendable");
  const sent = await channel.send("one");
  const reply = await sent.reply({ content: "two", allowedMentions: { parse: [] } });
  await sent.pin();
  expect((await channel.messages.fetchPins()).items.map(({ message }) => message.content)).toEqual(["one"]);
  await sent.unpin();
  await reply.edit({ content: "three" });
  await channel.sendTyping();
  expect((await channel.messages.fetch({ limit: 10 })).map(({ content }) => content)).toEqual(["three", "one"]);
  await sent.delete();
  expect(discord.problems()).toEqual([]);
});

test("a direct message reaches its person; closed conversations and strangers are refused", async () => {
  const { discord } = await openGuild();
  const client = await startClient(discord);
  const ada = discord.person(who.ada);
  const user = await client.users.fetch(who.ada);
  await user.send("hello");
  const direct = ada.places().at(-1)?.id ?? "";
  expect(ada.messages(direct)).toMatchObject([{ text: "hello", author: { name: "Redress" } }]);
  expect(() => discord.person(who.bob).messages(direct)).toThrow("cannot see");
  discord.byHand.closeDirectMessages(who.ada);
  await expect(user.send("again")).rejects.toMatchObject({ code: 50007, status: 403 });
  discord.byHand.openDirectMessages(who.ada);
  await user.send("welcome back");
  discord.byHand.memberLeaves(who.ada);
  await expect(user.send("gone")).rejects.toMatchObject({ code: 50278 });
  expect(await call(discord, "POST", "/users/@me/channels", { recipient_id: who.ada })).toMatchObject({ code: 50278 });
  expect(await call(discord, "POST", "/users/@me/channels", { recipient_id: "1" })).toMatchObject({
    status: 400,
    code: 50033,
  });
  expect(ada.messages(direct).map(({ text }) => text)).toEqual(["hello", "welcome back"]);
  expect(discord.problems()).toEqual([]);
});

test("an ephemeral message is not to be found by its channel", async () => {
  const { discord } = await openGuild();
  await register(discord, { name: "go", description: "Go" });
  await answering(discord, () => ({ type: 4, data: { content: "quiet", flags: 64 } }));
  const ada = discord.person(who.ada);
  await ada.type(place.general, "/go");
  const id = ada.messages(place.general)[0]?.id ?? "";
  expect(await call(discord, "GET", `${messages}/${id}`)).toMatchObject({ status: 404, code: 10008 });
  expect(await call(discord, "DELETE", `${messages}/${id}`)).toMatchObject({ status: 404, code: 10008 });
  await expect(discord.person(who.bob).press(id, "x")).rejects.toThrow("sees no message");
});

test("a channel is created, changed and deleted by who may manage channels", async () => {
  const { discord } = await openGuild();
  const channels = `/guilds/${guildId}/channels`;
  const made = await call(discord, "POST", channels, { name: "The Board", topic: "Minutes" });
  expect(made).toMatchObject({ status: 201, body: { name: "the-board", topic: "Minutes" } });
  const path = `/channels/${String(property(made.body, "id"))}`;
  expect(await call(discord, "PATCH", path, { name: "board", topic: null })).toMatchObject({
    status: 200,
    body: { name: "board", topic: null },
  });
  expect((await call(discord, "DELETE", path)).status).toBe(200);
  expect(await call(discord, "GET", path)).toMatchObject({ status: 404, code: 10003 });
  expect(await call(discord, "POST", channels, { name: "x", topic: "x".repeat(1025) })).toMatchObject({ code: 50035 });
  discord.limit({ channels: 2 });
  expect(await call(discord, "POST", channels, { name: "x" })).toMatchObject({ status: 400, code: 30013 });
  discord.byHand.setBotPermissions(permission.viewChannel);
  expect(await call(discord, "POST", channels, { name: "x" })).toMatchObject({ status: 403, code: 50013 });
});

test("a category takes as many channels as it may, and they outlive it", async () => {
  const { discord } = await openGuild();
  discord.limit({ channelsPerCategory: 1 });
  const channels = `/guilds/${guildId}/channels`;
  const parent_id = String(property((await call(discord, "POST", channels, { name: "Cases", type: 4 })).body, "id"));
  const inside = await call(discord, "POST", channels, { name: "one", parent_id });
  expect(await call(discord, "POST", channels, { name: "two", parent_id })).toMatchObject({ status: 400, code: 50035 });
  await call(discord, "DELETE", `/channels/${parent_id}`);
  expect((await call(discord, "GET", `/channels/${String(property(inside.body, "id"))}`)).body).toMatchObject({
    parent_id: null,
  });
});

test("overwrites are taken from who may manage roles, and only for permissions the bot holds itself", async () => {
  const { discord } = await openGuild();
  const path = `/channels/${place.general}/permissions/${who.ada}`;
  const hide = { type: 1, deny: String(permission.viewChannel) };
  expect(await call(discord, "PUT", path, hide)).toMatchObject({ status: 403, code: 50013 });
  discord.byHand.setBotPermissions(usualBotPermissions | permission.manageRoles);
  expect((await call(discord, "PUT", path, hide)).status).toBe(204);
  expect(
    discord
      .person(who.ada)
      .places()
      .map(({ kind }) => kind),
  ).toEqual(["direct"]);
  expect(await call(discord, "PUT", path, { type: 1, allow: String(permission.manageMessages) })).toMatchObject({
    code: 50013,
  });
  expect((await call(discord, "DELETE", path)).status).toBe(204);
  expect(await call(discord, "DELETE", path)).toMatchObject({ status: 404, code: 10009 });
  expect(discord.problems()).toEqual([]);
});
