import type { WebSocket } from "ws";

import { closeCode, intent, opcode, privilegedIntents } from "../numbers.ts";
import { numberProperty, property, textProperty } from "../wire/json.ts";
import type { World } from "../world/world.ts";
import { drawMembersChunk } from "./drawMembersChunk.ts";
import { drawGuildCreate, drawReady } from "./drawReady.ts";
import { confirm, missedAfter, sendDispatch, type Session } from "./session.ts";
import type { Sessions } from "./sessions.ts";

/** How often a bot has to send heartbeats; Discord's own number. */
const heartbeatInterval = 41_250;

/** What a bot confirms or asks for must fit into 25 bits of intents (events/gateway, "List of Intents"). */
const knownIntents = (1 << 26) - 1;

/** Serves one socket of the gateway from its hello to its close. */
export function serveConnection(world: World, sessions: Sessions, socket: WebSocket, gatewayUrl: string): void {
  let session: Session | undefined;
  const send = (op: number, d: unknown) => socket.send(JSON.stringify({ op, d, s: null, t: null }));

  const identify = (data: unknown) => {
    if (session !== undefined) return socket.close(closeCode.alreadyAuthenticated, "Already authenticated.");
    if (world.gatewayRefusal !== undefined) return socket.close(world.gatewayRefusal);
    const intents = numberProperty(data, "intents");
    const shard = shardOf(property(data, "shard"));
    if (!holdsToken(world, data)) return socket.close(closeCode.authenticationFailed, "Authentication failed.");
    if (property(data, "properties") === undefined || shard === undefined)
      return socket.close(closeCode.decodeError, "Error while decoding payload.");
    if (intents === undefined || (intents & ~knownIntents) !== 0)
      return socket.close(closeCode.invalidIntents, "Invalid intent(s).");
    if ((intents & privilegedIntents & ~world.application.privilegedIntents) !== 0)
      return socket.close(closeCode.disallowedIntents, "Disallowed intent(s).");
    session = { id: `session-${world.nextId()}`, intents, shard, sequence: 0, sent: [], socket, lostAt: 0 };
    sessions.add(session);
    sendDispatch(session, "READY", JSON.stringify(drawReady(world, session, gatewayUrl)));
    if ((intents & intent.guilds) !== 0 && !world.isGuildAway && world.members.has(world.application.id))
      sendDispatch(session, "GUILD_CREATE", JSON.stringify(drawGuildCreate(world, intents)));
  };

  const resume = (data: unknown) => {
    if (!holdsToken(world, data)) return socket.close(closeCode.authenticationFailed, "Authentication failed.");
    const known = sessions.get(textProperty(data, "session_id") ?? "");
    const missed = known && missedAfter(known, numberProperty(data, "seq") ?? -1);
    if (known === undefined || missed === undefined) return send(opcode.invalidSession, false);
    const before = known.socket;
    known.socket = socket;
    session = known;
    before?.terminate();
    for (const frame of missed) socket.send(frame);
    sendDispatch(known, "RESUMED", JSON.stringify({ _trace: [] }));
  };

  const take = (op: number | undefined, data: unknown) => {
    if (op === opcode.heartbeat) {
      if (session !== undefined && typeof data === "number") confirm(session, data);
      return socket.send(`{"op":${opcode.heartbeatAck}}`);
    }
    if (op === opcode.identify) return identify(data);
    if (op === opcode.resume) return resume(data);
    if (session === undefined) return socket.close(closeCode.notAuthenticated, "Not authenticated.");
    if (op === opcode.presenceUpdate || op === opcode.voiceStateUpdate) return;
    if (op === opcode.requestGuildMembers) {
      const chunk = drawMembersChunk(world, session.intents, data);
      if (chunk !== undefined) sendDispatch(session, "GUILD_MEMBERS_CHUNK", JSON.stringify(chunk));
      return;
    }
    socket.close(closeCode.unknownOpcode, "Unknown opcode.");
  };

  socket.on("message", (raw) => {
    const payload = Buffer.isBuffer(raw) ? parse(raw.toString()) : undefined;
    if (payload === undefined) return socket.close(closeCode.decodeError, "Error while decoding payload.");
    take(numberProperty(payload, "op"), property(payload, "d"));
  });
  socket.on("close", (code) => {
    if (session?.socket !== socket) return;
    session.socket = undefined;
    session.lostAt = world.clock.now();
    // A bot that says goodbye ends its session; any other close leaves it to be resumed (events/gateway, "Initiating a Disconnect").
    if (code === 1000 || code === 1001) sessions.remove(session);
  });
  send(opcode.hello, { heartbeat_interval: heartbeatInterval, _trace: [] });
}

function holdsToken(world: World, data: unknown): boolean {
  return textProperty(data, "token")?.replace(/^Bot /, "") === world.application.token;
}

function shardOf(value: unknown): readonly [number, number] | undefined {
  if (value === undefined) return [0, 1];
  if (!Array.isArray(value)) return undefined;
  const numbers: readonly unknown[] = value;
  const id = numbers[0];
  const count = numbers[1];
  return typeof id === "number" && typeof count === "number" && id >= 0 && id < count ? [id, count] : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
