import type { Json } from "../wire/json.ts";
import { guildPermissions } from "../world/permissions.ts";
import type { World } from "../world/world.ts";
import { drawUserById } from "./drawUser.ts";

/** The application as its own bot sees it (resources/application, "Application Structure"). */
export function drawApplication(world: World): Json {
  const { id, name } = world.application;
  return {
    id,
    name,
    icon: null,
    description: "",
    type: null,
    flags: 0,
    flags_new: "0",
    bot: drawUserById(world, id),
    owner: drawUserById(world, world.guild.ownerId),
    team: null,
    bot_public: false,
    bot_require_code_grant: false,
    verify_key: "0".repeat(64),
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    approximate_guild_count: 1,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    integration_types_config: { 0: {} },
    eligible_oauth2_scopes: [],
  };
}

/** The bot's own account, as `/users/@me` shows it. */
export function drawOwnUser(world: World): Json {
  return {
    ...drawUserById(world, world.application.id),
    mfa_enabled: true,
    verified: true,
    email: null,
    locale: "en-US",
  };
}

/** The guild in the bot's own list of guilds (resources/user, "Get Current User Guilds"). */
export function drawOwnGuild(world: World): Json {
  return {
    id: world.guild.id,
    name: world.guild.name,
    icon: null,
    banner: null,
    owner: false,
    permissions: String(guildPermissions(world, world.application.id)),
    features: [],
  };
}
