/** How many calls of one route fit into how much time, for one channel, guild or webhook. */
export interface Bucket {
  readonly calls: number;
  readonly perMs: number;
}

/** What the local Discord caps, and where the caps stand; all can be changed while it runs. */
export interface Limits {
  /** Active threads of the guild; beyond it 160006. */
  readonly activeThreads: number;
  /** Members of a thread; beyond it 30033. */
  readonly threadMembers: number;
  /** Channels of the guild; beyond it 30013. */
  readonly channels: number;
  readonly channelsPerCategory: number;
  /** Slash commands in one scope; beyond it 30032. */
  readonly commands: number;
  /** Commands in the menu of messages, and as many in that of people, in one scope; beyond it 30032. */
  readonly menuCommands: number;
  readonly pins: number;
  /** Calls a second over all routes that are rationed globally; Discord's own number is 50. Not rationed when left out. */
  readonly globalPerSecond: number | undefined;
  /** Buckets by call name; a route without one is answered as if it had plenty. */
  readonly buckets: Readonly<Record<string, Bucket>>;
}

/** The caps of Discord itself, without rationing. */
export const usualLimits: Limits = {
  activeThreads: 1000,
  threadMembers: 1000,
  channels: 500,
  channelsPerCategory: 50,
  commands: 100,
  menuCommands: 15,
  pins: 250,
  globalPerSecond: undefined,
  buckets: {},
};
