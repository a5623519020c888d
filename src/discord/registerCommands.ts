import { createHash } from "node:crypto";

import { DiscordAPIError, Routes } from "discord.js";
import type { Client } from "discord.js";

import type { Log, Store } from "../application/ports.ts";
import type { Command } from "../surface/command.ts";
import { commandsJson } from "./commandsJson.ts";
import { plainError } from "./discordErrors.ts";
import { inviteLink } from "./permissions.ts";

const MISSING_ACCESS = 50_001;

export interface RegisterOptions {
  readonly commands: readonly Command[];
  readonly memory: Pick<Store, "remember" | "remembered">;
  readonly log: Log;
}

/**
 * Registers the commands when they have changed since the last time, and not otherwise.
 * @throws with a plain sentence when the bot may not
 */
export async function registerCommands(
  client: Client<true>,
  { commands, memory, log }: RegisterOptions,
): Promise<void> {
  const application = client.application.id;
  const body = commandsJson(commands);
  const hash = createHash("sha256").update(application).update(JSON.stringify(body)).digest("hex");
  if ((await memory.remembered("discord-commands")) === hash) return;
  try {
    await client.rest.put(Routes.applicationCommands(application), { body });
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === MISSING_ACCESS)
      throw new Error(
        `The bot may not have commands on Discord: it lacks the scope applications.commands. Invite it anew with ${inviteLink(application)}`,
        { cause: error },
      );
    throw plainError(error, "the registration of the commands");
  }
  await memory.remember("discord-commands", hash);
  log.info("discord commands registered", { commands: body.length });
}
