import { Events, REST } from "discord.js";
import type { Client } from "discord.js";

import type { Platform } from "../application/platform.ts";
import type { Log, Store } from "../application/ports.ts";
import type { Citation } from "../surface/cards/refusalCard.ts";
import type { Command } from "../surface/command.ts";
import type { Desk } from "../surface/desk/desk.ts";
import { badToken, gatewayRefusal, waitOf } from "./discordErrors.ts";
import { discordPlatform } from "./discordPlatform.ts";
import { findGuild, requireSomebody } from "./findGuild.ts";
import { openRoomsChannel } from "./findRoomsChannel.ts";
import { keepAwake } from "./keepAwake.ts";
import { logIn, newClient } from "./logIn.ts";
import { inviteLink } from "./permissions.ts";
import { registerCommands } from "./registerCommands.ts";
import { fileOrigins, Responder } from "./respond.ts";
import { roomReaders } from "./roomReaders.ts";

export interface DiscordOptions {
  readonly token: string;
  /** Another Discord than the real one, on loopback: "http://127.0.0.1:PORT/api". */
  readonly apiUrl: string | undefined;
  /** The server it serves; may be left out when the bot is in one server only. */
  readonly guildId: string | undefined;
  /** The channel under which case threads hang; one is made when none is named. */
  readonly roomsChannelId: string | undefined;
  /** Accounts of the roster, of which at least one has to be a member of the server; left out where nobody is looked for. */
  readonly roster?: readonly string[];
  /** Calls a second it allows itself, as Discord does by https://docs.discord.com/developers/topics/rate-limits; 50 when left out. */
  readonly callsPerSecond?: number;
  /** How long a Discord server may take to be told of after the log-in, in milliseconds; 15 seconds when left out. */
  readonly serverWaitMs?: number;
  readonly desk: Desk;
  readonly commands: readonly Command[];
  readonly memory: Pick<Store, "remember" | "remembered">;
  readonly locale: string;
  readonly citation: Citation;
  readonly log: Log;
}

/** discord.js keeps something for each interaction token, for an hour if it is left to itself. */
const SWEEP_EVERY_MS = 60_000;
/** A ration that is over so soon is waited for; any other is told to the outbox, which does something else meanwhile. */
const SHORT_WAIT_MS = 1100;
/** Discord's own limit does not hold for interaction responses. */
const UNRATIONED = 1_000_000;
const GLOBAL_CALLS_PER_SECOND = 50;

/**
 * Connects to Discord: logs in, registers the commands when they have changed, finds or makes the channel for case rooms.
 * @throws with a plain sentence for a bad token, no server, or missing permissions; `Unreachable` when Discord does not answer
 */
export async function connectDiscord(options: DiscordOptions): Promise<Platform> {
  const { token, log } = options;
  // Retries belong to the outbox, which first looks whether an earlier call had its effect.
  const rest = { ...(options.apiUrl === undefined ? {} : { api: options.apiUrl }), retries: 0 };
  const globalRequestsPerSecond = options.callsPerSecond ?? GLOBAL_CALLS_PER_SECOND;
  const client = newClient({ ...options, rest: { ...rest, globalRequestsPerSecond } });
  const responses = new REST({ ...rest, globalRequestsPerSecond: UNRATIONED, handlerSweepInterval: SWEEP_EVERY_MS });
  // What is due has calls of its own: one that Discord rations for long holds up nothing but itself.
  const due = new REST({
    ...rest,
    globalRequestsPerSecond,
    handlerSweepInterval: SWEEP_EVERY_MS,
    rejectOnRateLimit: (limit) => waitOf(limit) > SHORT_WAIT_MS,
  }).setToken(token);
  let served: string | undefined;
  const responder = new Responder(options.desk, responses, log, () => served, fileOrigins(options.apiUrl));
  client.on(Events.InteractionCreate, (interaction) => responder.respond(interaction));

  const close = async () => {
    await responder.drained();
    // What we close ourselves is not lost.
    client.removeAllListeners(Events.ShardReconnecting);
    await client.destroy();
    for (const calls of [responses, due]) {
      calls.clearHandlerSweeper();
      calls.clearHashSweeper();
    }
  };
  try {
    const ready = await logIn(client, token);
    const guild = findGuild(ready, options.guildId);
    served = guild.id;
    await requireSomebody(guild, options.roster ?? []);
    await registerCommands(ready, options);
    const roomsChannel = await openRoomsChannel(guild, options);
    ready.on(Events.GuildDelete, ({ id }) => {
      if (id === guild.id)
        log.warn(
          `the bot was removed from the Discord server: invite it again with ${inviteLink(ready.application.id)}`,
        );
    });
    keepAwake(ready, log);
    log.info("discord ready", { server: guild.id });
    return discordPlatform({
      rest: due,
      botId: ready.user.id,
      guild,
      roomsChannel,
      readers: () => roomReaders(guild, roomsChannel.id()),
      locale: options.locale,
      citation: options.citation,
      onBadToken: warnOnceWhenRefused(ready, log),
      answered: () => responder.drained(),
      close,
    });
  } catch (error) {
    await close();
    throw error;
  }
}

/** A token that Discord takes back is said once; what is to be sent waits until the program is started with another. */
function warnOnceWhenRefused(client: Client, log: Log): () => void {
  let isSaid = false;
  const say = (sentence: string) => {
    if (!isSaid) log.warn(sentence);
    isSaid = true;
  };
  client.on(Events.ShardDisconnect, ({ code }) => say(gatewayRefusal(code)));
  return () => say(badToken);
}
