import type { MessageComponent } from "../wire/component.ts";
import type { Embed } from "../wire/message.ts";

export interface Attachment {
  readonly id: string;
  readonly filename: string;
  readonly size: number;
  readonly contentType: string;
  readonly description: string | undefined;
}

/** Which interaction a message answers, as the platform tells it with the message. */
export interface Cause {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  readonly userId: string;
  readonly commandName?: string;
  /** The message whose control was used. */
  readonly controlMessageId?: string;
  /** For a form: the interaction that opened it. */
  readonly trigger?: Cause;
}

export interface Message {
  readonly id: string;
  readonly placeId: string;
  readonly authorId: string;
  readonly type: number;
  readonly at: number;
  readonly editedAt: number | undefined;
  readonly content: string;
  readonly embeds: readonly Embed[];
  readonly components: readonly MessageComponent[];
  readonly attachments: readonly Attachment[];
  readonly flags: number;
  /** Who is mentioned with effect. */
  readonly mentions: readonly string[];
  readonly mentionedRoles: readonly string[];
  readonly mentionsEveryone: boolean;
  readonly pinned: boolean;
  readonly nonce: string | number | undefined;
  /** The only person who sees it: an ephemeral answer. */
  readonly visibleTo: string | undefined;
  readonly replyTo: string | undefined;
  readonly cause: Cause | undefined;
}

/** The messages of a local Discord, by id and by place. */
export interface Messages {
  get(id: string): Message | undefined;
  /** Oldest first. */
  in(placeId: string): Iterable<Message>;
  last(placeId: string): string | null;
  put(message: Message): void;
  remove(message: Message): void;
  removePlace(placeId: string): void;
}

/** @param keep how many private answers a place keeps at most; older ones are forgotten */
export function openMessages(keep: number): Messages {
  const byId = new Map<string, Message>();
  const byPlace = new Map<string, Set<string>>();
  const newest = new Map<string, string>();
  const privateIn = new Map<string, Set<string>>();

  /** Private answers pile up under load and nobody looks at old ones; what stands in a place for others stays. */
  function forgetOldest(message: Message): void {
    if (message.visibleTo === undefined || keep === Infinity) return;
    const ids = privateIn.get(message.placeId) ?? new Set();
    privateIn.set(message.placeId, ids.add(message.id));
    const [oldest] = ids;
    if (ids.size <= keep || oldest === undefined) return;
    ids.delete(oldest);
    byId.delete(oldest);
    byPlace.get(message.placeId)?.delete(oldest);
  }

  return {
    get: (id) => byId.get(id),
    *in(placeId) {
      for (const id of byPlace.get(placeId) ?? []) {
        const message = byId.get(id);
        if (message !== undefined) yield message;
      }
    },
    last: (placeId) => newest.get(placeId) ?? null,
    put(message) {
      byId.set(message.id, message);
      let ids = byPlace.get(message.placeId);
      if (ids === undefined) byPlace.set(message.placeId, (ids = new Set()));
      if (!ids.has(message.id) && message.visibleTo === undefined) newest.set(message.placeId, message.id);
      ids.add(message.id);
      forgetOldest(message);
    },
    remove(message) {
      byId.delete(message.id);
      byPlace.get(message.placeId)?.delete(message.id);
    },
    removePlace(placeId) {
      for (const id of byPlace.get(placeId) ?? []) byId.delete(id);
      byPlace.delete(placeId);
      privateIn.delete(placeId);
      newest.delete(placeId);
    },
  };
}
