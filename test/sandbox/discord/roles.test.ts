import { expect, test } from "vitest";

import { permission } from "../../../src/sandbox/discord/numbers.ts";
import { usualBotPermissions } from "../../../src/sandbox/discord/options.ts";
import { botId, call, guildId, identity, openGuild, openSocket, role, until, who } from "./guild.ts";

const path = (person: string, of: string) => `/guilds/${guildId}/members/${person}/roles/${of}`;
const managing = { botPermissions: usualBotPermissions | permission.manageRoles };

test("a bot that may manage roles gives and takes those below its own, however often it is asked", async () => {
  const { discord } = await openGuild(managing);
  for (const _ of [1, 2]) {
    // oxlint-disable no-await-in-loop -- one after the other
    expect(await call(discord, "PUT", path(who.ada, role.officers))).toMatchObject({ status: 204 });
    expect(discord.rolesOf(who.ada)).toEqual([role.officers]);
    // oxlint-enable no-await-in-loop
  }
  expect(await call(discord, "DELETE", path(who.ada, role.officers))).toMatchObject({ status: 204 });
  expect(await call(discord, "DELETE", path(who.ada, role.officers))).toMatchObject({ status: 204 });
  expect(discord.rolesOf(who.ada)).toEqual([]);
  // Whose role it is does not matter, the owner's included.
  expect(await call(discord, "PUT", path(who.olga, role.officers))).toMatchObject({ status: 204 });
});

test("it takes no role above its own, none that Discord manages, and none without the permission", async () => {
  const { discord } = await openGuild(managing);
  const own = discord.rolesOf(botId)[0] ?? "";
  discord.byHand.moveRole(role.moderators, 40);
  expect(await call(discord, "DELETE", path(who.mira, role.moderators))).toMatchObject({ status: 403, code: 50013 });
  expect(await call(discord, "PUT", path(who.ada, own))).toMatchObject({ status: 403, code: 50013 });
  expect(await call(discord, "PUT", path(who.ada, guildId))).toMatchObject({ status: 400, code: 50028 });
  discord.byHand.setBotPermissions(usualBotPermissions);
  expect(await call(discord, "DELETE", path(who.ofelia, role.officers))).toMatchObject({ status: 403, code: 50013 });
  expect(discord.rolesOf(who.mira)).toEqual([role.moderators]);
});

test("there is no role that was deleted, and nobody has a role who is not there", async () => {
  const { discord } = await openGuild(managing);
  discord.byHand.deleteRole(role.officers);
  expect(discord.rolesOf(who.ofelia)).toEqual([]);
  expect(await call(discord, "PUT", path(who.ofelia, role.officers))).toMatchObject({ status: 404, code: 10011 });
  discord.byHand.memberLeaves(who.mira);
  expect(await call(discord, "PUT", path(who.mira, role.moderators))).toMatchObject({ status: 404, code: 10007 });
  expect(await call(discord, "PUT", path("299999999999999999", role.moderators))).toMatchObject({
    status: 404,
    code: 10013,
  });
});

test("whoever leaves loses all roles; a bot hears of deleted and renamed roles without any intent but that of the guild", async () => {
  const { discord } = await openGuild(managing);
  const bot = await openSocket(discord);
  bot.send(2, identity());
  await until(() => bot.names().includes("GUILD_CREATE"));
  discord.byHand.renameRole(role.moderators, "Helpers");
  discord.byHand.deleteRole(role.officers);
  discord.byHand.memberLeaves(who.mira);
  discord.byHand.memberJoins({ id: who.mira, name: "Mira" });
  await until(() => bot.names().includes("GUILD_ROLE_DELETE"));
  expect(bot.names()).toContain("GUILD_ROLE_UPDATE");
  expect(bot.names()).not.toContain("GUILD_MEMBER_ADD");
  expect(discord.rolesOf(who.mira)).toEqual([]);
});
