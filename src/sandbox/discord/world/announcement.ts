/** Something the gateway tells: who hears of it, and what. */
export interface Announcement {
  readonly name: string;
  /** Only sessions that asked for this intent hear of it; 0 is heard by all. */
  readonly intent: number;
  /** Happened in a direct conversation: told on shard 0 only (events/gateway, "Sharding"). */
  readonly direct?: true;
  /** What is told; may depend on the session's intents. */
  readonly data: (intents: number) => unknown;
}
