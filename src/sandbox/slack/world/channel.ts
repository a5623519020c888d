import type { StoredMessage } from "./storedMessage.ts";

/** A channel that exists when the local Slack opens. */
export interface ChannelSeed {
  readonly id: string;
  readonly name: string;
  readonly members?: readonly string[];
  readonly isPrivate?: boolean;
  readonly topic?: string;
}

/** A public channel, a private one, a direct message, or one of several people. */
export type ChannelKind = "public" | "private" | "im" | "mpim";

/** A conversation of the workspace. */
export interface Channel {
  readonly id: string;
  readonly kind: ChannelKind;
  name: string;
  readonly creator: string;
  /** In seconds. */
  readonly created: number;
  topic: string;
  purpose: string;
  archived: boolean;
  readonly members: Set<string>;
  /** By timestamp, in the order they were posted. */
  readonly messages: Map<string, StoredMessage>;
}

/** A conversation in which nothing has been said yet. */
export function newChannel(
  of: Pick<Channel, "id" | "kind" | "name" | "creator" | "created"> & { readonly members: Iterable<string> },
): Channel {
  return { ...of, topic: "", purpose: "", archived: false, members: new Set(of.members), messages: new Map() };
}

/** The name Slack tells an app of a conversation in commands and interactions, where it hides the names of private ones. */
export function toldName(channel: Channel): string {
  if (channel.kind === "public") return channel.name;
  return channel.kind === "private" ? "privategroup" : "directmessage";
}

/** Which family of scopes governs this kind of conversation: "channels", "groups", "im", "mpim". */
export function scopeFamily(kind: ChannelKind): "channels" | "groups" | "im" | "mpim" {
  if (kind === "public") return "channels";
  return kind === "private" ? "groups" : kind;
}
