/** A permission overwrite of a channel; `type` 0 is for a role, 1 for a member. */
export interface Overwrite {
  readonly id: string;
  readonly type: 0 | 1;
  readonly allow: bigint;
  readonly deny: bigint;
}

export interface Channel {
  readonly kind: "channel";
  readonly id: string;
  readonly type: number;
  readonly name: string;
  readonly topic: string | null;
  readonly parentId: string | null;
  readonly position: number;
  readonly nsfw: boolean;
  readonly slowmode: number;
  readonly overwrites: readonly Overwrite[];
}

export interface Thread {
  readonly kind: "thread";
  readonly id: string;
  readonly isPrivate: boolean;
  readonly name: string;
  readonly parentId: string;
  readonly ownerId: string;
  readonly archived: boolean;
  readonly locked: boolean;
  readonly invitable: boolean;
  readonly archiveAfter: number;
  readonly archiveChangedAt: number;
  readonly createdAt: number;
  /** The last message, waking, or change of the time after which it is archived. */
  readonly activeAt: number;
  readonly slowmode: number;
  /** Who is in it, with the moment of joining. */
  readonly members: ReadonlyMap<string, number>;
  readonly messageCount: number;
  readonly totalSent: number;
}

/** The conversation of one person with the bot. */
export interface Direct {
  readonly kind: "direct";
  readonly id: string;
  readonly personId: string;
}

export type Place = Channel | Thread | Direct;
