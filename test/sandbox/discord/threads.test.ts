import { ChannelType } from "discord.js";
import { expect, test } from "vitest";

import type { LocalDiscord } from "../../../src/sandbox/discord/localDiscord.ts";
import { permission } from "../../../src/sandbox/discord/numbers.ts";
import { usualBotPermissions } from "../../../src/sandbox/discord/options.ts";
import { property } from "../../../src/sandbox/discord/wire/json.ts";
import {
  answering,
  botId,
  call,
  guildId,
  login,
  openGuild,
  place,
  register,
  role,
  startClient,
  until,
  who,
} from "./guild.ts";

/** Starts a private thread that is not invitable, with these people in it. */
async function startRoom(
  discord: LocalDiscord,
  people: readonly string[] = [],
  channel = place.general,
): Promise<string> {
  const made = await call(discord, "POST", `/channels/${channel}/threads`, {
    name: "amber-fox",
    type: 12,
    invitable: false,
  });
  expect(made.status).toBe(201);
  const id = String(property(made.body, "id"));
  for (const person of people)
    expect((await call(discord, "PUT", `/channels/${id}/thread-members/${person}`)).status).toBe(204);
  return id;
}

const threadsOf = (discord: LocalDiscord, id: string) =>
  discord
    .person(id)
    .places()
    .filter(({ kind }) => kind === "thread")
    .map(({ id: thread }) => thread);

test("a private thread is open to its members, to who manages threads, to administrators and the owner, and to nobody else", async () => {
  const { discord } = await openGuild();
  const room = await startRoom(discord, [who.ada]);
  expect(discord.readersOf(room)).toEqual([
    { id: who.olga, name: "Olga", why: "owner" },
    { id: who.anders, name: "Anders", why: "administrator" },
    { id: who.mira, name: "Mira", why: "Manage Threads" },
    { id: who.ada, name: "Ada Lovelace", why: "thread member" },
  ]);
  for (const [id, sees] of [
    [who.olga, true],
    [who.anders, true],
    [who.mira, true],
    [who.ada, true],
    [who.bob, false],
    [who.ofelia, false],
  ] as const)
    expect(threadsOf(discord, id)).toEqual(sees ? [room] : []);
  expect(() => discord.person(who.bob).messages(room)).toThrow("cannot see");
  await expect(discord.person(who.bob).type(room, "let me in")).rejects.toThrow("cannot see");
});

test("who cannot view the channel is not in its threads: adding is refused, and a mention adds nobody", async () => {
  const { discord } = await openGuild();
  const room = await startRoom(discord, [who.ofelia], place.officers);
  expect(await call(discord, "PUT", `/channels/${room}/thread-members/${who.ada}`)).toMatchObject({
    status: 403,
    code: 50001,
  });
  await call(discord, "POST", `/channels/${room}/messages`, { content: `<@${who.ada}> and <@${who.ofelia}>` });
  expect(discord.readersOf(room).map(({ id }) => id)).toEqual([who.olga, who.anders, who.ofelia]);
});

test("a member who loses sight of the channel loses the thread", async () => {
  const { discord } = await openGuild();
  const room = await startRoom(discord, [who.ada, who.ofelia]);
  discord.byHand.setOverwrites(place.general, [
    { id: guildId, type: "role", deny: permission.viewChannel },
    { id: role.officers, type: "role", allow: permission.viewChannel },
    { id: botId, type: "member", allow: permission.viewChannel },
  ]);
  expect([threadsOf(discord, who.ada), threadsOf(discord, who.mira), threadsOf(discord, who.ofelia)]).toEqual([
    [],
    [],
    [room],
  ]);
  expect(discord.person(who.ofelia).places()[0]).toMatchObject({ kind: "private-channel" });
});

test("a mention in a thread adds who is mentioned, unless allowed_mentions keeps it without effect", async () => {
  const { discord } = await openGuild();
  const room = await startRoom(discord);
  const members = () => discord.readersOf(room).flatMap(({ id, why }) => (why === "thread member" ? [id] : []));
  const post = (body: object) => call(discord, "POST", `/channels/${room}/messages`, body);
  await post({ content: `About <@${who.ada}>`, allowed_mentions: { parse: [] } });
  await post({ content: `About <@${who.ada}>`, allowed_mentions: { users: [who.bob] } });
  await post({ embeds: [{ description: `<@${who.ada}>` }] });
  expect(members()).toEqual([]);
  expect(discord.suppressedMentions().map(({ placeId, personId }) => [placeId, personId])).toEqual([
    [room, who.ada],
    [room, who.ada],
  ]);
  await post({ content: `<@${who.ada}>, please`, allowed_mentions: { users: [who.ada] } });
  expect(members()).toEqual([who.ada]);
  await post({ flags: 32768, components: [{ type: 17, components: [{ type: 10, content: `To <@${who.bob}>` }] }] });
  expect(members()).toEqual([who.ada, who.bob]);
  const sent = await post({ content: "quiet" });
  await call(discord, "PATCH", `/channels/${room}/messages/${String(property(sent.body, "id"))}`, {
    content: `<@${who.ofelia}>`,
  });
  expect(members()).toEqual([who.ofelia, who.ada, who.bob]);
});

test("an ephemeral mention adds nobody", async () => {
  const { discord } = await openGuild();
  await register(discord, { name: "go", description: "Go" });
  const room = await startRoom(discord, [who.ada]);
  await answering(discord, () => ({ type: 4, data: { content: `<@${who.bob}>`, flags: 64 } }));
  const ada = discord.person(who.ada);
  await ada.type(room, "/go");
  expect(ada.messages(room).at(-1)).toMatchObject({ text: "@Bob", ephemeral: true });
  expect(threadsOf(discord, who.bob)).toEqual([]);
});

test("in a thread that is not invitable, members cannot bring in others by a mention; those who manage threads can", async () => {
  const { discord } = await openGuild();
  const room = await startRoom(discord, [who.ada]);
  await discord.person(who.ada).type(room, "@Bob, come in");
  expect(threadsOf(discord, who.bob)).toEqual([]);
  await discord.person(who.mira).type(room, "@Bob, come in");
  expect(threadsOf(discord, who.bob)).toEqual([room]);
});

test("a bot without Manage Threads can bring nobody into a thread that is not invitable", async () => {
  const { discord } = await openGuild({ botPermissions: usualBotPermissions & ~permission.manageThreads });
  const room = await startRoom(discord);
  expect(await call(discord, "PUT", `/channels/${room}/thread-members/${who.ada}`)).toMatchObject({
    status: 403,
    code: 50013,
  });
  await call(discord, "POST", `/channels/${room}/messages`, { content: `<@${who.ada}>` });
  expect(threadsOf(discord, who.ada)).toEqual([]);
});

test("the thread tells who was added, removed and renamed by whom", async () => {
  const { discord } = await openGuild();
  const room = await startRoom(discord, [who.ada]);
  await call(discord, "PATCH", `/channels/${room}`, { name: "grey-owl" });
  discord.byHand.addToThread(room, who.bob);
  await call(discord, "DELETE", `/channels/${room}/thread-members/${who.bob}`);
  expect(
    discord
      .person(who.ada)
      .messages(room)
      .map(({ text }) => text),
  ).toEqual([
    "Redress added @Ada Lovelace to the thread.",
    "Redress changed the channel name: grey-owl",
    "Olga added @Bob to the thread.",
    "Redress removed @Bob from the thread.",
  ]);
});

test("thread members can be asked for one by one; the list takes the intent", async () => {
  const { discord } = await openGuild();
  const room = await startRoom(discord, [who.ada]);
  expect(await call(discord, "GET", `/channels/${room}/thread-members/${who.ada}?with_member=true`)).toMatchObject({
    status: 200,
    body: { user_id: who.ada, member: { user: { global_name: "Ada Lovelace" } } },
  });
  expect(await call(discord, "GET", `/channels/${room}/thread-members/${who.bob}`)).toMatchObject({
    status: 404,
    code: 10007,
  });
  expect(await call(discord, "GET", `/channels/${room}/thread-members`)).toMatchObject({ status: 403, code: 50001 });
  expect(discord.problems()).toEqual([]);
});

test("active threads are listed; archived ones with their own lists", async () => {
  const { discord } = await openGuild();
  const [open, closed] = [await startRoom(discord), await startRoom(discord)];
  await call(discord, "PATCH", `/channels/${closed}`, { archived: true, locked: true });
  expect((await call(discord, "GET", `/guilds/${guildId}/threads/active`)).body).toMatchObject({
    threads: [{ id: open }],
  });
  const archived = await call(discord, "GET", `/channels/${place.general}/threads/archived/private`);
  expect(archived.body).toMatchObject({
    threads: [{ id: closed, thread_metadata: { archived: true, locked: true } }],
    has_more: false,
  });
  expect(discord.problems()).toEqual([]);
});

test("in an archived thread no commands and no controls can be used, members cannot be added and messages not edited", async () => {
  const { discord } = await openGuild();
  await register(discord, { name: "go", description: "Go" });
  const room = await startRoom(discord, [who.ada]);
  const components = [{ type: 1, components: [{ type: 2, style: 1, label: "x", custom_id: "x" }] }];
  const sent = await call(discord, "POST", `/channels/${room}/messages`, { content: "card", components });
  const id = String(property(sent.body, "id"));
  discord.byHand.archive(room);
  const ada = discord.person(who.ada);
  await expect(ada.type(room, "/go")).rejects.toThrow("archived");
  await expect(ada.press(id, "x")).rejects.toThrow("archived");
  expect(await call(discord, "PATCH", `/channels/${room}/messages/${id}`, { content: "x" })).toMatchObject({
    code: 50083,
  });
  expect(await call(discord, "PUT", `/channels/${room}/thread-members/${who.bob}`)).toMatchObject({ code: 50083 });
  expect(await call(discord, "PATCH", `/channels/${room}`, { name: "x" })).toMatchObject({ code: 50083 });
  expect((await call(discord, "DELETE", `/channels/${room}/messages/${id}`)).status).toBe(204);
});

test("a message wakes an archived thread, but not a locked one", async () => {
  const { discord } = await openGuild();
  const room = await startRoom(discord, [who.ada]);
  const isArchived = () =>
    discord
      .person(who.ada)
      .places()
      .find(({ id }) => id === room)?.archived;
  discord.byHand.archive(room);
  expect(isArchived()).toBe(true);
  await discord.person(who.ada).type(room, "still here");
  expect(isArchived()).toBe(false);
  discord.byHand.archive(room);
  discord.byHand.lock(room);
  await expect(discord.person(who.ada).type(room, "and again")).rejects.toThrow("locked");
  expect(await call(discord, "POST", `/channels/${room}/messages`, { content: "x" })).toMatchObject({
    status: 400,
    code: 50083,
  });
  expect((await call(discord, "PATCH", `/channels/${room}`, { archived: false, locked: false })).status).toBe(200);
  expect(isArchived()).toBe(false);
});

test("an interaction in a thread that is archived and locked meanwhile cannot be answered", async () => {
  const { discord } = await openGuild();
  await register(discord, { name: "go", description: "Go" });
  const room = await startRoom(discord, [who.ada]);
  const bot = await answering(discord, () => {
    discord.byHand.lock(room);
    discord.byHand.archive(room);
    return { type: 4, data: { content: "x" } };
  });
  void discord.person(who.ada).type(room, "/go");
  await until(() => bot.replies.length === 1);
  expect(bot.replies[0]).toMatchObject({ status: 400, code: 50083 });
});

test("one active thread too many is refused with 160006, also when an archived one would wake", async () => {
  const { discord } = await openGuild();
  const room = await startRoom(discord);
  discord.byHand.archive(room);
  discord.limit({ activeThreads: 1 });
  await startRoom(discord);
  const body = { name: "x", type: 12 };
  expect(await call(discord, "POST", `/channels/${place.general}/threads`, body)).toMatchObject({
    status: 400,
    code: 160006,
  });
  expect(await call(discord, "POST", `/channels/${room}/messages`, { content: "x" })).toMatchObject({ code: 160006 });
  expect(await call(discord, "PATCH", `/channels/${room}`, { archived: false })).toMatchObject({ code: 160006 });
});

test("a full thread takes nobody more: 30033", async () => {
  const { discord } = await openGuild();
  discord.limit({ threadMembers: 2 });
  const room = await startRoom(discord, [who.ada]);
  expect(await call(discord, "PUT", `/channels/${room}/thread-members/${who.bob}`)).toMatchObject({
    status: 400,
    code: 30033,
  });
});

test("the bot hears of its threads, of its own membership, and of no one else's", async () => {
  const { discord } = await openGuild();
  const bot = await login(discord);
  const room = await startRoom(discord, [who.ada]);
  discord.byHand.rename(room, "grey-owl");
  discord.byHand.removeFromThread(room, botId);
  discord.byHand.deletePlace(room);
  await until(() => bot.names().includes("THREAD_DELETE"));
  expect(bot.names().slice(2)).toEqual(["THREAD_CREATE", "THREAD_UPDATE", "THREAD_MEMBERS_UPDATE", "THREAD_DELETE"]);
  expect(await call(discord, "GET", `/channels/${room}`)).toMatchObject({ status: 404, code: 10003 });
});

test("a bot that gains sight of a channel is told of the threads in it", async () => {
  const { discord } = await openGuild();
  const room = await startRoom(discord, [who.ofelia], place.officers);
  const hidden = [{ id: guildId, type: "role", deny: permission.viewChannel }] as const;
  discord.byHand.setOverwrites(place.officers, hidden);
  const bot = await login(discord);
  expect(await call(discord, "POST", `/channels/${room}/messages`, { content: "x" })).toMatchObject({
    status: 403,
    code: 50001,
  });
  discord.byHand.setOverwrites(place.officers, [
    ...hidden,
    { id: botId, type: "member", allow: permission.viewChannel },
  ]);
  await until(() => bot.names().includes("THREAD_LIST_SYNC"));
  expect(bot.received.at(-1)?.d).toMatchObject({ channel_ids: [place.officers], threads: [{ id: room }] });
});

test("who leaves the guild leaves its threads, and does not come back into them", async () => {
  const { discord } = await openGuild();
  const room = await startRoom(discord, [who.ada]);
  discord.byHand.memberLeaves(who.ada);
  expect(
    discord
      .person(who.ada)
      .places()
      .map(({ kind }) => kind),
  ).toEqual(["direct"]);
  expect(await call(discord, "PUT", `/channels/${room}/thread-members/${who.ada}`)).toMatchObject({
    status: 404,
    code: 10007,
  });
  discord.byHand.memberJoins({ id: who.ada, name: "Ada Lovelace" });
  expect(threadsOf(discord, who.ada)).toEqual([]);
});

test("discord.js opens a room, brings people in, posts, closes it and opens it again", async () => {
  const { discord } = await openGuild();
  const client = await startClient(discord);
  const channel = await client.channels.fetch(place.general);
  if (channel?.type !== ChannelType.GuildText) throw new Error("no text channel");
  const room = await channel.threads.create({
    name: "amber-fox",
    type: ChannelType.PrivateThread,
    invitable: false,
    autoArchiveDuration: 10080,
  });
  await room.members.add(who.ofelia);
  const card = await room.send({ content: "Card", allowedMentions: { parse: [] } });
  await card.edit({ content: "Card, redrawn" });
  expect((await room.members.fetch(who.ofelia)).id).toBe(who.ofelia);
  expect((await room.fetch()).permissionsFor(client.user)?.has("ManageThreads")).toBe(true);
  await room.edit({ archived: true, locked: true });
  await expect(room.setLocked(false)).rejects.toMatchObject({ code: 50083 });
  await room.edit({ archived: false, locked: false });
  await room.members.remove(who.ofelia);
  expect((await channel.threads.fetchActive()).threads.map(({ name }) => name)).toEqual(["amber-fox"]);
  await room.delete();
  expect(discord.problems()).toEqual([]);
});

test("a thread in which nothing happens archives itself after the time it was given", async () => {
  const { discord, clock } = await openGuild();
  const room = await startRoom(discord, [who.ada]);
  const isArchived = () =>
    discord
      .person(who.ada)
      .places()
      .find(({ id }) => id === room)?.archived;
  await call(discord, "PATCH", `/channels/${room}`, { auto_archive_duration: 60 });
  clock.advance(59 * 60_000);
  await discord.person(who.ada).type(room, "still here");
  clock.advance(59 * 60_000);
  expect(isArchived()).toBe(false);
  clock.advance(60_000);
  expect(isArchived()).toBe(true);
  await discord.person(who.ada).type(room, "and again");
  expect(isArchived()).toBe(false);
  clock.advance(60 * 60_000);
  expect(isArchived()).toBe(true);
});
