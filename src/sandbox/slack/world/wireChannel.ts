import type { Channel } from "./channel.ts";
import type { World } from "./world.ts";

/** A conversation as Slack tells it to an app. */
export function wireChannel(channel: Channel, world: World): Readonly<Record<string, unknown>> {
  const common = {
    id: channel.id,
    created: channel.created,
    is_archived: channel.archived,
    is_org_shared: false,
    context_team_id: world.team.id,
    updated: channel.created * 1000,
  };
  if (channel.kind === "im") {
    const user = [...channel.members].find((id) => id !== world.app.botUserId) ?? "";
    return { ...common, is_im: true, user, is_user_deleted: world.members.get(user)?.deleted ?? true, priority: 0 };
  }
  return {
    ...common,
    creator: channel.creator,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind !== "mpim",
    is_group: false,
    is_im: false,
    is_mpim: channel.kind === "mpim",
    is_private: channel.kind !== "public",
    is_general: channel.name === "general",
    is_member: channel.members.has(world.app.botUserId),
    is_shared: false,
    is_ext_shared: false,
    is_pending_ext_shared: false,
    shared_team_ids: [world.team.id],
    pending_shared: [],
    pending_connected_team_ids: [],
    previous_names: [],
    unlinked: 0,
    topic: { value: channel.topic, creator: channel.topic === "" ? "" : channel.creator, last_set: channel.created },
    purpose: { value: channel.purpose, creator: channel.purpose === "" ? "" : channel.creator, last_set: 0 },
  };
}
