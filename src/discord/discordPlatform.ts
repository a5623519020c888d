import { createHash } from "node:crypto";

import { ChannelType, DiscordAPIError, HTTPError, RateLimitError, Routes, ThreadAutoArchiveDuration } from "discord.js";
import type { Guild, REST } from "discord.js";
import { z } from "zod";

import type { Message } from "../application/message.ts";
import type { AccountRef } from "../application/person.ts";
import type { Platform, RoomReader, Sent } from "../application/platform.ts";
import { speechOf } from "../locale/speech.ts";
import type { Card } from "../surface/card.ts";
import type { Citation } from "../surface/cards/refusalCard.ts";
import { drawMessage } from "../surface/drawMessage.ts";
import { isBadToken, waitOf } from "./discordErrors.ts";
import type { RoomsChannel } from "./findRoomsChannel.ts";
import { memberAccess } from "./memberAccess.ts";
import { markerOf, renderCard } from "./render/renderCard.ts";

const withId = z.object({ id: z.string() });
const threads = z.object({ threads: z.array(z.object({ id: z.string(), name: z.string(), owner_id: z.string() })) });
const messages = z.array(
  z.object({
    id: z.string(),
    author: z.object({ id: z.string() }),
    components: z.array(z.object({ id: z.number().optional() })).default([]),
  }),
);

/** How many of the last messages are looked through for one that may have been sent. */
const LOOK_BACK = 50;

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const code = { unknownChannel: 10_003, unknownMessage: 10_008, unknownMember: 10_007, archivedThread: 50_083 } as const;

export interface DiscordPlatformOptions {
  readonly rest: REST;
  readonly botId: string;
  readonly guild: Guild;
  /** The channel under which the threads of cases hang. */
  readonly roomsChannel: RoomsChannel;
  /** The language of rooms. */
  readonly locale: string;
  readonly citation: Citation;
  /** Who can read those threads without being in them. */
  readonly readers: () => Promise<readonly RoomReader[]>;
  /** Called when Discord no longer accepts the token. */
  readonly onBadToken: () => void;
  readonly answered: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Discord as the outbox uses it. Cases have private threads. */
export function discordPlatform(options: DiscordPlatformOptions): Platform {
  const { rest, botId, citation } = options;
  const attempt = <T>(work: () => Promise<T>, isOneCall = false) => sentBy(work, options.onBadToken, isOneCall);
  const directChannels = new Map<string, string>();
  const draw = (message: Message, locale: string): Card => drawMessage(message, citation, speechOf(locale));

  async function findThread(name: string): Promise<string | undefined> {
    const found = threads.parse(await rest.get(Routes.guildActiveThreads(options.guild.id)));
    return found.threads.find((thread) => thread.name === name && thread.owner_id === botId)?.id;
  }

  async function findMessage(channel: string, key: string): Promise<string | undefined> {
    const query = new URLSearchParams({ limit: String(LOOK_BACK) });
    const found = messages.parse(await rest.get(Routes.channelMessages(channel), { query }));
    const marker = markerOf(key);
    return found.find((message) => message.author.id === botId && message.components.some((each) => each.id === marker))
      ?.id;
  }

  async function send(
    channel: string,
    key: string,
    card: Card,
    calls: readonly AccountRef[],
    again: boolean,
  ): Promise<string> {
    const earlier = again ? await findMessage(channel, key) : undefined;
    if (earlier !== undefined) return earlier;
    const body = {
      ...renderCard(card, { key, calls: calls.map((account) => account.id) }),
      // Discord itself refuses a second message with the same nonce for some minutes, and answers with the first.
      nonce: createHash("sha256").update(key).digest("hex").slice(0, 25),
      enforce_nonce: true,
    };
    return withId.parse(await rest.post(Routes.channelMessages(channel), { body })).id;
  }

  async function directChannel(user: string): Promise<string> {
    const known = directChannels.get(user);
    if (known !== undefined) return known;
    const { id } = withId.parse(await rest.post(Routes.userChannels(), { body: { recipient_id: user } }));
    directChannels.set(user, id);
    return id;
  }

  /** Does something in a thread; one that has been archived by its age or by hand is woken first. */
  async function awake<T>(thread: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DiscordAPIError) || error.code !== code.archivedThread) throw error;
      await rest.patch(Routes.channel(thread), { body: { archived: false, locked: false } });
      return work();
    }
  }

  return {
    name: "discord",
    openRoom: ({ name, again }) =>
      attempt(async () => {
        const earlier = again ? await findThread(name) : undefined;
        if (earlier !== undefined) return earlier;
        const body = {
          name,
          type: ChannelType.PrivateThread,
          auto_archive_duration: ThreadAutoArchiveDuration.OneWeek,
          invitable: false,
        };
        const open = async (parent: string) => withId.parse(await rest.post(Routes.threads(parent), { body })).id;
        const parent = options.roomsChannel.id();
        try {
          return await open(parent);
        } catch (error) {
          if (!(error instanceof DiscordAPIError) || error.code !== code.unknownChannel) throw error;
          const other = await options.roomsChannel.insteadOf(parent);
          if (other === undefined) throw error;
          return open(other);
        }
      }, true),
    // Mentioned people join a thread: one call brings them in and tells them why.
    post: ({ room, key, message, newcomers, calls, again }) =>
      attempt(
        () => awake(room, () => send(room, key, draw(message, options.locale), [...newcomers, ...calls], again)),
        true,
      ),
    edit: ({ room, remote, key, message }) =>
      attempt(async () => {
        const body = renderCard(draw(message, options.locale), { key });
        await awake(room, () => rest.patch(Routes.channelMessage(room, remote), { body }));
        return remote;
      }, true),
    invite: (room, accounts) =>
      attempt(async () => {
        for (const account of accounts) {
          // oxlint-disable-next-line no-await-in-loop -- few, and in order
          await awake(room, () => rest.put(Routes.threadMembers(room, account.id)));
        }
        return true as const;
      }),
    remove: (room, accounts) =>
      attempt(async () => {
        for (const account of accounts) {
          // oxlint-disable-next-line no-await-in-loop -- few, and in order
          await awake(room, () => removeMember(rest, room, account.id));
        }
        return true as const;
      }),
    archive: (room) =>
      attempt(async () => {
        await awake(room, () => rest.patch(Routes.channel(room), { body: { archived: true, locked: true } }));
        return true as const;
      }),
    direct: ({ account, key, message, again }) =>
      attempt(async () => {
        const channel = await directChannel(account.id);
        return send(channel, key, draw(message, account.locale), [], again);
      }, true),
    roomReaders: () => attempt(() => options.readers()),
    access: memberAccess(rest, options.guild, attempt),
    shown: (message) =>
      createHash("sha256")
        .update(JSON.stringify(draw(message, options.locale)))
        .digest("base64url"),
    answered: options.answered,
    close: options.close,
  };
}

async function removeMember(rest: REST, thread: string, user: string): Promise<void> {
  try {
    await rest.delete(Routes.threadMembers(thread, user));
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || error.code !== code.unknownMember) throw error;
  }
}

/** Messages into one channel are rationed for themselves, everything else for all of its kind. */
function rationOf(error: RateLimitError, isUntouched: boolean) {
  const isForAll = error.global || !error.route.endsWith("/messages");
  return { waitMs: waitOf(error), ration: { isForAll, isUntouched } };
}

/**
 * Does something on Discord, and says what came of it.
 * @param isOneCall whether a call that is refused leaves nothing of it done
 */
async function sentBy<T>(work: () => Promise<T>, onBadToken: () => void, isOneCall: boolean): Promise<Sent<T>> {
  try {
    return { kind: "done", value: await work() };
  } catch (error) {
    if (isBadToken(error)) {
      onBadToken();
      return { kind: "later", reason: "token-refused", waitMs: undefined };
    }
    if (error instanceof RateLimitError)
      return { kind: "later", reason: "rate-limited", ...rationOf(error, isOneCall) };
    if (error instanceof HTTPError) return { kind: "later", reason: `http-${error.status}`, waitMs: undefined };
    if (!(error instanceof DiscordAPIError))
      return { kind: "later", reason: error instanceof Error ? error.name : "unknown", waitMs: undefined };
    if (error.code === code.unknownChannel) return { kind: "gone", what: "room", reason: String(error.code) };
    if (error.code === code.unknownMessage) return { kind: "gone", what: "message", reason: String(error.code) };
    if (error.status >= 500) return { kind: "later", reason: `http-${error.status}`, waitMs: undefined };
    return { kind: "refused", reason: `discord-${error.code}` };
  }
}
