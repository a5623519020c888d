import { asToldBack } from "../blockKit/completeBlocks.ts";
import type { StoredMessage } from "./storedMessage.ts";
import { wireFile } from "./wireFile.ts";
import type { World } from "./world.ts";

/** A message as Slack tells it to an app. */
export function wireMessage(
  message: StoredMessage,
  world: World,
  withMetadata = false,
): Readonly<Record<string, unknown>> {
  const { content } = message;
  const isOwn = message.author === world.app.botUserId;
  return {
    type: "message",
    ...(message.subtype === undefined ? {} : { subtype: message.subtype }),
    user: message.author,
    ts: message.ts,
    ...(isOwn ? { bot_id: world.app.botId, app_id: world.app.id, bot_profile: botProfile(world) } : {}),
    text: content.text,
    team: world.team.id,
    ...(content.blocks.length === 0 ? {} : { blocks: asToldBack(content.blocks) }),
    ...(content.files === undefined ? {} : { files: filesOf(content.files, world) }),
    ...(content.attachments.length === 0 ? {} : { attachments: content.attachments }),
    ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    ...(message.editedAt === undefined ? {} : { edited: { user: message.author, ts: message.editedAt } }),
    ...(withMetadata && content.metadata !== undefined ? { metadata: content.metadata } : {}),
  };
}

/** The files under a message, told in full to an app that may read them. */
const filesOf = (ids: readonly string[], world: World) =>
  ids.flatMap((id) => {
    const file = world.files.get(id);
    if (file === undefined) return [];
    return [world.scopes.has("files:read") ? wireFile(file, world) : { id, file_access: "check_file_info" }];
  });

function botProfile(world: World): Readonly<Record<string, unknown>> {
  return {
    id: world.app.botId,
    app_id: world.app.id,
    user_id: world.app.botUserId,
    name: world.app.name,
    icons: {},
    deleted: false,
    updated: world.mint.seconds(),
    team_id: world.team.id,
  };
}
