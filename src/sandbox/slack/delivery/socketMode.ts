import { randomUUID } from "node:crypto";
import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";

import { type RawData, type WebSocket, WebSocketServer } from "ws";

import { isObject } from "../web/readRequest.ts";
import type { World } from "../world/world.ts";
import type { Carrier, Delivery, Outcome } from "./delivery.ts";
import { envelope, parseAck } from "./envelope.ts";

interface Connection {
  readonly socket: WebSocket;
  /** Slack has asked it to go, and sends it nothing more. */
  isLeaving: boolean;
}

interface Pending {
  readonly settle: (outcome: Outcome) => void;
  readonly acceptsReply: boolean;
}

const mostConnections = 10;
/** Slack warns about ten seconds before it closes a connection, in milliseconds. */
const warningTime = 10_000;
const pingInterval = 10_000;
/** How long a client has to answer that a connection is to be closed, in milliseconds of the computer's time. */
const closeTime = 100;

/**
 * Socket Mode: the app holds up to ten WebSocket connections, any of which may get any payload.
 * @see https://docs.slack.dev/apis/events-api/using-socket-mode
 */
export class SocketMode implements Carrier {
  readonly #world: World;
  readonly #server = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  readonly #tickets = new Set<string>();
  readonly #pending = new Map<string, readonly Pending[]>();
  readonly #heartbeat: NodeJS.Timeout;
  #connections: readonly Connection[] = [];
  #turn = 0;

  constructor(world: World) {
    this.#world = world;
    // The client gives up on a server that pinged once and then not for thirty seconds of the computer's time.
    this.#heartbeat = setInterval(() => {
      for (const { socket } of this.#connections) socket.ping();
    }, pingInterval);
    this.#heartbeat.unref();
  }

  /** The address of a connection not made yet; each may be used once. */
  issueUrl(): string {
    const ticket = randomUUID();
    this.#tickets.add(ticket);
    return `${this.#world.origin.replace("http", "ws")}/link/?ticket=${ticket}&app_id=${this.#world.app.id}`;
  }

  /** Takes the HTTP request that is to become a connection. */
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? "", this.#world.origin).searchParams.get("ticket") ?? "";
    if (!this.#tickets.delete(ticket)) {
      stream.end("HTTP/1.1 401 Unauthorized\r\nconnection: close\r\n\r\n");
      return;
    }
    this.#server.handleUpgrade(request, stream, head, (socket) => this.#welcome(socket));
  }

  send(delivery: Delivery, settle: (outcome: Outcome) => void): () => void {
    const open = this.#connections.filter(({ isLeaving }) => !isLeaving);
    this.#turn += 1;
    const connection = open[this.#turn % open.length];
    if (connection === undefined) {
      settle({ kind: "failed", reason: "connection_failed", mayRetry: true });
      return () => undefined;
    }
    const pending: Pending = { settle, acceptsReply: delivery.acceptsReply };
    this.#pending.set(delivery.id, [...(this.#pending.get(delivery.id) ?? []), pending]);
    connection.socket.send(JSON.stringify(envelope(delivery)));
    return () => this.#forget(delivery.id, pending);
  }

  /** How many connections stand. */
  get count(): number {
    return this.#connections.length;
  }

  /** Breaks one connection, or all, without a word. */
  drop(which?: number): void {
    for (const { socket } of this.#chosen(which)) socket.terminate();
  }

  /** Renews one connection, or all, as Slack does now and then: it warns, and ten seconds later asks the app to connect anew. */
  recycle(which?: number): void {
    for (const connection of this.#chosen(which)) {
      say(connection, "warning");
      this.#world.clock.after(warningTime, () => this.#dismiss(connection, "refresh_requested"));
    }
  }

  /** Asks one connection, or all, to connect anew at once. */
  refresh(which?: number): void {
    for (const connection of this.#chosen(which)) this.#dismiss(connection, "refresh_requested");
  }

  async close(): Promise<void> {
    clearInterval(this.#heartbeat);
    const closed = this.#connections.map(({ socket }) => once(socket, "close"));
    for (const { socket } of this.#connections) socket.close(1001);
    await Promise.race([Promise.all(closed), new Promise((resolve) => setTimeout(resolve, closeTime))]);
    this.drop();
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
  }

  #welcome(socket: WebSocket): void {
    const connection: Connection = { socket, isLeaving: false };
    socket.on("error", () => socket.terminate());
    if (this.#connections.length >= mostConnections) {
      this.#dismiss(connection, "too_many_websockets");
      return;
    }
    this.#connections = [...this.#connections, connection];
    socket.on("close", () => {
      this.#connections = this.#connections.filter((other) => other !== connection);
    });
    socket.on("message", (data) => this.#acknowledge(data));
    const hello = {
      type: "hello",
      num_connections: this.#connections.length,
      debug_info: { ...debugInfo, build_number: 1, approximate_connection_time: 18_060 },
      connection_info: { app_id: this.#world.app.id },
    };
    socket.send(JSON.stringify(hello));
  }

  #acknowledge(data: RawData): void {
    const ack = parseAck(Buffer.isBuffer(data) ? data.toString("utf8") : "");
    if (ack === undefined) {
      this.#world.report("Socket Mode: a message that is no acknowledgement");
      return;
    }
    const [pending] = this.#pending.get(ack.id) ?? [];
    if (pending === undefined) return;
    this.#forget(ack.id, pending);
    if (!pending.acceptsReply && isObject(ack.reply) && Object.keys(ack.reply).length > 0)
      this.#world.report("Socket Mode: an acknowledgement with a payload where Slack reads none");
    pending.settle({ kind: "acked", reply: ack.reply });
  }

  #forget(id: string, pending: Pending): void {
    const rest = (this.#pending.get(id) ?? []).filter((other) => other !== pending);
    if (rest.length === 0) this.#pending.delete(id);
    else this.#pending.set(id, rest);
  }

  #chosen(which: number | undefined): readonly Connection[] {
    if (which === undefined) return this.#connections;
    const connection = this.#connections[which];
    return connection === undefined ? [] : [connection];
  }

  #dismiss(connection: Connection, reason: string): void {
    connection.isLeaving = true;
    say(connection, reason);
    connection.socket.close(1000);
  }
}

const debugInfo = { host: "applink-local" } as const;

function say(connection: Connection, reason: string): void {
  connection.socket.send(JSON.stringify({ type: "disconnect", reason, debug_info: debugInfo }));
}
