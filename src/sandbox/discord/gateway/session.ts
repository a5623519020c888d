import type { WebSocket } from "ws";

import type { Announcement } from "../world/announcement.ts";

/** How many dispatches are kept for a session that resumes; beyond that it has to start anew. */
const kept = 5000;

/** How long a session without a socket can be resumed, in milliseconds. */
export const resumableFor = 3 * 60_000;

/** One connection of the bot to the gateway, which can outlive its socket. */
export interface Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [id: number, count: number];
  sequence: number;
  /** What was sent and is not yet known to have arrived, oldest first. */
  readonly sent: { readonly sequence: number; readonly frame: string }[];
  socket: WebSocket | undefined;
  /** When the socket was lost; counts while there is none. */
  lostAt: number;
}

/** Whether a session hears of something: by its intents, and by its shard. */
export function hears(session: Session, announcement: Announcement, guildId: string): boolean {
  if (announcement.intent !== 0 && (session.intents & announcement.intent) === 0) return false;
  const [id, count] = session.shard;
  if (count === 1) return true;
  // events/gateway, "Sharding": direct messages on the first shard, a guild on (id >> 22) % count.
  return announcement.direct === true ? id === 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)) === id;
}

/** Sends a dispatch, or keeps it until the session resumes. */
export function sendDispatch(session: Session, name: string, drawn: string): void {
  session.sequence += 1;
  const frame = `{"op":0,"t":"${name}","s":${session.sequence},"d":${drawn}}`;
  session.sent.push({ sequence: session.sequence, frame });
  if (session.sent.length > kept) session.sent.shift();
  session.socket?.send(frame);
}

/** Drops what the bot has confirmed by a heartbeat. */
export function confirm(session: Session, sequence: number): void {
  const unconfirmed = session.sent.findIndex((one) => one.sequence > sequence);
  session.sent.splice(0, unconfirmed === -1 ? session.sent.length : unconfirmed);
}

/** What a resuming bot missed after that sequence number; undefined if it is no longer all there. */
export function missedAfter(session: Session, sequence: number): readonly string[] | undefined {
  if (sequence > session.sequence) return undefined;
  const missed = session.sent.filter((one) => one.sequence > sequence);
  return missed.length === session.sequence - sequence ? missed.map(({ frame }) => frame) : undefined;
}
