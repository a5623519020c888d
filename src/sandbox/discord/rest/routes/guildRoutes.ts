import {
  CreateGuildChannelRequestSchema,
  GuildChannelResponseSchema,
  GuildMemberResponseSchema,
  GuildRoleResponseSchema,
  GuildWithCountsResponseSchema,
  ThreadsResponseSchema,
} from "discord-api-spec/zod";
import * as z from "zod/mini";

import { addChannel } from "../../acts/changeChannel.ts";
import { channelFaults } from "../../checks/channelRules.ts";
import { widenPermissions } from "../../checks/widenPermissions.ts";
import { drawGuild } from "../../draw/drawGuild.ts";
import { drawMember } from "../../draw/drawMember.ts";
import { drawChannel } from "../../draw/drawPlace.ts";
import { drawRole } from "../../draw/drawRole.ts";
import { intent, permission } from "../../numbers.ts";
import { refusal } from "../../refusal.ts";
import { maySee } from "../../world/maySee.ts";
import { drawThreadList } from "../drawThreadList.ts";
import { newChannel } from "../newChannel.ts";
import { requireGuild, requireGuildPermission } from "../requirePlace.ts";
import { ok, type Route, withBody } from "../route.ts";

/** The guild, its members, roles, channels and active threads (resources/guild). */
export const guildRoutes: readonly Route[] = [
  {
    name: "GET /guilds/:id",
    answers: GuildWithCountsResponseSchema,
    handle(world, { ids, query }) {
      requireGuild(world, ids[0]);
      const counts = { approximate_member_count: world.members.size, approximate_presence_count: 1 };
      return ok({ ...drawGuild(world), ...(query.get("with_counts") === "true" ? counts : {}) });
    },
  },
  {
    name: "GET /guilds/:id/roles",
    answers: z.array(GuildRoleResponseSchema),
    handle(world, { ids }) {
      requireGuild(world, ids[0]);
      return ok([...world.roles.values()].map((role) => drawRole(role, world.application.id)));
    },
  },
  {
    name: "GET /guilds/:id/members/:id",
    answers: GuildMemberResponseSchema,
    handle(world, { ids: [guildId, userId = ""] }) {
      requireGuild(world, guildId);
      const member = world.members.get(userId);
      if (member === undefined) throw refusal(world.accounts.has(userId) ? "unknownMember" : "unknownUser");
      return ok(drawMember(world, member));
    },
  },
  {
    name: "GET /guilds/:id/members",
    answers: z.array(GuildMemberResponseSchema),
    handle(world, { ids, query }) {
      requireGuild(world, ids[0]);
      // Restricted to bots with the GUILD_MEMBERS intent (resources/guild, "List Guild Members").
      if ((world.application.privilegedIntents & intent.guildMembers) === 0) throw refusal("missingAccess");
      const after = query.get("after") ?? "0";
      const members = [...world.members.values()].filter(({ id }) => BigInt(id) > BigInt(after));
      return ok(members.slice(0, Number(query.get("limit") ?? 1)).map((member) => drawMember(world, member)));
    },
  },
  {
    name: "GET /guilds/:id/members/search",
    answers: z.array(GuildMemberResponseSchema),
    handle(world, { ids, query }) {
      requireGuild(world, ids[0]);
      const start = (query.get("query") ?? "").toLowerCase();
      const named = [...world.members.values()].filter(({ id }) =>
        world.accounts.get(id)?.name.toLowerCase().startsWith(start),
      );
      return ok(named.slice(0, Number(query.get("limit") ?? 1)).map((member) => drawMember(world, member)));
    },
  },
  {
    name: "GET /guilds/:id/channels",
    answers: z.array(GuildChannelResponseSchema),
    handle(world, { ids }) {
      requireGuild(world, ids[0]);
      // Channels the bot cannot view are left out (resources/channel, "Obfuscated Channels").
      const seen = [...world.places.values()].flatMap((place) =>
        place.kind === "channel" && maySee(world, world.application.id, place) ? [drawChannel(world, place)] : [],
      );
      return ok(seen);
    },
  },
  {
    name: "POST /guilds/:id/channels",
    answers: GuildChannelResponseSchema,
    handle: withBody(
      { schema: CreateGuildChannelRequestSchema, rules: channelFaults, widen: widenPermissions },
      (world, { ids }, body) => {
        requireGuild(world, ids[0]);
        requireGuildPermission(world, permission.manageChannels);
        const channel = newChannel(world, body);
        addChannel(world, channel);
        return { status: 201, body: drawChannel(world, channel) };
      },
    ),
  },
  {
    name: "GET /guilds/:id/threads/active",
    answers: ThreadsResponseSchema,
    handle(world, { ids }) {
      requireGuild(world, ids[0]);
      return ok(drawThreadList(world, (thread) => !thread.archived));
    },
  },
];
