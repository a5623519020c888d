import {
  CreateTextThreadWithoutMessageRequestSchema,
  ThreadMemberResponseSchema,
  ThreadResponseSchema,
  ThreadsResponseSchema,
} from "discord-api-spec/zod";
import * as z from "zod/mini";

import { startThread } from "../../acts/startThread.ts";
import { addToThread, removeFromThread } from "../../acts/threadMembers.ts";
import { drawMember } from "../../draw/drawMember.ts";
import { drawThread, drawThreadMember } from "../../draw/drawPlace.ts";
import { channelType, intent, permission } from "../../numbers.ts";
import { refusal } from "../../refusal.ts";
import { mayAddTo } from "../../world/maySee.ts";
import { mayAt } from "../../world/permissions.ts";
import type { Thread } from "../../world/place.ts";
import { momentOf } from "../../world/snowflake.ts";
import type { World } from "../../world/world.ts";
import { drawThreadList } from "../drawThreadList.ts";
import { requireChannel, requirePermission, requireThread } from "../requirePlace.ts";
import { type Call, done, ok, type Route, withBody } from "../route.ts";

/** Starting threads, and who is in them (resources/channel, "Start Thread without Message" and on). */
export const threadRoutes: readonly Route[] = [
  {
    name: "POST /channels/:id/threads",
    answers: ThreadResponseSchema,
    handle: withBody({ schema: CreateTextThreadWithoutMessageRequestSchema }, (world, { ids }, body) => {
      const channel = requireChannel(world, ids[0]);
      // In this version of the API the default is private (resources/channel, "Start Thread without Message").
      const type = body.type ?? channelType.privateThread;
      const isPrivate = type === channelType.privateThread;
      if (channel.type !== channelType.text || (!isPrivate && type !== channelType.publicThread))
        throw refusal("wrongChannelType");
      requirePermission(world, channel, isPrivate ? permission.createPrivateThreads : permission.createPublicThreads);
      const thread = startThread(world, {
        name: body.name ?? "",
        isPrivate,
        parentId: channel.id,
        ownerId: world.application.id,
        invitable: body.invitable ?? true,
        archiveAfter: body.auto_archive_duration ?? 4320,
        slowmode: body.rate_limit_per_user ?? 0,
      });
      return { status: 201, body: drawThread(world, thread) };
    }),
  },
  {
    name: "PUT /channels/:id/thread-members/@me",
    handle(world, call) {
      addToThread(world, activeThread(world, call).id, world.application.id, undefined);
      return done;
    },
  },
  {
    name: "DELETE /channels/:id/thread-members/@me",
    handle(world, call) {
      removeFromThread(world, activeThread(world, call).id, world.application.id, world.application.id);
      return done;
    },
  },
  {
    name: "PUT /channels/:id/thread-members/:id",
    handle(world, call) {
      const thread = activeThread(world, call);
      const [, userId = ""] = call.ids;
      if (!mayAddTo(world, world.application.id, thread)) throw refusal("missingPermissions");
      if (!world.members.has(userId)) throw refusal(world.accounts.has(userId) ? "unknownMember" : "unknownUser");
      // Nobody can be in a thread of a channel they cannot view (topics/permissions, "Inherited Permissions").
      if (!mayAt(world, userId, thread, permission.viewChannel)) throw refusal("missingAccess");
      addToThread(world, thread.id, userId, world.application.id);
      return done;
    },
  },
  {
    name: "DELETE /channels/:id/thread-members/:id",
    handle(world, call) {
      const thread = activeThread(world, call);
      const isOwner = thread.isPrivate && thread.ownerId === world.application.id;
      if (!isOwner) requirePermission(world, thread, permission.manageThreads);
      removeFromThread(world, thread.id, call.ids[1] ?? "", world.application.id);
      return done;
    },
  },
  {
    name: "GET /channels/:id/thread-members/:id",
    answers: ThreadMemberResponseSchema,
    handle: (world, { ids: [threadId, userId = ""], query }) =>
      memberOf(world, requireThread(world, threadId), userId, query),
  },
  {
    name: "GET /channels/:id/thread-members/@me",
    answers: ThreadMemberResponseSchema,
    handle: (world, { ids, query }) => memberOf(world, requireThread(world, ids[0]), world.application.id, query),
  },
  {
    name: "GET /channels/:id/thread-members",
    answers: z.array(ThreadMemberResponseSchema),
    handle(world, { ids }) {
      const thread = requireThread(world, ids[0]);
      // Restricted to bots with the GUILD_MEMBERS intent (resources/channel, "List Thread Members").
      if ((world.application.privilegedIntents & intent.guildMembers) === 0) throw refusal("missingAccess");
      return ok([...thread.members.keys()].map((userId) => drawThreadMember(thread, userId)));
    },
  },
  ...archivedRoute("GET /channels/:id/threads/archived/private", (thread) => thread.isPrivate),
  ...archivedRoute("GET /channels/:id/threads/archived/public", (thread) => !thread.isPrivate),
  ...archivedRoute(
    "GET /channels/:id/users/@me/threads/archived/private",
    (thread, botId) => thread.isPrivate && thread.members.has(botId),
  ),
];

/** Lists of archived threads; those of all private ones take Manage Threads. */
function archivedRoute(name: string, fits: (thread: Thread, botId: string) => boolean): readonly Route[] {
  return [
    {
      name,
      answers: ThreadsResponseSchema,
      handle(world, { ids, query }) {
        const channel = requireChannel(world, ids[0]);
        requirePermission(world, channel, permission.readMessageHistory);
        if (name.endsWith(":id/threads/archived/private")) requirePermission(world, channel, permission.manageThreads);
        const before = query.get("before") ?? "";
        const until = /^\d+$/.test(before) ? momentOf(before) : Date.parse(before);
        const isOlder = (thread: Thread) => before === "" || thread.archiveChangedAt < until;
        const isWanted = (thread: Thread) =>
          thread.archived && thread.parentId === channel.id && isOlder(thread) && fits(thread, world.application.id);
        return ok(drawThreadList(world, isWanted, Number(query.get("limit") ?? 50)));
      },
    },
  ];
}

function activeThread(world: World, call: Call): Thread {
  const thread = requireThread(world, call.ids[0]);
  if (thread.archived) throw refusal("threadArchived");
  return thread;
}

function memberOf(world: World, thread: Thread, userId: string, query: URLSearchParams) {
  const drawn = drawThreadMember(thread, userId);
  if (drawn === undefined) throw refusal("unknownMember");
  const member = query.get("with_member") === "true" ? world.members.get(userId) : undefined;
  return ok(member === undefined ? drawn : { ...drawn, member: drawMember(world, member) });
}
