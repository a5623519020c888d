import {
  CreatePrivateChannelRequestSchema,
  MyGuildResponseSchema,
  PrivateApplicationResponseSchema,
  PrivateChannelResponseSchema,
  UserPIIResponseSchema,
  UserResponseSchema,
} from "discord-api-spec/zod";
import * as z from "zod/mini";

import { openDirect } from "../../acts/openDirect.ts";
import { drawApplication, drawOwnGuild, drawOwnUser } from "../../draw/drawApplication.ts";
import { drawDirect } from "../../draw/drawPlace.ts";
import { drawUser } from "../../draw/drawUser.ts";
import { refusal } from "../../refusal.ts";
import { ok, type Route, withBody } from "../route.ts";

/** The bot's own account and application, other accounts, and direct conversations. */
export const accountRoutes: readonly Route[] = [
  { name: "GET /users/@me", answers: UserPIIResponseSchema, handle: (world) => ok(drawOwnUser(world)) },
  {
    name: "GET /users/@me/guilds",
    answers: z.array(MyGuildResponseSchema),
    handle: (world) => ok([drawOwnGuild(world)]),
  },
  {
    name: "GET /users/:id",
    answers: UserResponseSchema,
    handle(world, { ids: [id = ""] }) {
      const account = world.accounts.get(id);
      if (account === undefined) throw refusal("unknownUser");
      return ok(drawUser(account));
    },
  },
  {
    name: "GET /applications/@me",
    answers: PrivateApplicationResponseSchema,
    handle: (world) => ok(drawApplication(world)),
  },
  {
    name: "GET /oauth2/applications/@me",
    answers: PrivateApplicationResponseSchema,
    handle: (world) => ok(drawApplication(world)),
  },
  {
    name: "POST /users/@me/channels",
    answers: PrivateChannelResponseSchema,
    handle: withBody({ schema: CreatePrivateChannelRequestSchema }, (world, _call, body) => {
      const account = world.accounts.get(body.recipient_id ?? "");
      if (account === undefined || account.isBot) throw refusal("invalidRecipient");
      if (!world.members.has(account.id)) throw refusal("noSharedGuild");
      return ok(drawDirect(world, openDirect(world, account.id)));
    }),
  },
];
