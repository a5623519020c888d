import { expect, test } from "vitest";

import { discordPlatform } from "../../src/discord/discordPlatform.ts";
import type { Measure } from "../../src/domain/sanctions/access.ts";
import { permission } from "../../src/sandbox/discord/numbers.ts";
import { usualBotPermissions } from "../../src/sandbox/discord/options.ts";
import { botId, guildId, openGuild, place, role, startClient, who } from "../sandbox/discord/guild.ts";

const take = (id: string): Measure => ({ id, name: id, how: "take" });
const on = (id: string) => ({ platform: "discord", id }) as const;
const all = [take(role.officers), take(role.moderators)];

async function connected() {
  const { discord } = await openGuild({ botPermissions: usualBotPermissions | permission.manageRoles });
  const client = await startClient(discord);
  const guild = await client.guilds.fetch(guildId);
  const { access } = discordPlatform({
    rest: client.rest,
    botId,
    guild,
    roomsChannel: { id: () => place.general, insteadOf: () => Promise.resolve(undefined) },
    locale: "en",
    citation: { cite: "Code", title: "Code", link: "https://example.org", code: [] },
    readers: () => Promise.resolve([]),
    onBadToken: () => {},
    answered: () => Promise.resolve(),
    close: () => Promise.resolve(),
  });
  return { discord, access };
}

test("what a member has is read anew each time, with a stay that is another once they have come back", async () => {
  const { discord, access } = await connected();
  const first = await access.read(on(who.ofelia), all);
  expect(first).toMatchObject({ value: { standing: { isThere: true, has: [role.officers] }, seesAll: false } });
  discord.byHand.memberLeaves(who.ofelia);
  expect(await access.read(on(who.ofelia), all)).toMatchObject({ value: { standing: { isThere: false } } });
  discord.byHand.memberJoins({ id: who.ofelia, name: "Ofelia" });
  const again = await access.read(on(who.ofelia), all);
  expect(again).toMatchObject({ value: { standing: { isThere: true, has: [] } } });
  expect(await access.read(on("299999999999999999"), all)).toMatchObject({ value: { standing: { isThere: false } } });
});

test("the owner and administrators see everything, whatever roles are taken from them", async () => {
  const { access } = await connected();
  for (const id of [who.olga, who.anders])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect(await access.read(on(id), all)).toMatchObject({ value: { seesAll: true } });
  expect(await access.read(on(who.ada), all)).toMatchObject({ value: { seesAll: false } });
});

test("[V-14] roles are given and taken without a word for the audit log, and again without harm", async () => {
  const { discord, access } = await connected();
  for (const to of ["has", "has", "has-not", "has-not"] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect(await access.change(on(who.ada), role.officers, to)).toEqual({ kind: "done" });
    expect(discord.rolesOf(who.ada)).toEqual(to === "has" ? [role.officers] : []);
  }
  expect(discord.calls().filter(({ reason }) => reason !== undefined)).toEqual([]);
});

test("what stands in the way is said for what it is", async () => {
  const { discord, access } = await connected();
  const [own = ""] = discord.rolesOf(botId);
  discord.byHand.moveRole(role.moderators, 40);
  expect(await access.change(on(who.mira), role.moderators, "has-not")).toEqual({
    kind: "refused",
    problem: "too-low",
  });
  expect(await access.change(on(who.ada), own, "has")).toEqual({ kind: "refused", problem: "managed" });
  discord.byHand.deleteRole(role.administrators);
  expect(await access.change(on(who.ada), role.administrators, "has")).toEqual({ kind: "refused", problem: "gone" });
  expect(await access.read(on(who.ada), [take(role.administrators)])).toMatchObject({
    value: { problems: { [role.administrators]: "gone" } },
  });
  expect(await access.check([...all, take(role.administrators)])).toEqual({
    kind: "done",
    value: [
      { id: role.moderators, problem: "too-low" },
      { id: role.administrators, problem: "gone" },
    ],
  });
  discord.byHand.setBotPermissions(usualBotPermissions);
  expect(await access.change(on(who.ofelia), role.officers, "has-not")).toEqual({
    kind: "refused",
    problem: "no-permission",
  });
});

test("whoever leaves just then is looked for again later, and a Discord in trouble is tried again", async () => {
  const { discord, access } = await connected();
  discord.byHand.memberLeaves(who.ofelia);
  expect(await access.change(on(who.ofelia), role.officers, "has-not")).toMatchObject({ kind: "later" });
  discord.faults.arm({
    call: "GET /guilds/:id/members/:id",
    mishap: { kind: "answer", status: 503, effect: "none" },
    times: 10,
  });
  expect(await access.read(on(who.ada), all)).toMatchObject({ kind: "later" });
});
