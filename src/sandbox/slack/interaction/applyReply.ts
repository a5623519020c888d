import { newContent, readContent } from "../web/readContent.ts";
import { type CallArguments, isRefusal, readFlag, readText, type Refusal, refuse } from "../web/webMethod.ts";
import { changeMessage, removeMessage } from "../world/changeMessage.ts";
import { storeMessage } from "../world/storeMessage.ts";
import type { World } from "../world/world.ts";
import type { ResponseOrigin } from "./responseUrls.ts";

const known: ReadonlySet<string> = new Set([
  "text",
  "blocks",
  "attachments",
  "response_type",
  "replace_original",
  "delete_original",
  "thread_ts",
  "mrkdwn",
  "metadata",
  "parse",
  "link_names",
  "unfurl_links",
  "unfurl_media",
]);

/** Does what a message sent to a response_url, or given back with a command's ack, asks for: a new message, or a change to the original. */
export function applyReply(
  world: World,
  origin: Pick<ResponseOrigin, "channel" | "person" | "message">,
  reply: CallArguments,
): Refusal | undefined {
  for (const key of Object.keys(reply)) if (!known.has(key)) world.report(`reply: unknown field ${key}`);
  const channel = world.channels.get(origin.channel);
  if (channel === undefined) return refuse("channel_not_found");
  if (channel.archived) return refuse("is_archived");
  const original = origin.message === undefined ? undefined : channel.messages.get(origin.message);
  if (readFlag(reply, "delete_original")) {
    if (original === undefined) return refuse("message_not_found");
    removeMessage(world, channel, original);
    return undefined;
  }
  const given = readContent(reply, world, 40_000);
  if (isRefusal(given)) return given;
  const content = newContent(given);
  if (isRefusal(content)) return content;
  if (readFlag(reply, "replace_original") && origin.message !== undefined) {
    if (original === undefined) return refuse("message_not_found");
    changeMessage(world, channel, original, { ...given, blocks: given.blocks ?? [] });
    return undefined;
  }
  const threadTs = readText(reply, "thread_ts");
  const isForAll = readText(reply, "response_type") === "in_channel";
  storeMessage(world, channel, world.app.botUserId, content, {
    ...(threadTs === undefined ? {} : { threadTs }),
    ...(isForAll ? {} : { onlyFor: origin.person }),
  });
  return undefined;
}
