import {
  GuildChannelResponseSchema,
  PrivateChannelResponseSchema,
  ThreadResponseSchema,
  UpdateGuildChannelRequestPartialSchema,
  UpdateThreadRequestPartialSchema,
} from "discord-api-spec/zod";
import * as z from "zod/mini";

import { changeChannel, deleteChannel } from "../../acts/changeChannel.ts";
import { changeThread, deleteThread } from "../../acts/changeThread.ts";
import { channelFaults } from "../../checks/channelRules.ts";
import { readBody } from "../../checks/readBody.ts";
import { widenPermissions } from "../../checks/widenPermissions.ts";
import { drawChannel, drawPlace, drawThread } from "../../draw/drawPlace.ts";
import { permission } from "../../numbers.ts";
import { refusal } from "../../refusal.ts";
import { channelChanges } from "../channelChanges.ts";
import { readOverwrites } from "../readOverwrites.ts";
import { requireChannel, requirePermission, requirePlace, requireWritable } from "../requirePlace.ts";
import { done, ok, type Route, withBody } from "../route.ts";
import { threadChanges } from "../threadChanges.ts";

const anyPlace = z.union([GuildChannelResponseSchema, ThreadResponseSchema, PrivateChannelResponseSchema]);

const overwrite = z.object({
  type: z.optional(z.literal([0, 1])),
  allow: z.optional(z.nullable(z.number())),
  deny: z.optional(z.nullable(z.number())),
});

/** Channels, threads and direct conversations as channels (resources/channel). */
export const channelRoutes: readonly Route[] = [
  {
    name: "GET /channels/:id",
    answers: anyPlace,
    handle: (world, { ids }) => ok(drawPlace(world, requirePlace(world, ids[0]))),
  },
  {
    name: "PATCH /channels/:id",
    answers: anyPlace,
    handle(world, call, isChecked) {
      const place = requirePlace(world, call.ids[0]);
      if (place.kind === "direct") throw refusal("notInDirect");
      if (place.kind === "thread") {
        const body = readBody({ schema: UpdateThreadRequestPartialSchema }, call.body, isChecked);
        const changes = threadChanges(world, place, body);
        return ok(drawThread(world, changeThread(world, place, changes, world.application.id)));
      }
      const reading = { schema: UpdateGuildChannelRequestPartialSchema, rules: channelFaults, widen: widenPermissions };
      const changes = channelChanges(world, place, readBody(reading, call.body, isChecked));
      return ok(drawChannel(world, changeChannel(world, place, changes)));
    },
  },
  {
    name: "DELETE /channels/:id",
    answers: anyPlace,
    handle(world, { ids }) {
      const place = requirePlace(world, ids[0]);
      const drawn = drawPlace(world, place);
      // Closing a direct conversation only takes it off the bot's list.
      if (place.kind === "direct") return ok(drawn);
      requirePermission(world, place, place.kind === "thread" ? permission.manageThreads : permission.manageChannels);
      if (place.kind === "thread") deleteThread(world, place);
      else deleteChannel(world, place);
      return ok(drawn);
    },
  },
  {
    name: "PUT /channels/:id/permissions/:id",
    handle: withBody({ schema: overwrite, widen: widenPermissions }, (world, { ids }, body) => {
      const channel = requireChannel(world, ids[0]);
      requirePermission(world, channel, permission.manageRoles);
      const [, id = ""] = ids;
      const added = readOverwrites(world, [{ ...body, id }]);
      changeChannel(world, channel, { overwrites: [...channel.overwrites.filter((one) => one.id !== id), ...added] });
      return done;
    }),
  },
  {
    name: "DELETE /channels/:id/permissions/:id",
    handle(world, { ids }) {
      const channel = requireChannel(world, ids[0]);
      requirePermission(world, channel, permission.manageRoles);
      if (!channel.overwrites.some(({ id }) => id === ids[1])) throw refusal("unknownOverwrite");
      changeChannel(world, channel, { overwrites: channel.overwrites.filter(({ id }) => id !== ids[1]) });
      return done;
    },
  },
  {
    name: "POST /channels/:id/typing",
    handle(world, { ids }) {
      requireWritable(world, requirePlace(world, ids[0]));
      return done;
    },
  },
];
