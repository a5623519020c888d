import type { Json } from "../wire/json.ts";
import type { World } from "../world/world.ts";
import { drawRole } from "./drawRole.ts";

/** A guild object (resources/guild, "Guild Structure"). */
export function drawGuild(world: World): Json {
  return {
    id: world.guild.id,
    name: world.guild.name,
    owner_id: world.guild.ownerId,
    preferred_locale: world.guild.locale,
    roles: [...world.roles.values()].map((role) => drawRole(role, world.application.id)),
    emojis: [],
    stickers: [],
    features: [],
    icon: null,
    description: null,
    home_header: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    application_id: null,
    region: "deprecated",
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 0,
    default_message_notifications: 0,
    mfa_level: 0,
    explicit_content_filter: 0,
    max_presences: null,
    max_members: 25_000_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    premium_progress_bar_enabled: false,
    nsfw: false,
    nsfw_level: 0,
    incidents_data: null,
  };
}
