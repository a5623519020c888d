import { expect, onTestFinished, test } from "vitest";

import { commands } from "../../../commands/index.ts";
import type { Platform } from "../../../src/application/platform.ts";
import type { Log } from "../../../src/application/ports.ts";
import { Unreachable } from "../../../src/application/unreachable.ts";
import { connectDiscord } from "../../../src/discord/connectDiscord.ts";
import type { DiscordOptions } from "../../../src/discord/connectDiscord.ts";
import { movableClock } from "../../../src/sandbox/clock.ts";
import type { LocalDiscord } from "../../../src/sandbox/discord/localDiscord.ts";
import { permission } from "../../../src/sandbox/discord/numbers.ts";
import { usualBotPermissions } from "../../../src/sandbox/discord/options.ts";
import { localTokens, openChapterDiscord } from "../../../src/sandbox/localChapter.ts";
import { memoryStore } from "../../../src/storage/memory/memoryStore.ts";
import { everybody, officials, owner } from "../people.ts";
import { until } from "../until.ts";

const GUILD = "900000000000000001";
const GENERAL = "910000000000000001";
const elsewhere = "123456789012345678";

async function openDiscord(): Promise<LocalDiscord> {
  const discord = await openChapterDiscord({ clock: movableClock(), people: everybody, owner });
  // A test may close it before.
  onTestFinished(() => discord.close().catch(() => {}));
  return discord;
}

interface Connecting {
  readonly connect: () => Promise<Platform>;
  /** Everything that was logged. */
  readonly logged: readonly string[];
}

function connecting(discord: LocalDiscord, options: Partial<DiscordOptions> = {}): Connecting {
  const logged: string[] = [];
  const keep: Log["info"] = (event, facts) => void logged.push(JSON.stringify({ event, ...facts }));
  return {
    logged,
    async connect() {
      const platform = await connectDiscord({
        token: localTokens.discord,
        apiUrl: discord.apiUrl,
        guildId: undefined,
        roomsChannelId: undefined,
        roster: officials.flatMap((person) => person.discord ?? []),
        desk: { handle: () => Promise.resolve({ kind: "silence" }) },
        commands,
        memory: memoryStore(),
        locale: "en",
        citation: { cite: "Memo", title: "Memo", link: "https://example.org", code: [] },
        log: { info: keep, warn: keep },
        ...options,
      });
      onTestFinished(() => platform.close());
      return platform;
    },
  };
}

/** What whoever starts the program reads when Discord cannot be connected. */
async function refusal(discord: LocalDiscord, options: Partial<DiscordOptions> = {}): Promise<string> {
  const failed: unknown = await connecting(discord, options)
    .connect()
    .then(() => new Error("It connected."))
    .catch((error: unknown) => error);
  expect(failed).not.toBeInstanceOf(Unreachable);
  const sentence = failed instanceof Error ? failed.message : "";
  expect(sentence).not.toMatch(/\n|^\s*at |another-token|local-discord-token/);
  return sentence;
}

const invite =
  "https://discord.com/oauth2/authorize?client_id=920000000000000001&scope=bot+applications.commands&permissions=";

test("a token that Discord does not know", async () => {
  expect(await refusal(await openDiscord(), { token: "another-token" })).toBe(
    "Discord does not accept DISCORD_TOKEN: copy the token anew from the page Bot of your application at https://discord.com/developers/applications, and start again.",
  );
});

test("a token that the gateway refuses although the API took it", async () => {
  const discord = await openDiscord();
  discord.refuseConnections(4004);
  expect(await refusal(discord)).toMatch(/^Discord does not accept DISCORD_TOKEN: /);
});

test("an intent that is not switched on", async () => {
  const discord = await openDiscord();
  discord.refuseConnections(4014);
  expect(await refusal(discord)).toMatch(
    /^Discord refuses an intent .* switch it on under Privileged Gateway Intents /,
  );
});

test("a bot that nobody has invited", async () => {
  const discord = await openDiscord();
  discord.byHand.removeBot();
  expect(await refusal(discord)).toContain(`The bot is in no Discord server yet: invite it with ${invite}`);
});

test("a server that the bot is not in", async () => {
  expect(await refusal(await openDiscord(), { guildId: elsewhere })).toContain(
    `The bot is not in the Discord server ${elsewhere} that DISCORD_GUILD_ID names: correct the setting, or invite the bot with ${invite}`,
  );
});

test("a server in which nobody of the roster is", async () => {
  expect(await refusal(await openDiscord(), { roster: [elsewhere, "123456789012345679"] })).toBe(
    "None of the people that REDRESS_ROSTER names is a member of the Discord server The chapter: correct DISCORD_GUILD_ID, or the Discord ids in the file.",
  );
});

test("one of the roster is enough", async () => {
  const { connect } = connecting(await openDiscord(), { roster: [elsewhere, owner.discord], guildId: GUILD });
  expect((await connect()).name).toBe("discord");
});

test("a bot that may not have commands", async () => {
  const discord = await openDiscord();
  const body = { code: 50_001, message: "Missing Access" };
  discord.faults.arm({
    call: "PUT /applications/:id/commands",
    mishap: { kind: "answer", status: 403, body, effect: "none" },
  });
  expect(await refusal(discord)).toContain(
    `The bot may not have commands on Discord: it lacks the scope applications.commands. Invite it anew with ${invite}`,
  );
});

test("commands of which Discord has had enough today", async () => {
  const discord = await openDiscord();
  const body = { code: 30_034, message: "Max number of daily application command creates has been reached (200)" };
  discord.faults.arm({
    call: "PUT /applications/:id/commands",
    mishap: { kind: "answer", status: 400, body, effect: "none" },
  });
  expect(await refusal(discord)).toBe(
    "Discord refuses the registration of the commands: Max number of daily application command creates has been reached (200) (30034).",
  );
});

const permissions = [
  ["View Channels", permission.viewChannel],
  ["Send Messages", permission.sendMessages],
  ["Send Messages in Threads", permission.sendMessagesInThreads],
  ["Create Private Threads", permission.createPrivateThreads],
  ["Manage Threads", permission.manageThreads],
  ["Read Message History", permission.readMessageHistory],
] as const;

test.each(permissions)("a server on which the bot lacks %s", async (name, bit) => {
  const discord = await openDiscord();
  discord.byHand.setOverwrites(GENERAL, [{ id: GUILD, type: "role", deny: bit }]);
  const lacks = await refusal(discord, { roomsChannelId: GENERAL });
  expect(lacks).toMatch(/^In the channel .* of the Discord server The chapter, where case rooms hang, the bot lacks: /);
  expect(lacks).toContain(name);
  expect(lacks).toMatch(/\. Grant that to its role there, and start again\.$/);
});

test("a server on which the bot may do nothing", async () => {
  const discord = await openDiscord();
  discord.byHand.setBotPermissions(0n);
  expect(await refusal(discord)).toBe(
    "On the Discord server The chapter the bot lacks: Manage Threads. Grant that to its role, and start again.",
  );
});

test("a bot that may make no channel for case rooms", async () => {
  const discord = await openDiscord();
  discord.byHand.setBotPermissions(usualBotPermissions & ~permission.manageChannels);
  expect(await refusal(discord)).toBe(
    "On the Discord server The chapter the bot lacks the permission Manage Channels, with which it makes the channel for case rooms. Grant it, or make a channel and name it in DISCORD_ROOMS_CHANNEL_ID.",
  );
});

test("a full server", async () => {
  const discord = await openDiscord();
  discord.limit({ channels: 1 });
  expect(await refusal(discord)).toBe(
    "Discord refuses the channel for case rooms: Maximum number of server channels reached (500) (30013).",
  );
});

test("a channel for case rooms that is not there", async () => {
  expect(await refusal(await openDiscord(), { roomsChannelId: elsewhere })).toBe(
    `The Discord channel ${elsewhere} that DISCORD_ROOMS_CHANNEL_ID names is not on the server The chapter, or the bot may not see it.`,
  );
});

test("where nobody may open public threads the channel for case rooms is made all the same", async () => {
  const discord = await openDiscord();
  discord.byHand.setEveryonePermissions(permission.viewChannel | permission.sendMessagesInThreads);
  await connecting(discord).connect();
  expect(
    discord
      .person(owner.discord)
      .places()
      .map((place) => place.name),
  ).toContain("redress-rooms");
});

test.each([
  ["its API is out of order", { kind: "answer", status: 503, effect: "none" }],
  ["the connection breaks", { kind: "drop", effect: "none" }],
] as const)("Discord does not answer: %s", async (_, mishap) => {
  const discord = await openDiscord();
  discord.faults.arm({ call: "GET /gateway/bot", mishap });
  const { connect } = connecting(discord);
  await expect(connect()).rejects.toThrow(Unreachable);
  expect((await connect()).name).toBe("discord");
});

test("Discord is not there at all", async () => {
  const discord = await openDiscord();
  await discord.close();
  await expect(connecting(discord).connect()).rejects.toThrow(
    new Unreachable("Discord does not answer (ECONNREFUSED)."),
  );
});

test("a gateway behind a proxy in trouble is tried until it lets the bot in, over one connection", async () => {
  const discord = await openDiscord();
  discord.refuseConnections(502);
  const { connect } = connecting(discord);
  const connected = connect();
  await until(() => discord.calls().some(({ call }) => call === "GET /gateway/bot"));
  discord.refuseConnections(undefined);
  expect((await connected).name).toBe("discord");
  expect(discord.gateway.sockets()).toBe(1);
});

test("a server that Discord itself cannot reach is waited for, and no second channel is made in it", async () => {
  const discord = await openDiscord();
  const memory = memoryStore();
  const { connect } = connecting(discord, { memory, serverWaitMs: 50 });
  await (await connect()).close();
  discord.takeGuildAway(true);
  await expect(connect()).rejects.toThrow(Unreachable);
  discord.takeGuildAway(false);
  await connect();
  const rooms = discord
    .person(owner.discord)
    .places()
    .filter((place) => place.name === "redress-rooms");
  expect(rooms).toHaveLength(1);
});

test("a token taken back later is said once, in words, and what is to be sent waits", async () => {
  const discord = await openDiscord();
  const { connect, logged } = connecting(discord);
  const platform = await connect();
  discord.faults.arm({
    call: /^POST /,
    mishap: { kind: "answer", status: 401, body: { message: "401: Unauthorized", code: 0 }, effect: "none" },
    times: 9,
  });
  for (let times = 0; times < 3; times += 1)
    expect(await platform.openRoom({ name: "case-one", again: false })).toMatchObject({ kind: "later" });
  discord.gateway.drop(4004);
  await until(() => discord.gateway.sockets() === 0);
  const sentences = logged.filter((line) => line.includes("Discord does not accept DISCORD_TOKEN"));
  expect(sentences).toHaveLength(1);
});

test("a bot that is thrown out says so", async () => {
  const discord = await openDiscord();
  const { connect, logged } = connecting(discord);
  await connect();
  discord.byHand.removeBot();
  await until(() => logged.some((line) => line.includes("the bot was removed from the Discord server")));
  expect(logged.join("\n")).toContain(invite);
});
