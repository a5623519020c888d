import type { SandboxClock } from "../clock.ts";
import type { PersonSeed } from "../person.ts";
import { permission } from "./numbers.ts";

/** A permission overwrite of a channel; `type` is "role" or "member". */
export interface OverwriteSeed {
  readonly id: string;
  readonly type: "role" | "member";
  readonly allow?: bigint;
  readonly deny?: bigint;
}

interface RoleSeed {
  readonly id: string;
  readonly name: string;
  readonly permissions: bigint;
}

export interface ChannelSeed {
  readonly id: string;
  readonly name: string;
  readonly topic?: string;
  readonly overwrites?: readonly OverwriteSeed[];
}

/** A member of the guild when it opens. */
export interface MemberSeed extends PersonSeed {
  readonly roles?: readonly string[];
}

/** What a local Discord is made of. Ids are digits, as Discord's are. */
export interface LocalDiscordOptions {
  readonly clock: SandboxClock;
  /** On 127.0.0.1; a free one when left out or 0. */
  readonly port?: number;
  readonly applicationId: string;
  readonly botToken: string;
  readonly botName: string;
  readonly guild: { readonly id: string; readonly name: string; readonly ownerId: string; readonly locale?: string };
  readonly people: readonly MemberSeed[];
  /** A role with the guild's id stands for @everyone. */
  readonly roles?: readonly RoleSeed[];
  /** Permissions of the bot's role. */
  readonly botPermissions?: bigint;
  readonly channels: readonly ChannelSeed[];
  /** Privileged intents that are switched on, as bits. None when left out. */
  readonly privilegedIntents?: number;
  /** Whether every call is kept for `calls()`; off for load, where old messages and interactions are forgotten as well. */
  readonly keepCalls?: boolean;
  /** Whether bodies and answers are checked; off for load only. */
  readonly validate?: boolean;
}

/** What the bot's role may do when nothing else is said. */
export const usualBotPermissions =
  permission.viewChannel |
  permission.sendMessages |
  permission.sendMessagesInThreads |
  permission.createPrivateThreads |
  permission.manageThreads |
  permission.manageChannels |
  permission.readMessageHistory |
  permission.embedLinks |
  permission.attachFiles;

/** What everybody may do in a new Discord server, as far as it matters here. */
export const usualEveryonePermissions =
  permission.viewChannel |
  permission.sendMessages |
  permission.sendMessagesInThreads |
  permission.createPublicThreads |
  permission.createPrivateThreads |
  permission.readMessageHistory |
  permission.embedLinks |
  permission.attachFiles |
  permission.addReactions |
  permission.changeNickname |
  permission.useApplicationCommands;
