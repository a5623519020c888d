import type { KnownBlock, MessageMetadata } from "@slack/types";

/** What a message says, as the app or a person gave it. */
export interface Content {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
  readonly attachments: readonly unknown[];
  readonly metadata?: MessageMetadata;
  /** The ids of the files that stand under it. */
  readonly files?: readonly string[];
}

/** A message as the local Slack keeps it. */
export interface StoredMessage {
  readonly ts: string;
  readonly channel: string;
  readonly author: string;
  content: Content;
  readonly threadTs?: string;
  /** A reply in a thread that stands in the channel as well. */
  readonly isBroadcast: boolean;
  /** The one person who sees it, when it is ephemeral. */
  readonly onlyFor?: string;
  /** What Slack itself tells in a channel: "channel_join", "channel_topic" and the like. */
  readonly subtype?: string;
  editedAt: string | undefined;
}
