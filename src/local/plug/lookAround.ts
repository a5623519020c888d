import type { LocalDiscord } from "../../sandbox/discord/localDiscord.ts";
import type { SeenMessage } from "../../sandbox/person.ts";
import type { LocalSlack } from "../../sandbox/slack/localSlack.ts";

export type Local = LocalDiscord | LocalSlack;

export interface Room {
  readonly id: string;
  readonly name: string;
}

/** The private rooms that stand open on a platform, whoever is in them. */
export function privateRooms(local: Local): readonly Room[] {
  const rooms = new Map<string, Room>();
  for (const { id: person } of local.people())
    for (const { id, name, kind, archived } of local.person(person).places())
      if (kind === (local.kind === "discord" ? "thread" : "private-channel") && !archived) rooms.set(id, { id, name });
  return [...rooms.values()].filter(({ id }) => local.kind === "slack" || isPrivateThread(local, id));
}

/** In an open thread people read by what they may do in its channel. */
function isPrivateThread(discord: LocalDiscord, id: string): boolean {
  return !discord.readersOf(id).some(({ why }) => why === "channel permissions");
}

/** Who is in a room; not those who can read it from outside. */
export function membersOf(local: Local, room: string): readonly Room[] {
  return local.readersOf(room).filter(({ why }) => why === "thread member" || why === "member");
}

/** What the bot wrote that stays, by place and id, wherever anybody sees it. */
export function botMessages(local: Local): ReadonlyMap<string, SeenMessage> {
  const found = new Map<string, SeenMessage>();
  for (const { id } of local.people()) {
    const person = local.person(id);
    for (const place of person.places())
      for (const message of person.messages(place.id))
        if (isFromBot(message)) found.set(`${message.place} ${message.id}`, message);
  }
  return found;
}

/** Whether the bot wrote it for everybody there; what the platform itself notes ("Redress added Sara") is not meant. */
export function isFromBot({ author, ephemeral, raw }: SeenMessage): boolean {
  const type = typeof raw === "object" && raw !== null && "type" in raw ? raw.type : undefined;
  return author.isBot && !ephemeral && (type === 0 || type === "message");
}

/** The calls the bot makes from now on. */
export function callsFromNow<Call>(local: { calls(): readonly Call[] }): () => readonly Call[] {
  const from = local.calls().length;
  return () => local.calls().slice(from);
}
