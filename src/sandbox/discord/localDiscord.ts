import { createServer } from "node:http";

import { WebSocketServer } from "ws";

import { Faults } from "../faults.ts";
import type { LocalPlatform } from "../person.ts";
import { type ByHand, byHand } from "./byHand.ts";
import { drawCommand } from "./draw/drawCommand.ts";
import { serveConnection } from "./gateway/gatewayConnection.ts";
import { type GatewayActs, openSessions } from "./gateway/sessions.ts";
import { rawInteraction, type RawInteraction } from "./interactions/rawInteraction.ts";
import { closeCode } from "./numbers.ts";
import { openWorld } from "./openWorld.ts";
import type { LocalDiscordOptions } from "./options.ts";
import { discordPerson } from "./person/discordPerson.ts";
import { nameOf } from "./person/seenPlaces.ts";
import type { DiscordCall } from "./rest/exchange.ts";
import { openRations } from "./rest/rations.ts";
import { serveRest } from "./rest/restServer.ts";
import { allRoutes } from "./rest/routes/allRoutes.ts";
import type { Json } from "./wire/json.ts";
import type { Outcome } from "./world/interaction.ts";
import type { Limits } from "./world/limits.ts";
import { type Reader, readersOf } from "./world/readersOf.ts";
import type { SuppressedMention } from "./world/world.ts";

export type { LocalDiscordOptions } from "./options.ts";

/** A Discord on this computer: the HTTP API and the gateway, version 10, with one guild. */
export interface LocalDiscord extends LocalPlatform {
  readonly kind: "discord";
  /** What discord.js takes as `rest.api`. */
  readonly apiUrl: string;
  calls(): readonly DiscordCall[];
  readonly gateway: GatewayActs;
  readonly byHand: ByHand;
  /** Changes caps and rate limits from now on. */
  limit(changes: Partial<Limits>): void;
  /** From now on the gateway refuses every new connection with a status of HTTP, or from 1000 on with a close code; nothing ends it. */
  refuseConnections(code: number | undefined): void;
  /** While it is away Discord tells a bot that connects nothing of the guild but that it is there. */
  takeGuildAway(isAway: boolean): void;
  /** How many calls so far count towards Discord's global rate limit: all but answers to interactions. */
  rationedCalls(): number;
  /** Every `<@id>` in a thread that allowed_mentions kept without effect. */
  suppressedMentions(): readonly SuppressedMention[];
  /** Who can read a place, and by what. */
  readersOf(placeId: string): readonly Reader[];
  /** The roles that a member has, by their ids; none for somebody who is not in the guild. */
  rolesOf(personId: string): readonly string[];
  /** The registered commands as Discord gives them back. */
  commands(): readonly Json[];
  /** Sends one interaction as somebody without a client's checks, for load; resolves with the first answer. */
  interact(personId: string, raw: RawInteraction): Promise<Outcome>;
}

/** Opens a local Discord on the loopback; it listens when the promise resolves. */
export async function openLocalDiscord(options: LocalDiscordOptions): Promise<LocalDiscord> {
  const faults = new Faults();
  const listeners = new Set<() => void>();
  const calls: DiscordCall[] = [];
  const sessions = openSessions(() => options.clock.now(), options.guild.id);
  const world = openWorld(options, {
    announce: (announcement) => sessions.announce(announcement),
    changed: () => {
      for (const listener of listeners) listener();
    },
  });
  const rations = openRations(world);
  const http = createServer({ keepAliveTimeout: 60_000 });
  const port = await listen(http, options.port ?? 0);
  world.cdnUrl = `http://127.0.0.1:${port}`;
  const gatewayUrl = `ws://127.0.0.1:${port}/gateway`;
  http.on(
    "request",
    serveRest({
      world,
      routes: allRoutes(gatewayUrl),
      faults,
      rations,
      isChecked: options.validate ?? true,
      record: (options.keepCalls ?? true) ? (call) => void calls.push(call) : undefined,
    }),
  );
  const sockets = new WebSocketServer({
    server: http,
    path: "/gateway",
    perMessageDeflate: false,
    verifyClient: (_, answer) => answer((world.gatewayRefusal ?? 1000) >= 1000, world.gatewayRefusal),
  });
  sockets.on("connection", (socket, request) => {
    const asked = new URL(request.url ?? "/", gatewayUrl).searchParams;
    // Plain JSON is all that is spoken here.
    if ((asked.get("encoding") ?? "json") !== "json" || asked.has("compress")) socket.close(closeCode.decodeError);
    else serveConnection(world, sessions, socket, gatewayUrl);
  });

  return {
    kind: "discord",
    apiUrl: `http://127.0.0.1:${port}/api`,
    faults,
    gateway: sessions.acts,
    byHand: byHand(world),
    people: () =>
      [...world.accounts.values()].filter(({ isBot }) => !isBot).map(({ id, name, locale }) => ({ id, name, locale })),
    person(id) {
      if (world.accounts.get(id)?.isBot ?? true) throw new Error(`There is no person ${nameOf(world, id)}.`);
      return discordPerson(world, id);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    problems: () => [...world.problems],
    calls: () => [...calls],
    limit(changes) {
      world.limits = { ...world.limits, ...changes };
    },
    refuseConnections(code) {
      world.gatewayRefusal = code;
    },
    takeGuildAway(isAway) {
      world.isGuildAway = isAway;
    },
    rationedCalls: () => rations.globallyRationed(),
    suppressedMentions: () => [...world.suppressedMentions],
    readersOf: (placeId) => readersOf(world, placeId),
    rolesOf: (personId) => world.members.get(personId)?.roles ?? [],
    commands: () => [...world.commands.values()].map((command) => drawCommand(world, command)),
    interact: (personId, raw) => rawInteraction(world, personId, raw),
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
      for (const interaction of world.interactions.values()) {
        interaction.stopWaiting();
        interaction.settle({ kind: "failed", why: "The local Discord was closed." });
      }
    },
  };
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      if (address === null || typeof address === "string") reject(new Error("The local Discord has no port."));
      else resolve(address.port);
    });
  });
}
