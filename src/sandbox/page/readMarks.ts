import type { SeenMessage } from "../person.ts";
import type { PlatformKind } from "./wire.ts";

/** What each person has looked at on this page, as clients remember it. */
export interface ReadMarks {
  /** How many messages of others stand here that the person has not looked at. */
  countUnread(messages: readonly SeenMessage[]): number;
  markRead(messages: readonly SeenMessage[]): void;
  /** The messages without those private ones that the person has put away. */
  without(messages: readonly SeenMessage[]): readonly SeenMessage[];
  /** Puts a private message away; one that others see too stays. */
  putAway(message: string): void;
  /** The failures the person has not put away. */
  remaining(failures: readonly string[]): readonly string[];
  /** Puts away what failed so far. */
  putAwayFailures(failures: readonly string[]): void;
}

/** Nobody has looked at anything. */
export function openReadMarks(): (platform: PlatformKind, person: string) => ReadMarks {
  const known = new Map<string, ReadMarks>();
  return (platform, person) => {
    const key = `${platform}:${person}`;
    const found = known.get(key) ?? marksOf(person);
    known.set(key, found);
    return found;
  };
}

function marksOf(person: string): ReadMarks {
  const read = new Set<string>();
  const putAway = new Set<string>();
  let failuresAway = 0;
  return {
    countUnread: (messages) => messages.filter(({ id, author }) => author.id !== person && !read.has(id)).length,
    markRead(messages) {
      for (const { id } of messages) read.add(id);
    },
    without: (messages) => messages.filter(({ id, ephemeral }) => !ephemeral || !putAway.has(id)),
    putAway: (message) => void putAway.add(message),
    remaining: (failures) => failures.slice(failuresAway),
    putAwayFailures(failures) {
      failuresAway = failures.length;
    },
  };
}
