import { type APIInteraction, Client, Events, GatewayIntentBits, type Interaction } from "discord.js";
import { afterEach, onTestFinished } from "vitest";
import { type RawData, WebSocket } from "ws";

import { type MovableClock, movableClock } from "../../../src/sandbox/clock.ts";
import { type LocalDiscord, openLocalDiscord } from "../../../src/sandbox/discord/localDiscord.ts";
import { permission } from "../../../src/sandbox/discord/numbers.ts";
import type { LocalDiscordOptions } from "../../../src/sandbox/discord/options.ts";
import { property } from "../../../src/sandbox/discord/wire/json.ts";

export const token = "local-token";
export const guildId = "100000000000000001";
export const botId = "900000000000000001";
export const role = {
  moderators: "110000000000000001",
  administrators: "110000000000000002",
  officers: "110000000000000003",
};
export const who = {
  olga: "200000000000000001",
  anders: "200000000000000002",
  mira: "200000000000000003",
  ofelia: "200000000000000004",
  ada: "200000000000000005",
  bob: "200000000000000006",
};
export const place = { general: "300000000000000001", officers: "300000000000000002" };

export interface Guild {
  readonly discord: LocalDiscord;
  readonly clock: MovableClock;
}

/** Olga owns the guild, Anders administers it, Mira manages threads, Ofelia is an officer, Ada and Bob are members. */
export async function openGuild(options: Partial<LocalDiscordOptions> = {}): Promise<Guild> {
  const clock = movableClock(Date.parse("2026-11-22T10:00:00Z"), false);
  const discord = await openLocalDiscord({
    clock,
    applicationId: botId,
    botToken: token,
    botName: "Redress",
    guild: { id: guildId, name: "The Society", ownerId: who.olga },
    roles: [
      { id: role.moderators, name: "Moderators", permissions: permission.manageThreads },
      { id: role.administrators, name: "Administrators", permissions: permission.administrator },
      { id: role.officers, name: "Officers", permissions: 0n },
    ],
    people: [
      { id: who.olga, name: "Olga" },
      { id: who.anders, name: "Anders", roles: [role.administrators] },
      { id: who.mira, name: "Mira", roles: [role.moderators] },
      { id: who.ofelia, name: "Ofelia", roles: [role.officers] },
      { id: who.ada, name: "Ada Lovelace" },
      { id: who.bob, name: "Bob", locale: "sv-SE" },
    ],
    channels: [
      { id: place.general, name: "general", topic: "Everything" },
      {
        id: place.officers,
        name: "officers",
        overwrites: [
          { id: guildId, type: "role", deny: permission.viewChannel },
          { id: role.officers, type: "role", allow: permission.viewChannel },
          { id: botId, type: "member", allow: permission.viewChannel },
        ],
      },
    ],
    ...options,
  });
  onTestFinished(() => discord.close());
  return { discord, clock };
}

export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly code: unknown;
  readonly headers: Headers;
}

/** Calls the HTTP API as the bot. */
export async function call(discord: LocalDiscord, method: string, path: string, body?: unknown): Promise<Reply> {
  const response = await fetch(`${discord.apiUrl}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${token}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const read: unknown = text === "" ? undefined : JSON.parse(text);
  return { status: response.status, body: read, code: property(read, "code"), headers: response.headers };
}

interface Payload {
  readonly op: number;
  readonly t: string | null;
  readonly s: number | null;
  readonly d: unknown;
}

export interface RawBot {
  readonly socket: WebSocket;
  /** All payloads received so far. */
  readonly received: readonly Payload[];
  /** The names of the dispatches received so far. */
  names(): readonly (string | null)[];
  send(op: number, d: unknown): void;
  closed(): number | undefined;
}

/** A bot at the bare gateway; `login` identifies it and waits for the guild. */
export async function openSocket(discord: LocalDiscord, path = "?v=10&encoding=json"): Promise<RawBot> {
  const url = property((await call(discord, "GET", "/gateway")).body, "url");
  const socket = new WebSocket(`${String(url)}${path}`);
  const received: Payload[] = [];
  let code: number | undefined;
  socket.on("message", (data) => received.push(read(data)));
  socket.on("close", (closed) => (code = closed));
  onTestFinished(() => socket.terminate());
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
  return {
    socket,
    received,
    names: () => received.filter(({ op }) => op === 0).map(({ t }) => t),
    send: (op, d) => socket.send(JSON.stringify({ op, d })),
    closed: () => code,
  };
}

export const identity = (intents = 1) => ({
  token,
  intents,
  properties: { os: "test", browser: "test", device: "test" },
});

export async function login(discord: LocalDiscord, intents = 1): Promise<RawBot> {
  const bot = await openSocket(discord);
  bot.send(2, identity(intents));
  await until(() => bot.names().includes("GUILD_CREATE"));
  return bot;
}

/** The interactions a raw bot has received. */
export const interactionsOf = (bot: RawBot): readonly APIInteraction[] =>
  bot.received.flatMap(({ t, d }) => (t === "INTERACTION_CREATE" ? [d as APIInteraction] : []));

/** Answers every interaction as the handler says; no handler answer, no callback. */
export async function answering(
  discord: LocalDiscord,
  answer: (interaction: APIInteraction) => unknown,
  intents = 1,
): Promise<RawBot & { readonly replies: readonly Reply[] }> {
  const replies: Reply[] = [];
  const bot = await login(discord, intents);
  bot.socket.on("message", (data) => {
    const { t, d } = read(data);
    if (t !== "INTERACTION_CREATE") return;
    const interaction = d as APIInteraction;
    const body = answer(interaction);
    if (body === undefined) return;
    const path = `/interactions/${interaction.id}/${interaction.token}/callback`;
    void call(discord, "POST", path, body).then((reply) => replies.push(reply));
  });
  return { ...bot, replies };
}

const read = (data: RawData) => JSON.parse((data as Buffer).toString()) as Payload;

/** Registers guild commands. */
export const register = (discord: LocalDiscord, ...commands: readonly unknown[]): Promise<Reply> =>
  call(discord, "PUT", `/applications/${botId}/guilds/${guildId}/commands`, commands);

/** Waits, without sleeping, until something has come true. */
export async function until(isTrue: () => boolean): Promise<void> {
  for (let turn = 0; turn < 2000; turn += 1) {
    if (isTrue()) return;
    await new Promise((resolve) => setTimeout(resolve, turn < 100 ? 0 : 1));
  }
  throw new Error("It never came true.");
}

const clients = new Set<Client>();
afterEach(async () => {
  for (const client of clients) await client.destroy();
  clients.clear();
});

/** An unmodified discord.js client, ready. */
export async function startClient(
  discord: LocalDiscord,
  answer: (interaction: Interaction) => Promise<unknown> = async () => {},
  intents: readonly GatewayIntentBits[] = [GatewayIntentBits.Guilds],
): Promise<Client<true>> {
  const client = new Client({ intents: [...intents], rest: { api: discord.apiUrl } });
  clients.add(client);
  client.on(Events.InteractionCreate, (interaction) => void answer(interaction));
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  return ready;
}
