import { REST } from "discord.js";
import type { Client } from "discord.js";
import { beforeEach, expect, test } from "vitest";

import { commands } from "../../commands/index.ts";
import { commandsJson } from "../../src/discord/commandsJson.ts";
import { registerCommands } from "../../src/discord/registerCommands.ts";
import { memoryStore } from "../../src/storage/memory/memoryStore.ts";

/** What was sent to Discord. */
let calls: { readonly call: string; readonly body: unknown }[];
let answer: () => Response;
beforeEach(() => {
  calls = [];
  answer = () => Response.json([]);
});

const rest = new REST({
  retries: 0,
  makeRequest(url, { method, body }) {
    const sent: unknown = JSON.parse(typeof body === "string" ? body : "null");
    calls.push({ call: `${method} ${new URL(url).pathname}`, body: sent });
    return Promise.resolve(answer());
  },
}).setToken("token");

const clientOf = (id: string) => ({ application: { id }, rest }) as Client<true>;
const log = { info() {}, warn() {} };
const register = (memory: ReturnType<typeof memoryStore>, id = "920000000000000001", known = commands) =>
  registerCommands(clientOf(id), { commands: known, memory, log });

test("commands are registered at the first start, and at no later one", async () => {
  const memory = memoryStore();
  await register(memory);
  await register(memory);
  await register(memory);
  expect(calls).toEqual([
    {
      call: "PUT /api/v10/applications/920000000000000001/commands",
      body: JSON.parse(JSON.stringify(commandsJson(commands))) as unknown,
    },
  ]);
});

test("commands are registered again when one of them has changed, and for another application", async () => {
  const memory = memoryStore();
  await register(memory);
  const [first, ...others] = commands;
  if (first === undefined) throw new Error("There are no commands.");
  await register(memory, undefined, [{ ...first, description: "command.redress" }, ...others]);
  await register(memory, undefined, others);
  await register(memory, "920000000000000002", others);
  await register(memory, "920000000000000002", others);
  expect(calls.map(({ call }) => call.split("/")[4])).toEqual([
    "920000000000000001",
    "920000000000000001",
    "920000000000000001",
    "920000000000000002",
  ]);
});

test("a registration that was refused is one sentence, and is tried again at the next start", async () => {
  const memory = memoryStore();
  answer = () => Response.json({ code: 50_001, message: "Missing Access" }, { status: 403 });
  await expect(register(memory)).rejects.toThrow(
    /^The bot may not have commands on Discord: it lacks the scope applications\.commands\. Invite it anew with https:\/\/discord\.com\/\S+$/,
  );
  answer = () => Response.json([]);
  await register(memory);
  expect(calls).toHaveLength(2);
});
