import { opcode } from "../numbers.ts";
import type { Announcement } from "../world/announcement.ts";
import { type Deliveries, openDeliveries } from "./deliveries.ts";
import { hears, resumableFor, sendDispatch, type Session } from "./session.ts";

/** What a test or the page can do to the gateway. */
export interface GatewayActs extends Deliveries {
  /** How many sockets are connected and identified. */
  sockets(): number;
  /** Cuts the sockets; with a code they are closed with that code. The sessions can be resumed. */
  drop(code?: number): void;
  /** Asks the bot to reconnect and resume (opcode 7), as Discord does when it recycles its servers. */
  askToReconnect(): void;
  /** Asks the bot for a heartbeat out of turn (opcode 1). */
  askForHeartbeat(): void;
  /** Tells the bot that its session is invalid (opcode 9), and whether resuming it is worth a try. */
  invalidate(resumable?: boolean): void;
  /** Forgets the sessions that have no socket, so that resuming them fails. */
  forgetLost(): void;
}

/** The sessions of a local Discord's gateway. */
export interface Sessions {
  readonly acts: GatewayActs;
  add(session: Session): void;
  get(id: string): Session | undefined;
  remove(session: Session): void;
  /** Tells every session that hears of it. Returns how many those are. */
  announce(announcement: Announcement): number;
  all(): readonly Session[];
}

/**
 * @param now the sandbox's time, by which lost sessions run out
 * @param guildId the guild whose events are told
 */
export function openSessions(now: () => number, guildId: string): Sessions {
  const sessions = new Map<string, Session>();
  const hearing = (announcement: Announcement) =>
    [...sessions.values()].filter((session) => {
      const isOver = session.socket === undefined && now() - session.lostAt > resumableFor;
      if (isOver) sessions.delete(session.id);
      return !isOver && hears(session, announcement, guildId);
    });
  const deliveries = openDeliveries((announcement) => {
    const drawn = new Map<number, string>();
    for (const session of hearing(announcement)) {
      const data = drawn.get(session.intents) ?? JSON.stringify(announcement.data(session.intents));
      drawn.set(session.intents, data);
      sendDispatch(session, announcement.name, data);
    }
  });
  const connected = () => [...sessions.values()].filter(({ socket }) => socket !== undefined);
  const ask = (op: number) => {
    for (const { socket } of connected()) socket?.send(JSON.stringify({ op, d: null }));
  };

  return {
    add: (session) => sessions.set(session.id, session),
    get: (id) => sessions.get(id),
    remove: (session) => sessions.delete(session.id),
    all: () => [...sessions.values()],
    announce(announcement) {
      const count = hearing(announcement).length;
      if (count > 0) deliveries.deliver(announcement);
      return count;
    },
    acts: {
      ...deliveries,
      sockets: () => connected().length,
      drop(code) {
        for (const { socket } of connected()) {
          if (code === undefined) socket?.terminate();
          else socket?.close(code);
        }
      },
      askToReconnect: () => ask(opcode.reconnect),
      askForHeartbeat: () => ask(opcode.heartbeat),
      invalidate(resumable = false) {
        for (const session of connected()) {
          if (!resumable) sessions.delete(session.id);
          session.socket?.send(JSON.stringify({ op: opcode.invalidSession, d: resumable }));
        }
      },
      forgetLost() {
        for (const session of sessions.values()) if (session.socket === undefined) sessions.delete(session.id);
      },
    },
  };
}
