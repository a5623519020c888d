import { PermissionFlagsBits } from "discord.js";
import { expect, test } from "vitest";

import { administersOf } from "../../src/discord/administers.ts";
import { typed } from "./interactions.ts";

const OURS = "800000000000000001";
const { ManageGuild, Administrator, ManageThreads } = PermissionFlagsBits;

const at = (guild: string, permissions: bigint) =>
  typed("setup", undefined, [], { guild_id: guild, member: { permissions: String(permissions), roles: [], user: {} } });

test.each([
  ["may manage the server", at(OURS, ManageGuild), "yes"],
  ["may do everything", at(OURS, Administrator), "yes"],
  ["may manage threads only", at(OURS, ManageThreads), "no"],
  ["may do nothing", at(OURS, 0n), "no"],
  ["manages another server, to which somebody invited the bot", at("800000000000000002", ManageGuild), "no"],
  ["writes directly to the bot, where Discord says nothing of a server", typed("setup"), "unknown"],
] as const)("somebody who %s", async (_, interaction, administers) => {
  expect(await administersOf(interaction, OURS)()).toBe(administers);
});

test("before it is known which server is served nobody administers it", async () => {
  expect(await administersOf(at(OURS, ManageGuild), undefined)()).toBe("unknown");
});
