import { createHash } from "node:crypto";

import { SlackError } from "@slack/web-api";
import type { WebClient } from "@slack/web-api";
import { z } from "zod";

import type { Message } from "../application/message.ts";
import type { AccountRef } from "../application/person.ts";
import type { Platform, Sent } from "../application/platform.ts";
import { speechOf } from "../locale/speech.ts";
import type { Card } from "../surface/card.ts";
import { noticePreview } from "../surface/cards/noticeCard.ts";
import type { Citation } from "../surface/cards/refusalCard.ts";
import { drawMessage } from "../surface/drawMessage.ts";
import { memberAccess } from "./memberAccess.ts";
import { openRations, Rationed, slackTiers } from "./rations.ts";
import type { Rations } from "./rations.ts";
import { renderBlocks, renderCalls } from "./render/renderCard.ts";
import { roomReaders } from "./roomReaders.ts";
import { isPassing, platformError, tokenRefusal } from "./slackErrors.ts";

const channelAnswer = z.object({ channel: z.object({ id: z.string() }) });
const postAnswer = z.object({ ts: z.string() });
const historyAnswer = z.object({
  messages: z
    .array(
      z.object({
        ts: z.string(),
        metadata: z.object({ event_payload: z.record(z.string(), z.unknown()).optional() }).optional(),
      }),
    )
    .default([]),
});
const listAnswer = z.object({
  channels: z.array(z.object({ id: z.string(), name: z.string(), is_archived: z.boolean().optional() })).default([]),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

/** Names the metadata by which a message of ours is found again. */
const EVENT = "redress_message";
/** How many of the last messages are looked through for one that may have been sent. */
const LOOK_BACK = 50;
/** A name that is taken gets one of these; names of archived channels stay taken. */
const SUFFIXES = ["", "-b", "-c", "-d"] as const;

const BETWEEN_POSTS_MS = 1000;

export interface SlackPlatformOptions {
  readonly client: WebClient;
  /** The language of rooms. */
  readonly locale: string;
  readonly citation: Citation;
  /** How long after a message the next one goes into the same channel, in milliseconds; a second when left out. */
  readonly betweenPostsMs?: number;
  /** How many calls of a method Slack takes in a minute; what it says when left out. */
  readonly callsPerMinute?: Readonly<Record<string, number>>;
  /** Called with a plain sentence when Slack no longer accepts the token. */
  readonly onBadToken: (sentence: string) => void;
  readonly answered: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Slack as the outbox uses it. Cases have private channels. */
export function slackPlatform(options: SlackPlatformOptions): Platform {
  const rations = openRations({
    betweenPostsMs: options.betweenPostsMs ?? BETWEEN_POSTS_MS,
    callsPerMinute: options.callsPerMinute ?? slackTiers,
  });
  const directChannels = new Map<string, string>();
  const inBackground = within(options, rations.inBackground, directChannels);
  return { ...within(options, rations, directChannels), inBackground };
}

function within(
  options: SlackPlatformOptions,
  rations: Pick<Rations, "call">,
  directChannels: Map<string, string>,
): Platform {
  const { client, locale, citation, answered, close } = options;
  const attempt = <T>(work: () => Promise<T>, isOneCall = false) => sentBy(work, options.onBadToken, isOneCall);
  const draw = (message: Message, language: string): Card => drawMessage(message, citation, speechOf(language));
  const body = (message: Message, language: string, key: string, calls: readonly AccountRef[]) => ({
    text: noticePreview(speechOf(language)),
    blocks: [...renderCalls(calls.map((account) => account.id)), ...renderBlocks(draw(message, language))],
    metadata: { event_type: EVENT, event_payload: { key } },
  });

  async function findChannel(names: readonly string[]): Promise<string | undefined> {
    let cursor: string | undefined;
    do {
      const page: unknown =
        // oxlint-disable-next-line no-await-in-loop -- page after page
        await rations.call("users.conversations", () =>
          client.users.conversations({
            types: "private_channel",
            exclude_archived: true,
            limit: 200,
            ...(cursor === undefined ? {} : { cursor }),
          }),
        );
      const { channels, response_metadata: next } = listAnswer.parse(page);
      const found = channels.find((channel) => names.includes(channel.name));
      if (found !== undefined) return found.id;
      cursor = next?.next_cursor === "" ? undefined : next?.next_cursor;
    } while (cursor !== undefined);
    return undefined;
  }

  async function findMessage(channel: string, key: string): Promise<string | undefined> {
    const history = await rations.call("conversations.history", () =>
      client.conversations.history({ channel, limit: LOOK_BACK, include_all_metadata: true }),
    );
    return historyAnswer.parse(history).messages.find((message) => message.metadata?.event_payload?.["key"] === key)
      ?.ts;
  }

  async function send(
    channel: string,
    key: string,
    message: Message,
    language: string,
    calls: readonly AccountRef[],
    again: boolean,
  ): Promise<string> {
    const earlier = again ? await findMessage(channel, key) : undefined;
    if (earlier !== undefined) return earlier;
    return postAnswer.parse(
      await rations.call(
        "chat.postMessage",
        () =>
          client.chat.postMessage({
            channel,
            ...body(message, language, key, calls),
            unfurl_links: false,
            unfurl_media: false,
          }),
        channel,
      ),
    ).ts;
  }

  /** Slack brings in nobody of several when one of them is there already: then each is brought in alone. */
  async function invite(channel: string, accounts: readonly AccountRef[]): Promise<void> {
    if (accounts.length === 0) return;
    const bringIn = (some: readonly AccountRef[]) =>
      unless(["already_in_channel"], () =>
        rations.call("conversations.invite", () =>
          client.conversations.invite({ channel, users: some.map((account) => account.id).join(",") }),
        ),
      );
    const invited = await bringIn(accounts);
    if (invited !== undefined || accounts.length === 1) return;
    for (const account of accounts) {
      // oxlint-disable-next-line no-await-in-loop -- few, and rarely
      await bringIn([account]);
    }
  }

  async function directChannel(user: string): Promise<string> {
    const known = directChannels.get(user);
    if (known !== undefined) return known;
    const { channel } = channelAnswer.parse(
      await rations.call("conversations.open", () => client.conversations.open({ users: user })),
    );
    directChannels.set(user, channel.id);
    return channel.id;
  }

  async function openRoom(name: string, again: boolean): Promise<string> {
    const names = SUFFIXES.map((suffix) => `${name}${suffix}`);
    const earlier = again ? await findChannel(names) : undefined;
    if (earlier !== undefined) return earlier;
    for (const candidate of names) {
      // oxlint-disable-next-line no-await-in-loop -- the next name is tried only when this one is taken
      const made = await unless(["name_taken"], () =>
        rations.call("conversations.create", () => client.conversations.create({ name: candidate, is_private: true })),
      );
      if (made !== undefined) return channelAnswer.parse(made).channel.id;
    }
    throw new Error(`The name ${name} is taken on Slack.`);
  }

  return {
    name: "slack",
    openRoom: ({ name, again }) => attempt(() => openRoom(name, again), true),
    post: ({ room, key, message, newcomers, calls, again }) =>
      attempt(async () => {
        await invite(room, newcomers);
        return send(room, key, message, locale, calls, again);
      }, newcomers.length === 0),
    edit: ({ room, remote, key, message }) =>
      attempt(async () => {
        const update = () => client.chat.update({ channel: room, ts: remote, ...body(message, locale, key, []) });
        await rations.call("chat.update", update);
        return remote;
      }, true),
    invite: (room, accounts) =>
      attempt(async () => {
        await invite(room, accounts);
        return true as const;
      }),
    remove: (room, accounts) =>
      attempt(async () => {
        for (const account of accounts) {
          // oxlint-disable-next-line no-await-in-loop -- few, and in order
          await unless(["not_in_channel"], () =>
            rations.call("conversations.kick", () => client.conversations.kick({ channel: room, user: account.id })),
          );
        }
        return true as const;
      }),
    archive: (room) =>
      attempt(async () => {
        await unless(["already_archived"], () =>
          rations.call("conversations.archive", () => client.conversations.archive({ channel: room })),
        );
        return true as const;
      }),
    direct: ({ account, key, message, again }) =>
      attempt(async () => send(await directChannel(account.id), key, message, account.locale, [], again), true),
    roomReaders: () => attempt(() => roomReaders(client)),
    access: memberAccess(client, attempt),
    shown: (message) =>
      createHash("sha256")
        .update(JSON.stringify(draw(message, locale)))
        .digest("base64url"),
    answered,
    close,
  };
}

/** Does something, and takes these errors for having been done before. */
async function unless<T>(errors: readonly string[], work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (errors.includes(platformError(error) ?? "")) return undefined;
    throw error;
  }
}

const roomGone = ["channel_not_found", "is_archived", "is_inactive", "not_in_channel"];
const messageGone = ["message_not_found"];

/**
 * Does something on Slack, and says what came of it.
 * @param isOneCall whether a call that is refused leaves nothing of it done
 */
async function sentBy<T>(
  work: () => Promise<T>,
  onBadToken: (sentence: string) => void,
  isOneCall: boolean,
): Promise<Sent<T>> {
  try {
    return { kind: "done", value: await work() };
  } catch (error) {
    const reason = platformError(error);
    if (reason !== undefined) {
      if (roomGone.includes(reason)) return { kind: "gone", what: "room", reason };
      if (messageGone.includes(reason)) return { kind: "gone", what: "message", reason };
      if (isPassing(reason)) return { kind: "later", reason, waitMs: undefined };
      const refusal = tokenRefusal(reason);
      if (refusal !== undefined) {
        onBadToken(refusal);
        return { kind: "later", reason, waitMs: undefined };
      }
      return { kind: "refused", reason: `slack-${reason}` };
    }
    if (error instanceof Rationed) {
      const ration = { isForAll: error.isForAll, isUntouched: isOneCall };
      return { kind: "later", reason: "rate-limited", waitMs: error.waitMs, ration };
    }
    return { kind: "later", reason: error instanceof SlackError ? error.code : "unknown", waitMs: undefined };
  }
}
